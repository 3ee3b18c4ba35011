/* SPDX-License-Identifier: MIT
 * test_employer.c: reads rules.cases, one number a line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "cases.h"
#include "employer/employer.h"
#include "employer/rules.h"

static const char *const why_words[NUMBER_WHY_COUNT] = { "fine", "empty", "form", "modulus" };

static void check_line(struct arena *arena, const char *line,
                       struct number_verdict (*number_check)(struct arena *, const char *))
{
    char typed[60], why[20];

    assert_int_equal(sscanf(line, "%59[^=]=> %19s", typed, why), 2);
    const char *trimmed = text_trim(arena, typed);
    struct number_verdict verdict = number_check(arena, text_is(trimmed, "-") ? "" : trimmed);
    if (!text_is(why_words[verdict.why], why))
        fail_msg("got %s for: %s", why_words[verdict.why], line);
}

static void check_industry(struct arena *arena, const char *line)
{
    char typed[60], wanted[20];

    assert_int_equal(sscanf(line, "%59[^=]=> %19s", typed, wanted), 2);
    const char *branch = branch_of_industry(arena, text_trim(arena, typed));
    if (!text_is(branch == NULL ? "-" : branch, wanted))
        fail_msg("got %s for: %s", branch == NULL ? "nothing" : branch, line);
}

static void every_case_holds(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    struct cases cases = cases_open("src/employer/rules.cases");

    while (cases_next(&cases)) {
        if (text_is(cases.rule, "employer.industry"))
            check_industry(arena, cases.line);
        else
            check_line(arena, cases.line, text_is(cases.rule, "employer.cvr") ? cvr_check : p_number_check);
    }
    arena_free(arena);
    assert_true(cases.count >= 38);
}

static void one_number_in_about_eleven_passes(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    int fine = 0;

    for (int i = 0; i < 1100; i++)
        fine += cvr_check(arena, arena_format(arena, "%d", 90000000 + i)).why == NUMBER_FINE;
    assert_in_range(fine, 90, 110);
    arena_free(arena);
}

static void months_are_read_as_people_write_them(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    int64_t employees[MONTHS_TYPED_MAX];
    size_t count = 0;

    assert_true(employer_months_read(arena, " 12, 12,5  13 ", employees, &count));
    assert_int_equal(count, 3);
    assert_int_equal(employees[0], 1200);
    assert_int_equal(employees[1], 1250);
    assert_int_equal(employees[2], 1300);
    assert_false(employer_months_read(arena, "12 tretten", employees, &count));
    assert_int_equal(count, 0);
    assert_false(employer_months_read(arena, "-1", employees, &count));
    assert_false(employer_months_read(arena, "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", employees, &count));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_holds),
        cmocka_unit_test(one_number_in_about_eleven_passes),
        cmocka_unit_test(months_are_read_as_people_write_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
