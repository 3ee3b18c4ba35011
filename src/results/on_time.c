/* SPDX-License-Identifier: MIT
 * on_time.c: deadlines by rule, unit and month, from one statement over the stored obligations. */
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "library/figure.h"
#include "results/results.h"

struct months months_to(day on)
{
    struct date date = date_of(on);
    day shown = day_of(date.year, date.month, 1);
    struct months months;

    for (int i = 0; i <= MONTH_COUNT; i++)
        months.first[i] = day_add_months(shown, i - MONTH_NOW);
    return months;
}

static const char *const month_names[] = {
    SAY("januar"), SAY("februar"), SAY("marts"),     SAY("april"),   SAY("maj"),      SAY("juni"),
    SAY("juli"),   SAY("august"),  SAY("september"), SAY("oktober"), SAY("november"), SAY("december"),
};

const char *month_words(struct arena *arena, enum language language, day month)
{
    struct date date = date_of(month);

    return arena_format(arena, "%s %d", say(language, month_names[date.month - 1]), date.year);
}

const char *month_short(enum language language, day month)
{
    return say_month(language, date_of(month).month);
}

/* "Opfølgningsmøde, hver 3. uge": the rule with its number as it is used here. */
static const char *rule_name(struct db *db, enum language language, const char *scheme, const char *rule)
{
    struct scheme_case about;
    struct arena *arena = db_arena(db);

    if (!scheme_case_load(db, language, scheme, &about))
        return rule;
    const char *section = scheme_rule_find(about.library, rule) != NULL ? "rules" : "tasks";
    const char *name = figure_element(&about, arena_format(arena, "%s.%s", section, rule));
    struct figures figures = figures_of(&about, section, rule, false);
    return figures.count == 0 ? name : arena_format(arena, "%s, %s", name, figures.at[0].used);
}

static struct rule_on_time *rule_of(struct arena *arena, struct rule_on_time *rules, size_t *count,
                                    const struct on_time_row *row, size_t unit_count)
{
    for (size_t i = 0; i < *count; i++)
        if (text_is(rules[i].scheme, row->scheme) && text_is(rules[i].rule, row->rule))
            return &rules[i];
    struct rule_on_time *added = &rules[(*count)++];
    *added = (struct rule_on_time){ .scheme = row->scheme, .rule = row->rule };
    added->units = arena_array(arena, unit_count + 1, sizeof *added->units);
    return added;
}

static void add(struct on_time *to, const struct on_time_row *row)
{
    to->met += row->met;
    to->all += row->met + row->late + row->missed + row->over;
}

/* By deadlines in the last month, then in the months before. */
static int by_weight(const void *a, const void *b)
{
    const struct rule_on_time *x = a, *y = b;

    for (int month = MONTH_NOW; month >= 0; month--)
        if (x->months[month].all != y->months[month].all)
            return x->months[month].all > y->months[month].all ? -1 : 1;
    return strcmp(x->rule, y->rule);
}

/* The unit's place in the table; the last one is for rows of no unit. */
static size_t unit_place(const struct results_unit_row_list *units, int64_t unit)
{
    size_t at = 0;

    while (at < units->count && units->at[at].id.n != unit)
        at++;
    return at;
}

static struct on_time_row_list rows_of(struct db *db, const struct months *months, struct unit_id unit)
{
    instant begin[MONTH_COUNT + 1];

    for (int i = 0; i <= MONTH_COUNT; i++)
        begin[i] = day_begin(months->first[i]);
    return results_on_time(db, &(struct results_on_time_in){
        .begin_0 = begin[0], .begin_1 = begin[1], .begin_2 = begin[2], .begin_3 = begin[3], .begin_4 = begin[4],
        .begin_5 = begin[5], .begin_6 = begin[6], .begin_7 = begin[7], .begin_8 = begin[8], .begin_9 = begin[9],
        .begin_10 = begin[10], .begin_11 = begin[11], .begin_12 = begin[12], .begin_13 = begin[13],
        .now = db_now(db), .unit_wanted = unit.n });
}

struct on_time_table on_time_load(struct db *db, enum language language, const struct months *months,
                                  struct unit_id unit, const struct results_unit_row_list *units)
{
    struct arena *arena = db_arena(db);
    struct on_time_row_list rows = rows_of(db, months, unit);
    struct rule_on_time *rules = arena_array(arena, rows.count, sizeof *rules);
    struct on_time_table table = { .at = rules, .unit_count = units->count };
    size_t count = 0;

    table.units = arena_array(arena, units->count + 1, sizeof *table.units);
    for (size_t i = 0; i < rows.count; i++) {
        const struct on_time_row *row = &rows.at[i];
        struct rule_on_time *rule = rule_of(arena, rules, &count, row, units->count);
        add(&rule->months[row->month], row);
        add(&table.months[row->month], row);
        if (row->month != MONTH_NOW)
            continue;
        add(&rule->units[unit_place(units, row->unit)], row);
        add(&table.units[unit_place(units, row->unit)], row);
    }
    if (count > 0)
        qsort(rules, count, sizeof *rules, by_weight);
    for (size_t i = 0; i < count; i++)
        rules[i].name = rule_name(db, language, rules[i].scheme, rules[i].rule);
    table.count = count;
    return table;
}
