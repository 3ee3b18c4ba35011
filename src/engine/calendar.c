/* SPDX-License-Identifier: MIT
 * calendar.c: `calendar`, a row per occurrence, and `quota`, n rows per window. Both share out what
 * was done: an event that settled one row settles no other of the rule. */
#include "engine/evaluate_private.h"

/* Was the session called off after it was planned so? */
static bool is_cancelled(const struct view *view, const struct event *planned)
{
    for (uint32_t i = view->kind_begin[EVENT_SESSION_CANCELLED]; i < view->kind_begin[EVENT_SESSION_CANCELLED + 1]; i++) {
        const struct event *event = &view->events[view->by_kind[i]];
        if (event->subject.kind == planned->subject.kind && event->subject.id == planned->subject.id
            && event->lid > planned->lid)
            return true;
    }
    return false;
}

/* The days of `each session`: a planned session's field `on`, else the day of the event. */
static day session_after(const struct run *run, day after)
{
    const struct view *view = run->view;
    struct code on = code_of("on");
    day next = DAY_NONE;

    for (uint32_t i = view->kind_begin[EVENT_SESSION_PLANNED]; i < view->kind_begin[EVENT_SESSION_PLANNED + 1]; i++) {
        const struct event *event = &view->events[view->by_kind[i]];
        struct datum field = event_field(event, on);
        day planned = field.kind == DATUM_DAY ? field.day : day_of_instant(event->at);
        if (planned > after && (next == DAY_NONE || planned < next) && !is_cancelled(view, event))
            next = planned;
    }
    return next;
}

static day occurrence_after(const struct run *run, const struct rule *rule, day after)
{
    if (rule->calendar.kind == CALENDAR_EACH_SESSION)
        return session_after(run, after);
    return calendar_next(&rule->calendar, after, run->workdays);
}

static instant begin_of(const struct rule *rule, const struct run *run, day occurrence)
{
    return roll_due(rule->roll, day_begin(occurrence), run->workdays);
}

/* The first moment from which an occurrence can no longer be settled. */
static instant window_end(const struct rule *rule, const struct run *run, day next, instant due)
{
    instant end = next == DAY_NONE ? INSTANT_NEVER : begin_of(rule, run, next);

    return end > due ? end : due + 1;
}

/* `calendar` and quota periods: rows end when their window or the scope does. */
static void end_at_window(struct run *run, struct promise *promise, instant window)
{
    if (promise->done != NULL && promise->done->at >= window)
        promise->done = NULL;
    if (promise->done == NULL && window <= run->view->now && window < promise->ends)
        promise->ends = window;
    look_again_at(run, window);
}

static struct promise occurrence_promise(const struct run *run, const struct rule *rule, day occurrence, instant opens)
{
    instant begin = begin_of(rule, run, occurrence);
    struct promise promise = {
        .rule = rule, .subject = { rule->scope, 0 }, .k = occurrence, .anchor = begin,
        .done_at = INSTANT_NONE, .suggested = INSTANT_NONE,
        .due = span_due(rule->grace, begin, rule->clock, run->workdays),
    };

    run_rule_at(run, begin, &promise.valid);
    promise.ends = run_end(run, rule, opens, promise.subject, NULL);
    return promise;
}

/* The later of the scope's beginning and the first trigger, when the rule has one. */
static instant calendar_opens(const struct run *run)
{
    const struct rule *rule = &run->line->at[run->line->count - 1].rule;
    size_t cursor = 0;
    const struct event *trigger = pattern_next(&rule->after, run->view, &cursor);

    if (!rule->after.is_set)
        return run->enrolment->from;
    return trigger == NULL ? INSTANT_NEVER : trigger->at > run->enrolment->from ? trigger->at : run->enrolment->from;
}

/* Law without a first day begins with the stream's first event. */
static instant opening(const struct run *run)
{
    instant opens = calendar_opens(run);

    if (opens == INSTANT_NONE)
        return run->view->count > 0 ? run->view->events[0].at : INSTANT_NEVER;
    return opens;
}

/* The first done not before `from` that no earlier row has used. `used` counts up by (at, lid). */
static const struct event *unused_done(const struct run *run, const struct rule *rule, instant from, const struct event *used)
{
    struct search search = { &rule->done, from, false, { rule->scope, 0 }, used };

    if (used != NULL && used->at >= from) {
        search.from = used->at;
        search.is_after = true;
    }
    return run_first(run, &search);
}

void run_calendar(struct run *run)
{
    instant opens = opening(run);
    const struct event *used = NULL;

    if (opens == INSTANT_NEVER || opens > run->view->now)
        return;
    day occurrence = day_of_instant(opens) - 1, today = day_of_instant(run->view->now);
    for (int i = 0; i < PERIODS_MAX && occurrence <= today; i++) {
        const struct rule *rule = run_rule_at(run, day_begin(occurrence + 1), NULL);
        if (rule == NULL)
            rule = &run->line->at[run->line->count - 1].rule;
        day next = occurrence_after(run, rule, occurrence);
        if (next == DAY_NONE || begin_of(rule, run, next) > run->enrolment->to)
            return;
        occurrence = next;
        rule = run_rule_at(run, day_begin(next), NULL);
        if (rule == NULL)
            continue;
        struct promise promise = occurrence_promise(run, rule, next, opens);
        if (promise.ends < promise.anchor)
            return;
        promise.done = unused_done(run, rule, span_before(rule->early, promise.anchor, run->workdays), used);
        end_at_window(run, &promise, window_end(rule, run, occurrence_after(run, rule, next), promise.due));
        if (promise.done != NULL)
            used = promise.done;
        run_add(run, &promise);
        look_again_at(run, day_begin(next));
        look_again_at(run, day_begin(next + 1));
    }
}

