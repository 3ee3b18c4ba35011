/* SPDX-License-Identifier: MIT
 * require.c: `must`, a row for each time in which a condition is false, and `require`, the verdict
 * before something is done and the breach when it was done all the same. */
#include "engine/evaluate_private.h"

/* Where the falling of a condition is looked for, and what has been found so far. */
struct watch {
    const struct rule *rule;
    struct valid valid;
    instant false_since; /* INSTANT_NONE: it holds, or is not known. */
    instant ends;
};

static void add_must(struct run *run, const struct watch *watch, instant true_at, const struct event *by)
{
    struct promise promise = {
        .rule = watch->rule, .valid = watch->valid, .subject = { watch->rule->scope, 0 },
        .k = watch->false_since, .anchor = watch->false_since, .done = by, .done_at = true_at,
        .due = span_due(watch->rule->grace, watch->false_since, watch->rule->clock, run->workdays),
        .ends = watch->ends, .suggested = INSTANT_NONE,
    };
    /* Time alone may make it true again: then no event of the journal settled it. */
    struct event at_time = { .at = true_at, .recorded_at = true_at };

    if (true_at != INSTANT_NONE && by == NULL)
        promise.done = &at_time;
    run_add(run, &promise);
}

/* One look at a moment; answers until when it holds. */
static instant look(struct run *run, struct watch *watch, instant at, const struct event *event)
{
    struct moment moment = { run->view, at, NULL };
    const struct rule *rule = run_rule_at(run, at, &watch->valid);
    instant holds_until = INSTANT_NEVER;
    bool is_false = false;

    if (rule != NULL) {
        struct answer asked = condition_ask(rule->when, &moment);
        struct answer answer = condition_ask(rule->demand, &moment);
        holds_until = asked.holds_until < answer.holds_until ? asked.holds_until : answer.holds_until;
        is_false = asked.truth == TRUTH_TRUE && answer.truth == TRUTH_FALSE;
    }
    if (is_false && watch->false_since == INSTANT_NONE) {
        watch->false_since = at;
        watch->rule = rule;
    } else if (!is_false && watch->false_since != INSTANT_NONE) {
        add_must(run, watch, at, event);
        watch->false_since = INSTANT_NONE;
    }
    return holds_until;
}

/* Looks at each moment between two at which time alone could change the answer. */
static void look_through(struct run *run, struct watch *watch, instant next, instant until)
{
    for (int i = 0; i < PERIODS_MAX && next <= until; i++)
        next = look(run, watch, next, NULL);
    look_again_at(run, next);
}

void run_must(struct run *run)
{
    const struct rule *newest = &run->line->at[run->line->count - 1].rule;
    const struct view *view = run->view;
    struct watch watch = { .rule = newest, .false_since = INSTANT_NONE };
    struct kind_mask kinds = { { 0, 0 } };
    size_t cursor = 0;
    const struct event *trigger = pattern_next(&newest->after, view, &cursor);
    instant begin = run->enrolment->from;

    if ((newest->after.is_set && trigger == NULL) || view->count == 0)
        return;
    if (trigger != NULL && trigger->at > begin)
        begin = trigger->at;
    if (begin == INSTANT_NONE)
        begin = view->events[0].at;
    watch.ends = run_end(run, newest, begin, (struct subject){ newest->scope, 0 }, trigger);
    if (begin > view->now)
        return;

    condition_kinds(newest->demand, &kinds);
    if (newest->when != NULL)
        condition_kinds(newest->when, &kinds);
    instant next = look(run, &watch, begin, NULL), stop = view->now < watch.ends ? view->now : watch.ends;
    for (size_t i = 0; i < view->count; i++) {
        const struct event *event = &view->events[i];
        struct kind_mask kind = { { 0, 0 } };
        kind_mask_add(&kind, event->kind);
        if (event->at <= begin || event->at > stop || !kind_mask_meets(&kinds, &kind))
            continue;
        look_through(run, &watch, next, event->at - 1);
        next = look(run, &watch, event->at, event);
    }
    look_through(run, &watch, next, stop);
    if (watch.false_since != INSTANT_NONE)
        add_must(run, &watch, INSTANT_NONE, NULL);
}

static void add_breach(struct run *run, const struct rule *rule, const struct event *event)
{
    struct promise promise = {
        .rule = rule, .subject = event_subject(event, rule->scope), .k = event->lid, .trigger = event,
        .anchor = event->at, .due = event_end(event), .done_at = INSTANT_NONE, .ends = INSTANT_NEVER,
        .suggested = INSTANT_NONE, .is_breach = true,
    };

    run_rule_at(run, event->at, &promise.valid);
    run_add(run, &promise);
}

/* Was the event done without the rule's yes, and without a reason given for it? What happened on a day of which only
 * the day is known may have had all of that day before it. */
static bool is_unheeded(const struct run *run, const struct rule *rule, const struct event *event, struct answer *answer)
{
    struct moment moment = { run->view, event_end(event), event };
    bool is_ours = run_is_in_force(run, rule, event->at) && event_end(event) >= run->enrolment->from &&
                   event->at <= run->enrolment->to && run_concerns(run, event, event_subject(event, rule->scope));

    if (!is_ours || event_field(event, code_of("override")).kind != DATUM_NONE ||
        condition_ask(rule->when, &moment).truth != TRUTH_TRUE)
        return false;
    *answer = condition_ask(rule->demand, &moment);
    return answer->truth != TRUTH_TRUE;
}

void run_require(struct run *run)
{
    for (size_t i = 0; i < run->line->count; i++) {
        const struct rule *rule = &run->line->at[i].rule;
        const struct event *event;
        struct answer answer;
        for (size_t cursor = 0; (event = pattern_next(&rule->before, run->view, &cursor)) != NULL;)
            if (is_unheeded(run, rule, event, &answer))
                add_breach(run, rule, event);
    }
}

struct verdict_list {
    struct verdict *at;
    size_t count, room;
};

/* What the rules of one line say, in each enrolment of its scheme. */
static void ask_line(struct run *run, const struct event *event, struct verdict_list *verdicts)
{
    for (size_t e = 0; e < run->enrolments.count; e++) {
        run->enrolment = &run->enrolments.at[e];
        if (!code_is(run->enrolment->scheme->id, run->line->scheme))
            continue;
        for (size_t i = 0; i < run->line->count; i++) {
            const struct rule *rule = &run->line->at[i].rule;
            struct answer answer;
            if (pattern_matches(&rule->before, event) && is_unheeded(run, rule, event, &answer))
                *LIST_ADD(run->arena, verdicts) = (struct verdict){ answer.truth, answer.missing, rule, run->line->scheme };
        }
    }
}

struct verdicts evaluate_before(struct arena *arena, const struct view *view, const struct ruleset *rules,
                                const struct event *event)
{
    struct run run = run_begin(arena, view, rules, NULL);
    struct verdict_list verdicts = { 0 };

    for (size_t i = 0; i < rules->rule_count; i++) {
        const struct rule *any = &rules->rules[i].at[0].rule;
        if (any->kind != RULE_REQUIRE || !run_takes(&run, &rules->rules[i]))
            continue;
        run.line = &rules->rules[i];
        ask_line(&run, event, &verdicts);
    }
    return (struct verdicts){ verdicts.at, verdicts.count };
}
