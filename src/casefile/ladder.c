/* SPDX-License-Identifier: MIT
 * ladder.c: the page of the employment ladder: the scheme's steps, highest first, and those stood on. */
#include "casefile/pages.h"

#include "base/text.h"
#include "casefile_case_page.h"
#include "library/library.h"

enum { NOTE_MAX = 500 };

/* The ladder of the citizen's schemes: the first ordered list that a rule waits for. */
struct ladder_of {
    const struct scheme *scheme;
    const struct scheme_list *list;
};

static const struct scheme_list *ladder_in(const struct scheme *scheme)
{
    for (size_t i = 0; i < scheme->lists.count; i++)
        if (scheme->lists.at[i].ordered)
            return &scheme->lists.at[i];
    return NULL;
}

static struct ladder_of ladder_of(struct request *r, struct citizen_id citizen)
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(r->db, citizen);

    for (size_t i = 0; i < enrolments.count; i++) {
        const struct scheme *scheme = library_scheme(r->db, enrolments.at[i].scheme);
        const struct scheme_list *list = scheme == NULL ? NULL : ladder_in(scheme);
        if (list != NULL && !text_is(enrolments.at[i].state, "ended"))
            return (struct ladder_of){ scheme, list };
    }
    return (struct ladder_of){ 0 };
}

static struct choices steps_of(struct request *r, const struct scheme_list *list)
{
    size_t count = list == NULL ? 0 : list->items.count;
    struct choice *choices = arena_array(r->arena, count, sizeof *choices);

    for (size_t i = 0; i < count; i++) { /* The highest step first. */
        const struct scheme_list_item *item = &list->items.at[count - 1 - i];
        choices[i] = (struct choice){ item->id.text, words_in(item->text, (int)r->language) };
    }
    return (struct choices){ choices, count };
}

static struct reply show(struct request *r, struct ladder_view *view, const struct ladder_of *ladder)
{
    struct ladder_row_list rows = ladder_of_citizen(r->db, view->of.citizen.id);
    struct ladder_step_view *history = arena_array(r->arena, rows.count, sizeof *history);
    struct page page = page_new(r);

    for (size_t i = 0; i < rows.count; i++)
        history[i] = (struct ladder_step_view){
            &rows.at[i], library_item_label(ladder->scheme, rows.at[i].ladder, rows.at[i].step, (int)r->language) };
    view->history.at = history;
    view->history.count = rows.count;
    view->steps = steps_of(r, ladder->list);
    ladder_page(&page, view);
    return view->of.form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply ladder_get(struct request *r)
{
    struct ladder_view view = { 0 };

    if (!case_open(r, "trin", &view.of))
        return reply_not_found(r);
    struct ladder_of ladder = ladder_of(r, view.of.citizen.id);
    return show(r, &view, &ladder);
}

static const struct scheme_list_item *item_of(const struct scheme_list *list, const char *code)
{
    for (size_t i = 0; list != NULL && i < list->items.count; i++)
        if (text_is(list->items.at[i].id.text, code))
            return &list->items.at[i];
    return NULL;
}

struct reply ladder_post(struct request *r)
{
    struct ladder_view view = { 0 };

    if (!case_open(r, "trin", &view.of))
        return reply_not_found(r);
    struct ladder_of ladder = ladder_of(r, view.of.citizen.id);
    const char *note = form_text(&view.of.form, "note", FORM_OPTIONAL, NOTE_MAX);
    const struct scheme_list_item *item = item_of(ladder.list, form_value(&view.of.form, "trin"));
    if (item == NULL)
        form_error(&view.of.form, "trin", say(r->language, "Vælg et trin."));
    if (view.of.form.error_count > 0)
        return show(r, &view, &ladder);
    casefile_place_on_ladder(r->db, view.of.citizen.id, ladder.list->id.text, item->id.text, r->now, note);
    request_tell(r, say_with(r->arena, r->language, SAY("{1} er indplaceret: {2}."), view.of.name,
                             words_in(item->text, (int)r->language), NULL), NULL);
    return case_back(r, &view.of);
}
