/* SPDX-License-Identifier: MIT
 * commands.c: `fodfaeste user add`, with which the first person gets in. */
#include "staff/commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "staff/password.h"
#include "staff/staff.h"
#include "web/clock.h"

enum { ARENA_LIMIT = 16 * 1024 * 1024, PASSWORD_LENGTH_MAX = 200 };

static const struct command_option options[] = {
    { "--store", "STORE", "the municipality's store", true },
    { "--login", "NAME", "what the person types to log in", true },
    { "--name", "TEXT", "the person's name", true },
    { "--role", "CODE", "a job function, e.g. caseworker, leader, administrator", true },
    { "--unit", "CODE", "the unit's code; made when there is none", true },
    { 0 },
};

/* The first line of standard input: a password on a command line would be seen by everybody. */
static bool read_password(char password[PASSWORD_LENGTH_MAX])
{
    fprintf(stderr, "password: ");
    if (fgets(password, PASSWORD_LENGTH_MAX, stdin) == NULL)
        return false;
    password[strcspn(password, "\r\n")] = 0;
    return true;
}

static const char *add(struct db *db, const struct command_line *line, const char *password)
{
    const char *login = command_value(line, "--login"), *unit_code = command_value(line, "--unit");
    const char *weak = password_too_weak(password, login);
    struct staff_secret known;

    if (weak != NULL)
        return weak;
    staff_found(db);
    if (role_by_code(db, command_value(line, "--role")).n == 0)
        return "there is no such role";
    if (staff_for_login(db, login, &known))
        return "somebody has that log-in already";

    struct unit_id unit = unit_by_code(db, unit_code);
    if (unit.n == 0)
        unit = unit_insert(db, unit_code, unit_code, "");
    staff_add(db, &(struct staff_insert_in){ login, command_value(line, "--name"), "", "", "", unit }, password,
              command_value(line, "--role"));
    return NULL;
}

static int user_run(const struct command_line *line)
{
    char password[PASSWORD_LENGTH_MAX];
    const char *why = NULL;

    if (line->rest_count != 1 || !text_is(line->rest[0], "add")) {
        fprintf(stderr, "fodfaeste user: say `fodfaeste user add ...`\n");
        return 2;
    }
    struct db *db = db_open(command_value(line, "--store"), &why);
    if (db == NULL || !read_password(password)) {
        fprintf(stderr, "fodfaeste user: %s\n", db == NULL ? why : "no password on standard input");
        db_close(db);
        return EXIT_FAILURE;
    }
    struct arena *arena = arena_new(ARENA_LIMIT);
    db_begin(db, DB_WRITE, arena, actor_system, clock_now());
    why = add(db, line, password);
    if (why != NULL)
        db_rollback(db);
    else if (!db_commit(db))
        why = "the store could not be written";
    if (why != NULL)
        fprintf(stderr, "fodfaeste user: %s\n", why);
    arena_free(arena);
    db_close(db);
    return why == NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}

const struct command user_command = {
    "user", "adds a person who may log in; the password is read from the input, one line", "add", options, user_run,
};
