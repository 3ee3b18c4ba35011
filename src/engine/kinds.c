/* SPDX-License-Identifier: MIT
 * kinds.c: which events the rules in force can read at all. A history is loaded without the others: most of
 * what is written down in a case moves no due date. */
#include "engine/evaluate_private.h"

/* What every run reads: enrolments, clocks that stand still, what people did with a row, answers to conflicts
 * (conflict.c), facts, and what ends a subject (evaluate.c). */
static const enum event_kind always[] = {
    EVENT_ENROLMENT_STARTED, EVENT_ENROLMENT_ENDED,   EVENT_ENROLMENT_ABORTED,    EVENT_SUSPENSION_BEGUN,
    EVENT_SUSPENSION_ENDED,  EVENT_OBLIGATION_EXCUSED, EVENT_OBLIGATION_ASSIGNED, EVENT_DECISION_MADE,
    EVENT_FACT_SET,
};

static void add_pattern(struct kind_mask *mask, const struct pattern *pattern)
{
    if (pattern->is_set)
        kind_mask_add(mask, pattern->kind);
}

static void add_rule(struct kind_mask *mask, const struct rule *rule)
{
    add_pattern(mask, &rule->after);
    add_pattern(mask, &rule->until);
    add_pattern(mask, &rule->before);
    for (size_t i = 0; i < rule->done.count; i++)
        add_pattern(mask, &rule->done.at[i]);
    if (rule->when != NULL)
        condition_kinds(rule->when, mask);
    if (rule->demand != NULL)
        condition_kinds(rule->demand, mask);
    if (rule->kind == RULE_LIMIT)
        limit_kinds(&rule->limit, mask);
    if (rule->kind == RULE_CALENDAR && rule->calendar.kind == CALENDAR_EACH_SESSION)
        kind_mask_add(mask, EVENT_SESSION_PLANNED);
}

static const struct scheme_policy *scheme_of(const struct ruleset *rules, struct code id)
{
    for (size_t i = 0; i < rules->scheme_count; i++)
        if (code_is(rules->schemes[i].id, id))
            return &rules->schemes[i];
    return NULL;
}

/* A rule that no enrolment begins may begin with the stream's first event, whatever that is. */
static bool begins_with_anything(const struct ruleset *rules, const struct rule_line *line, enum stream_kind kind)
{
    static const bool looks[RULE_KIND_COUNT] = {
        [RULE_CALENDAR] = true, [RULE_QUOTA] = true, [RULE_LIMIT] = true, [RULE_MUST] = true,
    };
    const struct scheme_policy *scheme = scheme_of(rules, line->scheme);

    return looks[line->at[0].rule.kind] && scheme != NULL && scheme_is_for_all(scheme, kind);
}

struct kind_mask ruleset_kinds(const struct ruleset *rules, enum stream_kind kind)
{
    struct kind_mask mask = { { 0, 0 } };

    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        kind_mask_add(&mask, always[i]);
    subject_end_kinds(&mask);
    for (size_t i = 0; i < rules->rule_count; i++) {
        const struct rule_line *line = &rules->rules[i];
        if (subject_streams[line->at[0].rule.scope] != kind)
            continue;
        if (begins_with_anything(rules, line, kind))
            return (struct kind_mask){ { UINT64_MAX, UINT64_MAX } };
        for (size_t k = 0; k < line->count; k++)
            add_rule(&mask, &line->at[k].rule);
    }
    return mask;
}
