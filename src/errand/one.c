/* SPDX-License-Identifier: MIT
 * one.c: one errand: the consultant answers, says which company was asked, and closes it. */
#include "base/text.h"
#include "errand/pages.h"
#include "errand_one_page.h"

enum { WORDS_MAX = 1000, NAME_MAX = 120 };

/* PLACED comes by itself when a placement is agreed. */
static const char *const typed_outcomes[] = { "none", "withdrawn", NULL };

static const char *waited(struct request *r, const struct errand_view *view)
{
    for (size_t i = 0; i < view->steps.count; i++)
        if (text_is(view->steps.at[i].kind, "asked"))
            return errand_span_words(r->arena, r->language, view->steps.at[i].taken_at - view->errand.wished_at);
    return NULL;
}

static bool view_load(struct request *r, struct errand_view *view)
{
    if (!errand_load(r->db, (struct errand_id){ request_id(r, "errand") }, &view->errand))
        return false;
    view->steps = errand_steps(r->db, view->errand.id, view->errand.citizen);
    view->waited = waited(r, view);
    view->is_open = !text_is(view->errand.state, "closed");
    view->may_write = request_may(r, MAY_PLACEMENT_WRITE);
    view->has_case = request_may(r, MAY_CASE_READ) || request_may(r, MAY_CASE_WORK);
    view->outcomes = glossary_some(r, "errand_outcome", typed_outcomes);
    view->answer_form = form_new(r);
    view->company_form = form_new(r);
    view->close_form = form_new(r);
    form_set_instant(&view->answer_form, "hvornaar", r->now);
    form_set_instant(&view->company_form, "hvornaar", r->now);
    return true;
}

static struct reply show(struct request *r, struct errand_view *view, bool is_again)
{
    struct page page = page_new(r);

    view->company_form.part = "virksomhed";
    view->close_form.part = "luk";
    errand_one(&page, view);
    return is_again ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply errand_get(struct request *r)
{
    struct errand_view view = { 0 };

    return view_load(r, &view) ? show(r, &view, false) : reply_not_found(r);
}

static struct reply done(struct request *r, const struct errand_view *view, bool was_written, const char *message)
{
    if (!was_written)
        return reply_conflict(r, say(r->language, "Find praktik"));
    request_tell(r, message, arena_format(r->arena, "/find-praktik/%lld/fortryd/%lld", (long long)view->errand.id.n,
                                          (long long)errand_last_step(r->db, &view->errand)));
    return reply_see_other(r, "/find-praktik/%lld", (long long)view->errand.id.n);
}

/* When it was: from the wish to now. */
static instant moment_read(struct form *form, const struct errand_row *errand)
{
    struct request *r = form->request;
    instant at = form_instant(form, "hvornaar", FORM_REQUIRED);

    if (form->error_count == 0 && at > r->now)
        form_error(form, "hvornaar", say(r->language, "Det er ikke sket endnu."));
    if (form->error_count == 0 && at < errand->wished_at - errand->wished_at % 60)
        form_error(form, "hvornaar", say(r->language, "Det er før ønsket."));
    return at;
}

struct reply errand_answer_post(struct request *r)
{
    struct errand_view view = { 0 };

    if (!view_load(r, &view))
        return reply_not_found(r);
    view.answer_form = form_read(r);
    instant at = moment_read(&view.answer_form, &view.errand);
    const char *words = form_text(&view.answer_form, "ord", FORM_REQUIRED, WORDS_MAX);
    if (view.answer_form.error_count > 0)
        return show(r, &view, true);
    return done(r, &view, errand_answer(r->db, &view.errand, at, words), say(r->language, "Svaret er gemt."));
}

/* The one company that what was typed fits. */
static struct company_id company_read(struct form *form)
{
    struct request *r = form->request;
    const char *typed = form_text(form, "hos", FORM_REQUIRED, NAME_MAX);
    struct company_listed_list found = employer_search(r->db, typed, 2);

    if (*typed == 0 || found.count == 1)
        return found.count == 1 ? found.at[0].id : (struct company_id){ 0 };
    form_error(form, "hos", found.count == 0
                   ? say(r->language, "Ingen virksomhed hedder sådan. Opret den først under Virksomheder.")
                   : say(r->language, "Flere virksomheder hedder sådan. Skriv mere af navnet."));
    return (struct company_id){ 0 };
}

struct reply errand_company_post(struct request *r)
{
    struct errand_view view = { 0 };

    if (!view_load(r, &view))
        return reply_not_found(r);
    view.company_form = form_read(r);
    struct company_id company = company_read(&view.company_form);
    instant at = moment_read(&view.company_form, &view.errand);
    const char *words = form_text(&view.company_form, "ord", FORM_OPTIONAL, WORDS_MAX);
    if (view.company_form.error_count > 0)
        return show(r, &view, true);
    return done(r, &view, errand_ask_company(r->db, &view.errand, company, at, words), say(r->language, "Det er gemt."));
}

struct reply errand_close_post(struct request *r)
{
    struct errand_view view = { 0 };

    if (!view_load(r, &view))
        return reply_not_found(r);
    view.close_form = form_read(r);
    int outcome = form_choice(&view.close_form, "udfald", FORM_REQUIRED, typed_outcomes);
    const char *words = form_text(&view.close_form, "ord", FORM_REQUIRED, WORDS_MAX);
    if (view.close_form.error_count > 0)
        return show(r, &view, true);
    return done(r, &view, errand_close(r->db, &view.errand, outcome == 0 ? ERRAND_NONE : ERRAND_WITHDRAWN, words),
                say(r->language, "Det er afsluttet."));
}

struct reply errand_undo_post(struct request *r)
{
    struct errand_row errand;
    int64_t step = request_id(r, "trin");

    if (!errand_load(r->db, (struct errand_id){ request_id(r, "errand") }, &errand) || step == 0 ||
        step > errand_last_step(r->db, &errand)) /* A number of none of its steps. */
        return reply_not_found(r);
    if (!errand_undo(r->db, &errand, step))
        return reply_conflict(r, say(r->language, "Find praktik"));
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return reply_see_other(r, "/find-praktik/%lld", (long long)errand.id.n);
}

/* Whoever asked takes it back. */
struct reply errand_back_post(struct request *r)
{
    struct errand_row errand;

    if (!errand_load(r->db, (struct errand_id){ request_id(r, "errand") }, &errand))
        return reply_not_found(r);
    if (!errand_take_back(r->db, &errand))
        return reply_conflict(r, say(r->language, "Find praktik"));
    request_tell(r, say(r->language, "Det er taget tilbage."), NULL);
    return reply_see_other(r, "/borger/%lld", (long long)errand.citizen.n);
}
