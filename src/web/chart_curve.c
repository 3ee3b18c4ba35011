/* SPDX-License-Identifier: MIT
 * chart_curve.c: two lines over a number, e.g. money over hours a week. */
#include "base/check.h"
#include "web/chart_parts.h"

static int64_t curve_top(const struct chart_curve *chart)
{
    int64_t top = 1000;

    for (size_t i = 0; i < chart->count; i++) {
        top = chart->at[i].main > top ? chart->at[i].main : top;
        top = chart->at[i].thin > top ? chart->at[i].thin : top;
    }
    return top;
}

/* The axis is numbers: a plot's days are hundredths here. */
static int64_t x_of(const struct chart_plot *plot, int64_t at)
{
    return plot_x(plot, (day)at);
}

static void draw_line(struct page *page, const struct chart_curve *chart, const struct chart_plot *plot, bool is_main)
{
    svg_path_begin(page, is_main ? "paid" : "prak");
    for (size_t i = 0; i < chart->count; i++) {
        int64_t x = x_of(plot, chart->at[i].at), y = plot_y(plot, is_main ? chart->at[i].main : chart->at[i].thin);
        if (i == 0)
            svg_path_move(page, x, y);
        else
            svg_path_line(page, x, y);
    }
    svg_path_end(page);
    int64_t end = is_main ? chart->at[chart->count - 1].main : chart->at[chart->count - 1].thin;
    svg_text(page, is_main ? "tb" : "t2", plot->right + 80, plot_y(plot, end) + 40, SVG_START,
             is_main ? chart->main_name : chart->thin_name);
}

static void draw_mark(struct page *page, const struct chart_plot *plot, const char *class, int64_t at, int64_t y,
                      const char *label)
{
    if (at < plot->from || at > plot->until)
        return;
    int64_t x = x_of(plot, at);
    svg_line(page, class, x, plot->top, x, plot->bottom);
    bool is_late = x > plot->left + (plot->right - plot->left) * 3 / 4; /* The words would leave the drawing. */
    if (label != NULL)
        svg_text(page, "tb", is_late ? x - 40 : x + 40, y, is_late ? SVG_END : SVG_START, label);
}

static void curve_table(struct page *page, const struct chart_curve *chart)
{
    table_begin(page, &chart->head, chart->axis_name);
    table_column(page, chart->main_name);
    table_column(page, chart->thin_name);
    table_body(page);
    for (size_t i = 0; i < chart->count; i++) {
        table_row(page, chart_number(page, chart->at[i].at));
        table_number(page, chart_number(page, chart->at[i].main));
        table_number(page, chart_number(page, chart->at[i].thin));
        table_row_end(page);
    }
    table_end(page);
}

void chart_curve(struct page *page, const struct chart_curve *chart)
{
    check(chart->count > 1 && chart->at[0].at < chart->at[chart->count - 1].at);
    struct chart_plot plot = {
        .left = 840, .right = 8080, .top = 260, .bottom = 2260, .most = curve_top(chart),
        .from = (day)chart->at[0].at, .until = (day)chart->at[chart->count - 1].at,
    };
    int64_t step = plot_step(plot.until - plot.from);

    figure_begin(page, &chart->head, 9680, 2580, false);
    plot_values(page, &plot, plot_step(plot.most), "");
    svg_line(page, "axis", plot.left, plot.bottom, plot.right, plot.bottom);
    for (int64_t at = plot.from; at <= plot.until; at += step)
        svg_text(page, "t3", x_of(&plot, at), plot.bottom + 160, SVG_MIDDLE, chart_number(page, at));
    svg_text(page, "t2", (plot.left + plot.right) / 2, plot.bottom + 290, SVG_MIDDLE, chart->axis_name);
    draw_line(page, chart, &plot, false);
    draw_line(page, chart, &plot, true);
    draw_mark(page, &plot, "goal", chart->mark, 120, chart->mark_label);
    draw_mark(page, &plot, "now", chart->now, 230, chart->now_label);
    figure_end_drawing(page);
    curve_table(page, chart);
    figure_end(page);
}
