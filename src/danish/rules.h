/* SPDX-License-Identifier: MIT
 * rules.h: when the next module comes, if it goes on at the pace so far: a date by arithmetic from the person's own
 * modules, never a chance of anything. Pure. Cases: rules.cases. */
#ifndef DANISH_RULES_H
#define DANISH_RULES_H

#include <stddef.h>
#include <stdint.h>

#include "base/day.h"

/* A module passed on a day; module 0 is the day she began. */
struct danish_mark {
    int64_t module;
    day on;
};

enum pace_why {
    PACE_KNOWN,
    PACE_NOTHING,   /* Nothing of the track is written. */
    PACE_ONE,       /* One day alone says nothing of a pace. */
    PACE_BACKWARDS, /* A later module has an earlier day: something is wrong. */
    PACE_DONE,      /* The last module is passed. */
    PACE_WHY_COUNT
};

/* From the first mark to the last: `days` for `modules`. The next one so many days after the last, rounded up. */
struct pace {
    enum pace_why why;
    struct danish_mark first, last;
    int64_t days, modules, days_each; /* days_each is rounded up. */
    day next_day;
};

/* `marks` are those of one track, by module. */
struct pace danish_pace(const struct danish_mark *marks, size_t count, int64_t modules);

#endif
