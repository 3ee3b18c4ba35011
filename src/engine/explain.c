/* SPDX-License-Identifier: MIT
 * explain.c: runs the rules once more with a trace on one row. */
#include "engine/explain.h"

#include "engine/evaluate_private.h"
#include "engine/journal.h"
#include "engine/obligation.h"

static const struct event *event_of_lid(const struct view *view, int64_t lid)
{
    for (size_t i = 0; i < view->count; i++)
        if (view->events[i].lid == lid)
            return &view->events[i];
    return NULL;
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
        .span = trace.promise.span, .first_due = trace.first_due, .longer = trace.longer,
        .stopped_due = trace.stopped_due, .due = trace.due,
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
