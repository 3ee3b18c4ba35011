/* SPDX-License-Identifier: MIT
 * rules.h: the weeks at school of an IGU contract (S85: "20 uger fordelt på to år"). Pure. A week is its Monday. */
#ifndef IGU_RULES_H
#define IGU_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"

enum { IGU_WEEKS_MOST = 120 };

struct igu_week_fact {
    day monday;
    bool is_held;
};

struct igu_facts {
    day from, to;   /* First and last day of the contract. */
    int64_t wanted; /* Weeks at school. */
    const struct igu_week_fact *weeks;
    size_t week_count;
    day asked_on;
};

struct igu_answer {
    int64_t planned, held; /* Planned ones include those held. */
    int64_t missing;       /* Wanted less planned; 0 when there are enough. */
    int64_t not_held;      /* Planned, over, and nobody has said that they were held. */
    day first_not_held;    /* DAY_NONE for none. */
    int64_t outside;       /* Weeks that are not whole inside the contract. */
};

/* Rule igu.weeks. A week counts when Monday to Friday are inside the contract. */
struct igu_answer igu_weeks(const struct igu_facts *facts);

/* Is the working week of a Monday inside? */
bool igu_week_is_inside(day from, day to, day monday);

/* The first Monday whose week is inside. */
day igu_first_monday(day from);

/* `wanted` weeks spread evenly over the contract, oldest first, at most as many as there are; returns how many. */
size_t igu_spread(day from, day to, int64_t wanted, day mondays[IGU_WEEKS_MOST]);

#endif
