/* SPDX-License-Identifier: MIT
 * server.h: the real program, with a store of its own, on a free port of loopback. */
#ifndef TEST_SERVER_H
#define TEST_SERVER_H

#include <stdbool.h>
#include <sys/types.h>

enum { SERVER_STORE_SIZE = 400 };

struct server {
    const char *program;
    char folder[64];
    char store[SERVER_STORE_SIZE];
    bool checks_kept; /* Kept pages are made anew and compared: on PostgreSQL, so that journeys try both ways. */
    pid_t pid;        /* 0: not running. */
    int port;
};

/* Makes a store: in a new folder, or, when `postgres` is not NULL, in a new schema of that database. */
bool server_store(struct server *server, const char *program, const char *postgres, int number);

/* Runs `program words[0] --store S words[1] ...` (ends with NULL) with the line `typed` as its input, and
 * waits; true when it ended well. What it said is in the file `said` of the store's folder. */
bool server_run(const struct server *server, const char *const *words, const char *typed);

/* Starts serving from `now` ("2026-03-02T08:00"), with a clock that stands still but for the demo's
 * forward button; true when it listens. */
bool server_start(struct server *server, const char *now);

/* Ends it; true when it ended well. The store stays until server_forget. */
bool server_stop(struct server *server);
void server_forget(struct server *server);

#endif
