/* SPDX-License-Identifier: MIT
 * test_base.c: days and Danish local time against facts of the calendar, and text against hard input. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/list.h"
#include "base/reach.h"
#include "base/text.h"

static struct arena *arena;

static int make_arena(void **state)
{
    (void)state;
    arena = arena_new(1 << 22);
    return 0;
}

static int free_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void every_day_of_three_centuries_goes_there_and_back(void **state)
{
    (void)state;
    day expected = day_of(1900, 1, 1);

    assert_int_equal(day_of(1970, 1, 1), 0);
    for (int year = 1900; year <= 2200; year++)
        for (int month = 1; month <= 12; month++)
            for (int d = 1; d <= days_in_month(year, month); d++, expected++) {
                struct date date = date_of(expected);
                assert_int_equal(day_of(year, month, d), expected);
                assert_int_equal(date.year, year);
                assert_int_equal(date.month, month);
                assert_int_equal(date.day, d);
            }
}

static void weekdays_and_weeks(void **state)
{
    (void)state;
    static const struct {
        int year, month, day;
        enum weekday weekday;
        int week;
    } rows[] = {
        { 2026, 3, 6, FRIDAY, 10 },   { 2026, 12, 8, TUESDAY, 50 }, { 2026, 12, 31, THURSDAY, 53 },
        { 2027, 1, 3, SUNDAY, 53 },   { 2027, 1, 4, MONDAY, 1 },    { 2024, 12, 30, MONDAY, 1 },
        { 1969, 12, 31, WEDNESDAY, 1 }, { 2021, 1, 1, FRIDAY, 53 },
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        day on = day_of(rows[i].year, rows[i].month, rows[i].day);
        assert_int_equal(day_weekday(on), rows[i].weekday);
        assert_int_equal(day_week(on), rows[i].week);
    }
}

static void a_missing_day_becomes_the_months_last(void **state)
{
    (void)state;
    assert_int_equal(day_add_months(day_of(2026, 1, 31), 1), day_of(2026, 2, 28));
    assert_int_equal(day_add_months(day_of(2026, 1, 31), 2), day_of(2026, 3, 31));
    assert_int_equal(day_add_months(day_of(2028, 1, 31), 1), day_of(2028, 2, 29));
    assert_int_equal(day_add_months(day_of(2028, 2, 29), 12), day_of(2029, 2, 28));
    assert_int_equal(day_add_months(day_of(2026, 1, 15), -1), day_of(2025, 12, 15));
}

static void first_tuesdays(void **state)
{
    (void)state;
    assert_int_equal(day_nth_weekday(2026, 9, 1, TUESDAY), day_of(2026, 9, 1));
    assert_int_equal(day_nth_weekday(2026, 7, 1, TUESDAY), day_of(2026, 7, 7));
    assert_int_equal(day_nth_weekday(2026, 10, 1, TUESDAY), day_of(2026, 10, 6));
    assert_int_equal(day_nth_weekday(2026, 3, 5, SUNDAY), day_of(2026, 3, 29));
    assert_int_equal(day_nth_weekday(2026, 2, 5, SUNDAY), day_of(2026, 2, 22));
}

static void ages_change_on_the_birthday(void **state)
{
    (void)state;
    day birth = day_of(1991, 2, 28);

    assert_int_equal(day_age(birth, day_of(2026, 2, 27)), 34);
    assert_int_equal(day_age(birth, day_of(2026, 2, 28)), 35);
    assert_int_equal(day_age(day_of(2004, 2, 29), day_of(2022, 2, 28)), 17);
    assert_int_equal(day_age(day_of(2004, 2, 29), day_of(2022, 3, 1)), 18);
}

static void local_time_over_the_changes_of_clocks(void **state)
{
    (void)state;
    instant winter = instant_of(day_of(2026, 3, 27), 15, 0, 0);
    struct local_time later = local_of(winter + 96 * 3600);

    assert_int_equal(later.on, day_of(2026, 3, 31));
    assert_int_equal(later.hour, 16);
    later = local_of(instant_of(day_of(2026, 10, 23), 15, 0, 0) + 96 * 3600);
    assert_int_equal(later.on, day_of(2026, 10, 27));
    assert_int_equal(later.hour, 14);
    /* 02:30 does not exist on 29 March: forward to 03:00. */
    assert_int_equal(local_of(instant_of(day_of(2026, 3, 29), 2, 30, 0)).hour, 3);
    assert_int_equal(local_of(instant_of(day_of(2026, 3, 29), 2, 30, 0)).minute, 0);
    /* 02:30 exists twice on 25 October: the first. */
    assert_int_equal(instant_of(day_of(2026, 10, 25), 3, 0, 0) - instant_of(day_of(2026, 10, 25), 2, 30, 0), 5400);
    assert_int_equal(day_end(day_of(2026, 3, 29)) - day_begin(day_of(2026, 3, 29)) + 1, 23 * 3600);
    assert_int_equal(day_end(day_of(2026, 10, 25)) - day_begin(day_of(2026, 10, 25)) + 1, 25 * 3600);
    for (instant at = day_begin(day_of(2026, 1, 1)); at < day_begin(day_of(2027, 1, 1)); at += 1800) {
        struct local_time local = local_of(at);
        instant back = instant_of(local.on, local.hour, local.minute, local.second);
        assert_true(back == at || back == at - 3600);
        assert_int_equal(day_of_instant(at), local.on);
    }
}

