/* SPDX-License-Identifier: MIT
 * test_rules.c: reads rules.cases, one example a line; - stands for nothing. And the file's own mistakes. */
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
#include "hours/rules.h"

enum { WORDS_MAX = 40, TIMES_MAX = 8 };

static struct arena *arena;

/* The words before "=>", and what stands after it. */
struct example {
    const char *at[WORDS_MAX];
    int count;
    const char *expected;
};

static struct example example_of(char *line)
{
    struct example example = { .count = 0 };
    char *arrow = strstr(line, "=>");

    assert_non_null(arrow);
    *arrow = 0;
    example.expected = text_trim(arena, arrow + 2);
    struct text_pieces pieces = text_split(arena, text_trim(arena, line), ' ');
    for (size_t i = 0; i < pieces.count && example.count < WORDS_MAX; i++)
        if (*pieces.at[i] != 0)
            example.at[example.count++] = pieces.at[i];
    return example;
}

static day day_in(const char *word)
{
    day on = DAY_NONE;

    day_read(word, &on);
    return on;
}

static const char *count_of(const struct example *e)
{
    struct hour_sums sums = { 0 };

    for (int i = 3; i < e->count; i++)
        for (int kind = 0; kind < HOUR_KIND_COUNT; kind++) {
            size_t length = strlen(hour_kind_codes[kind]);
            if (strncmp(e->at[i], hour_kind_codes[kind], length) != 0 || e->at[i][length] != '=')
                continue;
            long long planned, there, excused, missed;
            assert_int_equal(sscanf(e->at[i] + length + 1, "%lld/%lld/%lld/%lld", &planned, &there, &excused, &missed), 4);
            sums.at[kind][HOUR_PLANNED] = planned;
            sums.at[kind][HOUR_DELIVERED] = there;
            sums.at[kind][HOUR_EXCUSED] = excused;
            sums.at[kind][HOUR_MISSED] = missed;
        }
    struct hour_answer a = hours_count(hour_rules_kept(), e->at[0], day_in(e->at[1]), strtoll(e->at[2], NULL, 10), &sums);
    return arena_format(arena, "%lld %lld %lld %lld %lld %lld", (long long)a.counted[HOUR_DELIVERED], (long long)a.counted[HOUR_EXCUSED],
                        (long long)a.counted[HOUR_PLANNED], (long long)a.unsure, (long long)a.uncounted, (long long)a.missing);
}

static const char *step_of(const struct example *e)
{
    struct hour_step steps[TIMES_MAX];
    size_t count = 0;

    for (int i = 0; i < e->count - 2; i++) {
        struct text_pieces parts = text_split(arena, e->at[i], ':');
        steps[count++] = (struct hour_step){ day_in(parts.at[0]), strtoll(parts.at[1], NULL, 10) };
    }
    const struct hour_step *step = hours_step_on(steps, count, day_in(e->at[e->count - 1]));
    return step == NULL ? "none" : arena_format(arena, "%lld", (long long)step->hours);
}

static const char *holes_of(const struct example *e)
{
    int from[7] = { 0 }, to[7] = { 0 }, begin, end;
    struct hour_busy busy[WORDS_MAX];
    struct hour_hole holes[HOLES_MAX];
    struct text found = text_new(arena);

    assert_int_equal(sscanf(e->at[0], "%d-%d", &begin, &end), 2);
    for (int i = 0; i < 5; i++) {
        from[i] = begin;
        to[i] = end;
    }
    for (int i = 1; i < e->count; i++)
        assert_int_equal(sscanf(e->at[i], "%d:%d-%d", &busy[i - 1].weekday, &busy[i - 1].from, &busy[i - 1].to), 3);
    size_t count = hours_holes(from, to, busy, (size_t)(e->count - 1), holes);
    for (size_t i = 0; i < count; i++)
        text_add_format(&found, "%s%d:%d-%d", i == 0 ? "" : " ", holes[i].weekday, holes[i].from, holes[i].to);
    return count == 0 ? "none" : text_done(&found);
}

static const char *or_nothing(const char *word)
{
    return text_is(word, "-") ? "" : word;
}

static const char *group_of(const struct example *e)
{
    struct benefit_time times[TIMES_MAX];
    struct group_facts facts = { .benefit_now = or_nothing(e->at[0]), .passed = or_nothing(e->at[1]), .times = times,
                                 .asked_on = day_in(e->at[2]) };

    for (int i = 3; i < e->count; i++) {
        struct text_pieces parts = text_split(arena, e->at[i], ':');
        times[facts.time_count++] = (struct benefit_time){ parts.at[0], day_in(parts.at[1]), day_in(parts.at[2]) };
    }
    struct group_answer a = hours_group(&hour_rules_kept()->groups[0], &facts);
    return arena_format(arena, "%s %s %d/%d/%d", group_verdict_codes[a.verdict], group_why_codes[a.why], a.months_with, a.months_without,
                        a.months_unknown);
}

static const struct {
    const char *name;
    const char *(*answer)(const struct example *example);
} rules[] = {
    { "hours.count", count_of }, { "hours.step", step_of }, { "hours.holes", holes_of }, { "hours.group", group_of },
};
enum { RULE_COUNT = sizeof rules / sizeof *rules };

static void every_example_has_its_answer(void **state)
{
    (void)state;
    struct cases cases = cases_open("src/hours/rules.cases");
    int counts[RULE_COUNT] = { 0 };

    while (cases_next(&cases)) {
        size_t rule = CASES_ROW(&cases, rules);
        char *told = arena_dup(arena, cases.line);
        struct example example = example_of(cases.line);
        const char *answer = rules[rule].answer(&example);
        if (!text_is(answer, example.expected))
            fail_msg("%s  answers %s", told, answer);
        counts[rule]++;
    }
    for (int i = 0; i < RULE_COUNT; i++)
        assert_true(counts[i] >= 4);
}

/* A cap: what was there comes first, and the room that is left is told in planned hours. */
static void a_cap_is_filled_by_what_happened_first(void **state)
{
    (void)state;
    static const char *const sets[] = { "own" };
    const struct hour_count counts[] = { { .name = "c", .kind = "job_search", .sets = { sets, 1 }, .percent = 50000, .cap = 5000,
                                           .from = DAY_NONE, .to = DAY_NONE, .mark = LAW_DEFAULT } };
    const struct hour_rules own = { .counts = counts, .count_count = 1 };
    struct hour_sums sums = { 0 };

    sums.at[HOUR_JOB_SEARCH][HOUR_DELIVERED] = 480;
    sums.at[HOUR_JOB_SEARCH][HOUR_PLANNED] = 180;
    struct hour_answer answer = hours_count(&own, "own", 0, 600, &sums);
    assert_int_equal(answer.counted[HOUR_DELIVERED], 240);
    assert_int_equal(answer.counted[HOUR_PLANNED], 60);
    assert_int_equal(answer.missing, 300);
    assert_int_equal(hours_room(&own, "own", 0, HOUR_JOB_SEARCH, &sums), 0);
    sums.at[HOUR_JOB_SEARCH][HOUR_PLANNED] = 60;
    assert_int_equal(hours_room(&own, "own", 0, HOUR_JOB_SEARCH, &sums), 60);
    assert_int_equal(hours_room(&own, "own", 0, HOUR_DANISH, &sums), 0);
}

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_has_its_answer),
        cmocka_unit_test(a_cap_is_filled_by_what_happened_first),
    };

    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
