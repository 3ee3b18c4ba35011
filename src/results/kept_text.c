/* SPDX-License-Identifier: MIT
 * kept_text.c: figures as lines of text and back: a head with its numbers, then its parts, its control and its
 * groups. Names and categories are not kept: they are the scheme's. */
#include "base/list.h"
#include "base/text.h"
#include "results/kept.h"

enum { HEAD_NUMBERS = 13, PART_NUMBERS = 5, YEAR_NUMBERS = YEAR_PART_COUNT + 2 };

/* The numbers of a head, as places in the struct, so that writing and reading are one list. */
#define HEADS(H, m)                                                                                              \
    H((m)->count) H((m)->whole) H((m)->rest) H((m)->sum) H((m)->days.lower) H((m)->days.median) H((m)->days.upper) \
    H((m)->from_zero)
#define PARTS(P, p) P((p)->count) P((p)->whole) P((p)->before) P((p)->after) P((p)->ratios)

#define ADD(number) text_add_format(text, "\t%lld", (long long)(number));

static void write_measured(struct text *text, const char *name, const struct measured *measured)
{
    text_add_format(text, "%s\t%d\t%d\t%d\t%d", name, (int)measured->state, (int)measured->part_count,
                    measured->control != NULL, (int)measured->group_count);
    HEADS(ADD, measured)
    text_add_char(text, '\n');
    for (size_t i = 0; i < measured->part_count; i++) {
        text_add(text, "part");
        PARTS(ADD, &measured->parts[i])
        text_add_char(text, '\n');
    }
    if (measured->control != NULL)
        write_measured(text, "control", measured->control);
    for (size_t i = 0; i < measured->group_count; i++)
        write_measured(text, measured->groups[i].code == NULL ? "" : measured->groups[i].code, measured->groups[i].measured);
}

const char *kept_write(struct arena *arena, const struct results *results)
{
    struct text built = text_new(arena), *text = &built;

    for (int i = 0; i < YEAR_QUARTERS; i++) {
        const struct year_row *row = &results->year.rows[i];
        text_add_format(text, "year\t%d\t%lld", (int)row->quarter, (long long)row->all);
        for (int k = 0; k < YEAR_PART_COUNT; k++)
            ADD(row->counts[k])
        text_add_char(text, '\n');
    }
    for (size_t i = 0; i < results->goals.count; i++) {
        const struct goal *goal = &results->goals.at[i];
        text_add_format(text, "measure\t%s\t%s\n", goal->scheme->id.text, goal->measure->id.text);
        write_measured(text, goal->measure->id.text, &goal->measured);
    }
    return text_done(text);
}

/* ---- Reading ---- */

struct reading {
    struct arena *arena;
    struct text_pieces lines;
    size_t next;
    bool is_wrong; /* Other parts than the scheme has now, or no text of ours. */
};

static struct text_pieces take_line(struct reading *reading, size_t wanted)
{
    struct text_pieces pieces = { 0 };

    if (reading->next < reading->lines.count)
        pieces = text_split(reading->arena, reading->lines.at[reading->next++], '\t');
    reading->is_wrong |= pieces.count != wanted;
    return reading->is_wrong ? (struct text_pieces){ 0 } : pieces;
}

static int64_t take_number(struct reading *reading, const char *text)
{
    int64_t number = 0;

    reading->is_wrong |= !text_to_int(text, &number);
    return number;
}

#define TAKE(number) (number) = take_number(reading, line.at[at++]);

static void read_parts(struct reading *reading, struct measured *measured, size_t count)
{
    struct measured_part *parts = arena_array(reading->arena, count, sizeof *parts);

    reading->is_wrong |= count != measured->part_count;
    for (size_t i = 0; i < count && !reading->is_wrong; i++) {
        struct text_pieces line = take_line(reading, PART_NUMBERS + 1);
        size_t at = 1;
        if (reading->is_wrong)
            return;
        parts[i] = measured->parts[i];
        PARTS(TAKE, &parts[i])
    }
    measured->parts = parts;
}

