/* SPDX-License-Identifier: MIT
 * test_planning.c: the best week against all weeks counted one by one, and the town's plan against what GLPK proves. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "planning/sample.h"

enum { ARENA_MAX = 1 << 28, CASES = 400, BUNDLES_COUNTED = 16, TOWNS = 6 };

static struct arena *arena;

static int make_arena(void **state)
{
    (void)state;
    arena = arena_new(ARENA_MAX);
    return 0;
}

static int free_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct planning_person some_person(struct sample *sample, int bundles)
{
    struct sample_size size = { .people = 1, .activities = 4 + sample_below(sample, 20), .bundles = bundles, .scarcity = 100 };

    return sample_town(arena, sample, size).people[0];
}

static uint64_t all_of(const struct planning_person *person)
{
    return person->count == PLANNING_BUNDLES_MAX ? UINT64_MAX : (UINT64_C(1) << person->count) - 1;
}

/* Every choice there is, net of prices. */
static int64_t best_counted(const struct planning_person *person, uint64_t allowed, const int64_t *prices)
{
    int64_t best = 0;

    for (uint64_t chosen = 0; chosen <= all_of(person); chosen++) {
        if (!planning_is_plan(person, allowed, chosen))
            continue;
        int64_t worth = planning_worth(person, chosen).worth;
        for (int i = 0; i < person->count; i++)
            worth -= (chosen >> i & 1) != 0 ? prices[i] : 0;
        best = worth > best ? worth : best;
    }
    return best;
}

static void the_best_week_is_that_of_all_weeks_counted(void **state)
{
    (void)state;
    struct sample sample = { 20261208 };

    for (int i = 0; i < CASES; i++) {
        struct planning_person person = some_person(&sample, 1 + sample_below(&sample, BUNDLES_COUNTED));
        int64_t prices[PLANNING_BUNDLES_MAX];
        uint64_t allowed = all_of(&person) & ~(uint64_t)sample_below(&sample, 8);
        for (int b = 0; b < person.count; b++)
            prices[b] = sample_below(&sample, 3) == 0 ? sample_below(&sample, 40 * PLANNING_QUARTER_WORTH) : 0;
        struct planning_plan plan = planning_best(&person, &(struct planning_search){ .allowed = allowed, .prices = prices });
        assert_true(planning_is_plan(&person, allowed, plan.chosen));
        assert_int_equal(plan.worth, best_counted(&person, allowed, prices));
        assert_int_equal(plan.bound, plan.worth);
        arena_reset(arena);
    }
}

static void one_more_offer_or_a_higher_cap_never_makes_it_worse(void **state)
{
    (void)state;
    struct sample sample = { 77 };

    for (int i = 0; i < CASES / 4; i++) {
        struct planning_person person = some_person(&sample, 30);
        int64_t before = 0;
        for (int count = 0; count <= 30; count += 3) {
            struct planning_plan plan = planning_best(&person, &(struct planning_search){
                .allowed = count == 0 ? 0 : UINT64_MAX >> (64 - count) });
            assert_true(plan.worth >= before);
            before = plan.worth;
        }
        for (int k = 0; k < PLANNING_KINDS_MAX; k++)
            person.caps[k] = 0;
        assert_true(planning_best(&person, &(struct planning_search){ .allowed = all_of(&person) }).worth >= before);
        arena_reset(arena);
    }
}

static void a_search_cut_short_has_a_bound_that_holds(void **state)
{
    (void)state;
    struct sample sample = { 5 };

    for (int i = 0; i < CASES / 8; i++) {
        struct planning_person person = some_person(&sample, 60);
        struct planning_plan whole = planning_best(&person, &(struct planning_search){ .allowed = all_of(&person) });
        struct planning_plan cut = planning_best(&person, &(struct planning_search){ .allowed = all_of(&person), .nodes_most = 3 });
        assert_true(planning_is_plan(&person, all_of(&person), cut.chosen));
        assert_true(cut.worth <= whole.worth && cut.bound >= whole.worth);
        assert_int_equal(whole.bound, whole.worth);
        arena_reset(arena);
    }
}

