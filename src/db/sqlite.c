/* SPDX-License-Identifier: MIT
 * sqlite.c: a store in one file. One lock file a tenant is held around every write and every
 * checkpoint: docs/decisions/0002-one-writer.md says what that buys. */
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/check.h"
#include "db/private.h"

/* Beyond this the log is taken into the file at once; before it, the keeper does it when all is quiet. */
enum { WAL_PAGES_MAX = 4000, SQLITE_OLDEST = 3051003 };

#define MAPPED "PRAGMA mmap_size = 268435456; "

struct sqlite_db {
    struct db db; /* First: a struct db * is a struct sqlite_db *. */
    sqlite3 *sqlite;
    sqlite3_stmt *begin_read, *begin_write, *commit, *rollback;
    sqlite3_stmt **prepared; /* By the statement's number. */
    int prepared_room;
    int lock;
    int wal_pages;
};

static struct sqlite_db *of(struct db *db)
{
    return (struct sqlite_db *)db;
}

static void fail(struct db *db, const char *what)
{
    sqlite3 *sqlite = of(db)->sqlite;
    int code = sqlite3_extended_errcode(sqlite);
    bool is_conflict = code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ||
                       code == SQLITE_CONSTRAINT_ROWID || (code & 0xff) == SQLITE_BUSY;

    db_fail(db, is_conflict ? DB_CONFLICT : DB_FAILED, "%s: %s (%d)", what, sqlite3_errmsg(sqlite), code);
}

static bool take_lock(struct db *db)
{
    int code;

    do
        code = flock(of(db)->lock, LOCK_EX);
    while (code != 0 && errno == EINTR);
    if (code != 0)
        db_fail(db, DB_FAILED, "write lock: %s", strerror(errno));
    return code == 0;
}

static void leave_lock(struct db *db)
{
    flock(of(db)->lock, LOCK_UN);
}

/* Runs one of the four statements that every request needs. */
static bool step_once(struct db *db, sqlite3_stmt *statement, const char *what)
{
    bool is_done = sqlite3_step(statement) == SQLITE_DONE;

    if (!is_done)
        fail(db, what);
    sqlite3_reset(statement);
    return is_done;
}

static bool begin(struct db *db, enum db_purpose purpose)
{
    if (purpose == DB_READ)
        return step_once(db, of(db)->begin_read, "begin");
    if (!take_lock(db))
        return false;
    if (step_once(db, of(db)->begin_write, "begin"))
        return true;
    leave_lock(db);
    return false;
}

static void rollback(struct db *db)
{
    if (!sqlite3_get_autocommit(of(db)->sqlite)) {
        sqlite3_step(of(db)->rollback);
        sqlite3_reset(of(db)->rollback);
    }
    if (db->purpose == DB_WRITE)
        leave_lock(db);
}

static int note_wal(void *context, sqlite3 *sqlite, const char *name, int pages)
{
    struct sqlite_db *db = context;

    (void)sqlite, (void)name;
    db->wal_pages = pages;
    return SQLITE_OK;
}

static bool checkpoint_locked(struct db *db)
{
    int code = sqlite3_wal_checkpoint_v2(of(db)->sqlite, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);

    of(db)->wal_pages = 0;
    return code == SQLITE_OK;
}

static bool commit(struct db *db)
{
    if (!step_once(db, of(db)->commit, "commit"))
        return false;
    if (db->purpose == DB_WRITE) {
        if (of(db)->wal_pages > WAL_PAGES_MAX)
            checkpoint_locked(db); /* What it leaves, the next one takes. */
        leave_lock(db);
    }
    return true;
}

/* All is quiet: pages that were kept, and the view of the file that grows with each page read, are made anew when
 * they are needed. */
static void give_back(sqlite3 *sqlite)
{
    sqlite3_db_release_memory(sqlite);
    sqlite3_exec(sqlite, "PRAGMA mmap_size = 0; " MAPPED, NULL, NULL, NULL);
}

static bool checkpoint(struct db *db)
{
    db->failure = DB_FINE;
    if (!take_lock(db))
        return false;
    bool is_done = checkpoint_locked(db);
    leave_lock(db);
    give_back(of(db)->sqlite);
    return is_done;
}

