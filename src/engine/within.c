/* SPDX-License-Identifier: MIT
 * within.c: `within`, once for each trigger, and `every`, a chain that is anchored anew in what was
 * done, never in what was planned. */
#include "engine/evaluate_private.h"

static bool is_asked(const struct run *run, const struct rule *rule, const struct event *trigger)
{
    struct moment moment = { run->view, trigger->at, trigger };

    return condition_ask(rule->when, &moment).truth == TRUTH_TRUE;
}

static instant early_from(const struct run *run, const struct rule *rule, instant anchor)
{
    return span_before(rule->early, anchor, run->workdays);
}

static struct promise promise_of(const struct rule *rule, const struct event *trigger, struct subject subject)
{
    return (struct promise){
        .rule = rule, .subject = subject, .k = trigger->lid, .trigger = trigger, .anchor = trigger->at,
        .can_stop = true, .done_at = INSTANT_NONE, .suggested = INSTANT_NONE, .due = INSTANT_NONE,
    };
}

static void add_within(struct run *run, const struct rule *rule, const struct event *trigger)
{
    struct subject subject = event_subject(trigger, rule->scope);
    struct promise promise = promise_of(rule, trigger, subject);
    instant due = span_due(rule->within, trigger->at, rule->clock, run->workdays), longer = longer_asked(rule, trigger);

    due = longer > due ? longer : due;
    if (!run_concerns(run, trigger, subject) || !run_may_begin(run, trigger, due) || !is_asked(run, rule, trigger))
        return;
    run_rule_at(run, trigger->at, &promise.valid);
    promise.span = rule->within;
    struct search search = { &rule->done, early_from(run, rule, trigger->at), false, subject, trigger };
    promise.done = run_first(run, &search);
    promise.ends = run_end(run, rule, trigger->at, subject, trigger);
    run_add(run, &promise);
}

void run_within(struct run *run)
{
    for (size_t i = 0; i < run->line->count; i++) {
        const struct rule *rule = &run->line->at[i].rule;
        const struct event *trigger;
        for (size_t cursor = 0; (trigger = pattern_next(&rule->after, run->view, &cursor)) != NULL;)
            if (run_is_in_force(run, rule, trigger->at))
                add_within(run, rule, trigger);
    }
}

/* A chain of `every`: where it stands. */
struct chain {
    const struct event *trigger, *anchor_event;
    struct subject subject;
    instant anchor, ends;
    size_t link; /* 0 for the first, so many have been done. */
};

static struct span link_span(const struct rule *rule, size_t link, int times)
{
    struct span span = rule->every[link < rule->every_count ? link : rule->every_count - 1];

    span.count *= times;
    return span;
}

/* The settling of a link: after the first one, strictly later than its anchor. */
static const struct event *link_done(const struct run *run, const struct rule *rule, const struct chain *chain)
{
    struct search search = { &rule->done, chain->anchor, true, chain->subject, chain->anchor_event };

    if (chain->link == 0) {
        search.from = early_from(run, rule, chain->anchor);
        search.is_after = false;
    }
    return run_first(run, &search);
}

/* `missed: each`: one more row for each whole period that passed before it was done. */
static void add_missed(struct run *run, const struct rule *rule, const struct chain *chain, struct promise promise)
{
    instant until = promise.done != NULL ? promise.done->at : run->view->now;

    until = until < chain->ends ? until : chain->ends;
    for (int period = 2; rule->is_missed_each && period < PERIODS_MAX; period++) {
        promise.k2 = period - 1;
        promise.span = link_span(rule, chain->link, period);
        struct deadline deadline = deadline_of(run, &promise, until);
        if (deadline.due == INSTANT_NEVER || promise.span.count == 0)
            return;
        if (deadline.due >= until) {
            look_again_at(run, deadline.due + 1);
            return;
        }
        run_add(run, &promise);
    }
}

static void add_link(struct run *run, const struct rule *rule, const struct chain *chain, const struct event *done)
{
    struct promise promise = promise_of(rule, chain->anchor_event, chain->subject);

    run_rule_at(run, chain->anchor, &promise.valid);
    promise.anchor = chain->anchor;
    promise.span = link_span(rule, chain->link, 1);
    promise.done = done != NULL && done->at <= chain->ends ? done : NULL;
    promise.ends = chain->ends;

    /* A link that the end meets on its first day was never a promise. */
    bool is_stillborn = chain->link > 0 && promise.done == NULL && chain->ends != INSTANT_NEVER &&
                        day_of_instant(chain->ends) == day_of_instant(chain->anchor);
    if (is_stillborn)
        return;
    run_add(run, &promise);
    add_missed(run, rule, chain, promise);
}

/* The rule whose `done` is listened to when none was in force at the anchor: the next to come. */
static const struct rule *rule_after(const struct run *run, instant anchor)
{
    for (size_t i = 0; i < run->line->count; i++) {
        day from = run->line->at[i].valid.from;
        if (from != DAY_NONE && from > day_of_instant(anchor))
            return &run->line->at[i].rule;
    }
    return NULL;
}

static void run_chain(struct run *run, struct chain chain)
{
    for (size_t links = 0; links < PERIODS_MAX && chain.anchor <= chain.ends; links++) {
        const struct rule *rule = run_rule_at(run, chain.anchor, NULL);
        const struct rule *listens = rule != NULL ? rule : rule_after(run, chain.anchor);
        if (listens == NULL)
            return;
        const struct event *done = link_done(run, listens, &chain);
        if (rule != NULL)
            add_link(run, rule, &chain, done);
        if (done == NULL || done->at > chain.ends)
            return;
        /* What was done early anchors nothing before the beginning. */
        chain.anchor = done->at > chain.anchor ? done->at : chain.anchor;
        chain.anchor_event = done;
        chain.link++;
    }
}

static bool has_begun(const struct chain *chains, size_t count, struct subject subject)
{
    for (size_t i = 0; i < count; i++)
        if (chains[i].subject.kind == subject.kind && chains[i].subject.id == subject.id)
            return true;
    return false;
}

/* One chain per subject, from its first trigger. */
void run_every(struct run *run)
{
    const struct rule *rule = &run->line->at[run->line->count - 1].rule;
    const struct event *trigger;
    LIST_OF(struct chain) chains = { 0 };

    for (size_t cursor = 0; (trigger = pattern_next(&rule->after, run->view, &cursor)) != NULL;) {
        struct chain chain = { .trigger = trigger, .anchor_event = trigger, .anchor = trigger->at };
        chain.subject = event_subject(trigger, rule->scope);
        bool is_ours = run_concerns(run, trigger, chain.subject) && run_may_begin(run, trigger, INSTANT_NEVER) &&
                       is_asked(run, rule, trigger);
        if (!is_ours || has_begun(chains.at, chains.count, chain.subject))
            continue;
        chain.ends = run_end(run, rule, trigger->at, chain.subject, trigger);
        /* What had begun before the enrolment is promised from its start on. */
        instant due = span_due(link_span(rule, 0, 1), trigger->at, rule->clock, run->workdays);
        if (due < run->enrolment->from)
            chain.anchor = run->enrolment->from;
        if (chain.ends < run->enrolment->from)
            continue;
        *LIST_ADD(run->arena, &chains) = chain;
        run_chain(run, chain);
    }
}
