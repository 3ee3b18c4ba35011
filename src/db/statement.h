/* SPDX-License-Identifier: MIT
 * statement.h: how generated code runs a declared statement. No one else includes this file: a
 * statement that is not declared in a .sql file cannot run. */
#ifndef DB_STATEMENT_H
#define DB_STATEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/db.h"

enum statement_reads {
    READS_NOTHING,
    READS_CITIZEN,       /* The parameter `reads_index` is the citizen: guarded and logged. */
    READS_CITIZEN_FOUND, /* The column `reads_index` of the row found is: guarded and logged. */
    READS_CITIZEN_LIST,  /* The column `reads_index` of each row: logged as one list. */
};

struct statement {
    const char *name;
    const char *sqlite;   /* Parameters as ?1, ?2 ... */
    const char *postgres; /* Parameters as $1, $2 ...; {schema} before each table name. */
    permission_set may;
    enum statement_reads reads;
    int reads_index;
    bool writes;
    int parameter_count, column_count;
    const char *parameter_types; /* One letter each: i integer, t text, r real, b blob. */
    const char *column_types;
    int number; /* Dense over all statements of the program, for the cache of prepared ones. */
};

struct value {
    enum { VALUE_NULL, VALUE_INT, VALUE_TEXT, VALUE_REAL, VALUE_BLOB } kind;
    int64_t integer;
    double real;
    const void *bytes; /* Text and blob. */
    size_t length;
};

/* Runs the statement; rows are then fetched one by one. False after any failure or refusal. */
bool statement_run(struct db *db, const struct statement *statement, const struct value *parameters);
/* The next row, or false. Values stay until the next call. The run ends with the first false, or with
 * statement_end. */
bool statement_row(struct db *db, const struct statement *statement);
int64_t statement_int(struct db *db, int column);
double statement_real(struct db *db, int column);
const char *statement_text(struct db *db, int column); /* In the request's arena; NULL for NULL. */
const void *statement_blob(struct db *db, int column, size_t *length);
bool statement_is_null(struct db *db, int column);
int64_t statement_end(struct db *db); /* Rows changed. */

#endif
