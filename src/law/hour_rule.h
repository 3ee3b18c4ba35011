/* SPDX-License-Identifier: MIT
 * hour_rule.h: what counts towards the hours a week and whom it is about, as rows of law/hours.yaml. The arithmetic
 * is in src/hours/rules.h. */
#ifndef LAW_HOUR_RULE_H
#define LAW_HOUR_RULE_H

#include "law/law_check.h"
#include "law/version.h"

/* Kinds of hours: identifier, code of the glossary's list hour_kind. `any` is a row for all that have none of their own. */
#define HOUR_KINDS(H)                                                                             \
    H(PAID, "paid") H(PLACEMENT, "placement") H(SUBSIDISED, "subsidised") H(DANISH, "danish")     \
    H(PREPARATION, "preparation") H(COURSE, "course") H(JOB_SEARCH, "job_search") H(TALK, "talk") \
    H(HEALTH, "health") H(SOCIAL, "social") H(FAMILY, "family") H(NETWORK, "network")             \
    H(VOLUNTEERING, "volunteering") H(TRANSPORT, "transport")

enum hour_kind {
#define HOUR_KIND_ENUM(identifier, code) HOUR_##identifier,
    HOUR_KINDS(HOUR_KIND_ENUM)
#undef HOUR_KIND_ENUM
    HOUR_KIND_COUNT
};
extern const char *const hour_kind_codes[HOUR_KIND_COUNT + 1]; /* NULL last. */

/* A requirement somebody can have. */
struct hour_set {
    const char *name;
    struct words text;
    const char *hours_value; /* The name of a number of the law (version.h), or NULL: */
    int64_t hours;           /* thousandths; LAW_VALUE_NONE when the law's number is meant. */
    const char *basis, *source;
    enum law_mark mark;
};

/* What a kind of hours is worth. */
struct hour_count {
    const char *name;
    const char *kind; /* A code, or "any". */
    struct law_words sets;
    int64_t percent;  /* Thousandths of a percent: 100000 is all. */
    int64_t cap;      /* Thousandths of hours a week; LAW_VALUE_NONE for no cap. */
    const char *evidence; /* A code of the glossary's list hour_evidence. */
    day from, to;
    const char *basis, *source;
    enum law_mark mark, cap_mark;
};

struct hour_group {
    const char *name;
    struct words text;
    struct law_words always, limited, passed; /* Codes of benefit and danish_test. */
    int64_t months, window;                   /* Thousandths. */
    const char *source;
    enum law_mark mark;
};

struct hour_rules {
    const struct hour_set *sets;
    size_t set_count;
    const struct hour_count *counts;
    size_t count_count;
    const struct hour_group *groups;
    size_t group_count;
};

/* Reads law/hours.yaml, from `directory` or, when NULL, from the program. NULL when the file is wrong: a set, a kind or
 * a number of the law that is not there, more than a hundred percent. */
const struct hour_rules *hour_rules_load(struct arena *arena, const char *directory, const struct law *law, struct mistakes *mistakes);

/* The rules of the program, read when first asked for and kept as long as the process. */
const struct hour_rules *hour_rules_kept(void);

/* The set of a name, or NULL. */
const struct hour_set *hour_set_find(const struct hour_rules *rules, const char *name);

/* The first row in force for a kind in a set on a day: the kind's own before that of `any`. NULL: it does not count. */
const struct hour_count *hour_count_on(const struct hour_rules *rules, const char *set, enum hour_kind kind, day on);

/* May the row be added: was it verified, or is it our stated default? Its cap too, when it has one. */
bool hour_count_is_sure(const struct hour_count *count);

#endif
