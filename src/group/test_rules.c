/* SPDX-License-Identifier: MIT
 * test_rules.c: reads rules.cases, one example of the course's rules a line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "cases.h"
#include "group/rules.h"

static const char *const hours_words[HOURS_WHY_COUNT] = { "fine", "fewer", "more" };

/* One of the words of a line; "-" is an empty one. */
struct cell {
    char text[40];
};

/* Splits at two or more spaces, "|" and "=>"; single spaces stay inside: "37 hours". */
static int cells_of(const char *line, struct cell *cells, int most)
{
    int count = 0;

    while (*line != 0 && count < most) {
        size_t length = 0;
        line += strspn(line, " |=>");
        if (*line == 0)
            break;
        while (line[length] != 0 && line[length] != '|' && line[length] != '=' &&
               !(line[length] == ' ' && (line[length + 1] == ' ' || line[length + 1] == '|' || line[length + 1] == '=')))
            length++;
        assert_true(length < sizeof cells->text);
        memcpy(cells[count].text, line, length);
        cells[count++].text[length] = 0;
        line += length;
    }
    return count;
}

static day day_cell(struct cell cell)
{
    day on = DAY_NONE;

    if (!text_is(cell.text, "-"))
        assert_true(day_read(cell.text, &on));
    return on;
}

static struct amount amount_cell(struct arena *arena, struct cell cell)
{
    struct amount amount = { 0 };
    struct problem problem;

    if (!text_is(cell.text, "-"))
        assert_true(amount_parse(arena, cell.text, &amount, &problem));
    return amount;
}

static void case_week(struct arena *arena, const char *line)
{
    struct cell cells[6];

    assert_int_equal(cells_of(line, cells, 6), 6);
    int64_t minutes = (int64_t)(strtod(cells[0].text, NULL) * 60), language = (int64_t)(strtod(cells[1].text, NULL) * 60);
    struct week_slot slots[] = { { MONDAY, 0, language, true }, { TUESDAY, 0, minutes - language, false } };
    struct amount hours = amount_cell(arena, cells[2]), part = amount_cell(arena, cells[3]);
    struct week week = week_of(slots, 2, &hours, &part);
    struct week_verdict verdict = week_check(&week);

    if (!text_is(hours_words[verdict.hours], cells[4].text) || !text_is(hours_words[verdict.language], cells[5].text))
        fail_msg("%s: got %s, %s", line, hours_words[verdict.hours], hours_words[verdict.language]);
}

static void case_own_weeks(struct arena *arena, const char *line)
{
    struct cell cells[4];
    struct span length = { 0 };
    struct problem problem;

    assert_int_equal(cells_of(line, cells, 4), 4);
    if (!text_is(cells[1].text, "-"))
        assert_true(span_parse(arena, cells[1].text, &length, &problem));
    day last = own_last_day(day_cell(cells[0]), length, day_cell(cells[2]));
    if (last != day_cell(cells[3]))
        fail_msg("%s: got %s", line, last == DAY_NONE ? "-" : day_iso(arena, last));
}

static void case_meets(struct arena *arena, const char *line)
{
    struct cell cells[2];

    (void)arena;
    assert_int_equal(cells_of(line, cells, 2), 2);
    if (group_meets_on(day_cell(cells[0])) != text_is(cells[1].text, "yes"))
        fail_msg("%s", line);
}

static void case_clash(struct arena *arena, const char *line)
{
    struct week_slot slots[8];
    size_t count = 0;
    struct text_pieces halves = text_split(arena, line, '=');
    struct text_pieces pieces = text_split(arena, text_trim(arena, halves.at[0]), ' ');
    int64_t expected = -1;

    for (; count < pieces.count && count < 8; count++) {
        int weekday, from, to;
        assert_int_equal(sscanf(pieces.at[count], "%d:%d-%d", &weekday, &from, &to), 3);
        slots[count] = (struct week_slot){ weekday, from, to, false };
    }
    if (!text_is(text_trim(arena, halves.at[1] + 1), "-"))
        assert_true(text_to_int(text_trim(arena, halves.at[1] + 1), &expected));
    if (week_clash(slots, count) != expected)
        fail_msg("%s: got %d", line, week_clash(slots, count));
}

static void case_entry(struct arena *arena, const char *line)
{
    static const char *const words[ENTRY_WHY_COUNT] = { "fine", "others", "not_known" };
    struct cell cells[3];

    (void)arena;
    assert_int_equal(cells_of(line, cells, 3), 3);
    for (int i = 0; i < 2; i++)
        if (text_is(cells[i].text, "-"))
            cells[i].text[0] = 0;
    enum entry_why why = entry_check(cells[0].text, cells[1].text);
    if (!text_is(words[why], cells[2].text))
        fail_msg("%s: got %s", line, words[why]);
}

