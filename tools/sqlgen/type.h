/* SPDX-License-Identifier: MIT
 * type.h: the types that statements take and give: their word in .sql files, their C type, and the
 * functions of db/statement.h that bind and read them. */
#ifndef SQLGEN_TYPE_H
#define SQLGEN_TYPE_H

#include <stdbool.h>

#include "base/arena.h"

enum type_kind {
    TYPE_INT, TYPE_DAY, TYPE_INSTANT, TYPE_FLAG, TYPE_TEXT, TYPE_REAL, TYPE_BLOB, TYPE_ID,
    TYPE_KIND_COUNT,
    TYPE_UNKNOWN = TYPE_KIND_COUNT,
};

struct type {
    enum type_kind kind;
    const char *table; /* Of TYPE_ID: the table it is an id in. */
};

/* The C type, with a space after it unless it ends in a star. */
const char *type_c(struct arena *arena, struct type type);

/* 'i', 't', 'r' or 'b', as in struct statement. */
char type_letter(struct type type);

/* C that makes a struct value of `expression`, and C that reads result column `column`. */
const char *type_bind(struct arena *arena, struct type type, const char *expression);
const char *type_read(struct arena *arena, struct type type, int column);

bool type_is(struct type a, struct type b);

/* A type word of `takes:` and `gives:`; `x_id` for any x, whose table the caller checks. */
struct type type_of_word(struct arena *arena, const char *word);

/* By the name alone: born_day, sent_at, is_done; otherwise TYPE_INT. */
struct type type_of_integer_name(const char *name);

#endif
