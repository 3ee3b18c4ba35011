/* SPDX-License-Identifier: MIT
 * store.c: opening a store with everything that features set up. */
#include "web/store.h"

#include "web/route.h"

struct db *store_open(const char *store, const char **why)
{
    struct db *db = db_open(store, why);

    if (db == NULL)
        return NULL;
    if (db_schema_now(db) != db_schema_newest()) {
        *why = "the store has another schema than the program: run `fodfaeste migrate`";
        db_close(db);
        return NULL;
    }
    feature_start_all();
    return db;
}
