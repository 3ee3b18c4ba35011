/* SPDX-License-Identifier: MIT
 * planning.h: the week as a puzzle: which activities together fill a person's hours best, when none may overlap and
 * there must be time to get from one to the next. Pure integers; it knows nothing of citizens, law or the store
 * (src/hours does), and decides nothing: it answers what fits. A whole municipality with shared places: town.h. */
#ifndef PLANNING_PLANNING_H
#define PLANNING_PLANNING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum {
    PLANNING_BUNDLES_MAX = 64,    /* A bit each. */
    PLANNING_KINDS_MAX = 16,
    PLANNING_WEEK_MINUTES = 7 * 24 * 60,
    PLANNING_QUARTER_WORTH = 10000, /* A quarter of an hour towards the hours weighs more than all values together ... */
    PLANNING_VALUE_MAX = 150,       /* ... since 64 * 150 is less. */
    PLANNING_HOME = 0,              /* The place where the day begins and ends. */
};

/* Minutes from Monday 0:00; `from` < `to`, both of one day. `place` is a row of the travel table. */
struct planning_session {
    int from, to, place;
};

/* Minutes from each place to each other; at[i * count + j]. The triangle inequality holds, so two neighbours that
 * can be reached from each other are enough. NULL `at`: everything is next door. */
struct planning_travel {
    const int *at;
    int count;
};

/* All or nothing: the sessions of one activity in a week (Danish on Monday, Wednesday and Friday). */
struct planning_bundle {
    int activity;  /* Whose places it takes (town.h), of which a person has one at most; -1: none, or without limit. */
    int kind;      /* 0 .. PLANNING_KINDS_MAX - 1: what is counted together under a cap. */
    int quarters;  /* Quarters of an hour that it counts, 0 or more. */
    int64_t value; /* 0 .. PLANNING_VALUE_MAX: what makes one plan better than another with the same hours. */
    const struct planning_session *sessions;
    int session_count;
};

/* What one person needs. */
struct planning_person {
    int target;                    /* Quarters wanted. */
    int slack;                     /* Quarters that may be planned beyond them. */
    int caps[PLANNING_KINDS_MAX];  /* Quarters of a kind that count at most; 0: no cap. */
    const struct planning_bundle *bundles;
    int count;                     /* At most PLANNING_BUNDLES_MAX. */
    const uint64_t *conflicts;     /* Of planning_conflicts. */
};

/* Whether the person can be there: from leaves home at the earliest, to must be home at the latest, minutes of the day
 * for Monday to Sunday; from == to: not that day. */
struct planning_window {
    int from[7], to[7];
};

/* Can both be gone to: no overlap, and time enough to get from the earlier to the later on the same day? */
bool planning_sessions_fit(const struct planning_session *a, const struct planning_session *b, struct planning_travel travel);

/* Does a bundle fit itself and the window, with the way from home and back? */
bool planning_bundle_fits(const struct planning_bundle *bundle, const struct planning_window *window, struct planning_travel travel);

/* For each bundle the bits of those that cannot be had with it (its own is not set). `count` masks in the arena. */
const uint64_t *planning_conflicts(struct arena *arena, const struct planning_bundle *bundles, int count, struct planning_travel travel);

/* What is better: quarters that count, each worth PLANNING_QUARTER_WORTH up to the target, then the values. */
struct planning_plan {
    uint64_t chosen;  /* A bit each bundle. */
    int quarters;     /* That count: each kind under its cap, at most the target. */
    int64_t worth;
    int64_t bound;    /* No plan is worth more; equal to `worth` when proven. */
    int64_t nodes;    /* Steps of the search. */
};

/* What a choice is worth, counted plainly: what tests and prices compare with. */
struct planning_plan planning_worth(const struct planning_person *person, uint64_t chosen);

/* Is it a plan: nothing outside `allowed`, no conflict, no more quarters than target and slack? */
bool planning_is_plan(const struct planning_person *person, uint64_t allowed, uint64_t chosen);

/* The best plan among the `allowed` bundles, exact (depth first branch and bound over cliques of conflicts) unless
 * the search would take more than `nodes_most` steps: then the best found, with a bound that still holds. `prices` are taken
 * from each bundle's value, NULL for none; `start` is a plan to begin with (0 is one). Deterministic. */
struct planning_search {
    uint64_t allowed, start;
    const int64_t *prices; /* Of the bundles; worth and bound of the answer are net of them. */
    int64_t nodes_most;    /* 0: PLANNING_NODES. */
};
enum { PLANNING_NODES = 200000 };
struct planning_plan planning_best(const struct planning_person *person, const struct planning_search *search);

#endif
