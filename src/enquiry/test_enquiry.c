/* SPDX-License-Identifier: MIT
 * test_enquiry.c: how an enquiry may be closed under each policy. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "enquiry/enquiry.h"

static void ending_under_hold_on_asks_for_a_leader(void **state)
{
    struct closing_facts facts = { .outcome = ENQUIRY_UNSOLVED, .policy = UNSOLVED_HOLD_ON, .has_placement = true,
                                   .has_words = true };

    (void)state;
    assert_int_equal(enquiry_closing_may(&facts), CLOSING_ASKS_LEADER);
    facts.has_leader_words = true;
    assert_int_equal(enquiry_closing_may(&facts), CLOSING_FINE);
    facts.has_leader_words = false;
    facts.outcome = ENQUIRY_HELD_ON;
    assert_int_equal(enquiry_closing_may(&facts), CLOSING_FINE);
    facts.outcome = ENQUIRY_UNSOLVED;
    facts.has_placement = false; /* A wish that nobody could meet ends no placement. */
    assert_int_equal(enquiry_closing_may(&facts), CLOSING_FINE);
}

static void ending_at_once_asks_for_words_only(void **state)
{
    struct closing_facts facts = { .outcome = ENQUIRY_UNSOLVED, .policy = UNSOLVED_END, .has_placement = true };

    (void)state;
    assert_int_equal(enquiry_closing_may(&facts), CLOSING_ASKS_WORDS);
    facts.has_words = true;
    assert_int_equal(enquiry_closing_may(&facts), CLOSING_FINE);
}

static void what_is_solved_needs_no_words(void **state)
{
    struct closing_facts facts = { .outcome = ENQUIRY_SOLVED, .policy = UNSOLVED_HOLD_ON, .has_placement = true };

    (void)state;
    assert_int_equal(enquiry_closing_may(&facts), CLOSING_FINE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ending_under_hold_on_asks_for_a_leader),
        cmocka_unit_test(ending_at_once_asks_for_words_only),
        cmocka_unit_test(what_is_solved_needs_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
