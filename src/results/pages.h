/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of this folder are given. Texts and cells are finished, in the page's language. */
#ifndef RESULTS_PAGES_H
#define RESULTS_PAGES_H

#include "results/results.h"
#include "web/chart.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/page.h"
#include "web/route.h"

/* What the address asks for: ?maaned=2026-11&enhed=2&til=politisk. */
struct asked {
    struct months months;
    day month, last;      /* First day of the month; its last day, or today in a running month. */
    struct unit_id unit;
    struct results_unit_row_list units;
    const char *unit_name; /* NULL: all. */
    bool is_political;     /* For politicians and the public: small cells are hidden. */
};
struct asked asked_read(struct request *r);

/* The same address with its query, for links and forms: "maaned=2026-11&enhed=2". */
const char *asked_query(struct request *r, const struct asked *asked);

/* "94 %" and "17/18"; "–" and NULL of nobody. */
struct share_cell {
    const char *percent, *counts;
};
struct share_cells {
    const struct share_cell *at;
    size_t count;
};
bool is_share_small(struct on_time share);
struct share_cell share_cell_of(struct arena *arena, struct on_time share, bool is_political);

/* A count for those who read: "41", "<5" for the politicians' small ones. */
const char *count_words(struct arena *arena, int64_t count, bool is_political);

/* A table as pages and spreadsheets show it. */
struct table_row {
    const char *name;
    const char *const *cells; /* As many as the table has columns beside the first. */
    const char *path;         /* Where the name leads, or NULL. */
    bool is_total;
};
struct table_column {
    const char *name;
    bool is_text; /* Begins at the side it is read from; figures end at the other. */
};
struct table {
    const char *id, *title, *definition; /* What is counted, and of whom. */
    const char *first;                   /* Heading of the names. */
    struct {
        const struct table_column *at;
        size_t count;
    } columns;
    struct {
        const struct table_row *at;
        size_t count;
    } rows;
};

struct on_time_line {
    const char *name, *change;
    const char *change_class; /* "bad" when fewer were met, "fine" when more. */
    struct share_cells units;
    struct share_cell all;
    bool is_swing;
    const char *cause_path, *cause_label; /* Where its cause is written; NULL when it did not swing, or may not. */
    const char *late_path; /* NULL when none was late, or for politicians. */
};

struct swing_view {
    const char *title, *words;
    const char *cause_path, *late_path;
    int64_t late;
    bool has_cause;
    struct swing_cause_row cause;
};

/* Of figures that are kept: whether they are there, and what is said about it; NULL for nothing. */
struct kept_words {
    bool is_ready;
    const char *words;
};

struct leader_view {
    struct asked asked;
    const char *query, *month_name, *sentence;
    struct choices month_choices, unit_choices;
    int64_t active;
    const struct swing_view *swing; /* NULL: nothing swung. */
    struct chart_bars paid;
    struct table paid_table;
    const char *still;              /* "Stået stille i tre måneder: 9 borgere", or NULL. */
    const char *still_path;
    struct table ladder_table;      /* No rows: nobody was placed. */
    struct chart_lines on_time;
    struct {
        const struct on_time_line *at;
        size_t count;
    } lines;
    struct chart_stacks year;
    struct table year_table;
    struct table goal_table;
    struct chart_dots beside;
    struct table beside_table;
    bool may_write;
    struct kept_words kept; /* Of the year and the goals. */
};

/* Everything of the leader's page. */
struct leader_view leader_load(struct request *r);

/* Parts of it, one file each. */
void leader_paid(struct request *r, struct leader_view *view, const struct paid_months *paid, const struct paid_changes *changes);
/* How many got their first paid hours, as the table beside may say it: below 0 when it is hidden there. */
int64_t paid_first_shown(const struct paid_changes *changes, bool is_political);
void leader_ladder(struct request *r, struct leader_view *view, struct schemes schemes);
void leader_on_time(struct request *r, struct leader_view *view, const struct on_time_table *table);
void leader_swing(struct request *r, struct leader_view *view, const struct on_time_table *table);
void leader_year(struct request *r, struct leader_view *view, const struct year_after *year);
void leader_goals(struct request *r, struct leader_view *view, const struct goals *goals);
const char *leader_sentence(struct request *r, const struct leader_view *view, const struct on_time_table *table,
                            const struct paid_months *paid, const struct paid_changes *changes);

/* A measure in words: "52 % (37 af 71)", "7", "endnu ingen". */
const char *measured_words(struct arena *arena, enum language language, const struct scheme *scheme,
                           const struct measured *measured, bool is_political);
/* "18,5 timer og derover" of a band; else the list's or the glossary's words. */
const char *measured_part_words(struct arena *arena, enum language language, const struct measured_part *part);
/* What a measure is called. */
const char *measure_name(enum language language, const struct scheme_measure *measure);

enum { LATE_MAX = 500 }; /* Rows of a list behind a figure. */
struct late_view {
    struct asked asked;
    const char *query, *title, *scheme, *rule;
    struct results_late_row_list rows;
};
struct still_view {
    struct asked asked;
    const char *query;
    struct results_citizen_row_list rows;
};
struct cause_view {
    struct form form;
    struct asked asked;
    const char *query, *title, *path;
};

struct reports_view {
    struct form form;
    struct status_report_listed_list reports;
    struct choices schemes, units, years;
    bool may_write;
};

/* A line of a report: a success criterion, an outcome, a reason. */
struct report_line {
    const char *name, *target, *actual, *state; /* state: class word of .st, or NULL. */
};
struct report_lines {
    const struct report_line *at;
    size_t count;
};
struct report_view {
    struct form form;
    struct status_report_row report;
    const char *scheme_title, *title;
    struct report_lines goals, outcomes, deadlines;
    struct interview_row_list interviews;
    struct choices roles;
    bool may_write;
};

/* The title of a scheme, or its id when the library has it no more. */
const char *scheme_title(const struct page *page, const char *id);

struct reply leader_get(struct request *r);
struct reply leader_csv_get(struct request *r);
struct reply late_get(struct request *r);
struct reply still_get(struct request *r);
struct reply cause_get(struct request *r);
struct reply cause_post(struct request *r);
struct reply reports_get(struct request *r);
struct reply report_new_post(struct request *r);
struct reply report_get(struct request *r);
struct reply report_post(struct request *r);
struct reply said_post(struct request *r);
struct reply said_delete_post(struct request *r);

extern const struct feature results_feature;

#endif
