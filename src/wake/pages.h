/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of morning calls are given. For this folder and features.c. */
#ifndef WAKE_PAGES_H
#define WAKE_PAGES_H

#include "citizen/citizen.h"
#include "employer/pages.h"
#include "wake/wake.h"

extern const struct feature wake_feature;

struct wake_line {
    const struct wake_listed *row;
    const char *at; /* "6.45" */
};
struct wake_lines {
    struct wake_line *at;
    size_t count;
};
struct wake_list_view {
    day on, before, after;
    const char *iso;
    struct wake_lines lines;
    int64_t marked;
    struct phone_hours_row_list phones;
    struct form form, phone_form;
    struct choices results;
    bool is_today, may_write;
};

struct wake_time {
    const struct wake_call_row *row;
    const char *at, *weekdays; /* "6.45", "man. tir." */
    bool is_running;
};
struct wake_times {
    struct wake_time *at;
    size_t count;
};
struct wake_view {
    struct citizen_row citizen;
    const char *name;
    struct wake_times times;
    struct wake_marked_list marks;
    struct form form;
    struct choices weekdays, callers;
    bool may_write;
};

#endif
