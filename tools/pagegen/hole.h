/* SPDX-License-Identifier: MIT
 * hole.h: the kinds of holes, one row each: where it may stand and the C it becomes. */
#ifndef PAGEGEN_HOLE_H
#define PAGEGEN_HOLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Where a hole stands; each has its own escaping. */
enum hole_place {
    IN_TEXT = 1,
    IN_ATTRIBUTE = 2, /* In a quoted value. */
    IN_URL = 4,       /* In a quoted value that is an address. */
    IN_TAG = 8,       /* Beside the attributes, as one of its own. */
};

struct hole_kind {
    const char *name;
    unsigned places;
    bool has_word;       /* {label list x}: a word before the expression. */
    const char *attribute; /* The attribute that a hole IN_TAG writes, NULL when it is the word. */
    const char *code;    /* $W writer for the place, $E expression, $N word, $A attribute */
};

const struct hole_kind *hole_find(const char *name);

/* All names that may stand at `place`, as "text, int, id", for messages. */
const char *hole_names(struct arena *arena, enum hole_place place);

/* The C statement of a hole. */
const char *hole_code(struct arena *arena, const struct hole_kind *kind, enum hole_place place,
                      const char *word, const char *expression);

/* The length of the C expression at `text`, up to one of `stops` outside of brackets and quotes or to
 * the line's end. NULL *why, or what is wrong with it. Brackets must match, and nothing in it may end
 * the statement it will stand in. */
size_t expression_length(const char *text, const char *end, const char *stops, const char **why);

#endif
