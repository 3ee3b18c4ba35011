/* SPDX-License-Identifier: MIT
 * watch.c: SQLite's data_version; on PostgreSQL rows written are counted by triggers. */
#include "watch.h"

#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/text.h"

enum { ARENA_SIZE = 4 << 20 };

struct watch {
    sqlite3 *sqlite;
    sqlite3_stmt *version;
    PGconn *postgres;
    bool is_counting; /* PostgreSQL: rows written are counted. */
    const char *schema;
    char *restore; /* The statement that sets all counters. */
    struct arena *arena;
};

static void open_sqlite(struct watch *watch, const char *folder)
{
    const char *file = arena_format(watch->arena, "%s/fodfaeste.db", folder);

    check(sqlite3_initialize() == SQLITE_OK);
    check(sqlite3_open_v2(file, &watch->sqlite, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK);
    check(sqlite3_prepare_v2(watch->sqlite, "PRAGMA data_version", -1, &watch->version, NULL) == SQLITE_OK);
}

/* Every row that is written counts one up in the same transaction, in a table that the program does not know: what is
 * rolled back has not counted, and looking is one row. Asked for by watch_state alone, since writers would wait for each
 * other at that row. */
static void count_rows_written(struct watch *watch)
{
    static const char count[] =
        "CREATE TABLE watch_count (changes bigint NOT NULL); INSERT INTO watch_count VALUES (0);"
        " CREATE FUNCTION watch_count_up() RETURNS trigger LANGUAGE plpgsql AS"
        " $$BEGIN UPDATE %1$s.watch_count SET changes = changes + 1; RETURN NULL; END$$;"
        " DO $$DECLARE name text; BEGIN FOR name IN SELECT table_name FROM information_schema.tables"
        " WHERE table_schema = '%1$s' AND table_type = 'BASE TABLE' AND table_name <> 'watch_count' LOOP"
        " EXECUTE format('CREATE TRIGGER watch_count_up AFTER INSERT OR UPDATE OR DELETE ON %%I FOR EACH ROW"
        " EXECUTE FUNCTION watch_count_up()', name); END LOOP; END$$";
    PGresult *made = PQexec(watch->postgres, arena_format(watch->arena, count, watch->schema));

    check(PQresultStatus(made) == PGRES_COMMAND_OK);
    PQclear(made);
    watch->is_counting = true;
}

/* The server's own library does not know our words in the address: what follows "schema=" is ours. */
static void open_postgres(struct watch *watch, const char *store)
{
    const char *ours = strstr(store, "schema=");

    check(ours != NULL && ours > store);
    watch->schema = arena_copy(watch->arena, ours + 7, strcspn(ours + 7, "&"));
    watch->postgres = PQconnectdb(arena_copy(watch->arena, store, (size_t)(ours - store - 1)));
    check(PQstatus(watch->postgres) == CONNECTION_OK);
    PQclear(PQexec(watch->postgres, arena_format(watch->arena, "SET search_path = %s", watch->schema)));
}

struct watch *watch_open(const char *store)
{
    struct watch *watch = calloc(1, sizeof *watch);

    check(watch != NULL);
    watch->arena = arena_new(ARENA_SIZE);
    if (text_starts(store, "sqlite:"))
        open_sqlite(watch, store + strlen("sqlite:"));
    else
        open_postgres(watch, store);
    return watch;
}

void watch_close(struct watch *watch)
{
    if (watch->sqlite != NULL) {
        sqlite3_finalize(watch->version);
        sqlite3_close(watch->sqlite);
    }
    if (watch->postgres != NULL)
        PQfinish(watch->postgres);
    free(watch->restore);
    arena_free(watch->arena);
    free(watch);
}

uint64_t watch_state(struct watch *watch)
{
    uint64_t state;

    if (watch->sqlite != NULL) {
        check(sqlite3_step(watch->version) == SQLITE_ROW);
        state = (uint64_t)sqlite3_column_int64(watch->version, 0);
        sqlite3_reset(watch->version);
        return state;
    }
    if (!watch->is_counting)
        count_rows_written(watch);
    PGresult *counted = PQexec(watch->postgres, "SELECT changes FROM watch_count");
    check(PQresultStatus(counted) == PGRES_TUPLES_OK && PQntuples(counted) == 1);
    state = strtoull(PQgetvalue(counted, 0, 0), NULL, 10);
    PQclear(counted);
    return state;
}

void watch_counters_keep(struct watch *watch)
{
    const char *find = "SELECT 'SELECT ' || string_agg(format('setval(%L, %s, %L)', quote_ident(schemaname) || '.' ||"
                       " quote_ident(sequencename), coalesce(last_value, 1), last_value IS NOT NULL), ', ')"
                       " FROM pg_sequences WHERE schemaname = $1";

    if (watch->postgres == NULL)
        return;
    PGresult *found = PQexecParams(watch->postgres, find, 1, NULL, &watch->schema, NULL, NULL, 0);
    check(PQresultStatus(found) == PGRES_TUPLES_OK && PQntuples(found) == 1);
    free(watch->restore);
    watch->restore = strdup(PQgetvalue(found, 0, 0));
    PQclear(found);
}

void watch_counters_restore(struct watch *watch)
{
    if (watch->postgres == NULL)
        return;
    PGresult *done = PQexec(watch->postgres, watch->restore);
    check(PQresultStatus(done) == PGRES_TUPLES_OK);
    PQclear(done);
}

int64_t watch_number(struct watch *watch, const char *query)
{
    int64_t number;

    if (watch->sqlite != NULL) {
        sqlite3_stmt *statement;
        check(sqlite3_prepare_v2(watch->sqlite, query, -1, &statement, NULL) == SQLITE_OK);
        check(sqlite3_step(statement) == SQLITE_ROW);
        number = sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
        return number;
    }
    PGresult *found = PQexec(watch->postgres, query);
    check(PQresultStatus(found) == PGRES_TUPLES_OK && text_to_int(PQgetvalue(found, 0, 0), &number));
    PQclear(found);
    return number;
}
