/* SPDX-License-Identifier: MIT
 * pages.h: what the page of paid hours is given, and its feature. For this folder and features.c. */
#ifndef SELFSUPPORT_PAGES_H
#define SELFSUPPORT_PAGES_H

#include "citizen/citizen.h"
#include "law/glossary.h"
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
    bool is_asked;    /* Something was typed and can be read. */
    bool is_refused;  /* A number is missing. */
    bool is_test;
    const char *answer;    /* "19 timer om ugen", or why not. */
    const char *now;       /* How many paid hours she has now. */
    struct chart_curve chart;
};

#endif
