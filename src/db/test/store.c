/* SPDX-License-Identifier: MIT
 * store.c: making and removing the stores of tests. */
#include "db/test/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct store store;
const struct migration *store_migrations = test_migrations;
int store_migration_count; /* 0 for all of test_migrations. */
static const char *server; /* NULL for SQLite. */

struct actor caseworker(void)
{
    return (struct actor){ ACTOR_STAFF, 7, PERMISSION_BIT(MAY_CASE_READ) | PERMISSION_BIT(MAY_CASE_WRITE) };
}

struct actor nobody(void)
{
    return (struct actor){ 0 };
}

void begin_read(void)
{
    arena_reset(store.arena);
    db_begin(store.db, DB_READ, store.arena, caseworker(), 1772794800);
}

void begin_write(void)
{
    arena_reset(store.arena);
    db_begin(store.db, DB_WRITE, store.arena, caseworker(), 1772794800);
}

struct actor staff_actor(int64_t staff)
{
    return (struct actor){ ACTOR_STAFF, staff, PERMISSION_BIT(PERMISSION_COUNT) - 1 };
}

void begin_as(struct actor actor, instant now)
{
    arena_reset(store.arena);
    db_begin(store.db, DB_WRITE, store.arena, actor, now);
}

void commit(void)
{
    if (db_failure(store.db) != DB_FINE || !db_commit(store.db))
        fail_msg("%s", db_failure_cause(store.db));
}

struct db *store_again(void)
{
    const char *why;
    struct db *db = db_open(store.name, &why);

    if (db == NULL)
        fail_msg("%s: %s", store.name, why);
    return db;
}

void wait_for(int child)
{
    int status;

    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static int make_store(void **state)
{
    static int made;
    const char *why;

    (void)state;
    snprintf(store.folder, sizeof store.folder, "/tmp/fodfaeste-test.XXXXXX");
    assert_non_null(mkdtemp(store.folder));
    if (server == NULL)
        snprintf(store.name, sizeof store.name, "sqlite:%s", store.folder);
    else
        snprintf(store.name, sizeof store.name, "%s%cschema=test_%ld_%d&spool=%s", server,
                 strchr(server, '?') == NULL ? '?' : '&', (long)getpid(), ++made, store.folder);
    store.arena = arena_new(64 << 20);
    store.db = store_again();
    if (!db_migrate_with(store.db, store_migrations,
                         store_migration_count > 0 ? store_migration_count : test_migration_count, &why))
        fail_msg("%s", why);
    db_set_guard(NULL);
    return 0;
}

static void drop_schema(void)
{
    char sql[200];
    const char *schema = strstr(store.name, "schema=") + strlen("schema=");

    snprintf(sql, sizeof sql, "DROP SCHEMA %.*s CASCADE", (int)strcspn(schema, "&"), schema);
    db_begin(store.db, DB_WRITE, store.arena, actor_system, 0);
    store.db->engine->script(store.db, sql);
    assert_true(db_commit(store.db));
}

static int remove_store(void **state)
{
    char command[200];

    (void)state;
    db_rollback(store.db);
    db_fail_at(store.db, 0);
    if (server != NULL)
        drop_schema();
    db_close(store.db);
    arena_free(store.arena);
    snprintf(command, sizeof command, "rm -r '%s'", store.folder);
    return system(command);
}

static int run_group(const char *group, const char *engine, const struct CMUnitTest *tests, size_t count)
{
    struct CMUnitTest all[50];
    char name[100];

    snprintf(name, sizeof name, "%s on %s", group, engine);
    assert_true(count <= sizeof all / sizeof all[0]);
    for (size_t i = 0; i < count; i++) {
        all[i] = tests[i];
        all[i].setup_func = make_store;
        all[i].teardown_func = remove_store;
    }
    return _cmocka_run_group_tests(name, all, count, NULL, NULL);
}

int run_on_both(const char *group, const struct CMUnitTest *tests, size_t count)
{
    int failed = run_group(group, "sqlite", tests, count);

    server = getenv("FODFAESTE_TEST_PG");
    if (server != NULL)
        failed += run_group(group, "postgresql", tests, count);
    return failed;
}
