/* SPDX-License-Identifier: MIT
 * blocks.c: what fills a citizen's week, from the rows of groups, placements, meetings and her own items, and what became of
 * each as far as somebody has said it. */
#include <string.h>

#include "base/text.h"
#include "group/rules.h"
#include "hours/private.h"
#include "law/glossary.h"
#include "library/library.h"

static struct hours_block *add_block(struct db *db, struct hours_week *week, const struct hours_block *block)
{
    struct hours_block *added = LIST_ADD(db_arena(db), &week->blocks);

    *added = *block;
    return added;
}

static void count_in(struct hours_week *week, enum hour_kind kind, enum hour_state state, int64_t minutes)
{
    week->sums.at[kind][state] += minutes;
}

/* Counts a block that takes time; what is over and has no word yet is told apart. */
static void count_block(struct hours_week *week, const struct hours_block *block, day today)
{
    if (block->is_cancelled)
        return;
    count_in(week, block->kind, block->state, block->minutes - block->away);
    count_in(week, block->kind, block->away_state, block->away);
    day over = block->on == DAY_NONE ? week->last : block->on;
    if (!block->is_registered && over < today)
        week->unregistered += block->minutes;
}

/* What a mark of the glossary's list absence says. Apologies are no judgement: they are held for lawful here. */
static enum hour_state state_of_mark(const char *mark)
{
    if (text_is(mark, "attended"))
        return HOUR_DELIVERED;
    return text_is(mark, "unlawful") ? HOUR_MISSED : HOUR_EXCUSED;
}

/* "hold-7-2026-12-08-480": what something is called in calendars. */
static const char *name_of(struct db *db, const char *what, int64_t id, day on, int64_t minute)
{
    return arena_format(db_arena(db), "%s-%lld-%s-%lld", what, (long long)id, on == DAY_NONE ? "uge" : day_iso(db_arena(db), on), (long long)minute);
}

/* --- Groups. --- */

const struct scheme_activity *hours_activity(const char *scheme, const char *activity)
{
    const struct scheme *found = library_find(library_all(), scheme);

    return found == NULL ? NULL : scheme_activity(found, activity);
}

enum hour_kind hours_kind_of_activity(const char *scheme, const char *activity, bool is_language)
{
    static const enum hour_kind kinds[ACTIVITY_KIND_COUNT] = {
        [KIND_COURSE] = HOUR_COURSE, [KIND_TRAINING] = HOUR_COURSE, [KIND_LANGUAGE] = HOUR_DANISH, [KIND_EDUCATION] = HOUR_COURSE,
        [KIND_COMPANY_PLACEMENT] = HOUR_PLACEMENT, [KIND_WAGE_SUBSIDY] = HOUR_SUBSIDISED, [KIND_IGU] = HOUR_SUBSIDISED,
        [KIND_JOB] = HOUR_PAID, [KIND_JOB_SMALL] = HOUR_PAID, [KIND_NYTTEINDSATS] = HOUR_PLACEMENT, [KIND_HEALTH] = HOUR_HEALTH,
        [KIND_SOCIAL] = HOUR_SOCIAL, [KIND_NETWORK] = HOUR_NETWORK, [KIND_JOB_SEARCH] = HOUR_JOB_SEARCH,
        [KIND_VOLUNTEERING] = HOUR_VOLUNTEERING, [KIND_OPEN_SESSION] = HOUR_COURSE, [KIND_OTHER] = HOUR_COURSE,
    };
    const struct scheme_activity *found = is_language ? NULL : hours_activity(scheme, activity);

    if (is_language)
        return HOUR_DANISH;
    return found == NULL ? HOUR_COURSE : kinds[found->kind];
}

/* What a group is good for: its activity's name in its scheme. */
static const char *purpose_of(struct db *db, enum language language, const char *scheme, const char *activity)
{
    const struct scheme_activity *found = hours_activity(scheme, activity);
    const char *title = library_scheme_title(scheme, (int)language);

    if (found == NULL || found->text.da == NULL)
        return title == NULL ? "" : title;
    return arena_format(db_arena(db), "%s: %s", title == NULL ? "" : title, words_in(found->text, (int)language));
}

/* Away for a part of the day: each of its sessions has its share, since nobody writes which hours they were. */
static void take_away(struct hours_block *block, const struct hours_session_row *row)
{
    if (row->away_minutes <= 0 || row->away_minutes >= row->day_minutes)
        return;
    block->away_state = block->state;
    block->away = block->minutes * row->away_minutes / row->day_minutes;
    block->state = HOUR_DELIVERED;
}

