/* SPDX-License-Identifier: MIT
 * schema.h: all migrations applied to an SQLite in memory, and what its tables say about types. */
#ifndef SQLGEN_SCHEMA_H
#define SQLGEN_SCHEMA_H

#include <sqlite3.h>
#include <stdbool.h>

#include "base/list.h"
#include "type.h"

struct column {
    const char *name;
    struct type type;
};

struct table {
    const char *name;
    bool has_id; /* Its key is one integer, so that there is a struct <name>_id. */
    LIST_OF(struct column) columns;
};

struct migration {
    int number;
    const char *name, *path;
    const char *sqlite, *postgres; /* Without comments, in each one's dialect. */
};

struct schema {
    sqlite3 *sqlite;
    LIST_OF(struct table) tables;
    LIST_OF(struct migration) migrations;
};

/* Reads and applies schema/NNNN_name.sql; call in the order of numbers, which must have no holes. */
void schema_apply(struct arena *arena, struct schema *schema, const char *path);

/* After the last migration: the tables and views, in the order in which they were made. */
void schema_read_tables(struct arena *arena, struct schema *schema);

/* By name without regard to case; NULL when there is none. */
const struct table *schema_table(const struct schema *schema, const char *name, size_t length);
const struct column *table_column(const struct table *table, const char *name);

/* The line of `text` on which the byte `offset` stands, counted from `first`. */
int line_at(const char *text, int offset, int first);

#endif
