/* SPDX-License-Identifier: MIT
 * test_access.c: who has seen whom: the guard, the log of reads and writes, its survival of kills and
 * its chain. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/test/store.h"

#include "sample_sql.h"

static struct citizen_id amal, bo;

static void add_two(void)
{
    db_begin(store.db, DB_WRITE, store.arena, actor_system, 0);
    amal = citizen_add(store.db, "Amal");
    bo = citizen_add(store.db, "Bo");
    assert_true(db_commit(store.db));
}

static struct access_short_row_list log_now(void)
{
    arena_reset(store.arena);
    db_begin(store.db, DB_READ, store.arena, actor_system, 0);
    struct access_short_row_list rows = access_rows(store.db);
    assert_true(db_commit(store.db));
    return rows;
}

static void assert_whole(void)
{
    int64_t first_bad;

    assert_true(db_access_verify(store.db, &first_bad));
    assert_int_equal(first_bad, 0);
}

static int asked;

static bool only_amal(struct db *db, struct actor actor, int64_t citizen)
{
    asked++;
    assert_int_equal(actor.id, 7);
    assert_int_equal(citizen_count(db), 2); /* The guard may ask the store itself. */
    return citizen == amal.n;
}

static void the_guard_is_asked_once(void **state)
{
    struct citizen_row found;
    (void)state;

    add_two();
    db_set_guard(only_amal);
    asked = 0;
    begin_read();
    assert_string_equal(sample_name(store.db, amal), "Amal");
    assert_string_equal(sample_name(store.db, amal), "Amal");
    assert_true(citizen_called(store.db, "Amal", &found));
    assert_string_equal(found.name, "Amal");
    assert_int_equal(asked, 1);
    assert_int_equal(citizens(store.db).count, 2); /* A list is logged, not guarded. */
    assert_null(sample_name(store.db, bo));
    assert_int_equal(asked, 2);
    assert_int_equal(db_failure(store.db), DB_REFUSED);
    assert_false(db_commit(store.db));

    begin_read();
    assert_false(citizen_called(store.db, "Bo", &found));
    assert_null(found.name);
    assert_int_equal(db_failure(store.db), DB_REFUSED);
    db_rollback(store.db);
}

static void the_system_is_neither_asked_nor_logged(void **state)
{
    (void)state;

    add_two();
    db_set_guard(only_amal);
    asked = 0;
    begin_read();
    struct actor actor = db_become_system(store.db);
    assert_string_equal(sample_name(store.db, bo), "Bo");
    db_set_actor(store.db, actor);
    assert_true(db_commit(store.db));
    assert_int_equal(asked, 0);
    assert_int_equal(db_access_ingest(store.db), 0);
    assert_int_equal(log_now().count, 0);
}

static void a_write_logs_in_its_transaction(void **state)
{
    (void)state;

    add_two();
    begin_write();
    db_set_request(store.db, 4711);
    db_set_reason(store.db, "vagt\tlørdag");
    assert_int_equal(citizen_rename(store.db, "Amal B.", amal), 1);
    sample_name(store.db, amal);
    sample_name(store.db, bo);
    citizens(store.db);
    assert_true(db_commit(store.db));

    struct access_short_row_list rows = log_now();
    assert_int_equal(rows.count, 3);
    assert_int_equal(rows.at[0].whose.n, amal.n);
    assert_string_equal(rows.at[0].statement, "citizen_rename sample_name");
    assert_int_equal(rows.at[0].actor, 7);
    assert_int_equal(rows.at[0].request, 4711);
    assert_int_equal(rows.at[1].whose.n, bo.n);
    assert_int_equal(rows.at[2].whose.n, 0);
    assert_string_equal(rows.at[2].citizens, arena_format(store.arena, "%ld %ld", (long)amal.n, (long)bo.n));

    begin_write();
    citizen_rename(store.db, "B", bo);
    db_rollback(store.db);
    assert_int_equal(log_now().count, 3);
}

static void a_read_is_spooled_and_taken_once(void **state)
{
    (void)state;

    add_two();
    for (int i = 0; i < 3; i++) {
        begin_read();
        sample_name(store.db, amal);
        citizens(store.db);
        assert_true(db_commit(store.db));
    }
    assert_int_equal(log_now().count, 0);
    assert_true(db_access_sync(store.db));
    assert_int_equal(db_access_ingest(store.db), 6);
    assert_int_equal(db_access_ingest(store.db), 0);
    assert_int_equal(log_now().count, 6);
    assert_whole();
}

