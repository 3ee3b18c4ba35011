/* SPDX-License-Identifier: MIT
 * test_change.c: thousands of changes, each against a cold solve of the market as it is by then; the moves that are
 * told; alternatives against the lock that they stand for; why there is no place; and markets of which only some
 * pairs are held. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "matching/change.h"
#include "matching/example.h"
#include "matching/explain.h"

enum { ARENA_SIZE = 512 << 20, CITIZENS_MAX = 120, PLACES = 24, CHANGES = 2000, ALTERNATIVES = 5 };

static struct arena *arena, *kept;

static int make_arena(void **state)
{
    (void)state;
    arena = arena_new(ARENA_SIZE);
    kept = arena_new(ARENA_SIZE);
    return 0;
}

static int free_arena(void **state)
{
    (void)state;
    arena_free(arena);
    arena_free(kept);
    return 0;
}

/* --- What the market should be. --- */

/* A table of all, kept beside the matching. Locks are pairs that are alone. */
struct table {
    int32_t citizens;
    int32_t score[CITIZENS_MAX][PLACES];    /* -1: no pair. */
    int32_t seats[PLACES];
    int32_t locked_at[CITIZENS_MAX];
    bool is_gone[CITIZENS_MAX];
    bool is_forbidden[CITIZENS_MAX][PLACES];
};

static struct table table_make(struct chance *chance, int32_t citizens, int32_t score_max, int32_t seats_max)
{
    struct table t = { .citizens = citizens };

    for (int32_t i = 0; i < CITIZENS_MAX; i++) {
        t.locked_at[i] = MATCHING_NONE;
        for (int32_t j = 0; j < PLACES; j++)
            t.score[i][j] = chance_below(chance, 4) == 0 ? chance_below(chance, score_max + 1) : -1;
    }
    for (int32_t j = 0; j < PLACES; j++)
        t.seats[j] = chance_below(chance, seats_max + 1);
    return t;
}

static bool is_pair(const struct table *t, int32_t i, int32_t j)
{
    return !t->is_gone[i] && t->score[i][j] >= 0 && (t->locked_at[i] == MATCHING_NONE || t->locked_at[i] == j);
}

/* The market of a table. A lock must hold, so that the pair gets the number and score of all others together. */
static struct example example_of(const struct table *t)
{
    struct example e = { .citizens = t->citizens, .places = PLACES };
    int64_t at = 0;

    e.capacity = arena_array(arena, PLACES, sizeof *e.capacity);
    e.start = arena_array(arena, (size_t)t->citizens + 1, sizeof *e.start);
    e.pairs = arena_array(arena, (size_t)t->citizens * PLACES, sizeof *e.pairs);
    memcpy(e.capacity, t->seats, sizeof t->seats);
    for (int32_t i = 0; i < t->citizens; i++) {
        for (int32_t j = 0; j < PLACES; j++)
            if (t->locked_at[i] == MATCHING_NONE && is_pair(t, i, j))
                e.pairs[at++] = (struct market_pair){ j, t->score[i][j] };
        if (t->locked_at[i] != MATCHING_NONE)
            e.capacity[t->locked_at[i]]--;
        e.start[i + 1] = at;
    }
    return e;
}

/* All that is feasible, offered as the solver asks for it. */
static void table_scan(void *context, struct matching_scan *scan)
{
    const struct table *t = context;

    for (int32_t j = 0; j < PLACES; j++)
        if (t->score[scan->citizen][j] >= 0 && matching_wants(scan, j, t->score[scan->citizen][j]))
            matching_offer(scan, j, t->score[scan->citizen][j]);
}

static struct matching *table_solve(struct arena *in, const struct table *t, const struct matching_options *options)
{
    struct example e = example_of(t);
    struct market market = example_market(&e);
    struct matching *m = matching_new(in, &market, options);

    assert_true(matching_solve(m).is_certified);
    return m;
}

static void same_as_cold(const struct table *t, const struct matching *m, bool is_fair)
{
    struct matching_result cold = matching_result(table_solve(arena, t, &(struct matching_options){ .is_fair = is_fair }));
    struct matching_result warm = matching_result(m);

    for (int32_t i = 0; i < t->citizens; i++)
        if (t->locked_at[i] != MATCHING_NONE) {
            cold.matched++;
            cold.score += t->score[i][t->locked_at[i]];
        }
    assert_int_equal(warm.matched, cold.matched);
    assert_int_equal(warm.score, cold.score);
    assert_true(warm.is_certified);
    assert_false(warm.is_fallback);
}

/* --- Random changes. --- */

struct trial {
    struct table table;
    struct matching *m;
    struct chance chance;
    struct matching_change change;
    int32_t citizen, place;
};

