/* SPDX-License-Identifier: MIT
 * open.c: a case outside one's own, opened for some hours with a reason that leaders read. */
#include "access/pages.h"
#include "access_open_page.h"
#include "staff/staff.h"

enum { REASON_MAX = 500, OPENED_MAX = 200 };

/* A case that is there and not the actor's already. What is refused inside one's own case stays refused. */
static bool may_be_opened(struct request *r, struct citizen_id citizen)
{
    if (access_may(r, PERMISSION_BIT(MAY_CASE_ALL)) || access_is_there(r->db, citizen) == 0)
        return false;
    return casefile_reach(r->db, citizen, (struct staff_id){ r->actor.id }, r->now, r->today) == REACH_NONE;
}

static struct reply show(struct request *r, struct citizen_id citizen, struct form form)
{
    struct page page = page_new(r);
    struct unit_row unit = { 0 };

    unit_load(r->db, citizen_unit(r->db, citizen), &unit);
    struct open_view v = {
        .form = form,
        .path = arena_format(r->arena, "/borger/%lld/aabn", (long long)citizen.n),
        .unit_name = unit.name,
    };
    open_page(&page, &v);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply open_get(struct request *r)
{
    struct citizen_id citizen = { request_id(r, "citizen") };

    return may_be_opened(r, citizen) ? show(r, citizen, form_new(r)) : reply_not_found(r);
}

/* Blanks do not count. Whether it is a good reason, the leader reads. */
static bool is_long_enough(const char *reason)
{
    size_t letters = 0;

    for (; *reason != 0; reason++)
        letters += *reason != ' ' && ((unsigned char)*reason & 0xc0) != 0x80;
    return letters >= BREAK_GLASS_REASON_MIN;
}

struct reply open_post(struct request *r)
{
    struct citizen_id citizen = { request_id(r, "citizen") };
    struct form form = form_read(r);
    const char *reason = form_text(&form, "grund", FORM_REQUIRED, REASON_MAX);

    if (!may_be_opened(r, citizen))
        return reply_not_found(r);
    if (form.error_count == 0 && !is_long_enough(reason))
        form_error(&form, "grund", say(r->language, "Skriv grunden med mindst ti bogstaver."));
    if (form.error_count > 0)
        return show(r, citizen, form);

    casefile_break_glass(r->db, (struct staff_id){ r->actor.id }, citizen, reason, r->now,
                         r->now + BREAK_GLASS_HOURS * 3600);
    request_tell(r, say(r->language, "Sagen er åben i 8 timer. Hvert opslag noteres med din grund."), NULL);
    return reply_see_other(r, "/borger/%lld", (long long)citizen.n);
}

struct reply opened_get(struct request *r)
{
    struct page page = page_new(r);
    struct opened_view v = { .opened = casefile_break_glass_newest(r->db, OPENED_MAX), .now = r->now };

    opened_page(&page, &v);
    return reply_page(&page.text);
}