static void dates_as_people_write_them(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int year, month, day; /* year 0: refused */
    } rows[] = {
        { "2026-03-06", 2026, 3, 6 }, { "06-03-2026", 2026, 3, 6 }, { "6/3-2026", 2026, 3, 6 },
        { "6.3.2026", 2026, 3, 6 },   { "6/3 2026", 2026, 3, 6 },   { "31-02-2026", 0, 0, 0 },
        { "2026-13-01", 0, 0, 0 },    { "2026-3-6", 2026, 3, 6 },   { "06-03-26", 0, 0, 0 },
        { "", 0, 0, 0 },              { "6", 0, 0, 0 },             { "2026-03-06x", 0, 0, 0 },
        { "29-02-2027", 0, 0, 0 },    { "29-02-2028", 2028, 2, 29 }, { "1-1-1899", 0, 0, 0 },
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        day on = 77;
        bool is_read = day_read(rows[i].text, &on);
        assert_int_equal(is_read, rows[i].year != 0);
        assert_int_equal(on, is_read ? day_of(rows[i].year, rows[i].month, rows[i].day) : 77);
    }
}

static void instants_as_people_and_machines_write_them(void **state)
{
    (void)state;
    instant at;

    assert_true(instant_read("2026-03-06T14:00:00Z", &at));
    assert_int_equal(at, instant_of(day_of(2026, 3, 6), 15, 0, 0));
    assert_string_equal(instant_iso(arena, at), "2026-03-06T14:00:00Z");
    assert_true(instant_read("2026-03-06 15:00", &at));
    assert_int_equal(at, instant_of(day_of(2026, 3, 6), 15, 0, 0));
    assert_true(instant_read("6-3-2026 15.00", &at));
    assert_true(instant_read("2026-03-06", &at));
    assert_int_equal(at, day_begin(day_of(2026, 3, 6)));
    assert_false(instant_read("2026-03-06T24:00", &at));
    assert_false(instant_read("2026-03-06T12:60", &at));
    assert_false(instant_read("2026-03-06T12:00:00+01:00", &at));
    assert_string_equal(instant_iso(arena, -1), "1969-12-31T23:59:59Z");
}

static void numbers_are_read_whole_or_not_at_all(void **state)
{
    (void)state;
    static const char *const refused[] = { "", "-", "1 ", " 1", "1.5", "0x10", "+1", "9223372036854775808",
                                           "-9223372036854775809", "96 hours" };
    int64_t number = 7;

    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        assert_false(text_to_int(refused[i], &number));
        assert_int_equal(number, 7);
    }
    assert_true(text_to_int("9223372036854775807", &number));
    assert_true(number == INT64_MAX);
    assert_true(text_to_int("-9223372036854775808", &number));
    assert_true(number == INT64_MIN);
    assert_true(text_to_int("-0", &number));
    assert_int_equal(number, 0);

    struct text text = text_new(arena);
    text_add_int(&text, INT64_MIN);
    assert_string_equal(text_done(&text), "-9223372036854775808");
}

static void names_fold_to_one_form_for_searching(void **state)
{
    (void)state;
    assert_string_equal(text_fold(arena, "Søren Ågård-Bech"), "soeren aagaard bech");
    assert_string_equal(text_fold(arena, "  ÆRØ  (Øst) "), "aeroe oest");
    assert_string_equal(text_fold(arena, "Łukasz Żółć"), "lukasz zolc");
    assert_string_equal(text_fold(arena, "نور"), "نور");
    assert_string_equal(text_fold(arena, ""), "");
    assert_string_equal(text_fold(arena, "--"), "");
}

