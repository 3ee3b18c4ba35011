/* SPDX-License-Identifier: MIT
 * condition_private.h: the compiled form, shared by condition*.c alone. */
#ifndef ENGINE_CONDITION_PRIVATE_H
#define ENGINE_CONDITION_PRIVATE_H

#include "engine/condition.h"

enum function {
    FUNCTION_NONE,
    FUNCTION_AGE,
    FUNCTION_DAYS_SINCE,
    FUNCTION_COUNT_OF,
    FUNCTION_SUM,
    FUNCTION_LATEST,
    FUNCTION_MONTHS_WITH,
    FUNCTION_RUNNING,
    FUNCTION_PLANNED,
    FUNCTION_GROWTH,
    FUNCTION_COUNT,
};

/* What stands left of a comparison. */
enum operand_kind { OPERAND_FACT, OPERAND_FIELD, OPERAND_FUNCTION };
struct operand {
    enum operand_kind kind;
    enum function function;
    struct code name; /* Fact, field, or the field a function reads; months_with: the fact. */
    struct code id;   /* months_with: the code or `any`; running, planned: kind or id. */
    struct pattern pattern;
    struct span span;
    size_t offset; /* Where in the text, for messages about ids. */
};

enum comparison { IS_EQUAL, IS_NOT_EQUAL, IS_LESS, IS_AT_MOST, IS_MORE, IS_AT_LEAST, IS_IN, IS_KNOWN, IS_UNKNOWN, IS_YES };

struct test {
    struct operand left;
    enum comparison comparison;
    struct datum right;
    const struct code *in; /* For IS_IN. */
    size_t in_count;
};

/* Operations of the postfix program; smaller numbers are tests. */
enum { OPERATION_AND = CONDITION_TEST_MAX, OPERATION_OR, OPERATION_NOT };
enum { OPERATION_MAX = 3 * CONDITION_TEST_MAX };

struct condition {
    const char *text;
    struct test tests[CONDITION_TEST_MAX];
    size_t test_count;
    uint8_t operations[OPERATION_MAX];
    size_t operation_count;
};

#endif
