/* SPDX-License-Identifier: MIT
 * recreate.c: ruin and recreate. A few people around one activity give up their weeks, and each gets the best week that
 * the places left allow, weighing what the place is worth to others. Better is kept; a little worse is kept now and then in the
 * beginning, so that the search does not stay where it began. */
#include <string.h>

#include "planning/private.h"

enum {
    OUT_MOST = 8, OUT_LEAST = 2, PERCENT = 100, ROUNDS_A_PERSON = 50, ASK_EVERY = 16, TRIES = 24, WARM_QUARTERS = 2,
};

int town_chance(struct town_work *work, int below)
{
    uint64_t x = work->state += UINT64_C(0x9e3779b97f4a7c15);

    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (int)((x ^ (x >> 31)) % (uint64_t)below);
}

bool town_may_go_on(const struct town_work *work)
{
    return work->effort->may_go_on == NULL || work->effort->may_go_on(work->effort->with);
}

static void places_change(struct town_work *work, int person, uint64_t chosen, int by)
{
    for (; chosen != 0; chosen &= chosen - 1) {
        int activity = work->town->people[person].bundles[__builtin_ctzll(chosen)].activity;
        if (activity >= 0)
            work->plan.used[activity] += by;
    }
}

static uint64_t allowed_of(const struct town_work *work, int person)
{
    const struct planning_person *p = &work->town->people[person];
    uint64_t allowed = 0;

    for (int i = 0; i < p->count; i++) {
        int activity = p->bundles[i].activity;
        if (activity < 0 || work->plan.used[activity] < work->town->places[activity])
            allowed |= UINT64_C(1) << i;
    }
    return allowed;
}

static int64_t worth_of(const struct town_work *work, int person)
{
    return planning_worth(&work->town->people[person], work->plan.chosen[person]).worth;
}

static void person_out(struct town_work *work, int person)
{
    places_change(work, person, work->plan.chosen[person], -1);
    work->plan.chosen[person] = 0;
}

static void person_in(struct town_work *work, int person, int percent)
{
    int64_t prices[PLANNING_BUNDLES_MAX];

    town_prices_of(work, person, percent, prices);
    struct planning_plan plan = planning_best(&work->town->people[person], &(struct planning_search){
        .allowed = allowed_of(work, person), .prices = prices });
    work->plan.chosen[person] = plan.chosen;
    places_change(work, person, plan.chosen, 1);
}

/* Who could have an activity, as lists one after the other. */
struct offered {
    int *people, *begin; /* Of activity a: people[begin[a]] .. people[begin[a + 1] - 1]. */
};

/* Has the person met the activity of this bundle in one before it? */
static bool is_repeated(const struct planning_person *person, int bundle)
{
    for (int i = 0; i < bundle; i++)
        if (person->bundles[i].activity == person->bundles[bundle].activity)
            return true;
    return false;
}

static struct offered offered_of(struct arena *arena, const struct planning_town *town)
{
    int *begin = arena_array(arena, (size_t)town->activity_count + 2, sizeof *begin);

    for (int i = 0; i < town->count; i++)
        for (int b = 0; b < town->people[i].count; b++)
            if (town->people[i].bundles[b].activity >= 0 && !is_repeated(&town->people[i], b))
                begin[town->people[i].bundles[b].activity + 2]++;
    for (int a = 0; a < town->activity_count; a++)
        begin[a + 2] += begin[a + 1];
    struct offered offered = { arena_array(arena, (size_t)begin[town->activity_count + 1] + 1, sizeof(int)), begin };
    /* begin[a + 1] is where activity a begins until its people are written; then it is where a + 1 begins. */
    for (int i = 0; i < town->count; i++)
        for (int b = 0; b < town->people[i].count; b++)
            if (town->people[i].bundles[b].activity >= 0 && !is_repeated(&town->people[i], b))
                offered.people[begin[town->people[i].bundles[b].activity + 1]++] = i;
    return offered;
}

/* An activity where places are short, if chance finds one soon. */
static int activity_around(struct town_work *work, const struct offered *offered)
{
    int found = -1;

    for (int i = 0; i < TRIES; i++) {
        int a = town_chance(work, work->town->activity_count);
        if (offered->begin[a + 1] - offered->begin[a] < OUT_LEAST)
            continue;
        found = a;
        if (work->plan.prices[a] > 0)
            break;
    }
    return found;
}

