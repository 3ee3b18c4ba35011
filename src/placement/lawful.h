/* SPDX-License-Identifier: MIT
 * lawful.h: "may we?": what the law asks of a placement (law/placements.yaml), answered with its arithmetic.
 * Pure. The answer is a plain yes or no only when every number in it is verified; an old number is counted
 * with and shown, but the answer is then "not known". What the house and the scheme ask is in rules.h. */
#ifndef PLACEMENT_LAWFUL_H
#define PLACEMENT_LAWFUL_H

#include "law/law_check.h"

/* What a check may miss: each is one field on the page. identifier, code in the store and in the form. */
#define LAWFUL_FACTS(F)                                                                          \
    F(NONE, "") F(TO, "to") F(BORN, "born") F(EMPLOYEES, "employees") F(EMPLOYEES_CVR, "employees_cvr") \
    F(SECTOR, "sector") F(REGISTERED, "registered") F(UNEMPLOYED, "unemployed") F(EMPLOYED, "employed") \
    F(SCHOOL, "school") F(ASSESSED, "assessed") F(COMPANY_SAID, "company_said") F(UNION_SAID, "union_said") \
    F(TIMES, "times")

enum lawful_fact {
#define LAWFUL_FACT_ENUM(identifier, code) LAWFUL_FACT_##identifier,
    LAWFUL_FACTS(LAWFUL_FACT_ENUM)
#undef LAWFUL_FACT_ENUM
    LAWFUL_FACT_COUNT
};
extern const char *const lawful_fact_codes[LAWFUL_FACT_COUNT];

/* What is known. Days may be DAY_NONE, words empty, `months` short: then the check that needs them says so. */
struct lawful_facts {
    const char *kind, *law_basis, *readiness, *sector;
    day from, to;
    int64_t hours; /* A week, in hundredths. */
    day born, registered, unemployed, assessed, company_said, union_said;
    bool is_employed_known; /* Asked whether she was ordinarily employed there; `employed` is her last day, or none. */
    day employed;
    int64_t school_weeks;   /* Planned; -1 for not known. */
    int64_t training_days;  /* Earlier placements of the kind, days together. */
    bool is_times_known;    /* Hours of work are fixed, or there are no Danish lessons. */
    bool is_clashing;       /* A Danish lesson falls into working hours. */
    int64_t supported;      /* Other supported people at the workplace, as full time, in hundredths. */
    /* Ordinary employees in the months before, newest first, in hundredths: of the workplace and of the company. */
    const int64_t *months, *months_cvr;
    size_t month_count, month_count_cvr;
};

enum lawful_verdict { LAWFUL_PASS, LAWFUL_FAIL, LAWFUL_NOT_KNOWN, LAWFUL_TOLD, LAWFUL_VERDICT_COUNT };

enum lawful_why {
    LAWFUL_FINE,
    LAWFUL_OVER,      /* Too long, too many, too old. */
    LAWFUL_UNDER,     /* Too short, too few, too young. */
    LAWFUL_CLOSED,    /* The law has nothing for that day. */
    LAWFUL_MISSING,   /* A fact is not known: `missing`. */
    LAWFUL_NO_NUMBER, /* Nobody has read the number. */
    LAWFUL_OLD_FINE, LAWFUL_OLD_OVER, LAWFUL_OLD_UNDER, /* Counted with a number from before a reform. */
    LAWFUL_WHY_COUNT
};
extern const char *const lawful_verdict_words[LAWFUL_VERDICT_COUNT]; /* For rules.cases. */
extern const char *const lawful_why_words[LAWFUL_WHY_COUNT];

/* An answer and what it was reckoned from; what the numbers mean stands in lawful.c at each arithmetic, and
 * lawful_line.c says it in words. */
struct lawful_answer {
    enum lawful_verdict verdict;
    enum lawful_why why;
    enum lawful_fact missing;
    bool is_old, is_test;   /* A number in it is from before a reform; is invented. */
    const char *source;     /* Of the number, or NULL. */
    int64_t a, b, c, d;
    day first, last;
};

/* One check on the facts, with the law in force on the first day. Only for checks that concern the placement. */
struct lawful_answer lawful_answer_of(const struct law *law, const struct law_check *check,
                                      const struct lawful_facts *facts);

/* How many supported people a workplace may have with so many ordinary employees: one for each `small` up to
 * `boundary`, at least one, then one for each `large`. */
int64_t lawful_ratio(int64_t employees, int64_t small, int64_t large, int64_t boundary);

/* Full time as the share of a week of 37 hours, in hundredths; hours in hundredths. */
int64_t lawful_full_time(int64_t hours);

#endif
