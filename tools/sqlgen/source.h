/* SPDX-License-Identifier: MIT
 * source.h: the files sqlgen reads and writes, and what it says about them. A mistake is reported and
 * the work goes on, so that one run names them all. */
#ifndef SQLGEN_SOURCE_H
#define SQLGEN_SOURCE_H

#include <stdbool.h>

#include "base/arena.h"

/* The whole file; the program ends with a message when it cannot be read. */
const char *source_read(struct arena *arena, const char *path);

/* Writes the file unless it already holds exactly this, so that nothing is compiled in vain. */
void source_write(struct arena *arena, const char *path, const char *content);

/* "file:line: what, expected what" on standard error. */
__attribute__((format(printf, 3, 4)))
void report(const char *file, int line, const char *format, ...);

/* How many mistakes were reported. */
int report_count(void);

/* The file's name without folders and without its ending. */
const char *source_stem(struct arena *arena, const char *path);

/* The candidate most like `wrong`, as ", did you mean x?", or "" when none is near. */
const char *did_you_mean(struct arena *arena, const char *wrong, const char *const *candidates, size_t count);

#endif
