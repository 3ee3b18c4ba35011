/* SPDX-License-Identifier: MIT
 * report_figures.c: criteria, outcomes and deadlines of a scheme in a year. */
#include "base/list.h"
#include "law/glossary.h"
#include "results/kept.h"
#include "results/report.h"
#include "results/rules.h"

enum { THOUSAND = 1000, PIECES = 5 };

static struct report_line goal_line(struct request *r, const struct scheme *scheme, const struct scheme_measure *measure,
                                    const struct measured *measured)
{
    int64_t target = measure->target == NUMBER_NONE ? -1 : measure->target / THOUSAND;
    bool is_share = measured->state == MEASURED_FINE && measure->kind == MEASURE_SHARE && measured->whole > 0;
    const char *state = "";

    if (is_share && target >= 0)
        state = percent_of(measured->count, measured->whole) >= target ? "ok" : "wait";
    return (struct report_line){
        .name = measure_name(r->language, measure),
        .target = target < 0 ? "–" : arena_format(r->arena, "%lld %%", (long long)target),
        .actual = measured_words(r->arena, r->language, scheme, measured, false),
        .state = state,
    };
}

static struct report_lines goals_of(struct request *r, const struct scheme *scheme, const struct status_report_row *report)
{
    day last = report->to_day < r->today ? report->to_day : r->today;
    struct measured_period period = { report->from_day, last };
    struct schemes only = { &scheme, 1 };
    struct kept_results kept = kept_results_of(r->db, only, period, report->unit, KEPT_ABOVE_CITIZENS);
    const struct results *results = &kept.results;
    struct report_line *lines = arena_array(r->arena, results->goals.count, sizeof *lines);

    for (size_t i = 0; i < results->goals.count; i++)
        lines[i] = goal_line(r, scheme, results->goals.at[i].measure, &results->goals.at[i].measured);
    return (struct report_lines){ lines, results->goals.count };
}

static struct report_lines outcomes_of(struct request *r, const struct status_report_row *report)
{
    struct results_outcome_row_list rows = results_outcomes(
        r->db, report->scheme, day_begin(report->from_day), day_begin(report->to_day + 1), report->unit.n);
    struct report_line *lines = arena_array(r->arena, rows.count, sizeof *lines);

    for (size_t i = 0; i < rows.count; i++)
        lines[i] = (struct report_line){
            .name = *rows.at[i].outcome == 0 ? say(r->language, "udfald ikke oplyst")
                                             : glossary_label_or_code((int)r->language, "outcome", rows.at[i].outcome),
            .target = "",
            .actual = arena_format(r->arena, "%lld", (long long)rows.at[i].enrolments),
            .state = "",
        };
    return (struct report_lines){ lines, rows.count };
}

/* The twelve months of the period; the same stored obligations as everywhere. */
static struct report_lines deadlines_of(struct request *r, const struct status_report_row *report)
{
    struct months months = months_to(report->to_day);
    struct results_unit_row_list units = results_units(r->db);
    struct on_time_table table = on_time_load(r->db, r->language, &months, report->unit, &units);
    LIST_OF(struct report_line) lines = { 0 };

    for (size_t i = 0; i < table.count; i++) {
        struct on_time year = { 0 };
        for (int k = 1; k < MONTH_COUNT; k++) {
            year.met += table.at[i].months[k].met;
            year.all += table.at[i].months[k].all;
        }
        if (year.all == 0 || !text_is(table.at[i].scheme, report->scheme))
            continue;
        struct share_cell cell = share_cell_of(r->arena, year, false);
        *LIST_ADD(r->arena, &lines) = (struct report_line){
            table.at[i].name, "", arena_format(r->arena, "%s (%s)", cell.percent, cell.counts), "" };
    }
    return (struct report_lines){ lines.at, lines.count };
}

void report_figures_take(struct request *r, struct report_view *view)
{
    const struct scheme *scheme = library_scheme(r->db, view->report.scheme);

    if (scheme != NULL)
        view->goals = goals_of(r, scheme, &view->report);
    view->outcomes = outcomes_of(r, &view->report);
    view->deadlines = deadlines_of(r, &view->report);
}

/* ---- As text ---- */

static void add_plain(struct text *text, const char *piece)
{
    for (const char *p = piece; *p != 0; p++)
        text_add_char(text, *p == '\t' || *p == '\n' ? ' ' : *p);
}

static void add_lines(struct text *text, char kind, struct report_lines lines)
{
    for (size_t i = 0; i < lines.count; i++) {
        const struct report_line *line = &lines.at[i];
        const char *pieces[] = { line->name, line->target, line->actual, line->state };
        text_add_char(text, kind);
        for (size_t k = 0; k < sizeof pieces / sizeof *pieces; k++) {
            text_add_char(text, '\t');
            add_plain(text, pieces[k]);
        }
        text_add_char(text, '\n');
    }
}

const char *report_figures_write(struct arena *arena, const struct report_view *view)
{
    struct text text = text_new(arena);

    add_lines(&text, 'g', view->goals);
    add_lines(&text, 'o', view->outcomes);
    add_lines(&text, 'd', view->deadlines);
    return text_done(&text);
}

static struct report_lines lines_of(struct arena *arena, struct text_pieces rows, const char *kind)
{
    LIST_OF(struct report_line) lines = { 0 };

    for (size_t i = 0; i < rows.count; i++) {
        struct text_pieces pieces = text_split(arena, rows.at[i], '\t');
        if (pieces.count == PIECES && text_is(pieces.at[0], kind))
            *LIST_ADD(arena, &lines) = (struct report_line){ pieces.at[1], pieces.at[2], pieces.at[3], pieces.at[4] };
    }
    return (struct report_lines){ lines.at, lines.count };
}

void report_figures_read(struct arena *arena, const char *figures, struct report_view *view)
{
    struct text_pieces rows = text_split(arena, figures, '\n');

    view->goals = lines_of(arena, rows, "g");
    view->outcomes = lines_of(arena, rows, "o");
    view->deadlines = lines_of(arena, rows, "d");
}
