/* SPDX-License-Identifier: MIT
 * evaluate.c: which rules count for a stream and when; the kinds themselves are in within.c,
 * calendar.c, limit.c and require.c. */
#include "engine/evaluate.h"

#include "base/check.h"
#include "base/text.h"
#include "engine/evaluate_private.h"

enum { DAY_SECONDS_MAX = 25 * 3600 };

void look_again_at(struct run *run, instant at)
{
    if (at > run->view->now && at < run->next_look)
        run->next_look = at;
}

instant event_end(const struct event *event)
{
    return event->is_day ? day_end(day_of_instant(event->at)) : event->at;
}

/* The last event of the kinds that end a subject, by subject; EVENT_KIND_COUNT: nothing ends it. */
static const enum event_kind subject_ends[SUBJECT_KIND_COUNT][2] = {
    [SUBJECT_CITIZEN] = { EVENT_CITIZEN_MOVED, EVENT_CITIZEN_DIED },
    [SUBJECT_FAMILY] = { EVENT_KIND_COUNT, EVENT_KIND_COUNT },
    [SUBJECT_COMPANY] = { EVENT_KIND_COUNT, EVENT_KIND_COUNT },
    [SUBJECT_GROUP] = { EVENT_GROUP_CLOSED, EVENT_KIND_COUNT },
    [SUBJECT_PERSON] = { EVENT_KIND_COUNT, EVENT_KIND_COUNT },
    [SUBJECT_UNIT] = { EVENT_KIND_COUNT, EVENT_KIND_COUNT },
    [SUBJECT_ENROLMENT] = { EVENT_CITIZEN_MOVED, EVENT_CITIZEN_DIED },
    [SUBJECT_PLACEMENT] = { EVENT_PLACEMENT_ENDED, EVENT_KIND_COUNT },
    [SUBJECT_ACTIVITY] = { EVENT_ACTIVITY_ENDED, EVENT_KIND_COUNT },
    [SUBJECT_ABSENCE] = { EVENT_KIND_COUNT, EVENT_KIND_COUNT },
    [SUBJECT_GOAL] = { EVENT_GOAL_REACHED, EVENT_KIND_COUNT },
    [SUBJECT_CENTRE] = { EVENT_AGREEMENT_ENDED, EVENT_KIND_COUNT },
    [SUBJECT_REQUEST] = { EVENT_REQUEST_CLOSED, EVENT_KIND_COUNT },
    [SUBJECT_MEETING] = { EVENT_KIND_COUNT, EVENT_KIND_COUNT },
    [SUBJECT_RELATION] = { EVENT_RELATION_ENDED, EVENT_KIND_COUNT },
    [SUBJECT_SESSION] = { EVENT_KIND_COUNT, EVENT_KIND_COUNT },
    [SUBJECT_JOB] = { EVENT_JOB_ENDED, EVENT_KIND_COUNT },
    [SUBJECT_DOCUMENT] = { EVENT_KIND_COUNT, EVENT_KIND_COUNT },
    [SUBJECT_SANCTION] = { EVENT_KIND_COUNT, EVENT_KIND_COUNT },
    [SUBJECT_TASK] = { EVENT_KIND_COUNT, EVENT_KIND_COUNT },
    [SUBJECT_SUSPENSION] = { EVENT_SUSPENSION_ENDED, EVENT_KIND_COUNT },
    [SUBJECT_OWN_ACTIVITY] = { EVENT_ACTIVITY_ENDED, EVENT_KIND_COUNT },
    [SUBJECT_PROPOSAL] = { EVENT_KIND_COUNT, EVENT_KIND_COUNT },
    [SUBJECT_ERRAND] = { EVENT_REQUEST_CLOSED, EVENT_KIND_COUNT },
    [SUBJECT_VOLUNTEER_PROPOSAL] = { EVENT_KIND_COUNT, EVENT_KIND_COUNT },
    [SUBJECT_SEAT_PROPOSAL] = { EVENT_KIND_COUNT, EVENT_KIND_COUNT },
    [SUBJECT_GROUP_PLACE] = { EVENT_KIND_COUNT, EVENT_KIND_COUNT },
};

void subject_end_kinds(struct kind_mask *mask)
{
    for (int subject = 0; subject < SUBJECT_KIND_COUNT; subject++)
        for (int i = 0; i < 2; i++)
            if (subject_ends[subject][i] != EVENT_KIND_COUNT)
                kind_mask_add(mask, subject_ends[subject][i]);
}

static bool is_enrolment_kind(enum event_kind kind)
{
    return kind >= EVENT_ENROLMENT_REFERRED && kind <= EVENT_ENROLMENT_ENDED;
}

