/* SPDX-License-Identifier: MIT
 * cases.h: a file of examples (rules.cases), line by line. `rule NAME source: …` begins the examples of a rule, `#` a
 * remark; every other line that is not empty is an example, and what it says is up to the test of its folder. */
#ifndef TEST_CASES_H
#define TEST_CASES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { CASES_LINE_MAX = 512, CASES_RULE_MAX = 64 };

struct cases {
    FILE *file;
    char rule[CASES_RULE_MAX]; /* Whose examples these are; empty before the first. */
    char line[CASES_LINE_MAX]; /* The example, without its end of line; the test may write into it. */
    int number;                /* Of the line in the file, from 1. */
    int count;                 /* Examples so far. */
};

/* The examples of a file, named from the source's root: "src/group/rules.cases". Fails the test where there is none. */
struct cases cases_open(const char *path);

/* Goes to the next example; at the end of the file it closes it and is false. Fails the test at a line that is cut. */
bool cases_next(struct cases *cases);

/* Which of a table's rows says how this example's rule is checked; the first member of a row is the rule's name. Fails the
 * test where there is none. */
size_t cases_row(const struct cases *cases, const void *rows, size_t row_size, size_t count);
#define CASES_ROW(cases, rows) (cases_row((cases), (rows), sizeof *(rows), sizeof(rows) / sizeof *(rows)))

#endif