static int32_t locked_seats(const struct table *t, int32_t place)
{
    int32_t count = 0;

    for (int32_t i = 0; i < t->citizens; i++)
        count += t->locked_at[i] == place;
    return count;
}

static bool try_lock(struct trial *t)
{
    bool may = !t->table.is_gone[t->citizen] && t->table.locked_at[t->citizen] == MATCHING_NONE
            && t->table.score[t->citizen][t->place] >= 0 && locked_seats(&t->table, t->place) < t->table.seats[t->place];

    t->change = change_lock(t->m, arena, t->citizen, t->place);
    if (may)
        t->table.locked_at[t->citizen] = t->place;
    return may;
}

static bool try_unlock(struct trial *t)
{
    bool may = t->table.locked_at[t->citizen] != MATCHING_NONE;

    t->change = change_unlock(t->m, arena, t->citizen);
    t->table.locked_at[t->citizen] = MATCHING_NONE;
    return may;
}

static bool try_forbid(struct trial *t)
{
    bool may = t->table.locked_at[t->citizen] != t->place;

    t->change = change_forbid(t->m, arena, t->citizen, t->place);
    if (may)
        t->table.score[t->citizen][t->place] = -1;
    return may;
}

static bool try_pair(struct trial *t)
{
    t->table.score[t->citizen][t->place] = chance_below(&t->chance, 30);
    t->change = change_pair(t->m, arena, t->citizen, t->place, t->table.score[t->citizen][t->place]);
    return true;
}

static bool try_add(struct trial *t)
{
    t->table.seats[t->place]++;
    t->change = change_add_seat(t->m, arena, t->place);
    return true;
}

static bool try_reserve(struct trial *t)
{
    bool may = t->table.seats[t->place] > locked_seats(&t->table, t->place);

    t->change = change_reserve_seat(t->m, arena, t->place);
    t->table.seats[t->place] -= may;
    return may;
}

static bool try_close(struct trial *t)
{
    t->table.seats[t->place] = locked_seats(&t->table, t->place);
    t->change = change_close_place(t->m, arena, t->place);
    return true;
}

static bool try_leave(struct trial *t)
{
    bool may = !t->table.is_gone[t->citizen];

    t->change = change_leave(t->m, arena, t->citizen);
    t->table.is_gone[t->citizen] = true;
    t->table.locked_at[t->citizen] = MATCHING_NONE;
    return may;
}

static bool try_return(struct trial *t)
{
    bool may = t->table.is_gone[t->citizen];

    t->change = change_return(t->m, arena, t->citizen);
    t->table.is_gone[t->citizen] = false;
    return may;
}

static bool try_arrive(struct trial *t)
{
    struct market_pair pairs[PLACES];
    size_t count = 0;
    bool may = t->table.citizens < CITIZENS_MAX;

    if (!may)
        return try_add(t);
    for (int32_t j = 0; j < PLACES; j++)
        if (t->table.score[t->table.citizens][j] >= 0)
            pairs[count++] = (struct market_pair){ j, t->table.score[t->table.citizens][j] };
    t->change = change_arrive(t->m, arena, pairs, count, 0);
    assert_int_equal(t->change.citizen, t->table.citizens++);
    return true;
}

static bool (*const kinds[])(struct trial *t) = {
    try_lock, try_unlock, try_forbid, try_pair, try_add, try_reserve, try_reserve, try_close, try_leave, try_return,
    try_return, try_arrive, try_add, try_pair,
};

/* Moves, made one by one from how it was, give how it is; in a chain each follows from the one before. */
static void moves_are_told(const struct trial *t, const int32_t *was, int32_t was_count)
{
    int32_t now[CITIZENS_MAX];

    for (int32_t i = 0; i < t->table.citizens; i++)
        now[i] = i < was_count ? was[i] : MATCHING_NONE;
    for (size_t k = 0; k < t->change.move_count; k++) {
        assert_int_equal(now[t->change.moves[k].citizen], t->change.moves[k].from);
        now[t->change.moves[k].citizen] = t->change.moves[k].to;
    }
    for (int32_t i = 0; i < t->table.citizens; i++)
        assert_int_equal(now[i], matching_place_of(t->m, i));
    if (t->change.citizen != MATCHING_NONE)
        for (size_t k = 0; k < t->change.move_count; k++)
            if (t->change.moves[k].citizen == t->change.citizen)
                assert_int_equal(k, 0);
}

static void change_once(struct trial *t)
{
    int32_t was[CITIZENS_MAX], was_count = t->table.citizens;
    struct matching_result before = matching_result(t->m), after;

    for (int32_t i = 0; i < was_count; i++)
        was[i] = matching_place_of(t->m, i);
    t->citizen = chance_below(&t->chance, t->table.citizens);
    t->place = chance_below(&t->chance, PLACES);
    bool may = kinds[chance_below(&t->chance, sizeof kinds / sizeof *kinds)](t);
    assert_int_equal(t->change.is_possible, may);
    after = matching_result(t->m);
    assert_int_equal(t->change.matched_change, after.matched - before.matched);
    assert_int_equal(t->change.score_change, after.score - before.score);
    assert_true(!may || t->change.is_certified);
    moves_are_told(t, was, was_count);
}

