/* SPDX-License-Identifier: MIT
 * scheme_imply.c: what other sections of a scheme stand for, as rules: a task is a `within`, a relation's
 * minimum a `must`, its maximum and a group's size a `limit`, a group's staff a `require`, and
 * target.check_again an `every`. Their ids end in what they imply, so that keys stay apart. */
#include "base/list.h"
#include "engine/scheme_private.h"

struct implying {
    struct reading *reading;
    const struct scheme *scheme;
    LIST_OF(struct scheme_rule) rules;
};

static struct pattern pattern_named(struct arena *arena, const char *text)
{
    struct pattern pattern = { 0 };
    struct problem problem;

    pattern_parse(arena, text, &pattern, &problem);
    return pattern;
}

static struct patterns just(struct arena *arena, struct pattern pattern)
{
    struct pattern *only = arena_alloc(arena, sizeof *only);

    *only = pattern;
    return (struct patterns){ only, 1 };
}

static struct rule *add_rule(struct implying *implying, const struct node *node, enum rule_kind kind,
                             const char *id)
{
    struct scheme_rule *added = LIST_ADD(implying->reading->arena, &implying->rules);

    added->node = node;
    added->rule = rule_default(kind);
    added->rule.id = code_of(id);
    added->rule.source = implying->scheme->origin.seeds.count > 0 ? implying->scheme->origin.seeds.at[0]
                                                                  : implying->scheme->origin.org;
    return &added->rule;
}

static const struct scheme_phase *phase_of(const struct scheme *scheme, struct code id)
{
    for (size_t i = 0; i < scheme->phases.count; i++)
        if (code_is(scheme->phases.at[i].id, id))
            return &scheme->phases.at[i];
    return NULL;
}

/* Due `by` after the trigger; without `by` within the phase. A task with neither trigger nor phase begins
 * with the enrolment; one without any length has no due and implies no rule. */
static void imply_task(struct implying *implying, const struct scheme_task *task)
{
    struct arena *arena = implying->reading->arena;
    const struct scheme_phase *phase = phase_of(implying->scheme, task->phase);
    struct span within = task->by;

    if (within.unit == SPAN_NONE && phase != NULL)
        within = phase->length.longest;
    if (within.unit == SPAN_NONE || task->free_rows > 0)
        return;
    struct rule *rule = add_rule(implying, task->node, RULE_WITHIN, task->id.text);
    rule->text = task->text.da;
    rule->text_en = task->text.en;
    rule->within = within;
    rule->after = task->after.is_set ? task->after : phase != NULL ? phase->starts
                                     : pattern_named(arena, "enrolment.started");
    rule->done = just(arena, pattern_named(arena, arena_format(arena, "task.done(%s)", task->id.text)));
    rule->owner = task->owner;
    rule->early = task->early;
}

static enum subject_kind holder_scope(struct code of)
{
    int kind = word_read(subject_kind_names, SUBJECT_KIND_COUNT, of.text);

    return kind < 0 ? SUBJECT_PERSON : (enum subject_kind)kind;
}

static struct amount whole_number(int32_t number)
{
    return (struct amount){ .kind = AMOUNT_NUMBER, .low = number * INT64_C(1000), .high = number * INT64_C(1000) };
}

static void imply_relation_minimum(struct implying *implying, const struct scheme_relation *relation)
{
    struct arena *arena = implying->reading->arena;
    struct problem problem;

    if (relation->min <= 0)
        return;
    struct rule *rule =
        add_rule(implying, relation->node, RULE_MUST, arena_format(arena, "%s_min", relation->id.text));
    rule->demand = condition_parse(arena, arena_format(arena, "running(%s) >= %d", relation->id.text, relation->min),
                                   NAMES_ARE_FACTS, &problem);
    rule->grace = (struct span){ 1, SPAN_WORKING_DAYS };
    rule->scope = holder_scope(relation->of);
}

static void imply_held(struct implying *implying, const struct scheme_relation *relation, int32_t max,
                       const char *ending, enum subject_kind scope)
{
    if (max == INT_NONE)
        return;
    struct rule *rule = add_rule(implying, relation->node, RULE_LIMIT,
                                 arena_format(implying->reading->arena, "%s_%s", relation->id.text, ending));
    rule->limit = (struct limit){ .of = QUANTITY_HELD, .relation = relation->id, .max = whole_number(max) };
    rule->scope = scope;
    rule->is_approximate = relation->approx;
}

static void imply_group(struct implying *implying, const struct scheme_activity *activity)
{
    struct arena *arena = implying->reading->arena;
    const struct scheme_group *group = &activity->group;
    struct problem problem;

    if (group->node != NULL && group->size != INT_NONE) {
        struct rule *rule =
            add_rule(implying, group->node, RULE_LIMIT, arena_format(arena, "%s_size", activity->id.text));
        rule->limit =
            (struct limit){ .of = QUANTITY_GROUP_SIZE, .activity = activity->id, .max = whole_number(group->size) };
        rule->scope = SUBJECT_GROUP;
        rule->is_approximate = group->approx;
    }
    if (group->node != NULL && group->staff.count > 0) {
        struct rule *rule =
            add_rule(implying, group->node, RULE_REQUIRE, arena_format(arena, "%s_staff", activity->id.text));
        rule->demand = condition_parse(arena, arena_format(arena, "it.roles_filled >= %zu", group->staff.count),
                                       NAMES_ARE_FACTS, &problem);
        rule->before = pattern_named(arena, arena_format(arena, "group.opened(%s)", activity->id.text));
        rule->text = "Alle roller på holdet har nogen";
        rule->text_en = "Somebody has each role on the team";
        rule->scope = SUBJECT_GROUP;
    }
}

static void imply_check_again(struct implying *implying)
{
    struct arena *arena = implying->reading->arena;
    const struct scheme_target *target = &implying->scheme->target;

    if (target->node == NULL || target->check_again.unit == SPAN_NONE)
        return;
    struct rule *rule = add_rule(implying, target->node, RULE_EVERY, "target_check_again");
    struct span *every = arena_alloc(arena, sizeof *every);
    *every = target->check_again;
    rule->every = every;
    rule->every_count = 1;
    rule->after = pattern_named(arena, "enrolment.started");
    rule->until = pattern_named(arena, "enrolment.ended");
    rule->done = just(arena, pattern_named(arena, "enrolment.assessed"));
}

void scheme_imply(struct reading *reading, struct scheme *scheme)
{
    struct implying implying = { .reading = reading, .scheme = scheme };

    for (size_t i = 0; i < scheme->tasks.count; i++)
        imply_task(&implying, &scheme->tasks.at[i]);
    for (size_t i = 0; i < scheme->relations.count; i++) {
        const struct scheme_relation *relation = &scheme->relations.at[i];
        imply_relation_minimum(&implying, relation);
        imply_held(&implying, relation, relation->max, "max", holder_scope(relation->of));
        imply_held(&implying, relation, relation->holder_max, "load", SUBJECT_PERSON);
    }
    for (size_t i = 0; i < scheme->activities.count; i++)
        imply_group(&implying, &scheme->activities.at[i]);
    imply_check_again(&implying);
    scheme->implied.at = implying.rules.at;
    scheme->implied.count = implying.rules.count;
}
