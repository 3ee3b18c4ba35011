/* SPDX-License-Identifier: MIT
 * test_selfsupport.c: reads rules.cases, and that a number nobody verified stops the reckoning. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "cases.h"
#include "selfsupport/numbers.h"

static void every_case_holds(void **state)
{
    (void)state;
    struct cases cases = cases_open("src/selfsupport/rules.cases");

    while (cases_next(&cases)) {
        long long benefit, wage, disregard, most, contribution, pension, hours;
        char why[20];
        assert_int_equal(sscanf(cases.line, "%lld %lld %lld %lld %lld %lld => %19s %lld", &benefit, &wage, &disregard, &most,
                                &contribution, &pension, why, &hours), 8);
        struct support_facts facts = { benefit * 100, wage * 100, disregard * 100, most * 100, contribution * 100, pension * 100 };
        struct support_answer got = support_hours(&facts);
        if (strcmp(support_why_words[got.why], why) != 0 || got.hours != hours)
            fail_msg("got %s %lld for: %s", support_why_words[got.why], (long long)got.hours, cases.line);
    }
    assert_true(cases.count >= 10);
}

static void a_month_adds_up(void **state)
{
    struct support_facts facts = { 650000, 10000, 2800, 16000, 800, 0 };
    struct support_month none = support_at(&facts, 0), some = support_at(&facts, 1200);

    (void)state;
    assert_int_equal(none.benefit, 650000);
    assert_int_equal(none.together, 650000);
    assert_int_equal(some.hours, 5200);
    assert_int_equal(some.wage, 520000);
    assert_int_equal(some.counted, 520000 - 41600 - 145600);
    assert_int_equal(some.benefit, 650000 - 332800);
    assert_int_equal(some.together, 520000 + 317200);
}

static void nothing_is_reckoned_with_numbers_that_nobody_verified(void **state)
{
    static const struct law_own own[] = {
        { "benefit_base", { 6500000, DAY_NONE, DAY_NONE, "x", "opdigtet", LAW_VERIFIED, true } },
        { "hourly_disregard", { 28000, DAY_NONE, DAY_NONE, "x", "opdigtet", LAW_VERIFIED, true } },
        { "disregard_hours_max", { 160000, DAY_NONE, DAY_NONE, "x", "opdigtet", LAW_VERIFIED, true } },
        { "labour_contribution", { 8000, DAY_NONE, DAY_NONE, "x", "opdigtet", LAW_VERIFIED, true } },
    };
    struct support_wish wish = { .benefit = 1 };
    struct arena *arena = arena_new(1 << 20);
    day on = day_of(2026, 12, 8);

    (void)state;
    assert_false(support_numbers_on(law_kept(), &wish, on).is_complete);
    struct support_numbers with = support_numbers_on(law_with(arena, law_kept(), own, 4), &wish, on);
    assert_true(with.is_complete && with.is_test);
    assert_int_equal(with.facts.benefit, 650000);
    assert_int_equal(with.facts.disregard, 2800);
    /* A supplement that the file does not have stops it again. */
    wish.has_child = true;
    assert_false(support_numbers_on(law_with(arena, law_kept(), own, 4), &wish, on).is_complete);
    /* One number less. */
    wish.has_child = false;
    assert_false(support_numbers_on(law_with(arena, law_kept(), own, 3), &wish, on).is_complete);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_holds),
        cmocka_unit_test(a_month_adds_up),
        cmocka_unit_test(nothing_is_reckoned_with_numbers_that_nobody_verified),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
