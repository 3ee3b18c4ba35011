/* SPDX-License-Identifier: MIT
 * matching.c: how fast markets are solved, beside LEMON's network simplex on the same ones: dense and random ones,
 * municipalities and a country with towns, all feasible pairs of a country, and one change at a time. Processor time of
 * one core, the least of three runs or more; making the market is not in it. A market that takes LEMON longer than
 * ten seconds it solves once. It prints what it measured, with the goals, also those that are not met.
 * `build/bench/matching [FAMILY...]` measures only these; `--no-peer` leaves LEMON out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/check.h"
#include "base/text.h"
#include "country.h"
#include "lemon.h"
#include "matching/change.h"

enum { RUNS = 5, PEER_RUNS = 3, CHANGES = 2000, SEED = 20261208, CORE = 30,
    COUNTRY_TRAVEL = 77,    /* Kilometres; makes about 192 million pairs. */
};
#define ARENA_MAX ((size_t)16 << 30)
#define PEER_LONG 10000000000

struct family {
    const char *name;
    int32_t citizens, places, pairs_each;   /* 0 pairs: dense. */
    int32_t capacity_max, towns, travel_max;
    double goal, best_peer;                 /* Seconds; the peer as measured elsewhere, in the design. */
};

static const struct family families[] = {
    { "dense2k", 2000, 2000, 0, 1, 0, 0, 0.066, 0.066 },
    { "dense2k_cap", 2000, 1000, 0, 3, 0, 0, 0.10, 0.21 },
    { "geo2k", 2000, 1100, 50, 0, 12, 40, 0.010, 0.019 },
    { "uni20k", 20000, 20000, 50, 1, 0, 0, 0.095, 0.096 },
    { "geo20k", 20000, 11500, 50, 0, 100, 60, 0.095, 0.557 },
    { "uni100k", 100000, 100000, 30, 1, 0, 0, 0.62, 0.628 },
    { "geo100k", 100000, 58000, 30, 0, 400, 60, 0.9, 5.24 },
};
enum { FAMILY_COUNT = sizeof families / sizeof *families };

static int64_t clock_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static double seconds(int64_t nanoseconds)
{
    return (double)nanoseconds / 1e9;
}

static const char *verdict(double took, double goal)
{
    return took <= goal ? "met" : "NOT MET";
}

/* --- Markets. --- */

static struct country *country_of(struct arena *arena, const struct family *f)
{
    struct chance chance = chance_new(SEED);

    return country_make(arena, &chance, (struct country_size){
        .citizens = f->citizens, .places = f->places, .towns = f->towns, .seats_percent = 93, .travel_max = f->travel_max,
    });
}

static struct example market_of(struct arena *arena, const struct family *f)
{
    struct chance chance = chance_new(SEED);
    struct example_kind kind = { f->citizens, f->places, f->pairs_each, 10000, 1, f->capacity_max };

    if (f->towns > 0)
        return country_market(arena, country_of(arena, f), f->pairs_each);
    return f->pairs_each == 0 ? example_dense(arena, &chance, kind) : example_random(arena, &chance, kind);
}

/* --- Solving, and the peer. --- */

static int64_t phases_sum(const struct matching_result *result)
{
    int64_t sum = 0;

    for (int phase = MATCHING_PREPARE + 1; phase < MATCHING_PHASE_COUNT; phase++)
        sum += result->nanoseconds[phase];
    return sum;
}

/* The quickest of some runs, each from nothing. */
static struct matching_result solve_best(struct arena *arena, const struct market *market)
{
    struct matching_options options = { .clock = clock_now };
    struct matching_result best = { 0 };

    for (int run = 0; run < RUNS; run++) {
        arena_reset(arena);
        struct matching_result result = matching_solve(matching_new(arena, market, &options));
        check(result.is_certified && !result.is_fallback);
        if (run == 0 || phases_sum(&result) < phases_sum(&best))
            best = result;
    }
    return best;
}

static struct lemon_result lemon_best(const struct market *market)
{
    struct lemon_result best = lemon_solve(market);

    for (int run = 1; run < PEER_RUNS && best.is_there && best.nanoseconds < PEER_LONG; run++) {
        struct lemon_result again = lemon_solve(market);
        best = again.nanoseconds < best.nanoseconds ? again : best;
    }
    return best;
}

static void print_phases(const struct matching_result *result)
{
    printf("            ");
    for (int phase = 0; phase < MATCHING_PHASE_COUNT; phase++)
        printf(" %s %.4f", matching_phase_names[phase], seconds(result->nanoseconds[phase]));
    printf("\n");
}

static void measure(const struct family *f, bool is_peer)
{
    struct arena *arena = arena_new(ARENA_MAX), *market_arena = arena_new(ARENA_MAX);
    struct example example = market_of(market_arena, f);
    struct market market = example_market(&example);
    struct matching_result ours = solve_best(arena, &market);
    struct lemon_result peer = is_peer ? lemon_best(&market) : (struct lemon_result){ 0 };
    double took = seconds(phases_sum(&ours));

    printf("%-12s %7d x %6d %9lld pairs  matched %6d  %8.4f s", f->name, f->citizens, f->places, (long long)ours.pairs,
           ours.matched, took);
    if (peer.is_there) {
        check(peer.matched == ours.matched && peer.score == ours.score);
        printf("  LEMON %8.4f s = %6.1f times", seconds(peer.nanoseconds), seconds(peer.nanoseconds) / took);
    }
    printf("  goal %.3f (best peer known %.3f): %s\n", f->goal, f->best_peer, verdict(took, f->goal));
    print_phases(&ours);
    arena_free(arena);
    arena_free(market_arena);
}

