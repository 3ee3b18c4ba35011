/* SPDX-License-Identifier: MIT
 * show.c: the plan on one page. Her own words come first, what work must take into account last (S14). */
#include "plan/pages.h"

#include "base/text.h"
#include "plan_plan_page.h"

/* Words come newest first; each topic is those of it, in that order. */
static void fill_topics(struct request *r, struct plan_view *v)
{
    struct own_words_shown_list all = own_words_all(r->db, v->of.citizen.id);

    v->has_words = all.count > 0;
    v->topics.at = arena_array(r->arena, OWN_TOPIC_COUNT, sizeof *v->topics.at);
    v->topics.count = OWN_TOPIC_COUNT;
    for (int topic = 0; topic < OWN_TOPIC_COUNT; topic++) {
        struct own_words_shown *list = arena_array(r->arena, all.count, sizeof *list);
        size_t count = 0;
        for (size_t i = 0; i < all.count; i++)
            if (text_is(all.at[i].topic, own_topic_codes[topic]))
                list[count++] = all.at[i];
        v->topics.at[topic] = (struct topic_view){ .topic = own_topic_codes[topic], .now = count == 0 ? NULL : list };
        v->topics.at[topic].before.at = count == 0 ? NULL : list + 1;
        v->topics.at[topic].before.count = count == 0 ? 0 : count - 1;
    }
}

static struct goal_view view_of(struct request *r, const struct goal_row *goal, const struct goal_review_row_list *all)
{
    bool is_open = text_is(goal->state, "open");

    return (struct goal_view){
        .row = goal,
        .reviews = reviews_of(r, all, goal->id),
        .is_open = is_open,
        .is_due = is_open && goal->review_day != DAY_NONE && goal->review_day <= r->today,
    };
}

/* The goals among `rows` whose parent is `parent`, in order. */
static struct goal_view *goals_under(struct request *r, const struct goal_row_list *rows, struct goal_id parent,
                                     const struct goal_review_row_list *reviews, size_t *count)
{
    struct goal_view *list = arena_array(r->arena, rows->count, sizeof *list);

    *count = 0;
    for (size_t i = 0; i < rows->count; i++)
        if (rows->at[i].parent.n == parent.n)
            list[(*count)++] = view_of(r, &rows->at[i], reviews);
    if (*count > 0) {
        list[0].is_first = true;
        list[*count - 1].is_last = true;
    }
    return list;
}

static void fill_goals(struct request *r, struct plan_view *v)
{
    struct goal_row_list rows = goal_of_citizen(r->db, v->of.citizen.id);
    struct goal_review_row_list reviews = goal_reviews(r->db, v->of.citizen.id);
    struct goal_view *goals = goals_under(r, &rows, (struct goal_id){ 0 }, &reviews, &v->goals.count);

    for (size_t i = 0; i < v->goals.count; i++)
        goals[i].parts.at = goals_under(r, &rows, goals[i].row->id, &reviews, &goals[i].parts.count);
    for (size_t i = 0; i < rows.count; i++)
        v->open_count += text_is(rows.at[i].state, "open");
    v->goals.at = goals;
}

/* Skills come ordered: what she can, then what work must take into account. */
static void fill_skills(struct request *r, struct plan_view *v)
{
    struct citizen_skill_row_list all = citizen_skills(r->db, v->of.citizen.id);
    size_t can = 0;

    while (can < all.count && text_is(all.at[can].kind, "can"))
        can++;
    v->can = (struct citizen_skill_row_list){ all.at, can };
    v->considerations = (struct citizen_skill_row_list){ all.at + can, all.count - can };
}

/* What she wants or dreams of, or NULL: without it nothing is agreed. */
static const char *own_aim(const struct plan_view *v)
{
    if (v->topics.at[OWN_WANT].now != NULL)
        return v->topics.at[OWN_WANT].now->words;
    return v->topics.at[OWN_DREAM].now == NULL ? NULL : v->topics.at[OWN_DREAM].now->words;
}

bool plan_fill(struct request *r, struct plan_view *v)
{
    if (!plan_open(r, "", &v->of))
        return false;
    fill_topics(r, v);
    fill_goals(r, v);
    fill_skills(r, v);
    v->chosen = plan_chosen(r, v->of.citizen.id);
    if (!plan_load(r->db, v->of.citizen.id, &v->plan))
        v->plan = (struct plan_row){ .state = "draft", .agreed_day = DAY_NONE, .agreed_without = "" };
    v->in_demand = plan_demand(r->db, r->today);
    v->why = plan_may_agree(own_aim(v), v->open_count, "");
    return true;
}

struct reply plan_show(struct request *r, struct plan_view *v)
{
    struct page page = page_new(r);

    form_set_int(&v->of.form, "set", goal_stamp(r->db, v->of.citizen.id));
    plan_page(&page, v);
    return v->of.form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply plan_get(struct request *r)
{
    struct plan_view view = { 0 };

    return plan_fill(r, &view) ? plan_show(r, &view) : reply_not_found(r);
}
