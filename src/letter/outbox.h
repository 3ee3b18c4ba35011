/* SPDX-License-Identifier: MIT
 * outbox.h: the work of `fodfaeste outbox`: printing what batches were approved for, and writing what waits. */
#ifndef LETTER_OUTBOX_H
#define LETTER_OUTBOX_H

#include "command.h"
#include "db/db.h"

struct outbox_counts {
    int64_t made, not_made; /* Letters of approved batches. */
    int64_t sent, failed;
};

/* Makes the letters of every approved batch and puts them into the outbox, some a transaction. Outside a
 * transaction; false after a failure of the store. */
bool letter_batches_run(struct db *db, struct arena *arena, instant now, struct outbox_counts *counts);

/* Writes all that is due at `now` below `folder`. Killed in between, the same files are written again. */
bool outbox_run(struct db *db, struct arena *arena, const char *folder, instant now, struct outbox_counts *counts);

extern const struct command outbox_command;

#endif
