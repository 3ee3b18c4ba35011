/* SPDX-License-Identifier: MIT
 * private.h: what the files of db/ share: the connection, and the operations that SQLite and
 * PostgreSQL each have their own way with. No one outside db/ includes this. */
#ifndef DB_PRIVATE_H
#define DB_PRIVATE_H

#include "base/list.h"
#include "base/text.h"
#include "db/db.h"
#include "db/migration.h"
#include "db/probe.h"
#include "db/statement.h"

/* A database. Each function that fails calls db_fail with the cause. */
struct engine {
    const char *name;
    void (*close)(struct db *db);
    bool (*begin)(struct db *db, enum db_purpose purpose);
    bool (*commit)(struct db *db);
    void (*rollback)(struct db *db);
    bool (*script)(struct db *db, const char *sql); /* Several statements without parameters. */
    bool (*is_empty)(struct db *db);                /* No migration was ever applied. In a transaction. */
    bool (*make_schema)(struct db *db);             /* In a transaction, before a migration. */
    bool (*checkpoint)(struct db *db);
    void (*be_durable)(struct db *db, bool is_durable); /* Whether commits wait for the disk. */

    /* The statement that is run, in db->run. */
    bool (*prepare)(struct db *db, const struct statement *statement);
    bool (*run)(struct db *db, const struct statement *statement, const struct value *parameters);
    bool (*row)(struct db *db);
    struct value (*column)(struct db *db, int column);
    int64_t (*end)(struct db *db); /* Rows changed. */
};

/* A statement that is being run. */
struct run {
    const struct statement *statement; /* NULL when none is. */
    void *handle;                      /* The database's own. */
    int row;
    struct text citizens; /* Of a list: the ids found so far. */
};

/* What the actor did with one citizen, or with one list, in this request. */
struct access {
    int64_t citizen; /* 0 for a list. */
    struct actor actor;
    bool is_allowed;
    const char *citizens; /* Of a list: ids with spaces between. */
    LIST_OF(const struct statement *) statements;
};

struct pending_call {
    void (*call)(struct db *db, int64_t about);
    int64_t about;
};

/* Calls in order, and a hash of them to their place plus 1, so that each stands once. */
struct pending {
    LIST_OF(struct pending_call) calls;
    uint32_t *slots;
    size_t slot_count;
};

enum { SAVEPOINTS_MAX = 8, CAUSE_MAX = 400 };

struct db {
    const struct engine *engine;
    struct spool *spool;

    /* The request. */
    bool is_open;
    enum db_purpose purpose;
    const struct db_looks *looks_again; /* Or NULL. */
    struct arena *arena;         /* Of the results now: the request's, a call's, or db_use_arena's. */
    struct arena *request_arena; /* Of what is gathered until the commit. */
    struct actor actor;
    instant now;
    int64_t request;
    const char *reason;
    struct run run;
    bool is_asking_guard;
    bool has_written, is_unseen; /* A statement that writes has run; nothing written can be seen. */
    bool shows_access_log;       /* A statement has read it. */
    LIST_OF(struct access) accesses;
    uint32_t *access_slots; /* Hash of citizen and actor to the place in `accesses`, plus 1. */
    size_t access_slot_count;
    struct pending pending;
    struct arena *put_off_arena; /* Of `pending` while calls are put off; else NULL. */
    size_t put_off_done;
    struct arena *call_arena; /* Made by the first call before a commit, kept for the next request. */
    bool savepoint_is_set[SAVEPOINTS_MAX];
    int savepoint_count;

    enum db_failure failure;
    int64_t failure_number;
    char cause[CAUSE_MAX];
    int64_t statement_count, fail_in;

    /* For tests. */
    db_seen *seen;
    void *seen_context;
    bool is_commit_failing, is_call_failed, is_commit_failed;
};

/* Keeps the first failure of the request. The cause never holds data: it goes to the server's log. */
__attribute__((format(printf, 3, 4)))
void db_fail(struct db *db, enum db_failure failure, const char *cause, ...);

/* Counts one call of the database; false, and a failure, when it is the one that a test wants to fail. */
bool db_count_call(struct db *db);

struct db *sqlite_open(const char *folder, const char **why);
struct db *postgres_open(const char *url, const char **why);

/* db_migrate and its kin with a list of migrations of one's own, for tests. */
bool db_migrate_with(struct db *db, const struct migration *at, int count, const char **why);

/* --- pending.c --- */

void pending_begin(struct db *db); /* Forgets the calls of the transaction before, but not what is put off. */
void pending_run(struct db *db);   /* Calls may ask for more calls; all have run when this returns. */
void pending_free(struct db *db);

/* --- access.c --- */

/* May the actor see this citizen? Notes the access if so; refuses the request if not. */
bool access_may_see(struct db *db, const struct statement *statement, int64_t citizen);
void access_note_list(struct db *db, const struct statement *statement, const char *citizens);
bool access_store(struct db *db); /* A write: rows in its transaction. */
bool access_spool(struct db *db); /* A read: lines in the spool. */
bool access_spool_again(struct db *db); /* The same of db->looks_again. */

/* --- spool.c: a file to which several processes append, and from which one takes. --- */

struct spool *spool_open(const char *folder, const char **why);
void spool_close(struct spool *spool);
bool spool_append(struct spool *spool, const char *lines, size_t length);
bool spool_sync(struct spool *spool);

/* Whole lines from `position` on, at most about a megabyte; `generation` names the file they are in. */
struct spool_piece {
    const char *generation, *generation_before;
    const char *lines;
    size_t length;
};
bool spool_generation(struct spool *spool, struct arena *arena, struct spool_piece *piece);
bool spool_read(struct spool *spool, struct arena *arena, int64_t position, struct spool_piece *piece);

/* Replaces a large file by an empty one of a new generation, if all up to its end was taken. */
bool spool_renew(struct spool *spool, int64_t position);

#endif
