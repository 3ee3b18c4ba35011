/* SPDX-License-Identifier: MIT
 * test_schema.c: the program's own schema and every statement of every feature, on both databases:
 * what SQLite accepted when sqlgen ran, PostgreSQL must accept too. */
#include "db/test/store.h"

static void the_newest_schema_is_there(void **state)
{
    (void)state;
    assert_int_equal(db_schema_now(store.db), db_schema_newest());
    assert_int_equal(db_schema_newest(), migration_count);
}

static void every_statement_can_be_prepared(void **state)
{
    int wrong = 0;
    (void)state;

    for (int i = 0; i < statement_count; i++) {
        const struct statement *one[] = { statements[i], NULL };
        const char *why;
        arena_reset(store.arena);
        db_begin(store.db, DB_READ, store.arena, actor_system, 0);
        if (!db_prepare_all(store.db, one, &why)) {
            print_error("%s\n", why);
            wrong++;
        }
        db_rollback(store.db);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_newest_schema_is_there),
        cmocka_unit_test(every_statement_can_be_prepared),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("schema", tests, sizeof tests / sizeof tests[0]);
}
