/* SPDX-License-Identifier: MIT
 * test_matching.c: the solver against all that there is: every assignment of small markets tried, the same market
 * said in other ways, floors and waiting times, and a certificate at every solve. Changes are in test_change.c,
 * larger markets beside GLPK in test_market_file.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "matching/certificate.h"
#include "matching/example.h"
#include "matching/matching.h"

enum { ARENA_SIZE = 512 << 20, SMALL_MARKETS = 3000, STATES_MAX = 1 << 16 };

static struct arena *arena;

static int make_arena(void **state)
{
    (void)state;
    arena = arena_new(ARENA_SIZE);
    return 0;
}

static int free_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* --- Every assignment. --- */

/* The best over all assignments, by how many seats of each place are gone: number, score and waiting time in one
 * number. */
#define NUMBER_WORTH 1000000000000000LL
#define SCORE_WORTH 1000000LL

static int64_t best_of_all(const struct example *e, int32_t floor, const int32_t *waiting)
{
    int32_t states = 1;

    for (int32_t j = 0; j < e->places; j++)
        states *= e->capacity[j] + 1;
    assert_true(states <= STATES_MAX);
    int64_t *best = arena_array(arena, (size_t)states, sizeof *best);
    for (int32_t i = 0; i < e->citizens; i++)
        for (int32_t state = 0; state < states; state++)
            for (int64_t k = e->start[i]; k < e->start[i + 1]; k++) {
                int32_t unit = 1, place = e->pairs[k].place;
                for (int32_t j = 0; j < place; j++)
                    unit *= e->capacity[j] + 1;
                /* States count seats that are gone; larger ones do not have this citizen in them yet. */
                if (state / unit % (e->capacity[place] + 1) == e->capacity[place] || e->pairs[k].score < floor)
                    continue;
                int64_t worth = best[state + unit] + NUMBER_WORTH + e->pairs[k].score * SCORE_WORTH + (waiting == NULL ? 0 : waiting[i]);
                best[state] = worth > best[state] ? worth : best[state];
            }
    return best[0];
}

static struct example small_market(struct chance *chance)
{
    static const int32_t score_maxes[] = { 0, 1, 3, 20, 1000, MATCHING_SCORE_MAX };
    struct example_kind kind = { .citizens = chance_below(chance, 9), .places = 1 + chance_below(chance, 6) };

    kind.score_max = score_maxes[chance_below(chance, 6)];
    kind.capacity_max = 1 + chance_below(chance, 3);
    kind.pairs_each = chance_below(chance, kind.places + 1);
    struct example e = example_random(arena, chance, kind);
    /* Rows of different lengths, some empty: the end of each goes to nobody. */
    int64_t kept = 0;
    for (int32_t i = 0; i < e.citizens; i++) {
        int64_t begin = (int64_t)i * kind.pairs_each, count = kind.pairs_each - chance_below(chance, kind.pairs_each + 1) / 2;
        e.start[i] = kept;
        memmove(&e.pairs[kept], &e.pairs[begin], (size_t)count * sizeof *e.pairs);
        kept += count;
    }
    e.start[e.citizens] = kept;
    return e;
}

/* The assignment read by itself: nobody twice by its shape, no seat twice, only pairs there are. */
static int64_t worth_of_assignment(const struct example *e, const struct matching *m, const int32_t *waiting)
{
    int32_t *taken = arena_array(arena, (size_t)e->places, sizeof *taken);
    int64_t worth = 0;

    for (int32_t i = 0; i < e->citizens; i++) {
        int32_t place = matching_place_of(m, i);
        int64_t k = e->start[i];
        if (place == MATCHING_NONE)
            continue;
        while (k < e->start[i + 1] && e->pairs[k].place != place)
            k++;
        assert_true(k < e->start[i + 1]);
        assert_true(++taken[place] <= e->capacity[place]);
        worth += NUMBER_WORTH + e->pairs[k].score * SCORE_WORTH + (waiting == NULL ? 0 : waiting[i]);
    }
    return worth;
}

static struct matching *solved(const struct example *e, const struct matching_options *options)
{
    struct market market = example_market(e);
    struct matching *m = matching_new(arena, &market, options);
    struct matching_result result = matching_solve(m);

    assert_true(result.is_certified);
    assert_false(result.is_fallback);
    assert_int_equal(result.matched, result.matched_bound);
    assert_int_equal(result.score, result.score_bound);
    return m;
}

static int64_t worth_of_result(const struct matching *m)
{
    struct matching_result result = matching_result(m);

    return result.matched * NUMBER_WORTH + result.score * SCORE_WORTH;
}

