/* SPDX-License-Identifier: MIT
 * scheme_check.c: the second pass over a scheme, when all ids are known: what patterns and conditions
 * name must exist, and what several fields say together must hold. */
#include <string.h>

#include "base/text.h"
#include "engine/policies.h"
#include "engine/scheme_private.h"

enum { CODE_NAMES_MAX = 64 };

/* Where the codes of an event come from, by the first word of its kind. Kinds that are not here have free
 * codes (request.received(recruitment), decision.made(stop_aftercare)). */
static const struct code_source {
    const char *beginning; /* Of the event kind's name. */
    const char *collections;
} code_sources[] = {
    { "phase.", "phases" },         { "task.", "tasks" },
    { "activity.", "activities" },  { "group.", "activities" },
    { "placement.", "activities" }, { "training.", "activities" },
    { "meeting.", "meetings" },     { "form.", "forms" },
    { "document.", "documents" },   { "agreement.", "documents" },
    { "ladder.", "lists" },         { "relation.", "relations" },
    { "concern.", "lists" },
};

static const struct code_source *source_of(enum event_kind kind)
{
    for (size_t i = 0; i < sizeof code_sources / sizeof *code_sources; i++)
        if (text_starts(event_kind_names[kind], code_sources[i].beginning))
            return &code_sources[i];
    return NULL;
}

static const char *nearest_id(const struct reading *reading, const char *collection, const char *id)
{
    const char *ids[CODE_NAMES_MAX];
    size_t count = 0;

    for (size_t i = 0; i < reading->ids.count && count < CODE_NAMES_MAX; i++)
        if (text_is(reading->ids.at[i].collection, collection))
            ids[count++] = reading->ids.at[i].id;
    return did_you_mean(id, ids, count);
}

/* Is the code of a pattern one that this scheme has? `offset` is where the pattern begins in the text. */
static void check_pattern(struct reading *reading, const struct node *node, const struct pattern *pattern,
                          size_t offset)
{
    const struct code_source *source = source_of(pattern->kind);

    if (code_is_none(pattern->code))
        return;
    if (pattern->kind == EVENT_FACT_SET) {
        if (fact_type_of(pattern->code.text, strlen(pattern->code.text)) == NULL)
            mistake_at(reading, node, offset, "der er ingen oplysning »%s«", pattern->code.text);
        return;
    }
    if (source == NULL || id_is_defined(reading, source->collections, pattern->code.text))
        return;
    const char *nearest = nearest_id(reading, source->collections, pattern->code.text);
    mistake_at(reading, node, offset, "»%s(%s)«: der er ingen »%s« i »%s«%s%s%s",
               event_kind_names[pattern->kind], pattern->code.text, pattern->code.text, source->collections,
               nearest == NULL ? "" : "; mente du »", nearest == NULL ? "" : nearest,
               nearest == NULL ? "" : "«?");
}

/* A place in the text of a condition. */
struct asking {
    struct reading *reading;
    const struct node *node;
};

static void visit_pattern(void *about, const struct pattern *pattern, size_t offset)
{
    const struct asking *asking = about;

    check_pattern(asking->reading, asking->node, pattern, offset);
}

/* running(kind|id), planned(kind|id): months_with's codes come here too and may be anything listed. */
static void visit_id(void *about, struct code id, size_t offset)
{
    static const char *const collections[] = { "activities", "relations", "phases" };
    const struct asking *asking = about;

    if (word_read(activity_kind_words, ACTIVITY_KIND_COUNT, id.text) >= 0 || text_is(id.text, "any") ||
        text_is(id.text, "activity") || text_is(id.text, "placement") || text_is(id.text, "relation"))
        return;
    for (size_t i = 0; i < sizeof collections / sizeof *collections; i++)
        if (id_is_defined(asking->reading, collections[i], id.text))
            return;
    mistake_at(asking->reading, asking->node, offset, "»%s« er hverken en slags aktivitet eller et id her", id.text);
}

static void check_condition(struct reading *reading, const struct noted_condition *noted, bool is_restricted)
{
    struct asking asking = { reading, noted->node };
    const struct condition_visitor visitor = { visit_pattern, visit_id, &asking, NULL };
    const char *fact;

    condition_visit(noted->condition, &visitor);
    if (!is_restricted && condition_is_restricted(noted->condition, &fact))
        mistake_at(reading, noted->node, 0, "»%s« må kun nævnes i en ordning med class: restricted", fact);
}

static bool is_empty_range(const struct limit *limit)
{
    if (limit->min.kind == AMOUNT_SPAN && limit->max.kind == AMOUNT_SPAN)
        return span_is_longer(limit->min.span, limit->max.span);
    return limit->min.kind == limit->max.kind && limit->min.kind != AMOUNT_SPAN && limit->min.low > limit->max.high;
}

