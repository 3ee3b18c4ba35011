/* SPDX-License-Identifier: MIT
 * commands.c: `fodfaeste scheme on|off ID... --store S`; check and list are engine/scheme_command.c. */
#include "library/commands.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "engine/scheme_command.h"
#include "library/library.h"
#include "web/clock.h"
#include "web/store.h"

enum { ARENA_MAX = 512 << 20 };

static const struct command_option options[] = {
    { "--store", "STORE", "for on and off: the municipality's store", false },
    { 0 },
};

/* The first of the words that is no scheme, or NULL. */
static const char *first_unknown(const struct command_line *line)
{
    for (int i = 1; i < line->rest_count; i++)
        if (library_find(library_all(), line->rest[i]) == NULL)
            return line->rest[i];
    return NULL;
}

static bool switch_all(struct db *db, const struct command_line *line, bool is_on)
{
    struct arena *arena = arena_new(ARENA_MAX);

    db_begin(db, DB_WRITE, arena, actor_system, clock_now());
    for (int i = 1; i < line->rest_count; i++)
        library_switch(db, library_find(library_all(), line->rest[i]), is_on);
    bool is_fine = db_commit(db);
    arena_free(arena);
    return is_fine;
}

static int fail(const char *about, const char *why)
{
    fprintf(stderr, "fodfaeste scheme: %s: %s\n", about, why);
    return EXIT_FAILURE;
}

static int run(const struct command_line *line)
{
    bool is_on = line->rest_count > 1 && text_is(line->rest[0], "on");
    bool is_off = line->rest_count > 1 && text_is(line->rest[0], "off");
    const char *store = command_value(line, "--store"), *why = NULL;

    if (!is_on && !is_off)
        return scheme_command.run(line);
    if (first_unknown(line) != NULL)
        return fail(first_unknown(line), "the library has no such scheme");
    struct db *db = store == NULL ? NULL : store_open(store, &why);
    if (db == NULL)
        return fail("--store", why == NULL ? "is needed" : why);
    bool is_fine = switch_all(db, line, is_on);
    db_close(db);
    return is_fine ? EXIT_SUCCESS : fail(line->rest[0], "the store could not be written");
}

const struct command library_command = {
    "scheme", "check scheme files, list the library, switch schemes on and off",
    "check FILE... | list [DIRECTORY] | on ID... | off ID...", options, run,
};
