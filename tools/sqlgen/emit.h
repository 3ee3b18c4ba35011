/* SPDX-License-Identifier: MIT
 * emit.h: the C that sqlgen writes. It is read by people who look for what a function does, so it looks
 * like what they would have written. */
#ifndef SQLGEN_EMIT_H
#define SQLGEN_EMIT_H

#include "declaration.h"

/* <stem>_sql.h and <stem>_sql.c: a typed function for each of `count` declarations of one file. */
const char *emit_header(struct arena *arena, const char *stem, const char *ids, const struct declaration *at,
                        size_t count);
const char *emit_source(struct arena *arena, const char *stem, const struct declaration *at, size_t count,
                        int first_number);

/* ids.h: one id struct for each table with a key of one integer. */
const char *emit_ids(struct arena *arena, const struct schema *schema);

/* migrations.c: the schema in both dialects; statements.c: all statements by number. The names of their
 * tables begin with `prefix`. */
const char *emit_migrations(struct arena *arena, const char *prefix, const struct schema *schema);
const char *emit_statements(struct arena *arena, const char *prefix, const declarations *all);

#endif