static void equals_every_assignment(void **state)
{
    struct chance chance = chance_new(1);

    (void)state;
    for (int n = 0; n < SMALL_MARKETS; n++) {
        arena_reset(arena);
        struct example e = small_market(&chance);
        struct matching *m = solved(&e, NULL);
        assert_int_equal(worth_of_assignment(&e, m, NULL), best_of_all(&e, 0, NULL));
        assert_int_equal(worth_of_assignment(&e, m, NULL), worth_of_result(m));
    }
}

static void waiting_time_breaks_ties(void **state)
{
    struct chance chance = chance_new(2);

    (void)state;
    for (int n = 0; n < SMALL_MARKETS; n++) {
        arena_reset(arena);
        struct example e = small_market(&chance);
        int32_t *waiting = arena_array(arena, (size_t)e.citizens, sizeof *waiting);
        for (int32_t i = 0; i < e.citizens; i++)
            waiting[i] = chance_below(&chance, 2) == 0 ? chance_below(&chance, 4) : chance_below(&chance, MATCHING_WAITING_MAX + 1);
        struct matching *m = solved(&e, &(struct matching_options){ .waiting = waiting });
        assert_int_equal(worth_of_assignment(&e, m, waiting), best_of_all(&e, 0, waiting));
        assert_int_equal(worth_of_assignment(&e, m, NULL), worth_of_result(m));
    }
}

/* The highest floor that leaves as many with a place, and the best above it. */
static void fairness_raises_the_lowest(void **state)
{
    struct chance chance = chance_new(3);

    (void)state;
    for (int n = 0; n < SMALL_MARKETS; n++) {
        arena_reset(arena);
        struct example e = small_market(&chance);
        struct matching *m = solved(&e, &(struct matching_options){ .is_fair = true });
        int64_t number = best_of_all(&e, 0, NULL) / NUMBER_WORTH, expected = 0;
        int32_t lowest = 0;
        for (int64_t k = 0; k < e.start[e.citizens]; k++) {
            int64_t best = best_of_all(&e, e.pairs[k].score, NULL);
            if (best / NUMBER_WORTH == number && e.pairs[k].score >= lowest) {
                lowest = e.pairs[k].score;
                expected = best;
            }
        }
        assert_int_equal(worth_of_assignment(&e, m, NULL), number == 0 ? 0 : expected);
        if (number > 0)
            assert_int_equal(matching_result(m).lowest, lowest);
    }
}

/* --- The same, said otherwise. --- */

static struct example middle_market(struct chance *chance, int32_t score_max)
{
    struct example_kind kind = {
        .citizens = 60 + chance_below(chance, 200), .places = 40 + chance_below(chance, 60),
        .pairs_each = 2 + chance_below(chance, 30), .score_max = score_max, .capacity_max = 4,
    };

    return example_random(arena, chance, kind);
}

static void shuffle(struct chance *chance, int32_t *order, int32_t count)
{
    for (int32_t k = 0; k < count; k++)
        order[k] = k;
    for (int32_t k = count - 1; k > 0; k--) {
        int32_t other = chance_below(chance, k + 1), kept = order[k];
        order[k] = order[other];
        order[other] = kept;
    }
}

static struct example permuted(const struct example *e, struct chance *chance)
{
    struct example p = { .citizens = e->citizens, .places = e->places };
    int32_t *citizens = arena_array(arena, (size_t)e->citizens, sizeof *citizens);
    int32_t *places = arena_array(arena, (size_t)e->places, sizeof *places);
    int64_t at = 0;

    p.capacity = arena_array(arena, (size_t)e->places, sizeof *p.capacity);
    p.start = arena_array(arena, (size_t)e->citizens + 1, sizeof *p.start);
    p.pairs = arena_array(arena, (size_t)e->start[e->citizens], sizeof *p.pairs);
    shuffle(chance, citizens, e->citizens);
    shuffle(chance, places, e->places);
    for (int32_t j = 0; j < e->places; j++)
        p.capacity[places[j]] = e->capacity[j];
    for (int32_t i = 0; i < e->citizens; i++) {
        for (int64_t k = e->start[citizens[i]]; k < e->start[citizens[i] + 1]; k++)
            p.pairs[at++] = (struct market_pair){ places[e->pairs[k].place], e->pairs[k].score };
        p.start[i + 1] = at;
    }
    return p;
}

/* Each place with several seats as two: one seat, and the rest; a pair with both. */
static struct example split(const struct example *e)
{
    struct example s = { .citizens = e->citizens, .places = 2 * e->places };
    int64_t at = 0;

    s.capacity = arena_array(arena, (size_t)s.places, sizeof *s.capacity);
    s.start = arena_array(arena, (size_t)e->citizens + 1, sizeof *s.start);
    s.pairs = arena_array(arena, 2 * (size_t)e->start[e->citizens], sizeof *s.pairs);
    for (int32_t j = 0; j < e->places; j++) {
        s.capacity[2 * j] = e->capacity[j] > 0;
        s.capacity[2 * j + 1] = e->capacity[j] > 0 ? e->capacity[j] - 1 : 0;
    }
    for (int32_t i = 0; i < e->citizens; i++) {
        for (int64_t k = e->start[i]; k < e->start[i + 1]; k++)
            for (int32_t half = 0; half < 2; half++)
                s.pairs[at++] = (struct market_pair){ 2 * e->pairs[k].place + half, e->pairs[k].score };
        s.start[i + 1] = at;
    }
    return s;
}

