/* SPDX-License-Identifier: MIT
 * test_market_file.c: files of markets and assignments, right and wrong; the checker alone against assignments that
 * are best, almost best and none; and larger markets beside GLPK, which solves them as a minimum cost flow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "matching/example.h"
#include "matching/market_file.h"
#include "matching/witness.h"

enum { ARENA_SIZE = 512 << 20 };

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

/* --- Files. --- */

static void wrong_files_say_where(void **state)
{
    static const struct {
        const char *bytes;
        int64_t line;
        const char *why;
    } cases[] = {
        { "", 1, "the file is empty" },
        { "\n# nothing\n", 3, "the file is empty" },
        { "marked 1 1 0\n", 1, "the first line should be: market CITIZENS PLACES PAIRS" },
        { "market 1 1\n", 1, "the first line should be: market CITIZENS PLACES PAIRS" },
        { "market 1 1 0 0\n", 1, "too much stands in the line" },
        { "market 1 -1 0\n", 1, "here should be a whole number, 0 or more" },
        { "market 1 1x 0\n", 1, "here should be a whole number, 0 or more" },
        { "market 1 99999999999999999999 0\n", 1, "a number is too large" },
        { "market 99999999 1 0\n", 1, "at most 16777216 citizens and 16777216 places" },
        { "market 1 1 5\npair 0 0 1\n", 1, "5 pairs are promised, but the file is too short for them" },
        { "market 1 1 1\n\npair 1 0 1\n", 3, "there is no citizen 1: they are from 0 to 0" },
        { "market 1 1 1\npair 0 1 1\n", 2, "there is no place 1: they are from 0 to 0" },
        { "market 1 1 1\npair 0 0 1000001\n", 2, "a score is 0 to 1000000" },
        { "market 1 1 1\npair 0 0\n#   \n", 2, "the line should be: pair CITIZEN PLACE SCORE" },
        { "market 1 2 1\npair 0 0 1\npair 0 1 1\n", 3, "more pairs than the 1 that the first line promises" },
        { "market 1 2 2\npair 0 0 1\nplace 0 4444444\n", 4, "the file ends after 1 of the 2 pairs that its first line promises" },
        { "market 2 2 3\npair 1 1 5\npair 0 0 1\npair 1 1 6\n", 4, "citizen 1 has had place 1 before" },
        { "market 1 1 0\nplace 1 2\n", 2, "there is no place 1: they are from 0 to 0" },
        { "market 1 1 0\nplace 0\n", 2, "the line should be: place PLACE SEATS" },
        { "market 1 1 0\nplace 0 2\nplace 0 2\n", 3, "place 0 has had its line before" },
        { "market 1 1 0\nplace 0 2147483648\n", 2, "at most 2147483647 seats" },
        { "market 1 1 0\nplaces 0 2\n", 2, "a line begins with `place` or `pair`" },
    };

    (void)state;
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct market_mistake mistake;
        struct market market;
        arena_reset(arena);
        assert_false(market_read(arena, cases[k].bytes, strlen(cases[k].bytes), &market, &mistake));
        assert_string_equal(mistake.why, cases[k].why);
        assert_int_equal(mistake.line, cases[k].line);
    }
}

static void a_file_is_read_as_it_is_meant(void **state)
{
    static const char bytes[] = "# example\r\nmarket 2 3 3\r\n\tplace 2 4\npair 1 2 7 # late\npair 1 0 1000000\npair 0 1 0";
    struct market_mistake mistake;
    struct market market;

    (void)state;
    arena_reset(arena);
    assert_true(market_read(arena, bytes, strlen(bytes), &market, &mistake));
    assert_int_equal(market.citizens, 2);
    assert_int_equal(market.capacity[0] + market.capacity[1] * 10 + market.capacity[2] * 100, 411);
    assert_int_equal(market.start[1], 1);
    assert_int_equal(market.start[2], 3);
    assert_int_equal(market.pairs[1].place, 0);
    assert_int_equal(market.pairs[1].score, 1000000);
    assert_int_equal(market.pairs[2].place, 2);
}

static void wrong_assignments_say_where(void **state)
{
    static const struct {
        const char *bytes;
        int64_t line;
        const char *why;
    } cases[] = {
        { "match 0\n", 1, "the line should be: match CITIZEN PLACE" },
        { "match 0 0\npair 1 1\n", 2, "the line should be: match CITIZEN PLACE" },
        { "match 0 0\n\nmatch 0 1\n", 3, "citizen 0 has had a place before" },
        { "match 2 0\n", 1, "there is no citizen 2: they are from 0 to 1" },
        { "match 0 2\n", 1, "there is no place 2: they are from 0 to 1" },
        { "match 0 b\n", 1, "here should be a whole number, 0 or more" },
    };
    struct market market = { .citizens = 2, .places = 2 };

    (void)state;
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct market_mistake mistake;
        const int32_t *place_of;
        assert_false(assignment_read(arena, cases[k].bytes, strlen(cases[k].bytes), &market, &place_of, &mistake));
        assert_string_equal(mistake.why, cases[k].why);
        assert_int_equal(mistake.line, cases[k].line);
    }
}

