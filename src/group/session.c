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

/* The part of the scheme's own sessions that a session is; NULL for one of the week. */
static const struct scheme_session *part_of(struct db *db, const struct course_group_row *group, int64_t part)
{
    const struct scheme_activity *activity = group_activity(db, group->scheme, group->activity);

    return activity == NULL || part < 1 || (size_t)part > activity->sessions.count ? NULL
                                                                                  : &activity->sessions.at[part - 1];
}

/* For one that the scheme wants on the day after the one before it: how many days after it is. NULL for all others. */
static const char *days_after_text(struct db *db, const struct course_group_row *group,
                                   const struct group_session_row *session)
{
    const struct scheme_session *part = part_of(db, group, session->part);
    struct group_session_row before;

    if (part == NULL || !part->day_after || !group_session_of_part(db, group->id, session->part - 1, &before))
        return NULL;
    return arena_format(db_arena(db), "%d", session->day - before.day);
}

static struct event_draft session_draft(struct db *db, const struct course_group_row *group,
                                        const struct group_session_row *session, enum event_kind kind, const char *code)
{
    int64_t minutes = session->to_minute - session->from_minute;
    struct event_draft draft = {
        .stream = { STREAM_GROUP, group->id.n },
        .kind = kind,
        .code = code,
        .subject = { SUBJECT_SESSION, session->id.n },
        .at = session_instant(session->day, session->from_minute),
    };

    if (kind == EVENT_SESSION_PLANNED)
        draft.fields[2] = (struct draft_field){ "days_after", days_after_text(db, group, session) };
    if (kind != EVENT_SESSION_STAFFED) {
        draft.fields[0] = (struct draft_field){ "minutes", minutes_text(db, minutes) };
        draft.fields[1] = (struct draft_field){ "language_minutes", minutes_text(db, session->is_language ? minutes : 0) };
    }
    return draft;
}

int64_t session_note(struct db *db, const struct course_group_row *group, const struct group_session_row *session,
                     enum event_kind kind, const char *code)
{
    struct event_draft draft = session_draft(db, group, session, kind, code);

    return journal_append(db, &draft);
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
    group_session_set_event(db, session_note(db, group, &session, EVENT_SESSION_PLANNED, group->activity), session.id);
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

/* A day on which the group meets from `on`; for a part with one on the day after, that day is one too. */
static day day_for(const struct scheme_activity *activity, size_t part, day on)
{
    bool has_pair = part + 1 < activity->sessions.count && activity->sessions.at[part + 1].day_after;

    while (!group_meets_on(on) || (has_pair && !group_meets_on(on + 1)))
        on++;
    return on;
}

static size_t plan_part(struct db *db, const struct course_group_row *group, size_t part, day on, int64_t from_minute)
{
    const struct scheme_session *wanted = part_of(db, group, (int64_t)part + 1);
    struct group_session_row session = {
        .course_group = group->id,
        .day = on,
        .from_minute = from_minute,
        .to_minute = from_minute + wanted->minutes,
        .part = (int64_t)part + 1,
    };

    session.id = group_session_insert(db, &(struct group_session_insert_in){
        .course_group = group->id,
        .day = on,
        .from_minute = from_minute,
        .to_minute = session.to_minute,
        .title = wanted->text.da == NULL ? group->activity : wanted->text.da,
    });
    if (session.id.n == 0)
        return 0;
    group_session_set_part(db, session.part, session.id);
    group_session_set_event(db, session_note(db, group, &session, EVENT_SESSION_PLANNED, group->activity), session.id);
    return 1;
}

size_t group_plan_parts(struct db *db, const struct course_group_row *group, day first, int64_t from_minute)
{
    const struct scheme_activity *activity = group_activity(db, group->scheme, group->activity);
    struct group_session_row there;
    size_t count = 0;
    day on = first;

    for (size_t part = 0; activity != NULL && part < activity->sessions.count; part++) {
        if (group_session_of_part(db, group->id, (int64_t)part + 1, &there)) {
            on = there.day + 1;
            continue;
        }
        on = activity->sessions.at[part].day_after && part > 0 ? on : day_for(activity, part, on);
        count += plan_part(db, group, part, on, from_minute);
        on++;
    }
    return count;
}

/* The one that should be the day after this is as many days after it as it now is. */
static void say_pair_anew(struct db *db, const struct course_group_row *group, int64_t part)
{
    const struct scheme_session *wanted = part_of(db, group, part + 1);
    struct group_session_row next;

    if (part < 1 || wanted == NULL || !wanted->day_after || !group_session_of_part(db, group->id, part + 1, &next))
        return;
    struct event_draft draft = session_draft(db, group, &next, EVENT_SESSION_PLANNED, group->activity);
    journal_correct(db, next.event, &draft);
}

/* Is there anything to move or call off? What was held, and what somebody has a mark for, stays. */
static bool is_ahead(struct db *db, const struct group_session_row *session)
{
    return text_is(session->state, "planned") && group_session_marks(db, session->id) == 0;
}

/* The planning said anew. One from before events were remembered is called off, and planned anew beside it. */
static int64_t plan_anew(struct db *db, const struct course_group_row *group, const struct group_session_row *before,
                         const struct group_session_row *after)
{
    struct event_draft draft = session_draft(db, group, after, EVENT_SESSION_PLANNED, group->activity);

    if (before->event != 0 && journal_correct(db, before->event, &draft))
        return before->event;
    session_note(db, group, before, EVENT_SESSION_CANCELLED, group->activity);
    return journal_append(db, &draft);
}

enum session_change group_move_session(struct db *db, const struct course_group_row *group, const struct group_session_row *wanted)
{
    struct group_session_row before;

