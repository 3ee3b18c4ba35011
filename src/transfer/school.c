/* SPDX-License-Identifier: MIT
 * school.c: a school's rows and ours, side by side. People are looked for among those on the school's groups only, so a
 * file tells nothing of anybody else. */
#include "transfer/school.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "web/say.h"

enum school_match school_match(const char *file, const char *here, const char *said, bool is_said_used)
{
    if (*here == 0)
        return SCHOOL_ONLY_FILE;
    if (text_is(file, here))
        return SCHOOL_SAME;
    return !is_said_used && text_is(file, said) ? SCHOOL_DECIDED : SCHOOL_DIFFERENT;
}

/* What is here: who, when the groups meet, and the marks. */
struct side {
    struct school_member_list members;
    struct school_day_list days;
    struct school_mark_list marks;
    bool *is_in_file; /* Of each mark. */
};

static struct side side_here(struct db *db, struct arena *arena, const struct attendance_file_row *file, bool is_all)
{
    struct side side = {
        .members = school_members(db, file->school, file->last_day, file->first_day, is_all, (struct staff_id){ db_actor(db).id }),
        .days = school_days(db, file->school, file->first_day, file->last_day),
        .marks = school_marks(db, file->school, file->first_day, file->last_day, is_all, (struct staff_id){ db_actor(db).id }),
    };

    side.is_in_file = arena_array(arena, side.marks.count + 1, sizeof *side.is_in_file);
    return side;
}

/* --- whose row it is --- */

static const char *folded_name(struct arena *arena, const struct school_record *record)
{
    return text_fold(arena, arena_format(arena, "%s %s", record->last_name, record->first_name));
}

static bool is_person(const struct school_member *member, const struct school_record *record, const char *folded)
{
    if (record->cpr != NULL && member->cpr != NULL)
        return text_is(record->cpr, member->cpr);
    return record->born != DAY_NONE && member->born_day == record->born && text_is(member->search_name, folded);
}

static int by_group_and_day(const void *left, const void *right)
{
    const struct school_day *a = left, *b = right;

    if (a->course_group.n != b->course_group.n)
        return a->course_group.n < b->course_group.n ? -1 : 1;
    return (a->day > b->day) - (a->day < b->day);
}

static bool does_meet(const struct side *side, struct course_group_id group, day on)
{
    struct school_day wanted = { group, on };

    return side->days.count > 0 &&
           bsearch(&wanted, side->days.at, side->days.count, sizeof wanted, by_group_and_day) != NULL;
}

/* The place in `marks` of a member's first mark of a day, or -1. They are in order of member and day. */
static int64_t mark_at(const struct side *side, struct group_member_id member, day on)
{
    size_t low = 0, high = side->marks.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct school_mark *mark = &side->marks.at[middle];
        bool is_before = mark->member.n != member.n ? mark->member.n < member.n : mark->day < on;
        if (is_before)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_found = low < side->marks.count && side->marks.at[low].member.n == member.n && side->marks.at[low].day == on;
    return is_found ? (int64_t)low : -1;
}

/* The membership that the row is about: hers, on a group that meets that day, of the name in the file when it has one. */
struct found {
    const struct school_member *member, *person; /* `person`: any membership of hers. */
    bool are_many;
};

static struct found find_member(const struct side *side, struct arena *arena, const struct school_record *record)
{
    const char *folded = folded_name(arena, record), *group = text_fold(arena, record->group);
    struct found found = { 0 };

    for (size_t i = 0; i < side->members.count; i++) {
        const struct school_member *member = &side->members.at[i];
        if (!is_person(member, record, folded))
            continue;
        found.person = member;
        if (record->on < member->from_day || record->on > member->last_day || !does_meet(side, member->course_group, record->on) ||
            (*group != 0 && !text_is(group, text_fold(arena, member->group_name))))
            continue;
        found.are_many = found.member != NULL;
        found.member = member;
    }
    return found;
}

/* --- the rows --- */

static const char *member_name(struct arena *arena, const struct school_member *member)
{
    return citizen_name(arena, member->first_name, member->last_name);
}

