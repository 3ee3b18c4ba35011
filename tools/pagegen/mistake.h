/* SPDX-License-Identifier: MIT
 * mistake.h: what is wrong in a file, all of it in one run, as `file:line:column: text`. Every text
 * says what stands there and what was expected. */
#ifndef PAGEGEN_MISTAKE_H
#define PAGEGEN_MISTAKE_H

#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"

/* Line and column count from 1; a column is a letter, not a byte. */
struct place {
    int line, column;
};

struct mistake {
    const char *file;
    struct place place;
    const char *text;
};

struct mistakes {
    struct arena *arena;
    const char *file; /* The file being read. */
    struct mistake *at;
    size_t count, room;
};

struct mistakes mistakes_new(struct arena *arena);

/* Notes one, formatted as by printf; two at one place are one. After 200 the rest is only more noise. */
__attribute__((format(printf, 3, 4)))
void mistake_add(struct mistakes *mistakes, struct place place, const char *format, ...);

/* Writes all, in the order of their places within each file. */
void mistakes_print(struct mistakes *mistakes, FILE *out);

#endif
