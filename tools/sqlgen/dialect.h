/* SPDX-License-Identifier: MIT
 * dialect.h: one text of SQL for SQLite and for PostgreSQL. */
#ifndef SQLGEN_DIALECT_H
#define SQLGEN_DIALECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/list.h"

enum dialect { DIALECT_SQLITE, DIALECT_POSTGRES };

struct schema;
struct table;

typedef LIST_OF(const char *) names;
typedef LIST_OF(const struct table *) tables;

/* A migration with the lines that are for the other database made blank, so that line numbers stay. */
const char *dialect_part(struct arena *arena, const char *source, enum dialect dialect);

/* The same SQL without comments and needless white space at the ends. */
const char *dialect_plain(struct arena *arena, const char *source);

/* A migration in SQLite's words, in PostgreSQL's. */
const char *dialect_postgres_schema(struct arena *arena, const char *source);

/* A statement as struct statement wants it. Parameters get their place in `parameters`, to which new ones
 * are added; tables named where a table can stand are added to `found`. */
const char *dialect_statement(struct arena *arena, const char *body, enum dialect dialect,
                              const struct schema *schema, names *parameters, tables *found);

#endif
