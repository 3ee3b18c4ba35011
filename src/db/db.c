/* SPDX-License-Identifier: MIT
 * db.c: the life of a request, the same over both databases. Statements are run in statement.c, calls
 * before the commit in pending.c, the access log is kept in access.c. */
#include "db/db.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/check.h"
#include "db/private.h"
#include "db_sql.h"

const struct actor actor_system = { .kind = ACTOR_SYSTEM, .permissions = PERMISSION_SET_SYSTEM };

struct db *db_open(const char *store, const char **why)
{
    *why = NULL;
    if (text_starts(store, "sqlite:"))
        return sqlite_open(store + strlen("sqlite:"), why);
    if (text_starts(store, "postgresql://") || text_starts(store, "postgres://"))
        return postgres_open(store, why);
    *why = "a store is sqlite:FOLDER or postgresql://HOST/DATABASE?schema=NAME";
    return NULL;
}

void db_close(struct db *db)
{
    if (db == NULL)
        return;
    db_rollback(db);
    spool_close(db->spool);
    pending_free(db);
    db->engine->close(db);
}

void db_begin(struct db *db, enum db_purpose purpose, struct arena *arena, struct actor actor, instant now)
{
    check(!db->is_open);

    db->is_open = true;
    db->purpose = purpose;
    db->arena = arena;
    db->request_arena = arena;
    db->actor = actor;
    db->now = now;
    db->request = 0;
    db->reason = NULL;
    db->run = (struct run){ 0 };
    memset(&db->accesses, 0, sizeof db->accesses);
    db->access_slots = NULL;
    db->access_slot_count = 0;
    db->looks_again = NULL;
    db->has_written = db->is_unseen = db->shows_access_log = false;
    pending_begin(db);
    db->savepoint_count = 0;
    db->failure = DB_FINE;
    db->failure_number = 0;
    db->is_call_failed = false;
    db->is_commit_failed = false;
    db->statement_count = 0;
    db->engine->begin(db, purpose);
}

static bool may_commit(struct db *db)
{
    if (!db->is_commit_failing)
        return true;
    db_fail(db, DB_FAILED, "a test wants the commit to fail");
    db->is_commit_failed = true;
    return false;
}

static void raise_change(struct db *db)
{
    struct actor actor = db_become_system(db);

    store_change_raise(db);
    db_set_actor(db, actor);
}

/* Everything of the request that has to be in the store or the spool before the answer leaves. */
static bool finish(struct db *db)
{
    pending_run(db);
    if (db->failure == DB_FINE && db->purpose == DB_WRITE)
        access_store(db);
    if (db->failure == DB_FINE && db->has_written && !db->is_unseen)
        raise_change(db);
    if (db->failure == DB_FINE && db->purpose == DB_READ)
        db->looks_again == NULL ? access_spool(db) : access_spool_again(db);
    return db->failure == DB_FINE && db_count_call(db) && may_commit(db) && db->engine->commit(db);
}

bool db_commit(struct db *db)
{
    check(db->is_open);
    check(db->savepoint_count == 0);
    if (!finish(db)) {
        db_rollback(db);
        return false;
    }
    db->is_open = false;
    return true;
}

void db_rollback(struct db *db)
{
    if (!db->is_open)
        return;
    statement_end(db);
    db->engine->rollback(db);
    db->is_open = false;
    db->savepoint_count = 0;
}

void db_savepoint(struct db *db)
{
    check(db->savepoint_count < SAVEPOINTS_MAX);

    int n = db->savepoint_count++;
    bool is_fine = db->failure == DB_FINE && db_count_call(db);
    char sql[40];
    snprintf(sql, sizeof sql, "SAVEPOINT part_%d", n);
    db->savepoint_is_set[n] = is_fine && db->engine->script(db, sql);
}

/* What failed before the savepoint stays failed; what failed after it is undone and forgotten. */
bool db_savepoint_release(struct db *db)
{
    check(db->savepoint_count > 0);

    int n = --db->savepoint_count;
    char sql[80];
    if (!db->savepoint_is_set[n])
        return false;
    if (db->failure == DB_FINE && db_count_call(db)) {
        snprintf(sql, sizeof sql, "RELEASE SAVEPOINT part_%d", n);
        return db->engine->script(db, sql);
    }
    db->failure = DB_FINE;
    snprintf(sql, sizeof sql, "ROLLBACK TO SAVEPOINT part_%d; RELEASE SAVEPOINT part_%d", n, n);
    db->engine->script(db, sql);
    return false;
}

