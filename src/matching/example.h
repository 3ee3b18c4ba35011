/* SPDX-License-Identifier: MIT
 * example.h: invented markets for the tests and the bench, the same for the same seed. */
#ifndef MATCHING_EXAMPLE_H
#define MATCHING_EXAMPLE_H

#include "matching/matching.h"

/* A generator of its own: xorshift; never 0. */
struct chance {
    uint64_t state;
};
struct chance chance_new(uint64_t seed);
int32_t chance_below(struct chance *chance, int32_t below);

/* A market of which everything can be written. */
struct example {
    int32_t citizens, places;
    int32_t *capacity;
    int64_t *start;
    struct market_pair *pairs;
};
struct market example_market(const struct example *example);

/* `pairs_each` random places for each citizen, scores 0 to score_max, capacities capacity_min to capacity_max. */
struct example_kind {
    int32_t citizens, places, pairs_each, score_max, capacity_min, capacity_max;
};
struct example example_random(struct arena *arena, struct chance *chance, struct example_kind kind);

/* Every citizen with every place. */
struct example example_dense(struct arena *arena, struct chance *chance, struct example_kind kind);

#endif