static void there_must_be_time_to_get_there(void **state)
{
    (void)state;
    enum { TUESDAY = 24 * 60 };
    static const int minutes[] = { 0, 20, 45, 20, 0, 30, 45, 30, 0 };
    struct planning_travel travel = { minutes, 3 };
    struct planning_session danish = { TUESDAY + 8 * 60, TUESDAY + 12 * 60, 1 };
    struct planning_session work = { TUESDAY + 12 * 60 + 29, TUESDAY + 16 * 60, 2 };
    struct planning_window window = { .from = { 7 * 60, 7 * 60 + 40 }, .to = { 17 * 60, 16 * 60 + 45 } };
    struct planning_bundle bundles[] = { { 0, 0, 16, 0, &danish, 1 }, { 1, 0, 14, 0, &work, 1 } };

    assert_false(planning_sessions_fit(&danish, &work, travel));
    assert_int_equal(planning_conflicts(arena, bundles, 2, travel)[0], 2);
    work.from++;
    assert_true(planning_sessions_fit(&work, &danish, travel));
    assert_int_equal(planning_conflicts(arena, bundles, 2, travel)[0], 0);
    work.from += 24 * 60;
    work.to += 24 * 60;
    assert_true(planning_sessions_fit(&danish, &work, travel));
    work.from -= 24 * 60;
    work.to -= 24 * 60;

    /* Out of the house at 7.40 and home at 16.45, to the minute; not at all on a day without hours. */
    assert_true(planning_bundle_fits(&bundles[0], &window, travel));
    assert_true(planning_bundle_fits(&bundles[1], &window, travel));
    window.from[1]++;
    window.to[1]--;
    assert_false(planning_bundle_fits(&bundles[0], &window, travel));
    assert_false(planning_bundle_fits(&bundles[1], &window, travel));
    window.from[1] = window.to[1] = 0;
    assert_false(planning_bundle_fits(&bundles[0], &window, travel));
}

static void a_town_of_any_scarcity_has_a_plan_under_its_bound(void **state)
{
    (void)state;
    struct sample sample = { 31 };

    for (int i = 0; i < TOWNS * 4; i++) {
        struct sample_size size = { 1 + sample_below(&sample, 40), 3 + sample_below(&sample, 25), sample_below(&sample, 25),
                                    10 + sample_below(&sample, 90) };
        struct planning_town town = sample_town(arena, &sample, size);
        struct planning_effort effort = { .seed = 1, .rounds = 200 };
        struct planning_town_plan plan = planning_town_best(arena, &town, &effort);
        assert_true(planning_town_is_plan(&town, &plan));
        struct planning_town_plan again = planning_town_best(arena, &town, &effort);
        assert_int_equal(again.worth, plan.worth);
        assert_memory_equal(again.chosen, plan.chosen, (size_t)town.count * sizeof *plan.chosen);
        arena_reset(arena);
    }
}

static bool not_on(void *with)
{
    (void)with;
    return false;
}

static void stopped_at_once_there_is_still_a_plan(void **state)
{
    (void)state;
    struct sample sample = { 9 };
    struct planning_town town = sample_town(arena, &sample, (struct sample_size){ 30, 10, 12, 30 });
    struct planning_town_plan plan = planning_town_best(arena, &town, &(struct planning_effort){ .seed = 1, .may_go_on = not_on });

    assert_true(planning_town_is_plan(&town, &plan));
    assert_int_equal(plan.rounds, 0);
}

static void more_places_never_lower_what_is_proven(void **state)
{
    (void)state;
    struct sample sample = { 12 };
    struct planning_town town = sample_town(arena, &sample, (struct sample_size){ 12, 6, 14, 10 });
    int *places = arena_array(arena, 6, sizeof *places);
    int64_t before = 0;

    town.places = places;
    for (int i = 0; i < 12; i++) {
        struct planning_town_plan plan = planning_town_best(arena, &town, &(struct planning_effort){ .seed = 3, .rounds = 2000 });
        assert_true(planning_town_is_plan(&town, &plan));
        assert_true(plan.bound >= before); /* What was reached with fewer places can be reached with more. */
        before = plan.worth;
        for (int a = 0; a < 6; a++)
            places[a]++;
    }
    /* With a place for everybody each has the best week of her own. */
    struct planning_town_plan plan = planning_town_best(arena, &town, &(struct planning_effort){ .seed = 3 });
    int64_t alone = 0;
    for (int i = 0; i < town.count; i++)
        alone += planning_best(&town.people[i], &(struct planning_search){ .allowed = all_of(&town.people[i]) }).worth;
    assert_int_equal(plan.worth, alone);
    assert_int_equal(planning_gap(&plan), 0);
}

/* --- The same town as an integer programme for GLPK. --- */

static void write_person(FILE *file, const struct planning_person *person, int i)
{
    fprintf(file, " hours%d: t%d", i, i);
    for (int k = 0; k < PLANNING_KINDS_MAX; k++)
        fprintf(file, " - s%d_%d", i, k);
    fprintf(file, " <= 0\n room%d: 0 zero", i);
    for (int b = 0; b < person->count; b++)
        fprintf(file, " + %d x%d_%d", person->bundles[b].quarters, i, b);
    fprintf(file, " <= %d\n", person->target + person->slack);
    for (int k = 0; k < PLANNING_KINDS_MAX; k++) {
        fprintf(file, " kind%d_%d: s%d_%d", i, k, i, k);
        for (int b = 0; b < person->count; b++)
            if (person->bundles[b].kind == k)
                fprintf(file, " - %d x%d_%d", person->bundles[b].quarters, i, b);
        fprintf(file, " <= 0\n");
    }
    for (int a = 0; a < person->count; a++)
        for (int b = 0; b < a; b++)
            if ((person->conflicts[a] >> b & 1) != 0)
                fprintf(file, " not%d_%d_%d: x%d_%d + x%d_%d <= 1\n", i, a, b, i, a, i, b);
}

