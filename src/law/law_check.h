/* SPDX-License-Identifier: MIT
 * law_check.h: what the law asks of a placement, as rows of law/placements.yaml: whom a check concerns,
 * which numbers of law/values.yaml it takes, and what a "no" does. The arithmetic itself is in
 * src/placement/lawful.h. */
#ifndef LAW_LAW_CHECK_H
#define LAW_LAW_CHECK_H

#include "law/version.h"

/* The arithmetic a check asks for: identifier, word in the file. */
#define LAW_ASKS(A)                                                                                  \
    A(LENGTH, "length") A(TOTAL, "total") A(LESSONS, "lessons") A(RATIO, "ratio") A(EXTRA, "extra")     \
    A(UNEMPLOYED, "unemployed") A(OPEN, "open") A(AGE, "age") A(RESIDENCE, "residence")               \
    A(EMPLOYED, "employed") A(WHOLE, "whole") A(HOURS, "hours") A(SCHOOL, "school") A(BONUS, "bonus") \
    A(ASSESSED, "assessed") A(COMPANY_SAID, "company_said") A(UNION_SAID, "union_said")

enum law_asks {
#define ASKS_ENUM(identifier, word) LAW_ASKS_##identifier,
    LAW_ASKS(ASKS_ENUM)
#undef ASKS_ENUM
    LAW_ASKS_COUNT
};

/* What a plain "no" does: told, a reason is asked for, or it cannot be saved. */
enum law_fails { LAW_FAILS_SHOW, LAW_FAILS_WARN, LAW_FAILS_BLOCK, LAW_FAILS_COUNT };

struct law_words {
    const char *const *at;
    size_t count;
};

struct law_check {
    const char *name; /* Unique, [a-z_]. */
    struct words text;
    enum law_asks asks;
    struct law_words kinds, laws, readiness, sectors; /* Empty: all. */
    struct law_words uses;                            /* Names of law/values.yaml. */
    enum law_fails fails;
    struct words basis; /* The paragraph. */
    enum law_mark mark; /* Of what the check says without numbers; LAW_VERIFIED where not written. */
};

struct law_checks {
    const struct law_check *at;
    size_t count;
};

/* Reads law/placements.yaml, from `directory` or, when NULL, from the program. NULL when the file is
 * wrong; a number that `law` does not have is a mistake. */
const struct law_checks *law_checks_load(struct arena *arena, const char *directory, const struct law *law,
                                         struct mistakes *mistakes);

/* The checks of the program, read when first asked for and kept as long as the process. */
const struct law_checks *law_checks_kept(void);

/* Does the check concern a placement of this kind, for somebody under this law, with this readiness, at an employer
 * of this sector? A NULL or empty word is not known: then it may concern her. */
bool law_check_concerns(const struct law_check *check, const char *kind, const char *law_basis, const char *readiness,
                        const char *sector);

#endif
