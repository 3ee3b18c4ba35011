/* SPDX-License-Identifier: MIT
 * source.h: a file as tidy reads it. Of C there is a second text of the same length, in which comments
 * and what stands in quotes are blanks: there a word is code. */
#ifndef TIDY_SOURCE_H
#define TIDY_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct source {
    const char *path, *text;
    size_t length;
    const char *code; /* NULL for anything but C. */
};

/* A piece of a text; not NUL-terminated. */
struct word {
    const char *at;
    size_t length;
};

/* Reads a file. False when it is no text (a NUL in it) or cannot be read. */
bool source_read(struct arena *arena, const char *path, struct source *source);

/* Test programs and what they share. */
bool path_is_test(const char *path);
bool path_ends(const char *path, const char *ending);

/* The line, from 1, in which `at` of the file's text or code stands. */
int source_line(const struct source *source, const char *at);

/* The next identifier at or after *at, which is moved behind it. False at the end. */
bool word_next(const char **at, struct word *word);
bool word_is(struct word word, const char *text);
bool is_word_char(char c);

#endif
