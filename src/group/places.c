/* SPDX-License-Identifier: MIT
 * places.c: the places of a group that are to be offered to those who wait, as rows and events place.freed and
 * place.taken; the deadline for offering them is a rule of the scheme. The rows follow the list and the members: who
 * changes one of these calls group_places_settle. */
#include "base/list.h"
#include "base/log.h"
#include "engine/journal.h"
#include "engine/obligation.h"
#include "group/group.h"
#include "group/private.h"
#include "group/rules.h"

struct free_days {
    day *at;
    size_t count;
};

/* Members by days alone, the group's first day or today, and the day from which nothing changes any more. */
struct stays {
    struct stay *at;
    size_t count;
    day first, last;
};

static day later(day one, day other)
{
    return one > other ? one : other;
}

static struct stays stays_of(struct db *db, const struct course_group_row *group)
{
    struct group_stay_row_list rows = group_stays(db, group->id, db_today(db));
    day first = later(db_today(db), group->from_day);
    struct stays stays = { arena_array(db_arena(db), rows.count + 1, sizeof *stays.at), rows.count, first, first };

    for (size_t i = 0; i < rows.count; i++) {
        stays.at[i] = (struct stay){ rows.at[i].from_day, rows.at[i].last_day };
        stays.last = later(stays.last, rows.at[i].from_day);
        if (rows.at[i].last_day != DAY_NONE)
            stays.last = later(stays.last, rows.at[i].last_day + 1);
    }
    if (group->to_day != DAY_NONE && group->to_day < stays.last)
        stays.last = group->to_day;
    return stays;
}

/* The first day of each place that somebody waits for, soonest first: as many as wait, at most. */
static struct free_days free_days_of(struct db *db, const struct course_group_row *group)
{
    struct group_wait_count counts;

    if (!group_wait_counts(db, group->id, &counts))
        return (struct free_days){ 0 };
    struct stays stays = stays_of(db, group);
    struct free_days days = { arena_array(db_arena(db), (size_t)counts.waiting_count + 1, sizeof *days.at), 0 };

    for (int64_t i = 0; i < counts.waiting_count; i++) {
        day free = place_free_from(stays.at, stays.count, group->capacity - counts.offered_count - i, stays.first, stays.last);
        if (free == DAY_NONE)
            break;
        days.at[days.count++] = free;
    }
    return days;
}

static day told_on(struct db *db, day free)
{
    return free - OFFER_DAYS_AHEAD > db_today(db) ? free - OFFER_DAYS_AHEAD : db_today(db);
}

static struct event_draft freed(struct db *db, const struct course_group_row *group, struct group_place_id place, day free)
{
    return (struct event_draft){
        .stream = { STREAM_GROUP, group->id.n },
        .kind = EVENT_PLACE_FREED,
        .code = group->activity,
        .subject = { SUBJECT_GROUP_PLACE, place.n },
        .at = day_begin(told_on(db, free)),
        .is_day = true,
        .fields = { { "scheme", group->scheme }, { "from", day_iso(db_arena(db), free) } },
    };
}

static void open_place(struct db *db, const struct course_group_row *group, day free)
{
    struct group_place_id id = group_place_insert(db, group->id, free, told_on(db, free));
    struct event_draft draft = freed(db, group, id, free);

    group_place_set_event(db, journal_append(db, &draft), id);
}

/* What was told of has ended; what was not to be told of yet never was. */
static void close_place(struct db *db, const struct course_group_row *group, const struct group_place_row *place,
                        const char *outcome)
{
    int64_t taken = 0;

    if (place->told_day > db_today(db))
        journal_void(db, place->event);
    else
        taken = journal_append(db, &(struct event_draft){
            .stream = { STREAM_GROUP, group->id.n },
            .kind = EVENT_PLACE_TAKEN,
            .code = group->activity,
            .subject = { SUBJECT_GROUP_PLACE, place->id.n },
            .at = db_now(db),
            .fields = { { "scheme", group->scheme }, { "outcome", outcome } },
        });
    group_place_close(db, db_now(db), outcome, taken, place->id);
}

