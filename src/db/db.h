/* SPDX-License-Identifier: MIT
 * db.h: one connection to one tenant's store, SQLite or PostgreSQL, as features see it. Features call
 * the typed functions that sqlgen makes from their .sql files; those call statement.h. What is here is
 * the life of a request: begin, work, commit or roll back.
 *
 * A failure of the world is sticky: the first one is kept, each later statement does nothing and
 * finds nothing, and db_commit answers false. Handlers never test for it. */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "db/permission.h"

struct db;

/* Who acts. A read or a write without an actor cannot happen. */
enum actor_kind { ACTOR_NOBODY, ACTOR_SYSTEM, ACTOR_STAFF, ACTOR_CITIZEN, ACTOR_COMPANY, ACTOR_KIND_COUNT };
struct actor {
    enum actor_kind kind;
    int64_t id;                 /* Row in staff, citizen or link; 0 for the system. */
    permission_set permissions; /* ACTOR_SYSTEM has PERMISSION_SET_SYSTEM. */
};

/* The program itself: imports, simulation, migrations, the engine's wake-ups. */
extern const struct actor actor_system;

/* Bytes of a BLOB column; `at` is NULL for NULL. */
struct bytes {
    const void *at;
    size_t length;
};

/* Why a store could not be opened or a transaction failed. */
enum db_failure {
    DB_FINE,
    DB_FAILED,   /* The database or disk: answer 500 with db_failure_number. */
    DB_REFUSED,  /* The actor may not run the statement, or not for this citizen: answer 404. */
    DB_CONFLICT, /* A unique key or a serialisation conflict: answer 409, try again. */
    DB_FAILURE_COUNT,
};

/* Opens "sqlite:DIR" (DIR/fodfaeste.db and its companions; DIR must exist) or "postgresql://...", with
 * the schema named by its ?schema= (default fodfaeste; a letter, then letters, digits and _) and a folder
 * for the spool of read accesses by its ?spool= (default ./spool-SCHEMA, made if missing). NULL and a sentence in *why when it cannot.
 * Does not migrate. The process owns the result; close it with db_close. Open
 * it after fork: two processes must never share one. */
struct db *db_open(const char *store, const char **why);
void db_close(struct db *db);

/* Brings the store to the newest schema, one transaction a step; false and *why on failure. Fails on a
 * store that is newer than the program. */
bool db_migrate(struct db *db, const char **why);

/* The newest migration in the program and the one in the store (0 for an empty one). */
int db_schema_newest(void);
int db_schema_now(struct db *db);

enum db_purpose { DB_READ, DB_WRITE };

/* Begins a request: results live in `arena`, `now` is the request's clock. A read sees one snapshot; a
 * write holds the tenant's write lock until its end. Clears a sticky failure. */
void db_begin(struct db *db, enum db_purpose purpose, struct arena *arena, struct actor actor, instant now);

/* Runs the before-commit calls, writes the access log of the request and commits. False after any
 * failure, and then nothing of the request is in the store. A read's access log is on disk, safe from
 * a kill of the process, when this returns true. */
bool db_commit(struct db *db);
void db_rollback(struct db *db);

/* In a transaction: a part that may fail alone, for imports that report row by row. */
void db_savepoint(struct db *db);
bool db_savepoint_release(struct db *db); /* False: rolled back to the savepoint, failure cleared. */

/* The current request. */
struct arena *db_arena(const struct db *db);

/* From now on results live in `arena`; the former one comes back, to be given again when done. For work
 * of many rows in one transaction, which resets an arena of its own after each. */
struct arena *db_use_arena(struct db *db, struct arena *arena);

instant db_now(const struct db *db);
day db_today(const struct db *db);
struct actor db_actor(const struct db *db);

/* Log-in decides who acts in the middle of a request. */
void db_set_actor(struct db *db, struct actor actor);

/* For the engine only: what follows is done by the program itself, unguarded and not in the access log,
 * until db_set_actor brings the answered actor back. Nothing read so may reach a page. */
struct actor db_become_system(struct db *db);

/* What stands in the access log beside the actor: the request's number in the server's log (0 until it
 * is set), and why somebody looks outside their own cases (NULL for no reason; the text must live as long
 * as the request). */
void db_set_request(struct db *db, int64_t number);
void db_set_reason(struct db *db, const char *reason);

