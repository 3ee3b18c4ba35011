/* SPDX-License-Identifier: MIT
 * test_errand.c: how long it took, in words and by month. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "errand/pages.h"

enum { HOUR = 3600, DAY = 86400 };

static void spans_are_told_in_the_unit_that_fits(void **state)
{
    struct arena *arena = *state;

    assert_string_equal(errand_span_words(arena, LANGUAGE_DA, 40 * 60), "40 min.");
    assert_string_equal(errand_span_words(arena, LANGUAGE_DA, HOUR), "1 t.");
    assert_string_equal(errand_span_words(arena, LANGUAGE_DA, 5 * HOUR + 10), "5 t.");
    assert_string_equal(errand_span_words(arena, LANGUAGE_DA, 2 * DAY - HOUR), "47 t.");
    assert_string_equal(errand_span_words(arena, LANGUAGE_DA, 90 * DAY), "90 dage"); /* N48: what newcomers knew. */
    assert_string_equal(errand_span_words(arena, LANGUAGE_EN, 90 * DAY), "90 days");
}

/* Two months; the one nobody asked a company for counts as a wish and in no time. */
static void a_month_tells_what_half_of_them_waited(void **state)
{
    instant march = day_begin(day_of(2026, 3, 2)), april = day_begin(day_of(2026, 4, 7));
    const struct errand_time_row rows[] = {
        { .wished_at = april, .first_asked_at = april + 5 * HOUR, .outcome = "placed" },
        { .wished_at = march + 3, .first_asked_at = march + 3 + 30 * HOUR, .outcome = "" },
        { .wished_at = march + 2, .first_asked_at = INSTANT_NONE, .outcome = "none" },
        { .wished_at = march + 1, .first_asked_at = march + 1 + 2 * HOUR, .outcome = "placed" },
        { .wished_at = march, .first_asked_at = march + 4 * HOUR, .outcome = "placed" },
    };
    struct errand_months months = errand_months_of(*state, LANGUAGE_DA, (struct errand_time_row_list){
        (struct errand_time_row *)rows, sizeof rows / sizeof *rows });

    assert_int_equal(months.count, 2);
    assert_int_equal(months.at[0].first, day_of(2026, 4, 1));
    assert_string_equal(months.at[0].half, "5 t.");
    assert_int_equal(months.at[1].count, 4);
    assert_int_equal(months.at[1].reached, 3);
    assert_int_equal(months.at[1].placed, 2);
    assert_string_equal(months.at[1].half, "4 t.");
}

static int with_arena(void **state)
{
    *state = arena_new(1 << 20);
    return 0;
}

static int without_arena(void **state)
{
    arena_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_are_told_in_the_unit_that_fits),
        cmocka_unit_test(a_month_tells_what_half_of_them_waited),
    };
    return cmocka_run_group_tests(tests, with_arena, without_arena);
}
