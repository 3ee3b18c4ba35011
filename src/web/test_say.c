/* SPDX-License-Identifier: MIT
 * test_say.c: dates, numbers and time left in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs these first. */
#include <cmocka.h>

#include "web/say.h"

static struct arena *arena;

static instant at(int month, int day_of_month, int hour, int minute)
{
    return instant_of(day_of(2026, month, day_of_month), hour, minute, 0);
}

static void dates_are_worded(void **state)
{
    day on = day_of(2026, 12, 8);

    (void)state;
    assert_string_equal(say_day(arena, LANGUAGE_DA, on), "8. dec.");
    assert_string_equal(say_day(arena, LANGUAGE_EN, on), "8 Dec");
    assert_string_equal(say_day(arena, LANGUAGE_DA, day_of(2026, 5, 1)), "1. maj");
    assert_string_equal(say_day_year(arena, LANGUAGE_DA, on), "8. dec. 2026");
    assert_string_equal(say_weekday_day(arena, LANGUAGE_DA, on), "tir. 8. dec.");
    assert_string_equal(say_weekday_day(arena, LANGUAGE_EN, on), "Tue 8 Dec");
    assert_string_equal(say_day_long(arena, LANGUAGE_DA, on), "tirsdag 8. december 2026");
    assert_string_equal(say_day_long(arena, LANGUAGE_EN, on), "Tuesday 8 December 2026");
    assert_string_equal(say_when(arena, LANGUAGE_DA, at(12, 8, 14, 30)), "tir. 8. dec. 14.30");
    assert_string_equal(say_time(arena, LANGUAGE_EN, at(7, 8, 9, 5)), "9:05");
    assert_string_equal(say_day(arena, LANGUAGE_DA, DAY_NONE), "");
    assert_string_equal(say_when(arena, LANGUAGE_DA, INSTANT_NONE), "");
}