static void change_often(uint64_t seed, const struct matching_options *options, int changes)
{
    struct trial *t = arena_alloc(kept, sizeof *t);

    t->chance = chance_new(seed);
    t->table = table_make(&t->chance, 70, seed % 2 == 0 ? 4 : 30, 4);
    t->m = table_solve(kept, &t->table, options);
    for (int n = 0; n < changes; n++) {
        arena_reset(arena);
        change_once(t);
        same_as_cold(&t->table, t->m, options != NULL && options->is_fair);
    }
    arena_reset(kept);
}

static void changes_equal_a_cold_solve(void **state)
{
    (void)state;
    change_often(1, NULL, CHANGES);
    change_often(2, NULL, CHANGES);
}

static void fair_changes_equal_a_cold_solve(void **state)
{
    (void)state;
    change_often(3, &(struct matching_options){ .is_fair = true }, 300);
}

/* --- Alternatives. --- */

static void alternatives_are_what_a_lock_does(void **state)
{
    struct chance chance = chance_new(5);

    (void)state;
    for (int n = 0; n < 40; n++) {
        arena_reset(arena);
        arena_reset(kept);
        struct table table = table_make(&chance, 60, 100, 3);
        struct matching *m = table_solve(kept, &table, NULL);
        struct matching_result before = matching_result(m);
        int32_t citizen = chance_below(&chance, 60), was = matching_place_of(m, citizen);
        struct matching_alternative found[ALTERNATIVES];
        size_t count = explain_alternatives(m, arena, citizen, found, ALTERNATIVES);
        same_as_cold(&table, m, false);
        for (size_t k = 0; k < count; k++) {
            struct matching *other = table_solve(kept, &table, NULL);
            struct matching_change lock = change_lock(other, arena, citizen, found[k].place);
            assert_true(found[k].place != was && lock.is_possible && found[k].consequence.is_certified);
            assert_int_equal(found[k].consequence.matched_change, lock.matched_change);
            assert_int_equal(found[k].consequence.score_change, lock.score_change);
            assert_int_equal(found[k].score, table.score[citizen][found[k].place]);
            assert_int_equal(found[k].consequence.moves[0].citizen, citizen);
            assert_int_equal(found[k].consequence.moves[0].to, found[k].place);
            /* The bound: persons first. */
            int32_t persons = -lock.matched_change;
            assert_true(found[k].at_least.persons < persons
                        || (found[k].at_least.persons == persons && found[k].at_least.points <= -lock.score_change));
            assert_int_equal(matching_place_of(m, citizen), was);
        }
        assert_int_equal(matching_result(m).score, before.score);
    }
}

/* --- Why none. --- */

/* As many persons as are told have no places but those that are told, and too few seats; what would help helps. */
static void a_shortage_is_one(void **state)
{
    struct chance chance = chance_new(6);
    int shortages = 0, helps = 0;

    (void)state;
    for (int n = 0; n < 300; n++) {
        arena_reset(arena);
        struct table table = table_make(&chance, 60, 50, 5);
        for (int32_t i = 0; i < 60; i++) /* Many with few and the same places. */
            for (int32_t j = 0; i % 3 > 0 && j < PLACES; j++)
                table.score[i][j] = j % 6 == 0 ? table.score[i][j] : -1;
        struct matching *m = table_solve(arena, &table, NULL);
        struct matching_shortage s;
        int32_t citizen = 0;
        while (citizen < 59 && matching_place_of(m, citizen) != MATCHING_NONE)
            citizen++;
        if (!explain_shortage(m, arena, citizen, &s)) {
            assert_true(matching_place_of(m, citizen) != MATCHING_NONE);
            continue;
        }
        shortages++;
        assert_true(s.is_in[citizen] && (int64_t)s.citizen_count > s.seats);
        bool is_told[PLACES] = { false };
        for (size_t k = 0; k < s.place_count; k++)
            is_told[s.places[k]] = true;
        for (size_t k = 0; k < s.citizen_count; k++)
            for (int32_t j = 0; j < PLACES; j++)
                assert_true(table.score[s.citizens[k]][j] < 0 || is_told[j] || table.seats[j] == 0);
        int32_t other = chance_below(&chance, 60), place = chance_below(&chance, PLACES);
        if (table.score[other][place] >= 0 || !s.is_in[other])
            continue;
        bool is_help = shortage_helps(&s, other, place);
        helps += is_help;
        assert_int_equal(change_pair(m, arena, other, place, 0).matched_change, is_help);
    }
    assert_true(shortages > 10 && helps > 2);
}

