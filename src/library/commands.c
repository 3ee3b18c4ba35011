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

enum { ARENA_MAX = 512 << 20, EXIT_USAGE = 2 };

static const struct command_option options[] = {
    { "--store", "STORE", "the municipality's store, for on, off and which of the list are on", false },
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

static bool is_among(struct schemes schemes, const char *id)
{
    for (size_t i = 0; i < schemes.count; i++)
        if (text_is(schemes.at[i]->id.text, id))
            return true;
    return false;
}

/* The program's library, and which of it this municipality uses. */
static int list_of_store(const char *store)
{
    const struct library *library = library_all();
    const char *why = NULL;
    struct db *db = store_open(store, &why);

    if (db == NULL)
        return fail("--store", why);
    struct arena *arena = arena_new(ARENA_MAX);
    db_begin(db, DB_READ, arena, actor_system, clock_now());
    struct schemes used = library_schemes_on(db);
    for (size_t i = 0; i < library->schemes.count; i++) {
        const struct scheme *scheme = library->schemes.at[i];
        printf("%-6s %s: %s\n", is_among(used, scheme->id.text) ? "on" : "off", scheme->id.text, scheme->title.da);
    }
    bool is_fine = db_commit(db);
    arena_free(arena);
    db_close(db);
    return is_fine ? EXIT_SUCCESS : fail("list", "the store could not be read");
}

static int run(const struct command_line *line)
{
    bool is_list = line->rest_count == 1 && text_is(line->rest[0], "list");
    bool is_on = line->rest_count > 1 && text_is(line->rest[0], "on");
    bool is_off = line->rest_count > 1 && text_is(line->rest[0], "off");
    const char *store = command_value(line, "--store"), *why = NULL;

    if (is_list && store != NULL)
        return list_of_store(store);
    if (!is_on && !is_off)
        return scheme_command.run(line);
    if (store == NULL) {
        fprintf(stderr, "fodfaeste scheme %s: --store is needed\n", line->rest[0]);
        return EXIT_USAGE;
    }
    if (first_unknown(line) != NULL)
        return fail(first_unknown(line), "the library has no such scheme");
    struct db *db = store_open(store, &why);
    if (db == NULL)
        return fail("--store", why);
    bool is_fine = switch_all(db, line, is_on);
    db_close(db);
    return is_fine ? EXIT_SUCCESS : fail(line->rest[0], "the store could not be written");
}

const struct command library_command = {
    "scheme", "check scheme files, list the library, switch schemes on and off",
    "check FILE... | list [DIRECTORY] | on ID... | off ID...", options, run,
};
