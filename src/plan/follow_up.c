/* SPDX-License-Identifier: MIT
 * follow_up.c: the page where a sub-goal is followed up. Four answers, and each says what it leads to
 * before it is given (S15). */
#include "plan/pages.h"

#include "base/text.h"
#include "plan_form_page.h"

enum { WORDS_MAX = 1000 };

static struct reply show(struct request *r, struct review_view *v)
{
    struct goal_review_row_list all = goal_reviews(r->db, v->of.citizen.id);
    struct page page = page_new(r);

    v->before = reviews_of(r, &all, v->goal.id);
    plan_review_page(&page, v);
    return v->of.form.error_count > 0 || v->is_overtaken ? reply_form_again(&page.text) : reply_page(&page.text);
}

static bool open_review(struct request *r, struct review_view *v)
{
    return plan_open_goal(r, "/opfoelgning", &v->of, &v->goal) && text_is(v->goal.state, "open");
}

struct reply review_get(struct request *r)
{
    struct review_view view = { 0 };

    if (!open_review(r, &view))
        return reply_not_found(r);
    form_set(&view.of.form, "naaet", view.goal.progress);
    form_set_day(&view.of.form, "naeste", plan_after_review(REVIEW_GO_ON, r->today, DAY_NONE).review_day);
    form_set_int(&view.of.form, "version", view.goal.version);
    return show(r, &view);
}

/* What the reviewer reads when it is saved. */
static const char *const messages[REVIEW_DECISION_COUNT] = {
    [REVIEW_REACHED] = SAY("Nået: {1}. Det står blandt sejrene."),
    [REVIEW_GO_ON] = SAY("Fortsætter: {1}"),
    [REVIEW_ADJUST] = SAY("Du har fået en opgave: justér indholdet af {1}"),
    [REVIEW_CHANGE] = SAY("Du har fået en opgave: find en anden aktivitet til {1}"),
};

struct reply review_post(struct request *r)
{
    struct review_view view = { 0 };

    if (!open_review(r, &view))
        return reply_not_found(r);
    struct form *form = &view.of.form;
    int decision = form_choice(form, "svar", FORM_REQUIRED, review_decision_codes);
    struct goal_reviewed review = {
        .decision = decision < 0 ? REVIEW_GO_ON : (enum review_decision)decision,
        .progress = form_text(form, "naaet", FORM_OPTIONAL, WORDS_MAX),
        .note = form_text(form, "note", FORM_OPTIONAL, WORDS_MAX),
        .next = form_day(form, "naeste", FORM_OPTIONAL),
    };
    struct goal_row seen = view.goal;
    seen.version = form_int(form, "version", FORM_REQUIRED, 1, INT64_MAX);
    if (form_error_of(form, "naeste") == NULL && review.decision != REVIEW_REACHED && review.next != DAY_NONE
        && review.next <= r->today)
        form_error(form, "naeste", say(r->language, "Vælg en dag, der kommer."));
    if (form->error_count > 0)
        return show(r, &view);

    struct goal_review_id id = plan_review_goal(r->db, &seen, &review);
    if (id.n == 0) {
        view.is_overtaken = true;
        form_set_int(form, "version", view.goal.version);
        return show(r, &view);
    }
    request_tell(r, say_with(r->arena, r->language, messages[decision], view.goal.words, NULL),
                 arena_format(r->arena, "%s/%lld/fortryd", view.of.path, (long long)id.n));
    return plan_back(r, &view.of);
}

struct reply review_undo_post(struct request *r)
{
    struct review_view view = { 0 };
    struct goal_review_id review = { request_id(r, "opfoelgning") };

    if (!plan_open_goal(r, "", &view.of, &view.goal) || !plan_undo_review(r->db, &view.goal, review))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Opfølgningen er taget tilbage."), NULL);
    return plan_back(r, &view.of);
}