/* A process reads and is killed at once: what it saw is in the log, once. */
static void a_read_survives_a_kill(void **state)
{
    int status;
    (void)state;

    add_two();
    int child = fork();
    if (child == 0) {
        struct db *db = store_again();
        db_begin(db, DB_READ, store.arena, caseworker(), 0);
        sample_name(db, bo);
        if (db_commit(db))
            kill(getpid(), SIGKILL);
        _exit(1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);

    assert_int_equal(db_access_ingest(store.db), 1);
    assert_int_equal(db_access_ingest(store.db), 0);
    assert_int_equal(log_now().at[0].whose.n, bo.n);
    assert_whole();
}

/* The taking fails at its n-th call: nothing is taken, and the next try takes all. */
static void taking_may_fail_anywhere(void **state)
{
    int nth = 1;
    (void)state;

    add_two();
    begin_read();
    sample_name(store.db, amal);
    sample_name(store.db, bo);
    assert_true(db_commit(store.db));
    for (;; nth++) {
        db_fail_at(store.db, nth);
        int64_t taken = db_access_ingest(store.db);
        db_fail_at(store.db, 0);
        if (taken >= 0 || log_now().count > 0)
            break;
    }
    assert_true(nth > 6);
    assert_true(db_access_ingest(store.db) >= 0);
    assert_int_equal(log_now().count, 2);
    assert_whole();
}

static void a_spool_that_cannot_be_written_fails_the_read(void **state)
{
    (void)state;

    add_two();
    begin_read();
    sample_name(store.db, amal);
    db_fail_at(store.db, 1); /* The next call is the spool. */
    assert_false(db_commit(store.db));
    db_fail_at(store.db, 0);
    assert_int_equal(db_access_ingest(store.db), 0);
}

static void half_a_record_does_not_hide_the_next(void **state)
{
    char path[200];
    (void)state;

    add_two();
    snprintf(path, sizeof path, "%s/access.spool", store.folder);
    FILE *file = fopen(path, "a");
    assert_non_null(file);
    fputs("17727948", file); /* What a power cut may leave. */
    fclose(file);

    struct db *db = store_again();
    db_begin(db, DB_READ, store.arena, caseworker(), 0);
    sample_name(db, amal);
    assert_true(db_commit(db));
    db_close(db);
    assert_int_equal(db_access_ingest(store.db), 2);
    struct access_short_row_list rows = log_now();
    assert_string_equal(rows.at[0].statement, "unreadable record");
    assert_int_equal(rows.at[1].whose.n, amal.n);
    assert_whole();
}

/* Large enough that the file is replaced while another process has the old one open. */
static void a_large_spool_is_replaced(void **state)
{
    enum { READS = 60 };
    struct db *other = store_again();
    char *reason;
    (void)state;

    add_two();
    for (int i = 0; i < READS; i++) {
        begin_read();
        reason = arena_alloc(store.arena, 40001);
        memset(reason, 'x', 40000);
        db_set_reason(store.db, reason);
        sample_name(store.db, amal);
        assert_true(db_commit(store.db));
    }
    assert_int_equal(db_access_ingest(store.db), READS);
    arena_reset(store.arena);
    db_begin(other, DB_READ, store.arena, caseworker(), 0);
    sample_name(other, bo);
    assert_true(db_commit(other));
    db_close(other);
    assert_int_equal(db_access_ingest(store.db), 1);
    struct access_short_row_list rows = log_now();
    assert_int_equal(rows.count, READS + 1);
    assert_int_equal(rows.at[READS].whose.n, bo.n);
    assert_whole();
}

static void log_five(void)
{
    add_two();
    for (int i = 0; i < 5; i++) {
        begin_write();
        citizen_rename(store.db, "A", amal);
        assert_true(db_commit(store.db));
    }
    assert_whole();
}

static void damage(int64_t (*how)(struct db *db, int64_t id), int64_t id)
{
    db_begin(store.db, DB_WRITE, store.arena, actor_system, 0);
    assert_int_equal(how(store.db, id), 1);
    assert_true(db_commit(store.db));
}

static void a_changed_row_is_found(void **state)
{
    int64_t first_bad;
    (void)state;

    log_five();
    damage(access_tamper, 3);
    assert_false(db_access_verify(store.db, &first_bad));
    assert_int_equal(first_bad, 3);
}

static void a_removed_row_is_found(void **state)
{
    int64_t first_bad;
    (void)state;

    log_five();
    damage(access_remove, 5);
    assert_false(db_access_verify(store.db, &first_bad));
    assert_int_equal(first_bad, 5);
    damage(access_remove, 2);
    assert_false(db_access_verify(store.db, &first_bad));
    assert_int_equal(first_bad, 2);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_guard_is_asked_once),
        cmocka_unit_test(the_system_is_neither_asked_nor_logged),
        cmocka_unit_test(a_write_logs_in_its_transaction),
        cmocka_unit_test(a_read_is_spooled_and_taken_once),
        cmocka_unit_test(a_read_survives_a_kill),
        cmocka_unit_test(taking_may_fail_anywhere),
        cmocka_unit_test(a_spool_that_cannot_be_written_fails_the_read),
        cmocka_unit_test(half_a_record_does_not_hide_the_next),
        cmocka_unit_test(a_large_spool_is_replaced),
        cmocka_unit_test(a_changed_row_is_found),
        cmocka_unit_test(a_removed_row_is_found),
    };

    return run_on_both("access log", tests, sizeof tests / sizeof tests[0]);
}
