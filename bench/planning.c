/* SPDX-License-Identifier: MIT
 * planning.c: how fast weeks are planned: one person's best week by the number of offers, and a municipality that
 * shares places, with the proven gap. `build/bench/planning [PEOPLE [SECONDS]]`: 2,000 people and 13 seconds for
 * the search; the towns are invented (src/planning/sample.h), the same each time. */
#include <stdio.h>
#include <time.h>

#include "base/check.h"
#include "base/text.h"
#include "planning/sample.h"

enum { ARENA_MAX = 1 << 30, PEOPLE = 2000, OFFERS = 30, ACTIVITIES = 400, SECONDS = 13, ROUNDS_MOST = 100000000 };

static double cpu_seconds(void)
{
    struct timespec now;

    check(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now) == 0);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void measure_one(struct arena *arena, int bundles)
{
    struct sample sample = { 42 };
    struct planning_town town = sample_town(arena, &sample, (struct sample_size){ PEOPLE, ACTIVITIES, bundles, 100 });
    double sum = 0, worst = 0;
    int64_t nodes = 0, unproven = 0;

    for (int i = 0; i < town.count; i++) {
        double begun = cpu_seconds();
        struct planning_plan plan = planning_best(&town.people[i], &(struct planning_search){ .allowed = UINT64_MAX });
        double took = cpu_seconds() - begun;
        sum += took;
        worst = took > worst ? took : worst;
        nodes = plan.nodes > nodes ? plan.nodes : nodes;
        unproven += plan.bound > plan.worth;
    }
    printf("%8d offers %10.3f ms %10.3f ms %10lld steps %6lld not proven\n", bundles, sum / town.count * 1000, worst * 1000,
           (long long)nodes, (long long)unproven);
}

static bool before_end(void *with)
{
    return cpu_seconds() < *(const double *)with;
}

static void measure_town(struct arena *arena, int people, int seconds, int scarcity)
{
    struct sample sample = { 42 };
    struct planning_town town = sample_town(arena, &sample, (struct sample_size){ people, ACTIVITIES, OFFERS, scarcity });
    double begun = cpu_seconds(), end = begun + seconds;
    struct planning_town_plan plan = planning_town_best(arena, &town, &(struct planning_effort){
        .seed = 1, .rounds = ROUNDS_MOST, .may_go_on = before_end, .with = &end });
    int64_t target = 0;

    for (int i = 0; i < town.count; i++)
        target += town.people[i].target;
    check(planning_town_is_plan(&town, &plan));
    int64_t gap = planning_gap(&plan);
    printf("%8d people %3d %% places %8.2f s %10lld rounds %7.1f %% of the hours, at most %lld.%02lld %% from the best\n", people,
           scarcity, cpu_seconds() - begun, (long long)plan.rounds, 100.0 * (double)plan.quarters / (double)target,
           (long long)(gap / 100), (long long)(gap % 100));
}

int main(int count, char **arguments)
{
    struct arena *arena = arena_new(ARENA_MAX);
    int64_t people = PEOPLE, seconds = SECONDS;
    static const int offers[] = { 20, 30, 40, 50, 60 }, scarcities[] = { 40, 15, 6 };

    check((count < 2 || text_to_int(arguments[1], &people)) && (count < 3 || text_to_int(arguments[2], &seconds)));
    printf("\none person's best week: mean and worst of %d\n", PEOPLE);
    for (size_t i = 0; i < sizeof offers / sizeof *offers; i++, arena_reset(arena))
        measure_one(arena, offers[i]);
    printf("\na municipality, %d offers a person, %d activities that share places\n", OFFERS, ACTIVITIES);
    for (size_t i = 0; i < sizeof scarcities / sizeof *scarcities; i++, arena_reset(arena))
        measure_town(arena, (int)people, (int)seconds, scarcities[i]);
    arena_free(arena);
    return 0;
}
