/* SPDX-License-Identifier: MIT
 * mistake.h: mistakes in a file, each with its place. A reader collects all of them in one run instead
 * of stopping at the first; a file with a mistake is refused whole. Texts are Danish; a reader that has
 * them in other languages looks at `language`. */
#ifndef YAML_MISTAKE_H
#define YAML_MISTAKE_H

#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"

struct mistake {
    const char *file;
    int line, column;     /* From 1; 0 when the file as a whole is meant. */
    const char *found;    /* What stands there, or NULL. */
    const char *expected; /* What should, or NULL. */
    const char *text;     /* One sentence for a person. */
};

struct mistakes {
    struct arena *arena;
    struct mistake *at;
    size_t count, room;
    int language; /* What the person reads; 0, as after mistakes_new: Danish. */
};

struct mistakes mistakes_new(struct arena *arena);

/* Adds a mistake; `found` and `expected` may be NULL. After MISTAKES_MAX further ones are dropped: a
 * wrong file has a few causes, and a hostile one must not fill the arena. */
enum { MISTAKES_MAX = 500 };
__attribute__((format(printf, 7, 8)))
void mistake_add(struct mistakes *mistakes, const char *file, int line, int column, const char *found,
                 const char *expected, const char *format, ...);

/* Orders by file, line and column; equal places keep their order. */
void mistakes_sort(struct mistakes *mistakes);

/* One line each: `file:line:column: text`. */
void mistakes_print(const struct mistakes *mistakes, FILE *to);

/* The candidate nearest to `word`, or NULL when none is near enough to be meant. */
const char *did_you_mean(const char *word, const char *const *candidates, size_t count);

#endif
