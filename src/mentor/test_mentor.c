/* SPDX-License-Identifier: MIT
 * test_mentor.c: minutes of practice, two days of training, shares, and who can be counted on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mentor/rules.h"
#include "placement/beside.h"

static void fifteen_minutes_are_enough(void **state)
{
    (void)state;
    assert_false(practice_is_enough(0));
    assert_false(practice_is_enough(14));
    assert_true(practice_is_enough(15));
    assert_true(practice_is_enough(30));
    assert_true(practice_is_enough(45));
}

static void all_days_of_the_course(void **state)
{
    (void)state;
    assert_false(mentor_is_trained(false, true, 100));
    assert_false(mentor_is_trained(true, false, 100));
    assert_true(mentor_is_trained(true, true, 100));
    assert_true(mentor_is_trained(true, false, DAY_NONE));
}

/* N39: ca. 45 centres, ca. 90 percent without payment. */
static void a_share_is_a_whole_percent(void **state)
{
    (void)state;
    assert_int_equal(mentor_percent(41, 45), 91);
    assert_int_equal(mentor_percent(40, 45), 89);
    assert_int_equal(mentor_percent(36, 40), 90);
    assert_int_equal(mentor_percent(43, 45), 96);
    assert_int_equal(mentor_percent(0, 45), 0);
    assert_int_equal(mentor_percent(0, 0), -1);
}

static void who_can_be_counted_on(void **state)
{
    struct beside_facts facts = { .away_until = DAY_NONE, .must_be_trained = true, .asked_on = 100 };

    (void)state;
    assert_int_equal(beside_why_of(&facts), BESIDE_NOBODY);
    facts.is_there = true;
    assert_int_equal(beside_why_of(&facts), BESIDE_UNTRAINED);
    facts.is_trained = true;
    assert_int_equal(beside_why_of(&facts), BESIDE_FINE);
    facts.away_until = 100;
    assert_int_equal(beside_why_of(&facts), BESIDE_AWAY);
    facts.away_until = 99;
    assert_int_equal(beside_why_of(&facts), BESIDE_FINE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fifteen_minutes_are_enough),
        cmocka_unit_test(all_days_of_the_course),
        cmocka_unit_test(a_share_is_a_whole_percent),
        cmocka_unit_test(who_can_be_counted_on),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
