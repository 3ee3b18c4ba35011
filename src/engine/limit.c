/* SPDX-License-Identifier: MIT
 * limit.c: a quantity between two amounts. Durations are promised ahead of time, due at start + max;
 * all other quantities are levels that change with events, and a row is a time outside the limits. */
#include "base/text.h"
#include "engine/evaluate_private.h"

/* Kinds that begin, change and end something with hours or a length, and the word of the limit they
 * answer to. */
static const struct thing {
    enum event_kind started, changed, ended;
} things[] = {
    { EVENT_ACTIVITY_STARTED, EVENT_ACTIVITY_CHANGED, EVENT_ACTIVITY_ENDED },
    { EVENT_PLACEMENT_STARTED, EVENT_PLACEMENT_CHANGED, EVENT_PLACEMENT_ENDED },
    { EVENT_JOB_STARTED, EVENT_KIND_COUNT, EVENT_JOB_ENDED },
    { EVENT_PHASE_ENTERED, EVENT_KIND_COUNT, EVENT_PHASE_DONE },
    { EVENT_RELATION_STARTED, EVENT_KIND_COUNT, EVENT_RELATION_ENDED },
};
enum { THING_COUNT = sizeof things / sizeof *things, THING_PHASE = 3, THING_RELATION = 4 };

static struct code limit_code(const struct limit *limit)
{
    if (!code_is_none(limit->activity))
        return limit->activity;
    return code_is_none(limit->phase) ? limit->relation : limit->phase;
}

/* Does a limit speak of this thing: an activity's id may be an activity, a placement or a job. */
static bool is_thing(const struct limit *limit, size_t thing)
{
    if (limit->of == QUANTITY_HELD || !code_is_none(limit->relation))
        return thing == THING_RELATION;
    if (!code_is_none(limit->phase))
        return thing == THING_PHASE;
    return thing < THING_PHASE;
}

static bool is_meant(const struct limit *limit, const struct event *event)
{
    struct code code = limit_code(limit);

    return code_is_none(code) || code_is(code, event->code);
}

/* The end of a thing that began: the same subject, or for phases the same code. */
static const struct event *thing_end(const struct view *view, const struct event *started, enum event_kind ended)
{
    for (uint32_t i = view->kind_begin[ended]; i < view->kind_begin[ended + 1]; i++) {
        const struct event *event = &view->events[view->by_kind[i]];
        bool is_same = started->subject.id != 0 ? event->subject.id == started->subject.id && event->subject.kind == started->subject.kind
                                                : code_is(event->code, started->code);
        if (is_same && event->at >= started->at && event != started)
            return event;
    }
    return NULL;
}

/* A span in an amount: "6 months"; NONE for other amounts. */
static struct span amount_span(const struct amount *amount)
{
    struct span none = { 0, SPAN_NONE };

    if (amount->kind == AMOUNT_HOURS)
        return (struct span){ (int)(amount->high / 1000), SPAN_HOURS };
    return amount->kind == AMOUNT_SPAN ? amount->span : none;
}

static struct promise limit_promise(const struct run *run, const struct rule *rule, instant from)
{
    struct promise promise = {
        .rule = rule, .subject = { rule->scope, 0 }, .k = day_of_instant(from), .anchor = from,
        .done_at = INSTANT_NONE, .ends = INSTANT_NEVER, .suggested = INSTANT_NONE,
    };

    run_rule_at(run, from, &promise.valid);
    return promise;
}

static void add_duration(struct run *run, const struct rule *rule, const struct event *started, const struct event *ended)
{
    struct promise promise = limit_promise(run, rule, started->at);
    struct span max = amount_span(&rule->limit.max), min = amount_span(&rule->limit.min);
    bool is_wide = subject_is_whole_stream[rule->scope];

    promise.subject = is_wide ? started->subject : event_subject(started, rule->scope);
    promise.trigger = started;
    promise.k = started->lid;
    promise.can_stop = true;
    promise.done = ended;
    promise.ends = run->enrolment->to;
    if (max.unit != SPAN_NONE) {
        promise.span = max;
        run_add(run, &promise);
    }
    if (min.unit == SPAN_NONE || ended == NULL)
        return;
    /* Ended too early: nothing can bring it back inside, so it stands until a reason is given. The
     * last day counts with, as it does for the longest. */
    instant shortest = span_due(min, started->at, rule->clock, run->workdays);
    if (day_of_instant(ended->at) + 1 >= day_of_instant(shortest))
        return;
    promise.k2 = 1;
    promise.span = min;
    promise.done = NULL;
    promise.ends = INSTANT_NEVER;
    promise.is_breach = true;
    run_add(run, &promise);
}