/* The day on which it is free has changed. One that was told of and is far off now is no longer it. */
static void move_place(struct db *db, const struct course_group_row *group, const struct group_place_row *place, day free)
{
    bool is_told = place->told_day <= db_today(db);

    if (place->free_day == free)
        return;
    if (is_told && told_on(db, free) > db_today(db)) {
        close_place(db, group, place, PLACE_GONE);
        open_place(db, group, free);
        return;
    }
    group_place_move(db, free, is_told ? place->told_day : told_on(db, free), place->id);
    if (!is_told) {
        struct event_draft draft = freed(db, group, place->id, free);
        journal_correct(db, place->event, &draft);
    }
}

/* An offer is taken back: the place is to be offered as before, not anew. */
static void reopen_last(struct db *db, const struct course_group_row *group)
{
    struct group_place_row place;

    if (!group_place_last_taken(db, group->id, &place))
        return;
    journal_void(db, place.taken_event);
    group_place_reopen(db, place.id);
}

static void follow(struct db *db, const struct course_group_row *group, const struct free_days *days, enum places_why why)
{
    struct group_place_row_list open = group_places_open(db, group->id);
    size_t first = 0, last = open.count;

    while (last - first > days->count)
        close_place(db, group, why == PLACES_TAKEN ? &open.at[first++] : &open.at[--last],
                    why == PLACES_TAKEN ? PLACE_TAKEN : PLACE_GONE);
    for (size_t i = 0; i < days->count; i++)
        if (first + i < last)
            move_place(db, group, &open.at[first + i], days->at[i]);
        else
            open_place(db, group, days->at[i]);
}

void group_places_settle(struct db *db, struct course_group_id id, enum places_why why)
{
    struct actor actor = db_become_system(db);
    struct course_group_row group;

    if (course_group_load(db, id, &group)) {
        struct free_days days = free_days_of(db, &group);
        if (why == PLACES_AGAIN && group_places_open(db, id).count < days.count)
            reopen_last(db, &group);
        follow(db, &group, &days, why);
        course_group_places_told(db, id);
        obligation_touch(db, (struct stream){ STREAM_GROUP, id.n }); /* Another one may look after it. */
    }
    db_set_actor(db, actor);
}

/* Its opening says now of which scheme it is: the rules of others are not about it. */
static void say_scheme(struct db *db, struct course_group_id group, const char *scheme)
{
    struct stream stream = { STREAM_GROUP, group.n };
    struct event_versions versions = journal_load(db, stream);
    int64_t lid = journal_find(db, stream, EVENT_GROUP_OPENED, NULL);

    for (size_t i = 0; lid != 0 && i < versions.count; i++) {
        const struct event *event = &versions.at[i];
        if (event->lid != lid || event->is_void)
            continue;
        struct event_draft draft = { .stream = stream, .kind = event->kind, .code = event->code.text, .subject = event->subject,
                                     .at = event->at, .is_day = event->is_day };
        for (size_t k = 0; k < event->field_count && k + 1 < JOURNAL_FIELDS_MAX; k++)
            draft.fields[k] = (struct draft_field){ event->fields[k].name.text, event->fields[k].value.code.text };
        draft.fields[event->field_count] = (struct draft_field){ "scheme", scheme };
        journal_correct(db, lid, &draft);
        return;
    }
}

int64_t group_tell_old(struct db *db, int64_t most)
{
    struct course_group_untold_row_list groups = course_groups_untold(db, most);

    for (size_t i = 0; i < groups.count; i++) {
        say_scheme(db, groups.at[i].id, groups.at[i].scheme);
        group_places_settle(db, groups.at[i].id, PLACES_CHANGED);
    }
    return (int64_t)groups.count;
}

void group_wake(struct db *db, struct arena *arena, instant now)
{
    enum { AT_ONCE = 100 };

    db_begin(db, DB_WRITE, arena, actor_system, now);
    group_tell_old(db, AT_ONCE);
    if (!db_commit(db))
        log_line(LOG_ERROR, "free places of groups could not be told");
}
