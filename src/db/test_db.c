/* SPDX-License-Identifier: MIT
 * test_db.c: what every request relies on, on both databases. The access log has test_access.c. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "db/test/store.h"

#include "sample_sql.h"

static struct sample_row sample_round_trip(const struct sample_add_in *in)
{
    struct sample_row row;

    begin_write();
    struct sample_id id = sample_add(store.db, in);
    assert_true(id.n > 0);
    assert_true(db_commit(store.db));

    begin_read();
    assert_true(sample_get(store.db, id, &row));
    assert_int_equal(row.id.n, id.n);
    assert_true(db_commit(store.db));
    return row;
}

static void values_come_back(void **state)
{
    static const char bytes[] = { 0, 1, (char)0xff, '\'', '\\', 0 };
    (void)state;

    struct sample_row row = sample_round_trip(&(struct sample_add_in){
        .code = "æøå 'quoted' \\x \xd9\x85", .count = INT64_MIN, .born_day = -1, .seen_at = 1772794800123,
        .is_open = true, .share = 0.1, .words = "", .bytes = { bytes, sizeof bytes },
    });
    assert_int_equal(row.citizen.n, 0);
    assert_string_equal(row.code, "æøå 'quoted' \\x \xd9\x85");
    assert_true(row.count == INT64_MIN);
    assert_int_equal(row.born_day, -1);
    assert_true(row.seen_at == 1772794800123);
    assert_true(row.is_open);
    assert_true(row.share == 0.1);
    assert_string_equal(row.words, "");
    assert_int_equal(row.bytes.length, sizeof bytes);
    assert_memory_equal(row.bytes.at, bytes, sizeof bytes);
}

static void none_comes_back_as_none(void **state)
{
    (void)state;

    struct sample_row row = sample_round_trip(&(struct sample_add_in){
        .born_day = DAY_NONE, .seen_at = INSTANT_NONE, .share = NAN,
    });
    assert_int_equal(row.citizen.n, 0);
    assert_null(row.code);
    assert_int_equal(row.born_day, DAY_NONE);
    assert_true(row.seen_at == INSTANT_NONE);
    assert_false(row.is_open);
    assert_true(row.share == 0);
    assert_null(row.words);
    assert_null(row.bytes.at);

    row = sample_round_trip(&(struct sample_add_in){ .bytes = { "", 0 } });
    assert_non_null(row.bytes.at);
    assert_int_equal(row.bytes.length, 0);
}

static void sums_and_questions_are_numbers(void **state)
{
    struct sums_row sums;
    (void)state;

    begin_write();
    assert_true(sample_sums(store.db, &sums));
    assert_int_equal(sums.total, 0);
    assert_false(sums.is_any_open);
    sample_add(store.db, &(struct sample_add_in){ .count = 3, .is_open = true });
    sample_add(store.db, &(struct sample_add_in){ .count = 4 });
    assert_true(sample_sums(store.db, &sums));
    assert_int_equal(sums.total, 7);
    assert_true(sums.mean == 3.5);
    assert_true(sums.is_any_open);
    assert_int_equal(sample_delete(store.db), 2);
    assert_int_equal(sample_delete(store.db), 0);
    assert_true(db_commit(store.db));
}

static void each_database_has_its_body(void **state)
{
    (void)state;

    db_begin(store.db, DB_READ, store.arena, nobody(), 0);
    const char *told = engine_told(store.db);
    assert_non_null(told);
    assert_string_equal(told, arena_format(store.arena, "%s %s", db_engine_name(store.db), db_engine_name(store.db)));
    assert_true(db_commit(store.db));
}

static void statements_of_the_program_are_right(void **state)
{
    const char *why;
    (void)state;

    db_begin(store.db, DB_READ, store.arena, actor_system, 0);
    if (!db_prepare_all(store.db, test_statements, &why))
        fail_msg("%s", why);
    db_rollback(store.db);
}

static void a_failure_sticks(void **state)
{
    struct citizen_row found = { .name = "left over" };
    (void)state;

    begin_write();
    sample_add(store.db, &(struct sample_add_in){ .code = "A" });
    assert_int_equal(sample_add(store.db, &(struct sample_add_in){ .code = "A" }).n, 0);
    assert_int_equal(db_failure(store.db), DB_CONFLICT);
    int64_t number = db_failure_number(store.db);
    assert_true(number > 0);
    assert_non_null(strstr(db_failure_cause(store.db), "sample"));
    int64_t count = db_statement_count(store.db);

    assert_int_equal(citizen_add(store.db, "Amal").n, 0);
    assert_false(citizen_called(store.db, "Amal", &found));
    assert_null(found.name);
    assert_int_equal(citizens(store.db).count, 0);
    assert_int_equal(db_statement_count(store.db), count);
    assert_true(db_failure_number(store.db) == number);
    assert_false(db_commit(store.db));

    begin_read();
    assert_int_equal(db_failure(store.db), DB_FINE);
    struct sums_row sums;
    assert_true(sample_sums(store.db, &sums));
    assert_int_equal(sums.total, 0);
    assert_false(sums.is_any_open);
    assert_true(db_commit(store.db));
}

static void a_rollback_leaves_nothing(void **state)
{
    (void)state;

    begin_write();
    citizen_add(store.db, "Amal");
    assert_int_equal(citizen_count(store.db), 1);
    db_rollback(store.db);

    begin_write();
    citizen_add(store.db, "Bo");
    db_refuse(store.db, DB_CONFLICT);
    assert_false(db_commit(store.db));

    begin_read();
    assert_int_equal(citizen_count(store.db), 0);
    assert_true(db_commit(store.db));
}

static void who_may_not_is_refused(void **state)
{
    struct actor reader = { ACTOR_STAFF, 7, PERMISSION_BIT(MAY_CASE_READ) };
    (void)state;

    db_begin(store.db, DB_WRITE, store.arena, reader, 0);
    assert_int_equal(citizen_count(store.db), 0);
    assert_int_equal(db_failure(store.db), DB_FINE);
    assert_int_equal(citizen_add(store.db, "Amal").n, 0);
    assert_int_equal(db_failure(store.db), DB_REFUSED);
    assert_false(db_commit(store.db));

    /* Nobody may run what is for anyone, and no more; bits that are no permission open nothing. */
    struct actor forged = { ACTOR_NOBODY, 0, ~(permission_set)0 };
    db_begin(store.db, DB_READ, store.arena, forged, 0);
    assert_non_null(engine_told(store.db));
    citizen_count(store.db);
    assert_int_equal(db_failure(store.db), DB_REFUSED);
    db_rollback(store.db);

    /* Who came by a link is not logged in, whatever else the set says. */
    struct actor guest = { ACTOR_COMPANY, 3, ~(permission_set)0 };
    db_begin(store.db, DB_READ, store.arena, guest, 0);
    citizen_count(store.db);
    assert_int_equal(db_failure(store.db), DB_REFUSED);
    db_rollback(store.db);

    struct actor pretender = { ACTOR_STAFF, 7, PERMISSION_SET_SYSTEM | PERMISSION_SET_ANYONE };
    db_begin(store.db, DB_READ, store.arena, pretender, 0);
    access_rows(store.db);
    assert_int_equal(db_failure(store.db), DB_REFUSED);
    db_rollback(store.db);
}

