/* SPDX-License-Identifier: MIT
 * course.c: an accepted proposal on its way: why, what the citizen and the company say, taken back, begun. */
#include "base/text.h"
#include "citizen/citizen.h"
#include "citizen/consideration.h"
#include "placement/functions.h"
#include "proposal/pages.h"
#include "proposal_course_page.h"

enum { WORDS_MAX = 500 };

/* The proposal of the path, when its unit is the actor's. */
static bool load(struct request *r, struct course_view *view)
{
    struct proposal_unit_row unit;
    struct proposal_id id = { request_id(r, "proposal") };

    if (!proposal_load(r->db, id, &view->proposal) || !unit_may(r, view->proposal.unit, &unit) ||
        !proposal_accepted_load(r->db, id, &view->accepted))
        return false;
    view->kind = market_kind_find(view->proposal.kind);
    view->may_begin = view->kind->begin != NULL && text_is(view->accepted.state, "agreed") && market_kind_may_begin(view->kind, r->actor);
    if (view->may_begin && view->kind->doubts != NULL)
        view->doubts = view->kind->doubts(r->db, r->language, &view->accepted);
    view->may_end = text_is(view->accepted.state, "started") && view->accepted.placement.n == 0 && view->accepted.course_group.n == 0;
    view->is_open = text_is(view->accepted.state, "asked") || text_is(view->accepted.state, "agreed");
    return true;
}

static struct reply show(struct request *r, struct course_view *view)
{
    struct page page = page_new(r);

    view->name = citizen_name(r->arena, view->proposal.first_name, view->proposal.last_name);
    view->points = score_words(r->arena, view->proposal.score);
    view->reasons = reasons_read(r->arena, r->language, market_criteria(r->db, view->kind), view->proposal.facts);
    view->steps = proposal_steps_of(r->db, view->proposal.citizen, STEPS_SHOWN);
    view->reasons_given = proposal_reasons(r);
    view->may_write = request_may(r, MAY_PLACEMENT_WRITE);
    course_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply course_get(struct request *r)
{
    struct course_view view = { .form = form_new(r) };

    return load(r, &view) ? show(r, &view) : reply_not_found(r);
}

/* A seat that is free again: the others are worked out anew. */
static void follow(struct request *r, const struct course_view *view)
{
    struct proposal_run_row run;

    if (!proposal_run_newest(r->db, view->proposal.unit, view->kind->code, &run))
        return;
    struct proposal_market *market = market_load(r->db, view->proposal.unit, view->kind, r->today, run.id);
    market_solve(r->arena, market);
    proposal_run_follow(r->db, market, run.id, "control");
}

struct reply course_answer_post(struct request *r)
{
    static const char *const parties[] = { "borger", "virksomhed", NULL }, *const answers[] = { "ja", "nej", NULL };
    struct course_view view = { 0 };

    if (!load(r, &view))
        return reply_not_found(r);
    view.form = form_read(r);
    int who = form_choice(&view.form, "hvem", FORM_REQUIRED, parties), answer = form_choice(&view.form, "svar", FORM_REQUIRED, answers);
    const char *reason = reason_read(&view.form, "grund", answer == 1 && !view.kind->is_no_free ? FORM_REQUIRED : FORM_OPTIONAL);
    const char *words = form_text(&view.form, "ord", FORM_OPTIONAL, WORDS_MAX);
    citizen_refuse_diagnosis(&view.form, "ord", words);
    if (view.form.error_count == 0 &&
        !proposal_answer(r->db, &view.accepted, who == 0 ? ANSWER_CITIZEN : ANSWER_COMPANY, answer == 0, reason, words))
        form_error(&view.form, "svar", say(r->language, "Det er afgjort imens. Se, hvad der står."));
    if (view.form.error_count > 0)
        return show(r, &view);
    struct proposal_accepted_row now;
    bool is_begun = proposal_accepted_load(r->db, view.proposal.id, &now) && text_is(now.state, "started");
    request_tell(r, is_begun    ? say(r->language, view.kind->begin)
                    : answer == 0 ? say(r->language, "Svaret er gemt.")
                                : say(r->language, "Svaret er gemt. Pladsen er ledig igen, og begge sider får besked."), NULL);
    return reply_see_other(r, "/forslag/sag/%lld", (long long)view.proposal.id.n);
}

struct reply course_withdraw_post(struct request *r)
{
    struct course_view view = { 0 };

    if (!load(r, &view) || !proposal_withdraw(r->db, &view.accepted, ""))
        return reply_not_found(r);
    follow(r, &view);
    request_tell(r, say(r->language, "Accepten er trukket tilbage; pladsen er ledig igen."), NULL);
    return reply_see_other(r, "/forslag/%lld?slags=%s&borger=%lld", (long long)view.proposal.unit.n, view.kind->code,
                           (long long)view.proposal.citizen.n);
}

/* What speaks against it does not stop it: it begins when somebody says why. */
struct reply course_begin_post(struct request *r)
{
    struct course_view view = { 0 };

    if (!load(r, &view) || !view.may_begin)
        return reply_not_found(r);
    view.form = form_read(r);
    const char *reason = form_text(&view.form, "grund", FORM_OPTIONAL, WORDS_MAX);
    if (view.doubts.count > 0 && text_is_blank(reason))
        form_error(&view.form, "grund", say(r->language, "Skriv hvorfor, hvis det skal gælde."));
    if (view.form.error_count > 0)
        return show(r, &view);
    if (!proposal_begin(r->db, view.proposal.id, view.doubts.count > 0 ? reason : ""))
        return reply_not_found(r);
    request_tell(r, say(r->language, view.kind->begin), NULL);
    return reply_see_other(r, "/forslag/sag/%lld", (long long)view.proposal.id.n);
}

struct reply course_end_post(struct request *r)
{
    struct course_view view = { 0 };

    if (!load(r, &view) || !proposal_end(r->db, &view.accepted))
        return reply_not_found(r);
    follow(r, &view);
    request_tell(r, say(r->language, "Det er sluttet."), NULL);
    return reply_see_other(r, "/forslag/sag/%lld", (long long)view.proposal.id.n);
}
