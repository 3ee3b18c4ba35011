/* SPDX-License-Identifier: MIT
 * numbers.h: the rates the calculator needs on a day, each one verified or named as missing. */
#ifndef SELFSUPPORT_NUMBERS_H
#define SELFSUPPORT_NUMBERS_H

#include "law/version.h"
#include "selfsupport/rules.h"

/* The benefits that it knows: the code in the glossary's list `benefit`, and the number of law/values.yaml. */
struct support_benefit {
    const char *code, *number;
};
enum { SUPPORT_BENEFIT_COUNT = 3 };
extern const struct support_benefit support_benefits[SUPPORT_BENEFIT_COUNT];
extern const char *const support_benefit_codes[SUPPORT_BENEFIT_COUNT + 1]; /* NULL last. */

/* What she gets. */
struct support_wish {
    int benefit; /* Of support_benefits. */
    bool has_child, is_single_provider;
};

enum { SUPPORT_NUMBERS_MAX = 6 };

/* A number that was looked up: `version` may be NULL. */
struct support_number {
    const struct law_value *value;
    const struct law_version *version;
    bool is_usable;
};

struct support_numbers {
    struct support_number at[SUPPORT_NUMBERS_MAX];
    size_t count;
    bool is_complete; /* All are usable: `facts` holds all but wage and pension. */
    bool is_test;     /* One of them is invented. */
    struct support_facts facts;
};
struct support_numbers support_numbers_on(const struct law *law, const struct support_wish *wish, day on);

#endif