static void run_duration(struct run *run)
{
    const struct view *view = run->view;

    for (size_t i = 0; i < run->line->count; i++) {
        const struct rule *rule = &run->line->at[i].rule;
        for (size_t t = 0; t < THING_COUNT; t++) {
            if (!is_thing(&rule->limit, t))
                continue;
            for (uint32_t e = view->kind_begin[things[t].started]; e < view->kind_begin[things[t].started + 1]; e++) {
                const struct event *started = &view->events[view->by_kind[e]];
                if (is_meant(&rule->limit, started) && run_is_in_force(run, rule, started->at) &&
                    run_may_begin(run, started, INSTANT_NEVER))
                    add_duration(run, rule, started, thing_end(view, started, things[t].ended));
            }
        }
    }
}

/* What is running at a moment: how many, and their hours in thousandths. */
struct level {
    int64_t count, hours, language_hours;
};

/* What one thing adds to the level while it runs. */
struct piece {
    enum subject_kind kind;
    int64_t id, hours, language_hours;
    struct code code;
};

struct sweep {
    const struct rule *rule;
    struct level level;
    LIST_OF(struct piece) pieces;
    int64_t hours_before, hours_now; /* growth */
    bool has_hours;
    bool has_had; /* Something has run: a gap stands between two things, never before the first. */
    instant outside_since;
};

static int64_t hours_field(const struct event *event, const char *name)
{
    struct datum datum = event_field(event, code_of(name));

    return datum.kind == DATUM_NUMBER ? datum.number : 0;
}

static int64_t ratio(int64_t part, int64_t whole)
{
    return whole == 0 ? 0 : part * 100000 / whole; /* Thousandths of a percent. */
}

/* The measured quantity in thousandths; false when there is nothing to measure. */
static bool quantity_of(const struct sweep *sweep, int64_t *quantity)
{
    const struct level *level = &sweep->level;

    switch (sweep->rule->limit.of) {
    case QUANTITY_HOURS: *quantity = level->hours; return level->count > 0;
    case QUANTITY_LANGUAGE_HOURS: *quantity = level->language_hours; return level->count > 0;
    case QUANTITY_LANGUAGE_SHARE: *quantity = ratio(level->language_hours, level->hours); return level->hours > 0;
    case QUANTITY_HELD:
    case QUANTITY_OCCUPANCY:
    case QUANTITY_GROUP_SIZE: *quantity = level->count * 1000; return true;
    case QUANTITY_GROWTH: *quantity = sweep->hours_now - sweep->hours_before; return sweep->has_hours;
    case QUANTITY_GAP: *quantity = level->count == 0 && sweep->has_had ? 1000 : 0; return true;
    case QUANTITY_DURATION:
    case QUANTITY_COUNT: break;
    }
    return false;
}

/* Outside min..max. A gap is outside as soon as it opens: its due says how long it may last. */
static bool is_outside(const struct sweep *sweep)
{
    const struct limit *limit = &sweep->rule->limit;
    int64_t quantity = 0;

    if (!quantity_of(sweep, &quantity))
        return false;
    if (limit->of == QUANTITY_GAP)
        return quantity > 0;
    bool has_min = limit->min.kind != AMOUNT_NONE && limit->min.kind != AMOUNT_ALL;
    bool has_max = limit->max.kind != AMOUNT_NONE && limit->max.kind != AMOUNT_ALL;
    return (has_min && quantity < limit->min.low) || (has_max && quantity > limit->max.high);
}

static void remove_piece(struct sweep *sweep, const struct event *event)
{
    for (size_t i = 0; i < sweep->pieces.count; i++) {
        const struct piece *piece = &sweep->pieces.at[i];
        if (piece->kind != event->subject.kind || piece->id != event->subject.id)
            continue;
        sweep->level.count--;
        sweep->level.hours -= piece->hours;
        sweep->level.language_hours -= piece->language_hours;
        sweep->pieces.at[i] = sweep->pieces.at[--sweep->pieces.count];
        return;
    }
}

static void add_piece(struct run *run, struct sweep *sweep, const struct event *event)
{
    struct piece piece = {
        event->subject.kind, event->subject.id, hours_field(event, "hours"), hours_field(event, "language"), event->code,
    };

    remove_piece(sweep, event);
    *LIST_ADD(run->arena, &sweep->pieces) = piece;
    sweep->has_had = true;
    sweep->level.count++;
    sweep->level.hours += piece.hours;
    sweep->level.language_hours += piece.language_hours;
}

