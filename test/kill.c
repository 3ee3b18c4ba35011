/* SPDX-License-Identifier: MIT
 * kill.c: workers and the whole server are killed at any moment while people write and read. Afterwards: what was
 * acknowledged is there exactly once, row, event and access log together; what was sent twice was done once; and
 * `fodfaeste verify` finds nothing. Usage: kill PROGRAM [LIVES]   A life: workers are killed one by one, then all. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/check.h"
#include "base/text.h"
#include "client.h"
#include "db/db.h"
#include "html.h"
#include "server.h"
#include "watch.h"
#include "web/percent.h"

enum {
    WRITERS = 3,
    LIVES_SQLITE = 25,
    LIVES_POSTGRES = 12,
    ROUNDS = 3,
    CHILDREN_MAX = 16,
    PAUSE_MAX = 60 * 1000 * 1000, /* Nanoseconds between two kills. */
    READ_EVERY = 3,
    TWICE_EVERY = 4,
    ARENA_SIZE = 64 << 20,
};

/* What the writers and the killer share. */
static struct shared {
    volatile int port;
    volatile bool is_over;
    volatile int64_t noted[WRITERS], read[WRITERS], again[WRITERS], lost[WRITERS], strange[WRITERS];
} *shared;

static struct server server;
static int passed, failed;
static int64_t workers_killed, servers_killed;

static void expect(bool is_right, const char *what, int64_t got, int64_t wanted)
{
    passed += is_right;
    failed += !is_right;
    if (!is_right)
        printf("# %s: %lld, and not %lld; the log is in %s\n", what, (long long)got, (long long)wanted, server.folder);
}

static void expect_number(struct watch *watch, const char *what, const char *query, int64_t wanted)
{
    int64_t got = watch_number(watch, query);

    expect(got == wanted, what, got, wanted);
}

static void pause_for(long nanoseconds)
{
    const struct timespec time = { .tv_nsec = nanoseconds };

    nanosleep(&time, NULL);
}

/* --- somebody who writes --- */

/* Asks until there is an answer; a server that was just killed gives none. */
static struct client_answer ask(struct arena *arena, struct client *client, int number, const char *path, const char *form)
{
    for (;;) {
        struct client_answer answer = client_ask(arena, client, shared->port, path, form);
        if (answer.status != 0)
            return answer;
        shared->lost[number]++;
        pause_for(1000 * 1000);
    }
}

static const char *hidden(struct arena *arena, const char *body, const char *name)
{
    struct html_page page = html_read(arena, body);

    for (size_t i = 0; i < page.forms.count; i++)
        for (size_t f = 0; f < page.forms.at[i].fields.count; f++)
            if (text_is(page.forms.at[i].fields.at[f].name, name))
                return page.forms.at[i].fields.at[f].value;
    return "";
}

static const char *log_in(struct arena *arena, struct client *client, int number)
{
    const char *form = "brugernavn=mette&adgangskode=fodfaeste-demo&once=";

    ask(arena, client, number, "/log-ind", arena_format(arena, "%slog-ind-%d", form, number));
    return hidden(arena, ask(arena, client, number, "/borgere", NULL).body, "csrf");
}

/* One note, sent until it is acknowledged; some are sent once more. */
static void write_note(struct arena *arena, struct client *client, int number, int64_t citizen, const char *csrf)
{
    long long note = (long long)shared->noted[number];
    const char *path = arena_format(arena, "/borger/%lld/notat", (long long)citizen);
    const char *form = arena_format(arena, "csrf=%s&once=kill-%d-%lld&ord=kill-%d-%lld", csrf, number, note, number, note);
    int status = ask(arena, client, number, path, form).status;

    if (status != 303) { /* Nothing was stored, as the page said. It is sent again. */
        shared->strange[number] += status != 500 && status != 409;
        return;
    }
    if (note % TWICE_EVERY == 0 && ask(arena, client, number, path, form).status == 303)
        shared->again[number]++;
    shared->noted[number]++;
}

static _Noreturn void write_notes(int number, int64_t citizen, struct client client, const char *csrf)
{
    struct arena *arena = arena_new(ARENA_SIZE);
    char path[60];

    snprintf(path, sizeof path, "/borger/%lld", (long long)citizen);
    while (!shared->is_over) {
        arena_reset(arena);
        write_note(arena, &client, number, citizen, csrf);
        if (shared->noted[number] % READ_EVERY == 0 && ask(arena, &client, number, path, NULL).status == 200)
            shared->read[number]++;
    }
    _exit(EXIT_SUCCESS);
}

/* --- the killer --- */

/* The keeper and the workers, as the kernel lists them. */
static int children_of(pid_t master, pid_t children[CHILDREN_MAX])
{
    char path[100];
    int count = 0;
    long child;

    snprintf(path, sizeof path, "/proc/%ld/task/%ld/children", (long)master, (long)master);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return 0;
    while (count < CHILDREN_MAX && fscanf(file, "%ld", &child) == 1)
        children[count++] = (pid_t)child;
    fclose(file);
    return count;
}

/* The same moments in every run, as far as the machine lets them be. */
static long random_below(long most)
{
    static uint64_t state = 20260302;

    state = state * 6364136223846793005u + 1442695040888963407u;
    return (long)((state >> 33) % (uint64_t)most);
}

