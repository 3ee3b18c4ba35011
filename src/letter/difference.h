/* SPDX-License-Identifier: MIT
 * difference.h: what changed from one text to the next, line by line. Pure. */
#ifndef LETTER_DIFFERENCE_H
#define LETTER_DIFFERENCE_H

#include <stddef.h>

#include "base/arena.h"

enum difference_kind { LINE_SAME, LINE_GONE, LINE_NEW };
struct difference_line {
    enum difference_kind kind;
    const char *words;
};
struct difference {
    struct difference_line *at;
    size_t count;
};

/* The fewest lines gone and new, in the order of the texts; lines that are the same are there too. */
struct difference difference_of(struct arena *arena, const char *before, const char *after);

#endif
