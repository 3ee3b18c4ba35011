/* SPDX-License-Identifier: MIT
 * test_placement.c: reads rules.cases, one example a line, and how working hours are written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "cases.h"
#include "placement/pages.h"

enum { COLUMNS_MAX = 8, OFFICE_WEEK = 31 };

/* The words of a line; what stands after "=>" is the last. */
struct columns {
    char words[COLUMNS_MAX][40];
    int count;
};

static struct columns columns_of(const char *line)
{
    struct columns columns = { .count = 0 };
    int used;

    while (columns.count < COLUMNS_MAX && sscanf(line, "%39s%n", columns.words[columns.count], &used) == 1) {
        line += used;
        if (strcmp(columns.words[columns.count], "=>") != 0)
            columns.count++;
    }
    return columns;
}

static day day_in(const char *word)
{
    day on = DAY_NONE;

    day_read(word, &on);
    return on;
}

static int64_t number_in(const char *word)
{
    int64_t number = 0;

    assert_true(text_to_int(word, &number));
    return number;
}

static const char *start_why(const struct columns *c)
{
    struct placement_facts facts = { .course_end = day_in(c->words[0]), .from = day_in(c->words[1]) };

    return check_why_names[placement_check(&facts, CHECK_START).why];
}

static const char *length_why(const struct columns *c)
{
    struct placement_facts facts = { .from = day_in(c->words[0]), .to = day_in(c->words[1]) };

    return check_why_names[placement_check(&facts, CHECK_LENGTH).why];
}

/* "00:00-00:00" is no fixed hours, which working_hours_read does not know. */
static const char *language_why(const struct columns *c)
{
    struct week_slot lesson = { .weekday = (enum weekday)number_in(c->words[1]) };
    struct placement_facts facts = { .weekdays = OFFICE_WEEK, .lessons = &lesson, .lesson_count = 1 };

    working_hours_read(c->words[0], &facts.from_minute, &facts.to_minute);
    assert_true(working_hours_read(c->words[2], &lesson.from_minute, &lesson.to_minute));
    return check_why_names[placement_check(&facts, CHECK_LANGUAGE).why];
}

static const char *parties_why(const struct columns *c)
{
    struct placement_facts facts = { .party_count = (int)number_in(c->words[0]) };

    return check_why_names[placement_check(&facts, CHECK_PARTIES).why];
}

static const char *places_why(const struct columns *c)
{
    struct placement_facts facts = { .taken_count = number_in(c->words[0]), .place_count = number_in(c->words[1]),
                                     .kind = placement_kind_of(c->words[2]) };

    return check_why_names[placement_check(&facts, CHECK_PLACES).why];
}

static const char *week_why(const struct columns *c)
{
    struct week_slot lesson = { .from_minute = 0, .to_minute = (int)number_in(c->words[1]) };
    struct placement_facts facts = { .hours = number_in(c->words[0]), .lessons = &lesson, .lesson_count = 1 };

    return check_why_names[placement_check(&facts, CHECK_WEEK).why];
}

static const char *paid_why(const struct columns *c)
{
    struct placement_facts facts = { .is_paid_first = strcmp(c->words[0], "ips") == 0,
                                     .kind = placement_kind_of(c->words[1]), .paid = number_in(c->words[2]) };

    return check_why_names[placement_check(&facts, CHECK_PAID).why];
}

static const struct {
    const char *name;
    const char *(*why)(const struct columns *columns);
} rules[] = {
    { "placement.start", start_why },       { "placement.length", length_why },
    { "placement.language", language_why }, { "placement.parties", parties_why },
    { "placement.places", places_why },     { "placement.week", week_why },
    { "placement.paid", paid_why },
};

static void every_case_holds(void **state)
{
    (void)state;
    struct cases cases = cases_open("src/placement/rules.cases");
    int count = 0;

    while (cases_next(&cases)) {
        if (strcmp(cases.rule, "lawful") == 0)
            continue; /* test_lawful.c. */
        struct columns columns = columns_of(cases.line);
        const char *got = rules[CASES_ROW(&cases, rules)].why(&columns);
        if (strcmp(got, columns.words[columns.count - 1]) != 0)
            fail_msg("got %s for: %s", got, cases.line);
        count++;
    }
    assert_true(count >= 30);
}

static void working_hours_are_read_as_people_write_them(void **state)
{
    (void)state;
    int from = 0, to = 0;

    assert_true(working_hours_read("7.00-12.00", &from, &to));
    assert_int_equal(from, 420);
    assert_int_equal(to, 720);
    assert_true(working_hours_read(" 7 – 12.30 ", &from, &to));
    assert_int_equal(to, 750);
    assert_true(working_hours_read("08:15-24", &from, &to));
    assert_int_equal(to, 1440);
    assert_false(working_hours_read("12-7", &from, &to));
    assert_false(working_hours_read("7.00", &from, &to));
    assert_false(working_hours_read("7.60-12", &from, &to));
    assert_false(working_hours_read("7-25", &from, &to));
    assert_false(working_hours_read("7-12 ca.", &from, &to));
}

static void a_company_that_pauses_is_left_in_peace_until_its_day(void **state)
{
    (void)state;
    struct placement_facts facts = { .company_state = COMPANY_PAUSING, .from = 100, .pause_until = 100 };

    assert_int_equal(placement_check(&facts, CHECK_COMPANY).why, WHY_PAUSING);
    facts.pause_until = 99;
    assert_int_equal(placement_check(&facts, CHECK_COMPANY).why, WHY_FINE);
    facts.pause_until = DAY_NONE;
    assert_int_equal(placement_check(&facts, CHECK_COMPANY).why, WHY_PAUSING);
    facts.company_state = COMPANY_NEVER;
    assert_int_equal(placement_check(&facts, CHECK_COMPANY).why, WHY_NEVER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_holds),
        cmocka_unit_test(working_hours_are_read_as_people_write_them),
        cmocka_unit_test(a_company_that_pauses_is_left_in_peace_until_its_day),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
