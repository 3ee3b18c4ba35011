/* SPDX-License-Identifier: MIT
 * keeper.c: one table of tasks, one second's beat. */
#include "web/keeper.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <stdlib.h>
#include <time.h>

#include "base/log.h"
#include "web/clock.h"
#include "web/demo.h"
#include "web/session.h"
#include "web/store.h"

enum { KEEPER_ARENA_MAX = 256 << 20, TASKS_MAX = 32, EXIT_NO_STORE = 78, LONG_SECONDS = 10, BLOCK_OF_HEAP_MAX = 128 << 10 };

static volatile sig_atomic_t is_asked_to_end;

static void on_term(int number)
{
    (void)number;
    is_asked_to_end = 1;
}

/* A demo's clock that has been moved makes everything due at once. */
static bool is_clock_moved(instant now)
{
    static instant ahead;
    instant before = ahead;

    ahead = now - clock_now();
    return ahead - before > 1;
}

/* Work comes seldom and may take much: large blocks are the system's own again when they are freed, and not kept for
 * the next time, as the C library would after the first. */
static void give_back_memory(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, BLOCK_OF_HEAP_MAX);
    mallopt(M_TRIM_THRESHOLD, BLOCK_OF_HEAP_MAX);
#endif
}

/* What was freed in pieces between others. */
static void trim_memory(void)
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

static void beat(struct db *db, struct arena *arena, instant due_at[TASKS_MAX])
{
    instant real = clock_microseconds() / 1000000, now = demo_now(db, arena);
    bool is_moved = is_clock_moved(now), has_worked = false;

    for (int i = 0; i < TASKS_MAX && keeper_tasks[i].run != NULL; i++) {
        if (real < due_at[i] && !is_moved)
            continue;
        arena_reset(arena);
        keeper_tasks[i].run(db, arena, now);
        if (db_failure(db) != DB_FINE)
            log_line(LOG_ERROR, "keeper: %s failed, number %lld: %s", keeper_tasks[i].name,
                     (long long)db_failure_number(db), db_failure_cause(db));
        due_at[i] = real + keeper_tasks[i].every_seconds;
        has_worked |= keeper_tasks[i].every_seconds >= LONG_SECONDS;
    }
    if (has_worked)
        trim_memory();
}

int keeper_run(const char *store)
{
    struct sigaction action = { .sa_handler = on_term };
    const struct timespec second = { .tv_sec = 1 };
    instant due_at[TASKS_MAX] = { 0 };
    const char *why = "";
    struct db *db = store_open(store, &why);

    if (db == NULL) {
        log_line(LOG_ERROR, "keeper: %s", why);
        return EXIT_NO_STORE;
    }
    sigaction(SIGTERM, &action, NULL);
    give_back_memory();
    struct arena *arena = arena_new(KEEPER_ARENA_MAX);
    while (!is_asked_to_end) {
        beat(db, arena, due_at);
        nanosleep(&second, NULL); /* SIGTERM ends it early. */
    }
    arena_free(arena);
    db_close(db);
    return EXIT_SUCCESS;
}

/* Ingesting begins its own transaction; outside one there is nothing for `arena` and `now` to do. */
void keeper_access_log(struct db *db, struct arena *arena, instant now)
{
    (void)arena;
    (void)now;
    if (!db_access_sync(db) || db_access_ingest(db) < 0)
        log_line(LOG_ERROR, "keeper: the access log could not be taken in");
}

void keeper_checkpoint(struct db *db, struct arena *arena, instant now)
{
    (void)arena;
    (void)now;
    if (!db_checkpoint(db))
        log_line(LOG_WARNING, "keeper: no checkpoint this time");
}

void keeper_sweep_sessions(struct db *db, struct arena *arena, instant now)
{
    db_begin(db, DB_WRITE, arena, actor_system, now);
    session_sweep(db);
    db_commit(db);
}
