/* SPDX-License-Identifier: MIT
 * store.h: a new store for each test of db/, in SQLite or, when FODFAESTE_TEST_PG has a URL, PostgreSQL,
 * with the tables of 0002_sample.sql. */
#ifndef DB_TEST_STORE_H
#define DB_TEST_STORE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/private.h"

struct store {
    struct db *db;
    struct arena *arena;
    char folder[100], name[700];
};

/* The test in progress; cmocka runs one at a time. */
extern struct store store;

/* Somebody with a permission or several. */
struct actor caseworker(void);
struct actor nobody(void);

/* A transaction of a caseworker at noon some day. */
void begin_read(void);
void begin_write(void);

/* Somebody of the staff who may do everything. */
struct actor staff_actor(int64_t staff);

/* A write of somebody, which resets the arena first, and its end, which must be fine. */
void begin_as(struct actor actor, instant now);
void commit(void);

/* Another connection to the same store, for another process. */
struct db *store_again(void);

/* Waits for a child, which must have ended well. */
void wait_for(int child);

/* The tables of each store: those of 0002_sample.sql unless a test's main says otherwise. */
extern const struct migration *store_migrations;
extern int store_migration_count;

/* Runs tests { name, function } on both databases; the number that failed. */
int run_on_both(const char *group, const struct CMUnitTest *tests, size_t count);

extern const struct migration test_migrations[];
extern const int test_migration_count;
extern const struct statement *const test_statements[];

#endif