static int called;
static int64_t called_about[4];

static void note_call(struct db *db, int64_t about)
{
    called_about[called++ % 4] = about;
    if (about == 1)
        db_before_commit(db, note_call, 3);
    citizen_add(db, "from the call");
}

enum { CALL_BYTES = 100000 };

static void count_call(struct db *db, int64_t about)
{
    (void)about;
    arena_alloc(db_arena(db), CALL_BYTES);
    called++;
}

static void calls_run_once_before_commit(void **state)
{
    (void)state;

    called = 0;
    begin_write();
    db_before_commit(store.db, note_call, 1);
    db_before_commit(store.db, note_call, 2);
    db_before_commit(store.db, note_call, 1);
    assert_int_equal(called, 0);
    assert_true(db_commit(store.db));
    assert_int_equal(called, 3);
    assert_int_equal(called_about[2], 3);

    begin_read();
    assert_int_equal(citizen_count(store.db), 3);
    assert_true(db_commit(store.db));
}

/* More streams than a short list would bear, each asked for twice; memory does not grow with them. */
static void many_calls_run_once_each(void **state)
{
    enum { MANY = 3000 };
    (void)state;

    called = 0;
    begin_write();
    for (int64_t i = 0; i < 2 * MANY; i++)
        db_before_commit(store.db, count_call, (i % MANY) << 32);
    size_t used = arena_used(store.arena);
    assert_true(db_commit(store.db));
    assert_int_equal(called, MANY);
    assert_true(arena_used(store.arena) - used < CALL_BYTES);
}

