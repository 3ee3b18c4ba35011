/* SPDX-License-Identifier: MIT
 * migrate.c: the store's schema step by step, each in one transaction with the note that it was
 * applied. sqlgen has embedded schema/ in the program, once for each dialect. */
#include "base/check.h"
#include "db/private.h"
#include "db_sql.h"

enum { ARENA_MAX = 1 << 20 };

static int version_in(struct db *db)
{
    return db->engine->is_empty(db) ? 0 : (int)schema_version_now(db);
}

int db_schema_newest(void)
{
    return migrations[migration_count - 1].number;
}

int db_schema_now(struct db *db)
{
    struct arena *arena = arena_new(ARENA_MAX);

    db_begin(db, DB_READ, arena, actor_system, 0);
    int now = version_in(db);
    db_commit(db);
    arena_free(arena);
    return now;
}

/* Applies one step, unless another process just did. */
static bool apply(struct db *db, struct arena *arena, const struct migration *migration)
{
    bool is_postgres = text_is(db_engine_name(db), "postgresql");

    db_begin(db, DB_WRITE, arena, actor_system, 0);
    db_set_unseen(db); /* The table of changes may not be there yet, and the program answers newest schemas only. */
    if (db->failure == DB_FINE && db->engine->make_schema(db) && version_in(db) < migration->number) {
        db->engine->script(db, is_postgres ? migration->postgres : migration->sqlite);
        schema_version_add(db, migration->number, migration->name);
    }
    return db_commit(db);
}

bool db_migrate_with(struct db *db, const struct migration *at, int count, const char **why)
{
    int now = db_schema_now(db);

    *why = NULL;
    if (db->failure != DB_FINE) {
        *why = db->cause;
        return false;
    }
    if (now > at[count - 1].number) {
        *why = "the store is newer than the program";
        return false;
    }
    struct arena *arena = arena_new(ARENA_MAX);
    for (int i = now; i < count && *why == NULL; i++) {
        check(at[i].number == i + 1);
        if (!apply(db, arena, &at[i]))
            *why = db->cause;
        arena_reset(arena);
    }
    arena_free(arena);
    return *why == NULL;
}

bool db_migrate(struct db *db, const char **why)
{
    return db_migrate_with(db, migrations, migration_count, why);
}
