/* SPDX-License-Identifier: MIT
 * attendance.c: who came. A mark is one row and one event; another mark later voids the event and writes
 * another. */
#include "base/text.h"
#include "engine/journal.h"
#include "group/group.h"
#include "group/private.h"
#include "law/glossary.h"

/* The day as one meeting: its first session carries the mark, its minutes are those of all. */
struct meeting_day {
    struct course_group_row group;
    struct group_session_row first;
    int64_t minutes;
};

static bool day_load(struct db *db, struct course_group_id group, day on, struct meeting_day *found)
{
    struct group_session_row_list sessions = group_sessions(db, group, on, on);

    if (sessions.count == 0 || !course_group_load(db, group, &found->group))
        return false;
    found->first = sessions.at[0];
    found->minutes = 0;
    for (size_t i = 0; i < sessions.count; i++)
        found->minutes += sessions.at[i].to_minute - sessions.at[i].from_minute;
    return true;
}

static bool is_there_on(const struct group_member_row *member, day on)
{
    day last = member->ended_day != DAY_NONE ? member->ended_day : member->to_day;

    return member->from_day <= on && (last == DAY_NONE || on <= last);
}

static const char *number_text(struct db *db, int64_t number)
{
    return arena_format(db_arena(db), "%lld", (long long)number);
}

static struct event_draft mark_event(struct db *db, const struct meeting_day *held, const struct attendance_row *row)
{
    bool is_present = text_is(row->mark, MARK_PRESENT);

    return (struct event_draft){
        .stream = { STREAM_CITIZEN, row->citizen.n },
        .kind = is_present ? EVENT_SESSION_ATTENDED : EVENT_ABSENCE_REGISTERED,
        .code = is_present ? held->group.activity : row->mark,
        .subject = is_present ? (struct subject){ SUBJECT_SESSION, row->session.n }
                              : (struct subject){ SUBJECT_ABSENCE, row->id.n },
        .at = instant_of(held->first.day, (int)(held->first.from_minute / 60), (int)(held->first.from_minute % 60), 0),
        .fields = { { "minutes", number_text(db, row->away_minutes > 0 ? row->away_minutes : held->minutes) },
                    { "status", row->mark },
                    { "activity", number_text(db, row->member.n) },
                    { "of", row->away_minutes > 0 ? number_text(db, held->minutes) : "" } },
    };
}

/* The event that says the new mark, in the place of the one that said the old. */
static int64_t write_event(struct db *db, const struct meeting_day *held, const struct attendance_row *row)
{
    struct event_draft draft = mark_event(db, held, row);

    if (row->event != 0)
        journal_void(db, row->event);
    return journal_append(db, &draft);
}

static void write_mark(struct db *db, const struct meeting_day *held, struct attendance_row *row,
                       const struct attendance_word *before)
{
    struct staff_id actor = { db_actor(db).id };
    bool is_same = row->event != 0 && text_is(before->mark, row->mark) && before->away_minutes == row->away_minutes;

    if (row->id.n == 0)
        row->id = attendance_insert(db, &(struct attendance_insert_in){
            .session = row->session,
            .member = row->member,
            .citizen = row->citizen,
            .mark = row->mark,
            .note = row->note,
            .set_at = db_now(db),
            .set_by = actor,
        });
    if (!is_same)
        row->event = write_event(db, held, row);
    attendance_update(db, &(struct attendance_update_in){
        .mark = row->mark,
        .note = row->note,
        .away_minutes = row->away_minutes,
        .event = row->event,
        .set_at = db_now(db),
        .set_by = actor,
        .id = row->id,
        .citizen = row->citizen,
    });
}

/* Away for more than there was, or away and present. */
static bool is_away_wrong(const struct meeting_day *held, const struct attendance_word *word)
{
    bool is_present = text_is(word->mark, MARK_PRESENT);

    return word->away_minutes < 0 || word->away_minutes > held->minutes || (is_present && word->away_minutes != 0);
}

bool attendance_write(struct db *db, struct course_group_id group, day on, struct group_member_id member,
                      const struct attendance_word *word)
{
    struct meeting_day held;
    struct group_member_row person;
    struct attendance_row row = { 0 };

    if (glossary_find("absence", word->mark) == NULL || !day_load(db, group, on, &held) || is_away_wrong(&held, word) ||
        !group_member_load(db, member, &person) || person.course_group.n != group.n || !is_there_on(&person, on))
        return false;

    bool is_known = attendance_load(db, held.first.id, member, &row);
    struct attendance_word before = { is_known ? row.mark : "", NULL, is_known ? row.away_minutes : 0 };
    row.session = held.first.id;
    row.member = member;
    row.citizen = person.citizen;
    row.mark = word->mark;
    row.note = word->note == NULL ? "" : word->note;
    row.away_minutes = word->away_minutes == held.minutes ? 0 : word->away_minutes;
    write_mark(db, &held, &row, &before);
    return true;
}

bool attendance_set(struct db *db, struct course_group_id group, day on, struct group_member_id member,
                    const char *mark, const char *note)
{
    return attendance_write(db, group, on, member, &(struct attendance_word){ mark, note, 0 });
}
