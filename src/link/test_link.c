/* SPDX-License-Identifier: MIT
 * test_link.c: when a link opens. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "link/link.h"

static const char *state_at(struct link_row link, instant now)
{
    return link_state_codes[link_state_of(&link, now)];
}

static void a_link_opens_through_its_last_day(void **state)
{
    struct link_row link = { .expires_at = day_end(day_of(2026, 12, 8)), .withdrawn_at = INSTANT_NONE };

    (void)state;
    assert_string_equal(state_at(link, instant_of(day_of(2026, 12, 7), 12, 0, 0)), "open");
    assert_string_equal(state_at(link, instant_of(day_of(2026, 12, 8), 23, 59, 59)), "open");
    assert_string_equal(state_at(link, instant_of(day_of(2026, 12, 9), 0, 0, 0)), "expired");
}

static void a_withdrawn_link_is_closed_at_once(void **state)
{
    struct link_row link = { .expires_at = day_end(day_of(2026, 12, 8)),
                             .withdrawn_at = instant_of(day_of(2026, 12, 1), 9, 0, 0) };

    (void)state;
    assert_string_equal(state_at(link, instant_of(day_of(2026, 12, 1), 9, 0, 0)), "withdrawn");
    assert_string_equal(state_at(link, instant_of(day_of(2027, 1, 1), 9, 0, 0)), "withdrawn");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_link_opens_through_its_last_day),
        cmocka_unit_test(a_withdrawn_link_is_closed_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
