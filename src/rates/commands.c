/* SPDX-License-Identifier: MIT
 * commands.c: `fodfaeste rates FILE --store S`: a rate file from the disk; the page Lovens tal takes it too. */
#include "rates/commands.h"

#include <stdio.h>
#include <stdlib.h>

#include "rates/rates.h"
#include "web/clock.h"
#include "web/store.h"
#include "yaml/yaml.h"

enum { ARENA_MAX = 64 << 20 };

static const struct command_option options[] = {
    { "--store", "STORE", "the municipality's store", true },
    { 0 },
};

static const struct rates_file *read(struct arena *arena, const char *path)
{
    struct mistakes mistakes = mistakes_new(arena);
    size_t length = 0;
    const char *bytes = file_read(arena, path, &length, &mistakes);
    const struct rates_file *file = bytes == NULL ? NULL : rates_read(arena, path, bytes, length, &mistakes);

    mistakes_print(&mistakes, stderr);
    return file;
}

static int run(const struct command_line *line)
{
    const char *why = NULL;

    if (line->rest_count != 1) {
        fprintf(stderr, "fodfaeste rates: name one file\n");
        return 2;
    }
    struct arena *arena = arena_new(ARENA_MAX);
    const struct rates_file *file = read(arena, line->rest[0]);
    struct db *db = file == NULL ? NULL : store_open(command_value(line, "--store"), &why);
    bool is_fine = db != NULL;
    if (is_fine) {
        db_begin(db, DB_WRITE, arena, actor_system, clock_now());
        rates_load(db, file);
        is_fine = db_commit(db);
        why = is_fine ? NULL : "the store could not be written";
        db_close(db);
    }
    if (why != NULL)
        fprintf(stderr, "fodfaeste rates: %s\n", why);
    arena_free(arena);
    return is_fine ? EXIT_SUCCESS : EXIT_FAILURE;
}

const struct command rates_command = {
    "rates", "takes a file of rates that somebody has verified", "FILE", options, run,
};
