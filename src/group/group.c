/* SPDX-License-Identifier: MIT
 * group.c: groups and who is on them. Sessions are in session.c, attendance in attendance.c. */
#include "group/group.h"

#include <string.h>

#include "base/text.h"
#include "engine/journal.h"
#include "library/library.h"
#include "group/private.h"
#include "group/rules.h"
#include "staff/staff.h"

const struct scheme_activity *group_activity(struct db *db, const char *scheme, const char *activity)
{
    const struct scheme *found = library_scheme(db, scheme);

    return found == NULL ? NULL : scheme_activity(found, activity);
}

/* How many of the roles that the scheme wants on the group somebody has; a school's teacher sits in another unit. */
static int roles_filled(struct db *db, const struct scheme_activity *activity)
{
    int filled = 0;

    for (size_t i = 0; i < activity->group.staff.count; i++)
        filled += staff_with_role(db, activity->group.staff.at[i].text, (struct unit_id){ 0 }).count > 0;
    return filled;
}

struct course_group_id group_create(struct db *db, const struct course_group_insert_in *group)
{
    const struct scheme_activity *activity = group_activity(db, group->scheme, group->activity);
    struct course_group_insert_in row = *group;

    if (activity == NULL)
        return (struct course_group_id){ 0 };
    if (row.capacity == 0)
        row.capacity = activity->group.size > 0 ? activity->group.size : CAPACITY_DEFAULT;

    struct course_group_id id = course_group_insert(db, &row);
    course_group_set_manner(db, db_actor(db).kind == ACTOR_STAFF ? (struct staff_id){ db_actor(db).id } : (struct staff_id){ 0 },
                            "", activity->group.intake == INTAKE_DROP_IN, id);
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_GROUP, id.n },
        .kind = EVENT_GROUP_OPENED,
        .code = row.activity,
        .subject = { SUBJECT_GROUP, id.n },
        .at = day_begin(row.from_day),
        .is_day = true,
        .fields = { { "roles_filled", arena_format(db_arena(db), "%d", roles_filled(db, activity)) }, { "scheme", row.scheme } },
    });
    course_group_places_told(db, id);
    return id;
}

/* Thousandths as rules read them: 18500 is "18.5". */
static const char *decimal(struct arena *arena, int64_t thousandths)
{
    if (thousandths % 1000 == 0)
        return arena_format(arena, "%lld", (long long)(thousandths / 1000));
    char *text = arena_format(arena, "%lld.%03lld", (long long)(thousandths / 1000), (long long)(thousandths % 1000));
    for (char *end = text + strlen(text) - 1; *end == '0'; end--)
        *end = 0;
    return text;
}

/* An event of a membership: hours and language hours a week, as the scheme gives them. */
static struct event_draft membership_event(struct db *db, const struct course_group_row *group,
                                           const struct group_member_row *member, enum event_kind kind, instant at)
{
    const struct scheme_activity *activity = group_activity(db, group->scheme, group->activity);
    struct arena *arena = db_arena(db);
    struct week week = { 0 };

    if (activity != NULL)
        week = week_of(NULL, 0, &activity->hours, &activity->language);
    return (struct event_draft){
        .stream = { STREAM_CITIZEN, member->citizen.n },
        .kind = kind,
        .code = group->activity,
        .subject = { SUBJECT_ACTIVITY, member->id.n },
        .at = at,
        .is_day = kind != EVENT_ACTIVITY_PLANNED,
        .fields = { { "group", arena_format(arena, "%lld", (long long)group->id.n) },
                    { "hours", decimal(arena, week.minutes_wanted * 1000 / 60) },
                    { "language", decimal(arena, week.language_wanted * 1000 / 60) } },
    };
}

/* The end says why; hours belong to the start. */
static struct event_draft end_event(struct db *db, const struct course_group_row *group,
                                    const struct group_member_row *member, day last, const char *reason)
{
    struct event_draft draft = membership_event(db, group, member, EVENT_ACTIVITY_ENDED, day_begin(last));

    draft.fields[1] = (struct draft_field){ "reason", reason };
    draft.fields[2] = (struct draft_field){ 0 };
    return draft;
}