static void broken_utf8_is_seen(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        bool is_valid;
    } rows[] = {
        { "abc", true },          { "\xc3\xa6", true },      { "\xc3", false },
        { "\xc0\xaf", false },    { "\xed\xa0\x80", false }, { "\xf4\x90\x80\x80", false },
        { "\xe2\x82\xac", true }, { "\xff", false },         { "\xf0\x9f\x98\x80", true },
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(text_is_utf8(rows[i].bytes, strlen(rows[i].bytes)), rows[i].is_valid);
}

static void near_misses_are_near(void **state)
{
    (void)state;
    assert_int_equal(text_distance("within", "within"), 0);
    assert_int_equal(text_distance("within", "wihtin"), 1);
    assert_int_equal(text_distance("owner", "ower"), 1);
    assert_int_equal(text_distance("", "abc"), 3);
    assert_int_equal(text_distance("every", "owner"), 4);
}

static void pieces_and_trimming(void **state)
{
    (void)state;
    struct text_pieces pieces = text_split(arena, "a;;b", ';');

    assert_int_equal(pieces.count, 3);
    assert_string_equal(pieces.at[0], "a");
    assert_string_equal(pieces.at[1], "");
    assert_string_equal(pieces.at[2], "b");
    assert_int_equal(text_split(arena, "", ';').count, 1);
    assert_string_equal(text_trim(arena, " \t x y \n"), "x y");
    assert_true(text_is_blank(NULL));
    assert_false(text_is_blank(" x"));
}

static void addresses_and_numbers_that_can_be_used(void **state)
{
    (void)state;
    assert_true(reach_is_mail("lone@example.invalid"));
    assert_false(reach_is_mail(""));
    assert_false(reach_is_mail("lone"));
    assert_false(reach_is_mail("@example.invalid"));
    assert_false(reach_is_mail("a@b@example.invalid"));
    assert_false(reach_is_mail("a@example.invalid,b@example.invalid"));
    assert_false(reach_is_mail("lone leder@example.invalid"));
    assert_true(reach_is_phone("+45 00 00 70 01"));
    assert_true(reach_is_phone("00007001"));
    assert_false(reach_is_phone("0000700"));
    assert_false(reach_is_phone("0000700100007001"));
    assert_false(reach_is_phone("ring 00007001"));
    assert_false(reach_is_phone(""));
}

static void lists_and_texts_grow(void **state)
{
    (void)state;
    LIST_OF(int) numbers = { 0 };
    struct text text = text_new(arena);

    for (int i = 0; i < 1000; i++) {
        *LIST_ADD(arena, &numbers) = i;
        text_add_format(&text, "%d,", i);
    }
    assert_int_equal(numbers.count, 1000);
    assert_int_equal(numbers.at[999], 999);
    assert_int_equal(strlen(text_done(&text)), 10 * 2 + 90 * 3 + 900 * 4);
}

static void a_reset_arena_gives_zeroed_memory_again(void **state)
{
    (void)state;
    struct arena *small = arena_new(1 << 20);
    unsigned char *bytes = arena_alloc(small, 1000);

    memset(bytes, 0xff, 1000);
    arena_alloc(small, 200000);
    arena_reset(small);
    assert_int_equal(arena_used(small), 0);
    bytes = arena_alloc(small, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(bytes[i], 0);
    assert_int_equal((uintptr_t)bytes % 16, 0);
    arena_free(small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_three_centuries_goes_there_and_back),
        cmocka_unit_test(weekdays_and_weeks),
        cmocka_unit_test(a_missing_day_becomes_the_months_last),
        cmocka_unit_test(first_tuesdays),
        cmocka_unit_test(ages_change_on_the_birthday),
        cmocka_unit_test(local_time_over_the_changes_of_clocks),
        cmocka_unit_test(dates_as_people_write_them),
        cmocka_unit_test(instants_as_people_and_machines_write_them),
        cmocka_unit_test(numbers_are_read_whole_or_not_at_all),
        cmocka_unit_test(names_fold_to_one_form_for_searching),
        cmocka_unit_test(broken_utf8_is_seen),
        cmocka_unit_test(near_misses_are_near),
        cmocka_unit_test(pieces_and_trimming),
        cmocka_unit_test(addresses_and_numbers_that_can_be_used),
        cmocka_unit_test(lists_and_texts_grow),
        cmocka_unit_test(a_reset_arena_gives_zeroed_memory_again),
    };

    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
