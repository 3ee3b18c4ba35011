/* SPDX-License-Identifier: MIT
 * test_version.c: numbers of the law on a day, and those nobody may compute with. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "law/version.h"

static struct arena *arena;
static const struct law *law;

static int begin(void **state)
{
    arena = arena_new(16 << 20);
    struct mistakes mistakes = mistakes_new(arena);
    law = law_load(arena, NULL, &mistakes);
    (void)state;
    return mistakes.count == 0 && law != NULL ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void a_number_has_its_days(void **state)
{
    (void)state;
    assert_null(law_value_on(law, "work_duty_hours", day_of(2024, 12, 31)));
    assert_int_equal(law_value_on(law, "work_duty_hours", day_of(2025, 1, 1))->value, 37000);
    assert_int_equal(law_value_on(law, "wealth_limit", day_of(2025, 6, 30))->value, 10000000);
    assert_int_equal(law_value_on(law, "wealth_limit", day_of(2025, 7, 1))->value, 15500000);
    assert_int_equal(law_value_on(law, "hourly_disregard", day_of(2022, 5, 1))->value, 28660);
    /* Between the two versions that were read there is a gap. */
    assert_null(law_value_on(law, "igu_school_weeks", day_of(2022, 1, 1)));
}

static void only_verified_numbers_and_our_defaults_are_computed_with(void **state)
{
    day on = day_of(2026, 3, 1);

    (void)state;
    assert_true(law_value_may_compute(law_value_on(law, "work_duty_hours", on)));
    assert_true(law_value_may_compute(law_value_on(law, "hearing_days", on)));
    assert_false(law_value_may_compute(law_value_on(law, "contract_months", on)));
    assert_false(law_value_may_compute(law_value_on(law, "benefit_base", on)));
    assert_int_equal(law_value_on(law, "benefit_base", on)->value, LAW_VALUE_NONE);
    assert_false(law_value_may_compute(law_value_on(law, "work_duty_hours", day_of(2020, 1, 1))));
}

static void every_number_names_its_paragraph_and_source(void **state)
{
    size_t count;
    const struct law_value *values = law_values(law, &count);

    (void)state;
    assert_true(count > 20);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < values[i].version_count; k++) {
            assert_non_null(values[i].versions[k].basis);
            assert_non_null(values[i].versions[k].source);
            assert_true((values[i].versions[k].mark == LAW_UNVERIFIED) ==
                        (values[i].versions[k].value == LAW_VALUE_NONE));
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_has_its_days),
        cmocka_unit_test(only_verified_numbers_and_our_defaults_are_computed_with),
        cmocka_unit_test(every_number_names_its_paragraph_and_source),
    };

    return cmocka_run_group_tests(tests, begin, end);
}
