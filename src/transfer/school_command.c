/* SPDX-License-Identifier: MIT
 * school_command.c: `fodfaeste import attendance FILE`: what the page of a school's file does, for a file that comes every
 * week. It says what would happen unless it is told to write; then all of it is written or nothing. Nobody is named: a row
 * is told by its line and day. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "law/glossary.h"
#include "staff/staff.h"
#include "transfer/private.h"
#include "transfer/school.h"
#include "web/clock.h"
#include "web/store.h"

enum { READ_MAX = 1 << 30 };

/* What was asked for on the command line. */
struct school_wish {
    struct attendance_file_row file;
    const char *login;
    enum school_choice differences;
    bool is_written;
};

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash == NULL ? path : slash + 1;
}

static bool differences_read(const char *typed, enum school_choice *choice)
{
    *choice = typed == NULL              ? SCHOOL_CHOICE_NONE
              : text_is(typed, "school") ? SCHOOL_CHOICE_FILE
                                         : SCHOOL_CHOICE_HERE;
    return typed == NULL || text_is(typed, "school") || text_is(typed, "ours");
}

static bool wish_read(const struct command_line *line, const char *path, struct school_wish *wish)
{
    const char *from = command_value(line, "--from"), *to = command_value(line, "--to");

    *wish = (struct school_wish){ .login = command_value(line, "--as"), .is_written = command_value(line, "--write") != NULL &&
                                                                                      command_value(line, "--dry-run") == NULL };
    wish->file.name = base_name(path);
    wish->file.school = command_value(line, "--school");
    return wish->file.school != NULL && wish->login != NULL && from != NULL && to != NULL &&
           day_read(from, &wish->file.first_day) && day_read(to, &wish->file.last_day) &&
           wish->file.last_day >= wish->file.first_day &&
           differences_read(command_value(line, "--differences"), &wish->differences);
}

static enum school_choice same_for_all(const struct school_row *row, const void *about)
{
    (void)row;
    return *(const enum school_choice *)about;
}

static const char *mark_word(const char *mark)
{
    return *mark == 0 ? "-" : glossary_label((int)LANGUAGE_DA, "absence", mark);
}

/* How many of each, and the rows that a person has to look at. */
static void tell_rows(struct arena *arena, const struct school_rows *rows)
{
    static const char *const words[SCHOOL_MATCH_COUNT] = {
        [SCHOOL_SAME] = "ens", [SCHOOL_DIFFERENT] = "forskellige", [SCHOOL_DECIDED] = "forskellige, afgjort før",
        [SCHOOL_ONLY_FILE] = "kun i filen", [SCHOOL_ONLY_HERE] = "kun her", [SCHOOL_UNKNOWN] = "ikke på skolens hold",
        [SCHOOL_NOT_ON] = "ikke på holdet den dag, eller holdet mødes ikke",
    };

    for (int i = 0; i < SCHOOL_MATCH_COUNT; i++)
        printf("%s: %lld\n", words[i], (long long)rows->counts[i]);
    for (size_t i = 0; i < rows->count; i++) {
        const struct school_row *row = &rows->at[i];
        if (row->match == SCHOOL_DIFFERENT)
            printf("linje %d, %s: skolen har %s, her står %s\n", row->line, day_iso(arena, row->on), mark_word(row->file_mark),
                   mark_word(row->here_mark));
        else if (row->match == SCHOOL_UNKNOWN || row->match == SCHOOL_NOT_ON)
            printf("linje %d, %s: %s\n", row->line, day_iso(arena, row->on), words[row->match]);
    }
}

/* Writes all, or says what is in the way. */
static const char *write_rows(struct db *db, const struct school_wish *wish, const struct school_rows *rows, int64_t *written)
{
    if (rows->counts[SCHOOL_DIFFERENT] > 0 && wish->differences == SCHOOL_CHOICE_NONE)
        return "the two differ: say --differences school or --differences ours, or decide row by row on the page /fremmoedefil";
    struct school_result result = school_let_in(db, &wish->file, rows, same_for_all, &wish->differences);
    *written = result.written;
    return result.beyond > 0 ? "some rows are of citizens whose attendance this person may not write" : NULL;
}

/* The file held up against what is here. A mistake, or what write_rows says, leaves everything as it was. */
static int import_rows(struct db *db, struct arena *arena, const struct school_wish *wish)
{
    bool is_all = (db_actor(db).permissions & PERMISSION_BIT(MAY_CASE_ALL)) != 0;
    struct mistakes mistakes = mistakes_new(arena);
    struct school_rows rows;
    int64_t written = 0;

    if (!school_is_known(db, wish->file.school, is_all))
        return command_fail("import", "none of this person's groups has that school");
    if (!school_compare(db, &wish->file, is_all, &mistakes, &rows)) {
        if (db_failure(db) == DB_FINE)
            command_tell_mistakes(&mistakes);
        return EXIT_FAILURE;
    }
    tell_rows(arena, &rows);
    const char *why = wish->is_written ? write_rows(db, wish, &rows, &written) : NULL;
    if (why != NULL)
        return command_fail("import", why);
    if (db_failure(db) != DB_FINE)
        return command_fail("import", db_failure_cause(db));
    if (wish->is_written)
        printf("%lld dage er skrevet.\n", (long long)written);
    else
        printf("Prøve: intet er skrevet.\n");
    return EXIT_SUCCESS;
}

/* Acts as the person who answers for it, with her permissions. False when there is no such person, or she may not. */
static bool become(struct db *db, const char *login)
{
    struct staff_id staff = staff_named(db, login);
    struct actor actor = { ACTOR_STAFF, staff.n, staff_permission_set(db, staff) };

    if (staff.n == 0 || (actor.permissions & PERMISSION_BIT(MAY_GROUP_WRITE)) == 0)
        return false;
    db_set_actor(db, actor);
    return true;
}

static int import_in(struct db *db, struct arena *arena, struct school_wish *wish, const char *path)
{
    size_t length = 0;
    char *bytes = command_file(arena, path, &length);

    if (bytes == NULL)
        return command_fail("import", "the file cannot be read");
    wish->file.bytes = (struct bytes){ bytes, length };
    db_begin(db, wish->is_written ? DB_WRITE : DB_READ, arena, actor_system, clock_now());
    int status = become(db, wish->login) ? import_rows(db, arena, wish)
                                         : command_fail("import", "--as: nobody with that log-in may write attendance");
    if (status != EXIT_SUCCESS)
        db_rollback(db);
    else if (!db_commit(db))
        return command_fail("import", db_failure_cause(db));
    return status;
}

int school_import(const struct command_line *line, const char *path)
{
    struct school_wish wish;
    const char *why = NULL;

    if (!wish_read(line, path, &wish)) {
        command_fail("import", "say `import attendance FILE --store S --school NAME --from DAY --to DAY --as LOGIN`, "
                               "a day as 2026-12-14, perhaps --differences school or ours, and --write");
        return COMMAND_ASKED_WRONGLY;
    }
    struct db *db = store_open(command_value(line, "--store"), &why);
    if (db == NULL)
        return command_fail("import", why);
    struct arena *arena = arena_new(READ_MAX);
    int status = import_in(db, arena, &wish, path);
    arena_free(arena);
    db_close(db);
    return status;
}
