/* SPDX-License-Identifier: MIT
 * private.h: what the parts of the town's plan share. For src/planning alone. */
#ifndef PLANNING_PRIVATE_H
#define PLANNING_PRIVATE_H

#include "planning/town.h"

/* Work on a town: the plan so far, and room to work in. */
struct town_work {
    const struct planning_town *town;
    const struct planning_effort *effort;
    struct planning_town_plan plan;
    uint64_t state; /* Of chance. */
};

/* The next number of chance below a limit. */
int town_chance(struct town_work *work, int below);
bool town_may_go_on(const struct town_work *work);

/* prices.c: prices of the places by which people, each for herself, ask for no more than there is; sets bound and prices. */
void town_price(struct arena *arena, struct town_work *work);

/* What bundles cost a person at `percent` of the prices. */
void town_prices_of(const struct town_work *work, int person, int percent, int64_t prices[PLANNING_BUNDLES_MAX]);

/* recreate.c: everybody in turn the best week that is left, weighing `percent` of the prices. */
void town_insert_all(struct town_work *work, int percent);

/* The same with the prices, then a few people out and back until the rounds are done; the best plan seen stays. */
void town_improve(struct arena *arena, struct town_work *work);

#endif