/* --- Pricing. --- */

static void pricing_equals_the_whole_market(void **state)
{
    struct chance chance = chance_new(7);

    (void)state;
    for (int n = 0; n < 60; n++) {
        arena_reset(arena);
        struct table table = table_make(&chance, 100, n % 2 == 0 ? 6 : 1000, 6);
        struct matching_source source = { &table, table_scan };
        int32_t *waiting = arena_array(arena, CITIZENS_MAX, sizeof *waiting);
        for (int32_t i = 0; i < CITIZENS_MAX; i++)
            waiting[i] = chance_below(&chance, 50);
        const int32_t *used = n % 3 == 0 ? waiting : NULL;
        struct matching_result whole = matching_result(table_solve(arena, &table, &(struct matching_options){ .waiting = used }));
        struct example none = example_of(&table);
        memset(none.start, 0, ((size_t)none.citizens + 1) * sizeof *none.start);
        struct market market = example_market(&none);
        struct matching_options options = { .source = &source, .core = 1 + n % 3, .waiting = used };
        struct matching *m = matching_new(arena, &market, &options);
        struct matching_result core = matching_solve(m);
        assert_true(core.is_certified && core.rounds >= 1 && core.pairs <= whole.pairs);
        assert_int_equal(core.matched, whole.matched);
        assert_int_equal(core.score, whole.score);
    }
}

/* Two citizens whose two best places are the same one seat twice: a list of the best leaves one of three without. */
static void a_short_list_leaves_nobody_out(void **state)
{
    struct table table = { .citizens = 3 };
    struct matching_source source = { &table, table_scan };

    (void)state;
    arena_reset(arena);
    for (int32_t i = 0; i < 3; i++) {
        table.locked_at[i] = MATCHING_NONE;
        for (int32_t j = 0; j < PLACES; j++)
            table.score[i][j] = j < 2 ? 900 - j : j == 2 ? 100 : -1;
    }
    table.seats[0] = table.seats[1] = table.seats[2] = 1;
    struct example short_list = example_of(&table);
    int64_t at = 0;
    for (int32_t i = 0; i < 3; i++) {
        for (int32_t j = 0; j < 2; j++)
            short_list.pairs[at++] = (struct market_pair){ j, table.score[i][j] };
        short_list.start[i + 1] = at;
    }
    struct market market = example_market(&short_list);
    struct matching_result alone = matching_solve(matching_new(arena, &market, NULL));
    assert_int_equal(alone.matched, 2);
    struct matching_result priced = matching_solve(matching_new(arena, &market, &(struct matching_options){ .source = &source }));
    assert_int_equal(priced.matched, 3);
    assert_int_equal(priced.score, 900 + 899 + 100);
    assert_true(priced.is_certified && priced.rounds == 2);
}

static void changes_with_pricing(void **state)
{
    struct trial *t = arena_alloc(kept, sizeof *t);
    struct matching_source source = { &t->table, table_scan };
    struct matching_options options = { .source = &source, .core = 2 };

    (void)state;
    t->chance = chance_new(8);
    t->table = table_make(&t->chance, 70, 30, 4);
    struct example none = example_of(&t->table);
    memset(none.start, 0, ((size_t)none.citizens + 1) * sizeof *none.start);
    struct market market = example_market(&none);
    t->m = matching_new(kept, &market, &options);
    assert_true(matching_solve(t->m).is_certified);
    for (int n = 0; n < 300; n++) {
        static bool (*const some[])(struct trial *t) = { try_add, try_reserve, try_leave, try_return, try_close, try_forbid };
        arena_reset(arena);
        t->citizen = chance_below(&t->chance, t->table.citizens);
        t->place = chance_below(&t->chance, PLACES);
        some[chance_below(&t->chance, 6)](t);
        same_as_cold(&t->table, t->m, false);
        struct matching_alternative found[ALTERNATIVES];
        size_t count = explain_alternatives(t->m, arena, t->citizen, found, ALTERNATIVES);
        for (size_t k = 0; k < count; k++)
            assert_int_equal(found[k].score, t->table.score[t->citizen][found[k].place]);
        same_as_cold(&t->table, t->m, false);
    }
    arena_reset(kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_equal_a_cold_solve),
        cmocka_unit_test(fair_changes_equal_a_cold_solve),
        cmocka_unit_test(alternatives_are_what_a_lock_does),
        cmocka_unit_test(a_shortage_is_one),
        cmocka_unit_test(pricing_equals_the_whole_market),
        cmocka_unit_test(a_short_list_leaves_nobody_out),
        cmocka_unit_test(changes_with_pricing),
    };

    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