/* Asked for in three transactions, made in two later ones, each once, and what the calls ask for too. */
static void calls_may_be_put_off(void **state)
{
    (void)state;

    called = 0;
    db_put_off_calls(store.db);
    for (int64_t i = 0; i < 3; i++) {
        begin_write();
        db_before_commit(store.db, note_call, 1);
        db_before_commit(store.db, note_call, 2);
        assert_true(db_commit(store.db));
    }
    assert_int_equal(called, 0);

    begin_write();
    assert_int_equal(db_run_put_off(store.db, 1), 2);
    assert_true(db_commit(store.db));
    assert_int_equal(called, 1);
    begin_write();
    assert_int_equal(db_run_put_off(store.db, 100), 0);
    assert_true(db_commit(store.db));
    assert_int_equal(called, 3);
    begin_write();
    assert_int_equal(db_run_put_off(store.db, 100), 0);
    assert_true(db_commit(store.db));

    begin_read();
    assert_int_equal(citizen_count(store.db), 3);
    assert_true(db_commit(store.db));
}

/* Every write raises the number, none of no account does, and what is rolled back has not been. */
static void a_write_raises_the_number_of_changes(void **state)
{
    struct db_state first, second, third, fourth;
    (void)state;

    begin_read();
    assert_true(db_state_load(store.db, &first));
    assert_true(db_commit(store.db));
    begin_write();
    citizen_add(store.db, "Amal");
    assert_true(db_commit(store.db));
    begin_read();
    assert_true(db_state_load(store.db, &second));
    assert_true(db_commit(store.db));
    assert_int_equal(second.changes, first.changes + 1);

    begin_write();
    citizen_add(store.db, "Bo");
    db_rollback(store.db);
    begin_write();
    assert_true(db_commit(store.db)); /* Nothing was written. */
    begin_read();
    assert_true(db_state_load(store.db, &third));
    assert_true(db_commit(store.db));
    assert_int_equal(third.changes, second.changes);

    begin_write();
    db_set_unseen(store.db);
    citizen_add(store.db, "Bo");
    assert_true(db_commit(store.db));
    begin_read();
    assert_true(db_state_load(store.db, &fourth));
    assert_true(db_commit(store.db));
    assert_int_equal(fourth.changes, second.changes);
}

static void a_part_may_fail_alone(void **state)
{
    static const char *const codes[] = { "A", "B", "A", "C" };
    int failed = 0;
    (void)state;

    begin_write();
    for (size_t i = 0; i < 4; i++) {
        db_savepoint(store.db);
        sample_add(store.db, &(struct sample_add_in){ .code = codes[i], .count = 1 });
        failed += !db_savepoint_release(store.db);
    }
    assert_int_equal(failed, 1);
    assert_true(db_commit(store.db));

    begin_write();
    db_refuse(store.db, DB_FAILED);
    db_savepoint(store.db);
    assert_false(db_savepoint_release(store.db));
    assert_int_equal(db_failure(store.db), DB_FAILED); /* It failed before, so it stays failed. */
    db_rollback(store.db);

    begin_read();
    struct sums_row sums;
    sample_sums(store.db, &sums);
    assert_int_equal(sums.total, 3);
    assert_true(db_commit(store.db));
}

static void add_amal_twice(struct db *db)
{
    struct citizen_id id = citizen_add(db, "Amal");

    citizen_rename(db, "Amal B.", id);
    db_before_commit(db, note_call, 2);
}

/* The request fails at its first, second, third ... call until it is not long enough to fail. */
static void each_call_may_fail(void **state)
{
    int nth = 1;
    (void)state;

    for (;; nth++) {
        called = 0;
        begin_write();
        db_fail_at(store.db, nth);
        add_amal_twice(store.db);
        if (db_commit(store.db))
            break;
        assert_int_equal(db_failure(store.db), DB_FAILED);
        db_fail_at(store.db, 0);
        begin_read();
        assert_int_equal(citizen_count(store.db), 0);
        assert_true(db_commit(store.db));
    }
    db_fail_at(store.db, 0);
    assert_int_equal(nth, 9); /* Add, rename, call; chain, log row, chain; change; commit: eight may fail. */
    begin_read();
    assert_int_equal(citizen_count(store.db), 2);
    assert_true(db_commit(store.db));
}

static void increment_often(struct sample_id id, int times)
{
    struct db *db = store_again();

    for (int i = 0; i < times; i++) {
        arena_reset(store.arena);
        db_begin(db, DB_WRITE, store.arena, caseworker(), 0);
        sample_increment(db, id);
        if (!db_commit(db))
            _exit(1);
    }
    db_close(db);
    _exit(0);
}

