/* SPDX-License-Identifier: MIT
 * edit.c: a new board, and what is edited about one. */
#include "base/text.h"
#include "pipeline/pages.h"
#include "pipeline_edit_page.h"

enum { NAME_MAX = 200, AREAS_MAX = 1000, COMPANIES_LOOKED = 2 };

/* One company by what was typed: a cohort needs exactly one. */
static struct company_id company_read(struct form *form, bool is_needed)
{
    struct request *r = form->request;
    const char *typed = form_value(form, "virksomhed");
    struct company_listed_list found = employer_search(r->db, typed, COMPANIES_LOOKED);

    if (found.count == 1 || (found.count > 1 && text_is(found.at[0].name, typed)))
        return found.at[0].id;
    if (found.count > 1)
        form_error(form, "virksomhed", say(r->language, "Flere virksomheder passer. Skriv hele navnet eller P-nummeret."));
    else if (!text_is_blank(typed))
        form_error(form, "virksomhed", say(r->language, "Ingen virksomhed passer. Opret den først."));
    else if (is_needed)
        form_error(form, "virksomhed", say(r->language, "Skriv, hvilken virksomhed der rekrutteres til."));
    return (struct company_id){ 0 };
}

static struct pipeline_update_in facts_read(struct form *form, bool is_cohort)
{
    struct pipeline_update_in facts = {
        .name = form_text(form, "navn", FORM_REQUIRED, NAME_MAX),
        .company = company_read(form, is_cohort),
        .areas = form_text(form, "omraader", FORM_OPTIONAL, AREAS_MAX),
        .from_day = form_day(form, "fra", FORM_REQUIRED),
        .to_day = form_day(form, "til", FORM_OPTIONAL),
        .mentors_told_day = form_day(form, "mentorer", FORM_OPTIONAL),
        .aftercare_day = form_day(form, "efter", FORM_OPTIONAL),
    };

    if (facts.to_day != DAY_NONE && facts.from_day != DAY_NONE && facts.to_day < facts.from_day)
        form_error(form, "til", say(form->request->language, "Den sidste dag er før den første."));
    return facts;
}

static struct reply show(struct request *r, struct board_edit_view *view)
{
    struct page page = page_new(r);

    view->kinds = glossary_some(r, "pipeline_kind", pipeline_kind_codes);
    board_edit(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply board_new_get(struct request *r)
{
    struct board_edit_view view = { .form = form_new(r), .path = "/tavler/ny", .title = say(r->language, "Ny tavle"),
                                    .is_new = true };

    form_set(&view.form, "slags", pipeline_kind_codes[PIPELINE_COHORT]);
    form_set_day(&view.form, "fra", r->today);
    return show(r, &view);
}

struct reply board_new_post(struct request *r)
{
    struct board_edit_view view = { .form = form_read(r), .path = "/tavler/ny", .title = say(r->language, "Ny tavle"),
                                    .is_new = true };
    int kind = form_choice(&view.form, "slags", FORM_REQUIRED, pipeline_kind_codes);
    struct pipeline_update_in facts = facts_read(&view.form, kind == PIPELINE_COHORT);

    if (view.form.error_count > 0)
        return show(r, &view);
    struct pipeline_id board = pipeline_insert(r->db, &(struct pipeline_insert_in){
        .kind = pipeline_kind_codes[kind], .name = facts.name, .company = facts.company, .owner = { r->actor.id },
        .areas = facts.areas, .from_day = facts.from_day, .to_day = facts.to_day,
        .mentors_told_day = facts.mentors_told_day, .aftercare_day = facts.aftercare_day, .created_at = r->now });
    request_tell(r, say(r->language, "Tavlen er oprettet."), NULL);
    return reply_see_other(r, "/tavler/%lld", (long long)board.n);
}

static struct board_edit_view edit_view(struct request *r, const struct pipeline_row *board, struct form form)
{
    return (struct board_edit_view){
        .form = form,
        .path = arena_format(r->arena, "/tavler/%lld/ret", (long long)board->id.n),
        .title = say_with(r->arena, r->language, "Ret {1}", board->name, NULL),
    };
}

static void fill_day(struct form *form, const char *name, day on)
{
    if (on != DAY_NONE)
        form_set_day(form, name, on);
}

struct reply board_edit_get(struct request *r)
{
    struct pipeline_row board;

    if (!board_of_path(r, &board))
        return reply_not_found(r);
    struct board_edit_view view = edit_view(r, &board, form_new(r));
    form_set(&view.form, "navn", board.name);
    form_set(&view.form, "virksomhed", board.company_name);
    form_set(&view.form, "omraader", board.areas);
    fill_day(&view.form, "fra", board.from_day);
    fill_day(&view.form, "til", board.to_day);
    fill_day(&view.form, "mentorer", board.mentors_told_day);
    fill_day(&view.form, "efter", board.aftercare_day);
    form_set_int(&view.form, "version", board.version);
    return show(r, &view);
}

struct reply board_edit_post(struct request *r)
{
    struct pipeline_row board;

    if (!board_of_path(r, &board))
        return reply_not_found(r);
    struct board_edit_view view = edit_view(r, &board, form_read(r));
    struct pipeline_update_in facts = facts_read(&view.form, pipeline_shape_of(&board)->is_of_citizens);
    facts.id = board.id;
    facts.version = form_int(&view.form, "version", FORM_REQUIRED, 1, INT64_MAX);
    if (view.form.error_count == 0 && pipeline_update(r->db, &facts) != 1) {
        form_set_int(&view.form, "version", board.version);
        form_error(&view.form, "navn",
                   say(r->language, "En kollega har rettet imens. Se siden i et andet vindue, og gem igen."));
    }
    if (view.form.error_count > 0)
        return show(r, &view);
    request_tell(r, say(r->language, "Tavlen er rettet."), NULL);
    return reply_see_other(r, "/tavler/%lld", (long long)board.id.n);
}