static bool is_among(const int *people, int count, int person)
{
    for (int i = 0; i < count; i++)
        if (people[i] == person)
            return true;
    return false;
}

static int pick_people(struct town_work *work, const struct offered *offered, int activity, int people[OUT_MOST])
{
    int begin = offered->begin[activity], among = offered->begin[activity + 1] - begin;
    int wanted = OUT_LEAST + town_chance(work, OUT_MOST - OUT_LEAST + 1), count = 0;

    for (int i = 0; i < TRIES && count < wanted && count < among; i++) {
        int person = offered->people[begin + town_chance(work, among)];
        if (!is_among(people, count, person))
            people[count++] = person;
    }
    return count;
}

/* One round: a few out and back; undone unless it is better, or hardly worse and the search is still warm. */
static void round_of(struct town_work *work, const struct offered *offered, int64_t warm)
{
    static const int percents[] = { 0, 0, 50, 100 };
    int people[OUT_MOST], percent = percents[town_chance(work, 4)];
    uint64_t before[OUT_MOST];
    int64_t gained = 0;
    int activity = activity_around(work, offered);
    int count = activity < 0 ? 0 : pick_people(work, offered, activity, people);

    for (int i = 0; i < count; i++) {
        before[i] = work->plan.chosen[people[i]];
        gained -= worth_of(work, people[i]);
        person_out(work, people[i]);
    }
    for (int i = 0; i < count; i++) {
        person_in(work, people[i], percent);
        gained += worth_of(work, people[i]);
    }
    if (gained >= 0 || (warm > 0 && -gained <= town_chance(work, (int)warm))) {
        work->plan.worth += gained;
        return;
    }
    for (int i = 0; i < count; i++)
        person_out(work, people[i]);
    for (int i = 0; i < count; i++) {
        work->plan.chosen[people[i]] = before[i];
        places_change(work, people[i], before[i], 1);
    }
}

/* Remembers the best plan so far. */
struct kept {
    uint64_t *chosen;
    int64_t worth;
};

static void keep(struct kept *kept, const struct town_work *work)
{
    if (work->plan.worth <= kept->worth)
        return;
    memcpy(kept->chosen, work->plan.chosen, (size_t)work->town->count * sizeof *kept->chosen);
    kept->worth = work->plan.worth;
}

static void restore(struct town_work *work, const struct kept *kept)
{
    memset(work->plan.used, 0, (size_t)work->town->activity_count * sizeof *work->plan.used);
    memcpy(work->plan.chosen, kept->chosen, (size_t)work->town->count * sizeof *kept->chosen);
    for (int i = 0; i < work->town->count; i++)
        places_change(work, i, work->plan.chosen[i], 1);
    work->plan.worth = kept->worth;
}

void town_insert_all(struct town_work *work, int percent)
{
    for (int i = 0; i < work->town->count; i++)
        person_out(work, i);
    work->plan.worth = 0;
    for (int i = 0; i < work->town->count; i++) {
        person_in(work, i, percent);
        work->plan.worth += worth_of(work, i);
    }
}

void town_improve(struct arena *arena, struct town_work *work)
{
    const struct planning_town *town = work->town;
    struct kept kept = { arena_array(arena, (size_t)town->count + 1, sizeof *kept.chosen), INT64_MIN };
    int64_t rounds = work->effort->rounds > 0 ? work->effort->rounds : (int64_t)town->count * ROUNDS_A_PERSON;
    struct offered offered = offered_of(arena, town);

    keep(&kept, work);
    town_insert_all(work, PERCENT);
    keep(&kept, work);
    for (int64_t i = 0; i < rounds && town->activity_count > 0 && kept.worth < work->plan.bound; i++) {
        if (i % ASK_EVERY == 0 && !town_may_go_on(work))
            break;
        round_of(work, &offered, (int64_t)WARM_QUARTERS * PLANNING_QUARTER_WORTH * (rounds - i) / rounds);
        keep(&kept, work);
        work->plan.rounds = i + 1;
    }
    restore(work, &kept);
}
