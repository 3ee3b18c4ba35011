/* SPDX-License-Identifier: MIT
 * test_workday.c: holidays against the calendar, and the timelines of Easter 2026. */
#include "law/workday.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static day on(const char *iso)
{
    day found;

    assert_true(day_read(iso, &found));
    return found;
}

static instant at(const char *local)
{
    instant found;

    assert_true(instant_read(local, &found));
    return found;
}

static void easter_is_where_the_almanac_has_it(void **state)
{
    static const char *const sundays[] = {
        "1900-04-15", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23",
        "2019-04-21", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25",
        "2049-04-18", "2076-04-19", "2100-03-28", "2200-04-06",
    };

    (void)state;
    for (size_t i = 0; i < sizeof sundays / sizeof *sundays; i++) {
        day expected = on(sundays[i]);
        assert_int_equal(easter_sunday(date_of(expected).year), expected);
    }
}

static void holidays_have_names(void **state)
{
    (void)state;
    assert_string_equal(holiday_name(on("2026-01-01")), "nytårsdag");
    assert_string_equal(holiday_name(on("2026-04-02")), "skærtorsdag");
    assert_string_equal(holiday_name(on("2026-04-03")), "langfredag");
    assert_string_equal(holiday_name(on("2026-04-06")), "2. påskedag");
    assert_string_equal(holiday_name(on("2026-05-14")), "Kristi himmelfartsdag");
    assert_string_equal(holiday_name(on("2026-05-25")), "2. pinsedag");
    assert_string_equal(holiday_name(on("2026-12-26")), "2. juledag");
    assert_null(holiday_name(on("2026-04-04")));
    /* Days off by agreement, not by law. */
    assert_null(holiday_name(on("2026-05-01")));
    assert_null(holiday_name(on("2026-06-05")));
    assert_null(holiday_name(on("2026-12-24")));
    assert_null(holiday_name(on("2026-12-31")));
}

static void store_bededag_ended_with_2023(void **state)
{
    (void)state;
    assert_string_equal(holiday_name(on("2023-05-05")), "store bededag");
    assert_false(workday_is(NULL, on("2023-05-05")));
    assert_null(holiday_name(on("2024-04-26")));
    assert_true(workday_is(NULL, on("2024-04-26")));
}

static void working_days_are_counted_over_easter(void **state)
{
    (void)state;
    assert_int_equal(workday_add(NULL, on("2026-03-27"), 1), on("2026-03-30"));
    assert_int_equal(workday_add(NULL, on("2026-04-01"), 1), on("2026-04-07"));
    assert_int_equal(workday_add(NULL, on("2026-04-04"), 2), on("2026-04-08"));
    assert_int_equal(workday_add(NULL, on("2026-04-07"), -1), on("2026-04-01"));
    assert_int_equal(workday_add(NULL, on("2026-04-05"), 0), on("2026-04-05"));
    assert_int_equal(workday_next(NULL, on("2026-04-06")), on("2026-04-07"));
    assert_int_equal(workday_next(NULL, on("2026-04-07")), on("2026-04-07"));
    assert_int_equal(workday_previous(NULL, on("2026-04-06")), on("2026-04-01"));
    /* The first Tuesday of January 2030 is New Year's Day. */
    assert_int_equal(workday_next(NULL, day_nth_weekday(2030, 1, 1, TUESDAY)), on("2030-01-02"));
}

static void a_municipality_may_close_more(void **state)
{
    const day closed[] = { on("2026-12-24"), on("2026-12-31") };
    const struct workdays office = { .closed = closed, .closed_count = 2 };

    (void)state;
    assert_true(workday_is(NULL, on("2026-12-24")));
    assert_false(workday_is(&office, on("2026-12-24")));
    assert_int_equal(workday_add(&office, on("2026-12-23"), 1), on("2026-12-28"));
}

static void act_by_is_the_last_moment_at_work(void **state)
{
    static const struct {
        const char *due, *expected;
    } rows[] = {
        { "2026-03-10T15:00", "2026-03-10T15:00" },    /* Within opening hours. */
        { "2026-04-05T15:00", "2026-04-01T16:00" },    /* 96 hours into Easter. */
        { "2026-04-06T23:59:59", "2026-04-01T16:00" }, /* The end of second Easter day. */
        { "2026-03-23T23:59:59", "2026-03-23T16:00" }, /* The end of an ordinary day. */
        { "2026-03-10T16:00", "2026-03-10T16:00" },    { "2026-03-10T07:30", "2026-03-09T16:00" },
        { "2026-03-10T08:00", "2026-03-09T16:00" },    { "2026-03-29T16:00", "2026-03-27T16:00" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(act_by(NULL, at(rows[i].due)), at(rows[i].expected));
}

static void working_hours_skip_nights_and_holidays(void **state)
{
    enum { HOUR = 3600 };

    (void)state;
    assert_int_equal(working_hours_add(NULL, at("2026-03-10T15:00"), HOUR), at("2026-03-10T16:00"));
    assert_int_equal(working_hours_add(NULL, at("2026-03-10T15:00"), 2 * HOUR), at("2026-03-11T09:00"));
    assert_int_equal(working_hours_add(NULL, at("2026-03-10T06:00"), 2 * HOUR), at("2026-03-10T10:00"));
    assert_int_equal(working_hours_add(NULL, at("2026-04-01T15:00"), 9 * HOUR), at("2026-04-07T16:00"));
    assert_int_equal(working_hours_add(NULL, at("2026-04-04T12:00"), 0), at("2026-04-07T08:00"));
}

static void opening_hours_may_be_the_offices_own(void **state)
{
    const struct opening_hours thursday = { .on = { [THURSDAY] = { 10 * 60, 17 * 60 + 30 } } };
    const struct workdays office = { .hours = &thursday };

    (void)state;
    assert_int_equal(act_by(&office, at("2026-03-11T12:00")), at("2026-03-05T17:30"));
    assert_int_equal(working_hours_add(&office, at("2026-03-05T17:00"), 3600), at("2026-03-12T10:30"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(easter_is_where_the_almanac_has_it),
        cmocka_unit_test(holidays_have_names),
        cmocka_unit_test(store_bededag_ended_with_2023),
        cmocka_unit_test(working_days_are_counted_over_easter),
        cmocka_unit_test(a_municipality_may_close_more),
        cmocka_unit_test(act_by_is_the_last_moment_at_work),
        cmocka_unit_test(working_hours_skip_nights_and_holidays),
        cmocka_unit_test(opening_hours_may_be_the_offices_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
