/* SPDX-License-Identifier: MIT
 * explain.h: what a person should be told about a solved matching: what another place for her would cost whom, and
 * why there is none for her. Nothing here changes the matching. */
#ifndef MATCHING_EXPLAIN_H
#define MATCHING_EXPLAIN_H

#include "matching/change.h"

/* Another place for a citizen. */
struct matching_alternative {
    int32_t place, score;
    struct matching_worth at_least;     /* Proven: choosing it costs the whole at least this. */
    struct matching_change consequence; /* Exactly what it costs, and who moves where, she first. */
};

/* The alternatives that cost the whole least, cheapest bound first, at most `most`; each with its exact consequence
 * (a lock, tried and taken back). Her own place is not among them, nor one where every seat is locked. With a source,
 * pairs that are not held are looked at too. Returns how many were written to `into`. None for one who is locked. */
size_t explain_alternatives(struct matching *matching, struct arena *arena, int32_t citizen,
                            struct matching_alternative *into, size_t most);

/* Why there is no place for a citizen: `citizen_count` persons, she among them, have no other places than
 * `place_count` places with `seats` seats, fewer than they are. All seats are taken by them in every best
 * assignment. Without any pair of her own there is one person and no place. */
struct matching_shortage {
    const int32_t *citizens, *places;   /* In the arena, rising. */
    size_t citizen_count, place_count;
    int64_t seats;                      /* Locked ones not counted. */
    const bool *is_in;                  /* For each citizen: one of these persons. */
    const bool *is_relief;              /* For each place: a seat there is free, or would become so by others moving. */
};

/* False when she has a place or is away. */
bool explain_shortage(const struct matching *matching, struct arena *arena, int32_t citizen,
                      struct matching_shortage *into);

/* Would one more pair give one more person a place? True when one of the persons in the shortage may have a place of
 * relief. Ask it for pairs that fail a demand, to find the demand that, if relaxed for whom, would help. */
static inline bool shortage_helps(const struct matching_shortage *shortage, int32_t citizen, int32_t place)
{
    return shortage->is_in[citizen] && shortage->is_relief[place];
}

#endif
