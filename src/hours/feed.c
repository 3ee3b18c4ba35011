/* SPDX-License-Identifier: MIT
 * feed.c: the calendar behind a secret address: a citizen's own, a group's, somebody's who works here. Whoever has the address
 * sees what is in it, so there is no more than that: nobody's name, nothing of what became of a day. */
#include "base/text.h"
#include "hours/ical.h"
#include "hours/pages.h"
#include "hours/private.h"
#include "law/glossary.h"

enum { WEEKS_BACK = 2, WEEKS_AHEAD = 12 };

/* From which day to which a calendar tells. */
static day first_day(const struct request *r)
{
    return monday_of(r->today) - WEEKS_BACK * WEEK_DAYS;
}

static day last_day(const struct request *r)
{
    return monday_of(r->today) + (WEEKS_AHEAD + 1) * WEEK_DAYS - 1;
}

static struct reply answer(struct ical *calendar)
{
    const char *text = ical_end(calendar);

    return reply_file("text/calendar; charset=utf-8", "kalender.ics", text, calendar->text.length);
}

/* --- A citizen's. --- */

static struct reply citizen_answer(struct request *r, const struct link_row *link)
{
    struct ical calendar = ical_begin(r->arena, say(r->language, "Min uge"), r->host, r->now);
    struct hours_blocks blocks = hours_blocks_between(r->db, r->language, (struct citizen_id){ link->subject }, first_day(r), last_day(r));

    for (size_t i = 0; i < blocks.count; i++) {
        const struct hours_block *block = &blocks.at[i];
        if (block->on == DAY_NONE)
            continue;
        ical_event(&calendar, &(struct ical_event){ .name = block->name, .on = block->on, .from = block->from, .to = block->to,
                                                    .title = block->title, .place = block->place, .description = block->purpose,
                                                    .version = block->version, .is_cancelled = block->is_cancelled });
    }
    return answer(&calendar);
}

/* --- A group's: when and where, not who. --- */

static struct reply group_answer(struct request *r, const struct link_row *link)
{
    struct hours_group_name_row group;

    if (!hours_group_name(r->db, (struct course_group_id){ link->subject }, &group))
        return reply_not_found(r);
    struct ical calendar = ical_begin(r->arena, group.name, r->host, r->now);
    struct hours_group_session_row_list rows = hours_group_sessions(r->db, group.id, first_day(r), last_day(r));
    for (size_t i = 0; i < rows.count; i++) {
        const struct hours_group_session_row *row = &rows.at[i];
        ical_event(&calendar, &(struct ical_event){
            .name = arena_format(r->arena, "hold-%lld-%s-%lld", (long long)group.id.n, day_iso(r->arena, row->slot_day), (long long)row->slot_minute),
            .on = row->day, .from = (int)row->from_minute, .to = (int)row->to_minute,
            .title = arena_format(r->arena, "%s: %s", group.name, row->title), .place = row->place, .version = row->version,
            .is_cancelled = text_is(row->state, "cancelled") });
    }
    return answer(&calendar);
}

/* --- Somebody's who works here: with whom is behind log-in. --- */

static void add_meetings(struct request *r, struct ical *calendar, struct staff_id staff)
{
    struct hours_staff_meeting_row_list rows = hours_staff_meetings(r->db, staff, day_begin(first_day(r)), day_end(last_day(r)));

    for (size_t i = 0; i < rows.count; i++) {
        const struct hours_staff_meeting_row *row = &rows.at[i];
        struct local_time at = local_of(row->meets_at);
        int from = at.hour * HOUR_MINUTES + at.minute;
        const char *label = glossary_label((int)r->language, "meeting_code", row->code);
        ical_event(calendar, &(struct ical_event){
            .name = arena_format(r->arena, "samtale-%lld", (long long)row->id.n), .on = at.on, .from = from, .to = from + (int)row->minutes,
            .title = sentence_begin(r->arena, label != NULL ? label : say(r->language, "Samtale")),
            .place = text_is(row->way, "home") ? NULL : row->place, /* Where somebody lives. */
            .description = say(r->language, "Hvem og hvad står i Fodfæste."), .address = request_address(r, "/"),
            .version = row->version, .is_cancelled = text_is(row->state, "cancelled") });
    }
}

static void add_sessions(struct request *r, struct ical *calendar, struct staff_id staff)
{
    struct hours_staff_session_row_list rows = hours_staff_sessions(r->db, staff, first_day(r), last_day(r));

    for (size_t i = 0; i < rows.count; i++) {
        const struct hours_staff_session_row *row = &rows.at[i];
        ical_event(calendar, &(struct ical_event){
            .name = arena_format(r->arena, "hold-%lld-%s-%lld", (long long)row->course_group.n, day_iso(r->arena, row->slot_day), (long long)row->slot_minute),
            .on = row->day, .from = (int)row->from_minute, .to = (int)row->to_minute,
            .title = arena_format(r->arena, "%s: %s", row->name, row->title), .place = row->place, .version = row->version,
            .is_cancelled = text_is(row->state, "cancelled") });
    }
}

static struct reply staff_answer(struct request *r, const struct link_row *link)
{
    struct hours_staff_name_row staff;

    if (!hours_staff_name(r->db, (struct staff_id){ link->subject }, &staff))
        return reply_not_found(r);
    struct ical calendar = ical_begin(r->arena, staff.name, r->host, r->now);
    add_meetings(r, &calendar, staff.id);
    add_sessions(r, &calendar, staff.id);
    return answer(&calendar);
}

static struct reply (*const answers[LINK_PURPOSE_COUNT])(struct request *r, const struct link_row *link) = {
    [LINK_CALENDAR_CITIZEN] = citizen_answer,
    [LINK_CALENDAR_GROUP] = group_answer,
    [LINK_CALENDAR_STAFF] = staff_answer,
};

struct reply feed_get(struct request *r)
{
    struct link_row link;

    if (!link_open(r, &link))
        return reply_not_found(r);
    for (int purpose = 0; purpose < LINK_PURPOSE_COUNT; purpose++)
        if (answers[purpose] != NULL && link_is_for(&link, (enum link_purpose)purpose))
            return answers[purpose](r, &link);
    return reply_not_found(r);
}
