/* SPDX-License-Identifier: MIT
 * commands.c: `fodfaeste import citizens|companies FILE --store S` and `fodfaeste export ...`. */
#include "transfer/commands.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "transfer/import.h"
#include "web/clock.h"
#include "web/store.h"

enum { EXIT_USAGE = 2, ARENA_LIMIT = 1 << 30, MISTAKES_SHOWN = 100 };

static const struct transfer_kind *const kinds[] = { &transfer_citizens, &transfer_companies, &transfer_functions, &transfer_zones };

const struct transfer_kind *transfer_kind_named(const char *command)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_is(kinds[i]->command, command))
            return kinds[i];
    return NULL;
}

static int fail(const char *command, const char *why)
{
    fprintf(stderr, "fodfaeste %s: %s\n", command, why);
    return EXIT_FAILURE;
}

/* A file up to one byte more than is read, so that a larger one is refused by its size. */
static char *read_whole(struct arena *arena, const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");

    if (file == NULL)
        return NULL;
    char *bytes = arena_alloc(arena, (size_t)CSV_BYTES_MAX + 1);
    *length = fread(bytes, 1, (size_t)CSV_BYTES_MAX + 1, file);
    bool is_fine = ferror(file) == 0;
    fclose(file);
    return is_fine ? bytes : NULL;
}

static void tell_mistakes(struct mistakes *mistakes)
{
    size_t count = mistakes->count;

    if (mistakes->count > MISTAKES_SHOWN)
        mistakes->count = MISTAKES_SHOWN;
    mistakes_print(mistakes, stderr);
    if (count > MISTAKES_SHOWN)
        fprintf(stderr, "... og %zu fejl til\n", count - MISTAKES_SHOWN);
    fprintf(stderr, "Intet er indlæst.\n");
}

static void tell_counts(const struct transfer_kind *kind, const struct import_counts *counts, bool is_dry)
{
    printf("%lld rækker: %lld nye %s, %lld %s, %lld som før.%s\n", (long long)counts->rows, (long long)counts->created,
           kind->many, (long long)counts->changed, "ændrede", (long long)counts->same,
           is_dry ? " Prøve: intet er skrevet." : "");
}

/* One transaction; a trial is only a read. */
static int import_in(struct db *db, struct arena *arena, const struct transfer_kind *kind, const char *path, bool is_dry)
{
    struct mistakes mistakes = mistakes_new(arena);
    struct import_counts counts;
    size_t length = 0;
    char *bytes = read_whole(arena, path, &length);

    if (bytes == NULL)
        return fail("import", "the file cannot be read");
    db_begin(db, is_dry ? DB_READ : DB_WRITE, arena, actor_system, clock_now());
    bool is_fine = import_file(db, kind, path, bytes, length, is_dry, stderr, &mistakes, &counts);
    if (!is_fine && db_failure(db) == DB_FINE) {
        db_rollback(db);
        tell_mistakes(&mistakes);
        return EXIT_FAILURE;
    }
    if (!db_commit(db))
        return fail("import", db_failure_cause(db));
    tell_counts(kind, &counts, is_dry);
    return EXIT_SUCCESS;
}

static int import_run(const struct command_line *line)
{
    const struct transfer_kind *kind = line->rest_count == 2 ? transfer_kind_named(line->rest[0]) : NULL;
    const char *why = NULL;

    if (kind == NULL) {
        fail("import", "say `import citizens FILE --store S`; also companies, functions, zones");
        return EXIT_USAGE;
    }
    struct db *db = store_open(command_value(line, "--store"), &why);
    if (db == NULL)
        return fail("import", why);
    struct arena *arena = arena_new(ARENA_LIMIT);
    int status = import_in(db, arena, kind, line->rest[1], command_value(line, "--dry-run") != NULL);
    arena_free(arena);
    db_close(db);
    return status;
}

static int export_in(struct db *db, struct arena *arena, const struct transfer_kind *kind)
{
    struct text out = text_new(arena);

    db_begin(db, DB_READ, arena, actor_system, clock_now());
    export_file(db, kind, &out);
    if (!db_commit(db))
        return fail("export", db_failure_cause(db));
    if (fwrite(out.at, 1, out.length, stdout) != out.length || fflush(stdout) != 0)
        return fail("export", "the file could not be written");
    return EXIT_SUCCESS;
}

static int export_run(const struct command_line *line)
{
    const struct transfer_kind *kind = line->rest_count == 1 ? transfer_kind_named(line->rest[0]) : NULL;
    const char *why = NULL;

    if (kind == NULL) {
        fail("export", "say `export citizens --store S`; also companies, functions, zones");
        return EXIT_USAGE;
    }
    struct db *db = store_open(command_value(line, "--store"), &why);
    if (db == NULL)
        return fail("export", why);
    struct arena *arena = arena_new(ARENA_LIMIT);
    int status = export_in(db, arena, kind);
    arena_free(arena);
    db_close(db);
    return status;
}

static const struct command_option import_options[] = {
    { "--store", "STORE", "sqlite:FOLDER or postgresql://...?schema=NAME", true },
    { "--dry-run", NULL, "only say what would happen", false },
    { 0 },
};

const struct command import_command = {
    "import", "reads citizens or companies from a CSV file, all or nothing", "citizens FILE | companies FILE",
    import_options, import_run,
};

static const struct command_option export_options[] = {
    { "--store", "STORE", "sqlite:FOLDER or postgresql://...?schema=NAME", true },
    { 0 },
};

const struct command export_command = {
    "export", "writes citizens or companies as a CSV file", "citizens | companies", export_options, export_run,
};