/* The name as the file has it: of somebody whom we do not know. A number alone is not repeated. */
static const char *name_in_file(struct arena *arena, const struct school_record *record)
{
    return text_trim(arena, arena_format(arena, "%s %s", record->first_name, record->last_name));
}

static void fill_marks(struct side *side, struct arena *arena, const struct school_record *record, struct school_row *row)
{
    int64_t at = mark_at(side, row->member, row->on);
    const struct school_mark *mark = at < 0 ? NULL : &side->marks.at[at];

    row->here_mark = mark == NULL ? "" : mark->mark;
    row->note = mark == NULL || *mark->note == 0 ? record->note : mark->note;
    row->is_told = mark != NULL && text_is(mark->said_mark, record->mark);
    row->match = school_match(record->mark, row->here_mark, mark == NULL ? "" : mark->said_mark,
                              mark != NULL && mark->is_said_used);
    row->field = arena_format(arena, "d%lld-%s", (long long)row->member.n, day_iso(arena, row->on));
    if (at >= 0)
        side->is_in_file[at] = true;
}

static struct school_row row_of(struct side *side, const struct import_row *read, struct mistakes *mistakes)
{
    const struct school_record *record = read->record;
    struct arena *arena = mistakes->arena;
    struct found found = find_member(side, arena, record);
    struct school_row row = { .line = read->line, .on = record->on, .file_mark = record->mark, .here_mark = "",
                              .group_name = record->group, .match = SCHOOL_UNKNOWN, .name = name_in_file(arena, record) };

    if (found.are_many)
        row_mistake(&read->check, offsetof(struct school_record, group), SAY("flere hold passer den dag; skriv, hvilket det er"),
                    NULL, NULL);
    if (found.person == NULL)
        return row;
    row.name = member_name(arena, found.person);
    row.match = SCHOOL_NOT_ON;
    if (found.member == NULL)
        return row;
    row.member = found.member->id;
    row.citizen = found.member->citizen;
    row.group = found.member->course_group;
    row.group_name = found.member->group_name;
    fill_marks(side, arena, record, &row);
    return row;
}

