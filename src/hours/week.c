/* SPDX-License-Identifier: MIT
 * week.c: a citizen's week in one piece: what is required, what fills it, breaks, ways, sums and holes. */
#include <stdlib.h>

#include "base/text.h"
#include "hours/private.h"
#include "rates/rates.h"

enum { OFFICE_BEGINS = 8 * HOUR_MINUTES, OFFICE_ENDS = 16 * HOUR_MINUTES, OFFICE_DAYS = 5, HUNDREDTHS = 100, TENTH = 10 };

day monday_of(day on)
{
    return on - (day)day_weekday(on);
}

int64_t hours_of_set(struct db *db, const struct hour_set *set, day on)
{
    if (set->hours_value == NULL)
        return set->hours / TENTH;
    const struct law_version *version = law_value_on(rates_law(db), set->hours_value, on);
    return law_value_may_compute(version) ? version->value / TENTH : -1;
}

/* --- What is required. --- */

static void choose_requirement(struct db *db, struct hours_week *week)
{
    week->required = -1;
    week->set = "integrationsloven";
    struct hour_step *steps = arena_array(db_arena(db), week->requirements.count + 1, sizeof *steps);
    for (size_t i = 0; i < week->requirements.count; i++)
        steps[i] = (struct hour_step){ week->requirements.at[i].from_day, week->requirements.at[i].hours };
    /* The last day of the week: a step that comes on a Wednesday is a step of this week. */
    const struct hour_step *step = hours_step_on(steps, week->requirements.count, week->monday + WEEK_DAYS - 1);
    if (step == NULL)
        return;
    week->requirement = &week->requirements.at[step - steps];
    week->required = step->hours * HOUR_MINUTES / HUNDREDTHS;
    week->set = week->requirement->base;
}

/* --- When she can, and breaks. --- */

static void load_windows(struct db *db, struct hours_week *week)
{
    struct hours_window_row_list rows = hours_windows(db, week->citizen);

    week->has_windows = rows.count > 0;
    for (int i = 0; i < OFFICE_DAYS && !week->has_windows; i++) {
        week->from[i] = OFFICE_BEGINS;
        week->to[i] = OFFICE_ENDS;
    }
    for (size_t i = 0; i < rows.count; i++) {
        week->from[rows.at[i].weekday] = (int)rows.at[i].from_minute;
        week->to[rows.at[i].weekday] = (int)rows.at[i].to_minute;
    }
}

static bool covers(const struct hours_break_row *row, day on)
{
    return row->from_day <= on && (row->to_day == DAY_NONE || row->to_day >= on);
}

/* What lies in a break and has no word of its own is excused. Sums are moved with it. */
static void excuse(struct hours_week *week, struct hours_block *block)
{
    bool is_word_missing = block->state == HOUR_PLANNED || (block->source == HOURS_PLACEMENT && block->state == HOUR_DELIVERED);

    if (!is_word_missing || block->is_cancelled)
        return;
    int64_t *before = &week->sums.at[block->kind][block->state];
    int64_t minutes = block->minutes < *before ? block->minutes : *before;
    *before -= minutes;
    week->sums.at[block->kind][HOUR_EXCUSED] += minutes;
    block->state = HOUR_EXCUSED;
    block->is_registered = true;
}

static void apply_breaks(struct db *db, struct hours_week *week)
{
    struct hours_break_row_list rows = hours_breaks(db, week->citizen, week->monday + WEEK_DAYS - 1, week->monday);

    for (size_t i = 0; i < rows.count; i++) {
        if (covers(&rows.at[i], week->monday) && covers(&rows.at[i], week->monday + OFFICE_DAYS - 1))
            week->break_reason = rows.at[i].reason;
        for (size_t k = 0; k < week->blocks.count; k++)
            if (week->blocks.at[k].on != DAY_NONE && covers(&rows.at[i], week->blocks.at[k].on))
                excuse(week, &week->blocks.at[k]);
    }
}

/* --- Ways. --- */

/* Is a place the one that was looked up? "sprogskolen lokale 2" is "sprogskolen". */
static bool is_place(const char *folded, const char *known)
{
    return text_starts(folded, known);
}

int hours_way_minutes(struct arena *arena, const struct hours_ways *ways, const char *one, const char *other, bool *is_known)
{
    const char *a = text_fold(arena, one == NULL ? "" : one), *b = text_fold(arena, other == NULL ? "" : other);

    *is_known = true;
    if (*a == 0 || *b == 0 || text_is(a, b))
        return 0;
    for (size_t i = 0; i < ways->rows.count; i++) {
        const struct hours_way_row *row = &ways->rows.at[i];
        if ((is_place(a, row->one_search) && is_place(b, row->other_search)) ||
            (is_place(b, row->one_search) && is_place(a, row->other_search)))
            return (int)row->minutes;
    }
    *is_known = false;
    return WAY_UNKNOWN;
}

