/* SPDX-License-Identifier: MIT
 * probe.h: for tests only: what happens inside a request, and a commit that fails. Nothing of the program
 * includes this; what is asked for holds until it is asked for anew. */
#ifndef DB_PROBE_H
#define DB_PROBE_H

#include "db/statement.h"

/* Calls `seen` for each statement that is about to run, with citizen 0, and for each citizen whom a statement
 * was allowed to see. Not for what the program itself does (ACTOR_SYSTEM). NULL for no longer. */
typedef void db_seen(void *context, const struct statement *statement, int64_t citizen);
void db_probe(struct db *db, db_seen *seen, void *context);

/* From now on every commit fails, so that whatever is tried leaves nothing; or no longer. */
void db_fail_commits(struct db *db, bool is_failing);

/* Whether the last failure was one that a test wanted: of a call (db_fail_at), or of the commit. */
bool db_is_call_failed(const struct db *db);
bool db_is_commit_failed(const struct db *db);

#endif
