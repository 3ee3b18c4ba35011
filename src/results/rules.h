/* SPDX-License-Identifier: MIT
 * rules.h: the arithmetic of reported figures (docs/schemes.md, section 5). Pure, in whole numbers. Cases:
 * rules.cases. What is counted is measure.h's question. */
#ifndef RESULTS_RULES_H
#define RESULTS_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/hide.h"
#include "engine/scheme.h"

enum {
    PERCENT_NONE = -1,  /* Of nobody. */
    CELL_SMALL = -1,    /* Shown as "<5". */
    CELL_HIDDEN = -2,   /* Not shown, so that a small one cannot be computed. */
    SWING_POINTS = 10,  /* A change of a share by more than this asks for a cause. */
};

/* `part` of `whole` in percent, half up; PERCENT_NONE of nobody. */
int percent_of(int64_t part, int64_t whole);

/* `part` of `whole` rounded half up, floor for negatives; for means. `whole` > 0. */
int64_t divided_half_up(int64_t part, int64_t whole);

/* Does a value (thousandths) lie in the interval? Its edges say so themselves. */
bool interval_holds(const struct scheme_interval *interval, int64_t value);

/* The first interval that holds the value; `count` when none does. */
size_t interval_find(const struct scheme_interval *intervals, size_t count, int64_t value);

/* Has a share changed so much against the period before that somebody must say why? Never on few. */
bool is_swing(int64_t met_before, int64_t all_before, int64_t met, int64_t all, int points);

/* A row of cells beside their sum, for those outside: small ones become CELL_SMALL, and as many others as it takes
 * CELL_HIDDEN (base/hide.h). */
enum cells_hidden {
    CELLS_SHOWN,   /* Nothing was to be hidden. */
    CELLS_SOME,    /* Some were, and the sum may stand beside the rest. */
    CELLS_AND_SUM, /* Even with all of them hidden their sum would tell: it may not be shown. */
};
enum cells_hidden cells_hide(struct arena *arena, int64_t *cells, size_t count);

/* A table whose last row and last column are the sums of the others; one row or column: its last cell is the sum
 * of the others. `weights` are the counts (0: empty, and seen to be), `hidden` what is not shown. */
struct cell_table {
    size_t rows, columns;
    const int64_t *weights;
    bool *hidden;
};

/* Hides more cells until no hidden one can be computed from those shown: the smallest that do. */
void cells_protect(struct arena *arena, const struct cell_table *table);

/* Can no hidden cell be computed? For tables of more than one row and column. */
bool cells_are_safe(struct arena *arena, const struct cell_table *table);

/* The middle of sorted numbers, and the quartiles; half up between two. `count` > 0. */
struct quartiles {
    int64_t lower, median, upper;
};
struct quartiles quartiles_of(const int64_t *sorted, size_t count);

#endif