struct arena *db_arena(const struct db *db)
{
    return db->arena;
}

struct arena *db_use_arena(struct db *db, struct arena *arena)
{
    struct arena *before = db->arena;

    db->arena = arena;
    return before;
}

instant db_now(const struct db *db)
{
    return db->now;
}

day db_today(const struct db *db)
{
    return day_of_instant(db->now);
}

struct actor db_actor(const struct db *db)
{
    return db->actor;
}

void db_set_actor(struct db *db, struct actor actor)
{
    db->actor = actor;
}

struct actor db_become_system(struct db *db)
{
    struct actor before = db->actor;

    db->actor = actor_system;
    return before;
}

void db_set_request(struct db *db, int64_t number)
{
    db->request = number;
}

void db_set_unseen(struct db *db)
{
    db->is_unseen = true;
}

bool db_state_load(struct db *db, struct db_state *state)
{
    struct actor actor = db_become_system(db);
    struct store_state_row row;
    bool is_found = store_state(db, &row);

    db_set_actor(db, actor);
    if (is_found)
        *state = (struct db_state){ row.changes, row.log_length };
    return is_found;
}

void db_set_reason(struct db *db, const char *reason)
{
    db->reason = reason;
}

enum db_failure db_failure(const struct db *db)
{
    return db->failure;
}

int64_t db_failure_number(const struct db *db)
{
    return db->failure_number;
}

const char *db_failure_cause(const struct db *db)
{
    return db->failure == DB_FINE ? "" : db->cause;
}

void db_fail(struct db *db, enum db_failure failure, const char *cause, ...)
{
    static int64_t failures; /* Of this process, which has one thread. */
    va_list arguments;

    if (db->failure != DB_FINE)
        return;
    db->failure = failure;
    db->failure_number = (int64_t)getpid() * 100000 + ++failures % 100000;
    va_start(arguments, cause);
    vsnprintf(db->cause, sizeof db->cause, cause, arguments);
    va_end(arguments);
}

void db_refuse(struct db *db, enum db_failure failure)
{
    check(failure != DB_FINE);
    db_fail(db, failure, "refused by the request itself");
}

bool db_count_call(struct db *db)
{
    db->statement_count++;
    if (db->fail_in == 0 || --db->fail_in > 0)
        return true;
    db_fail(db, DB_FAILED, "a test wants call %lld to fail", (long long)db->statement_count);
    db->is_call_failed = true;
    return false;
}

void db_fail_at(struct db *db, int64_t nth)
{
    db->fail_in = nth;
}

void db_probe(struct db *db, db_seen *seen, void *context)
{
    db->seen = seen;
    db->seen_context = context;
}

void db_fail_commits(struct db *db, bool is_failing)
{
    db->is_commit_failing = is_failing;
}

bool db_is_call_failed(const struct db *db)
{
    return db->is_call_failed;
}

bool db_is_commit_failed(const struct db *db)
{
    return db->is_commit_failed;
}

int64_t db_statement_count(const struct db *db)
{
    return db->statement_count;
}

const char *db_engine_name(const struct db *db)
{
    return db->engine->name;
}

bool db_checkpoint(struct db *db)
{
    check(!db->is_open);
    return db->engine->checkpoint(db);
}

void db_make_quickly(struct db *db)
{
    check(!db->is_open);
    db->failure = DB_FINE;
    db->engine->be_durable(db, false);
}

bool db_is_made(struct db *db)
{
    check(!db->is_open);
    db->failure = DB_FINE;
    db->engine->be_durable(db, true);
    return db->failure == DB_FINE && db->engine->checkpoint(db);
}

bool db_prepare_all(struct db *db, const struct statement *const *all, const char **why)
{
    *why = NULL;
    for (; *all != NULL; all++) {
        db->failure = DB_FINE;
        if (!db->engine->prepare(db, *all)) {
            *why = db->cause;
            return false;
        }
    }
    return true;
}