/* The first day of the period a day lies in, and of the next. */
static day period_begin(enum period period, day on)
{
    struct date date = date_of(on);

    switch (period) {
    case PERIOD_DAY: return on;
    case PERIOD_WEEK: return on - (day)day_weekday(on);
    case PERIOD_MONTH: return day_of(date.year, date.month, 1);
    case PERIOD_QUARTER: return day_of(date.year, (date.month - 1) / 3 * 3 + 1, 1);
    case PERIOD_YEAR: return day_of(date.year, 1, 1);
    case PERIOD_NONE:
    case PERIOD_COUNT: break;
    }
    return on;
}

static day period_next(enum period period, day begin)
{
    static const int months[PERIOD_COUNT] = { [PERIOD_MONTH] = 1, [PERIOD_QUARTER] = 3, [PERIOD_YEAR] = 12 };

    if (months[period] > 0)
        return day_add_months(begin, months[period]);
    return begin + (period == PERIOD_WEEK ? 7 : 1);
}

/* The n rows of one window. `window` is where a period closes for good; INSTANT_NEVER: stays open. */
static void add_quota(struct run *run, struct promise promise, instant from, instant window)
{
    const struct rule *rule = promise.rule;
    const struct event *used = NULL;
    instant length = promise.due - promise.anchor;

    for (int k = 1; k <= rule->quota.count; k++) {
        struct promise row = promise;
        struct search search = { &rule->done, used == NULL ? from : used->at, used != NULL, promise.subject, promise.trigger };
        row.k2 = k;
        row.done = k > 1 && used == NULL ? NULL : run_first(run, &search);
        row.suggested = rule->quota.is_paced ? promise.anchor + length * k / rule->quota.count : INSTANT_NONE;
        if (window != INSTANT_NEVER)
            end_at_window(run, &row, window);
        used = row.done;
        run_add(run, &row);
    }
}

static void run_quota_window(struct run *run)
{
    for (size_t i = 0; i < run->line->count; i++) {
        const struct rule *rule = &run->line->at[i].rule;
        const struct event *trigger;
        for (size_t cursor = 0; (trigger = pattern_next(&rule->after, run->view, &cursor)) != NULL;) {
            struct moment moment = { run->view, trigger->at, trigger };
            struct promise promise = {
                .rule = rule, .subject = event_subject(trigger, rule->scope), .k = trigger->lid, .trigger = trigger,
                .anchor = trigger->at, .span = rule->quota.in, .can_stop = true, .done_at = INSTANT_NONE,
                .due = span_due(rule->quota.in, trigger->at, rule->clock, run->workdays),
            };
            if (!run_is_in_force(run, rule, trigger->at) || !run_concerns(run, trigger, promise.subject) ||
                !run_may_begin(run, trigger, promise.due) || condition_ask(rule->when, &moment).truth != TRUTH_TRUE)
                continue;
            run_rule_at(run, trigger->at, &promise.valid);
            promise.ends = run_end(run, rule, trigger->at, promise.subject, trigger);
            add_quota(run, promise, span_before(rule->early, trigger->at, run->workdays), INSTANT_NEVER);
        }
    }
}

/* Calendar periods: those that begin while the scope is open. */
static void run_quota_periods(struct run *run, enum period period)
{
    instant opens = opening(run);

    if (opens == INSTANT_NEVER || opens > run->view->now)
        return;
    day first = day_of_instant(opens), begin = period_begin(period, first);
    begin = begin < first ? period_next(period, begin) : begin;
    for (int i = 0; i < PERIODS_MAX && day_begin(begin) <= run->view->now; i++) {
        const struct rule *rule = run_rule_at(run, day_begin(begin), NULL);
        day next = period_next(period, begin);
        struct promise promise = {
            .rule = rule, .subject = { run->line->at[0].rule.scope, 0 }, .k = begin, .anchor = day_begin(begin),
            .due = day_end(next - 1), .done_at = INSTANT_NONE,
        };
        if (rule != NULL) {
            promise.ends = run_end(run, rule, opens, promise.subject, NULL);
            if (promise.ends < promise.anchor)
                return;
            run_rule_at(run, promise.anchor, &promise.valid);
            add_quota(run, promise, promise.anchor, day_begin(next));
        }
        begin = next;
    }
    look_again_at(run, day_begin(begin));
}

void run_quota(struct run *run)
{
    const struct rule *rule = &run->line->at[run->line->count - 1].rule;

    if (rule->quota.per == PERIOD_NONE)
        run_quota_window(run);
    else
        run_quota_periods(run, rule->quota.per);
}
