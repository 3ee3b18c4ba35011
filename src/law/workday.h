/* SPDX-License-Identifier: MIT
 * workday.h: public holidays, working days and opening hours in Denmark. The holidays are law and are
 * computed from Easter; a municipality's own closed days and opening hours are given by the caller.
 * Days and local time themselves are base/day.h. */
#ifndef LAW_WORKDAY_H
#define LAW_WORKDAY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"

/* Minutes after midnight, local time; `opens == closes` is a closed day. */
struct opening_hours {
    struct {
        int opens, closes;
    } on[WEEKDAY_COUNT];
};

/* Monday to Friday 08:00-16:00. Ours (mark `default`): no source says what an office's hours are. */
extern const struct opening_hours opening_hours_default;

/* When somebody works. All zero is the ordinary office: public holidays closed, default hours. */
struct workdays {
    const day *closed; /* The municipality's own closed days, in any order. */
    size_t closed_count;
    const struct opening_hours *hours; /* NULL for opening_hours_default. */
};

/* Easter Sunday of a year, 1900 to 2200. */
day easter_sunday(int year);

/* The Danish name of the public holiday on a day, or NULL. Sundays as such are not named. */
const char *holiday_name(day on);

/* A day of Monday to Friday that is no public holiday and not among the closed days. `workdays` may be
 * NULL here and below for the ordinary office. */
bool workday_is(const struct workdays *workdays, day on);

/* The nth working day after `on` (day 0, itself a working day or not); n < 0 counts back; 0 is `on`. */
day workday_add(const struct workdays *workdays, day on, int n);

/* The first working day on or after `on`, and the last on or before it. */
day workday_next(const struct workdays *workdays, day on);
day workday_previous(const struct workdays *workdays, day on);

/* The instant at which `seconds` (>= 0) of opening hours have passed since `at`. */
instant working_hours_add(const struct workdays *workdays, instant at, int64_t seconds);

/* The instant at which `seconds` (>= 0) of working days have passed since `at`, night and day alike: the clock
 * stands still on all other days. */
instant workday_hours_add(const struct workdays *workdays, instant at, int64_t seconds);

/* The last moment at which somebody is at work and `due` is not past: `due` itself within opening
 * hours, else the closing time before it. */
instant act_by(const struct workdays *workdays, instant due);

#endif