    if (!group_session_load(db, wanted->id, &before) || !is_ahead(db, &before))
        return SESSION_OVER;
    if (before.version != wanted->version)
        return SESSION_OVERTAKEN;
    struct group_session_id there = group_session_at(db, group->id, wanted->day, wanted->from_minute);
    if (there.n != 0 && there.n != wanted->id.n)
        return SESSION_TAKEN;
    group_session_move(db, &(struct group_session_move_in){
        .id = wanted->id, .version = wanted->version, .day = wanted->day, .from_minute = wanted->from_minute,
        .to_minute = wanted->to_minute, .title = wanted->title, .place = wanted->place, .teacher = wanted->teacher,
        .event = plan_anew(db, group, &before, wanted) });
    say_pair_anew(db, group, before.part);
    return SESSION_CHANGED;
}

enum session_change group_cancel_session(struct db *db, const struct course_group_row *group, struct group_session_id id,
                                         const char *reason, int64_t version)
{
    struct group_session_row session;

    if (!group_session_load(db, id, &session) || !is_ahead(db, &session))
        return SESSION_OVER;
    if (session.version != version)
        return SESSION_OVERTAKEN;
    int64_t event = session_note(db, group, &session, EVENT_SESSION_CANCELLED, group->activity);
    group_session_cancel(db, reason, event, id, version);
    return SESSION_CHANGED;
}

bool group_restore_session(struct db *db, struct group_session_id id)
{
    struct group_session_row session;

    if (!group_session_load(db, id, &session) || group_session_restore(db, id) == 0)
        return false;
    if (session.cancel_event != 0)
        journal_void(db, session.cancel_event);
    return true;
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
            session_note(db, &row, session, EVENT_SESSION_HELD, row.activity);
        if (consultant.n != 0 && session->consultant.n == 0)
            session_note(db, &row, session, EVENT_SESSION_STAFFED, ROLE_AT_THE_SITE);
        group_session_set_consultant(db, consultant, session->id);
    }
    return true;
}

struct group_day_row_list group_today(struct db *db, struct staff_id staff, int most)
{
    return group_today_of(db, db_today(db), staff, most);
}
