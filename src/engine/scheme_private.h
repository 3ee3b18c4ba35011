/* SPDX-License-Identifier: MIT
 * scheme_private.h: what the files of the scheme reader share: types of values, what they note for the
 * second pass, and the table of the whole file. No one else includes it. */
#ifndef ENGINE_SCHEME_PRIVATE_H
#define ENGINE_SCHEME_PRIVATE_H

#include "engine/scheme.h"
#include "yaml/field.h"

/* Patterns and conditions are checked when all ids are known. */
struct noted_pattern {
    const struct node *node;
    struct pattern pattern;
};
struct noted_condition {
    const struct node *node;
    const struct condition *condition;
};
struct noted {
    struct {
        struct noted_pattern *at;
        size_t count, room;
    } patterns;
    struct {
        struct noted_condition *at;
        size_t count, room;
    } conditions;
};

extern const struct value_type type_code;      /* struct code: an id */
extern const struct value_type type_any_code;  /* struct code: any word */
extern const struct value_type type_role;      /* struct code, of the glossary's list `role` */
extern const struct value_type type_branch;    /* struct code, a branch of companies */
extern const struct value_type type_outcome;   /* struct code, a normal outcome */
extern const struct value_type type_span;
extern const struct value_type type_range;
extern const struct value_type type_amount;
extern const struct value_type type_bell_time;
extern const struct value_type type_calendar;
extern const struct value_type type_condition; /* const struct condition *, names are facts */
extern const struct value_type type_pattern;
extern const struct value_type type_interval;
extern const struct value_type type_measure_at;
extern const struct value_type type_tally;
extern const struct value_type type_day_or_none;
extern const struct value_type type_number_or_none;
extern const struct value_type type_scope;

/* The table of a scheme file. */
extern const struct section scheme_section;

/* Second pass: ids in patterns and conditions, and what holds between fields. */
void scheme_check(struct reading *reading, const struct scheme *scheme);

/* Rules that tasks, relations, groups and targets stand for. */
void scheme_imply(struct reading *reading, struct scheme *scheme);

#endif
