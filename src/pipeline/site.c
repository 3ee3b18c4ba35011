/* SPDX-License-Identifier: MIT
 * site.c: being at the company: who is there when, and what happened there. */
#include "base/text.h"
#include "pipeline/pages.h"
#include "staff/staff.h"

enum { HOURS_MAX = 100, WORDS_MAX = 2000, WEEKDAYS = 7 };

struct reply base_post(struct request *r)
{
    struct form form = form_read(r);
    struct staff_id staff = { form_int(&form, "medarbejder", FORM_REQUIRED, 1, INT64_MAX) };
    int64_t weekday = form_int(&form, "ugedag", FORM_REQUIRED, 1, WEEKDAYS);
    const char *hours = form_text(&form, "tid", FORM_REQUIRED, HOURS_MAX);
    struct pipeline_row board;
    struct staff_row person;

    if (!board_of_path(r, &board))
        return reply_not_found(r);
    if (form.error_count == 0 && !staff_load(r->db, staff, &person))
        form_error(&form, "medarbejder", say(r->language, "Vælg en fra listen."));
    if (form.error_count > 0) {
        struct board_view view = board_view_of(r, &board);
        view.base_form = form;
        return board_show(r, &view, true);
    }
    pipeline_base_put(r->db, board.id, staff, weekday, hours);
    request_tell(r, say(r->language, "Tiden hos virksomheden er gemt."), NULL);
    return reply_see_other(r, "/tavler/%lld", (long long)board.id.n);
}

struct reply base_remove_post(struct request *r)
{
    struct pipeline_row board;

    if (!board_of_path(r, &board) ||
        pipeline_base_delete(r->db, (struct pipeline_base_id){ request_id(r, "base") }, board.id) != 1)
        return reply_not_found(r);
    request_tell(r, say(r->language, "Tiden hos virksomheden er fjernet."), NULL);
    return reply_see_other(r, "/tavler/%lld", (long long)board.id.n);
}

struct reply incident_post(struct request *r)
{
    struct form form = form_read(r);
    day on = form_day(&form, "hvornaar", FORM_REQUIRED);
    const char *area = form_text(&form, "sted", FORM_OPTIONAL, HOURS_MAX);
    const char *words = form_text(&form, "hvad", FORM_REQUIRED, WORDS_MAX);
    const char *done = form_text(&form, "gjort", FORM_OPTIONAL, WORDS_MAX);
    struct pipeline_row board;

    if (!board_of_path(r, &board))
        return reply_not_found(r);
    if (form.error_count == 0 && on > r->today)
        form_error(&form, "hvornaar", say(r->language, "Det er ikke sket endnu."));
    if (form.error_count > 0) {
        struct board_view view = board_view_of(r, &board);
        view.incident_form = form;
        return board_show(r, &view, true);
    }
    pipeline_incident_insert(r->db, &(struct pipeline_incident_insert_in){
        .pipeline = board.id, .day = on, .area = area, .words = words, .done_words = done, .staff = { r->actor.id },
        .written_at = r->now });
    request_tell(r, say(r->language, "Hændelsen er gemt."), NULL);
    return reply_see_other(r, "/tavler/%lld", (long long)board.id.n);
}
