/* SPDX-License-Identifier: MIT
 * town.c: the plan of a town from beginning to end, and the plain count that tests ask of it. */
#include "planning/private.h"

#include "base/check.h"

enum { HUNDREDTHS_OF_PERCENT = 10000 };

struct planning_town_plan planning_town_best(struct arena *arena, const struct planning_town *town, const struct planning_effort *effort)
{
    struct town_work work = {
        .town = town,
        .effort = effort,
        .plan = {
            .chosen = arena_array(arena, (size_t)town->count + 1, sizeof(uint64_t)),
            .used = arena_array(arena, (size_t)town->activity_count + 1, sizeof(int)),
            .prices = arena_array(arena, (size_t)town->activity_count + 1, sizeof(int64_t)),
        },
        .state = effort->seed,
    };

    check(town->count >= 0 && town->activity_count >= 0);
    town_insert_all(&work, 0); /* A plan to measure the steps of the prices against. */
    town_price(arena, &work);
    town_improve(arena, &work);
    for (int i = 0; i < town->count; i++)
        work.plan.quarters += planning_worth(&town->people[i], work.plan.chosen[i]).quarters;
    return work.plan;
}

int64_t planning_gap(const struct planning_town_plan *plan)
{
    if (plan->bound <= 0)
        return 0;
    return ((plan->bound - plan->worth) * HUNDREDTHS_OF_PERCENT + plan->bound - 1) / plan->bound;
}

static uint64_t all_of(const struct planning_person *person)
{
    return person->count == PLANNING_BUNDLES_MAX ? UINT64_MAX : (UINT64_C(1) << person->count) - 1;
}

/* How many of a person's chosen bundles are of an activity. */
static int takes(const struct planning_person *person, uint64_t chosen, int activity)
{
    int count = 0;

    for (int i = 0; i < person->count; i++)
        count += (chosen >> i & 1) != 0 && person->bundles[i].activity == activity;
    return count;
}

bool planning_town_is_plan(const struct planning_town *town, const struct planning_town_plan *plan)
{
    int64_t worth = 0;

    for (int i = 0; i < town->count; i++) {
        const struct planning_person *person = &town->people[i];
        if (!planning_is_plan(person, all_of(person), plan->chosen[i]))
            return false;
        worth += planning_worth(person, plan->chosen[i]).worth;
    }
    for (int a = 0; a < town->activity_count; a++) {
        int used = 0;
        for (int i = 0; i < town->count; i++)
            used += takes(&town->people[i], plan->chosen[i], a);
        if (used != plan->used[a] || used > town->places[a])
            return false;
    }
    return worth == plan->worth && worth <= plan->bound;
}
