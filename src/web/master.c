/* SPDX-License-Identifier: MIT
 * master.c: a table of children and a loop over signals. */
#include "web/master.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/check.h"
#include "base/log.h"
#include "web/clock.h"
#include "web/keeper.h"
#include "web/listen.h"

enum {
    CHILDREN_MAX = 129,
    NAME_SIZE = 300,
    DELAY_FIRST = 100 * 1000, /* Microseconds before a crashed child's successor, doubled each time. */
    DELAY_MAX = 10 * 1000 * 1000,
    LIFE_GOOD = 10 * 1000 * 1000, /* A child that lived so long starts the doubling anew. */
    DRAIN_SECONDS_MAX = 15,
    EXIT_NO_STORE = 78, /* A child that cannot open the store will not do better the next time. */
};

struct child {
    pid_t pid;          /* 0: none running. */
    int64_t started_at; /* Microseconds. */
    int64_t start_at;   /* When to start the next, if none is running. */
    int64_t delay;
};

static struct child children[CHILDREN_MAX]; /* The first is the keeper. */
static int child_count;
static sigset_t handled;

static int worker_run(const struct serve_options *options, int listening)
{
    const char *why = "";

    if (!serve_start(options, &why)) {
        log_line(LOG_ERROR, "worker: %s", why);
        return EXIT_NO_STORE;
    }
    struct arena *arena = arena_new(SERVE_ARENA_MAX);
    struct http_server *server = http_new(listening, arena, serve);
    http_run(server);
    http_free(server);
    serve_end();
    arena_free(arena);
    return EXIT_SUCCESS;
}

/* What each child does first: its own signals, and an end when the master is gone. */
static void child_settle(pid_t master)
{
    sigset_t none;

    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != master)
        _exit(EXIT_SUCCESS);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGINT, SIG_IGN); /* A terminal sends it to all; the master passes it on as SIGTERM. */
    signal(SIGHUP, SIG_IGN);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static void child_start(int number, const struct master_options *options, int listening)
{
    struct child *child = &children[number];
    pid_t master = getpid();
    pid_t pid = fork();

    if (pid == 0) {
        child_settle(master);
        if (number == 0)
            close(listening);
        _exit(number == 0 ? keeper_run(options->serve.store) : worker_run(&options->serve, listening));
    }
    child->started_at = clock_microseconds();
    child->pid = pid < 0 ? 0 : pid;
    if (pid < 0) {
        log_line(LOG_ERROR, "fork: %s", strerror(errno));
        child->start_at = child->started_at + DELAY_MAX;
    }
}

static void child_ended(struct child *child, int status)
{
    int64_t now = clock_microseconds();

    if (WIFSIGNALED(status))
        log_line(LOG_ERROR, "child %ld was ended by signal %d", (long)child->pid, WTERMSIG(status));
    child->delay = now - child->started_at > LIFE_GOOD || child->delay == 0 ? DELAY_FIRST : child->delay * 2;
    if (child->delay > DELAY_MAX)
        child->delay = DELAY_MAX;
    /* The first successor comes at once: one crash costs one request. */
    child->start_at = child->delay == DELAY_FIRST ? now : now + child->delay;
    child->pid = 0;
}

/* False when a child found no store: then there is no point in going on. */
static bool reap(void)
{
    int status;
    pid_t pid;
    bool may_go_on = true;

    while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
        if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_NO_STORE)
            may_go_on = false;
        for (int i = 0; i < child_count; i++)
            if (children[i].pid == pid)
                child_ended(&children[i], status);
    }
    return may_go_on;
}

/* A rolling restart: the successor is started first, then the old one is asked to finish. It is no
 * longer in the table, so nobody takes its place a second time. */
static void replace_all(const struct master_options *options, int listening)
{
    log_line(LOG_INFO, "replacing %d children", child_count);
    for (int i = 0; i < child_count; i++) {
        pid_t old = children[i].pid;
        child_start(i, options, listening);
        if (old > 0)
            kill(old, SIGTERM);
    }
}

static void signal_all(int number)
{
    for (int i = 0; i < child_count; i++)
        if (children[i].pid > 0)
            kill(children[i].pid, number);
}

static bool is_any_running(void)
{
    for (int i = 0; i < child_count; i++)
        if (children[i].pid > 0)
            return true;
    return false;
}

static void drain(void)
{
    const struct timespec second = { .tv_sec = 1 };

    signal_all(SIGTERM);
    for (int seconds = 0; is_any_running() && seconds < DRAIN_SECONDS_MAX;) {
        if (sigtimedwait(&handled, NULL, &second) < 0)
            seconds++;
        reap();
    }
    signal_all(SIGKILL);
}

static void start_due(const struct master_options *options, int listening)
{
    for (int i = 0; i < child_count; i++)
        if (children[i].pid == 0 && clock_microseconds() >= children[i].start_at)
            child_start(i, options, listening);
}

static int supervise(const struct master_options *options, int listening)
{
    const struct timespec beat = { .tv_nsec = 100 * 1000 * 1000 };

    for (;;) {
        start_due(options, listening);
        int number = sigtimedwait(&handled, NULL, &beat);
        if (number == SIGTERM || number == SIGINT)
            break;
        if (number == SIGHUP)
            replace_all(options, listening);
        if (!reap()) {
            drain();
            return EXIT_FAILURE;
        }
    }
    drain();
    return EXIT_SUCCESS;
}

static int worker_count(const struct master_options *options)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    int count = options->worker_count > 0 ? options->worker_count : (int)cores + 1;

    return count < CHILDREN_MAX - 1 ? count : CHILDREN_MAX - 1;
}

int master_run(const struct master_options *options)
{
    char name[NAME_SIZE];
    const char *why = "";
    int listening = listen_open(options->listen, name, sizeof name, &why);

    if (listening < 0) {
        fprintf(stderr, "fodfaeste: %s: %s\n", options->listen, why);
        return EXIT_FAILURE;
    }
    sigemptyset(&handled);
    sigaddset(&handled, SIGTERM);
    sigaddset(&handled, SIGINT);
    sigaddset(&handled, SIGHUP);
    sigaddset(&handled, SIGCHLD);
    sigprocmask(SIG_BLOCK, &handled, NULL);
    printf("listening on %s\n", name);
    fflush(stdout);
    child_count = 1 + worker_count(options);
    int status = supervise(options, listening);
    close(listening);
    return status;
}