/* --- The checker alone. --- */

static struct certificate_claim claim_of(const struct example *e, const int32_t *place_of, int64_t *price)
{
    struct market_row *rows = arena_array(arena, (size_t)e->citizens, sizeof *rows);

    for (int32_t i = 0; i < e->citizens; i++)
        rows[i] = (struct market_row){ e->pairs + e->start[i], (int32_t)(e->start[i + 1] - e->start[i]), 0 };
    return (struct certificate_claim){
        .citizens = e->citizens, .places = e->places, .rows = rows, .capacity = e->capacity, .place_of = place_of,
        .price = price,
    };
}

/* What the checker says of an assignment, with prices that it found by itself. */
static struct certificate checked(const struct example *e, const int32_t *place_of)
{
    int64_t *price = arena_array(arena, (size_t)e->places, sizeof *price);
    struct certificate_claim claim = claim_of(e, place_of, price);
    struct certificate certificate = { 0 };

    if (!certificate_check(&certificate, arena, &claim) && certificate.fault == CERTIFICATE_NOT_BEST) {
        bool is_found = witness_find(arena, &claim, price);
        assert_int_equal(certificate_check(&certificate, arena, &claim), is_found);
    }
    return certificate;
}

static int32_t *assignment_of(const struct example *e)
{
    struct market market = example_market(e);
    struct matching *m = matching_new(arena, &market, NULL);
    int32_t *place_of = arena_array(arena, (size_t)e->citizens, sizeof *place_of);

    assert_true(matching_solve(m).is_certified);
    for (int32_t i = 0; i < e->citizens; i++)
        place_of[i] = matching_place_of(m, i);
    return place_of;
}

/* Greedy: the best free seat of each row, in order. */
static int32_t *greedy_of(const struct example *e)
{
    int32_t *place_of = arena_array(arena, (size_t)e->citizens, sizeof *place_of);
    int32_t *taken = arena_array(arena, (size_t)e->places, sizeof *taken);

    for (int32_t i = 0; i < e->citizens; i++) {
        int32_t best = -1;
        place_of[i] = MATCHING_NONE;
        for (int64_t k = e->start[i]; k < e->start[i + 1]; k++)
            if (e->pairs[k].score > best && taken[e->pairs[k].place] < e->capacity[e->pairs[k].place]) {
                best = e->pairs[k].score;
                place_of[i] = e->pairs[k].place;
            }
        if (place_of[i] != MATCHING_NONE)
            taken[place_of[i]]++;
    }
    return place_of;
}

static void the_checker_agrees_only_with_the_best(void **state)
{
    struct chance chance = chance_new(11);
    int certified = 0;

    (void)state;
    for (int n = 0; n < 200; n++) {
        arena_reset(arena);
        struct example_kind kind = { 30 + chance_below(&chance, 60), 30, 1 + chance_below(&chance, 12), n % 3 == 0 ? 3 : 1000, 0, 3 };
        struct example e = example_random(arena, &chance, kind);
        int32_t *best = assignment_of(&e), *greedy = greedy_of(&e);
        struct certificate of_best = checked(&e, best), of_greedy = checked(&e, greedy);
        assert_int_equal(of_best.fault, CERTIFICATE_FINE);
        bool is_as_good = of_greedy.reached.persons == of_best.reached.persons && of_greedy.reached.points == of_best.reached.points;
        assert_int_equal(of_greedy.fault, is_as_good ? CERTIFICATE_FINE : CERTIFICATE_NOT_BEST);
        certified += is_as_good;
        /* A bound is one, however loose. */
        assert_true(of_greedy.bound.persons > of_best.reached.persons
                    || (of_greedy.bound.persons == of_best.reached.persons && of_greedy.bound.points >= of_best.reached.points));
    }
    assert_true(certified < 150);
}

