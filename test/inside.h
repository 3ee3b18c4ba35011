/* SPDX-License-Identifier: MIT
 * inside.h: the program inside the test's own process, as a stage for play.h: requests go straight to serve()
 * and an inspector may try each in other ways before it is really made. One store a process. */
#ifndef TEST_INSIDE_H
#define TEST_INSIDE_H

#include "play.h"
#include "web/percent.h"
#include "web/route.h"

/* A request that is about to be made. */
struct asked {
    struct client *client;
    const char *path; /* With its query. */
    const char *form; /* NULL for a GET. */
    const struct route *route;
};

extern const struct stage inside;

/* Calls `inspect` before each request of a known route, and `answered` after it; either may be NULL. */
typedef void inside_inspect(struct arena *arena, const struct asked *asked);
typedef void inside_answered(struct arena *arena, const struct asked *asked, const struct client_answer *answer);
void inside_set(inside_inspect *inspect, inside_answered *answered);

/* The server of the journey that is played. */
const struct server *inside_server(void);

/* Makes a request. The answer lives until the next one; cookies are read, none is kept. */
struct client_answer inside_try(const char *cookies, const char *path, const char *form);

/* The cookies of a client as one header's value. */
const char *inside_cookies(struct arena *arena, const struct client *client);

#endif
