/* SPDX-License-Identifier: MIT
 * commands.c: `fodfaeste outbox --store S --to FOLDER`: prints approved batches and writes what waits in the outbox.
 * Meant for a timer (cron, systemd) under an account of its own; each run does what is due and ends. */
#include <stdio.h>
#include <stdlib.h>

#include "letter/outbox.h"
#include "web/clock.h"
#include "web/store.h"

enum { ARENA_MAX = 512 << 20, EXIT_USAGE = 2 };

static const struct command_option options[] = {
    { "--store", "STORE", "the municipality's store", true },
    { "--to", "FOLDER", "where files are written: print, epost, sms and digitalpost below it", true },
    { "--now", "TIME", "as if it were 2026-03-06T15:00", false },
    { 0 },
};

static int run_in(struct db *db, const char *folder, instant now)
{
    struct arena *arena = arena_new(ARENA_MAX);
    struct outbox_counts counts = { 0 };
    bool is_fine = letter_batches_run(db, arena, now, &counts) && outbox_run(db, arena, folder, now, &counts);

    printf("%lld breve lavet, %lld kunne ikke laves eller sendes; %lld sendt, %lld fejlede\n", (long long)counts.made,
           (long long)counts.not_made, (long long)counts.sent, (long long)counts.failed);
    if (!is_fine)
        fprintf(stderr, "fodfaeste outbox: the store failed: %s\n", db_failure_cause(db));
    arena_free(arena);
    return is_fine ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int run(const struct command_line *line)
{
    const char *at = command_value(line, "--now"), *why = NULL;
    instant now = clock_now();

    if (at != NULL && !instant_read(at, &now)) {
        fprintf(stderr, "fodfaeste outbox: --now: not a time such as 2026-03-06T15:00\n");
        return EXIT_USAGE;
    }
    struct db *db = store_open(command_value(line, "--store"), &why);
    if (db == NULL) {
        fprintf(stderr, "fodfaeste outbox: %s\n", why);
        return EXIT_FAILURE;
    }
    int status = run_in(db, command_value(line, "--to"), now);
    db_close(db);
    return status;
}

const struct command outbox_command = { "outbox", "prints approved letters and writes what is to leave the house", NULL, options, run };
