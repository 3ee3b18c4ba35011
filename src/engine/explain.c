/* SPDX-License-Identifier: MIT
 * explain.c: runs the rules once more with a trace on one row. */
#include "engine/explain.h"

#include "engine/evaluate_private.h"
#include "engine/journal.h"
#include "engine/obligation.h"

enum { HOUR = 3600, DEFAULT_PERCENT = 20, DEFAULT_DAYS_MAX = 7 };

static const struct event *event_of_lid(const struct view *view, int64_t lid)
{
    for (size_t i = 0; i < view->count; i++)
        if (view->events[i].lid == lid)
            return &view->events[i];
    return NULL;
}

/* Percentages are of the time from anchor to due, rounded down to hours. */
static instant bell_time(const struct bell_time *time, instant anchor, instant due, const struct workdays *workdays)
{
    if (due == INSTANT_NEVER)
        return INSTANT_NEVER;
    if (time->span.unit == SPAN_NONE)
        return due + (due - anchor) * time->percent / 100 / HOUR * HOUR;
    if (time->span.count == 0)
        return due;
    return span_due(time->span, due, false, workdays);
}

static instant default_warning(instant anchor, instant due)
{
    instant before = (due - anchor) * DEFAULT_PERCENT / 100 / HOUR * HOUR;
    instant most = (instant)DEFAULT_DAYS_MAX * 24 * HOUR;

    return due == INSTANT_NEVER ? due : due - (before < most ? before : most);
}

static size_t default_ladder(struct explained_bell *bells, instant anchor, instant due, bool is_hour_rule,
                             bool stays_with_owner, const struct workdays *workdays)
{
    static const struct bell_time working_day_after = { { 1, SPAN_WORKING_DAYS }, 0 };
    size_t count = 0;

    bells[count++] = (struct explained_bell){ default_warning(anchor, due), BELL_TO_OWNER, BELL_BY_LIST };
    bells[count++] = (struct explained_bell){ due, BELL_TO_OWNER, BELL_BY_LIST };
    if (stays_with_owner)
        return count;
    if (is_hour_rule)
        bells[count++] = (struct explained_bell){ due, BELL_TO_TEAM_LEADER, BELL_BY_LIST };
    bells[count++] = (struct explained_bell){
        bell_time(&working_day_after, anchor, due, workdays), BELL_TO_TEAM_LEADER, BELL_BY_LIST,
    };
    return count;
}

struct explained_bell *bells_of(struct arena *arena, const struct rule *rule, instant anchor, instant due,
                                bool is_hour_rule, const struct workdays *workdays, size_t *count)
{
    bool stays_with_owner = rule->severity == SEVERITY_WARN || rule->severity == SEVERITY_NOTE;
    struct explained_bell *bells = arena_array(arena, rule->bell_count + 4, sizeof *bells);

    *count = 0;
    if (rule->bell_count == 0) {
        *count = default_ladder(bells, anchor, due, is_hour_rule, stays_with_owner, workdays);
        return bells;
    }
    for (size_t i = 0; i < rule->bell_count; i++) {
        const struct bell *bell = &rule->bells[i];
        if (stays_with_owner && bell->to != BELL_TO_OWNER)
            continue;
        bells[(*count)++] = (struct explained_bell){ bell_time(&bell->at, anchor, due, workdays), bell->to, bell->by };
    }
    return bells;
}

static void take_stops(struct arena *arena, const struct deadline_trace *trace, struct explanation *explanation)
{
    struct explained_stop *stops = arena_array(arena, trace->counted.count, sizeof *stops);

    for (size_t i = 0; i < trace->counted.count; i++) {
        const struct suspension *stop = &trace->counted.at[i];
        stops[i] = (struct explained_stop){ stop->reason, stop->mode, stop->from, stop->to, stop->lid };
    }
    explanation->stops = stops;
    explanation->stop_count = trace->counted.count;
}