/* What the rule's own fields must say together. */
static void check_rule(struct reading *reading, const struct scheme_rule *row)
{
    const struct rule *rule = &row->rule;
    const struct node *node = row->node;
    bool needs_trigger = rule->kind == RULE_WITHIN || rule->kind == RULE_EVERY ||
                         (rule->kind == RULE_QUOTA && rule->quota.per == PERIOD_NONE);
    bool needs_done = needs_trigger || rule->kind == RULE_CALENDAR || rule->kind == RULE_QUOTA;

    if (needs_trigger && !rule->after.is_set)
        mistake_at(reading, node, 0, "reglen mangler »after«: hvornår begynder fristen?");
    if (needs_done && rule->done.count == 0)
        mistake_at(reading, node, 0, "reglen mangler »done«: hvad opfylder den?");
    if (!code_is_none(rule->longer) && rule->kind != RULE_WITHIN)
        mistake_at(reading, node_get(node, "longer"), 0, "»longer« kan kun stå ved »within«");
    if (rule->kind == RULE_REQUIRE && !rule->before.is_set)
        mistake_at(reading, node, 0, "reglen mangler »before«: hvad er den en forudsætning for?");
    if (rule->kind == RULE_LIMIT && rule->limit.min.kind == AMOUNT_NONE && rule->limit.max.kind == AMOUNT_NONE)
        mistake_at(reading, node, 0, "grænsen har hverken »min« eller »max«");
    if (rule->kind == RULE_LIMIT && is_empty_range(&rule->limit))
        mistake_at(reading, node, 0, "»min« er større end »max«");
    if (rule->kind == RULE_QUOTA && (rule->quota.per == PERIOD_NONE) == (rule->quota.in.unit == SPAN_NONE))
        mistake_at(reading, node, 0, "kvoten skal have enten »in« eller »per«");
    if (rule->severity == SEVERITY_BLOCK && rule->kind != RULE_REQUIRE)
        mistake_at(reading, node, 0, "kun »require« kan have severity: block");
    if (rule->source == NULL && rule->law == NULL && rule->mark != MARK_DEFAULT)
        mistake_at(reading, node, 0, "reglen mangler »source« eller »law« (eller mark: default)");
    if (rule->valid.from != DAY_NONE && rule->valid.to != DAY_NONE && rule->valid.to < rule->valid.from)
        mistake_at(reading, node, 0, "»valid«: to ligger før from");
}

static void check_question(struct reading *reading, const struct scheme_question *question)
{
    bool picks = question->type == QUESTION_PICK || question->type == QUESTION_MANY;

    if (question->type == QUESTION_SCALE && code_is_none(question->scale))
        mistake_at(reading, question->node, 0, "et spørgsmål af typen scale mangler »scale«");
    if (picks && code_is_none(question->list))
        mistake_at(reading, question->node, 0, "et spørgsmål med valg mangler »list«");
}

static void check_scale(struct reading *reading, const struct scheme_scale *scale)
{
    if (scale->min >= scale->max)
        mistake_at(reading, scale->node, 0, "skalaens »min« skal være mindre end »max«");
    for (size_t i = 0; i < scale->anchors.count; i++) {
        const struct scheme_anchor *anchor = &scale->anchors.at[i];
        int64_t level;
        if (anchor->level == NULL) /* Blank: said by the first pass. */
            continue;
        if (!text_to_int(anchor->level, &level) || level < scale->min || level > scale->max)
            mistake_at(reading, anchor->node->key, 0, "niveauet »%s« ligger uden for %d til %d", anchor->level,
                       scale->min, scale->max);
    }
}

static void check_relation(struct reading *reading, const struct scheme_relation *relation)
{
    if (relation->max != INT_NONE && relation->min > relation->max)
        mistake_at(reading, relation->node, 0, "»min« er større end »max«");
}

static bool is_understood(const struct scheme_interval *interval)
{
    return interval->low != interval->high || interval->has_low;
}

/* Bands stand in order; where one ends the next begins, and the edge belongs to one of them. */
static void check_bands(struct reading *reading, const struct scheme_measure *measure)
{
    const struct node *bands = node_get(measure->node, "bands");

    for (size_t i = 1; i < measure->bands.count; i++) {
        const struct scheme_interval *before = &measure->bands.at[i - 1], *next = &measure->bands.at[i];
        const struct node *node = bands->first;
        for (size_t k = 0; k < i; k++)
            node = node->next;
        if (!is_understood(before) || !is_understood(next))
            continue;
        if (before->high == NUMBER_NONE || next->low == NUMBER_NONE || next->low < before->high ||
            (next->low == before->high && before->has_high && next->has_low))
            mistake_at(reading, node, 0, "intervallet overlapper det foregående");
        else if (next->low > before->high || (!before->has_high && !next->has_low))
            mistake_at(reading, node, 0, "der er et hul mellem dette interval og det foregående");
    }
}

