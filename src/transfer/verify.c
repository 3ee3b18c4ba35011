/* SPDX-License-Identifier: MIT
 * verify.c: `fodfaeste verify`: is everything in the store what it was when it was written? The schema, the
 * chain of the access log, the journal's chains, and obligations beside what the journal gives. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/obligation.h"
#include "transfer/commands.h"
#include "transfer/verify.h"
#include "transfer_sql.h"
#include "web/clock.h"
#include "web/store.h"
#include "web_sql.h"

enum { ARENA_LIMIT = 16 * 1024 * 1024, HEX_MAX = 129, EXIT_USAGE = 2 };

static void print_wrong(void *about, const char *sentence)
{
    fprintf(about, "forkert: %s\n", sentence);
}

/* The end of the access log's chain: written down elsewhere, it shows later that nothing was taken off. */
static bool print_chain_end(struct db *db, FILE *out)
{
    struct arena *arena = arena_new(ARENA_LIMIT);
    struct transfer_chain_end_row end = { 0 };
    char hex[HEX_MAX] = "";

    db_begin(db, DB_READ, arena, actor_system, clock_now());
    if (transfer_chain_end(db, &end) && end.hash.length * 2 < HEX_MAX)
        sodium_bin2hex(hex, sizeof hex, end.hash.at, end.hash.length);
    bool is_fine = db_commit(db);
    fprintf(out, "adgangslog: %lld poster, kædens ende %s\n", (long long)end.length, *hex == 0 ? "-" : hex);
    arena_free(arena);
    return is_fine;
}

static bool verify_access(struct db *db, FILE *out)
{
    int64_t first_bad = 0;
    bool is_taken = db_access_ingest(db) >= 0, is_whole = db_access_verify(db, &first_bad);

    if (!is_taken)
        fprintf(out, "forkert: adgangsloggens mellemlager kunne ikke læses\n");
    if (!is_whole)
        fprintf(out, "forkert: adgangsloggen er ændret eller mangler fra post %lld\n", (long long)first_bad);
    return print_chain_end(db, out) && is_taken && is_whole;
}

bool verify_store(struct db *db, instant now, FILE *out)
{
    int64_t woken = 0;

    fprintf(out, "skema: %d af %d\n", db_schema_now(db), db_schema_newest());
    bool is_access_fine = verify_access(db, out);

    /* What only time has changed since the last look is no mistake: it is brought up to date first. */
    bool is_journal_fine = engine_wake(db, now, &woken) && engine_verify(db, now, print_wrong, out);
    fprintf(out, "journal og frister: %s\n", is_journal_fine ? "hele og som beregnet" : "ikke som de skal være");
    return is_access_fine && is_journal_fine;
}

/* A demo's clock may have been moved forward, and a simulated municipality may live ahead of ours. Between the
 * last change and now time alone may have changed obligations; those are brought up to date. */
static instant clock_of_store(struct db *db)
{
    struct arena *arena = arena_new(ARENA_LIMIT);

    db_begin(db, DB_READ, arena, actor_system, clock_now());
    instant now = clock_now() + web_clock_ahead(db), newest = transfer_newest_change(db);
    db_commit(db);
    arena_free(arena);
    return now > newest ? now : newest;
}

static int run(const struct command_line *line)
{
    const char *why = NULL, *wanted = command_value(line, "--at");
    instant at = INSTANT_NONE;

    if (wanted != NULL && !instant_read(wanted, &at)) {
        fprintf(stderr, "fodfaeste verify: --at is not a time such as 2026-03-06T15:00\n");
        return EXIT_USAGE;
    }
    struct db *db = store_open(command_value(line, "--store"), &why);

    if (db == NULL) {
        fprintf(stderr, "fodfaeste verify: %s\n", why);
        return EXIT_FAILURE;
    }
    instant now = at == INSTANT_NONE ? clock_of_store(db) : at;
    bool is_fine = verify_store(db, now, stdout);
    printf("%s\n", is_fine ? "Alt er i orden." : "Noget er ikke i orden; se linjerne med »forkert«.");
    db_close(db);
    return is_fine ? EXIT_SUCCESS : EXIT_FAILURE;
}

static const struct command_option options[] = {
    { "--store", "STORE", "sqlite:FOLDER or postgresql://...?schema=NAME", true },
    { "--at", "TIME", "obligations as they should be then (now, or the store's last change if that is later)", false },
    { 0 },
};

const struct command verify_command = {
    "verify", "checks chains, schema and obligations of a store", NULL, options, run,
};
