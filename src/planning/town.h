/* SPDX-License-Identifier: MIT
 * town.h: the weeks of many people at once, who share the places of activities. Prices of the places give a bound that
 * no plan can exceed; taking a few people out and putting each back in the best way, again and again, gives a plan
 * close to it. The same input and seed give the same plan. Nothing here reads a clock: whoever wants an end in time
 * gives `may_go_on`, and whoever wants the same answer everywhere gives rounds. */
#ifndef PLANNING_TOWN_H
#define PLANNING_TOWN_H

#include "planning/planning.h"

/* People, and how many places each activity has for them. */
struct planning_town {
    const struct planning_person *people;
    int count;
    const int *places;    /* Of each activity. */
    int activity_count;
};

struct planning_effort {
    uint64_t seed;
    int price_rounds;   /* Times that everybody is planned anew to find prices; 0: 160. */
    int64_t rounds;     /* Times that a few people are taken out and put back; 0: 50 a person. */
    bool (*may_go_on)(void *with); /* Asked now and then; NULL: always. */
    void *with;
};

struct planning_town_plan {
    uint64_t *chosen;   /* Of each person. */
    int *used;          /* Places taken of each activity. */
    int64_t *prices;    /* What one more place of an activity is worth at most, in the unit of `worth`. */
    int64_t worth;      /* Sum over all people. */
    int64_t bound;      /* No plan of the town is worth more. */
    int64_t quarters;   /* That count. */
    int64_t rounds;     /* Done. */
};

/* Plans the town; everything in the arena. */
struct planning_town_plan planning_town_best(struct arena *arena, const struct planning_town *town, const struct planning_effort *effort);

/* How far the plan may be from the best at most, in hundredths of a percent of the bound. */
int64_t planning_gap(const struct planning_town_plan *plan);

/* Counts plainly whether all plans are plans and no activity has more people than places: what tests ask of every plan. */
bool planning_town_is_plan(const struct planning_town *town, const struct planning_town_plan *plan);

#endif