static void write_town(FILE *file, const struct planning_town *town)
{
    fprintf(file, "Maximize\n worth: 0 zero");
    for (int i = 0; i < town->count; i++) {
        fprintf(file, "\n + %d t%d", PLANNING_QUARTER_WORTH, i);
        for (int b = 0; b < town->people[i].count; b++)
            fprintf(file, " + %lld x%d_%d", (long long)town->people[i].bundles[b].value, i, b);
    }
    fprintf(file, "\nSubject To\n");
    for (int i = 0; i < town->count; i++)
        write_person(file, &town->people[i], i);
    for (int a = 0; a < town->activity_count; a++) {
        fprintf(file, " places%d: 0 zero", a);
        for (int i = 0; i < town->count; i++)
            for (int b = 0; b < town->people[i].count; b++)
                if (town->people[i].bundles[b].activity == a)
                    fprintf(file, " + x%d_%d", i, b);
        fprintf(file, " <= %d\n", town->places[a]);
    }
    fprintf(file, "Bounds\n zero = 0\n");
    for (int i = 0; i < town->count; i++) {
        fprintf(file, " 0 <= t%d <= %d\n", i, town->people[i].target);
        for (int k = 0; k < PLANNING_KINDS_MAX; k++)
            if (town->people[i].caps[k] > 0)
                fprintf(file, " 0 <= s%d_%d <= %d\n", i, k, town->people[i].caps[k]);
    }
    fprintf(file, "Binary\n");
    for (int i = 0; i < town->count; i++)
        for (int b = 0; b < town->people[i].count; b++)
            fprintf(file, " x%d_%d\n", i, b);
    fprintf(file, "End\n");
}

/* The value of the optimum that glpsol reports; -1 when it proves none. */
static int64_t value_by_glpk(const struct planning_town *town)
{
    char folder[] = "/tmp/planning-XXXXXX", path[64], answer[64], command[256], line[256];
    bool is_optimal = false;
    int64_t value = -1;

    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/town.lp", folder);
    snprintf(answer, sizeof answer, "%s/answer", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    write_town(file, town);
    fclose(file);
    snprintf(command, sizeof command, "glpsol --cuts --tmlim 120 --lp %s -o %s >/dev/null", path, answer);
    assert_int_equal(system(command), 0);
    file = fopen(answer, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        is_optimal = is_optimal || strncmp(line, "Status:     INTEGER OPTIMAL", 27) == 0;
        if (strncmp(line, "Objective:", 10) == 0)
            value = (int64_t)(strtod(strchr(line, '=') + 1, NULL) + 0.5);
    }
    fclose(file);
    unlink(path);
    unlink(answer);
    rmdir(folder);
    return is_optimal ? value : -1;
}

static void glpk_proves_the_same_for_one_person(void **state)
{
    (void)state;
    struct sample sample = { 1001 };

    for (int i = 0; i < TOWNS; i++) {
        struct planning_town town = sample_town(arena, &sample, (struct sample_size){ 1, 12, 24, 100 });
        for (int a = 0; a < town.activity_count; a++)
            assert_true(town.places[a] > 0);
        struct planning_plan plan = planning_best(&town.people[0], &(struct planning_search){ .allowed = all_of(&town.people[0]) });
        assert_int_equal(plan.worth, value_by_glpk(&town));
        arena_reset(arena);
    }
}

static void what_glpk_proves_lies_between_plan_and_bound(void **state)
{
    (void)state;
    struct sample sample = { 4711 };

    for (int i = 0; i < TOWNS; i++) {
        struct planning_town town = sample_town(arena, &sample, (struct sample_size){ 6 + i * 2, 10, 8, 25 });
        struct planning_town_plan plan = planning_town_best(arena, &town, &(struct planning_effort){ .seed = 1, .rounds = 4000 });
        int64_t proven = value_by_glpk(&town);
        assert_true(planning_town_is_plan(&town, &plan));
        assert_true(proven > 0 && plan.worth <= proven && proven <= plan.bound);
        assert_true((proven - plan.worth) * 100 <= proven); /* Within a hundredth of the best there is. */
        arena_reset(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_best_week_is_that_of_all_weeks_counted),
        cmocka_unit_test(one_more_offer_or_a_higher_cap_never_makes_it_worse),
        cmocka_unit_test(a_search_cut_short_has_a_bound_that_holds),
        cmocka_unit_test(there_must_be_time_to_get_there),
        cmocka_unit_test(a_town_of_any_scarcity_has_a_plan_under_its_bound),
        cmocka_unit_test(stopped_at_once_there_is_still_a_plan),
        cmocka_unit_test(more_places_never_lower_what_is_proven),
        cmocka_unit_test(glpk_proves_the_same_for_one_person),
        cmocka_unit_test(what_glpk_proves_lies_between_plan_and_bound),
    };

    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
