/* SPDX-License-Identifier: MIT
 * trial.c: plays every journey inside a process of its own, with a trial for each of its requests.
 * Usage: trial NAME PROGRAM FILE...   Counts are in memory that the processes share. */
#include "trial.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/check.h"
#include "base/text.h"

enum { ROUTES_MAX = 1000, WHERE_SIZE = 300, SAID_MAX = 200 };

static struct tally {
    int64_t right, wrong;
    char where[WHERE_SIZE], folder[WHERE_SIZE];
    int routes[ROUTES_MAX];
} *tally;

static const struct trial *const trials[] = { &fault_trial, &walk_trial };
static const char *postgres;
static struct watch *watch;

void trial_is(bool is_right, const char *format, ...)
{
    va_list arguments;

    if (is_right) {
        tally->right++;
        return;
    }
    if (++tally->wrong > SAID_MAX)
        return;
    printf("# %s: ", tally->where);
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    printf("\n");
    fflush(stdout);
}

void trial_of(const struct asked *asked)
{
    snprintf(tally->folder, WHERE_SIZE, "%s", inside_server()->folder);
    snprintf(tally->where, WHERE_SIZE, "%s %s", asked->route->method == GET ? "GET" : "POST", asked->route->path);
}

struct place {
    const struct route *route;
    int number, found;
};

static void look(const struct route *route, void *context)
{
    struct place *place = context;

    place->number++;
    if (route == place->route)
        place->found = place->number;
}

int *trial_route_count(const struct route *route)
{
    struct place place = { .route = route };

    route_each(look, &place);
    check(place.found > 0 && place.found < ROUTES_MAX);
    return &tally->routes[place.found];
}

struct watch *trial_watch(void)
{
    if (watch == NULL)
        watch = watch_open(inside_server()->store);
    return watch;
}

/* In a process of its own, since a process has one store. */
static void play(const struct trial *trial, const char *program, const char *path, int number)
{
    fflush(stdout);
    snprintf(tally->where, WHERE_SIZE, "%s", path);
    pid_t pid = fork();
    if (pid == 0) {
        inside_set(trial->inspect, trial->answered);
        bool is_fine = journey_play(&inside, program, postgres, path, number);
        if (watch != NULL)
            watch_close(watch);
        fflush(stdout);
        _exit(is_fine ? EXIT_SUCCESS : EXIT_FAILURE);
    }
    int status = 0;
    check(pid > 0 && waitpid(pid, &status, 0) == pid);
    if (WIFSIGNALED(status))
        trial_is(false, "the program died by signal %d in %s; the log is in %s", WTERMSIG(status), path, tally->folder);
    else
        trial_is(status == 0, "%s did not get to its end", path);
}

static const struct trial *trial_find(const char *name)
{
    for (size_t i = 0; i < sizeof trials / sizeof *trials; i++)
        if (text_is(trials[i]->name, name))
            return trials[i];
    return NULL;
}

int main(int count, char **arguments)
{
    const char *stores[] = { NULL, getenv("FODFAESTE_TEST_PG") };
    const struct trial *trial = count < 4 ? NULL : trial_find(arguments[1]);
    int number = 0;

    if (trial == NULL) {
        fprintf(stderr, "usage: trial NAME PROGRAM FILE...\n");
        return 2;
    }
    tally = mmap(NULL, sizeof *tally, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    check(tally != MAP_FAILED);
    for (int s = 0; s < 2; s++) {
        postgres = stores[s];
        if (s > 0 && (postgres == NULL || postgres[0] == 0 || !trial->is_for_postgres))
            continue;
        memset(tally->routes, 0, sizeof tally->routes); /* What is often is so on each. */
        for (int i = 3; i < count; i++)
            play(trial, arguments[2], arguments[i], ++number);
    }
    snprintf(tally->where, WHERE_SIZE, "all routes");
    if (trial->finish != NULL)
        trial->finish();
    printf("%lld %s of %d journeys tried\n", (long long)tally->right, trial->unit, number);
    printf("%lld passed, %lld failed\n", (long long)tally->right, (long long)tally->wrong);
    return tally->wrong == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
