/* SPDX-License-Identifier: MIT
 * try.c: what a change of a scheme would do to all cases, some hundred a page, so that no answer takes
 * long; the sums go on from page to page in the address. Nothing is stored. */
#include "library/pages.h"
#include "library_try_page.h"

enum { TRIED_A_PAGE = 400, TRIED_MAX = 10000000 };

struct trying {
    struct request *request;
    struct try_view *view;
    const struct ruleset *rules;
    struct tried tried;
};

static int64_t query_int(const struct request *r, const char *name)
{
    int64_t number = 0;

    return text_to_int(request_query(r, name), &number) && number > 0 && number < TRIED_MAX ? number : 0;
}

/* One page of citizens; view->next is where the following one begins. */
static void try_page_of(struct trying *trying, const char *scheme)
{
    struct request *r = trying->request;
    struct try_view *view = trying->view;
    struct scheme_streams_row_list citizens = scheme_streams(r->db, scheme, query_int(r, "efter"), TRIED_A_PAGE);

    if (citizens.count == 0)
        return;
    int64_t first = citizens.at[0].citizen.n, last = citizens.at[citizens.count - 1].citizen.n;
    if (r->actor.permissions & PERMISSION_BIT(MAY_CASE_READ))
        trying->tried.names = scheme_names(r->db, first, last, scheme,
                                     r->actor.permissions & PERMISSION_BIT(MAY_CASE_ALL) ? 1 : 0,
                                     (struct staff_id){ r->actor.id });
    for (size_t i = 0; i < citizens.count; i++) {
        struct stream stream = { STREAM_CITIZEN, citizens.at[i].citizen.n };
        struct row_differences differences = engine_try(r->db, stream, trying->rules, r->now);
        for (size_t k = 0; k < differences.count; k++)
            tried_add(&trying->tried, stream.id, &differences.at[k]);
    }
    view->tried += (int64_t)citizens.count;
    view->next = citizens.count == TRIED_A_PAGE ? last : 0;
}

/* The edit in the query; false when there is none that may be. */
static bool edit_read(struct request *r, const struct scheme_case *about, struct overlay_edit *edit, struct figure *figure)
{
    struct mistakes mistakes = mistakes_new(r->arena);

    *edit = (struct overlay_edit){ request_query(r, "sti"), request_query(r, "vaerdi"), r->today, "", "" };
    day_read(request_query(r, "fra"), &edit->valid_from);
    return figure_at(about, edit->path, figure) && overlay_may(r->arena, about->library, edit, &mistakes);
}

/* An edit counts for what begins from its day on, so that on that day it moves nothing. To show what it will do
 * it is tried as if it had been in force always; the page says so. */
static struct overlay_edit always_in_force(struct overlay_edit edit)
{
    edit.valid_from = 0;
    return edit;
}

static const char *what_is_tried(struct request *r, const struct try_view *view, const struct overlay_edit *edit,
                                 const struct figure *figure)
{
    if (view->is_switch)
        return view->is_on ? say(r->language, "tændt") : say(r->language, "slukket");
    return arena_format(r->arena, "%s: %s → %s", figure_element(view->about, edit->path), figure->used,
                        figure_say(view->about, figure->type, edit->value));
}

/* How far the trying has come, and the edit as typed: both stand in the address. */
static void read_address(struct request *r, struct try_view *view, struct trying *trying, const struct figure *figure)
{
    view->from = request_query(r, "fra");
    form_set(&view->form, "vaerdi", view->is_switch ? "" : figure->type->list != NULL ? view->value : request_query(r, "vaerdi"));
    form_set(&view->form, "fra", view->from);
    form_set(&view->form, "grund", request_query(r, "grund"));
    view->tried = query_int(r, "regnet");
    trying->tried.counts[ROW_NEW] = query_int(r, "nye");
    trying->tried.counts[ROW_CHANGED] = query_int(r, "flyttet");
    trying->tried.counts[ROW_GONE] = query_int(r, "vaek");
}

struct reply scheme_try_get(struct request *r)
{
    struct scheme_case about;
    struct overlay_edit edit, tried;
    struct figure figure = { 0 };
    struct ruleset rules = { 0 };
    struct try_view view = { .about = &about, .form = form_new(r), .is_switch = request_query(r, "sti")[0] == 0 };
    struct trying trying = { .request = r, .view = &view, .rules = &rules, .tried = { .request = r } };

    if (!scheme_case_load(r->db, r->language, request_parameter(r, "scheme"), &about))
        return reply_not_found(r);
    const char *scheme = about.library->id.text;
    if (!view.is_switch && !edit_read(r, &about, &edit, &figure))
        return reply_not_found(r);
    view.is_on = !library_is_on(r->db, scheme);
    if (!view.is_switch)
        tried = always_in_force(edit);
    library_rules_tried(r->db, r->arena,
                        &(struct library_trial){ scheme, view.is_switch ? NULL : &tried, view.is_on }, &rules);

    view.what = what_is_tried(r, &view, &edit, &figure);
    view.path = view.is_switch ? "" : edit.path;
    view.value = view.is_switch ? "" : edit.value;
    read_address(r, &view, &trying, &figure);
    struct scheme_citizens_row_list citizens = scheme_citizens(r->db);
    for (size_t i = 0; i < citizens.count; i++)
        if (text_is(citizens.at[i].scheme, scheme))
            view.citizens = citizens.at[i].citizens;
    try_page_of(&trying, scheme);
    for (int kind = 0; kind < TRIED_KIND_COUNT; kind++)
        view.counts[kind] = trying.tried.counts[kind];
    view.rows.at = trying.tried.rows.at;
    view.rows.count = trying.tried.rows.count;
    view.hidden = trying.tried.hidden;

    struct page page = page_new(r);
    try_page(&page, &view);
    return reply_page(&page.text);
}
