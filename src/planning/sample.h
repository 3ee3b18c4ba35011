/* SPDX-License-Identifier: MIT
 * sample.h: invented people and offers for the tests and for the bench: the same seed, the same town. */
#ifndef PLANNING_SAMPLE_H
#define PLANNING_SAMPLE_H

#include "planning/town.h"

struct sample {
    uint64_t state;
};

int sample_below(struct sample *sample, int below);

/* A town of places along roads, and activities each with sessions of its own and few places (`scarcity` in percent of
 * those who could take part: 100 is enough for all). Each person has some of them, with alternatives. */
struct sample_size {
    int people, activities, bundles, scarcity;
};
struct planning_town sample_town(struct arena *arena, struct sample *sample, struct sample_size size);

#endif
