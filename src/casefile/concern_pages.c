/* SPDX-License-Identifier: MIT
 * concern_pages.c: the page of the marks that staff set in an enrolment (S89), where its scheme asks for them. A person judges
 * and writes why; the page shows one citizen's marks by day, and no page lists people by them. */
#include "casefile/pages.h"

#include "base/text.h"
#include "casefile_concern_page.h"
#include "library/library.h"

enum { WORDS_MAX = 500, CODE_MAX = 60 };

const struct scheme_list *concern_list_of(const struct scheme *scheme)
{
    return scheme == NULL ? NULL : scheme_list(scheme, "opgive");
}

static struct choices items_of(struct request *r, const struct scheme_list *list)
{
    struct choice *choices = arena_array(r->arena, list->items.count + 1, sizeof *choices);

    for (size_t i = 0; i < list->items.count; i++)
        choices[i] = (struct choice){ list->items.at[i].id.text, words_in(list->items.at[i].text, (int)r->language) };
    return (struct choices){ choices, list->items.count };
}

static bool concern_open(struct request *r, struct concern_view *view)
{
    struct enrolment_row *row = &view->enrolment;

    if (!case_open(r, arena_format(r->arena, "ordninger/%lld/maerke", (long long)request_id(r, "indskrivning")), &view->of) ||
        !enrolment_load(r->db, (struct enrolment_id){ request_id(r, "indskrivning") }, row) ||
        row->citizen.n != view->of.citizen.id.n)
        return false;
    view->scheme = library_scheme(r->db, row->scheme);
    const struct scheme_list *list = concern_list_of(view->scheme);
    if (list == NULL)
        return false;
    view->title = words_in(list->text, (int)r->language);
    view->became = items_of(r, list);
    view->is_running = !text_is(row->state, "ended");
    view->rows = concerns_of_enrolment(r->db, row->citizen, row->id);
    for (size_t i = 0; i < view->rows.count; i++)
        if (view->rows.at[i].ended_day == DAY_NONE)
            view->open = &view->rows.at[i];
    return true;
}

static struct reply show(struct request *r, const struct concern_view *view)
{
    struct page page = page_new(r);

    concern_page(&page, view);
    return view->of.form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

/* The mark of the address, in this enrolment. */
static const struct concern_row *concern_asked(struct request *r, const struct concern_view *view)
{
    for (size_t i = 0; i < view->rows.count; i++)
        if (view->rows.at[i].id.n == request_id(r, "maerke"))
            return &view->rows.at[i];
    return NULL;
}

/* A day of the form that has come, and is not before another (DAY_NONE: any). */
static day past_day(struct request *r, struct form *form, const char *name, day first)
{
    day on = form_day(form, name, FORM_REQUIRED);

    if (on != DAY_NONE && on > r->today)
        form_error(form, name, say(r->language, "Dagen ligger i fremtiden."));
    else if (on != DAY_NONE && first != DAY_NONE && on < first)
        form_error(form, name, say(r->language, "Dagen ligger før mærket."));
    return on;
}

struct reply concern_get(struct request *r)
{
    struct concern_view view = { 0 };

    if (!concern_open(r, &view))
        return reply_not_found(r);
    form_set_day(&view.of.form, view.open == NULL ? "fra" : "slut", r->today);
    return show(r, &view);
}

struct reply concern_post(struct request *r)
{
    struct concern_view view = { 0 };

    if (!concern_open(r, &view) || !view.is_running)
        return reply_not_found(r);
    struct form *form = &view.of.form;
    day noted = past_day(r, form, "fra", DAY_NONE);
    const char *words = form_text(form, "grund", FORM_REQUIRED, WORDS_MAX);
    if (form->error_count > 0)
        return show(r, &view);
    if (casefile_note_concern(r->db, &view.enrolment, concern_list_of(view.scheme)->id.text, noted, words).n == 0)
        return reply_conflict(r, say(r->language, "Der er allerede et mærke, som ikke er afsluttet."));
    request_tell(r, say_with(r->arena, r->language, SAY("Mærket er sat: {1}."), view.title, NULL), NULL);
    return reply_see_other(r, "%s", view.of.path);
}

struct reply concern_end_post(struct request *r)
{
    struct concern_view view = { 0 };

    if (!concern_open(r, &view))
        return reply_not_found(r);
    const struct concern_row *concern = concern_asked(r, &view);
    struct form *form = &view.of.form;
    if (concern == NULL)
        return reply_not_found(r);
    if (concern->ended_day != DAY_NONE)
        return reply_conflict(r, say(r->language, "Mærket er allerede afsluttet."));
    const char *became = form_text(form, "blev", FORM_REQUIRED, CODE_MAX);
    if (*became != 0 && case_choice_label(&view.became, became) == NULL)
        form_error(form, "blev", say(r->language, "Vælg en af mulighederne."));
    day ended = past_day(r, form, "slut", concern->noted_day);
    const char *words = form_text(form, "bemaerkning", FORM_OPTIONAL, WORDS_MAX);
    if (form->error_count > 0)
        return show(r, &view);
    if (!casefile_close_concern(r->db, concern, ended, became, words))
        return reply_conflict(r, say(r->language, "Mærket er allerede afsluttet."));
    request_tell(r, say(r->language, "Mærket er afsluttet."), NULL);
    return reply_see_other(r, "%s", view.of.path);
}

struct reply concern_undo_post(struct request *r)
{
    struct concern_view view = { 0 };

    if (!concern_open(r, &view))
        return reply_not_found(r);
    const struct concern_row *concern = concern_asked(r, &view);
    if (concern == NULL)
        return reply_not_found(r);
    if (!casefile_undo_concern(r->db, concern))
        return reply_conflict(r, say(r->language, "Der er sat et nyere mærke, eller det er ændret imens. Se listen, og prøv igen."));
    request_tell(r, say(r->language, concern->ended_day == DAY_NONE ? SAY("Mærket er fortrudt.") : SAY("Afslutningen er fortrudt.")), NULL);
    return reply_see_other(r, "%s", view.of.path);
}
