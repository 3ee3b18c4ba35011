/* SPDX-License-Identifier: MIT
 * break.c: the page of breaks in the clocks: illness, leave, moved. */
#include "casefile/pages.h"

#include "base/text.h"
#include "casefile_case_page.h"

enum { NOTE_MAX = 300 };

static const struct choice reasons[] = {
    { "sygdom", SAY("Sygdom") }, { "barsel", SAY("Barsel") }, { "ferie", SAY("Ferie") }, { "flyttet", SAY("Flyttet") },
};
enum { REASON_COUNT = sizeof reasons / sizeof *reasons };

static struct reply show(struct request *r, struct break_view *view)
{
    struct page page = page_new(r);

    view->reasons = (struct choices){ reasons, REASON_COUNT };
    view->all = suspension_of_citizen(r->db, view->of.citizen.id);
    break_page(&page, view);
    return view->of.form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply break_get(struct request *r)
{
    struct break_view view = { 0 };

    if (!case_open(r, "bero", &view.of))
        return reply_not_found(r);
    form_set_day(&view.of.form, "fra", r->today);
    return show(r, &view);
}

struct reply break_post(struct request *r)
{
    struct break_view view = { 0 };
    const char *codes[REASON_COUNT + 1] = { 0 };

    if (!case_open(r, "bero", &view.of))
        return reply_not_found(r);
    for (size_t i = 0; i < REASON_COUNT; i++)
        codes[i] = reasons[i].code;
    int reason = form_choice(&view.of.form, "grund", FORM_REQUIRED, codes);
    day from = form_day(&view.of.form, "fra", FORM_REQUIRED), to = form_day(&view.of.form, "til", FORM_OPTIONAL);
    const char *note = form_text(&view.of.form, "note", FORM_OPTIONAL, NOTE_MAX);
    if (from != DAY_NONE && to != DAY_NONE && to < from)
        form_error(&view.of.form, "til", say(r->language, "Sidste dag ligger før første dag."));
    if (view.of.form.error_count > 0)
        return show(r, &view);
    casefile_suspend(r->db, &(struct suspension_insert_in){ view.of.citizen.id, reasons[reason].code, note, from, to,
                                                            { r->actor.id } });
    request_tell(r, say(r->language, "Sat i bero. Fristerne er regnet igen."), NULL);
    return case_back(r, &view.of);
}

struct reply break_end_post(struct request *r)
{
    struct break_view view = { 0 };

    if (!case_open(r, "bero", &view.of))
        return reply_not_found(r);
    struct suspension_row_list all = suspension_of_citizen(r->db, view.of.citizen.id);
    for (size_t i = 0; i < all.count; i++)
        if (all.at[i].id.n == request_id(r, "bero")) {
            if (!casefile_resume(r->db, &all.at[i], r->today - 1))
                return reply_conflict(r, say(r->language, "Pausen er allerede ændret."));
            request_tell(r, say(r->language, "I gang igen. Fristerne er regnet igen."), NULL);
            return case_back(r, &view.of);
        }
    return reply_not_found(r);
}