static void add_sessions(struct db *db, enum language language, struct hours_week *week)
{
    struct hours_session_row_list rows = hours_sessions(db, week->citizen, week->monday, week->last);

    for (size_t i = 0; i < rows.count; i++) {
        const struct hours_session_row *row = &rows.at[i];
        struct hours_block block = {
            .source = HOURS_GROUP, .id = row->course_group.n, .on = row->day, .from = (int)row->from_minute,
            .to = (int)row->to_minute, .minutes = row->to_minute - row->from_minute,
            .kind = hours_kind_of_activity(row->scheme, row->activity, row->is_language),
            .state = text_is_blank(row->mark) ? HOUR_PLANNED : state_of_mark(row->mark),
            .is_registered = !text_is_blank(row->mark), .is_cancelled = text_is(row->state, "cancelled"),
            .title = arena_format(db_arena(db), "%s: %s", row->name, row->title), .brief = row->title, .place = row->place,
            .purpose = purpose_of(db, language, row->scheme, row->activity),
            .name = name_of(db, "hold", row->course_group.n, row->slot_day, row->slot_minute), .version = row->version,
        };
        take_away(&block, row);
        add_block(db, week, &block);
    }
}

static void add_slot(struct db *db, enum language language, struct hours_week *week, const struct hours_slot_row *row, day on)
{
    add_block(db, week, &(struct hours_block){
        .source = HOURS_GROUP, .id = row->course_group.n, .on = on, .from = (int)row->from_minute, .to = (int)row->to_minute,
        .minutes = row->to_minute - row->from_minute, .kind = hours_kind_of_activity(row->scheme, row->activity, row->is_language),
        .title = arena_format(db_arena(db), "%s: %s", row->name, row->title), .brief = row->title, .place = row->place,
        .purpose = purpose_of(db, language, row->scheme, row->activity),
        .name = name_of(db, "hold", row->course_group.n, on, row->from_minute), .version = 1 });
}

/* What is not in the calendar yet: as the group's week says, on working days. */
static void add_slots(struct db *db, enum language language, struct hours_week *week)
{
    struct hours_slot_row_list rows = hours_slots(db, week->citizen, week->last, week->monday);

    for (size_t i = 0; i < rows.count; i++) {
        const struct hours_slot_row *row = &rows.at[i];
        for (day on = week->monday + (day)row->weekday; on <= week->last; on += WEEK_DAYS)
            if (on >= row->from_day && on <= row->until_day && (row->planned_day == DAY_NONE || on > row->planned_day) && group_meets_on(on))
                add_slot(db, language, week, row, on);
    }
}

void hours_add_groups(struct db *db, enum language language, struct hours_week *week)
{
    day today = db_today(db);

    add_sessions(db, language, week);
    add_slots(db, language, week);
    for (size_t i = 0; i < week->blocks.count; i++)
        count_block(week, &week->blocks.at[i], today);
}

/* --- Placements. --- */