static void the_checker_believes_nothing(void **state)
{
    struct chance chance = chance_new(12);
    struct example_kind kind = { 20, 10, 4, 100, 1, 2 };

    (void)state;
    arena_reset(arena);
    struct example e = example_random(arena, &chance, kind);
    int32_t *place_of = assignment_of(&e), citizen = 0;
    while (place_of[citizen] == MATCHING_NONE)
        citizen++;
    int32_t place = place_of[citizen];
    e.capacity[place]--;
    assert_int_equal(checked(&e, place_of).fault, CERTIFICATE_OVERFULL);
    e.capacity[place]++;
    place_of[citizen] = MATCHING_NONE;
    assert_int_equal(checked(&e, place_of).fault, CERTIFICATE_NOT_BEST);
    place_of[citizen] = e.places;
    assert_int_equal(checked(&e, place_of).fault, CERTIFICATE_NO_SUCH_PAIR);
    place_of[citizen] = 0;
    while (place_of[citizen] < e.places) {
        bool is_pair = false;
        for (int64_t k = e.start[citizen]; k < e.start[citizen + 1]; k++)
            is_pair |= e.pairs[k].place == place_of[citizen];
        if (!is_pair)
            break;
        place_of[citizen]++;
    }
    assert_int_equal(checked(&e, place_of).fault, CERTIFICATE_NO_SUCH_PAIR);
    int64_t *price = arena_array(arena, (size_t)e.places, sizeof *price);
    place_of[citizen] = MATCHING_NONE;
    struct certificate_claim claim = claim_of(&e, place_of, price);
    struct certificate certificate = { 0 };
    price[3] = -1;
    assert_false(certificate_check(&certificate, arena, &claim));
    assert_int_equal(certificate.fault, CERTIFICATE_PRICE);
}

/* --- GLPK. --- */

/* DIMACS: who has no place goes to a node of its own, for more than all scores together. */
static void write_dimacs(FILE *file, const struct example *e, int64_t highest, int64_t without)
{
    int32_t none = e->citizens + e->places + 1, sink = none + 1;

    fprintf(file, "p min %d %lld\n", sink, (long long)(e->start[e->citizens] + e->citizens + e->places + 1));
    for (int32_t i = 0; i < e->citizens; i++)
        fprintf(file, "n %d 1\n", i + 1);
    fprintf(file, "n %d -%d\n", sink, e->citizens);
    for (int32_t i = 0; i < e->citizens; i++) {
        for (int64_t k = e->start[i]; k < e->start[i + 1]; k++)
            fprintf(file, "a %d %d 0 1 %lld\n", i + 1, e->citizens + e->pairs[k].place + 1, (long long)(highest - e->pairs[k].score));
        fprintf(file, "a %d %d 0 1 %lld\n", i + 1, none, (long long)without);
    }
    for (int32_t j = 0; j < e->places; j++)
        fprintf(file, "a %d %d 0 %d 0\n", e->citizens + j + 1, sink, e->capacity[j]);
    fprintf(file, "a %d %d 0 %d 0\n", none, sink, e->citizens);
}

/* The least cost by glpsol; -1 when there is none. */
static int64_t glpk_cost(const char *dimacs, const char *answer)
{
    char command[400], line[200];
    double cost = -1;

    snprintf(command, sizeof command, "glpsol --mincost '%s' -w '%s' >'%s.log' 2>&1", dimacs, answer, answer);
    if (system(command) != 0)
        return -1;
    FILE *file = fopen(answer, "r");
    if (file == NULL)
        return -1;
    while (fgets(line, sizeof line, file) != NULL)
        if (sscanf(line, "s bas f f %lf", &cost) == 1 || sscanf(line, "s bas %*d %*d f f %lf", &cost) == 1)
            break;
    fclose(file);
    return (int64_t)(cost + 0.5);
}

static void glpk_finds_the_same(void **state)
{
    char folder[] = "/tmp/fodfaeste-glpk-XXXXXX", dimacs[100], answer[100], command[100];
    struct chance chance = chance_new(13);

    (void)state;
    if (system("command -v glpsol >/dev/null") != 0)
        fail_msg("no glpsol here: ./run setup installs glpk-utils");
    assert_non_null(mkdtemp(folder));
    snprintf(dimacs, sizeof dimacs, "%s/market", folder);
    snprintf(answer, sizeof answer, "%s/answer", folder);
    for (int n = 0; n < 12; n++) {
        arena_reset(arena);
        struct example_kind kind = { 25 * (n + 1), 10 + 20 * n, 2 + n % 8, n % 2 == 0 ? 5 : 10000, n % 2, 2 };
        struct example e = example_random(arena, &chance, kind);
        int64_t highest = kind.score_max, without = (highest + 1) * (e.citizens + 1);
        struct market market = example_market(&e);
        struct matching_result ours = matching_solve(matching_new(arena, &market, NULL));
        FILE *file = fopen(dimacs, "w");
        assert_non_null(file);
        write_dimacs(file, &e, highest, without);
        assert_int_equal(fclose(file), 0);
        assert_true(ours.is_certified);
        assert_int_equal(glpk_cost(dimacs, answer), (e.citizens - ours.matched) * without + highest * ours.matched - ours.score);
    }
    snprintf(command, sizeof command, "rm -r '%s'", folder);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_files_say_where),
        cmocka_unit_test(a_file_is_read_as_it_is_meant),
        cmocka_unit_test(wrong_assignments_say_where),
        cmocka_unit_test(the_checker_agrees_only_with_the_best),
        cmocka_unit_test(the_checker_believes_nothing),
        cmocka_unit_test(glpk_finds_the_same),
    };

    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