/* Which events can change the level of a limit; all others are passed over. */
void limit_kinds(const struct limit *limit, struct kind_mask *mask)
{
    if (limit->of == QUANTITY_GROWTH)
        kind_mask_add(mask, EVENT_HOURS_SET);
    for (size_t t = 0; t < THING_COUNT; t++) {
        if (!is_thing(limit, t))
            continue;
        kind_mask_add(mask, things[t].started);
        kind_mask_add(mask, things[t].ended);
        if (things[t].changed != EVENT_KIND_COUNT)
            kind_mask_add(mask, things[t].changed);
    }
}

/* True when the event changed the level. */
static bool sweep_event(struct run *run, struct sweep *sweep, const struct event *event)
{
    const struct limit *limit = &sweep->rule->limit;

    if (limit->of == QUANTITY_GROWTH && event->kind == EVENT_HOURS_SET) {
        sweep->hours_before = sweep->has_hours ? sweep->hours_now : hours_field(event, "hours");
        sweep->hours_now = hours_field(event, "hours");
        sweep->has_hours = true;
        return true;
    }
    for (size_t t = 0; t < THING_COUNT; t++) {
        if (!is_thing(limit, t))
            continue;
        if (event->kind == things[t].ended) {
            remove_piece(sweep, event);
            return true;
        }
        if ((event->kind == things[t].started || event->kind == things[t].changed) && is_meant(limit, event)) {
            add_piece(run, sweep, event);
            return true;
        }
    }
    return false;
}

static instant outside_due(const struct run *run, const struct rule *rule, instant since)
{
    struct span max = amount_span(&rule->limit.max);
    bool is_gap = rule->limit.of == QUANTITY_GAP && max.unit != SPAN_NONE;
    instant due = span_due(is_gap ? max : rule->grace, since, rule->clock, run->workdays);

    return is_gap && rule->grace.count != 0 ? span_due(rule->grace, due, rule->clock, run->workdays) : due;
}

static void add_outside(struct run *run, const struct sweep *sweep, const struct event *back_inside, instant ends)
{
    const struct rule *rule = run_rule_at(run, sweep->outside_since, NULL);

    if (rule == NULL)
        return;
    struct promise promise = limit_promise(run, rule, sweep->outside_since);
    promise.due = outside_due(run, rule, sweep->outside_since);
    promise.k = sweep->outside_since;
    promise.done = back_inside;
    promise.ends = ends;
    run_add(run, &promise);
}

/* A change of level at an instant, once all events of the instant are in. */
static void settle_level(struct run *run, struct sweep *sweep, const struct event *event, instant ends)
{
    bool is_out = is_outside(sweep);

    if (is_out && sweep->outside_since == INSTANT_NONE) {
        sweep->outside_since = event == NULL || event->at < run->enrolment->from ? run->enrolment->from : event->at;
    } else if (!is_out && sweep->outside_since != INSTANT_NONE) {
        if (event->at >= run->enrolment->from)
            add_outside(run, sweep, event, ends);
        sweep->outside_since = INSTANT_NONE;
    }
}

static void run_level(struct run *run)
{
    const struct view *view = run->view;
    const struct rule *rule = &run->line->at[run->line->count - 1].rule;
    struct sweep sweep = { .rule = rule, .outside_since = INSTANT_NONE };
    struct enrolment whole = *run->enrolment;
    const struct event *changed_by = NULL; /* The last at its instant that changed the level. */
    struct kind_mask kinds = { { 0, 0 } };
    bool has_begun = false;

    if (view->count == 0)
        return;
    limit_kinds(&rule->limit, &kinds);
    if (whole.from == INSTANT_NONE)
        whole.from = view->events[0].at;
    run->enrolment = &whole;
    instant ends = run_end(run, rule, whole.from, (struct subject){ rule->scope, 0 }, NULL);
    for (size_t i = 0; i < view->count && view->events[i].at <= ends; i++) {
        const struct event *event = &view->events[i];
        if (kind_mask_has(&kinds, event->kind) && sweep_event(run, &sweep, event))
            changed_by = event;
        bool is_last = i + 1 == view->count || view->events[i + 1].at != event->at;
        bool begins = !has_begun && event->at >= whole.from;
        if (is_last && (changed_by != NULL || begins)) {
            settle_level(run, &sweep, changed_by != NULL ? changed_by : event, ends);
            has_begun |= begins;
            changed_by = NULL;
        }
    }
    if (sweep.outside_since != INSTANT_NONE)
        add_outside(run, &sweep, NULL, ends);
}

void run_limit(struct run *run)
{
    if (run->line->at[0].rule.limit.of == QUANTITY_DURATION)
        run_duration(run);
    else
        run_level(run);
}
