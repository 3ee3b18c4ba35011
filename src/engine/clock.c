/* SPDX-License-Identifier: MIT
 * clock.c: clocks that stand still. A stop moves due by what of it lies inside (anchor, due], again
 * for what the move brings inside; a restart makes its end the anchor. Both count only up to the
 * moment of settling, so that a settled row never moves. */
#include "base/text.h"
#include "engine/evaluate_private.h"

enum { SECONDS_A_HOUR = 3600 };

static const struct suspend *suspend_of(const struct scheme_policy *scheme, struct code reason, struct code rule)
{
    for (size_t i = 0; i < scheme->suspend_count; i++) {
        const struct suspend *suspend = &scheme->suspends[i];
        bool is_meant = suspend->rule_count == 0;
        for (size_t j = 0; j < suspend->rule_count; j++)
            is_meant |= code_is(suspend->rules[j], rule);
        if (is_meant && code_is(suspend->reason, reason))
            return suspend;
    }
    return NULL;
}

/* The reason stands in its field, or is the event's code. */
static struct code reason_of(const struct event *event)
{
    struct datum field = event_field(event, code_of("reason"));

    return field.kind == DATUM_CODE ? field.code : event->code;
}

/* Does an end belong to a suspension: the same subject when it has one, else the same reason or none. */
static bool is_end_of(const struct event *ended, const struct event *begun)
{
    if (begun->subject.kind == SUBJECT_SUSPENSION && begun->subject.id != 0)
        return ended->subject.kind == SUBJECT_SUSPENSION && ended->subject.id == begun->subject.id;
    struct code reason = reason_of(ended);
    return code_is_none(reason) || code_is(reason, reason_of(begun));
}

/* The end of a suspension: the first `ended` after it that belongs to it. */
static instant suspension_end(const struct view *view, const struct event *begun)
{
    uint32_t end = view->kind_begin[EVENT_SUSPENSION_ENDED + 1];

    for (uint32_t i = view->kind_begin[EVENT_SUSPENSION_ENDED]; i < end; i++) {
        const struct event *event = &view->events[view->by_kind[i]];
        if (is_end_of(event, begun) && event->at >= begun->at)
            return event->at;
    }
    return INSTANT_NEVER;
}

/* All suspensions of the stream, in order of their beginning; once a run. */
void run_find_stops(struct run *run)
{
    const struct view *view = run->view;
    uint32_t end = view->kind_begin[EVENT_SUSPENSION_BEGUN + 1];

    for (uint32_t i = view->kind_begin[EVENT_SUSPENSION_BEGUN]; i < end; i++) {
        const struct event *event = &view->events[view->by_kind[i]];
        *LIST_ADD(run->arena, &run->stops) = (struct suspension){
            reason_of(event), SUSPENSION_RUN, event->at, suspension_end(view, event), event->lid,
        };
    }
}

/* Those of them that the rule at hand heeds. */
void run_suspensions(struct run *run)
{
    struct suspension *heeded = arena_array(run->arena, run->stops.count, sizeof *heeded);

    run->suspension_count = 0;
    run->suspensions = heeded;
    for (size_t i = 0; i < run->stops.count; i++) {
        const struct suspension *stop = &run->stops.at[i];
        const struct suspend *suspend = suspend_of(run->enrolment->scheme, stop->reason, run->line->id);
        if (suspend == NULL || suspend->mode == SUSPENSION_RUN)
            continue;
        heeded[run->suspension_count] = *stop;
        heeded[run->suspension_count++].mode = suspend->mode;
    }
}

static bool is_hours(const struct promise *promise)
{
    enum span_unit unit = promise->span.unit;

    return unit == SPAN_HOURS || unit == SPAN_WORKING_HOURS;
}

static instant later(instant a, instant b)
{
    return a > b ? a : b;
}

/* Hours stand still to the second. */
static instant stop_hours(instant due, instant from, instant to)
{
    return due + (to - from);
}

/* Days stand still by whole dates: a stop from the 16th to the 30th is 14 days. */
static instant stop_days(instant due, instant from, instant to)
{
    return day_end(day_of_instant(due) + (day_of_instant(to) - day_of_instant(from)));
}

/* The first moment of a stop that counts: day rules begin on the day after the anchor. */
static instant counted_from(const struct promise *promise, const struct suspension *stop, instant anchor, instant counted)
{
    instant first = is_hours(promise) ? anchor : day_begin(day_of_instant(anchor) + 1);
    instant from = is_hours(promise) ? stop->from : day_begin(day_of_instant(stop->from));

    return later(from, later(first, counted));
}

static int32_t left_at(const struct promise *promise, instant due, instant from)
{
    if (is_hours(promise))
        return (int32_t)((due - from) / SECONDS_A_HOUR);
    return day_of_instant(due) - day_of_instant(from) + 1;
}

instant longer_asked(const struct rule *rule, const struct event *trigger)
{
    struct datum asked = trigger == NULL || code_is_none(rule->longer) ? (struct datum){ .kind = DATUM_NONE }
                                                                       : event_field(trigger, rule->longer);

    return asked.kind == DATUM_DAY ? day_end(asked.day) : INSTANT_NONE;
}

static instant base_due(struct run *run, const struct promise *promise, instant anchor)
{
    if (promise->span.unit == SPAN_NONE)
        return promise->due;
    return later(span_due(promise->span, anchor, promise->rule->clock, run->workdays),
                 longer_asked(promise->rule, promise->trigger));
}

struct deadline deadline_of(struct run *run, const struct promise *promise, instant until)
{
    instant anchor = promise->anchor, counted = INSTANT_NONE;
    instant due = base_due(run, promise, anchor);

    for (size_t i = 0; promise->can_stop && i < run->suspension_count; i++) {
        const struct suspension *stop = &run->suspensions[i];
        if (stop->to <= anchor)
            continue;
        instant from = counted_from(promise, stop, anchor, counted);
        instant to = stop->to < until ? stop->to : until;

        if (stop->from >= until || from > due)
            break;
        if (to <= from && to != INSTANT_NEVER)
            continue;
        if (run->trace != NULL && run->trace->is_tracing)
            *LIST_ADD(run->arena, &run->trace->counted) = *stop;
        if (to == INSTANT_NEVER && run->trace != NULL && run->trace->is_tracing)
            run->trace->stopped_due = INSTANT_NEVER;
        if (to == INSTANT_NEVER)
            return (struct deadline){ INSTANT_NEVER, true, left_at(promise, due, from) };
        if (stop->mode == SUSPENSION_RESTART) {
            anchor = to;
            due = base_due(run, promise, anchor);
        } else {
            due = is_hours(promise) ? stop_hours(due, from, to) : stop_days(due, from, to);
        }
        counted = to;
    }
    if (run->trace != NULL && run->trace->is_tracing)
        run->trace->stopped_due = due;
    return (struct deadline){ roll_due(promise->rule->roll, due, run->workdays), false, 0 };
}
