/* SPDX-License-Identifier: MIT
 * kept.h: figures counted from everybody's history, counted now where that is quick, and kept where it is not:
 * then the keeper counts a period at a time, and pages say when that was. */
#ifndef RESULTS_KEPT_H
#define RESULTS_KEPT_H

#include "results/results.h"

/* Up to so many citizens it is counted while somebody waits: some 0.1 seconds. */
enum { KEPT_ABOVE_CITIZENS = 250, KEPT_MONTHS = 24 };

struct kept_results {
    bool is_ready;       /* False: the keeper has not come to it; `results` is empty. */
    instant taken_at;    /* When it was counted: now, or some time ago. */
    int64_t ready, wanted; /* Of all periods, while it is not ready. */
    struct results results;
};

/* The figures of some schemes in a period for a unit (n = 0: all). `above`: up to how many citizens it is counted
 * now; KEPT_ABOVE_CITIZENS but in tests. A scheme that was switched on since is left out until it is counted. */
struct kept_results kept_results_of(struct db *db, struct schemes schemes, struct measured_period period,
                                    struct unit_id unit, int64_t above);

/* Counts and keeps one period for all and for each unit, in transactions of its own as the system. False when the
 * store failed. */
bool kept_count(struct db *db, struct arena *arena, instant now, struct measured_period period);

/* For keeper_tasks: counts the period that is missing or oldest, when any is due and there are many citizens. */
void kept_keep(struct db *db, struct arena *arena, instant now);

/* Results as text and back. What the schemes say differently now is left out. */
const char *kept_write(struct arena *arena, const struct results *results);
struct results kept_read(struct arena *arena, struct schemes schemes, struct measured_period period, const char *text);

#endif
