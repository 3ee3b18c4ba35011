/* SPDX-License-Identifier: MIT
 * statement.h: how generated code runs a declared statement. No one else includes this file: a
 * statement that is not declared in a .sql file cannot run. */
#ifndef DB_STATEMENT_H
#define DB_STATEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

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
    bool shows_access_log; /* It reads that table. */
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

/* Values to bind. A type's none is NULL: DAY_NONE, INSTANT_NONE, a NULL text, id 0, bytes at NULL, NaN. */
static inline struct value value_int(int64_t n)
{
    return (struct value){ .kind = VALUE_INT, .integer = n };
}

static inline struct value value_id(int64_t n)
{
    return n == 0 ? (struct value){ 0 } : value_int(n);
}

static inline struct value value_day(day on)
{
    return on == DAY_NONE ? (struct value){ 0 } : value_int(on);
}

static inline struct value value_instant(instant at)
{
    return at == INSTANT_NONE ? (struct value){ 0 } : value_int(at);
}

static inline struct value value_flag(bool is_set)
{
    return value_int(is_set ? 1 : 0);
}

static inline struct value value_text(const char *text)
{
    if (text == NULL)
        return (struct value){ 0 };
    return (struct value){ .kind = VALUE_TEXT, .bytes = text, .length = strlen(text) };
}

static inline struct value value_real(double number)
{
    if (number != number)
        return (struct value){ 0 };
    return (struct value){ .kind = VALUE_REAL, .real = number };
}

static inline struct value value_bytes(struct bytes bytes)
{
    if (bytes.at == NULL)
        return (struct value){ 0 };
    return (struct value){ .kind = VALUE_BLOB, .bytes = bytes.at, .length = bytes.length };
}

/* Runs the statement; rows are then fetched one by one. False after any failure or refusal. */
bool statement_run(struct db *db, const struct statement *statement, const struct value *parameters);
/* The next row, or false. Values stay until the next call. The run ends with the first false, or with
 * statement_end. */
bool statement_row(struct db *db, const struct statement *statement);
/* Columns of the row, from 0; NULL gives the type's none (0 for numbers). A check fails when the
 * database gives another type than was declared, such as a text where a number should be. */
int64_t statement_int(struct db *db, int column);
double statement_real(struct db *db, int column);
const char *statement_text(struct db *db, int column);   /* In the request's arena. */
struct bytes statement_bytes(struct db *db, int column); /* In the request's arena. */
day statement_day(struct db *db, int column);
instant statement_instant(struct db *db, int column);
bool statement_flag(struct db *db, int column);

/* Ends the run, if it has not ended by itself, and answers how many rows it changed. */
int64_t statement_end(struct db *db);

#endif