static int by_member_and_day(const void *left, const void *right)
{
    const struct school_row *a = *(const struct school_row *const *)left, *b = *(const struct school_row *const *)right;

    if (a->member.n != b->member.n)
        return a->member.n < b->member.n ? -1 : 1;
    if (a->on != b->on)
        return a->on < b->on ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

/* The same person twice, once by number and once by name. */
static void check_twice(const struct school_rows *rows, const struct attendance_file_row *file, struct mistakes *mistakes)
{
    const struct school_row **sorted = arena_array(mistakes->arena, rows->count + 1, sizeof *sorted);

    for (size_t i = 0; i < rows->count; i++)
        sorted[i] = &rows->at[i];
    qsort(sorted, rows->count, sizeof *sorted, by_member_and_day);
    for (size_t i = 1; i < rows->count; i++)
        if (sorted[i]->member.n != 0 && sorted[i]->member.n == sorted[i - 1]->member.n && sorted[i]->on == sorted[i - 1]->on)
            mistake_add(mistakes, file->name, sorted[i]->line, 0, NULL, NULL, "%s",
                        say_with(mistakes->arena, (enum language)mistakes->language, "samme borger og dag står også på linje {1}",
                                 arena_format(mistakes->arena, "%d", sorted[i - 1]->line), NULL));
}

static const struct school_member *member_of(const struct side *side, struct group_member_id id)
{
    for (size_t i = 0; i < side->members.count; i++)
        if (side->members.at[i].id.n == id.n)
            return &side->members.at[i];
    return NULL;
}

/* Marks of the period that the file has no row for. */
static void add_only_here(const struct side *side, struct arena *arena, struct school_rows *rows)
{
    for (size_t i = 0; i < side->marks.count; i++) {
        const struct school_mark *mark = &side->marks.at[i];
        const struct school_member *member = side->is_in_file[i] ? NULL : member_of(side, mark->member);
        if (member == NULL)
            continue;
        rows->at[rows->count++] = (struct school_row){
            .match = SCHOOL_ONLY_HERE, .name = member_name(arena, member), .group_name = member->group_name, .on = mark->day,
            .member = member->id, .citizen = member->citizen, .group = member->course_group, .file_mark = "",
            .here_mark = mark->mark,
        };
    }
}

bool school_compare(struct db *db, const struct attendance_file_row *file, bool is_all, struct mistakes *mistakes,
                    struct school_rows *rows)
{
    struct import_rows read;

    *rows = (struct school_rows){ 0 };
    if (!school_read(db, file, mistakes, &read))
        return false;
    struct side side = side_here(db, mistakes->arena, file, is_all);
    rows->at = arena_array(mistakes->arena, read.count + side.marks.count + 1, sizeof *rows->at);
    for (size_t i = 0; i < read.count; i++)
        rows->at[rows->count++] = row_of(&side, &read.at[i], mistakes);
    if (mistakes->count == 0)
        check_twice(rows, file, mistakes);
    add_only_here(&side, mistakes->arena, rows);
    for (size_t i = 0; i < rows->count; i++)
        rows->counts[rows->at[i].match]++;
    mistakes_sort(mistakes);
    return mistakes->count == 0;
}

/* --- let in --- */

/* The day was held, when somebody is said to have been marked then. */
static void hold(struct db *db, const struct school_row *row)
{
    struct group_session_row_list sessions = group_sessions(db, row->group, row->on, row->on);

    if (sessions.count > 0 && !text_is(sessions.at[0].state, "held"))
        group_hold_day(db, row->group, row->on, sessions.at[0].consultant, sessions.at[0].version);
}

static void note_said(struct db *db, const struct attendance_file_row *file, const struct school_row *row, bool is_used)
{
    attendance_said_put(db, &(struct attendance_said_put_in){
        .school = file->school, .mark = row->file_mark, .file = file->name, .line = row->line, .is_used = is_used,
        .said_at = db_now(db), .said_by = { db_actor(db).id }, .member = row->member, .citizen = row->citizen, .on = row->on });
}

/* True when a mark here was written. */
static bool let_in_one(struct db *db, const struct attendance_file_row *file, const struct school_row *row,
                       enum school_choice choice)
{
    bool is_taken = row->match == SCHOOL_ONLY_FILE || (row->match == SCHOOL_DIFFERENT && choice == SCHOOL_CHOICE_FILE);

    if (is_taken) {
        is_taken = attendance_set(db, row->group, row->on, row->member, row->file_mark, row->note);
        hold(db, row);
        note_said(db, file, row, true);
    } else if (row->match == SCHOOL_DIFFERENT && choice == SCHOOL_CHOICE_HERE) {
        note_said(db, file, row, false);
    } else if (row->match == SCHOOL_SAME && !row->is_told) {
        note_said(db, file, row, true);
    }
    return is_taken;
}

struct school_result school_let_in(struct db *db, const struct attendance_file_row *file, const struct school_rows *rows,
                                   school_chooser *choose, const void *about)
{
    struct school_result result = { 0 };

    for (size_t i = 0; i < rows->count; i++) {
        const struct school_row *row = &rows->at[i];
        enum school_choice choice = row->match == SCHOOL_DIFFERENT ? choose(row, about) : SCHOOL_CHOICE_NONE;
        if (row->citizen.n != 0 && !casefile_guard(db, db_actor(db), row->citizen.n)) {
            result.beyond++;
            continue;
        }
        result.written += let_in_one(db, file, row, choice);
        result.undecided += row->match == SCHOOL_DIFFERENT && choice == SCHOOL_CHOICE_NONE;
    }
    return result;
}

bool school_is_known(struct db *db, const char *school, bool is_all)
{
    struct group_school_list schools = group_schools(db, is_all, (struct staff_id){ db_actor(db).id });

    for (size_t i = 0; i < schools.count; i++)
        if (text_is(schools.at[i].school, school))
            return true;
    return false;
}
