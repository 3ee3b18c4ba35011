/* SPDX-License-Identifier: MIT
 * test_meeting.c: reads rules.cases, and who may undo what. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "cases.h"
#include "meeting/meeting.h"
#include "meeting/rules.h"

static day day_in(const char *word)
{
    day on = DAY_NONE;

    assert_true(day_read(word, &on));
    return on;
}

static void check_coordination(const char *line)
{
    char from[20], next[20];

    assert_int_equal(sscanf(line, "%19s => %19s", from, next), 2);
    if (coordination_next(day_in(from)) != day_in(next))
        fail_msg("%s", line);
}

static void check_next(const char *line)
{
    char held[20], next[20];
    int days;

    assert_int_equal(sscanf(line, "%19s %d => %19s", held, &days, next), 3);
    instant proposed = meeting_propose_next(instant_of(day_in(held), 13, 30, 0), days);
    if (proposed != instant_of(day_in(next), 13, 30, 0))
        fail_msg("%s", line);
}

static void every_case_holds(void **state)
{
    (void)state;
    struct cases cases = cases_open("src/meeting/rules.cases");

    while (cases_next(&cases))
        (text_is(cases.rule, "meeting.next") ? check_next : check_coordination)(cases.line);
    assert_int_equal(cases.count, 11);
}

/* S10: every one of twelve dates is the first Tuesday of its month. */
static void twelve_dates_are_first_tuesdays(void **state)
{
    (void)state;
    day days[COORDINATION_MONTHS];

    coordination_days(day_in("2026-12-02"), days, COORDINATION_MONTHS);
    for (int i = 0; i < COORDINATION_MONTHS; i++) {
        struct date date = date_of(days[i]);
        assert_int_equal(day_weekday(days[i]), TUESDAY);
        assert_in_range(date.day, 1, 7);
        assert_int_equal(date.month, 1 + i % 12);
    }
}

static void only_the_one_who_saved_may_undo_and_only_the_same_day(void **state)
{
    (void)state;
    struct meeting_row meeting = { .state = "held", .changed_by = { 7 }, .changed_at = 1000 };
    struct actor actor = { ACTOR_STAFF, 7, 0 };

    assert_true(meeting_may_undo(&meeting, actor, 1000 + UNDO_HOURS * 3600 - 1));
    assert_false(meeting_may_undo(&meeting, actor, 1000 + UNDO_HOURS * 3600));
    actor.id = 8;
    assert_false(meeting_may_undo(&meeting, actor, 1001));
    actor = (struct actor){ ACTOR_CITIZEN, 7, 0 };
    assert_false(meeting_may_undo(&meeting, actor, 1001));
    meeting.state = "undone";
    assert_false(meeting_may_undo(&meeting, (struct actor){ ACTOR_STAFF, 7, 0 }, 1001));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_holds),
        cmocka_unit_test(twelve_dates_are_first_tuesdays),
        cmocka_unit_test(only_the_one_who_saved_may_undo_and_only_the_same_day),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
