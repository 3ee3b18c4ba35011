/* SPDX-License-Identifier: MIT
 * goal.c: a goal or sub-goal written and edited: in whose words, by which activity, when it is looked at
 * again. Its place and its end are in order.c, its review in follow_up.c. */
#include "plan/pages.h"

#include "base/text.h"
#include "plan_form_page.h"

enum { WORDS_MAX = 300 };

static const char *const proposers[] = { "citizen", "staff", NULL };

static struct reply show(struct request *r, struct goal_form_view *v)
{
    struct page page = page_new(r);

    v->proposers = choices_of_list(r, "proposed_by");
    plan_goal_page(&page, v);
    return v->of.form.error_count > 0 || v->is_overtaken ? reply_form_again(&page.text) : reply_page(&page.text);
}

/* What was typed, over what the goal was before. */
static void read_into(struct form *form, struct goal_update_in *goal)
{
    goal->words = form_text(form, "ord", FORM_REQUIRED, WORDS_MAX);
    int proposer = form_choice(form, "forslag", FORM_REQUIRED, proposers);
    goal->proposed_by = proposer < 0 ? "" : proposers[proposer];
    goal->activity = form_text(form, "aktivitet", FORM_OPTIONAL, WORDS_MAX);
    goal->progress = form_text(form, "naaet", FORM_OPTIONAL, WORDS_MAX);
    goal->review_day = form_day(form, "opfoelgning", FORM_OPTIONAL);
}

/* The goal a new one is to stand under; false when the address names one that is not hers, or a sub-goal. */
static bool open_new(struct request *r, struct goal_form_view *v, struct goal_row *parent)
{
    int64_t under = 0;

    if (!plan_open(r, "/nyt", &v->of))
        return false;
    text_to_int(request_query(r, "under"), &under);
    if (under == 0)
        return true;
    v->of.path = arena_format(r->arena, "%s?under=%lld", v->of.path, (long long)under);
    v->parent = parent;
    return goal_load(r->db, (struct goal_id){ under }, parent) && parent->citizen.n == v->of.citizen.id.n
           && parent->parent.n == 0;
}

struct reply goal_new_get(struct request *r)
{
    struct goal_form_view view = { 0 };
    struct goal_row parent;

    if (!open_new(r, &view, &parent))
        return reply_not_found(r);
    form_set(&view.of.form, "forslag", "citizen");
    return show(r, &view);
}

struct reply goal_new_post(struct request *r)
{
    struct goal_form_view view = { 0 };
    struct goal_row parent;
    struct goal_update_in typed = { 0 };

    if (!open_new(r, &view, &parent))
        return reply_not_found(r);
    read_into(&view.of.form, &typed);
    if (view.of.form.error_count > 0)
        return show(r, &view);

    struct goal_id id = plan_add_goal(r->db, &(struct goal_insert_in){
        .citizen = view.of.citizen.id,
        .parent = view.parent == NULL ? (struct goal_id){ 0 } : parent.id,
        .words = typed.words,
        .proposed_by = typed.proposed_by,
        .activity = typed.activity,
        .review_day = typed.review_day,
    });
    request_tell(r, say(r->language, view.parent == NULL ? SAY("Målet er skrevet.") : SAY("Delmålet er skrevet.")),
                 arena_format(r->arena, "/borger/%lld/plan/maal/%lld/tag-ud", (long long)view.of.citizen.id.n,
                              (long long)id.n));
    return plan_back(r, &view.of);
}

struct reply goal_get(struct request *r)
{
    struct goal_form_view view = { 0 };
    struct goal_row goal;

    if (!plan_open_goal(r, "", &view.of, &goal))
        return reply_not_found(r);
    view.goal = &goal;
    form_set(&view.of.form, "ord", goal.words);
    form_set(&view.of.form, "forslag", goal.proposed_by);
    form_set(&view.of.form, "aktivitet", goal.activity);
    form_set(&view.of.form, "naaet", goal.progress);
    form_set_day(&view.of.form, "opfoelgning", goal.review_day);
    form_set_int(&view.of.form, "version", goal.version);
    return show(r, &view);
}

struct reply goal_post(struct request *r)
{
    struct goal_form_view view = { 0 };
    struct goal_row goal;

    if (!plan_open_goal(r, "", &view.of, &goal))
        return reply_not_found(r);
    view.goal = &goal;
    struct goal_update_in after = goal_as_is(&goal);
    read_into(&view.of.form, &after);
    after.version = form_int(&view.of.form, "version", FORM_REQUIRED, 1, INT64_MAX);
    if (view.of.form.error_count > 0)
        return show(r, &view);
    if (!plan_edit_goal(r->db, &goal, &after)) {
        view.is_overtaken = true;
        form_set_int(&view.of.form, "version", goal.version);
        return show(r, &view);
    }
    request_tell(r, say(r->language, "Det er gemt."), NULL);
    return plan_back(r, &view.of);
}