static const char *read_measured(struct reading *reading, struct measured *measured);

static void read_groups(struct reading *reading, struct measured *measured, const struct measured *blank, size_t count)
{
    struct measured_group *groups = arena_array(reading->arena, count, sizeof *groups);

    for (size_t i = 0; i < count && !reading->is_wrong; i++) {
        struct measured *group = arena_alloc(reading->arena, sizeof *group);
        *group = *blank;
        const char *code = read_measured(reading, group);
        groups[i] = (struct measured_group){ *code == 0 ? NULL : code, group };
    }
    measured->groups = groups;
    measured->group_count = count;
}

/* Fills the numbers into what the scheme's measure begins as; its name comes back. */
static const char *read_measured(struct reading *reading, struct measured *measured)
{
    struct measured blank = *measured;
    struct text_pieces line = take_line(reading, HEAD_NUMBERS);
    size_t at = 1;

    if (reading->is_wrong)
        return "";
    measured->state = (enum measured_state)take_number(reading, line.at[at++]);
    size_t parts = (size_t)take_number(reading, line.at[at++]);
    bool has_control = take_number(reading, line.at[at++]) != 0;
    size_t groups = (size_t)take_number(reading, line.at[at++]);
    HEADS(TAKE, measured)
    read_parts(reading, measured, parts);
    reading->is_wrong |= has_control != (measured->control != NULL);
    if (has_control && !reading->is_wrong) {
        struct measured *control = arena_alloc(reading->arena, sizeof *control);
        *control = *measured->control;
        read_measured(reading, control);
        measured->control = control;
    }
    read_groups(reading, measured, &blank, groups);
    return line.at[0];
}

static bool find_measure(struct schemes schemes, const char *scheme, const char *measure, struct goal *goal)
{
    for (size_t i = 0; i < schemes.count; i++)
        for (size_t k = 0; text_is(schemes.at[i]->id.text, scheme) && k < schemes.at[i]->measures.count; k++)
            if (text_is(schemes.at[i]->measures.at[k].id.text, measure)) {
                *goal = (struct goal){ .scheme = schemes.at[i], .measure = &schemes.at[i]->measures.at[k] };
                return true;
            }
    return false;
}

/* To the next measure, whatever stands between. */
static void skip(struct reading *reading)
{
    while (reading->next < reading->lines.count && !text_starts(reading->lines.at[reading->next], "measure\t"))
        reading->next++;
}

static void read_year(struct reading *reading, struct year_after *year)
{
    for (int i = 0; i < YEAR_QUARTERS; i++) {
        struct text_pieces line = take_line(reading, YEAR_NUMBERS + 1);
        struct year_row *row = &year->rows[i];
        size_t at = 1;
        if (reading->is_wrong)
            return;
        row->quarter = (day)take_number(reading, line.at[at++]);
        TAKE(row->all)
        year->all.all += row->all;
        for (int k = 0; k < YEAR_PART_COUNT; k++) {
            TAKE(row->counts[k])
            year->all.counts[k] += row->counts[k];
        }
    }
}

struct results kept_read(struct arena *arena, struct schemes schemes, struct measured_period period, const char *text)
{
    struct reading reading = { .arena = arena, .lines = text_split(arena, text, '\n') };
    struct results results = { 0 };
    LIST_OF(struct goal) goals = { 0 };
    struct goal goal;

    read_year(&reading, &results.year);
    for (skip(&reading); reading.next < reading.lines.count; skip(&reading)) {
        reading.is_wrong = false;
        struct text_pieces name = take_line(&reading, 3);
        if (reading.is_wrong || !find_measure(schemes, name.at[1], name.at[2], &goal))
            continue;
        goal.measured = measure_end(measure_begin(arena, goal.scheme, goal.measure, period));
        read_measured(&reading, &goal.measured);
        if (!reading.is_wrong)
            *LIST_ADD(arena, &goals) = goal;
    }
    results.goals.at = goals.at;
    results.goals.count = goals.count;
    return results;
}