/* While it is not, more of the file is kept in memory, too: who makes a store writes everywhere at once. */
static void be_durable(struct db *db, bool is_durable)
{
    const char *pragmas = is_durable ? "PRAGMA synchronous = FULL; PRAGMA cache_size = -8000"
                                     : "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000";

    if (sqlite3_exec(of(db)->sqlite, pragmas, NULL, NULL, NULL) != SQLITE_OK)
        fail(db, "pragma");
}

static bool script(struct db *db, const char *sql)
{
    bool is_done = sqlite3_exec(of(db)->sqlite, sql, NULL, NULL, NULL) == SQLITE_OK;

    if (!is_done)
        fail(db, "script");
    return is_done;
}

static bool is_empty(struct db *db)
{
    return sqlite3_table_column_metadata(of(db)->sqlite, NULL, "schema_version", NULL, NULL, NULL, NULL, NULL,
                                         NULL) != SQLITE_OK;
}

static bool make_schema(struct db *db)
{
    (void)db; /* The file is the schema. */
    return true;
}

static void make_room(struct sqlite_db *db, int number)
{
    int room = db->prepared_room == 0 ? 256 : db->prepared_room;

    while (room <= number)
        room *= 2;
    if (room == db->prepared_room)
        return;
    db->prepared = realloc(db->prepared, (size_t)room * sizeof *db->prepared);
    check(db->prepared != NULL);
    memset(db->prepared + db->prepared_room, 0, (size_t)(room - db->prepared_room) * sizeof *db->prepared);
    db->prepared_room = room;
}

static sqlite3_stmt *prepared(struct db *db, const struct statement *statement)
{
    make_room(of(db), statement->number);
    sqlite3_stmt **place = &of(db)->prepared[statement->number];
    if (*place == NULL &&
        sqlite3_prepare_v3(of(db)->sqlite, statement->sqlite, -1, SQLITE_PREPARE_PERSISTENT, place, NULL) != SQLITE_OK)
        fail(db, statement->name);
    return *place;
}

static bool prepare(struct db *db, const struct statement *statement)
{
    return prepared(db, statement) != NULL;
}

static int bind(sqlite3_stmt *handle, int place, const struct value *value)
{
    switch (value->kind) {
    case VALUE_NULL: return sqlite3_bind_null(handle, place);
    case VALUE_INT: return sqlite3_bind_int64(handle, place, value->integer);
    case VALUE_REAL: return sqlite3_bind_double(handle, place, value->real);
    case VALUE_TEXT: return sqlite3_bind_text64(handle, place, value->bytes, value->length, SQLITE_STATIC, SQLITE_UTF8);
    case VALUE_BLOB: return sqlite3_bind_blob64(handle, place, value->bytes, value->length, SQLITE_STATIC);
    }
    return SQLITE_MISUSE;
}

/* Statements with columns are stepped row by row; the others run to their end here, while what is bound
 * still lives. An INSERT ... RETURNING changes everything at its first step. */
static bool run(struct db *db, const struct statement *statement, const struct value *parameters)
{
    sqlite3_stmt *handle = prepared(db, statement);
    int code = SQLITE_OK;

    if (handle == NULL)
        return false;
    for (int i = 0; i < statement->parameter_count && code == SQLITE_OK; i++)
        code = bind(handle, i + 1, &parameters[i]);
    if (code == SQLITE_OK && statement->column_count == 0)
        code = sqlite3_step(handle) == SQLITE_DONE ? SQLITE_OK : SQLITE_ERROR;
    if (code != SQLITE_OK) {
        fail(db, statement->name);
        sqlite3_reset(handle);
        return false;
    }
    db->run.handle = handle;
    return true;
}

static bool row(struct db *db)
{
    if (db->run.statement->column_count == 0)
        return false;

    int code = sqlite3_step(db->run.handle);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        fail(db, db->run.statement->name);
    return code == SQLITE_ROW;
}

static struct value column(struct db *db, int column)
{
    sqlite3_stmt *handle = db->run.handle;