static void case_free(struct arena *arena, const char *line)
{
    struct stay stays[8];
    size_t count = 0;
    struct cell cells[4];
    int64_t room = 0, first = 0, expected = 0;

    assert_int_equal(cells_of(line, cells, 4), 4);
    struct text_pieces pieces = text_split(arena, cells[0].text, ' ');
    for (; count < pieces.count && count < 8; count++) {
        int from, to = 0;
        assert_true(sscanf(pieces.at[count], "%d:%d", &from, &to) >= 1);
        stays[count] = (struct stay){ day_of(2026, 3, from), to == 0 ? DAY_NONE : day_of(2026, 3, to) };
    }
    assert_true(text_to_int(cells[1].text, &room) && text_to_int(cells[2].text, &first));
    day free_from = place_free_from(stays, count, room, day_of(2026, 3, (int)first), day_of(2026, 3, 31));
    bool is_never = text_is(cells[3].text, "-") || !text_to_int(cells[3].text, &expected);
    if (free_from != (is_never ? DAY_NONE : day_of(2026, 3, (int)expected)))
        fail_msg("%s: got %s", line, free_from == DAY_NONE ? "-" : day_iso(arena, free_from));
}

static void case_certificate(struct arena *arena, const char *line)
{
    static const char *const words[CERTIFICATE_WHY_COUNT] = { "fine", "too_few", "not_known" };
    struct cell cells[4];
    int64_t numbers[3];

    (void)arena;
    assert_int_equal(cells_of(line, cells, 4), 4);
    for (int i = 0; i < 3; i++)
        assert_true(text_to_int(cells[i].text, &numbers[i]));
    enum certificate_why why = participation_check(numbers[0], numbers[1], numbers[2]);
    if (!text_is(words[why], cells[3].text))
        fail_msg("%s: got %s", line, words[why]);
}

/* And every minute of a day survives being shown and saved. */
static void case_away(struct arena *arena, const char *line)
{
    struct cell cells[3];
    int64_t numbers[3];

    (void)arena;
    assert_int_equal(cells_of(line, cells, 3), 3);
    for (int i = 0; i < 3; i++)
        assert_true(text_to_int(cells[i].text, &numbers[i]));
    int64_t minutes = minutes_of_hundredths(numbers[0]), shown = hundredths_of_minutes(minutes);
    if (minutes != numbers[1] || shown != numbers[2])
        fail_msg("%s: got %lld, %lld", line, (long long)minutes, (long long)shown);
    for (int64_t minute = 0; minute <= MINUTES_A_DAY; minute++)
        assert_int_equal(minutes_of_hundredths(hundredths_of_minutes(minute)), minute);
}

static void case_talk(struct arena *arena, const char *line)
{
    struct scheme_session_part parts[] = { { .text.da = "Løb" }, { .text.da = "Samtale", .talk = true } };
    struct scheme_session sessions[] = { { .text.da = "Træning" }, { .text.da = "Foreningsbesøg", .last = true } };
    struct scheme_activity activity = { 0 };
    struct cell cells[4];
    int64_t part;

    (void)arena;
    sessions[0].parts.at = parts;
    sessions[0].parts.count = 2;
    activity.sessions.at = sessions;
    activity.sessions.count = 2;
    assert_int_equal(cells_of(line, cells, 4), 4);
    assert_true(text_to_int(cells[0].text, &part));
    const struct scheme_session_part *talk = talk_of(&activity, part, cells[1].text, text_is(cells[2].text, "yes"));
    if (!text_is(talk == NULL ? "-" : talk->text.da, cells[3].text))
        fail_msg("%s: got %s", line, talk == NULL ? "-" : talk->text.da);
}

static const struct {
    const char *name;
    void (*check)(struct arena *arena, const char *line);
} rules[] = {
    { "group.week", case_week }, { "group.own_weeks", case_own_weeks },
    { "group.meets", case_meets }, { "group.clash", case_clash },
    { "group.entry", case_entry }, { "group.free", case_free },
    { "group.certificate", case_certificate }, { "group.away", case_away },
    { "group.talk", case_talk },
};

static void every_case_holds(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    struct cases cases = cases_open("src/group/rules.cases");

    while (cases_next(&cases))
        rules[CASES_ROW(&cases, rules)].check(arena, cases.line);
    assert_true(cases.count >= 40);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_holds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
