/* SPDX-License-Identifier: MIT
 * wait.c: who waits for a place on a group, who may come on it, and who just came. First written up is first offered:
 * nobody is ranked. */
#include "base/text.h"
#include "engine/condition.h"
#include "engine/journal.h"
#include "group/group.h"
#include "group/private.h"

struct entry group_entry(struct db *db, const struct course_group_row *group, const struct citizen_row *citizen)
{
    const struct scheme_activity *activity = group_activity(db, group->scheme, group->activity);
    struct entry entry = { .gender = entry_check(group->for_whom, citizen->sex) };

    if (activity == NULL || activity->group.entry == NULL)
        return entry;
    struct view view = journal_view(db, (struct stream){ STREAM_CITIZEN, citizen->id.n }, db_now(db), INSTANT_NEVER);
    struct moment moment = { .view = &view, .at = db_now(db) };
    entry.is_against_scheme = condition_ask(activity->group.entry, &moment).truth == TRUTH_FALSE;
    return entry;
}

void group_keep_reason(struct db *db, struct group_member_id member, struct citizen_id citizen, const char *words)
{
    group_member_set_in_spite(db, words, member, citizen);
}

static int64_t note_wait(struct db *db, const struct course_group_row *group, struct citizen_id citizen, const char *state)
{
    return journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n },
        .kind = EVENT_ACTIVITY_WAITING,
        .code = group->activity,
        .subject = { SUBJECT_GROUP, group->id.n },
        .at = db_now(db),
        .fields = { { "status", state } },
    });
}

struct group_wait_id group_wait(struct db *db, const struct course_group_row *group, struct citizen_id citizen)
{
    struct group_wait_id id = group_wait_insert(db, group->id, citizen, db_now(db), (struct staff_id){ db_actor(db).id });

    if (id.n == 0)
        return id;
    group_wait_set_event(db, note_wait(db, group, citizen, WAIT_WAITING), id, citizen);
    group_places_settle(db, group->id, PLACES_CHANGED);
    return id;
}

bool group_wait_step(struct db *db, const struct group_wait_row *wait, const char *state, const char *reason)
{
    bool is_open = text_is(state, WAIT_WAITING) || text_is(state, WAIT_OFFERED);
    struct course_group_row group;

    if (!course_group_load(db, wait->course_group, &group))
        return false;
    struct group_wait_set_in row = {
        .state = state,
        .offered_at = text_is(state, WAIT_WAITING) ? INSTANT_NONE : db_now(db),
        .ended_at = is_open ? INSTANT_NONE : db_now(db),
        .reason = *reason != 0 ? reason : wait->reason,
        .event = wait->event,
        .id = wait->id,
        .citizen = wait->citizen,
        .was = wait->state,
    };
    if (group_wait_set(db, &row) == 0)
        return false;
    group_wait_set_event(db, note_wait(db, &group, wait->citizen, state), wait->id, wait->citizen);
    group_places_settle(db, group.id, text_is(state, WAIT_OFFERED) || text_is(state, WAIT_PLACED)              ? PLACES_TAKEN
                                      : text_is(state, WAIT_WAITING) && text_is(wait->state, WAIT_OFFERED) ? PLACES_AGAIN
                                                                                                             : PLACES_CHANGED);
    return true;
}

struct group_member_id group_drop_in(struct db *db, const struct course_group_row *group, struct citizen_id citizen, day on)
{
    if (group_next_day(db, group->id, on) != on)
        return (struct group_member_id){ 0 };

    struct group_member_id member = group_member_on_day(db, group->id, citizen, on);
    if (member.n == 0)
        member = group_member_drop_in(db, group->id, citizen, on);
    return attendance_set(db, group->id, on, member, MARK_PRESENT, "") ? member : (struct group_member_id){ 0 };
}

bool group_drop_out(struct db *db, const struct group_member_row *member)
{
    struct group_session_row_list sessions = group_sessions(db, member->course_group, member->from_day, member->from_day);
    struct attendance_row row;

    if (!member->is_drop_in)
        return false;
    if (sessions.count > 0 && attendance_load(db, sessions.at[0].id, member->id, &row)) {
        if (row.event != 0)
            journal_void(db, row.event);
        attendance_said_drop_out(db, member->citizen, member->id);
        attendance_drop_out(db, member->id, member->citizen);
    }
    return group_member_drop_out(db, member->id, member->citizen) > 0;
}
