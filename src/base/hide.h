/* SPDX-License-Identifier: MIT
 * hide.h: which numbers of people may be shown, so that a small one is neither seen nor worked out from the others and
 * their sum. Pure. Tables with sums of rows and columns: results/protect.c. */
#ifndef BASE_HIDE_H
#define BASE_HIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SMALL_COUNT = 5 };

/* How a page writes what is hidden, and so how much of it is kept from whom. */
enum small_words {
    SMALL_SECRET, /* All alike: nobody learns a small one or which they are, though they know the rule. */
    SMALL_TOLD,   /* The small ones as "<5", the others otherwise: nobody can subtract to a small one. */
};

/* Few enough to tell who they are, and not nobody. */
bool is_count_small(int64_t number);

/* Marks those numbers (0 or more each) that may not be shown: whoever knows their sum and what is shown must not learn a
 * small one. Zero points at nobody and is shown. Further numbers, the least first, are hidden until that
 * holds. False when it cannot hold, though all above zero are hidden: then the sum may be seen nowhere either. */
bool hide_small(enum small_words words, const int64_t *numbers, size_t count, bool *is_hidden);

#endif