bool run_concerns(const struct run *run, const struct event *event, struct subject subject)
{
    /* Another scheme's enrolment says nothing here. */
    if (is_enrolment_kind(event->kind) && run->enrolment->id != 0 && event->subject.id != run->enrolment->id)
        return false;
    return subject_is_whole_stream[subject.kind] || event_subject(event, subject.kind).id == subject.id;
}

/* Position in by_kind of the first event of a kind not before an instant. */
static uint32_t first_of_kind(const struct view *view, enum event_kind kind, instant from)
{
    uint32_t low = view->kind_begin[kind], high = view->kind_begin[kind + 1];

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (view->events[view->by_kind[middle]].at < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_found(const struct run *run, const struct search *search, const struct event *event)
{
    bool is_too_early = search->is_after ? event->at <= search->from : event_end(event) < search->from;
    bool is_excepted = search->except != NULL && event->lid == search->except->lid;

    return !is_too_early && !is_excepted && run_concerns(run, event, search->subject);
}

static const struct event *first_match(const struct run *run, const struct search *search, const struct pattern *pattern)
{
    const struct view *view = run->view;
    /* An event known by its day stands at the day's beginning, at most so long before its end. */
    instant from = search->from == INSTANT_NONE ? INSTANT_NONE : search->from - DAY_SECONDS_MAX;

    for (uint32_t i = first_of_kind(view, pattern->kind, from); i < view->kind_begin[pattern->kind + 1]; i++) {
        const struct event *event = &view->events[view->by_kind[i]];
        if (is_found(run, search, event) && pattern_matches(pattern, event))
            return event;
    }
    return NULL;
}

const struct event *run_first(const struct run *run, const struct search *search)
{
    const struct event *first = NULL;

    for (size_t i = 0; i < search->patterns->count; i++) {
        const struct event *event = first_match(run, search, &search->patterns->at[i]);
        bool is_sooner = event != NULL && (first == NULL || event->at < first->at ||
                                           (event->at == first->at && event->lid < first->lid));
        if (is_sooner)
            first = event;
    }
    return first;
}

static instant end_by(const struct run *run, const struct pattern *pattern, instant after, struct subject subject,
                      const struct event *trigger)
{
    struct patterns one = { pattern, 1 };
    struct search search = { &one, after, false, subject, trigger };
    const struct event *event = pattern->is_set ? run_first(run, &search) : NULL;

    return event == NULL ? INSTANT_NEVER : event_end(event);
}

static instant sooner(instant a, instant b)
{
    return a < b ? a : b;
}

instant run_end(const struct run *run, const struct rule *rule, instant after, struct subject subject,
                const struct event *trigger)
{
    instant end = end_by(run, &rule->until, after, subject, trigger);

    if (rule->is_surviving)
        return end;
    for (int i = 0; i < 2; i++) {
        enum event_kind kind = subject_ends[subject.kind][i];
        struct pattern pattern = { .is_set = kind != EVENT_KIND_COUNT, .kind = kind };
        end = sooner(end, end_by(run, &pattern, after, subject, trigger));
    }
    return sooner(end, run->enrolment->to);
}

bool run_may_begin(const struct run *run, const struct event *trigger, instant due)
{
    if (trigger->at > run->enrolment->to)
        return false;
    if (event_end(trigger) >= run->enrolment->from)
        return true;
    /* Before the enrolment: only what was not over then, and not what an earlier one had. */
    return due >= run->enrolment->from && trigger->at > run->enrolment->former_to;
}

const struct rule *run_rule_at(const struct run *run, instant anchor, struct valid *valid)
{
    const struct rule *today = rule_on(run->line, day_of_instant(run->view->now), valid);

    if (today != NULL && today->is_basis_now)
        return today;
    return rule_on(run->line, day_of_instant(anchor), valid);
}

bool run_is_in_force(const struct run *run, const struct rule *rule, instant anchor)
{
    return run_rule_at(run, anchor, NULL) == rule;
}

static bool is_known(const struct run *run, const struct scheme_policy *scheme, int64_t enrolment)
{
    for (size_t i = 0; i < run->enrolments.count; i++)
        if (run->enrolments.at[i].scheme == scheme && run->enrolments.at[i].id == enrolment && enrolment != 0)
            return true;
    return false;
}

/* Enrolments of the stream in a scheme, in order; one that is said to start twice started the first time. */
static void find_enrolments(struct run *run, const struct scheme_policy *scheme)
{
    static const enum event_kind ends[] = { EVENT_ENROLMENT_ENDED, EVENT_ENROLMENT_ABORTED };
    const struct view *view = run->view;
    instant former_to = INSTANT_NONE;

    for (uint32_t i = view->kind_begin[EVENT_ENROLMENT_STARTED]; i < view->kind_begin[EVENT_ENROLMENT_STARTED + 1]; i++) {
        const struct event *event = &view->events[view->by_kind[i]];
        if (!code_is(event->code, scheme->id) || is_known(run, scheme, event->subject.id))
            continue;
        struct enrolment enrolment = {
            .id = event->subject.id, .from = event->at, .to = INSTANT_NEVER, .former_to = former_to, .scheme = scheme,
        };
        for (size_t e = 0; e < 2; e++) {
            for (uint32_t j = first_of_kind(view, ends[e], event->at); j < view->kind_begin[ends[e] + 1]; j++) {
                const struct event *end = &view->events[view->by_kind[j]];
                if (end->subject.id == event->subject.id)
                    enrolment.to = sooner(enrolment.to, event_end(end));
            }
        }
        former_to = enrolment.to;
        *LIST_ADD(run->arena, &run->enrolments) = enrolment;
    }
}

bool scheme_is_for_all(const struct scheme_policy *scheme, enum stream_kind kind)
{
    return scheme->is_for_all || (kind != STREAM_CITIZEN && kind != STREAM_UNIT);
}

/* The scheme whose activity a group runs; none where its opening does not say. */
static struct code scheme_of_group(const struct view *view)
{
    uint32_t end = view->kind_begin[EVENT_GROUP_OPENED + 1];

    return end == view->kind_begin[EVENT_GROUP_OPENED]
               ? (struct code){ 0 }
               : event_field(&view->events[view->by_kind[end - 1]], code_of("scheme")).code;
}

struct run run_begin(struct arena *arena, const struct view *view, const struct ruleset *rules,
                     const struct workdays *workdays)
{
    struct run run = {
        .arena = arena, .view = view, .workdays = workdays, .rules = rules, .next_look = view->next_event,
    };

    struct code own = view->stream.kind == STREAM_GROUP ? scheme_of_group(view) : (struct code){ 0 };
    for (size_t i = 0; i < rules->scheme_count; i++) {
        const struct scheme_policy *scheme = &rules->schemes[i];
        if (!code_is_none(own) && !code_is(own, scheme->id))
            continue; /* Other schemes have activities of the same name. */
        if (scheme_is_for_all(scheme, view->stream.kind))
            *LIST_ADD(arena, &run.enrolments) = (struct enrolment){
                .from = scheme->since, .to = INSTANT_NEVER, .former_to = INSTANT_NONE, .scheme = scheme,
            };
        else
            find_enrolments(&run, scheme);
    }
    run_find_stops(&run);
    return run;
}

static run_kind *const kinds[RULE_KIND_COUNT] = {
    [RULE_WITHIN] = run_within,     [RULE_EVERY] = run_every, [RULE_CALENDAR] = run_calendar,
    [RULE_QUOTA] = run_quota,       [RULE_LIMIT] = run_limit, [RULE_MUST] = run_must,
    [RULE_REQUIRE] = run_require,
};

/* A law or overlay that begins or ends on a day to come. */
static void look_at_validity(struct run *run, const struct rule_line *line)
{
    for (size_t i = 0; i < line->count; i++) {
        struct valid valid = line->at[i].valid;
        if (valid.from != DAY_NONE)
            look_again_at(run, day_begin(valid.from));
        if (valid.to != DAY_NONE)
            look_again_at(run, day_begin(valid.to + 1));
    }
}

static void run_line(struct run *run, const struct rule_line *line)
{
    check(line->count > 0);
    const struct rule *any = &line->at[0].rule;

    if (subject_streams[any->scope] != run->view->stream.kind)
        return;
    run->line = line;
    look_at_validity(run, line);
    for (size_t i = 0; i < run->enrolments.count; i++) {
        run->enrolment = &run->enrolments.at[i];
        if (!code_is(run->enrolment->scheme->id, line->scheme))
            continue;
        run_suspensions(run);
        kinds[any->kind](run);
    }
}

void run_all(struct run *run)
{
    for (size_t i = 0; i < run->rules->rule_count; i++)
        run_line(run, &run->rules->rules[i]);
    run_conflicts(run);
}

struct evaluation evaluate(struct arena *arena, const struct view *view, const struct ruleset *rules,
                           const struct workdays *workdays)
{
    struct run run = run_begin(arena, view, rules, workdays);

    run_all(&run);
    return (struct evaluation){ run.rows.at, run.rows.count, run.next_look };
}
