/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of IGU contracts are given, and their handlers. For this folder and features.c. */
#ifndef IGU_PAGES_H
#define IGU_PAGES_H

#include "citizen/holding.h"
#include "igu/igu.h"
#include "web/field.h"
#include "web/frame.h"
#include "web/route.h"

extern const struct feature igu_feature;
extern const struct holding igu_holding; /* holding.c */

/* A week that can be chosen. */
struct igu_slot {
    const char *code;  /* Its Monday, ISO. */
    const char *label; /* "uge 51" */
    day monday;
    bool is_chosen, is_held;
};

/* The weeks that begin in a month. */
struct igu_month {
    const char *label; /* "december 2026" */
    struct igu_slot *at;
    size_t count;
};

struct igu_calendar {
    struct igu_month *at;
    size_t count;
};

struct igu_view {
    struct placement_row placement;
    const char *title;
    struct form form;
    struct igu_calendar calendar;
    struct igu_week_row_list weeks;
    struct igu_answer stand;
    int64_t law_weeks; /* 0: not known. */
    int64_t hours;     /* The practical part, hundredths a week, newest step. */
    bool may_write;
};

struct igu_list_view {
    struct form form;
    day on;
    struct igu_listed_list contracts;
    struct igu_residence_row_list residences;
    int64_t count;
};

/* calendar.c: the weeks of the contract by month, those that the form has chosen. */
struct igu_calendar igu_calendar_of(const struct igu_view *view);

#endif
