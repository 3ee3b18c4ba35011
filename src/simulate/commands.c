/* SPDX-License-Identifier: MIT
 * commands.c: `fodfaeste simulate --store S`, for demonstrations, tests and the bench. */
#include "simulate/commands.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "simulate/simulate.h"
#include "simulate_sql.h"
#include "staff/password.h"
#include "web/clock.h"
#include "web/store.h"

enum {
    EXIT_USAGE = 2, ARENA_LIMIT = 1 << 20, CITIZENS = 400, COMPANIES = 120, STAFF = 25, MONTHS = 18, SEED = 1,
    SEED_MAX = 1000 * 1000 * 1000,
};

static const char default_password[] = "fodfaeste-demo";

static const struct command_option options[] = {
    { "--store", "STORE", "an empty store: sqlite:FOLDER or postgresql://...?schema=NAME", true },
    { "--citizens", "N", "how many arrive over the months (400)", false },
    { "--companies", "N", "how many companies there are (120)", false },
    { "--staff", "N", "how many work there (25)", false },
    { "--months", "N", "how long it has lived (18)", false },
    { "--seed", "N", "another number gives another life (1)", false },
    { "--until", "TIME", "when the life ends, as 2026-03-06T15:00 (now)", false },
    { "--password", "TEXT", "everybody's password (fodfaeste-demo)", false },
    { 0 },
};

static int fail(const char *why)
{
    fprintf(stderr, "fodfaeste simulate: %s\n", why);
    return EXIT_FAILURE;
}

static bool is_empty(struct db *db)
{
    struct arena *arena = arena_new(ARENA_LIMIT);

    db_begin(db, DB_READ, arena, actor_system, clock_now());
    int64_t count = simulate_citizen_count(db);
    bool is_fine = db_commit(db) && count == 0;
    arena_free(arena);
    return is_fine;
}

static int run_in(struct db *db, const struct simulate_options *wanted)
{
    const char *why = NULL;

    if (!is_empty(db))
        return fail("the store has citizens already; a life begins in an empty one");
    if (!simulate(db, wanted, stderr, &why))
        return fail(why);
    printf("Fjordby Kommune: %d borgere, %d virksomheder, %d medarbejdere. Log ind som mette, jonas, hanan, karen, lis "
           "eller admin%s%s\n", wanted->citizens, wanted->companies, wanted->staff,
           text_is(wanted->password, default_password) ? " med adgangskoden " : ".",
           text_is(wanted->password, default_password) ? default_password : "");
    return EXIT_SUCCESS;
}

static int run(const struct command_line *line)
{
    const char *password = command_value(line, "--password"), *until = command_value(line, "--until"), *why = NULL;
    struct simulate_options wanted = {
        .citizens = (int)command_int(line, "--citizens", 1, SIMULATE_CITIZENS_MAX, CITIZENS),
        .companies = (int)command_int(line, "--companies", 1, SIMULATE_COMPANIES_MAX, COMPANIES),
        .staff = (int)command_int(line, "--staff", SIMULATE_STAFF_LEAST, SIMULATE_STAFF_MAX, STAFF),
        .months = (int)command_int(line, "--months", 1, SIMULATE_MONTHS_MAX, MONTHS),
        .seed = (uint64_t)command_int(line, "--seed", 0, SEED_MAX, SEED),
        .until = clock_now(),
        .password = password == NULL ? default_password : password,
    };

    if (until != NULL && !instant_read(until, &wanted.until)) {
        fail("--until is not a time such as 2026-03-06T15:00");
        return EXIT_USAGE;
    }
    if (password_too_weak(wanted.password, "admin") != NULL)
        return fail(password_too_weak(wanted.password, "admin"));
    struct db *db = store_open(command_value(line, "--store"), &why);
    if (db == NULL)
        return fail(why);
    int status = run_in(db, &wanted);
    db_close(db);
    return status;
}

const struct command simulate_command = {
    "simulate", "makes an invented municipality that has lived for a while", NULL, options, run,
};
