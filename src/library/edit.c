/* SPDX-License-Identifier: MIT
 * edit.c: editing one number of a scheme, and going back to the source's. */
#include "library/pages.h"
#include "library_edit_page.h"
#include "web/percent.h"

enum { VALUE_LENGTH_MAX = 120, REASON_LENGTH_MAX = 400 };

static bool edit_view_load(struct request *r, struct scheme_case *about, struct edit_view *view)
{
    if (!scheme_case_load(r->db, r->language, request_parameter(r, "scheme"), about) ||
        !figure_at(about, request_parameter(r, "path"), &view->figure))
        return false;
    const char *path = view->figure.path;
    struct text_pieces pieces = text_split(r->arena, path, '.');
    const struct scheme_rule *rule = text_is(pieces.at[0], "rules") ? scheme_rule_find(about->library, pieces.at[1]) : NULL;

    view->about = about;
    view->element = figure_element(about, path);
    view->others = figures_of(about, pieces.at[0], pieces.at[1], true);
    view->choices = figure_choices(about, view->figure.type);
    view->log = scheme_edit_log(r->db, about->library->id.text);
    if (rule != NULL && rule->rule.source != NULL)
        view->citation = library_citation(r->arena, rule->rule.source);
    return true;
}

static struct reply show(struct request *r, const struct edit_view *view)
{
    struct page page = page_new(r);

    edit_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply scheme_edit_get(struct request *r)
{
    struct scheme_case about;
    struct edit_view view = { .form = form_new(r) };

    if (!edit_view_load(r, &about, &view))
        return reply_not_found(r);
    form_set(&view.form, "vaerdi", view.figure.typed);
    form_set_day(&view.form, "fra", r->today);
    return show(r, &view);
}

/* Why the value cannot be: the reader's own words when it has any, and what would do. */
static void refuse(struct request *r, struct edit_view *view, const struct mistakes *mistakes)
{
    const char *hint = figure_hint(view->figure.type);
    const char *why = say(r->language, "Den værdi kan ikke bruges her.");

    if (hint != NULL)
        why = say_with(r->arena, r->language, "Det forstås ikke som et tal her. Skriv {1}.", say(r->language, hint), NULL);
    else if (mistakes->count > 0 && r->language == LANGUAGE_DA)
        why = mistakes->at[0].text;
    form_error(&view->form, "vaerdi", why);
}

/* "/ordninger/x/proev?..." with what was typed, to be tried before it is saved. */
static struct reply go_and_try(struct request *r, const struct edit_view *view, const struct overlay_edit *edit)
{
    struct text query = text_new(r->arena);

    text_add(&query, "sti=");
    percent_encode(&query, edit->path);
    text_add(&query, "&vaerdi=");
    percent_encode(&query, edit->value);
    text_add_format(&query, "&fra=%s", day_iso(r->arena, edit->valid_from));
    text_add(&query, "&grund=");
    percent_encode(&query, edit->reason);
    return reply_see_other(r, "%s/proev?%s", scheme_path(r->arena, view->about->library->id.text), text_done(&query));
}

struct reply scheme_edit_post(struct request *r)
{
    struct scheme_case about;
    struct edit_view view = { .form = form_read(r) };

    if (!edit_view_load(r, &about, &view))
        return reply_not_found(r);
    struct form *form = &view.form;
    const char *typed = form_text(form, "vaerdi", FORM_REQUIRED, VALUE_LENGTH_MAX);
    bool is_tried = form_flag(form, "proev");
    struct overlay_edit edit = {
        .path = view.figure.path,
        .value = figure_value(r->arena, view.figure.type, typed),
        .valid_from = form_day(form, "fra", FORM_REQUIRED),
        .reason = form_text(form, "grund", is_tried ? FORM_OPTIONAL : FORM_REQUIRED, REASON_LENGTH_MAX),
    };
    struct mistakes mistakes = mistakes_new(r->arena);

    if (form->error_count == 0 && !overlay_may(r->arena, about.library, &edit, &mistakes))
        refuse(r, &view, &mistakes);
    if (form->error_count > 0)
        return show(r, &view);
    if (is_tried)
        return go_and_try(r, &view, &edit);
    library_edit(r->db, about.library, &edit, &mistakes);
    request_tell(r, say_with(r->arena, r->language, "{1} er rettet.", view.element, NULL), NULL);
    return reply_see_other(r, "%s", scheme_path(r->arena, about.library->id.text));
}

struct reply scheme_withdraw_post(struct request *r)
{
    struct scheme_case about;
    struct edit_view view = { 0 };

    if (!edit_view_load(r, &about, &view))
        return reply_not_found(r);
    library_withdraw(r->db, about.library->id.text, view.figure.path);
    request_tell(r, say_with(r->arena, r->language, "{1} er igen som i kilden.", view.element, NULL), NULL);
    return reply_see_other(r, "%s", scheme_path(r->arena, about.library->id.text));
}
