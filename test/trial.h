/* SPDX-License-Identifier: MIT
 * trial.h: what journeys are tried with while they are played: each request of a journey is an example, with
 * ids that exist and a form that is right, so nothing has to be listed by hand. trial.c plays and counts. */
#ifndef TEST_TRIAL_H
#define TEST_TRIAL_H

#include "inside.h"
#include "watch.h"

/* One trial: fault.c and walk.c. */
struct trial {
    const char *name;
    const char *unit; /* What is counted: "calls", "answers". */
    inside_inspect *inspect;
    inside_answered *answered;
    void (*finish)(void); /* After the last journey, or NULL. */
    bool is_for_postgres; /* Is played there, too. */
};

extern const struct trial fault_trial, walk_trial;

/* Counts something that was as it should be, or was not: then says what, for the request that is tried. */
void trial_is(bool is_right, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The request that is tried; it is named when the process dies. */
void trial_of(const struct asked *asked);

/* A counter for each route, over all journeys. */
int *trial_route_count(const struct route *route);

/* Over the store of the journey that is played. */
struct watch *trial_watch(void);

#endif
