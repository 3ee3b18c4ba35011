/* SPDX-License-Identifier: MIT
 * chance.h: numbers that look random and are the same for the same seed (splitmix64). Each person has a
 * chance of their own, so that what befalls one does not move what befalls the others. */
#ifndef SIMULATE_CHANCE_H
#define SIMULATE_CHANCE_H

#include <stdbool.h>
#include <stdint.h>

struct chance {
    uint64_t state;
};

/* The chance number `number` of a seed. */
struct chance chance_new(uint64_t seed, uint64_t number);

/* A number from `least` to `most`, both inside. */
int chance_between(struct chance *chance, int least, int most);

/* True in `percent` of a hundred cases. */
bool chance_is(struct chance *chance, int percent);

#endif
