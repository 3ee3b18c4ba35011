/* SPDX-License-Identifier: MIT
 * rules.h: how many paid hours a week until a person supports herself (S52, 002:47). Pure. Gross against gross:
 * tax, housing benefit and a spouse's income are left out, and the page says so. The rates come from outside
 * (numbers.h); nothing is assumed. */
#ifndef SELFSUPPORT_RULES_H
#define SELFSUPPORT_RULES_H

#include <stdbool.h>
#include <stdint.h>

/* Money is in øre. */
struct support_facts {
    int64_t benefit;             /* A month, with supplements. */
    int64_t wage;                /* An hour. */
    int64_t disregard;           /* What is not deducted, an hour worked. */
    int64_t disregard_hours_max; /* Hours a month with it, in hundredths. */
    int64_t contribution;        /* Labour market contribution, in hundredths of a percent. */
    int64_t pension;             /* Own share of the wage, in hundredths of a percent. */
};

/* A month at so many paid hours a week (hundredths). */
struct support_month {
    int64_t hours;     /* A month, in hundredths: 52 weeks in 12 months. */
    int64_t wage;      /* Before anything is taken. */
    int64_t counted;   /* What the benefit is reduced by. */
    int64_t benefit;   /* What is left of it. */
    int64_t together;  /* Wage and benefit. */
};
struct support_month support_at(const struct support_facts *facts, int64_t weekly);

enum support_why {
    SUPPORT_FOUND,
    SUPPORT_ABOVE, /* Not within a full week of 37 hours. */
    SUPPORT_NEVER, /* An hour's wage gives nothing that counts. */
    SUPPORT_WHY_COUNT
};
extern const char *const support_why_words[SUPPORT_WHY_COUNT]; /* For rules.cases. */

enum { SUPPORT_WEEK_FULL = 3700 };

/* The fewest paid hours a week (hundredths) at which nothing is left of the benefit. */
struct support_answer {
    enum support_why why;
    int64_t hours;
};
struct support_answer support_hours(const struct support_facts *facts);

#endif