bool explain_row(struct arena *arena, const struct view *view, const struct ruleset *rules,
                 const struct workdays *workdays, struct obligation_key key, struct explanation *explanation)
{
    struct deadline_trace trace = { .is_found = false };
    struct run run = run_begin(arena, view, rules, workdays);

    run.trace = &trace;
    run.trace_key = key;
    run_all(&run);
    if (!trace.is_found)
        return false;

    *explanation = (struct explanation){
        .rule = trace.promise.rule, .valid = trace.promise.valid, .anchor = trace.promise.anchor,
        .span = trace.promise.span, .first_due = trace.first_due, .stopped_due = trace.stopped_due, .due = trace.due,
        .nth = trace.promise.k2,
    };
    for (size_t i = 0; i < run.rows.count; i++)
        if (obligation_key_is(run.rows.at[i].key, key))
            explanation->row = run.rows.at[i];
    explanation->trigger = event_of_lid(view, explanation->row.trigger);
    explanation->settled = event_of_lid(view, explanation->row.settled_by);
    take_stops(arena, &trace, explanation);
    explanation->bells = bells_of(arena, trace.promise.rule, explanation->anchor, explanation->due,
                                  explanation->row.is_hour_rule, workdays, &explanation->bell_count);
    return true;
}

bool explain(struct db *db, struct stream stream, struct obligation_key key, instant now,
             struct explanation *explanation)
{
    struct view *view = arena_alloc(db_arena(db), sizeof *view);

    *view = journal_view(db, stream, now, INSTANT_NEVER);
    return explain_row(db_arena(db), view, ruleset_current(db), workdays_current(db), key, explanation);
}

/* The line of a row's rule, as a ruleset of its own. */
static struct ruleset only_rule_of(const struct ruleset *rules, const struct obligation *row)
{
    struct ruleset only = *rules;

    only.rule_count = 0;
    for (size_t i = 0; i < rules->rule_count; i++) {
        if (!code_is(rules->rules[i].scheme, row->scheme) || !code_is(rules->rules[i].id, row->rule))
            continue;
        only.rules = &rules->rules[i];
        only.rule_count = 1;
    }
    return only;
}

/* An event that would settle a row. */
static struct event imagined(struct arena *arena, const struct explanation *explanation, instant at)
{
    const struct pattern *done = &explanation->rule->done.at[0];
    const struct obligation *row = &explanation->row;
    struct event_field *subject = arena_alloc(arena, sizeof *subject);
    const char *id = arena_format(arena, "%lld", (long long)row->subject.id);

    *subject = (struct event_field){ code_of(subject_kind_names[row->subject.kind]), datum_read(id) };
    return (struct event){
        .lid = INT64_MAX, .version = 1, .kind = done->kind, .code = done->code, .at = at, .recorded_at = at,
        .fields = subject, .field_count = row->subject.id == 0 ? 0 : 1,
    };
}

instant explain_next(struct db *db, const struct explanation *explanation, instant at)
{
    const struct obligation *row = &explanation->row;
    struct ruleset only = only_rule_of(ruleset_current(db), row);
    struct event_versions known = journal_load(db, row->stream);
    struct event *events = arena_array(db_arena(db), known.count + 1, sizeof *events);

    if (explanation->rule->kind != RULE_EVERY || explanation->rule->done.count == 0)
        return INSTANT_NONE;
    for (size_t i = 0; i < known.count; i++)
        events[i] = known.at[i];
    events[known.count] = imagined(db_arena(db), explanation, at);

    struct view view = view_of(db_arena(db), row->stream, events, known.count + 1, at, INSTANT_NEVER);
    struct evaluation evaluation = evaluate(db_arena(db), &view, &only, workdays_current(db));
    for (size_t i = 0; i < evaluation.count; i++)
        if (evaluation.at[i].trigger == INT64_MAX && evaluation.at[i].due != INSTANT_NEVER)
            return evaluation.at[i].due;
    return INSTANT_NONE;
}
