/* SPDX-License-Identifier: MIT
 * commands.c: schemes from the command line: `scheme on ID --store S` switches one on and computes what
 * follows for everybody. Checking and listing files is engine/scheme_command.c. */
#include "library/commands.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "engine/scheme_command.h"
#include "library/library.h"
#include "web/clock.h"
#include "web/store.h"

enum { ARENA_BYTES = 64 << 20, EXIT_USAGE = 2 };

static const struct command_option options[] = {
    { "--store", "STORE", "for on and off: the municipality's store", false },
    { 0 },
};

static int fail(const char *why)
{
    fprintf(stderr, "fodfaeste scheme: %s\n", why);
    return EXIT_FAILURE;
}

/* The scheme of that id, or NULL after saying which one was perhaps meant. */
static const struct scheme *find(const char *id)
{
    const struct library *library = library_all();
    const struct scheme *scheme = library_find(library, id);
    const char *ids[100];
    size_t count = 0;

    if (scheme != NULL)
        return scheme;
    for (; count < library->schemes.count && count < sizeof ids / sizeof *ids; count++)
        ids[count] = library->schemes.at[count]->id.text;
    const char *near = did_you_mean(id, ids, count);
    fprintf(stderr, "fodfaeste scheme: there is no scheme %s%s%s%s\n", id, near == NULL ? "" : "; did you mean ",
            near == NULL ? "" : near, near == NULL ? "" : "?");
    return NULL;
}

static bool switch_in(struct db *db, const struct scheme *scheme, bool is_on)
{
    struct arena *arena = arena_new(ARENA_BYTES);
    int64_t changed = 0;

    db_begin(db, DB_WRITE, arena, actor_system, clock_now());
    library_switch(db, scheme, is_on);
    bool is_fine = db_commit(db) && engine_recompute_all(db, clock_now(), &changed);
    if (is_fine)
        printf("%s: %s; %lld frister ændret\n", scheme->id.text, is_on ? "slået til" : "slået fra", (long long)changed);
    arena_free(arena);
    return is_fine;
}

static int switch_run(const struct command_line *line, bool is_on)
{
    const char *why = "the store could not be written", *store = command_value(line, "--store");

    if (store == NULL || line->rest_count != 2) {
        fprintf(stderr, "usage: fodfaeste scheme on|off ID --store STORE\n");
        return EXIT_USAGE;
    }
    const struct scheme *scheme = find(line->rest[1]);
    if (scheme == NULL)
        return EXIT_FAILURE;
    struct db *db = store_open(store, &why);
    if (db == NULL)
        return fail(why);
    bool is_fine = switch_in(db, scheme, is_on);
    db_close(db);
    return is_fine ? EXIT_SUCCESS : fail("the store could not be written");
}

static int run(const struct command_line *line)
{
    const char *word = line->rest_count > 0 ? line->rest[0] : "";

    if (text_is(word, "on") || text_is(word, "off"))
        return switch_run(line, text_is(word, "on"));
    return scheme_files_run(line);
}

const struct command scheme_command = {
    "scheme", "checks and lists scheme files, switches schemes on and off",
    "check FILE... | list [DIRECTORY] | on ID | off ID", options, run,
};
