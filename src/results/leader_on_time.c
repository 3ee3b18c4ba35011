/* SPDX-License-Identifier: MIT
 * leader_on_time.c: deadlines met in time, by rule and unit; and the swing that asks for a cause. */
#include "results/pages.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"
#include "results/rules.h"

enum { GOAL_PERCENT = 90, AXIS_STEP = 20, AXIS_LEAST_MAX = 60 };

static const char *points(struct request *r, struct on_time before, struct on_time now)
{
    if (before.all == 0 || now.all == 0)
        return "–";
    int change = percent_of(now.met, now.all) - percent_of(before.met, before.all);
    return arena_format(r->arena, "%s%d", change > 0 ? "+" : change < 0 ? "−" : "", abs(change));
}

static bool has_swung(struct on_time before, struct on_time now)
{
    return is_swing(before.met, before.all, now.met, now.all, SWING_POINTS);
}

static bool is_better(struct on_time before, struct on_time now)
{
    return percent_of(now.met, now.all) > percent_of(before.met, before.all);
}

static struct share_cells unit_cells(struct request *r, const struct leader_view *view, const struct on_time *units)
{
    struct share_cell *cells = arena_array(r->arena, view->asked.units.count, sizeof *cells);

    for (size_t i = 0; i < view->asked.units.count; i++)
        cells[i] = share_cell_of(r->arena, units[i], view->asked.is_political);
    return (struct share_cells){ cells, view->asked.units.count };
}

/* Do the pages tell units apart? */
static bool has_units(const struct leader_view *view)
{
    return view->asked.units.count > 1 && view->asked.unit.n == 0;
}

/* The shares of a line in the table's order: units, then their sum. */
static const struct on_time *share_at(const struct leader_view *view, const struct on_time *units, const struct on_time *all, size_t column)
{
    return has_units(view) && column < view->asked.units.count ? &units[column] : all;
}

/* For politicians and the public: besides the small cells, those that these could be computed from by row or column. */
static void protect(struct request *r, const struct leader_view *view, const struct on_time_table *table,
                    struct on_time_line *lines, const struct rule_on_time *const *rules, size_t count)
{
    size_t columns = has_units(view) ? view->asked.units.count + 1 : 1;
    int64_t *weights = arena_array(r->arena, count * columns, sizeof *weights);
    bool *hidden = arena_array(r->arena, count * columns, sizeof *hidden);

    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < columns; k++) {
            const struct on_time *share = rules[i] == NULL ? share_at(view, table->units, &table->months[MONTH_NOW], k)
                                                           : share_at(view, rules[i]->units, &rules[i]->months[MONTH_NOW], k);
            weights[i * columns + k] = share->all;
            hidden[i * columns + k] = is_share_small(*share);
        }
    cells_protect(r->arena, &(struct cell_table){ count, columns, weights, hidden });
    for (size_t i = 0; i < count; i++) {
        struct share_cell *units = arena_array(r->arena, lines[i].units.count, sizeof *units);
        for (size_t k = 0; k < lines[i].units.count; k++) {
            bool is_second = has_units(view) && hidden[i * columns + k] && lines[i].units.at[k].counts != NULL;
            units[k] = is_second ? (struct share_cell){ "·", NULL } : lines[i].units.at[k];
        }
        lines[i].units.at = units;
        if (!hidden[i * columns + columns - 1])
            continue;
        lines[i].change = "–";
        lines[i].is_swing = false;
        if (lines[i].all.counts != NULL)
            lines[i].all = (struct share_cell){ "·", NULL };
    }
}

static const char *late_path(struct request *r, const struct leader_view *view, const struct rule_on_time *rule)
{
    const struct on_time *now = &rule->months[MONTH_NOW];

    if (view->asked.is_political || now->met == now->all)
        return NULL;
    return arena_format(r->arena, "/resultater/frister?%s&ordning=%s&regel=%s", view->query, rule->scheme, rule->rule);
}

/* May these readers see how a rule's two months compare? */
static bool is_told(const struct leader_view *view, const struct rule_on_time *rule)
{
    return !view->asked.is_political ||
           (!is_share_small(rule->months[MONTH_NOW - 1]) && !is_share_small(rule->months[MONTH_NOW]));
}

static const char *cause_path(struct request *r, const struct leader_view *view, const struct rule_on_time *rule)
{
    return arena_format(r->arena, "/resultater/aarsag?%s&ordning=%s&regel=%s", view->query, rule->scheme, rule->rule);
}

static struct on_time_line line_of(struct request *r, const struct leader_view *view, const struct rule_on_time *rule)
{
    bool is_swung = is_told(view, rule) && has_swung(rule->months[MONTH_NOW - 1], rule->months[MONTH_NOW]);
    bool may_write = is_swung && view->may_write && !view->asked.is_political;

