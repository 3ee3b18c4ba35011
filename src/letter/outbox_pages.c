/* SPDX-License-Identifier: MIT
 * outbox_pages.c: the outbox as staff see it: what failed first, why, and trying again or stopping by hand. */
#include "base/text.h"
#include "letter/pages.h"
#include "letter_outbox_page.h"

static const char *const state_codes[] = { "stopped", "failed", "waiting", "sent", NULL };

struct reply outbox_get(struct request *r)
{
    struct outbox_view view = { .form = form_new(r), .wanted = request_query(r, "tilstand") };
    struct page page = page_new(r);

    if (!request_may(r, MAY_DOCUMENT_WRITE) && !request_may(r, MAY_LETTER_APPROVE))
        return reply_not_found(r);
    view.rows = outbox_shown(r->db, view.wanted, letter_sees_all(r), (struct staff_id){ r->actor.id }, OUTBOX_SHOWN);
    view.may_approve = request_may(r, MAY_LETTER_APPROVE);
    view.counts = outbox_counts(r->db);
    view.states = glossary_some(r, "outbox_state", state_codes);
    outbox_page(&page, &view);
    return reply_page(&page.text);
}

static bool row_of_path(struct request *r, struct outbox_state_row *row)
{
    return outbox_load(r->db, (struct outbox_id){ request_id(r, "post") }, row);
}

struct reply outbox_again_post(struct request *r)
{
    struct form form = form_read(r);
    int64_t version = form_int(&form, "version", FORM_REQUIRED, 1, INT64_MAX);
    struct outbox_state_row row;

    if (!row_of_path(r, &row))
        return reply_not_found(r);
    if (outbox_set_again(r->db, r->now, row.id, row.citizen, version) == 0)
        return reply_conflict(r, say(r->language, "Brevet i udbakken"));
    request_tell(r, say(r->language, "Brevet bliver prøvet igen."), NULL);
    return reply_see_other(r, "/udbakke");
}

struct reply outbox_stop_post(struct request *r)
{
    struct form form = form_read(r);
    int64_t version = form_int(&form, "version", FORM_REQUIRED, 1, INT64_MAX);
    struct outbox_state_row row;

    if (!row_of_path(r, &row))
        return reply_not_found(r);
    if (outbox_set_stopped(r->db, SAY("Stoppet af en medarbejder."), row.id, row.citizen, version) == 0)
        return reply_conflict(r, say(r->language, "Brevet i udbakken"));
    request_tell(r, say(r->language, "Brevet er stoppet."), NULL);
    return reply_see_other(r, "/udbakke");
}
