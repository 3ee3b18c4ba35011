/* SPDX-License-Identifier: MIT
 * test_plan.c: reads rules.cases, one example a line; _ stands for a blank, - for nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "cases.h"
#include "plan/plan.h"

enum { WORD_MAX = 60 };

static const char *const why_words[PLAN_WHY_COUNT] = { "fine", "without_own_words", "without_goals" };

/* A word of the file as a text: NULL for "-". */
static const char *text_of(char *word)
{
    for (char *at = word; *at != 0; at++)
        if (*at == '_')
            *at = ' ';
    return text_is(word, "-") ? NULL : word;
}

static day day_in(const char *word)
{
    day on = DAY_NONE;

    assert_true(text_is(word, "-") || day_read(word, &on));
    return on;
}

static void may_agree_holds(const char *line)
{
    char words[WORD_MAX], reason[WORD_MAX], why[WORD_MAX];
    unsigned goals;

    if (sscanf(line, "%59s %u %59s => %59s", words, &goals, reason, why) != 4)
        fail_msg("not a case: %s", line);
    const char *because = text_of(reason);
    enum plan_why is = plan_may_agree(text_of(words), goals, because == NULL ? "" : because);
    if (!text_is(why_words[is], why))
        fail_msg("%s: got %s", line, why_words[is]);
}

static enum review_decision decision_of(const char *code)
{
    for (int i = 0; i < REVIEW_DECISION_COUNT; i++)
        if (text_is(review_decision_codes[i], code))
            return (enum review_decision)i;
    fail_msg("no decision: %s", code);
    return REVIEW_GO_ON;
}

static void after_review_holds(const char *line)
{
    char decision[WORD_MAX], today[WORD_MAX], next[WORD_MAX], state[WORD_MAX], review[WORD_MAX], reached[WORD_MAX],
        win[WORD_MAX], task[WORD_MAX];

    if (sscanf(line, "%59s %59s %59s => %59s %59s %59s %59s %59s", decision, today, next, state, review, reached, win,
               task) != 8)
        fail_msg("not a case: %s", line);
    struct review_outcome is = plan_after_review(decision_of(decision), day_in(today), day_in(next));
    const char *wanted_task = text_of(task);
    bool is_right = text_is(is.state, state) && is.review_day == day_in(review) && is.reached_day == day_in(reached)
                    && is.is_win == text_is(win, "yes");
    bool is_right_task = (is.task == NULL) == (wanted_task == NULL)
                         && (is.task == NULL || text_is(is.task, wanted_task));
    if (!is_right || !is_right_task)
        fail_msg("%s: got %s, task %s", line, is.state, is.task == NULL ? "-" : is.task);
}

static const struct {
    const char *rule;
    void (*holds)(const char *line);
} suites[] = { { "plan.may_agree", may_agree_holds }, { "plan.after_review", after_review_holds } };

static void every_case_holds(void **state)
{
    (void)state;
    struct cases cases = cases_open("src/plan/rules.cases");

    while (cases_next(&cases))
        suites[CASES_ROW(&cases, suites)].holds(cases.line);
    assert_true(cases.count >= 19);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_holds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
