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

/* Events that were done without the yes, and without a reason given for it. */
void run_require(struct run *run)
{
    struct code override = code_of("override");

    for (size_t i = 0; i < run->line->count; i++) {
        const struct rule *rule = &run->line->at[i].rule;
        const struct event *event;
        for (size_t cursor = 0; (event = pattern_next(&rule->before, run->view, &cursor)) != NULL;) {
            struct moment moment = { run->view, event->at, event };
            bool is_ours = run_is_in_force(run, rule, event->at) && event_end(event) >= run->enrolment->from &&
                           event->at <= run->enrolment->to && run_concerns(run, event, event_subject(event, rule->scope));
            if (!is_ours || event_field(event, override).kind != DATUM_NONE)
                continue;
            if (condition_ask(rule->when, &moment).truth == TRUTH_TRUE &&
                condition_ask(rule->demand, &moment).truth != TRUTH_TRUE)
                add_breach(run, rule, event);
        }
    }
}

static int rank(enum severity severity)
{
    static const int ranks[SEVERITY_COUNT] = { [SEVERITY_NOTE] = 0, [SEVERITY_REMIND] = 1, [SEVERITY_WARN] = 2, [SEVERITY_BLOCK] = 3 };

    return ranks[severity];
}

struct verdict evaluate_before(struct arena *arena, const struct view *view, const struct ruleset *rules,
                               const struct event *about)
{
    struct run run = run_begin(arena, view, rules, NULL);
    struct verdict verdict = { .truth = TRUTH_TRUE };
    struct moment moment = { view, view->now, about };

    for (size_t i = 0; i < rules->rule_count; i++) {
        const struct rule *rule = rule_on(&rules->rules[i], day_of_instant(view->now), NULL);
        for (size_t e = 0; rule != NULL && rule->kind == RULE_REQUIRE && e < run.enrolments.count; e++) {
            const struct enrolment *enrolment = &run.enrolments.at[e];
            bool is_open = view->now >= enrolment->from && view->now <= enrolment->to &&
                           code_is(enrolment->scheme->id, rules->rules[i].scheme);
            if (!is_open || !pattern_matches(&rule->before, about) || condition_ask(rule->when, &moment).truth != TRUTH_TRUE)
                continue;
            struct answer answer = condition_ask(rule->demand, &moment);
            if (answer.truth != TRUTH_TRUE && (verdict.rule == NULL || rank(rule->severity) > rank(verdict.rule->severity)))
                verdict = (struct verdict){ answer.truth, answer.missing, rule };
        }
    }
    return verdict;
}
