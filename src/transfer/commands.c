/* SPDX-License-Identifier: MIT
 * commands.c: `fodfaeste import citizens|companies FILE --store S` and `fodfaeste export ...`. A school's attendance is in
 * school_command.c. */
#include "transfer/commands.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "transfer/import.h"
#include "transfer/private.h"
#include "transfer/school.h"
#include "web/clock.h"
#include "web/store.h"

enum { ARENA_LIMIT = 1 << 30, MISTAKES_SHOWN = 100 };

static const struct transfer_kind *const kinds[] = { &transfer_citizens, &transfer_companies, &transfer_functions, &transfer_zones };

const struct transfer_kind *transfer_kind_named(const char *command)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_is(kinds[i]->command, command))
            return kinds[i];
    return NULL;
}

int command_fail(const char *command, const char *why)
{
    fprintf(stderr, "fodfaeste %s: %s\n", command, why);
    return EXIT_FAILURE;
}

char *command_file(struct arena *arena, const char *path, size_t *length)
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

void command_tell_mistakes(struct mistakes *mistakes)
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
    char *bytes = command_file(arena, path, &length);

    if (bytes == NULL)
        return command_fail("import", "the file cannot be read");
    db_begin(db, is_dry ? DB_READ : DB_WRITE, arena, actor_system, clock_now());
    bool is_fine = import_file(db, kind, path, bytes, length, is_dry, stderr, &mistakes, &counts);
    if (!is_fine && db_failure(db) == DB_FINE) {
        db_rollback(db);
        command_tell_mistakes(&mistakes);
        return EXIT_FAILURE;
    }
    if (!db_commit(db))
        return command_fail("import", db_failure_cause(db));
    tell_counts(kind, &counts, is_dry);
    return EXIT_SUCCESS;
}

static int import_run(const struct command_line *line)
{
    if (line->rest_count == 2 && text_is(line->rest[0], transfer_school.command))
        return school_import(line, line->rest[1]);
    const struct transfer_kind *kind = line->rest_count == 2 ? transfer_kind_named(line->rest[0]) : NULL;
    const char *why = NULL;

    if (kind == NULL) {
        command_fail("import", "say `import citizens FILE --store S`; also companies, functions, zones, attendance");
        return COMMAND_ASKED_WRONGLY;
    }
    struct db *db = store_open(command_value(line, "--store"), &why);
    if (db == NULL)
        return command_fail("import", why);
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
        return command_fail("export", db_failure_cause(db));
    if (fwrite(out.at, 1, out.length, stdout) != out.length || fflush(stdout) != 0)
        return command_fail("export", "the file could not be written");
    return EXIT_SUCCESS;
}

static int export_run(const struct command_line *line)
{
    const struct transfer_kind *kind = line->rest_count == 1 ? transfer_kind_named(line->rest[0]) : NULL;
    const char *why = NULL;

    if (kind == NULL) {
        command_fail("export", "say `export citizens --store S`; also companies, functions, zones");
        return COMMAND_ASKED_WRONGLY;
    }
    struct db *db = store_open(command_value(line, "--store"), &why);
    if (db == NULL)
        return command_fail("export", why);
    struct arena *arena = arena_new(ARENA_LIMIT);
    int status = export_in(db, arena, kind);
    arena_free(arena);
    db_close(db);
    return status;
}

static const struct command_option import_options[] = {
    { "--store", "STORE", "sqlite:FOLDER or postgresql://...?schema=NAME", true },
    { "--dry-run", NULL, "only say what would happen", false },
    { "--school", "NAME", "attendance: whose file it is, as the groups have it", false },
    { "--from", "DAY", "attendance: the first day of the file", false },
    { "--to", "DAY", "attendance: its last day", false },
    { "--as", "LOGIN", "attendance: who answers for it, and whose groups it is about", false },
    { "--differences", "WHOSE", "attendance: school or ours, where the two differ; left out, a difference stops it", false },
    { "--write", NULL, "attendance: write it; without, it only says what would happen", false },
    { 0 },
};

const struct command import_command = {
    "import", "reads citizens, companies or a school's attendance from a CSV file, all or nothing",
    "citizens FILE | companies FILE | attendance FILE",
    import_options, import_run,
};

static const struct command_option export_options[] = {
    { "--store", "STORE", "sqlite:FOLDER or postgresql://...?schema=NAME", true },
    { 0 },
};

const struct command export_command = {
    "export", "writes citizens or companies as a CSV file", "citizens | companies", export_options, export_run,
};