/* A split without bands goes by the scheme's own outcomes or by a list's items. */
static void check_by(struct reading *reading, const struct scheme *scheme, const struct scheme_measure *measure)
{
    const struct node *node = node_get(measure->node, "by");

    if (measure->by == NULL || measure->bands.count > 0)
        return;
    if (text_is(measure->by, "counts_as")) {
        if (scheme->outcomes.counts_as.count == 0)
            mistake_at(reading, node, 0, "»by: counts_as« kræver »outcomes« med »counts_as«");
        return;
    }
    if (id_is_defined(reading, "lists", measure->by))
        return;
    const char *nearest = nearest_id(reading, "lists", measure->by);
    mistake_at(reading, node, 0, "»by«: forventede counts_as eller et id i »lists«, fandt »%s«%s%s%s", measure->by,
               nearest == NULL ? "" : "; mente du »", nearest == NULL ? "" : nearest, nearest == NULL ? "" : "«?");
}

static void check_measure(struct reading *reading, const struct scheme *scheme, const struct scheme_measure *measure)
{
    const char *collection = measure->counts.kind == TALLY_MET ? "rules" : "forms";

    check_bands(reading, measure);
    check_by(reading, scheme, measure);
    if (measure->kind == MEASURE_SPLIT && measure->by == NULL)
        mistake_at(reading, measure->node, 0, "en fordeling (split) mangler »by«");
    if (measure->kind == MEASURE_SHARE && measure->counts.kind == TALLY_NONE)
        mistake_at(reading, measure->node, 0, "en andel (share) mangler »counts«");
    for (size_t i = 0; i < measure->counts.ids.count; i++)
        if (!id_is_defined(reading, collection, measure->counts.ids.at[i].text))
            mistake_at(reading, node_get(measure->node, "counts"), 0, "der er ingen »%s« i »%s«",
                       measure->counts.ids.at[i].text, collection);
}

static void check_activity(struct reading *reading, const struct scheme_activity *activity)
{
    const struct amount *hours = &activity->hours, *language = &activity->language;

    if (hours->kind == AMOUNT_HOURS && language->kind == AMOUNT_HOURS && language->low > hours->high)
        mistake_at(reading, node_get(activity->node, "language"), 0, "flere timer dansk end timer i alt");
    if (language->kind == AMOUNT_PERCENT && language->high > 100 * 1000)
        mistake_at(reading, node_get(activity->node, "language"), 0, "mere end 100 procent");
}

static void check_track(struct reading *reading, const struct scheme *scheme)
{
    if (scheme->is_restricted && scheme->sees.count == 0)
        mistake_at(reading, scheme->node, 0, "en ordning med class: restricted mangler »sees«");
}

/* A stance is a value of an axis of policies.yaml. */
static void check_stance(struct reading *reading, const struct scheme_position *stance)
{
    const struct policy_axis *axis = policy_axis_find(policies_kept(), stance->axis);

    if (code_is_none(stance->axis) || code_is_none(stance->value)) /* Said by the first pass. */
        return;
    if (axis == NULL)
        mistake_at(reading, stance->node->key, 0, "der er ingen akse »%s« i policies.yaml", stance->axis.text);
    else if (policy_value_find(axis, stance->value) == NULL)
        mistake_at(reading, stance->node, 0, "aksen »%s« har ingen værdi »%s«", stance->axis.text, stance->value.text);
}

void scheme_check(struct reading *reading, const struct scheme *scheme)
{
    const struct noted *noted = reading->about;

    for (size_t i = 0; i < noted->patterns.count; i++) {
        const struct noted_pattern *row = &noted->patterns.at[i];
        check_pattern(reading, row->node, &row->pattern, 0);
        if (row->pattern.where != NULL)
            check_condition(reading, &(struct noted_condition){ row->node, row->pattern.where }, true);
    }
    for (size_t i = 0; i < noted->conditions.count; i++)
        check_condition(reading, &noted->conditions.at[i], scheme->is_restricted);
    for (size_t i = 0; i < scheme->rules.count; i++)
        check_rule(reading, &scheme->rules.at[i]);
    for (size_t i = 0; i < scheme->activities.count; i++)
        check_activity(reading, &scheme->activities.at[i]);
    for (size_t i = 0; i < scheme->forms.count; i++)
        for (size_t k = 0; k < scheme->forms.at[i].questions.count; k++)
            check_question(reading, &scheme->forms.at[i].questions.at[k]);
    for (size_t i = 0; i < scheme->scales.count; i++)
        check_scale(reading, &scheme->scales.at[i]);
    for (size_t i = 0; i < scheme->relations.count; i++)
        check_relation(reading, &scheme->relations.at[i]);
    for (size_t i = 0; i < scheme->measures.count; i++)
        check_measure(reading, scheme, &scheme->measures.at[i]);
    for (size_t i = 0; i < scheme->policies.count; i++)
        check_stance(reading, &scheme->policies.at[i]);
    check_track(reading, scheme);
}