static void the_same_market_has_the_same_best(void **state)
{
    static const int32_t score_maxes[] = { 1, 10, 10000, 900000 };
    struct chance chance = chance_new(4);

    (void)state;
    for (int n = 0; n < 120; n++) {
        arena_reset(arena);
        struct example e = middle_market(&chance, score_maxes[n % 4]);
        int64_t worth = worth_of_result(solved(&e, NULL));
        struct example other = permuted(&e, &chance);
        assert_int_equal(worth_of_result(solved(&other, NULL)), worth);
        other = split(&e);
        assert_int_equal(worth_of_result(solved(&other, NULL)), worth);
    }
}

/* Where everybody has a place, so much more for each pair of a citizen is so much more in all. */
static void a_constant_for_a_citizen_is_added_once(void **state)
{
    struct chance chance = chance_new(5);

    (void)state;
    for (int n = 0; n < 60; n++) {
        arena_reset(arena);
        struct example e = middle_market(&chance, n % 2 == 0 ? 12 : 10000);
        for (int32_t j = 0; j < e.places; j++)
            e.capacity[j] = 20;
        struct matching *m = solved(&e, NULL);
        int64_t worth = worth_of_result(m);
        assert_int_equal(matching_result(m).matched, e.citizens);
        for (int32_t i = 0; i < e.citizens; i++) {
            int32_t more = chance_below(&chance, 500);
            for (int64_t k = e.start[i]; k < e.start[i + 1]; k++)
                e.pairs[k].score += more;
            worth += more * SCORE_WORTH;
        }
        assert_int_equal(worth_of_result(solved(&e, NULL)), worth);
    }
}

/* A seat more is worth what its price says, or less when prices are not alone; one point on a pair changes the sum by
 * one at most. */
static void small_changes_are_worth_little(void **state)
{
    struct chance chance = chance_new(6);

    (void)state;
    for (int n = 0; n < 100; n++) {
        arena_reset(arena);
        struct example e = middle_market(&chance, 1000);
        struct matching *m = solved(&e, NULL);
        int64_t worth = worth_of_result(m);
        int32_t place = chance_below(&chance, e.places);
        struct matching_worth price = matching_price(m, place);
        e.capacity[place]++;
        int64_t gained = worth_of_result(solved(&e, NULL)) - worth;
        assert_true(gained >= 0 && gained <= price.persons * NUMBER_WORTH + price.points * SCORE_WORTH);
        worth += gained;
        int64_t pair = chance_below(&chance, (int32_t)e.start[e.citizens]);
        e.pairs[pair].score++;
        gained = worth_of_result(solved(&e, NULL)) - worth;
        assert_true(gained == 0 || gained == SCORE_WORTH);
    }
}

static void the_same_input_gives_the_same_assignment(void **state)
{
    struct chance chance = chance_new(7);

    (void)state;
    for (int n = 0; n < 20; n++) {
        arena_reset(arena);
        struct example e = middle_market(&chance, n % 2 == 0 ? 3 : 10000);
        struct matching *once = solved(&e, NULL), *again = solved(&e, NULL);
        for (int32_t i = 0; i < e.citizens; i++)
            assert_int_equal(matching_place_of(once, i), matching_place_of(again, i));
        matching_solve(once);
        assert_int_equal(worth_of_result(once), worth_of_result(again));
    }
}

static void dense_markets(void **state)
{
    struct chance chance = chance_new(8);

    (void)state;
    for (int n = 0; n < 24; n++) {
        arena_reset(arena);
        struct example_kind kind = { .citizens = 40 + 20 * (n % 3), .places = 60, .score_max = n % 4 == 0 ? 5 : 10000, .capacity_min = n % 2, .capacity_max = 1 + n % 2 };
        struct example e = example_dense(arena, &chance, kind);
        int64_t worth = worth_of_result(solved(&e, NULL));
        struct example other = permuted(&e, &chance);
        assert_int_equal(worth_of_result(solved(&other, NULL)), worth);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equals_every_assignment),
        cmocka_unit_test(waiting_time_breaks_ties),
        cmocka_unit_test(fairness_raises_the_lowest),
        cmocka_unit_test(the_same_market_has_the_same_best),
        cmocka_unit_test(a_constant_for_a_citizen_is_added_once),
        cmocka_unit_test(small_changes_are_worth_little),
        cmocka_unit_test(the_same_input_gives_the_same_assignment),
        cmocka_unit_test(dense_markets),
    };

    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
