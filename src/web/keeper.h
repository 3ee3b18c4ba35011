/* SPDX-License-Identifier: MIT
 * keeper.h: the process that tidies while others serve: it makes the access log last, checkpoints,
 * sweeps old sessions, and does what features hang into its table. One a store, no requests. */
#ifndef WEB_KEEPER_H
#define WEB_KEEPER_H

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"

/* Work that comes back. It begins and ends its own transactions, as the system. */
struct keeper_task {
    const char *name;
    int every_seconds;
    void (*run)(struct db *db, struct arena *arena, instant now);
};

/* Ends with a row without function; in features.c. */
extern const struct keeper_task keeper_tasks[];

/* Serves until SIGTERM. Returns the exit status of the process. */
int keeper_run(const char *store);

/* For keeper_tasks: reads' access log into the store; the write-ahead log into the file; deletes ended
 * sessions and old form keys. */
void keeper_access_log(struct db *db, struct arena *arena, instant now);
void keeper_checkpoint(struct db *db, struct arena *arena, instant now);
void keeper_sweep_sessions(struct db *db, struct arena *arena, instant now);

#endif