enum hour_kind hours_kind_of_placement(const char *kind)
{
    static const struct {
        const char *code;
        enum hour_kind kind;
    } rows[] = {
        { "company_placement", HOUR_PLACEMENT }, { "training_placement", HOUR_PLACEMENT }, { "nytteindsats", HOUR_PLACEMENT },
        { "wage_subsidy", HOUR_SUBSIDISED },     { "igu", HOUR_SUBSIDISED },               { "flexi_job", HOUR_SUBSIDISED },
        { "special_terms", HOUR_SUBSIDISED },    { "volunteering", HOUR_VOLUNTEERING },
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (text_is(rows[i].code, kind))
            return rows[i].kind;
    return HOUR_PAID;
}

/* The step of a placement's hours in force on a day: a planned one counts only while it is to come. */
static const struct hours_series_row *step_on(const struct hours_series_row_list *series, const struct hours_placement_row *placement,
                                              day on, day today)
{
    const struct hours_series_row *newest = NULL;

    for (size_t i = 0; i < series->count; i++) {
        const struct hours_series_row *row = &series->at[i];
        bool has_come = !row->is_planned || row->from_day > today || text_is(placement->state, "agreed");
        if (row->placement.n == placement->id.n && row->from_day <= on && has_come)
            newest = row;
    }
    return newest;
}

static int days_a_week(int64_t weekdays)
{
    int count = 0;

    for (int i = 0; i < WEEK_DAYS; i++)
        count += (weekdays >> i & 1) != 0;
    return count == 0 ? 1 : count;
}

static const char *mark_of(const struct hours_work_absence_row_list *absences, struct placement_id placement, day on)
{
    for (size_t i = 0; i < absences->count; i++)
        if (absences->at[i].placement.n == placement.n && absences->at[i].absent_day == on)
            return absences->at[i].mark;
    return NULL;
}

static const char *placement_purpose(const struct hours_placement_row *row, enum language language)
{
    const char *label = glossary_label((int)language, "purpose", row->purpose);

    if (label == NULL)
        label = library_label_anywhere("formaal", row->purpose, (int)language);
    if (label != NULL)
        return label;
    return glossary_label_or_code((int)language, "placement_kind", text_is_blank(row->purpose) ? row->kind : row->purpose);
}

/* One day at a workplace: there, when the day is over and nobody has noted absence. Paid hours of it count as such. */
static void add_work_day(struct db *db, enum language language, struct hours_week *week, const struct hours_placement_row *row,
                         const struct hours_series_row *step, const char *mark, day on)
{
    int64_t days = days_a_week(row->weekdays), all = step->hours * HOUR_MINUTES / 100 / days, paid = step->paid * HOUR_MINUTES / 100 / days;
    bool is_over = on < db_today(db) && row->started_day != DAY_NONE;
    enum hour_state state = mark != NULL ? state_of_mark(mark) : is_over ? HOUR_DELIVERED : HOUR_PLANNED;
    enum hour_kind kind = hours_kind_of_placement(row->kind);

    if (all == 0)
        return;
    add_block(db, week, &(struct hours_block){
        .source = HOURS_PLACEMENT, .id = row->id.n, .on = on, .from = (int)row->from_minute, .to = (int)row->to_minute,
        .minutes = all, .kind = paid >= all ? HOUR_PAID : kind, .state = state, .is_registered = true, .title = row->company_name,
        .place = row->town, .purpose = placement_purpose(row, language),
        .name = name_of(db, "praktik", row->id.n, on, 0), .version = 1 });
    count_in(week, HOUR_PAID, state, paid);
    count_in(week, kind, state, all - paid);
}

static bool is_there_on(const struct hours_placement_row *row, day on)
{
    day from = row->started_day != DAY_NONE ? row->started_day : row->from_day;
    day to = row->ended_day != DAY_NONE ? row->ended_day : row->to_day;

    return (row->weekdays >> day_weekday(on) & 1) != 0 && on >= from && (to == DAY_NONE || on <= to);
}

void hours_add_placements(struct db *db, enum language language, struct hours_week *week)
{
    day last = week->last, today = db_today(db);
    struct hours_placement_row_list rows = hours_placements(db, week->citizen, last, week->monday);
    struct hours_series_row_list series = hours_series(db, week->citizen);
    struct hours_work_absence_row_list absences = { 0 };

    if (db_actor(db).kind != ACTOR_COMPANY)
        absences = hours_work_absences(db, week->citizen, week->monday, last);
    for (size_t i = 0; i < rows.count; i++)
        for (day on = week->monday; on <= last; on++) {
            const struct hours_series_row *step = step_on(&series, &rows.at[i], on, today);
            if (step != NULL && is_there_on(&rows.at[i], on) && group_meets_on(on))
                add_work_day(db, language, week, &rows.at[i], step, mark_of(&absences, rows.at[i].id, on), on);
        }
}

/* --- Meetings and her own items: no minute counts twice. --- */

static int64_t overlap(const struct hours_week *week, day on, int from, int to)
{
    int64_t minutes = 0;

    for (size_t i = 0; i < week->blocks.count; i++) {
        const struct hours_block *other = &week->blocks.at[i];
        int begin = other->from > from ? other->from : from, end = other->to < to ? other->to : to;
        if (other->on == on && !other->is_cancelled && end > begin)
            minutes += end - begin;
    }
    return minutes < to - from ? minutes : to - from;
}

void hours_add_meetings(struct db *db, enum language language, struct hours_week *week)
{
    struct hours_meeting_row_list rows = hours_meetings(db, week->citizen, day_begin(week->monday), day_end(week->last));

    for (size_t i = 0; i < rows.count; i++) {
        const struct hours_meeting_row *row = &rows.at[i];
        struct local_time at = local_of(row->meets_at);
        int from = at.hour * HOUR_MINUTES + at.minute, to = from + (int)row->minutes;
        bool is_held = text_is(row->state, "held");
        const char *label = glossary_label((int)language, "meeting_code", row->code);
        struct hours_block block = {
            .source = HOURS_MEETING, .id = row->id.n, .on = at.on, .from = from, .to = to < DAY_MINUTES ? to : DAY_MINUTES,
            .kind = HOUR_TALK, .is_registered = !text_is(row->state, "booked"), .is_cancelled = text_is(row->state, "cancelled"),
            .state = is_held ? HOUR_DELIVERED : text_is(row->state, "no_show") ? HOUR_MISSED : HOUR_PLANNED,
            .title = sentence_begin(db_arena(db), label != NULL ? label : say(language, "Samtale")), .place = row->place,
            .purpose = glossary_label_or_code((int)language, "meeting_kind", row->way),
            .name = arena_format(db_arena(db), "samtale-%lld", (long long)row->id.n), .version = row->version,
        };
        block.minutes = block.to - block.from - overlap(week, block.on, block.from, block.to);
        count_block(week, &block, db_today(db));
        add_block(db, week, &block);
    }
}

enum hour_kind hours_kind_read(const char *code)
{
    for (int i = 0; i < HOUR_KIND_COUNT; i++)
        if (text_is(hour_kind_codes[i], code))
            return (enum hour_kind)i;
    return HOUR_KIND_COUNT;
}

static const char *item_mark(const struct hours_mark_row_list *marks, struct hours_item_id item)
{
    for (size_t i = 0; i < marks->count; i++)
        if (marks->at[i].item.n == item.n)
            return marks->at[i].mark;
    return NULL;
}

static struct hours_block item_block(const struct hours_item_row *row, const char *mark)
{
    return (struct hours_block){
        .source = HOURS_OWN, .id = row->id.n, .on = DAY_NONE, .minutes = row->minutes, .kind = hours_kind_read(row->kind),
        .state = mark == NULL ? HOUR_PLANNED : state_of_mark(mark), .is_registered = mark != NULL, .title = row->words,
        .place = row->place, .purpose = row->purpose, .name = "", .version = row->version,
    };
}

/* What treatment it is concerns few, and no calendar in a telephone: the others see that there is one. */
static void hide_health(struct db *db, enum language language, struct hours_block *block)
{
    struct actor actor = db_actor(db);

    if (block->kind != HOUR_HEALTH || (actor.kind == ACTOR_STAFF && (actor.permissions & PERMISSION_BIT(MAY_HEALTH_READ)) != 0))
        return;
    block->title = actor.kind == ACTOR_STAFF ? glossary_label((int)language, "hour_kind", hour_kind_codes[HOUR_HEALTH]) : say(language, "Aftale");
    block->place = block->purpose = "";
}

static void add_item(struct db *db, enum language language, struct hours_week *week, const struct hours_item_row *row, const char *mark)
{
    struct hours_block block = item_block(row, mark);

    if (block.kind == HOUR_KIND_COUNT)
        return;
    hide_health(db, language, &block);
    if (row->weekdays == 0) {
        count_block(week, &block, db_today(db));
        add_block(db, week, &block);
        return;
    }
    for (day on = week->monday; on <= week->last; on++) {
        if ((row->weekdays >> day_weekday(on) & 1) == 0 || on < row->from_day || (row->to_day != DAY_NONE && on > row->to_day))
            continue;
        block.on = on;
        block.name = name_of(db, "egen", row->id.n, on, 0);
        block.from = (int)row->from_minute;
        block.to = (int)row->to_minute;
        block.minutes = block.to - block.from - overlap(week, on, block.from, block.to);
        count_block(week, &block, db_today(db));
        add_block(db, week, &block);
    }
}

void hours_add_items(struct db *db, enum language language, struct hours_week *week, bool is_feed)
{
    struct hours_item_row_list rows = hours_items(db, week->citizen, week->last, week->monday);
    struct hours_mark_row_list marks = { 0 };

    if (!is_feed)
        marks = hours_marks(db, week->citizen, week->monday, week->monday);
    for (size_t i = 0; i < rows.count; i++)
        add_item(db, language, week, &rows.at[i], item_mark(&marks, rows.at[i].id));
}
