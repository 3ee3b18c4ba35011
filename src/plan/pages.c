/* SPDX-License-Identifier: MIT
 * pages.c: the routes of the plan, and what its pages share. */
#include "plan/pages.h"

static const struct route routes[] = {
    { GET, "/borger/{borger}/plan", MAY_CASE_READ, plan_get },
    { POST, "/borger/{borger}/plan", MAY_PLAN_WRITE, agree_post },
    { POST, "/borger/{borger}/plan/aftale/fortryd", MAY_PLAN_WRITE, agree_undo_post },
    { GET, "/borger/{borger}/plan/ord", MAY_PLAN_WRITE, words_get },
    { POST, "/borger/{borger}/plan/ord", MAY_PLAN_WRITE, words_post },
    { POST, "/borger/{borger}/plan/ord/{ord}/fortryd", MAY_PLAN_WRITE, words_undo_post },
    { GET, "/borger/{borger}/plan/nyt", MAY_PLAN_WRITE, goal_new_get },
    { POST, "/borger/{borger}/plan/nyt", MAY_PLAN_WRITE, goal_new_post },
    { GET, "/borger/{borger}/plan/maal/{maal}", MAY_PLAN_WRITE, goal_get },
    { POST, "/borger/{borger}/plan/maal/{maal}", MAY_PLAN_WRITE, goal_post },
    { POST, "/borger/{borger}/plan/maal/{maal}/op", MAY_PLAN_WRITE, goal_up_post },
    { POST, "/borger/{borger}/plan/maal/{maal}/ned", MAY_PLAN_WRITE, goal_down_post },
    { POST, "/borger/{borger}/plan/maal/{maal}/tag-ud", MAY_PLAN_WRITE, goal_drop_post },
    { POST, "/borger/{borger}/plan/maal/{maal}/saet-ind", MAY_PLAN_WRITE, goal_restore_post },
    { GET, "/borger/{borger}/plan/maal/{maal}/opfoelgning", MAY_PLAN_WRITE, review_get },
    { POST, "/borger/{borger}/plan/maal/{maal}/opfoelgning", MAY_PLAN_WRITE, review_post },
    { GET, "/borger/{borger}/valg/{ordning}/{skema}", MAY_PLAN_WRITE, choice_get },
    { POST, "/borger/{borger}/valg/{ordning}/{skema}", MAY_PLAN_WRITE, choice_post },
    { POST, "/borger/{borger}/valg/{ordning}/{skema}/fortryd/{svar}", MAY_PLAN_WRITE, choice_undo_post },
    { POST, "/borger/{borger}/plan/maal/{maal}/opfoelgning/{opfoelgning}/fortryd", MAY_PLAN_WRITE, review_undo_post },
    { 0 },
};

const struct feature plan_feature = { .name = "plan", .routes = routes };

bool plan_open(struct request *r, const char *what, struct plan_of *of)
{
    *of = (struct plan_of){ .form = r->method == POST ? form_read(r) : form_new(r) };
    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "borger") }, &of->citizen))
        return false;
    of->name = citizen_name(r->arena, of->citizen.first_name, of->citizen.last_name);
    of->path = arena_format(r->arena, "/borger/%lld/plan%s", (long long)of->citizen.id.n, what);
    of->may_write = request_may(r, MAY_PLAN_WRITE);
    return true;
}

bool plan_open_goal(struct request *r, const char *what, struct plan_of *of, struct goal_row *goal)
{
    long long id = (long long)request_id(r, "maal");

    return plan_open(r, arena_format(r->arena, "/maal/%lld%s", id, what), of)
           && goal_load(r->db, (struct goal_id){ id }, goal) && goal->citizen.n == of->citizen.id.n;
}

struct reply plan_back(struct request *r, const struct plan_of *of)
{
    return reply_see_other(r, "/borger/%lld/plan", (long long)of->citizen.id.n);
}

struct review_list reviews_of(struct request *r, const struct goal_review_row_list *all, struct goal_id goal)
{
    struct goal_review_row *list = arena_array(r->arena, all->count, sizeof *list);
    size_t count = 0;

    for (size_t i = 0; i < all->count; i++)
        if (all->at[i].goal.n == goal.n)
            list[count++] = all->at[i];
    return (struct review_list){ list, count };
}