/* What an answer depends on in the store: no write since, the same answer. `changes` is raised by every write of
 * any process; `log_length` counts the access log, which grows with each look and is shown by few pages. */
struct db_state {
    int64_t changes, log_length;
};

/* The state that this transaction sees; false after a failure. */
bool db_state_load(struct db *db, struct db_state *state);

/* What this transaction writes is shown by no page, so `changes` stays. */
void db_set_unseen(struct db *db);

enum db_failure db_failure(const struct db *db);
int64_t db_failure_number(const struct db *db);    /* A number that stands in the log beside the cause. */
const char *db_failure_cause(const struct db *db); /* For the server's log: never holds data. */

/* Makes a failure of the request's own: nothing of it will be stored. */
void db_refuse(struct db *db, enum db_failure failure);

/* Calls `call(db, about)` once before commit, inside the transaction, however often the same pair is
 * given, in the order first asked for. Each call has an arena of its own, empty again at its end. The engine
 * recomputes each touched stream so. */
void db_before_commit(struct db *db, void (*call)(struct db *db, int64_t about), int64_t about);

/* For making a store of many years: from now until the connection is closed, calls before the commit are put
 * off, each pair once however many transactions ask for it. db_run_put_off makes the oldest of them, at most
 * `most`, in the current write transaction, with its clock, and answers how many are left. What they compute
 * is stale meanwhile, so a maker puts off only what nobody reads before the end. */
void db_put_off_calls(struct db *db);
size_t db_run_put_off(struct db *db, size_t most);

/* For a store that is being made and would be made anew after a power cut: SQLite's commits no longer wait for
 * the disk, until db_is_made has brought all of it there (false when it could not). Outside a transaction. */
void db_make_quickly(struct db *db);
bool db_is_made(struct db *db);

/* Set once at start: may this actor see this citizen's case at all (unit, team, break-glass)? Asked once
 * a citizen and request, for each statement with `reads: citizen`. Never asked for the system. */
typedef bool db_guard(struct db *db, struct actor actor, int64_t citizen);
void db_set_guard(db_guard *guard);

/* For tests: the n-th call of the database from now on fails (0 = none), and how many there were since
 * db_begin: statements, savepoints, the access log's own rows, and the commit. */
void db_fail_at(struct db *db, int64_t nth);
int64_t db_statement_count(const struct db *db);

/* --- The access log: each touch of a citizen's data by somebody who is not the system. One row a citizen
 * and request, naming all its statements; one row a list. Decision 0003 has the whole story. --- */

/* Whom a request that reads has looked at, to be noted again when its answer is given again (web/kept.h). */
struct db_looks {
    const char *lines; /* Of the spool, with holes for the time and the request's number. */
    size_t length;     /* 0: nobody. */
    bool has_reason;   /* A case was open for a reason: such a look is never repeated unasked. */
    bool shows_access_log;
};

/* What this transaction has looked at so far, in `arena`. */
struct db_looks db_looks(struct db *db, struct arena *arena);

/* In a read that does nothing else: its commit notes these looks as made now, by this request. They and
 * their lines live until then. */
void db_look_again(struct db *db, const struct db_looks *looks);

/* Takes what reads have spooled into the table, each record once, whatever is killed when. Call it outside
 * a transaction, every second or so. The number of records taken, or -1 after a failure. */
int64_t db_access_ingest(struct db *db);

/* Brings what is spooled to the disk, so that it survives a power cut; false on failure. */
bool db_access_sync(struct db *db);

/* Whether the log is whole: every row's hash fits, none is missing, also not at the end. If not, the
 * number of the first row that is changed or missing; 0 if the log could not be read. */
bool db_access_verify(struct db *db, int64_t *first_bad);

/* Takes the write-ahead log into the SQLite file, under the write lock; does nothing on PostgreSQL. For
 * the keeper, when all is quiet; outside a transaction. */
bool db_checkpoint(struct db *db);

/* Prepares each of a NULL-terminated list of statements (`statements` of the generated statements.c), as a
 * test of all SQL against a real store. False and *why at the first that is wrong. */
struct statement;
bool db_prepare_all(struct db *db, const struct statement *const *all, const char **why);
extern const struct statement *const statements[];
extern const int statement_count;

/* "sqlite" or "postgresql". */
const char *db_engine_name(const struct db *db);

#endif