static void numbers_are_worded(void **state)
{
    static const struct {
        int64_t hundredths;
        const char *danish, *english;
    } cases[] = {
        { 1850, "18,5", "18.5" }, { 1800, "18", "18" },     { 1805, "18,05", "18.05" },
        { 0, "0", "0" },          { -50, "-0,5", "-0.5" }, { 37, "0,37", "0.37" },
        { 99900, "999", "999" },  { 123456750, "1.234.567,5", "1,234,567.5" }, { -100000, "-1.000", "-1,000" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(say_number(arena, LANGUAGE_DA, cases[i].hundredths), cases[i].danish);
        assert_string_equal(say_number(arena, LANGUAGE_EN, cases[i].hundredths), cases[i].english);
    }
}

static void whole_numbers_have_their_thousands(void **state)
{
    (void)state;
    assert_string_equal(say_whole(arena, LANGUAGE_DA, 999), "999");
    assert_string_equal(say_whole(arena, LANGUAGE_DA, 20000), "20.000");
    assert_string_equal(say_whole(arena, LANGUAGE_EN, 1234567), "1,234,567");
    assert_string_equal(say_whole(arena, LANGUAGE_EN, -1000), "-1,000");
}

static void words_are_translated_and_filled(void **state)
{
    (void)state;
    assert_string_equal(say(LANGUAGE_EN, "i dag"), "today");
    assert_string_equal(say(LANGUAGE_DA, "i dag"), "i dag");
    assert_string_equal(say(LANGUAGE_EN, "findes ikke i po"), "findes ikke i po");
    assert_null(say(LANGUAGE_EN, NULL));
    assert_string_equal(say_with(arena, LANGUAGE_EN, "{1} t {2} min", "5", "18", NULL), "5 h 18 min");
    assert_string_equal(say_with(arena, LANGUAGE_DA, "{2} {1} {3}", "a", "b", NULL), "b a {3}");
    assert_string_equal(say_with(arena, LANGUAGE_DA, "Slut {1}. Så {2}.", "21. jan.", "nyt", NULL), "Slut 21. jan. Så nyt.");
}

static void same_left(instant due, int is_hour_rule, instant now, enum time_left_kind kind, const char *words)
{
    struct time_left left = say_left(arena, LANGUAGE_DA, due, is_hour_rule, now);

    assert_string_equal(left.words, words);
    assert_int_equal(left.kind, kind);
}

static void hour_rules_count_hours(void **state)
{
    instant due = at(12, 8, 14, 30);

    (void)state;
    same_left(due, 1, at(12, 8, 9, 12), LEFT_NOW, "5 t 18 min");
    same_left(due, 1, at(12, 8, 14, 0), LEFT_NOW, "30 min");
    same_left(due, 1, due - 59, LEFT_NOW, "under 1 min");
    same_left(due, 1, due, LEFT_NOW, "under 1 min");
    same_left(due, 1, due + 1, LEFT_OVER, "1 min over");
    same_left(due, 1, due + 9 * 3600 + 12 * 60, LEFT_OVER, "9 t 12 min over");
    same_left(due, 1, due + 120 * 3600, LEFT_OVER, "120 t 0 min over");
    same_left(due, 1, due + 120 * 3600 + 1, LEFT_OVER, "5 dage over");
    same_left(due, 1, at(12, 27, 0, 0), LEFT_OVER, "19 dage over");
    same_left(due, 1, at(12, 7, 14, 30), LEFT_SOON, "24 t 0 min");
    same_left(due, 1, at(12, 4, 14, 30), LEFT_SOON, "96 t 0 min");
    same_left(due, 1, at(12, 3, 14, 29), LEFT_CALM, "120 t 1 min");
}

static void day_rules_count_days(void **state)
{
    instant due = day_end(day_of(2026, 12, 8));

    (void)state;
    same_left(due, 0, at(12, 7, 23, 59), LEFT_SOON, "1 dag");
    same_left(due, 0, at(12, 8, 0, 0), LEFT_NOW, "i dag");
    same_left(due, 0, at(12, 8, 23, 59), LEFT_NOW, "i dag");
    same_left(due, 0, at(12, 9, 0, 0), LEFT_OVER, "1 dag over");
    same_left(due, 0, at(12, 11, 9, 0), LEFT_OVER, "3 dage over");
    same_left(due, 0, at(12, 5, 9, 0), LEFT_SOON, "3 dage");
    same_left(due, 0, at(12, 3, 9, 0), LEFT_SOON, "5 dage");
    same_left(due, 0, at(12, 2, 9, 0), LEFT_CALM, "6 dage");
    same_left(INSTANT_NEVER, 0, at(12, 2, 9, 0), LEFT_CALM, "sat i bero");
}

/* In 2026 the clocks go forward on 29 March and back on 25 October. */
static void clocks_that_change_do_not_matter(void **state)
{
    (void)state;
    same_left(at(3, 29, 12, 0), 1, at(3, 28, 12, 0), LEFT_NOW, "23 t 0 min");
    same_left(at(10, 25, 12, 0), 1, at(10, 24, 12, 0), LEFT_SOON, "25 t 0 min");
    same_left(day_end(day_of(2026, 3, 29)), 0, at(3, 28, 23, 30), LEFT_SOON, "1 dag");
    same_left(day_end(day_of(2026, 10, 25)), 0, at(10, 25, 23, 30), LEFT_NOW, "i dag");
    same_left(day_end(day_of(2026, 10, 25)), 0, at(10, 26, 0, 0), LEFT_OVER, "1 dag over");
}

static void english_has_its_words(void **state)
{
    (void)state;
    assert_string_equal(say_left(arena, LANGUAGE_EN, at(12, 8, 14, 30), 1, at(12, 8, 9, 12)).words, "5 h 18 min");
    assert_string_equal(say_left(arena, LANGUAGE_EN, at(12, 8, 14, 30), 0, at(12, 11, 9, 12)).words, "3 days over");
    assert_string_equal(left_class(LEFT_SOON), "soon");
}

static void names_own_things(void **state)
{
    (void)state;
    assert_string_equal(say_whose(arena, LANGUAGE_DA, "Reza"), "Rezas");
    assert_string_equal(say_whose(arena, LANGUAGE_DA, "Taras"), "Taras'");
    assert_string_equal(say_whose(arena, LANGUAGE_DA, "Aziz"), "Aziz'");
    assert_string_equal(say_whose(arena, LANGUAGE_EN, "Taras"), "Taras's");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_own_things),
        cmocka_unit_test(dates_are_worded),
        cmocka_unit_test(numbers_are_worded),
        cmocka_unit_test(whole_numbers_have_their_thousands),
        cmocka_unit_test(words_are_translated_and_filled),
        cmocka_unit_test(hour_rules_count_hours),
        cmocka_unit_test(day_rules_count_days),
        cmocka_unit_test(clocks_that_change_do_not_matter),
        cmocka_unit_test(english_has_its_words),
    };

    arena = arena_new(1 << 20);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
