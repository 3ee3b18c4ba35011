/* SPDX-License-Identifier: MIT
 * chart_parts.h: what the charts share: figure, table, and axes. Only for chart*.c and timeline.c. */
#ifndef WEB_CHART_PARTS_H
#define WEB_CHART_PARTS_H

#include "web/chart.h"
#include "web/svg.h"

/* Where values and days stand. Lengths in tenths of a pixel; y grows downwards. */
struct chart_plot {
    int64_t left, right, top, bottom;
    int64_t least, most; /* Values at bottom and top. */
    day from, until;     /* Days at left and right. */
};

int64_t plot_x(const struct chart_plot *plot, day on);
int64_t plot_y(const struct chart_plot *plot, int64_t value);

/* Lines at round values, with their numbers, and `unit` after the uppermost ("%" or ""). */
void plot_values(struct page *page, const struct chart_plot *plot, int64_t step, const char *unit);
/* A mark and a name at the first of each month; from y1 to y2, the name at `name_y`. */
void plot_months(struct page *page, const struct chart_plot *plot, const char *class, int64_t y1, int64_t y2,
                 int64_t name_y);
/* The line of today, when it is on the axis. */
void plot_today(struct page *page, const struct chart_plot *plot, day today, int64_t y1, int64_t y2, int64_t word_y);

/* A round step that divides `most` into at most five: 1, 2 or 5 times a power of ten. */
int64_t plot_step(int64_t most);

/* Whether more than half of the axis is still to come: then a phone opens the drawing at its beginning. */
bool plot_is_early(const struct chart_plot *plot, day today);

/* <figure> and <svg> of that size, with title and description; and their end. What is wider than the screen scrolls in
 * its own frame and opens at its newest end, or at its beginning. */
void figure_begin(struct page *page, const struct chart_head *head, int64_t width, int64_t height, bool opens_at_end);
void figure_end_drawing(struct page *page);
void figure_end(struct page *page);

/* The table under the figure. */
void table_begin(struct page *page, const struct chart_head *head, const char *first_column);
void table_column(struct page *page, const char *name);
void table_body(struct page *page);
void table_row(struct page *page, const char *name);
void table_number(struct page *page, const char *number);
void table_words(struct page *page, const char *words);
/* The same of what people typed: nobody translates it. */
void table_data(struct page *page, const char *words);
void table_row_end(struct page *page);
void table_end(struct page *page);

/* "18,5" of hundredths, "74" of a whole number. */
const char *chart_number(const struct page *page, int64_t hundredths);

#endif