/* --- All feasible pairs of a country. --- */

static int64_t memory_kb(void)
{
    struct rusage usage;

    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/* The source with a clock: what goes through all pairs and works scores out is not the solver's work. The clock costs
 * time itself, so it looks at every eighth citizen. */
enum { TIMED_EVERY = 8 };

struct timed_source {
    struct country *country;
    int64_t nanoseconds;
};

static void timed_scan(void *context, struct matching_scan *scan)
{
    struct timed_source *timed = context;
    bool is_timed = scan->citizen % TIMED_EVERY == 0;
    int64_t began = is_timed ? clock_now() : 0;

    country_scan(timed->country, scan);
    timed->nanoseconds += is_timed ? TIMED_EVERY * (clock_now() - began) : 0;
}

static void measure_country(void)
{
    struct family f = families[FAMILY_COUNT - 1];
    f.travel_max = COUNTRY_TRAVEL;
    struct arena *arena = arena_new(ARENA_MAX), *market_arena = arena_new(ARENA_MAX);
    struct country *country = country_of(market_arena, &f);
    struct example example = country_market(market_arena, country, 0);
    struct market market = example_market(&example);
    struct timed_source timed = { country, 0 };
    struct matching_source source = { &timed, timed_scan };
    struct matching_options options = { .clock = clock_now, .source = &source, .core = CORE };
    int64_t began = clock_now();
    struct matching_result result = matching_solve(matching_new(arena, &market, &options));
    double took = seconds(clock_now() - began), scans = seconds(timed.nanoseconds);

    check(result.is_certified);
    printf("country      %7d x %6d %9lld pairs  matched %6d  %8.4f s, of it %.4f s in %d scans of all pairs with scores; "
           "goal 5 without scores: %s  memory %lld MB, goal 200: %s\n",
           f.citizens, f.places, (long long)country_pairs(country), result.matched, took, scans, result.rounds + 1,
           verdict(took - scans, 5), (long long)memory_kb() / 1024, verdict((double)memory_kb() / 1024, 200));
    print_phases(&result);
    arena_free(arena);
    arena_free(market_arena);
}

/* --- One change. --- */

static struct matching_change some_change(struct matching *m, struct arena *arena, struct chance *chance, const struct family *f)
{
    int32_t citizen = chance_below(chance, f->citizens), place = chance_below(chance, f->places);
    int32_t has = matching_place_of(m, citizen);

    switch (chance_below(chance, 6)) {
    case 0: return change_leave(m, arena, citizen);
    case 1: return change_return(m, arena, citizen);
    case 2: return change_add_seat(m, arena, place);
    case 3: return change_reserve_seat(m, arena, place);
    case 4: return change_forbid(m, arena, citizen, has == MATCHING_NONE ? place : has);
    default: return change_lock(m, arena, citizen, has == MATCHING_NONE ? place : has);
    }
}

static int by_size(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

static void measure_changes(const struct family *f)
{
    struct arena *arena = arena_new(ARENA_MAX), *market_arena = arena_new(ARENA_MAX), *answer = arena_new(ARENA_MAX);
    struct example example = market_of(market_arena, f);
    struct market market = example_market(&example);
    struct matching *m = matching_new(arena, &market, NULL);
    struct chance chance = chance_new(SEED);
    static int64_t took[CHANGES];
    int64_t sum = 0;

    check(matching_solve(m).is_certified);
    for (int n = 0; n < CHANGES;) {
        arena_reset(answer);
        int64_t began = clock_now();
        struct matching_change change = some_change(m, answer, &chance, f);
        took[n] = clock_now() - began;
        check(!change.is_possible || change.is_certified);
        if (change.is_possible)
            sum += took[n++];
    }
    qsort(took, CHANGES, sizeof *took, by_size);
    double p99 = seconds(took[CHANGES * 99 / 100]) * 1e3;
    printf("%-12s one change, certified: mean %.3f ms, median %.3f, p99 %.3f, worst %.3f  goal p99 10 ms: %s\n", f->name,
           seconds(sum) * 1e3 / CHANGES, seconds(took[CHANGES / 2]) * 1e3, p99, seconds(took[CHANGES - 1]) * 1e3,
           verdict(p99, 10));
    arena_free(arena);
    arena_free(market_arena);
    arena_free(answer);
}

/* --- Which. --- */

static bool is_wanted(int count, char **arguments, const char *name)
{
    bool is_any = false;

    for (int k = 1; k < count; k++) {
        if (text_is(arguments[k], name))
            return true;
        is_any |= arguments[k][0] != '-';
    }
    return !is_any;
}

int main(int count, char **arguments)
{
    bool is_peer = true;

    setvbuf(stdout, NULL, _IOLBF, 0);
    for (int k = 1; k < count; k++)
        is_peer &= !text_is(arguments[k], "--no-peer");
    printf("matching, one core, processor time of the solve with its certificate, least of %d runs\n", RUNS);
    if (is_wanted(count, arguments, "country")) /* First, as memory is counted from the beginning. */
        measure_country();
    for (int k = 0; k < FAMILY_COUNT; k++)
        if (is_wanted(count, arguments, families[k].name))
            measure(&families[k], is_peer);
    for (int k = 0; k < FAMILY_COUNT; k++)
        if (is_wanted(count, arguments, families[k].name) && is_wanted(count, arguments, "changes"))
            measure_changes(&families[k]);
    return 0;
}