/* Ways between activities of a day count where the rules say so; only those that somebody has looked up. */
static void count_ways(struct db *db, struct hours_week *week)
{
    for (size_t i = 1; i < week->blocks.count; i++) {
        const struct hours_block *before = &week->blocks.at[i - 1], *block = &week->blocks.at[i];
        bool is_known;
        if (block->on == DAY_NONE || before->on != block->on || before->is_cancelled || block->is_cancelled || before->to == 0)
            continue;
        int minutes = hours_way_minutes(db_arena(db), &week->ways, before->place, block->place, &is_known);
        enum hour_state state = before->state == block->state ? block->state : HOUR_PLANNED;
        if (is_known && state != HOUR_MISSED)
            week->sums.at[HOUR_TRANSPORT][state] += minutes;
    }
}

/* --- All of it. --- */

static int by_day(const void *a, const void *b)
{
    const struct hours_block *one = a, *other = b;
    bool is_loose = one->on == DAY_NONE, is_other_loose = other->on == DAY_NONE;

    if (is_loose != is_other_loose)
        return is_loose ? 1 : -1;
    if (one->on != other->on)
        return one->on < other->on ? -1 : 1;
    if (one->from != other->from)
        return one->from < other->from ? -1 : 1;
    return one->source != other->source ? (one->source < other->source ? -1 : 1) : (one->id > other->id) - (one->id < other->id);
}

static void find_holes(struct db *db, struct hours_week *week)
{
    struct hour_busy *busy = arena_array(db_arena(db), week->blocks.count + 1, sizeof *busy);
    size_t count = 0;

    for (size_t i = 0; i < week->blocks.count; i++) {
        const struct hours_block *block = &week->blocks.at[i];
        if (block->on != DAY_NONE && block->to > block->from && !block->is_cancelled)
            busy[count++] = (struct hour_busy){ block->on - week->monday, block->from, block->to };
    }
    week->hole_count = hours_holes(week->from, week->to, busy, count, week->holes);
}

/* What fills the time from a Monday on. */
static struct hours_week blocks_load(struct db *db, enum language language, struct citizen_id citizen, day monday, day last, bool is_feed)
{
    struct hours_week week = { .citizen = citizen, .monday = monday, .last = last, .required = -1, .set = "" };

    hours_add_groups(db, language, &week);
    hours_add_placements(db, language, &week);
    hours_add_meetings(db, language, &week);
    hours_add_items(db, language, &week, is_feed);
    if (week.blocks.count > 0)
        qsort(week.blocks.at, week.blocks.count, sizeof *week.blocks.at, by_day);
    return week;
}

struct hours_blocks hours_blocks_between(struct db *db, enum language language, struct citizen_id citizen, day monday, day last)
{
    return blocks_load(db, language, citizen, monday, last, true).blocks;
}

/* Sums, ways, breaks and holes of a week that knows its person. */
static void count_week(struct db *db, struct hours_week *week)
{
    choose_requirement(db, week);
    count_ways(db, week);
    apply_breaks(db, week);
    week->answer = hours_count(week->rules, week->set, week->monday, week->break_reason != NULL ? -1 : week->required, &week->sums);
    find_holes(db, week);
}

struct hours_week hours_week_load(struct db *db, enum language language, struct citizen_id citizen, const char *home, day monday)
{
    struct hours_week week = blocks_load(db, language, citizen, monday, monday + WEEK_DAYS - 1, false);

    week.home = home;
    week.rules = hours_rules_of(db);
    week.ways.rows = hours_ways(db);
    week.requirements = hours_requirements(db, citizen);
    load_windows(db, &week);
    count_week(db, &week);
    return week;
}

struct hours_week hours_week_beside(struct db *db, enum language language, const struct hours_week *known, day monday)
{
    struct hours_week week = blocks_load(db, language, known->citizen, monday, monday + WEEK_DAYS - 1, false);

    week.home = known->home;
    week.rules = known->rules;
    week.ways = known->ways;
    week.requirements = known->requirements;
    week.has_windows = known->has_windows;
    for (int i = 0; i < WEEK_DAYS; i++) {
        week.from[i] = known->from[i];
        week.to[i] = known->to[i];
    }
    count_week(db, &week);
    return week;
}
