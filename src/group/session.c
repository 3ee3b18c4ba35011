/* SPDX-License-Identifier: MIT
 * session.c: planning a group's sessions from its week, and holding them. */
#include "base/text.h"
#include "engine/journal.h"
#include "group/group.h"
#include "group/private.h"
#include "group/rules.h"

static instant session_instant(day on, int64_t minute)
{
    return instant_of(on, (int)(minute / 60), (int)(minute % 60), 0);
}

static const char *minutes_text(struct db *db, int64_t minutes)
{
    return arena_format(db_arena(db), "%lld", (long long)minutes);
}

static void note_session(struct db *db, const struct course_group_row *group, const struct group_session_row *session,
                         enum event_kind kind, const char *code)
{
    int64_t minutes = session->to_minute - session->from_minute;
    struct event_draft draft = {
        .stream = { STREAM_GROUP, group->id.n },
        .kind = kind,
        .code = code,
        .subject = { SUBJECT_SESSION, session->id.n },
        .at = session_instant(session->day, session->from_minute),
    };

    if (kind != EVENT_SESSION_STAFFED) {
        draft.fields[0] = (struct draft_field){ "minutes", minutes_text(db, minutes) };
        draft.fields[1] = (struct draft_field){ "language_minutes", minutes_text(db, session->is_language ? minutes : 0) };
    }
    journal_append(db, &draft);
}

static size_t plan_slot(struct db *db, const struct course_group_row *group, const struct group_slot_row *slot, day on)
{
    struct group_session_row session = {
        .course_group = group->id,
        .day = on,
        .from_minute = slot->from_minute,
        .to_minute = slot->to_minute,
        .is_language = slot->is_language,
    };

    session.id = group_session_insert(db, &(struct group_session_insert_in){
        .course_group = group->id,
        .day = on,
        .from_minute = slot->from_minute,
        .to_minute = slot->to_minute,
        .title = slot->title,
        .is_language = slot->is_language,
    });
    if (session.id.n == 0)
        return 0;
    note_session(db, group, &session, EVENT_SESSION_PLANNED, group->activity);
    return 1;
}

size_t group_plan_sessions(struct db *db, struct course_group_id group, day first, day last)
{
    struct group_slot_row_list slots = group_slots(db, group);
    struct course_group_row row;
    size_t count = 0;

    if (!course_group_load(db, group, &row))
        return 0;
    if (row.to_day != DAY_NONE && row.to_day < last)
        last = row.to_day;
    for (day on = first < row.from_day ? row.from_day : first; on <= last; on++)
        for (size_t i = 0; i < slots.count; i++)
            if (slots.at[i].weekday == (int64_t)day_weekday(on) && group_meets_on(on))
                count += plan_slot(db, &row, &slots.at[i], on);
    return count;
}

bool group_hold_day(struct db *db, struct course_group_id group, day on, struct staff_id consultant, int64_t version)
{
    struct group_session_row_list sessions = group_sessions(db, group, on, on);
    struct course_group_row row;

    if (sessions.count == 0 || !course_group_load(db, group, &row) || sessions.at[0].version != version)
        return false;
    for (size_t i = 0; i < sessions.count; i++) {
        const struct group_session_row *session = &sessions.at[i];
        if (group_session_set_held(db, session->id, session->version) == 0)
            return false;
        if (!text_is(session->state, "held"))
            note_session(db, &row, session, EVENT_SESSION_HELD, row.activity);
        if (consultant.n != 0 && session->consultant.n == 0)
            note_session(db, &row, session, EVENT_SESSION_STAFFED, ROLE_AT_THE_SITE);
        group_session_set_consultant(db, consultant, session->id);
    }
    return true;
}

struct group_day_row_list group_today(struct db *db, struct staff_id staff)
{
    return group_today_of(db, db_today(db), staff);
}
