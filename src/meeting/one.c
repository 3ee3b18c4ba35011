/* SPDX-License-Identifier: MIT
 * one.c: a citizen's meetings as a list, one of them, and what becomes of it: missed, called off, undone. */
#include "base/text.h"
#include "meeting/pages.h"
#include "meeting_one_page.h"

struct reply meeting_list_get(struct request *r)
{
    struct meeting_list_view view = { .page = 1, .may_write = request_may(r, MAY_MEETING_WRITE) };
    struct page page = page_new(r);

    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &view.citizen))
        return reply_not_found(r);
    if (!text_to_int(request_query(r, "side"), &view.page) || view.page < 1)
        view.page = 1;
    view.title = say_with(r->arena, r->language, "Samtaler med {1}", view.citizen.first_name, NULL);
    view.meetings = meeting_of_citizen(r->db, view.citizen.id, MEETINGS_A_PAGE + 1, (view.page - 1) * MEETINGS_A_PAGE);
    view.has_more = view.meetings.count > MEETINGS_A_PAGE;
    if (view.has_more)
        view.meetings.count = MEETINGS_A_PAGE;
    meeting_list(&page, &view);
    return reply_page(&page.text);
}

struct reply meeting_get(struct request *r)
{
    struct meeting_view view = { .form = form_new(r) };
    struct page page = page_new(r);

    if (!meeting_load(r->db, (struct meeting_id){ request_id(r, "meeting") }, &view.meeting) ||
        !citizen_load(r->db, view.meeting.citizen, &view.citizen))
        return reply_not_found(r);
    view.kind = meeting_code_label(r, view.meeting.code);
    view.title = sentence_begin(r->arena, say_with(r->arena, r->language, "{1} med {2}", view.kind, view.citizen.first_name, NULL));
    view.parties = meeting_parties(r->db, view.meeting.id);
    view.considerations = citizen_skills_of_meeting(r->db, view.citizen.id, view.meeting.id);
    view.may_write = text_is(view.meeting.state, "booked") && request_may(r, MAY_MEETING_WRITE);
    view.may_miss = view.may_write && view.meeting.meets_at <= r->now;
    view.may_undo = request_may(r, MAY_MEETING_WRITE) && meeting_may_undo(&view.meeting, r->actor, r->now);
    meeting_one(&page, &view);
    return reply_page(&page.text);
}

/* What becomes of a booked meeting, in one way for all three. */
static struct reply change(struct request *r, bool (*change_it)(struct db *, const struct meeting_row *),
                           bool is_booked_wanted, const char *told)
{
    struct meeting_row meeting;
    struct meeting_id id = { request_id(r, "meeting") };

    if (!meeting_load(r->db, id, &meeting) && !meeting_unit_load(r->db, id, (struct staff_id){ r->actor.id }, &meeting))
        return reply_not_found(r);
    if (is_booked_wanted && !text_is(meeting.state, "booked"))
        return reply_conflict(r, say(r->language, "mødet"));
    if (!change_it(r->db, &meeting))
        return reply_conflict(r, say(r->language, "mødet"));
    request_tell(r, say(r->language, told),
                 is_booked_wanted ? arena_format(r->arena, "/moeder/%lld/fortryd", (long long)id.n) : NULL);
    if (meeting.unit.n != 0)
        return reply_see_other(r, "/koordinering");
    return reply_see_other(r, "/borger/%lld/samtaler", (long long)meeting.citizen.n);
}

/* Nobody has stayed away from what has not begun. */
static bool miss_begun(struct db *db, const struct meeting_row *booked)
{
    return booked->meets_at <= db_now(db) && meeting_miss(db, booked);
}

struct reply meeting_miss_post(struct request *r)
{
    return change(r, miss_begun, true, SAY("Udeblivelsen er gemt. Ring, før du gør andet."));
}

struct reply meeting_cancel_post(struct request *r)
{
    return change(r, meeting_cancel, true, SAY("Mødet er aflyst."));
}

struct reply meeting_undo_post(struct request *r)
{
    return change(r, meeting_undo, false, SAY("Det er fortrudt."));
}
