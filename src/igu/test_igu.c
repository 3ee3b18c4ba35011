/* SPDX-License-Identifier: MIT
 * test_igu.c: weeks at school inside two years. 8 December 2026 is a Tuesday. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "igu/rules.h"

static struct igu_facts contract(const struct igu_week_fact *weeks, size_t count, day asked_on)
{
    return (struct igu_facts){ .from = day_of(2026, 12, 8), .to = day_of(2028, 12, 7), .wanted = 20, .weeks = weeks,
                               .week_count = count, .asked_on = asked_on };
}

static void twenty_weeks_fit_into_two_years(void **state)
{
    day mondays[IGU_WEEKS_MOST];
    struct igu_week_fact weeks[20];
    size_t count = igu_spread(day_of(2026, 12, 8), day_of(2028, 12, 7), 20, mondays);

    (void)state;
    assert_true(count == 20);
    for (size_t i = 0; i < count; i++) {
        assert_true(day_weekday(mondays[i]) == MONDAY);
        assert_true(i == 0 || mondays[i] > mondays[i - 1]);
        weeks[i] = (struct igu_week_fact){ mondays[i], false };
    }
    struct igu_facts facts = contract(weeks, count, day_of(2026, 12, 8));
    struct igu_answer answer = igu_weeks(&facts);
    assert_true(answer.planned == 20 && answer.missing == 0 && answer.outside == 0 && answer.not_held == 0);
    facts.week_count = 19;
    assert_true(igu_weeks(&facts).missing == 1);
}

static void a_short_contract_has_only_its_own_weeks(void **state)
{
    day mondays[IGU_WEEKS_MOST];

    (void)state;
    assert_true(igu_spread(day_of(2026, 12, 8), day_of(2026, 12, 17), 20, mondays) == 0);
    assert_true(igu_spread(day_of(2026, 12, 8), day_of(2026, 12, 18), 20, mondays) == 1);
    assert_true(mondays[0] == day_of(2026, 12, 14));
}

static void a_week_over_and_not_held_is_told(void **state)
{
    const struct igu_week_fact weeks[] = {
        { day_of(2026, 12, 7), false },  /* Begins before the contract. */
        { day_of(2026, 12, 14), true },
        { day_of(2027, 1, 11), false },
        { day_of(2028, 12, 4), false },  /* Friday is after its last day. */
    };
    struct igu_facts facts = contract(weeks, 4, day_of(2027, 1, 15));

    (void)state;
    assert_true(igu_weeks(&facts).not_held == 0);
    facts.asked_on = day_of(2027, 1, 16);
    struct igu_answer answer = igu_weeks(&facts);
    assert_true(answer.not_held == 1 && answer.first_not_held == day_of(2027, 1, 11));
    assert_true(answer.planned == 2 && answer.held == 1 && answer.outside == 2 && answer.missing == 18);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twenty_weeks_fit_into_two_years),
        cmocka_unit_test(a_short_contract_has_only_its_own_weeks),
        cmocka_unit_test(a_week_over_and_not_held_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
