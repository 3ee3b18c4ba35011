/* SPDX-License-Identifier: MIT
 * test_rules.c: reads rules.cases, one example of the pace a line. */
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
#include "danish/rules.h"

enum { MARKS_MAX = 8, WORD_MAX = 24 };

static const char *const why_words[PACE_WHY_COUNT] = { "known", "nothing", "one", "backwards", "done" };

static size_t marks_of(struct arena *arena, const char *words, struct danish_mark *marks)
{
    struct text_pieces pieces = text_split(arena, text_trim(arena, words), ' ');
    size_t count = 0;

    for (size_t i = 0; i < pieces.count && !text_is(pieces.at[i], "-"); i++) {
        int module;
        char on[WORD_MAX];
        assert_true(count < MARKS_MAX);
        assert_int_equal(sscanf(pieces.at[i], "%d:%23s", &module, on), 2);
        marks[count].module = module;
        assert_true(day_read(on, &marks[count++].on));
    }
    return count;
}

static void one_case(struct arena *arena, const char *line)
{
    struct text_pieces halves = text_split(arena, line, '|');
    struct danish_mark marks[MARKS_MAX];
    int modules;
    char why[WORD_MAX], each[WORD_MAX], next[WORD_MAX];

    assert_int_equal(halves.count, 2);
    assert_int_equal(sscanf(halves.at[1], " %d => %23s %23s %23s", &modules, why, each, next), 4);
    struct pace pace = danish_pace(marks, marks_of(arena, halves.at[0], marks), modules);
    const char *got_each = pace.why == PACE_KNOWN ? arena_format(arena, "%lld", (long long)pace.days_each) : "-";
    const char *got_next = pace.next_day == DAY_NONE ? "-" : day_iso(arena, pace.next_day);
    if (!text_is(why_words[pace.why], why) || !text_is(got_each, each) || !text_is(got_next, next))
        fail_msg("%s: got %s %s %s", line, why_words[pace.why], got_each, got_next);
}

static void every_case_holds(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    struct cases cases = cases_open("src/danish/rules.cases");

    while (cases_next(&cases))
        one_case(arena, cases.line);
    assert_true(cases.count >= 14);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_holds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
