/* SPDX-License-Identifier: MIT
 * clock.h: the one place that reads the time. Handlers get it as r->now; a demo and a test may start
 * it anywhere, and a demo may move it forward for all workers (the tenant's table web_clock). */
#ifndef WEB_CLOCK_H
#define WEB_CLOCK_H

#include <stdbool.h>

#include "base/day.h"

enum clock_kind {
    CLOCK_REAL,
    CLOCK_FROM, /* Starts at the time given and goes on with real time. */
    CLOCK_FIXED /* Stands still. */
};

/* Set once, before the workers are started, so that all agree. */
void clock_start(enum clock_kind kind, instant at);

/* Set once, too: a demo's clock may be moved forward (POST /ur/frem). */
void clock_allow_moving(void);
bool clock_may_be_moved(void);

/* The time without what a demo has moved it. */
instant clock_now(void);

/* Microseconds of a clock that never goes back, for durations in the log. */
int64_t clock_microseconds(void);

#endif