static void note_membership(struct db *db, const struct course_group_row *group, const struct group_member_row *member)
{
    struct event_draft planned = membership_event(db, group, member, EVENT_ACTIVITY_PLANNED, db_now(db));
    struct event_draft started = membership_event(db, group, member, EVENT_ACTIVITY_STARTED, day_begin(member->from_day));
    int64_t ended_event = 0;

    journal_append(db, &planned);
    int64_t started_event = journal_append(db, &started);
    if (member->to_day != DAY_NONE) {
        struct event_draft ended = end_event(db, group, member, member->to_day, REASON_AS_PLANNED);
        ended_event = journal_append(db, &ended);
    }
    group_member_set_events(db, started_event, ended_event, member->id, member->citizen);
}

static day last_day(struct db *db, const struct course_group_row *group, day from)
{
    const struct scheme_activity *activity = group_activity(db, group->scheme, group->activity);
    bool is_rolling = activity != NULL && activity->group.intake == INTAKE_ROLLING;
    struct span length = is_rolling ? activity->group.own_length : (struct span){ 0 };

    return own_last_day(from, length, group->to_day);
}

static bool group_is_full(struct db *db, const struct course_group_row *group, struct citizen_id citizen, day on)
{
    struct group_places_taken_row taken;

    return group_places_taken(db, group->id, on, citizen, &taken) && taken.member_count + taken.offered_count >= group->capacity;
}

struct join group_join(struct db *db, struct course_group_id group, struct citizen_id citizen, day from)
{
    struct course_group_row row;

    if (!course_group_load(db, group, &row))
        return (struct join){ .why = JOIN_NO_GROUP };
    if (row.to_day != DAY_NONE && from > row.to_day)
        return (struct join){ .why = JOIN_GROUP_ENDED };
    if (group_member_running(db, group, citizen, from).n != 0)
        return (struct join){ .why = JOIN_IS_MEMBER };

    bool is_full = group_is_full(db, &row, citizen, from);
    struct group_member_row member = { .course_group = group, .citizen = citizen, .from_day = from };
    member.to_day = last_day(db, &row, from);
    member.id = group_member_insert(db, group, citizen, from, member.to_day);
    note_membership(db, &row, &member);
    struct group_wait_row wait;
    if (group_wait_open(db, group, citizen, &wait))
        group_wait_step(db, &wait, WAIT_PLACED, "");
    else
        group_places_settle(db, group, PLACES_TAKEN);
    return (struct join){ JOIN_FINE, member.id, is_full };
}

/* A citizen who never came has not been on the course: her start and end never happened. */
static int64_t end_before_start(struct db *db, const struct group_member_row *member)
{
    journal_void(db, member->started_event);
    if (member->ended_event != 0)
        journal_void(db, member->ended_event);
    return 0;
}

/* The planned end never happened; this one does. */
static int64_t move_end(struct db *db, const struct group_member_row *member, day last, const char *reason)
{
    struct course_group_row group;

    if (!course_group_load(db, member->course_group, &group))
        return 0;
    struct event_draft ended = end_event(db, &group, member, last, reason);
    if (member->ended_event != 0)
        journal_void(db, member->ended_event);
    return journal_append(db, &ended);
}

bool group_leave(struct db *db, const struct group_member_row *member, day last, const char *reason)
{
    bool has_begun = last >= member->from_day;

    if (group_member_end(db, &(struct group_member_end_in){ .ended_day = last, .end_reason = reason,
                                                            .ended_event = member->ended_event, .id = member->id,
                                                            .citizen = member->citizen, .version = member->version }) == 0)
        return false;
    int64_t ended_event = has_begun ? move_end(db, member, last, reason) : end_before_start(db, member);
    group_member_set_events(db, has_begun ? member->started_event : 0, ended_event, member->id, member->citizen);
    group_places_settle(db, member->course_group, PLACES_CHANGED);
    return true;
}