    return (struct on_time_line){
        .name = rule->name,
        .change = is_told(view, rule) ? points(r, rule->months[MONTH_NOW - 1], rule->months[MONTH_NOW]) : "–",
        .units = unit_cells(r, view, rule->units),
        .all = share_cell_of(r->arena, rule->months[MONTH_NOW], view->asked.is_political),
        .change_class = is_better(rule->months[MONTH_NOW - 1], rule->months[MONTH_NOW]) ? "fine" : "bad",
        .is_swing = is_swung,
        .cause_path = may_write ? cause_path(r, view, rule) : NULL,
        .cause_label = say_with(r->arena, r->language, "Skriv årsag: {1}", rule->name, NULL),
        .late_path = late_path(r, view, rule),
    };
}

static const int *percents_of(struct arena *arena, const struct on_time *months, bool is_political)
{
    int *percents = arena_array(arena, MONTH_COUNT - 1, sizeof *percents);

    for (int i = 1; i < MONTH_COUNT; i++)
        percents[i - 1] = is_political && is_share_small(months[i]) ? PERCENT_NONE : percent_of(months[i].met, months[i].all);
    return percents;
}

/* Where the axis begins: a round number below all lines, so that changes are seen. */
static int axis_least(const struct chart_line *lines, size_t count)
{
    int least = AXIS_LEAST_MAX;

    for (size_t i = 0; i < count; i++)
        for (int k = 0; k < MONTH_COUNT - 1; k++)
            while (lines[i].percents[k] >= 0 && lines[i].percents[k] < least)
                least -= AXIS_STEP;
    return least < 0 ? 0 : least;
}

/* The rule that swung most, else the one with most deadlines; NULL without any. */
static const struct rule_on_time *rule_to_look_at(const struct on_time_table *table)
{
    const struct rule_on_time *found = table->count == 0 ? NULL : &table->at[0];
    int most = 0;

    for (size_t i = 0; i < table->count; i++) {
        const struct on_time *before = &table->at[i].months[MONTH_NOW - 1], *now = &table->at[i].months[MONTH_NOW];
        if (!has_swung(*before, *now))
            continue;
        int change = abs(percent_of(now->met, now->all) - percent_of(before->met, before->all));
        if (change > most) {
            found = &table->at[i];
            most = change;
        }
    }
    return found;
}

/* "Opfølgningsmøde" of "Opfølgningsmøde, hver 3. uge". */
static const char *short_name(struct arena *arena, const char *name)
{
    return text_split(arena, name, ',').at[0];
}

/* Outside, a rule whose cell in the table is hidden has no line in the figure either. */
static bool is_line_shown(const struct leader_view *view, const struct rule_on_time *rule)
{
    for (size_t i = 0; i < view->lines.count && view->asked.is_political; i++)
        if (text_is(view->lines.at[i].name, rule->name))
            return view->lines.at[i].all.counts != NULL;
    return true;
}

static void chart(struct request *r, struct leader_view *view, const struct on_time_table *table)
{
    const struct rule_on_time *rule = rule_to_look_at(table);
    const char **labels = arena_array(r->arena, MONTH_COUNT - 1, sizeof *labels);
    struct chart_line *lines = arena_array(r->arena, 2, sizeof *lines);
    size_t count = 0;

    for (int i = 1; i < MONTH_COUNT; i++)
        labels[i - 1] = month_short(r->language, view->asked.months.first[i]);
    if (rule != NULL && is_line_shown(view, rule))
        lines[count++] = (struct chart_line){ short_name(r->arena, rule->name), percents_of(r->arena, rule->months, view->asked.is_political) };
    lines[count++] = (struct chart_line){ say(r->language, "alle regler"), percents_of(r->arena, table->months, view->asked.is_political) };
    int now = percent_of(table->months[MONTH_NOW].met, table->months[MONTH_NOW].all);
    view->on_time = (struct chart_lines){
        .head = {
            .id = "frister-figur",
            .title = say(r->language, "Nået til tiden, procent af fristerne"),
            .summary = now == PERCENT_NONE
                ? say(r->language, "Ingen frister i måneden.")
                : say_with(r->arena, r->language, "{1} % af alle frister blev nået til tiden.", arena_format(r->arena, "%d", now), NULL),
        },
        .labels = labels,
        .label_count = MONTH_COUNT - 1,
        .at = lines,
        .count = count,
        .least = axis_least(lines, count),
        .goal = GOAL_PERCENT,
        .goal_label = say_with(r->arena, r->language, "{1} mål", "90", NULL),
    };
}

