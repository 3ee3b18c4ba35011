/* SPDX-License-Identifier: MIT
 * test_lawful.c: the lines of rules.cases under "rule lawful", and how many a workplace may have. */
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
#include "placement/lawful.h"

enum { MONTHS_MAX = 14, WORDS_MAX = 20, OWN_COUNT = 4 };

static int64_t months[MONTHS_MAX], months_cvr[MONTHS_MAX];

/* As a municipality would write them after reading the new order. */
static const struct law_own own[OWN_COUNT] = {
    { "ratio_small", { 5000, DAY_NONE, DAY_NONE, "x", "x", LAW_VERIFIED, true } },
    { "ratio_large", { 10000, DAY_NONE, DAY_NONE, "x", "x", LAW_VERIFIED, true } },
    { "ratio_boundary", { 50000, DAY_NONE, DAY_NONE, "x", "x", LAW_VERIFIED, true } },
    { "ratio_months", { 4000, DAY_NONE, DAY_NONE, "x", "x", LAW_VERIFIED, true } },
};

static day day_in(const char *word)
{
    day on = DAY_NONE;

    day_read(word, &on);
    return on;
}

/* "20,19" in people, as hundredths. */
static size_t counts_in(struct arena *arena, const char *words, int64_t *counts)
{
    struct text_pieces pieces = text_split(arena, words, ',');

    assert_true(pieces.count <= MONTHS_MAX);
    for (size_t i = 0; i < pieces.count; i++)
        counts[i] = strtoll(pieces.at[i], NULL, 10) * 100;
    return pieces.count;
}

static void read_fact(struct arena *arena, struct lawful_facts *facts, char *word, bool *is_own)
{
    char *value = strchr(word, '=');

    assert_non_null(value);
    *value++ = 0;
    if (text_is(word, "employees")) facts->month_count = counts_in(arena, value, months);
    else if (text_is(word, "cvr")) facts->month_count_cvr = counts_in(arena, value, months_cvr);
    else if (text_is(word, "supported")) facts->supported = strtoll(value, NULL, 10);
    else if (text_is(word, "hours")) facts->hours = strtoll(value, NULL, 10);
    else if (text_is(word, "training")) facts->training_days = strtoll(value, NULL, 10);
    else if (text_is(word, "clash")) {
        facts->is_times_known = *value != '-';
        facts->is_clashing = *value == '1';
    }
    else if (text_is(word, "sector")) facts->sector = value;
    else if (text_is(word, "born")) facts->born = day_in(value);
    else if (text_is(word, "registered")) facts->registered = day_in(value);
    else if (text_is(word, "unemployed")) facts->unemployed = day_in(value);
    else if (text_is(word, "assessed")) facts->assessed = day_in(value);
    else if (text_is(word, "union_said")) facts->union_said = day_in(value);
    else if (text_is(word, "school")) facts->school_weeks = strtoll(value, NULL, 10);
    else if (text_is(word, "own")) *is_own = true;
    else if (text_is(word, "employed")) {
        facts->is_employed_known = true;
        facts->employed = day_in(value);
    } else fail_msg("no such fact: %s", word);
}

static const struct law_check *check_named(const char *name)
{
    const struct law_checks *checks = law_checks_kept();

    for (size_t i = 0; i < checks->count; i++)
        if (text_is(checks->at[i].name, name))
            return &checks->at[i];
    return NULL;
}

static void line_holds(struct arena *arena, const char *line)
{
    struct text_pieces words = text_split(arena, text_trim(arena, line), ' ');
    struct lawful_facts facts = { .born = DAY_NONE, .registered = DAY_NONE, .unemployed = DAY_NONE, .employed = DAY_NONE,
                                  .assessed = DAY_NONE, .company_said = DAY_NONE, .union_said = DAY_NONE, .hours = 3700,
                                  .school_weeks = -1, .is_times_known = true, .months = months, .months_cvr = months_cvr };
    const char *seen[WORDS_MAX];
    size_t count = 0;
    bool is_own = false;

    for (size_t i = 0; i < words.count; i++)
        if (!text_is_blank(words.at[i]) && count < WORDS_MAX)
            seen[count++] = words.at[i];
    assert_true(count >= 6 && text_is(seen[count - 3], "=>"));
    const struct law_check *check = check_named(seen[0]);
    if (check == NULL)
        fail_msg("no such check: %s", line);
    facts.from = day_in(seen[1]);
    facts.to = day_in(seen[2]);
    for (size_t i = 3; i + 3 < count; i++)
        read_fact(arena, &facts, arena_dup(arena, seen[i]), &is_own);
    const struct law *law = is_own ? law_with(arena, law_kept(), own, OWN_COUNT) : law_kept();
    struct lawful_answer got = lawful_answer_of(law, check, &facts);
    if (!text_is(lawful_verdict_words[got.verdict], seen[count - 2]) || !text_is(lawful_why_words[got.why], seen[count - 1]))
        fail_msg("got %s %s for: %s", lawful_verdict_words[got.verdict], lawful_why_words[got.why], line);
}

static void every_line_holds(void **state)
{
    (void)state;
    struct arena *arena = arena_new(16 << 20);
    struct cases cases = cases_open("src/placement/rules.cases");
    int count = 0;

    while (cases_next(&cases))
        if (text_is(cases.rule, "lawful")) {
            line_holds(arena, cases.line);
            count++;
        }
    arena_free(arena);
    assert_true(count >= 80);
}

static void a_workplace_may_always_have_one(void **state)
{
    static const struct { int64_t employees, allowed; } of[] = {
        { 0, 1 }, { 1, 1 }, { 4, 1 }, { 5, 1 }, { 9, 1 }, { 10, 2 }, { 49, 9 }, { 50, 10 }, { 51, 10 }, { 59, 10 },
        { 60, 11 }, { 61, 11 }, { 70, 12 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof of / sizeof *of; i++)
        assert_int_equal(lawful_ratio(of[i].employees, 5, 10, 50), of[i].allowed);
}

static void a_check_concerns_its_kind_and_law(void **state)
{
    const struct law_check *check = check_named("weeks_job_ready");

    (void)state;
    assert_true(law_check_concerns(check, "company_placement", "lab", "jobparat", ""));
    assert_false(law_check_concerns(check, "igu", "lab", "jobparat", ""));
    assert_false(law_check_concerns(check, "company_placement", "integrationsloven", "jobparat", ""));
    assert_false(law_check_concerns(check, "company_placement", "lab", "aktivitetsparat", ""));
    assert_true(law_check_concerns(check, "company_placement", "lab", "", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_holds),
        cmocka_unit_test(a_workplace_may_always_have_one),
        cmocka_unit_test(a_check_concerns_its_kind_and_law),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