static void two_writers_lose_nothing(void **state)
{
    enum { TIMES = 100 };
    (void)state;

    begin_write();
    struct sample_id id = sample_add(store.db, &(struct sample_add_in){ 0 });
    assert_true(db_commit(store.db));

    int children[2];
    for (int i = 0; i < 2; i++)
        if ((children[i] = fork()) == 0)
            increment_often(id, TIMES);
    for (int i = 0; i < 2; i++)
        wait_for(children[i]);

    struct sample_row row;
    begin_read();
    assert_true(sample_get(store.db, id, &row));
    assert_int_equal(row.count, 2 * TIMES);
    assert_true(db_commit(store.db));
}

static void a_read_sees_one_moment(void **state)
{
    struct arena *arena = arena_new(1 << 20);
    struct db *other = store_again();
    (void)state;

    begin_read();
    assert_int_equal(citizen_count(store.db), 0);
    db_begin(other, DB_WRITE, arena, caseworker(), 0);
    citizen_add(other, "Amal");
    assert_true(db_commit(other));
    assert_int_equal(citizen_count(store.db), 0);
    assert_true(db_commit(store.db));

    begin_read();
    assert_int_equal(citizen_count(store.db), 1);
    assert_true(db_commit(store.db));
    db_close(other);
    arena_free(arena);
}

static void migrations_run_once(void **state)
{
    const char *why;
    (void)state;

    assert_int_equal(db_schema_now(store.db), test_migration_count);
    assert_true(db_migrate_with(store.db, test_migrations, test_migration_count, &why));
    assert_int_equal(db_schema_now(store.db), test_migration_count);

    assert_false(db_migrate_with(store.db, test_migrations, test_migration_count - 1, &why));
    assert_non_null(strstr(why, "newer"));
}

static void a_wrong_migration_leaves_nothing(void **state)
{
    const struct migration more[] = {
        test_migrations[0], test_migrations[1],
        { 3, "wrong", "CREATE TABLE a (b INTEGER); CREATE TABLE citizen (c INTEGER);",
          "CREATE TABLE a (b bigint); CREATE TABLE citizen (c bigint);" },
    };
    const char *why;
    (void)state;

    assert_false(db_migrate_with(store.db, more, 3, &why));
    assert_non_null(strstr(why, "citizen"));
    assert_int_equal(db_schema_now(store.db), 2);

    const struct migration right = { 3, "right", "CREATE TABLE a (b INTEGER);", "CREATE TABLE a (b bigint);" };
    const struct migration again[] = { test_migrations[0], test_migrations[1], right };
    assert_true(db_migrate_with(store.db, again, 3, &why));
}

static void a_checkpoint_keeps_all(void **state)
{
    (void)state;

    begin_write();
    citizen_add(store.db, "Amal");
    assert_true(db_commit(store.db));
    assert_true(db_checkpoint(store.db));
    begin_read();
    assert_int_equal(citizen_count(store.db), 1);
    assert_true(db_commit(store.db));
}

static void a_store_must_make_sense(void **state)
{
    const char *why = NULL;
    (void)state;

    assert_null(db_open("mysql://localhost", &why));
    assert_non_null(why);
    assert_null(db_open("sqlite:/nowhere/at/all", &why));
    assert_non_null(strstr(why, "folder"));
    assert_null(db_open("postgresql:///x?schema=a;drop", &why));
    assert_non_null(strstr(why, "schema"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_come_back),
        cmocka_unit_test(none_comes_back_as_none),
        cmocka_unit_test(sums_and_questions_are_numbers),
        cmocka_unit_test(each_database_has_its_body),
        cmocka_unit_test(statements_of_the_program_are_right),
        cmocka_unit_test(a_failure_sticks),
        cmocka_unit_test(a_rollback_leaves_nothing),
        cmocka_unit_test(who_may_not_is_refused),
        cmocka_unit_test(calls_run_once_before_commit),
        cmocka_unit_test(many_calls_run_once_each),
        cmocka_unit_test(calls_may_be_put_off),
        cmocka_unit_test(a_write_raises_the_number_of_changes),
        cmocka_unit_test(a_part_may_fail_alone),
        cmocka_unit_test(each_call_may_fail),
        cmocka_unit_test(two_writers_lose_nothing),
        cmocka_unit_test(a_read_sees_one_moment),
        cmocka_unit_test(migrations_run_once),
        cmocka_unit_test(a_wrong_migration_leaves_nothing),
        cmocka_unit_test(a_checkpoint_keeps_all),
        cmocka_unit_test(a_store_must_make_sense),
    };

    return run_on_both("db", tests, sizeof tests / sizeof tests[0]);
}
