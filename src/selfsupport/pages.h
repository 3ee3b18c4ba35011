/* SPDX-License-Identifier: MIT
 * pages.h: what the page of paid hours is given, and its feature. For this folder and features.c. */
#ifndef SELFSUPPORT_PAGES_H
#define SELFSUPPORT_PAGES_H

#include "citizen/citizen.h"
#include "law/glossary.h"
#include "placement_sql.h"
#include "selfsupport/numbers.h"
#include "web/chart.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/route.h"

extern const struct feature selfsupport_feature;

/* A number the reckoning takes, in words. */
struct support_line {
    const char *name, *text, *value, *state, *class, *source;
};

/* A row of the table: money in hundredths of kroner. */
struct support_row {
    int64_t hours;
    struct support_month month;
};

/* What wage and benefit are together from a day on, beside the benefit alone (S67). */
struct support_step {
    day from;           /* DAY_NONE: now. */
    const char *where;  /* The workplace of an agreed step, or NULL. */
    int64_t hours, together, more; /* `more` may be below 0: less than the benefit alone. */
};

struct support_view {
    struct citizen_row citizen;
    const char *path;
    struct form form;
    struct choices benefits;
    struct {
        struct support_line *at;
        size_t count;
    } numbers;
    struct {
        struct support_row *at;
        size_t count;
    } rows;
    struct {
        struct support_step *at;
        size_t count;
    } steps;
    bool is_asked;    /* Something was typed and can be read. */
    bool is_refused;  /* A number is missing. */
    bool is_test;
    const char *answer;    /* "19 timer om ugen", or why not. */
    struct placement_wage_row wage; /* Kept with her job, when `has_wage`; the form begins with it. */
    bool has_wage;
    const char *now;       /* How many paid hours she has now. */
    struct chart_curve chart;
};

#endif
