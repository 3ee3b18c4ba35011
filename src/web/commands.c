/* SPDX-License-Identifier: MIT
 * commands.c: `fodfaeste serve`, `init` and `migrate`. */
#include "web/commands.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "db/db.h"
#include "web/clock.h"
#include "web/kept.h"
#include "web/master.h"
#include "web/route.h"

enum { WORKERS_MAX = 128, KEPT_MB_MAX = 1024, EXIT_USAGE = 2, STORE_MODE = 0700, FOUND_ARENA_MAX = 16 << 20 };

static const char sqlite_prefix[] = "sqlite:";
static const char store_help[] = "sqlite:FOLDER or postgresql://...?schema=NAME";

static const struct command_option serve_options[] = {
    { "--store", "STORE", store_help, true },
    { "--listen", "ADDRESS:PORT", "where to listen; port 0 is any free one; unix:PATH for a socket file", true },
    { "--workers", "N", "processes that answer (one more than the cores)", false },
    { "--now", "TIME", "start the clock at 2026-03-06T15:00 and let it run", false },
    { "--now-fixed", NULL, "let the clock of --now stand still", false },
    { "--demo", NULL, "the clock may be moved forward from the pages", false },
    { "--keep", "MB", "memory of each worker for pages to be answered again (8); 0 makes each anew", false },
    { "--check-kept", NULL, "for tests: make kept pages anew all the same, and fail when they differ", false },
    { "--tls-proxy", NULL, "browsers come through a proxy with TLS: secure cookies", false },
    { 0 },
};

static int fail(const char *about, const char *why)
{
    fprintf(stderr, "fodfaeste: %s: %s\n", about, why);
    return EXIT_FAILURE;
}

/* Sets the clock as the options say; false when they cannot be read. */
static bool clock_read(const struct command_line *line)
{
    const char *now = command_value(line, "--now");
    bool is_fixed = command_value(line, "--now-fixed") != NULL;
    instant at = INSTANT_NONE;

    if (command_value(line, "--demo") != NULL)
        clock_allow_moving();
    if (now == NULL)
        return !is_fixed;
    if (!instant_read(now, &at))
        return false;
    clock_start(is_fixed ? CLOCK_FIXED : CLOCK_FROM, at);
    return true;
}

/* Says what is wrong with the store, if anything; answers an exit status. */
static int try_store(const char *store)
{
    const char *why = "";
    struct db *db = db_open(store, &why);
    bool is_ready = db != NULL && db_schema_now(db) == db_schema_newest();

    if (db != NULL) {
        why = "the store has another schema than the program: run `fodfaeste migrate`";
        db_close(db);
    }
    return is_ready ? EXIT_SUCCESS : fail(store, why);
}

/* Before anything listens, so that a wrong store is one sentence and no log of many processes. In a process of its
 * own: the master opens no store. */
static bool is_store_ready(const char *store)
{
    int status = EXIT_FAILURE;
    pid_t child = fork();

    if (child == 0)
        _exit(try_store(store));
    return child > 0 && waitpid(child, &status, 0) == child && status == EXIT_SUCCESS;
}

static int serve_run(const struct command_line *line)
{
    const struct master_options options = {
        .serve = {
            .store = command_value(line, "--store"),
            .is_tls = command_value(line, "--tls-proxy") != NULL,
            .kept_bytes = (size_t)command_int(line, "--keep", 0, KEPT_MB_MAX, KEPT_BYTES_DEFAULT >> 20) << 20,
            .checks_kept = command_value(line, "--check-kept") != NULL,
        },
        .listen = command_value(line, "--listen"),
        .worker_count = (int)command_int(line, "--workers", 1, WORKERS_MAX, 0),
    };

    if (!clock_read(line)) {
        fail("--now", "not a time such as 2026-03-06T15:00");
        return EXIT_USAGE;
    }
    return is_store_ready(options.serve.store) ? master_run(&options) : EXIT_FAILURE;
}

const struct command serve_command = { "serve", "answers requests until it is asked to end", NULL, serve_options, serve_run };

static const struct command_option store_options[] = {
    { "--store", "STORE", store_help, true },
    { 0 },
};

/* To the newest schema; then `after`, when there is one. */
static int migrate(const char *store, bool (*after)(struct db *db))
{
    const char *why = "";
    struct db *db = db_open(store, &why);

    if (db == NULL)
        return fail(store, why);
    bool is_done = db_migrate(db, &why);
    if (is_done && after != NULL && !after(db)) {
        why = "what a new store begins with could not be written";
        is_done = false;
    }
    if (is_done)
        printf("%s has schema %d\n", db_engine_name(db), db_schema_now(db));
    db_close(db);
    return is_done ? EXIT_SUCCESS : fail(store, why);
}

static int migrate_run(const struct command_line *line)
{
    return migrate(command_value(line, "--store"), NULL);
}

const struct command migrate_command = {
    "migrate", "brings a store to the schema of this program", NULL, store_options, migrate_run,
};

/* What the features begin with, in one transaction. */
static bool found(struct db *db)
{
    struct arena *arena = arena_new(FOUND_ARENA_MAX);

    db_begin(db, DB_WRITE, arena, actor_system, clock_now());
    for (size_t i = 0; i < feature_count; i++)
        if (features[i]->found != NULL)
            features[i]->found(db);
    bool is_done = db_commit(db);
    arena_free(arena);
    return is_done;
}

/* A new store; one that is there already is only brought up to date. */
static int init_run(const struct command_line *line)
{
    const char *store = command_value(line, "--store");

    if (text_starts(store, sqlite_prefix) && mkdir(store + sizeof sqlite_prefix - 1, STORE_MODE) != 0
        && errno != EEXIST)
        return fail(store, strerror(errno));
    return migrate(store, found);
}

const struct command init_command = { "init", "makes a new store, or brings one up to date", NULL, store_options, init_run };
