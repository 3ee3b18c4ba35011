/* SPDX-License-Identifier: MIT
 * prices.c: the Lagrangian of the shared places. With a price on each place everybody can be planned alone; what they
 * gain net of prices, and the prices of all places, is never less than the best plan of the town. Prices go up where more ask
 * than there are places, and down where fewer do, by steps that shrink (Held, Wolfe and Crowder, 1974). */
#include <string.h>

#include "planning/private.h"

enum { ROUNDS = 160, STEP_FIRST = 200, PERCENT = 100, PATIENCE = 4, ONE_NODES = 20000 };

void town_prices_of(const struct town_work *work, int person, int percent, int64_t prices[PLANNING_BUNDLES_MAX])
{
    const struct planning_person *p = &work->town->people[person];

    for (int i = 0; i < p->count; i++)
        prices[i] = p->bundles[i].activity < 0 ? 0 : work->plan.prices[p->bundles[i].activity] * percent / PERCENT;
}

static uint64_t all_of(const struct planning_person *person)
{
    return person->count == PLANNING_BUNDLES_MAX ? UINT64_MAX : (UINT64_C(1) << person->count) - 1;
}

/* Everybody alone at these prices: the bound, and how many ask for each activity. `wishes` are the plans of the last
 * time, a good beginning when prices have moved little. */
static int64_t ask_everybody(struct town_work *work, uint64_t *wishes, int *asked)
{
    const struct planning_town *town = work->town;
    int64_t bound = 0, prices[PLANNING_BUNDLES_MAX];

    memset(asked, 0, (size_t)town->activity_count * sizeof *asked);
    for (int i = 0; i < town->count; i++) {
        const struct planning_person *person = &town->people[i];
        town_prices_of(work, i, PERCENT, prices);
        struct planning_plan plan = planning_best(person, &(struct planning_search){
            .allowed = all_of(person), .start = wishes[i], .prices = prices, .nodes_most = ONE_NODES });
        bound += plan.bound;
        wishes[i] = plan.chosen;
        for (uint64_t left = plan.chosen; left != 0; left &= left - 1) {
            int activity = person->bundles[__builtin_ctzll(left)].activity;
            if (activity >= 0)
                asked[activity]++;
        }
    }
    for (int a = 0; a < town->activity_count; a++)
        bound += work->plan.prices[a] * town->places[a];
    return bound;
}

/* What the step of all prices is worth: the gap to what a plan already has, over the squares of what is wrong. */
static int64_t step_of(const struct town_work *work, const int *asked, int64_t gap, int share)
{
    int64_t squares = 0;

    for (int a = 0; a < work->town->activity_count; a++) {
        int64_t over = asked[a] - work->town->places[a];
        if (over > 0 || work->plan.prices[a] > 0)
            squares += over * over;
    }
    return squares == 0 ? 0 : gap / PERCENT * share / squares;
}

static void prices_move(struct town_work *work, const int *asked, int64_t step)
{
    for (int a = 0; a < work->town->activity_count; a++) {
        int64_t price = work->plan.prices[a] + step * (asked[a] - work->town->places[a]);
        work->plan.prices[a] = price > 0 ? price : 0;
    }
}

void town_price(struct arena *arena, struct town_work *work)
{
    const struct planning_town *town = work->town;
    size_t size = (size_t)town->activity_count * sizeof *work->plan.prices;
    uint64_t *wishes = arena_array(arena, (size_t)town->count + 1, sizeof *wishes);
    int *asked = arena_array(arena, (size_t)town->activity_count + 1, sizeof *asked);
    int64_t *best = arena_array(arena, (size_t)town->activity_count + 1, sizeof *best);
    int rounds = work->effort->price_rounds > 0 ? work->effort->price_rounds : ROUNDS, share = STEP_FIRST, since = 0;

    work->plan.bound = INT64_MAX;
    for (int i = 0; i < rounds && (i == 0 || town_may_go_on(work)); i++) {
        int64_t bound = ask_everybody(work, wishes, asked);
        since++;
        if (bound < work->plan.bound) {
            work->plan.bound = bound;
            memcpy(best, work->plan.prices, size);
            since = 0;
        }
        if (since >= PATIENCE) {
            share = share > 1 ? share * 2 / 3 : 1;
            since = 0;
        }
        int64_t step = step_of(work, asked, bound - work->plan.worth, share);
        if (step == 0)
            break;
        prices_move(work, asked, step);
    }
    memcpy(work->plan.prices, best, size);
}
