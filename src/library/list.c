/* SPDX-License-Identifier: MIT
 * list.c: the page of all schemes, and switching them on and off. */
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "library/pages.h"
#include "library_list_page.h"

const char *scheme_path(struct arena *arena, const char *scheme)
{
    return arena_format(arena, "/ordninger/%s", scheme);
}

/* What the handler has loaded, to be laid beside each scheme. */
struct listing {
    struct request *request;
    struct scheme_use_row_list uses;
    struct scheme_citizens_row_list citizens;
    struct scheme_edit_counts_row_list edits;
};

static struct scheme_listed listed(const struct listing *listing, const struct scheme *scheme)
{
    enum language language = listing->request->language;
    struct scheme_listed row = {
        .scheme = scheme,
        .title = words_in(scheme->title, (int)language),
        .effort = words_in(scheme->about.effort, (int)language),
        .results = words_in(scheme->about.results, (int)language),
        .advice = words_in(scheme->about.advice, (int)language),
    };

    for (size_t i = 0; i < listing->uses.count; i++)
        if (text_is(listing->uses.at[i].scheme, scheme->id.text))
            row.is_on = listing->uses.at[i].is_on;
    for (size_t i = 0; i < listing->citizens.count; i++)
        if (text_is(listing->citizens.at[i].scheme, scheme->id.text))
            row.citizens = listing->citizens.at[i].citizens;
    for (size_t i = 0; i < listing->edits.count; i++)
        if (text_is(listing->edits.at[i].scheme, scheme->id.text))
            row.edits = listing->edits.at[i].edits;
    return row;
}

/* Does any text of the scheme hold what was searched for? */
static bool is_found(struct arena *arena, const struct scheme_listed *row, const char *folded)
{
    const char *texts[] = { row->title, row->effort, row->results, row->advice, row->scheme->origin.org };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i] != NULL && strstr(text_fold(arena, texts[i]), folded) != NULL)
            return true;
    return *folded == 0;
}

static bool is_shown(const struct scheme_listed *row, const char *shown)
{
    if (text_is(shown, "taendte"))
        return row->is_on;
    if (text_is(shown, "rettede"))
        return row->edits > 0;
    return !text_is(shown, "resultater") || row->results != NULL;
}

/* Those that are on, then by number of citizens, then by name. */
static int by_use(const void *a, const void *b)
{
    const struct scheme_listed *x = a, *y = b;

    if (x->is_on != y->is_on)
        return x->is_on ? -1 : 1;
    if (x->citizens != y->citizens)
        return x->citizens > y->citizens ? -1 : 1;
    return strcmp(x->title, y->title);
}

struct reply library_list_get(struct request *r)
{
    const struct library *library = library_all();
    struct listing listing = { r, scheme_use_all(r->db), scheme_citizens(r->db), scheme_edit_counts(r->db) };
    struct library_view view = {
        .form = form_new(r),
        .words = request_query(r, "soeg"),
        .shown = request_query(r, "vis"),
        .filter = { request_query(r, "sted"), request_query(r, "emne"), request_query(r, "fase") },
        .orgs = filter_orgs(r->arena, library),
        .subjects = filter_subjects(r->arena, library, (int)r->language),
        .times = filter_times(r->arena, library, (int)r->language),
        .total = (int64_t)library->schemes.count,
                .conflicts = library_conflicts_load(r),
        .may_write = r->actor.permissions & PERMISSION_BIT(MAY_SCHEME_WRITE),
    };
    const char *folded = text_fold(r->arena, view.words);
    LIST_OF(struct scheme_listed) rows = { 0 };

    for (size_t i = 0; i < library->schemes.count; i++) {
        struct scheme_listed row = listed(&listing, library->schemes.at[i]);
        view.on_count += row.is_on;
        if (is_shown(&row, view.shown) && scheme_fits(row.scheme, &view.filter) && is_found(r->arena, &row, folded))
            *LIST_ADD(r->arena, &rows) = row;
    }
    if (rows.count > 0)
        qsort(rows.at, rows.count, sizeof *rows.at, by_use);
    view.schemes.at = rows.at;
    view.schemes.count = rows.count;

    struct page page = page_new(r);
    library_page(&page, &view);
    return reply_page(&page.text);
}

/* Both ways are one click, and the way back is in the line that says it. */
struct reply library_switch_post(struct request *r)
{
    const struct scheme *scheme = library_find(library_all(), request_parameter(r, "scheme"));
    bool is_on = text_is(request_parameter(r, "tilstand"), "taend");

    if (scheme == NULL || (!is_on && !text_is(request_parameter(r, "tilstand"), "sluk")))
        return reply_not_found(r);
    library_switch(r->db, scheme, is_on);
    const char *title = words_in(scheme->title, (int)r->language);
    request_tell(r, is_on ? say_with(r->arena, r->language, "{1} er tændt.", title, NULL)
                          : say_with(r->arena, r->language, "{1} er slukket. Dens frister bortfalder.", title, NULL),
                 arena_format(r->arena, "%s/%s", scheme_path(r->arena, scheme->id.text), is_on ? "sluk" : "taend"));
    return reply_see_other(r, "/ordninger");
}
