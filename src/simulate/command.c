/* SPDX-License-Identifier: MIT
 * command.c: `fodfaeste simulate`: an example municipality of any size, the same for the same seed. */
#include "simulate/simulate.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "simulate/life.h"
#include "web/clock.h"
#include "web/store.h"

static const struct command_option options[] = {
    { "--store", "STORE", "a new store, made by init", true },
    { "--citizens", "N", "how many come in the time (400)", false },
    { "--companies", "N", "how many there are (120)", false },
    { "--staff", "N", "how many work there (25)", false },
    { "--months", "N", "how long before the end it begins (18)", false },
    { "--seed", "N", "another number, another municipality (1)", false },
    { "--look", "DAYS", "compute obligations every so many days, and at the end (0: with each change)", false },
    { "--until", "TIME", "the end of the story (now)", false },
    { "--anyway", NULL, "also into a store that has people already", false },
    { "--password", "TEXT", "everybody's password (fodfaeste-demo)", false },
    { 0 },
};

static void tell(const char *line)
{
    fprintf(stderr, "simulate: %s\n", line);
}

static int simulate_run(const struct command_line *line)
{
    const char *why = NULL, *until = command_value(line, "--until"), *password = command_value(line, "--password");
    struct life_options life = {
        .citizens = (int)command_int(line, "--citizens", 0, 200000, 400),
        .companies = (int)command_int(line, "--companies", 1, 50000, 120),
        .staff = (int)command_int(line, "--staff", 1, 5000, 25),
        .months = (int)command_int(line, "--months", 1, 120, 18),
        .seed = (uint64_t)command_int(line, "--seed", 0, INT64_MAX, 1),
        .look_days = (int)command_int(line, "--look", 0, 1000, 0),
        .until = clock_now(),
        .password = password == NULL ? "fodfaeste-demo" : password,
    };

    if (until != NULL && !instant_read(until, &life.until)) {
        tell("--until is not a time such as 2026-12-08T09:12");
        return 2;
    }
    struct db *db = store_open(command_value(line, "--store"), &why);
    if (db == NULL) {
        tell(why);
        return EXIT_FAILURE;
    }
    struct life_there there = life_there_already(db, life.until);
    if ((there.citizens > 0 || there.staff > 0) && command_value(line, "--anyway") == NULL) {
        fprintf(stderr, "simulate: the store has %lld citizens and %lld members of staff already; the example would stand "
                        "among them. Use a new store, or say --anyway.\n", (long long)there.citizens, (long long)there.staff);
        db_close(db);
        return EXIT_FAILURE;
    }
    bool is_fine = life_run(db, &life, tell);
    if (!is_fine)
        tell(db_failure_cause(db));
    db_close(db);
    return is_fine ? EXIT_SUCCESS : EXIT_FAILURE;
}

const struct command simulate_command = {
    "simulate", "fills a new store with an invented municipality", NULL, options, simulate_run,
};