    switch (sqlite3_column_type(handle, column)) {
    case SQLITE_INTEGER:
        return (struct value){ .kind = VALUE_INT, .integer = sqlite3_column_int64(handle, column) };
    case SQLITE_FLOAT:
        return (struct value){ .kind = VALUE_REAL, .real = sqlite3_column_double(handle, column) };
    case SQLITE_TEXT:
        return (struct value){ .kind = VALUE_TEXT, .bytes = sqlite3_column_text(handle, column),
                               .length = (size_t)sqlite3_column_bytes(handle, column) };
    case SQLITE_BLOB:
        return (struct value){ .kind = VALUE_BLOB, .bytes = sqlite3_column_blob(handle, column),
                               .length = (size_t)sqlite3_column_bytes(handle, column) };
    }
    return (struct value){ 0 };
}

static int64_t end(struct db *db)
{
    int64_t changed = db->run.statement->writes ? sqlite3_changes64(of(db)->sqlite) : 0;

    sqlite3_reset(db->run.handle);
    return changed;
}

static void close_store(struct db *base)
{
    struct sqlite_db *db = of(base);

    for (int i = 0; i < db->prepared_room; i++)
        sqlite3_finalize(db->prepared[i]);
    sqlite3_finalize(db->begin_read);
    sqlite3_finalize(db->begin_write);
    sqlite3_finalize(db->commit);
    sqlite3_finalize(db->rollback);
    sqlite3_close(db->sqlite);
    if (db->lock >= 0)
        close(db->lock);
    free(db->prepared);
    free(db);
}

static const struct engine engine = {
    .name = "sqlite",
    .close = close_store,
    .begin = begin, .commit = commit, .rollback = rollback,
    .script = script, .is_empty = is_empty, .make_schema = make_schema, .checkpoint = checkpoint,
    .be_durable = be_durable,
    .prepare = prepare, .run = run, .row = row, .column = column, .end = end,
};

/* The waiting time comes first: two first opens at once would otherwise find each other's lock. */
static bool set_up(struct sqlite_db *db)
{
    static const char pragmas[] =
        "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;"
        "PRAGMA synchronous = FULL; " MAPPED "PRAGMA cache_size = -8000;"
        "PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 0; PRAGMA trusted_schema = OFF;";
    static const struct { const char *sql; size_t place; } needed[] = {
        { "BEGIN", offsetof(struct sqlite_db, begin_read) },
        { "BEGIN IMMEDIATE", offsetof(struct sqlite_db, begin_write) },
        { "COMMIT", offsetof(struct sqlite_db, commit) },
        { "ROLLBACK", offsetof(struct sqlite_db, rollback) },
    };
    bool is_set = sqlite3_exec(db->sqlite, pragmas, NULL, NULL, NULL) == SQLITE_OK;

    sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    /* Else SQLite plans some statements anew for each value that is bound. */
    sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_ENABLE_QPSG, 1, NULL);
    sqlite3_wal_hook(db->sqlite, note_wal, db);
    for (size_t i = 0; is_set && i < sizeof needed / sizeof needed[0]; i++)
        is_set = sqlite3_prepare_v3(db->sqlite, needed[i].sql, -1, SQLITE_PREPARE_PERSISTENT,
                                    (sqlite3_stmt **)((char *)db + needed[i].place), NULL) == SQLITE_OK;
    return is_set;
}

static bool open_files(struct sqlite_db *db, const char *folder, const char **why)
{
    char path[4096];

    snprintf(path, sizeof path, "%s/fodfaeste.lock", folder);
    db->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (db->lock < 0) {
        *why = "the folder of the store does not exist or may not be written";
        return false;
    }
    snprintf(path, sizeof path, "%s/fodfaeste.db", folder);
    take_lock(&db->db); /* The change to WAL is a write. */
    bool is_open = sqlite3_open_v2(path, &db->sqlite, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) == SQLITE_OK &&
                   set_up(db);
    leave_lock(&db->db);
    if (!is_open)
        *why = "fodfaeste.db cannot be opened as a database";
    return is_open;
}

struct db *sqlite_open(const char *folder, const char **why)
{
    if (sqlite3_libversion_number() < SQLITE_OLDEST) {
        *why = "SQLite is older than 3.51.3 and could lose committed writes";
        return NULL;
    }
    sqlite3_initialize();

    struct sqlite_db *db = calloc(1, sizeof *db);
    check(db != NULL);
    db->db.engine = &engine;
    db->lock = -1;
    if (open_files(db, folder, why))
        db->db.spool = spool_open(folder, why);
    if (db->db.spool == NULL) {
        close_store(&db->db);
        return NULL;
    }
    return &db->db;
}