void leader_on_time(struct request *r, struct leader_view *view, const struct on_time_table *table)
{
    LIST_OF(struct on_time_line) lines = { 0 };
    LIST_OF(const struct rule_on_time *) rules = { 0 }; /* Of each line; NULL: all of them. */

    for (size_t i = 0; i < table->count; i++)
        if (table->at[i].months[MONTH_NOW].all > 0) {
            *LIST_ADD(r->arena, &lines) = line_of(r, view, &table->at[i]);
            *LIST_ADD(r->arena, &rules) = &table->at[i];
        }
    if (lines.count > 0) {
        *LIST_ADD(r->arena, &lines) = (struct on_time_line){
            .name = say(r->language, "Alle"),
            .change = points(r, table->months[MONTH_NOW - 1], table->months[MONTH_NOW]),
            .units = unit_cells(r, view, table->units),
            .all = share_cell_of(r->arena, table->months[MONTH_NOW], view->asked.is_political),
        };
        *LIST_ADD(r->arena, &rules) = NULL;
    }
    if (view->asked.is_political && lines.count > 0)
        protect(r, view, table, lines.at, rules.at, lines.count);
    view->lines.at = lines.at;
    view->lines.count = lines.count;
    chart(r, view, table);
}

/* ---- The swing ---- */

/* "9 i uge 46": the week in which most of them were due, when that is most of them. */
static void add_week(struct request *r, struct text *text, const struct leader_view *view, const struct rule_on_time *rule)
{
    struct results_late_time_row_list times =
        results_late_times(r->db, &(struct results_late_times_in){
            .scheme = rule->scheme, .rule = rule->rule, .from_at = day_begin(view->asked.month),
            .to_at = day_begin(view->asked.months.first[MONTH_COUNT]), .now = r->now, .unit_wanted = view->asked.unit.n });
    int64_t counts[54] = { 0 };
    int most = 0;

    for (size_t i = 0; i < times.count; i++) {
        int week = day_week(day_of_instant(times.at[i].due_at));
        if (++counts[week] > counts[most] || most == 0)
            most = week;
    }
    if (times.count > 0 && counts[most] * 2 > (int64_t)times.count)
        text_add_format(text, " %s", say_with(r->arena, r->language, "{1} i uge {2}.",
                        arena_format(r->arena, "%lld", (long long)counts[most]), arena_format(r->arena, "%d", most), NULL));
}

static void add_unit(struct request *r, struct text *text, const struct leader_view *view, const struct rule_on_time *rule)
{
    for (size_t i = 0; i < view->asked.units.count && view->asked.units.count > 1; i++) {
        int64_t late = rule->units[i].all - rule->units[i].met;
        if (late > 0)
            text_add_format(text, " %s", say_with(r->arena, r->language, "{1} var i {2}.",
                            arena_format(r->arena, "%lld", (long long)late), view->asked.units.at[i].name, NULL));
    }
}

static const char *swing_words(struct request *r, const struct leader_view *view, const struct rule_on_time *rule)
{
    struct text text = text_new(r->arena);
    const struct on_time *now = &rule->months[MONTH_NOW];

    text_add(&text, say_with(r->arena, r->language, "{1} af {2} frister blev ikke nået til tiden.",
                             arena_format(r->arena, "%lld", (long long)(now->all - now->met)),
                             arena_format(r->arena, "%lld", (long long)now->all), NULL));
    if (!view->asked.is_political) {
        add_unit(r, &text, view, rule);
        add_week(r, &text, view, rule);
    }
    text_add_format(&text, " %s", say_with(r->arena, r->language, "Grænse for varsel: {1} procentpoint.",
                                           arena_format(r->arena, "%d", SWING_POINTS), NULL));
    return text_done(&text);
}

static const char *swing_title(struct request *r, const struct rule_on_time *rule)
{
    const struct on_time *before = &rule->months[MONTH_NOW - 1], *now = &rule->months[MONTH_NOW];
    int was = percent_of(before->met, before->all), is = percent_of(now->met, now->all);
    const char *change = arena_format(r->arena, "%d", abs(is - was));
    const char *figures = arena_format(r->arena, "%d → %d %%", was, is);

    return is < was ? say_with(r->arena, r->language, "{1} faldt {2} procentpoint på en måned, {3}", rule->name, change, figures, NULL)
                    : say_with(r->arena, r->language, "{1} steg {2} procentpoint på en måned, {3}", rule->name, change, figures, NULL);
}

void leader_swing(struct request *r, struct leader_view *view, const struct on_time_table *table)
{
    const struct rule_on_time *rule = rule_to_look_at(table);
    struct swing_view *swing = arena_alloc(r->arena, sizeof *swing);

    if (rule == NULL || !is_told(view, rule) || !is_line_shown(view, rule) || !has_swung(rule->months[MONTH_NOW - 1], rule->months[MONTH_NOW]))
        return;
    *swing = (struct swing_view){
        .title = swing_title(r, rule),
        .words = swing_words(r, view, rule),
        .cause_path = cause_path(r, view, rule),
        .late_path = late_path(r, view, rule),
        .late = rule->months[MONTH_NOW].all - rule->months[MONTH_NOW].met,
    };
    swing->has_cause = swing_cause_of(r->db, rule->scheme, rule->rule, view->asked.month, &swing->cause);
    view->swing = swing;
}
