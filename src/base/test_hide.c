/* SPDX-License-Identifier: MIT
 * test_hide.c: the law of small numbers: they are hidden, and cannot be worked out from what is shown and the sum. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* cmocka.h needs these first. */
#include <cmocka.h>

#include "base/hide.h"

/* Tables of numbers below TABLE_MOST are looked at; a larger number may stand in those that they are taken for. */
enum { TABLE_GROUPS = 3, TABLE_MOST = 12, OTHER_MOST = 16, TABLES = OTHER_MOST * OTHER_MOST * OTHER_MOST };
enum { HIDDEN = -1, SMALL_HIDDEN = -2 };

/* Everything a page shows of some numbers: hidden ones by their sign, and their sum unless it must be seen nowhere. */
struct shown {
    int64_t at[TABLE_GROUPS];
    int64_t sum;
};

static struct shown shown_of(enum small_words words, const int64_t *numbers)
{
    bool is_hidden[TABLE_GROUPS];
    bool is_secret = hide_small(words, numbers, TABLE_GROUPS, is_hidden);
    struct shown shown = { .sum = is_secret ? 0 : HIDDEN };

    for (int i = 0; i < TABLE_GROUPS; i++)
        shown.at[i] = !is_hidden[i] ? numbers[i] : words == SMALL_TOLD && is_count_small(numbers[i]) ? SMALL_HIDDEN : HIDDEN;
    for (int i = 0; i < TABLE_GROUPS && is_secret; i++)
        shown.sum += numbers[i];
    return shown;
}

static void numbers_of_table(int table, int64_t *numbers)
{
    for (int i = 0; i < TABLE_GROUPS; i++, table /= OTHER_MOST)
        numbers[i] = table % OTHER_MOST;
}

/* Would this page stand for those numbers too? All that a page can be by the rule, for somebody who knows it. */
static bool is_same_page(const struct shown *all, int table, int other)
{
    return memcmp(&all[table], &all[other], sizeof all[other]) == 0;
}

/* The same for somebody who only subtracts: what is shown, the sum, and below five or not are right. */
static bool is_same_sum(const struct shown *all, int table, int other)
{
    int64_t numbers[TABLE_GROUPS], sum = 0;

    numbers_of_table(other, numbers);
    for (int i = 0; i < TABLE_GROUPS; i++) {
        int64_t at = all[table].at[i];
        sum += numbers[i];
        if (at == HIDDEN ? numbers[i] < SMALL_COUNT : at == SMALL_HIDDEN ? !is_count_small(numbers[i]) : at != numbers[i])
            return false;
    }
    return all[table].sum == HIDDEN || all[table].sum == sum;
}

static void show_all(enum small_words words, struct shown *all)
{
    int64_t numbers[TABLE_GROUPS];

    for (int t = 0; t < TABLES; t++) {
        numbers_of_table(t, numbers);
        all[t] = shown_of(words, numbers);
    }
}

/* Each small number of each table is hidden, and could be another in some table that is taken for the same. */
static void no_small_number_is_known(const struct shown *all, bool (*is_same)(const struct shown *all, int table, int other))
{
    int64_t numbers[TABLE_GROUPS], other[TABLE_GROUPS], looked_at = 0;

    for (int t = 0; t < TABLES; t++) {
        bool can[TABLE_GROUPS] = { 0 };
        numbers_of_table(t, numbers);
        if (numbers[0] >= TABLE_MOST || numbers[1] >= TABLE_MOST || numbers[2] >= TABLE_MOST)
            continue;
        for (int o = 0; o < TABLES; o++) {
            if (!is_same(all, t, o))
                continue;
            numbers_of_table(o, other);
            for (int i = 0; i < TABLE_GROUPS; i++)
                can[i] |= other[i] != numbers[i];
        }
        for (int i = 0; i < TABLE_GROUPS; i++) {
            if (!is_count_small(numbers[i]))
                continue;
            assert_true(all[t].at[i] < 0);
            looked_at++;
            if (!can[i])
                fail_msg("%d %d %d: number %d is known", (int)numbers[0], (int)numbers[1], (int)numbers[2], i);
        }
    }
    assert_true(looked_at > 1000);
}

/* Not even by somebody who knows the rule. */
static void a_secret_small_number_cannot_be_worked_out(void **state)
{
    static struct shown all[TABLES];

    (void)state;
    show_all(SMALL_SECRET, all);
    no_small_number_is_known(all, is_same_page);
}

static void a_small_number_that_is_told_cannot_be_subtracted(void **state)
{
    static struct shown all[TABLES];

    (void)state;
    show_all(SMALL_TOLD, all);
    no_small_number_is_known(all, is_same_sum);
}

static void what_need_not_be_hidden_is_shown(void **state)
{
    static const int64_t none_small[] = { 41, 0, 33, 8 }, two_small[] = { 12, 2, 6, 2 };
    bool is_hidden[4];

    (void)state;
    for (int words = SMALL_SECRET; words <= SMALL_TOLD; words++) {
        assert_true(hide_small((enum small_words)words, none_small, 4, is_hidden));
        for (int i = 0; i < 4; i++)
            assert_false(is_hidden[i]);
    }
    assert_true(hide_small(SMALL_TOLD, two_small, 4, is_hidden));
    assert_true(!is_hidden[0] && is_hidden[1] && !is_hidden[2] && is_hidden[3]);
    assert_true(hide_small(SMALL_SECRET, two_small, 4, is_hidden));
    assert_true(!is_hidden[0] && is_hidden[1] && is_hidden[2] && is_hidden[3]);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_secret_small_number_cannot_be_worked_out),
        cmocka_unit_test(a_small_number_that_is_told_cannot_be_subtracted),
        cmocka_unit_test(what_need_not_be_hidden_is_shown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