static void live(void)
{
    pid_t children[CHILDREN_MAX];

    check(server_start(&server, "2026-03-02T08:00"));
    shared->port = server.port;
    for (int round = 0; round < ROUNDS; round++) {
        pause_for(random_below(PAUSE_MAX));
        int count = children_of(server.pid, children);
        for (int i = 0; i < count; i++) {
            workers_killed += kill(children[i], SIGKILL) == 0;
            pause_for(random_below(PAUSE_MAX));
        }
    }
    pause_for(random_below(PAUSE_MAX));
    int count = children_of(server.pid, children);
    kill(server.pid, SIGKILL);
    for (int i = 0; i < count; i++)
        kill(children[i], SIGKILL);
    waitpid(server.pid, NULL, 0);
    servers_killed++;
}

/* What waits in the spool comes into the table, as the keeper would do it. */
static void take_in_access_log(void)
{
    const char *why = "";
    struct db *db = db_open(server.store, &why);

    check(db != NULL);
    while (db_access_ingest(db) > 0) {}
    db_close(db);
}

static int64_t sum(const volatile int64_t of[WRITERS])
{
    int64_t all = 0;

    for (int i = 0; i < WRITERS; i++)
        all += of[i];
    return all;
}

static void look_at_store(struct watch *watch, int64_t logged_before)
{
    int64_t notes = sum(shared->noted);

    expect(notes > 0, "notes written", notes, 1);
    expect(sum(shared->read) > 0, "pages read", sum(shared->read), 1);
    expect(sum(shared->strange) == 0, "answers that are none of ours", sum(shared->strange), 0);
    expect_number(watch, "notes", "SELECT count(*) FROM note WHERE words LIKE 'kill-%'", notes);
    expect_number(watch, "different notes", "SELECT count(DISTINCT words) FROM note WHERE words LIKE 'kill-%'", notes);
    expect_number(watch, "notes without an event, or events without a note",
                  "SELECT (SELECT count(*) FROM note) - (SELECT count(*) FROM journal WHERE kind = 'contact.made' AND code = 'note')", 0);
    expect_number(watch, "log of the writes", "SELECT count(*) FROM access_log WHERE statement LIKE '%note_insert%'",
                  logged_before + notes);
    int64_t reads = watch_number(watch, "SELECT count(*) FROM access_log WHERE citizen IS NOT NULL AND statement LIKE '%citizen_load%'"
                                        " AND statement NOT LIKE '%note_insert%'");
    expect(reads >= sum(shared->read), "log of the pages read", reads, sum(shared->read));
    expect(server_run(&server, (const char *const[]){ "verify", NULL }, ""), "verify", 0, 1);
}

/* All log in while the server is in peace. */
static void start_writers(pid_t writers[WRITERS], int64_t citizen)
{
    struct arena *arena = arena_new(ARENA_SIZE);

    check(server_start(&server, "2026-03-02T08:00"));
    shared->port = server.port;
    for (int i = 0; i < WRITERS; i++) {
        struct client client = { 0 };
        const char *csrf = log_in(arena, &client, i);
        writers[i] = fork();
        if (writers[i] == 0)
            write_notes(i, citizen, client, csrf);
    }
    check(server_stop(&server));
    arena_free(arena);
}

static void run(const char *program, const char *postgres, int number, int lives)
{
    const char *const simulate[] = { "simulate", "--citizens", "6", "--companies", "3", "--until", "2026-03-02T08:00", NULL };
    pid_t writers[WRITERS];

    memset(shared, 0, sizeof *shared);
    check(server_store(&server, program, postgres, number) && server_run(&server, simulate, ""));
    struct watch *watch = watch_open(server.store);
    int64_t citizen = watch_number(watch, "SELECT min(f.citizen) FROM staffing f JOIN staff s ON s.id = f.staff"
                                          " WHERE s.login = 'mette' AND f.to_at IS NULL");
    int64_t logged = watch_number(watch, "SELECT count(*) FROM access_log WHERE statement LIKE '%note_insert%'");
    expect(citizen > 0, "a citizen of Mette's", citizen, 1);
    start_writers(writers, citizen);
    for (int i = 0; i < lives; i++)
        live();
    check(server_start(&server, "2026-03-02T08:00"));
    shared->port = server.port;
    shared->is_over = true;
    for (int i = 0; i < WRITERS; i++)
        waitpid(writers[i], NULL, 0);
    expect(server_stop(&server), "the server's end", 0, 1);
    take_in_access_log();
    look_at_store(watch, logged);
    watch_close(watch);
    printf("# %s: %lld workers and %lld servers killed; %lld notes acknowledged, %lld of them sent twice, %lld pages read, "
           "%lld requests without an answer\n", postgres == NULL ? "sqlite" : "postgresql", (long long)workers_killed,
           (long long)servers_killed, (long long)sum(shared->noted), (long long)sum(shared->again),
           (long long)sum(shared->read), (long long)sum(shared->lost));
    fflush(stdout);
    if (failed == 0)
        server_forget(&server);
}

int main(int count, char **arguments)
{
    const char *postgres = getenv("FODFAESTE_TEST_PG");
    int64_t lives = 0;

    if (count < 2) {
        fprintf(stderr, "usage: kill PROGRAM [LIVES]\n");
        return 2;
    }
    if (count > 2)
        check(text_to_int(arguments[2], &lives) && lives > 0 && lives < 100000);
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    check(shared != MAP_FAILED);
    run(arguments[1], NULL, 1, lives > 0 ? (int)lives : LIVES_SQLITE);
    workers_killed = servers_killed = 0;
    if (postgres != NULL && postgres[0] != 0)
        run(arguments[1], postgres, 2, lives > 0 ? (int)lives : LIVES_POSTGRES);
    printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
