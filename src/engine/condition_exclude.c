/* SPDX-License-Identifier: MIT
 * condition_exclude.c: can two conditions hold at once? Only what is certain is answered: tests that both
 * need, about the same thing, whose values have nothing in common. */
#include "base/text.h"
#include "engine/condition_private.h"

bool pattern_may_meet(const struct pattern *one, const struct pattern *other)
{
    bool is_code = code_is_none(one->code) || code_is_none(other->code) || code_is(one->code, other->code);

    return one->is_set && other->is_set && one->kind == other->kind && is_code;
}

static bool is_conjunction(const struct condition *condition)
{
    for (size_t i = 0; i < condition->operation_count; i++)
        if (condition->operations[i] == OPERATION_OR || condition->operations[i] == OPERATION_NOT)
            return false;
    return true;
}

static bool is_same_pattern(const struct pattern *a, const struct pattern *b)
{
    return a->is_set == b->is_set && a->kind == b->kind && code_is(a->code, b->code) && a->where == NULL && b->where == NULL;
}

static bool is_same_operand(const struct operand *a, const struct operand *b)
{
    return a->kind == b->kind && a->function == b->function && code_is(a->name, b->name) && code_is(a->id, b->id) &&
           is_same_pattern(&a->pattern, &b->pattern) && a->span.unit == b->span.unit && a->span.count == b->span.count;
}

/* The numbers a test lets through, both ends inside; false when it is no comparison of numbers. Values
 * are thousandths, so that "more than" is one more. */
static bool range_of(const struct test *test, int64_t *low, int64_t *high)
{
    *low = INT64_MIN;
    *high = INT64_MAX;
    if (test->right.kind != DATUM_NUMBER)
        return false;
    if (test->comparison == IS_EQUAL || test->comparison == IS_AT_LEAST)
        *low = test->right.number;
    if (test->comparison == IS_EQUAL || test->comparison == IS_AT_MOST)
        *high = test->right.number;
    if (test->comparison == IS_MORE)
        *low = test->right.number + 1;
    if (test->comparison == IS_LESS)
        *high = test->right.number - 1;
    return *low != INT64_MIN || *high != INT64_MAX;
}

static bool is_code_test(const struct test *test)
{
    return test->right.kind == DATUM_CODE && (test->comparison == IS_EQUAL || test->comparison == IS_NOT_EQUAL);
}

static bool tests_exclude(const struct test *a, const struct test *b)
{
    int64_t low, high, other_low, other_high;

    if (!is_same_operand(&a->left, &b->left))
        return false;
    if (range_of(a, &low, &high) && range_of(b, &other_low, &other_high))
        return low > other_high || other_low > high;
    if (!is_code_test(a) || !is_code_test(b))
        return false;
    if (a->comparison == IS_EQUAL && b->comparison == IS_EQUAL)
        return !code_is(a->right.code, b->right.code);
    return a->comparison != b->comparison && code_is(a->right.code, b->right.code);
}

bool condition_excludes(const struct condition *one, const struct condition *other)
{
    if (one == NULL || other == NULL || !is_conjunction(one) || !is_conjunction(other))
        return false;
    for (size_t i = 0; i < one->test_count; i++)
        for (size_t k = 0; k < other->test_count; k++)
            if (tests_exclude(&one->tests[i], &other->tests[k]))
                return true;
    return false;
}
