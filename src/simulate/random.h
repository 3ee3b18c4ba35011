/* SPDX-License-Identifier: MIT
 * random.h: chance that can be repeated: the same seed gives the same municipality. */
#ifndef SIMULATE_RANDOM_H
#define SIMULATE_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

struct chance {
    uint64_t state;
};

/* A number from low to high, both included. */
int64_t chance_between(struct chance *chance, int64_t low, int64_t high);

/* True in `percent` of a hundred. */
bool chance_of(struct chance *chance, int percent);

/* One of `count` texts. */
const char *chance_pick(struct chance *chance, const char *const *texts, int count);

#endif
