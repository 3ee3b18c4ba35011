/* SPDX-License-Identifier: MIT
 * chart.c: charts of hours: steps over time, and bars. Charts of shares are in chart_share.c. */
#include "web/chart.h"

#include "web/chart_parts.h"

static int64_t larger(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

/* ---- Steps ---- */

enum { TODAY_WORD = 180, LINE = 170 }; /* Where "i dag" stands, and how high a line of words is. */

static int64_t steps_top(const struct chart_steps *chart)
{
    int64_t top = larger(chart->goal, 1000);

    for (size_t i = 0; i < chart->count; i++)
        top = larger(top, larger(chart->at[i].main, chart->at[i].thin));
    return larger(top, chart->top);
}

/* The last day that is known: today, or the axis' end when that is past. */
static day steps_end(const struct chart_steps *chart)
{
    return chart->today < chart->until ? chart->today : chart->until;
}

static int64_t value_of(const struct chart_step *step, bool is_main)
{
    return is_main ? step->main : step->thin;
}

static void draw_steps(struct page *page, const struct chart_steps *chart, const struct chart_plot *plot,
                       const char *class, bool is_main, bool is_filled)
{
    int64_t last = plot->bottom;

    svg_path_begin(page, class);
    svg_path_move(page, plot->left, plot->bottom);
    for (size_t i = 0; i < chart->count && chart->at[i].from <= steps_end(chart); i++) {
        last = plot_y(plot, value_of(&chart->at[i], is_main));
        svg_path_step(page, plot_x(plot, chart->at[i].from), last);
    }
    svg_path_step(page, plot_x(plot, steps_end(chart)), is_filled ? plot->bottom : last);
    if (is_filled)
        svg_path_close(page);
    svg_path_end(page);
}

static void draw_goal(struct page *page, const struct chart_steps *chart, const struct chart_plot *plot)
{
    int64_t y = plot_y(plot, chart->goal);

    if (chart->goal == 0)
        return;
    svg_line(page, "goal", plot->left, y, plot->right, y);
    if (chart->goal_label != NULL)
        svg_text(page, "tb", plot->right + 80, y + 40, SVG_START, chart->goal_label);
}

static void draw_labels(struct page *page, const struct chart_steps *chart, const struct chart_plot *plot)
{
    const struct chart_step *last = NULL;

    for (size_t i = 0; i < chart->count && chart->at[i].from <= steps_end(chart); i++) {
        /* The label is of the line that changes here; of the main one when both do. */
        bool is_main = chart->at[i].main != (last == NULL ? 0 : last->main);
        last = &chart->at[i];
        if (last->label != NULL)
            svg_text(page, "t2", plot_x(plot, last->from) + 20, plot_y(plot, value_of(last, is_main)) - 60, SVG_START,
                     last->label);
    }
    if (last == NULL)
        return;
    int64_t x = plot_x(plot, steps_end(chart)), y = plot_y(plot, last->main);
    svg_circle(page, "dot", x, y, 50);
    if (chart->now_label != NULL)
        svg_text(page, "tb val", x + 100, larger(y + 50, TODAY_WORD + LINE), SVG_START, chart->now_label); /* Below "i dag". */
}

static void steps_table(struct page *page, const struct chart_steps *chart)
{
    struct arena *arena = page->text.arena;

    table_begin(page, &chart->head, say(page->language, "Fra"));
    table_column(page, chart->main_name);
    if (chart->thin_name != NULL)
        table_column(page, chart->thin_name);
    table_column(page, say(page->language, "Hvor"));
    table_body(page);
    for (size_t i = 0; i < chart->count; i++) {
        const struct chart_step *step = &chart->at[i];
        table_row(page, say_day_year(arena, page->language, step->from));
        table_number(page, chart_number(page, step->main));
        if (chart->thin_name != NULL)
            table_number(page, chart_number(page, step->thin));
        table_words(page, step->where);
        table_row_end(page);
    }
    table_end(page);
}

void chart_steps(struct page *page, const struct chart_steps *chart)
{
    struct chart_plot plot = {
        .left = 840, .right = 8680, .top = 160, .bottom = 1960,
        .most = steps_top(chart), .from = chart->from, .until = chart->until,
    };

    figure_begin(page, &chart->head, 9680, 2200, !plot_is_early(&plot, chart->today));
    plot_values(page, &plot, plot_step(plot.most), "");
    svg_line(page, "axis", plot.left, plot.bottom, plot.right, plot.bottom);
    plot_months(page, &plot, "axis", 1960, 2000, 2120);
    if (chart->thin_name != NULL)
        draw_steps(page, chart, &plot, "prak", false, false);
    draw_steps(page, chart, &plot, "paidfill", true, true);
    draw_steps(page, chart, &plot, "paid", true, false);
    draw_goal(page, chart, &plot);
    plot_today(page, &plot, chart->today, 100, plot.bottom, TODAY_WORD);
    draw_labels(page, chart, &plot);
    figure_end_drawing(page);
    steps_table(page, chart);
    figure_end(page);
}

/* ---- Bars ---- */

static void draw_bar(struct page *page, const struct chart_plot *plot, const struct chart_bar *bar, int64_t x,
                     int64_t width, bool is_last)
{
    int64_t y = plot_y(plot, bar->value), middle = x + width / 2;

    svg_rect(page, is_last ? "b1" : "b2", (struct svg_box){ x, y, width, plot->bottom - y });
    svg_text(page, is_last ? "tb" : "t2", middle, y - 40, SVG_MIDDLE, chart_number(page, bar->value));
    svg_text(page, "t3", middle, plot->bottom + 160, SVG_MIDDLE, bar->label);
}

static void bars_table(struct page *page, const struct chart_bars *chart)
{
    table_begin(page, &chart->head, "");
    for (size_t i = 0; i < chart->count; i++)
        table_column(page, chart->at[i].label);
    table_body(page);
    table_row(page, chart->row_name);
    for (size_t i = 0; i < chart->count; i++)
        table_number(page, chart_number(page, chart->at[i].value));
    table_row_end(page);
    table_end(page);
}

void chart_bars(struct page *page, const struct chart_bars *chart)
{
    struct chart_plot plot = { .left = 400, .right = 6400, .top = 180, .bottom = 1500, .most = 100 };
    int64_t slot = (plot.right - plot.left) / (int64_t)(chart->count == 0 ? 1 : chart->count);

    for (size_t i = 0; i < chart->count; i++)
        plot.most = larger(plot.most, chart->at[i].value);
    figure_begin(page, &chart->head, 6600, 1720, true);
    plot_values(page, &plot, plot_step(plot.most), "");
    for (size_t i = 0; i < chart->count; i++)
        draw_bar(page, &plot, &chart->at[i], plot.left + (int64_t)i * slot + slot * 16 / 100, slot * 68 / 100,
                 i + 1 == chart->count);
    svg_line(page, "axis", plot.left, plot.bottom, plot.right, plot.bottom);
    figure_end_drawing(page);
    bars_table(page, chart);
    figure_end(page);
}
