/* SPDX-License-Identifier: MIT
 * upgrade.c: three columns: the library before, the library now, ours. */
#include "base/list.h"
#include "library/figure_words.h"
#include "library/pages.h"
#include "library/scheme_text.h"
#include "library_upgrade_page.h"

static const char *value_said(const struct scheme_case *about, const struct figure *figure, const char *value)
{
    if (value == NULL)
        return NULL;
    return figure != NULL ? figure_say(about, figure->type, value) : figure_words(about->arena, about->language, value);
}

static struct upgrade_row row_of(const struct scheme_case *about, const struct overlay_difference_row *difference)
{
    struct figure found;
    const struct figure *figure = figure_at(about, difference->path, &found) ? &found : NULL;
    const struct overlay_edit *edit = difference->edit;

    return (struct upgrade_row){
        .element = figure_element(about, difference->path),
        .label = figure == NULL ? NULL : figure->type->label,
        .old = value_said(about, figure, difference->old),
        .now = value_said(about, figure, difference->now),
        .ours = value_said(about, figure, difference->ours),
        .who = edit == NULL ? NULL : arena_format(about->arena, "%s, %s: %s", edit->by == NULL ? "" : edit->by,
                                                  say_day_year(about->arena, about->language, edit->valid_from), edit->reason),
        .is_vanished = difference->is_vanished,
    };
}

struct reply scheme_upgrade_get(struct request *r)
{
    struct scheme_case about;
    struct scheme_use_row use = { 0 };
    LIST_OF(struct upgrade_row) rows = { 0 };

    if (!scheme_case_load(r->db, r->language, request_parameter(r, "scheme"), &about))
        return reply_not_found(r);
    const char *id = about.library->id.text;
    bool is_used = scheme_use_of(r->db, id, &use);
    const struct scheme *old = is_used ? scheme_of_text(r->arena, scheme_use_text(r->db, id)) : NULL;
    struct upgrade_view view = {
        .about = &about,
        .form = form_new(r),
        .old_version = use.scheme_version,
        .is_newer = old != NULL && old->version < about.library->version,
        .may_write = r->actor.permissions & PERMISSION_BIT(MAY_SCHEME_WRITE),
    };
    struct overlay_differences differences = view.is_newer
        ? overlay_upgrade(r->arena, old, about.library, &about.overlay)
        : overlay_difference(r->arena, about.library, &about.overlay);
    for (size_t i = 0; i < differences.count; i++)
        *LIST_ADD(r->arena, &rows) = row_of(&about, &differences.at[i]);
    view.rows.at = rows.at;
    view.rows.count = rows.count;

    struct page page = page_new(r);
    upgrade_page(&page, &view);
    return reply_page(&page.text);
}

/* A person has looked through the newer version: from here on the next one is compared with it. */
struct reply scheme_upgrade_post(struct request *r)
{
    struct scheme_case about;

    if (!scheme_case_load(r->db, r->language, request_parameter(r, "scheme"), &about))
        return reply_not_found(r);
    const char *id = about.library->id.text;
    scheme_use_set_version(r->db, about.library->version, scheme_text(r->arena, about.library), id);
    request_tell(r, say(r->language, "Forskellene er set. Den nye udgave er nu jeres."), NULL);
    return reply_see_other(r, "%s", scheme_path(r->arena, id));
}
