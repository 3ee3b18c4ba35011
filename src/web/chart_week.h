/* SPDX-License-Identifier: MIT
 * chart_week.h: a week as a timetable, and hours of weeks as bars against what is wanted; each with its table, as all
 * charts (chart.h). Times are minutes of the day, hours are minutes. */
#ifndef WEB_CHART_WEEK_H
#define WEB_CHART_WEEK_H

#include "web/chart.h"

/* How a block of the week is drawn. */
enum chart_look { CHART_DONE, CHART_TO_COME, CHART_EXCUSED, CHART_LOST, CHART_FREE, CHART_GONE, CHART_LOOK_COUNT };

struct chart_block {
    int weekday;       /* 0 Monday. */
    int from, to;      /* `from` < `to`. */
    enum chart_look look;
    const char *label; /* In the block as far as there is room; never NULL. */
    const char *words; /* What became of it; in the table. */
};

/* Seven columns, or five when nothing is on Saturday and Sunday; from the first hour of the first block to the last. */
struct chart_week {
    struct chart_head head;
    day monday, today;
    const struct chart_block *at;
    size_t count;
};
void chart_week(struct page *page, const struct chart_week *chart);

enum { CHART_HOURS_PARTS = 4 };

struct chart_hours_row {
    const char *label;                 /* "uge 50" */
    int64_t minutes[CHART_HOURS_PARTS];
    int64_t wanted;                    /* 0: nothing is. */
    bool is_now;
};

/* One bar a week, its parts in the order of the names, the wanted hours as a line. The last part is what is missing: it is drawn and
 * no part of the sum beside the bar. */
struct chart_hours {
    struct chart_head head;
    const char *names[CHART_HOURS_PARTS];
    const char *wanted_name;
    const struct chart_hours_row *at;
    size_t count;
    bool is_narrow; /* Beside something else: only the bars, for which the page has the words. */
};
void chart_hours(struct page *page, const struct chart_hours *chart);

#endif
