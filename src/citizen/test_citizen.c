/* SPDX-License-Identifier: MIT
 * test_citizen.c: reads rules.cases, one example of the personal number's rules a line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "cases.h"
#include "citizen/cpr.h"

static const char *const why_words[CPR_WHY_COUNT] = {
    "fine", "form", "no_such_day", "modulus", "replacement", "training",
};

/* Splits "typed  training  =>  why  born"; typed may hold one blank. */
static void check_line(struct arena *arena, const char *line)
{
    char typed[40], training[8], why[20], born[20];

    if (sscanf(line, "%39[^=] => %19s %19s", typed, why, born) != 3)
        fail_msg("not a case: %s", line);
    char *end = typed + strlen(typed);
    while (end > typed && end[-1] == ' ')
        *--end = 0;
    char *last = strrchr(typed, ' ');
    assert_non_null(last);
    snprintf(training, sizeof training, "%s", last + 1);
    *last = 0;

    struct cpr_verdict verdict = cpr_check(arena, text_trim(arena, typed), text_is(training, "yes"));
    day expected = DAY_NONE;
    day_read(born, &expected);
    if (!text_is(why_words[verdict.why], why) || verdict.born != expected)
        fail_msg("%s: got %s, born %s", line, why_words[verdict.why],
                 verdict.born == DAY_NONE ? "-" : day_iso(arena, verdict.born));
    assert_int_equal(verdict.is_refused, verdict.digits == NULL);
}

static void every_case_holds(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    struct cases cases = cases_open("src/citizen/rules.cases");

    while (cases_next(&cases))
        check_line(arena, cases.line);
    assert_true(cases.count >= 20);
    arena_free(arena);
}

static void modulus_eleven_passes_for_a_number_made_to_pass(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    int fine = 0;

    /* Of 61 + 60 replacement days no date exists; of an ordinary date one number in about eleven passes. */
    for (int i = 0; i < 1000; i++) {
        const char *digits = arena_format(arena, "010170%04d", i);
        fine += cpr_check(arena, digits, false).why == CPR_FINE;
    }
    assert_in_range(fine, 80, 100);
    arena_free(arena);
}

static void what_is_shown_hides_the_last_four(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);

    assert_string_equal(cpr_masked(arena, "3102910001"), "310291-••••");
    assert_string_equal(cpr_masked(arena, NULL), "");
    assert_string_equal(cpr_whole(arena, "3102910001"), "310291-0001");
    assert_string_equal(cpr_whole(arena, "310291"), "");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_holds),
        cmocka_unit_test(modulus_eleven_passes_for_a_number_made_to_pass),
        cmocka_unit_test(what_is_shown_hides_the_last_four),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
