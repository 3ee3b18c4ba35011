/* SPDX-License-Identifier: MIT
 * policies.h: the axes on which ways of working disagree (schemes/policies.yaml): their values, which of
 * them clash, and what a value refuses. Where two schemes of a citizen clash is conflict.h. */
#ifndef ENGINE_POLICIES_H
#define ENGINE_POLICIES_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/rule.h"
#include "yaml/mistake.h"
#include "yaml/words.h"

struct policy_value {
    const struct node *node;
    struct code id;
    struct words text;
};

/* A value and those it clashes with; the order says nothing. */
struct policy_clash {
    const struct node *node;
    struct code value;
    const struct code *with;
    size_t with_count;
};

/* Events that a scheme of this value does not want. */
struct policy_refusal {
    const struct node *node;
    struct code value;
    struct patterns events;
};

struct policy_axis {
    const struct node *node;
    struct code id;
    struct words text, advice;
    struct {
        const struct policy_value *at;
        size_t count;
    } values;
    struct {
        const struct policy_clash *at;
        size_t count;
    } clashes;
    struct {
        const struct policy_refusal *at;
        size_t count;
    } refusals;
};

struct policies {
    const struct policy_axis *at;
    size_t count;
};

/* Reads the file; what is wrong is added to the mistakes, and then NULL. */
const struct policies *policies_read(struct arena *arena, const char *file, const char *bytes, size_t length,
                                     struct mistakes *mistakes);

/* Those within the program, read when first asked for and kept as long as the process. */
const struct policies *policies_kept(void);

const struct policy_axis *policy_axis_find(const struct policies *policies, struct code id);
const struct policy_value *policy_value_find(const struct policy_axis *axis, struct code id);

bool policy_clashes(const struct policy_axis *axis, struct code one, struct code other);

/* Does a scheme of this value refuse such an event? */
bool policy_refuses(const struct policy_axis *axis, struct code value, const struct pattern *event);

#endif
