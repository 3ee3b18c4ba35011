/* SPDX-License-Identifier: MIT
 * chart.h: the charts, as SVG from the server, each with its table made of the same rows. They are
 * page functions: `call chart_steps(&v->hours)`. Words are finished texts in the page's language;
 * numbers are hundredths unless they are percent or counts. Lanes on a time axis are in timeline.h. */
#ifndef WEB_CHART_H
#define WEB_CHART_H

#include "web/page.h"

/* What every chart has. */
struct chart_head {
    const char *id;      /* Unique on the page, [a-z0-9-]. */
    const char *title;   /* For everybody who does not see the picture, and the table's caption. */
    const char *summary; /* One sentence that says what the picture shows. */
};

/* What counted from a day on until the next row's day. */
struct chart_step {
    day from;
    int64_t main, thin; /* Hundredths of hours a week. */
    const char *label;  /* Beside the line, or NULL. */
    const char *where;  /* Last column of the table, or NULL. */
};

/* Steps over time: the main series thick and filled, the other thin and grey behind it. The same days
 * as a timeline's give the same x axis. */
struct chart_steps {
    struct chart_head head;
    day from, until, today; /* The axis; `from` < `until`. */
    const struct chart_step *at;
    size_t count;                     /* Ordered by day. */
    const char *main_name, *thin_name; /* "Lønnet", "Praktik" */
    int64_t top;                      /* The axis' end; 0 is the largest value. */
    int64_t goal;                     /* Dashed; 0 for none. */
    const char *goal_label;
    const char *now_label; /* At the end of the main line: "8 lønnede". */
};
void chart_steps(struct page *page, const struct chart_steps *chart);

struct chart_point {
    int64_t at;         /* Along the axis, in hundredths, growing. */
    int64_t main, thin; /* Hundredths. */
};

/* Two lines over a number. `mark` and `now` are places on the axis with a line and words; -1 for none. */
struct chart_curve {
    struct chart_head head;
    const struct chart_point *at;
    size_t count;          /* At least two. */
    const char *axis_name; /* "Lønnede timer om ugen" */
    const char *main_name, *thin_name;
    int64_t mark, now;
    const char *mark_label, *now_label;
};
void chart_curve(struct page *page, const struct chart_curve *chart);

struct chart_bar {
    const char *label; /* "nov" */
    int64_t value;     /* Hundredths. */
};

/* Bars beside each other, the last one dark: that is now. */
struct chart_bars {
    struct chart_head head;
    const struct chart_bar *at;
    size_t count;
    const char *row_name; /* "Timer" */
};
void chart_bars(struct page *page, const struct chart_bars *chart);

struct chart_line {
    const char *name;    /* At the line's end: "alle regler". */
    const int *percents; /* One a label; -1 where nothing was counted. */
};

/* Lines in percent; the first is the one to look at. */
struct chart_lines {
    struct chart_head head;
    const char *const *labels; /* Along the axis. */
    size_t label_count;
    const struct chart_line *at;
    size_t count;
    int least; /* Percent where the axis begins, below 100. */
    int goal;  /* Percent; 0 for none. */
    const char *goal_label;
};
void chart_lines(struct page *page, const struct chart_lines *chart);

enum { CHART_PARTS_MAX = 4 };

struct chart_stack {
    const char *label;
    int64_t counts[CHART_PARTS_MAX]; /* Whole. */
    int64_t all;                     /* What a full bar is, when parts are hidden; 0: the sum of the parts. */
    const char *words;               /* After the bar: "43 % over 18,5". */
};

/* Horizontal bars of equal length, divided in up to four parts. */
struct chart_stacks {
    struct chart_head head;
    const char *parts[CHART_PARTS_MAX]; /* Names; unused ones NULL. */
    const struct chart_stack *at;
    size_t count;
};
void chart_stacks(struct page *page, const struct chart_stacks *chart);

struct chart_dot {
    const char *label;
    int ours, others;   /* Percent; -1 for none. */
    const char *others_name;
};

/* A filled dot for us and a hollow one for the others, on one axis from 0 to 100 %. */
struct chart_dots {
    struct chart_head head;
    const char *ours_name;
    const struct chart_dot *at;
    size_t count;
};
void chart_dots(struct page *page, const struct chart_dots *chart);

#endif
