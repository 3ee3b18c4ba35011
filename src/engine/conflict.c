/* SPDX-License-Identifier: MIT
 * conflict.c: the three ways to disagree, and the row that asks a person. */
#include "engine/conflict.h"

#include <string.h>

#include "base/text.h"
#include "engine/evaluate_private.h"
#include "engine/journal.h"
#include "engine/obligation.h"

enum { ANSWER_WORKING_DAYS = 5, OPENED_MAX = 100 };

const char *const conflict_scheme = "conflict";

/* Looking for the conflicts of two schemes. */
struct finding {
    struct arena *arena;
    const struct ruleset *rules;
    const struct policies *policies;
    day on;
    const struct scheme_policy *schemes[2]; /* By id. */
    LIST_OF(struct conflict) found;
};

static struct code stance_of(const struct scheme_policy *scheme, struct code axis)
{
    for (size_t i = 0; i < scheme->stance_count; i++)
        if (code_is(scheme->stances[i].axis, axis))
            return scheme->stances[i].value;
    return CODE_NONE;
}

/* From what disturbs least to what stops. */
static int strength(enum severity severity)
{
    static const int strengths[SEVERITY_COUNT] = {
        [SEVERITY_NOTE] = 0, [SEVERITY_REMIND] = 1, [SEVERITY_WARN] = 2, [SEVERITY_BLOCK] = 3,
    };

    return strengths[severity];
}

static enum severity milder(const struct rule *one, const struct rule *other)
{
    if (one == NULL || other == NULL)
        return one != NULL ? one->severity : other != NULL ? other->severity : SEVERITY_REMIND;
    return strength(one->severity) <= strength(other->severity) ? one->severity : other->severity;
}

static struct conflict *add_conflict(struct finding *finding, enum conflict_kind kind, struct code id)
{
    struct conflict *conflict = LIST_ADD(finding->arena, &finding->found);

    *conflict = (struct conflict){ .kind = kind, .id = id, .severity = SEVERITY_REMIND, .since = DAY_NONE };
    for (int side = 0; side < 2; side++)
        conflict->sides[side].scheme = finding->schemes[side];
    return conflict;
}

static void find_policies(struct finding *finding)
{
    for (size_t i = 0; finding->policies != NULL && i < finding->policies->count; i++) {
        const struct policy_axis *axis = &finding->policies->at[i];
        struct code one = stance_of(finding->schemes[0], axis->id), other = stance_of(finding->schemes[1], axis->id);
        if (code_is_none(one) || code_is_none(other) || !policy_clashes(axis, one, other))
            continue;
        struct conflict *conflict = add_conflict(finding, CONFLICT_POLICY, axis->id);
        conflict->axis = axis;
        conflict->sides[0].value = one;
        conflict->sides[1].value = other;
    }
}

/* The rules of one of the two schemes in force on the day. */
struct rules_of {
    const struct finding *finding;
    int side;
    size_t next;
    struct valid valid; /* Of the rule given last. */
};

static const struct rule *rules_next(struct rules_of *rules)
{
    const struct ruleset *all = rules->finding->rules;

    while (rules->next < all->rule_count) {
        const struct rule_line *line = &all->rules[rules->next++];
        if (!code_is(line->scheme, rules->finding->schemes[rules->side]->id))
            continue;
        const struct rule *rule = rule_on(line, rules->finding->on, &rules->valid);
        if (rule != NULL)
            return rule;
    }
    return NULL;
}

static struct code made_code(struct arena *arena, const char *text)
{
    return code_copy(arena, text, strlen(text));
}

static day later_day(day a, day b)
{
    return a == DAY_NONE || (b != DAY_NONE && b > a) ? b : a;
}

/* Does the position of a scheme refuse whatever would settle the rule? */
static const struct policy_axis *refusing_axis(const struct finding *finding, const struct rule *demands, int refuser)
{
    for (size_t i = 0; finding->policies != NULL && i < finding->policies->count; i++) {
        const struct policy_axis *axis = &finding->policies->at[i];
        struct code value = stance_of(finding->schemes[refuser], axis->id);
        size_t refused = 0;
        while (refused < demands->done.count && policy_refuses(axis, value, &demands->done.at[refused]))
            refused++;
        if (demands->done.count > 0 && refused == demands->done.count)
            return axis;
    }
    return NULL;
}

/* A `require` refuses when it asks for what the rule rules out where it demands. A note refuses nothing. */
static bool refuses(const struct rule *require, const struct rule *demands)
{
    size_t refused = 0;

    if (require->kind != RULE_REQUIRE || require->severity == SEVERITY_NOTE)
        return false;
    while (refused < demands->done.count && pattern_may_meet(&require->before, &demands->done.at[refused]))
        refused++;
    return demands->done.count > 0 && refused == demands->done.count && condition_excludes(demands->when, require->demand);
}

static void add_duty(struct finding *finding, const struct rules_of *demanding, const struct rule *demands,
                     const struct policy_axis *axis, const struct rule *require, day since)
{
    int side = demanding->side;
    struct code id = made_code(finding->arena, arena_format(finding->arena, "duty_%s", demands->id.text));
    struct conflict *conflict = add_conflict(finding, CONFLICT_DUTY, id);

    conflict->axis = axis;
    conflict->sides[side].rule = demands;
    conflict->sides[1 - side].rule = require;
    if (axis != NULL)
        conflict->sides[1 - side].value = stance_of(finding->schemes[1 - side], axis->id);
    conflict->severity = milder(demands, require);
    conflict->since = later_day(demanding->valid.from, since);
}

/* What the rules of one side demand, against the positions and requirements of the other. */
static void find_duties(struct finding *finding, int side)
{
    struct rules_of demanding = { .finding = finding, .side = side };
    const struct rule *demands, *require;

    while ((demands = rules_next(&demanding)) != NULL) {
        const struct policy_axis *axis = refusing_axis(finding, demands, 1 - side);
        if (axis != NULL) {
            add_duty(finding, &demanding, demands, axis, NULL, DAY_NONE);
            continue;
        }
        struct rules_of refusing = { .finding = finding, .side = 1 - side };
        while ((require = rules_next(&refusing)) != NULL && !refuses(require, demands))
            continue;
        if (require != NULL)
            add_duty(finding, &demanding, demands, NULL, require, refusing.valid.from);
    }
}

/* An amount as numbers that can be laid beside another's: the least and the most it may mean. Months have
 * 28 to 31 days, so that only what is certain is called a conflict. */
struct extent {
    enum { NOT_COMPARABLE, IN_THOUSANDTHS, IN_DAYS } unit;
    int64_t least, most;
};

static struct extent span_extent(struct span span)
{
    static const int days[SPAN_UNIT_COUNT][2] = {
        [SPAN_DAYS] = { 1, 1 }, [SPAN_WEEKS] = { 7, 7 }, [SPAN_MONTHS] = { 28, 31 }, [SPAN_YEARS] = { 365, 366 },
    };

    if (days[span.unit][0] == 0)
        return (struct extent){ .unit = NOT_COMPARABLE };
    return (struct extent){ IN_DAYS, (int64_t)span.count * days[span.unit][0], (int64_t)span.count * days[span.unit][1] };
}

static struct extent extent_of(const struct amount *amount)
{
    if (amount->kind == AMOUNT_SPAN)
        return span_extent(amount->span);
    if (amount->kind == AMOUNT_HOURS || amount->kind == AMOUNT_NUMBER || amount->kind == AMOUNT_PERCENT)
        return (struct extent){ IN_THOUSANDTHS, amount->low, amount->high };
    return (struct extent){ .unit = NOT_COMPARABLE };
}

/* Is the most of one surely less than the least of the other? */
static bool is_below(const struct amount *most, const struct amount *least)
{
    struct extent top = extent_of(most), bottom = extent_of(least);
    bool is_alike = top.unit == bottom.unit && top.unit != NOT_COMPARABLE &&
                    (top.unit == IN_DAYS || most->kind == least->kind);

    return is_alike && top.most < bottom.least;
}

static struct code limit_subject(const struct limit *limit)
{
    if (!code_is_none(limit->activity))
        return limit->activity;
    return code_is_none(limit->phase) ? limit->relation : limit->phase;
}

static bool is_empty_meeting(const struct rule *one, const struct rule *other)
{
    const struct limit *a = &one->limit, *b = &other->limit;

    if (one->kind != RULE_LIMIT || other->kind != RULE_LIMIT || a->of != b->of || a->per != b->per)
        return false;
    if (one->scope != other->scope || !code_is(limit_subject(a), limit_subject(b)))
        return false;
    return is_below(&a->max, &b->min) || is_below(&b->max, &a->min);
}

static void find_ranges(struct finding *finding)
{
    struct rules_of ours = { .finding = finding, .side = 0 };
    const struct rule *one, *other;

    while ((one = rules_next(&ours)) != NULL) {
        struct rules_of theirs = { .finding = finding, .side = 1 };
        while ((other = rules_next(&theirs)) != NULL) {
            if (!is_empty_meeting(one, other))
                continue;
            struct code about = limit_subject(&one->limit);
            const char *id = arena_format(finding->arena, "%s_%s", quantity_words[one->limit.of],
                                          code_is_none(about) ? "all" : about.text);
            struct conflict *conflict = add_conflict(finding, CONFLICT_RANGE, made_code(finding->arena, id));
            conflict->sides[0].rule = one;
            conflict->sides[1].rule = other;
            conflict->severity = milder(one, other);
            conflict->since = later_day(ours.valid.from, theirs.valid.from);
        }
    }
}

/* All conflicts of two schemes. Law is no party. */
static void find_all(struct finding *finding, const struct scheme_policy *one, const struct scheme_policy *other)
{
    bool is_swapped = strcmp(one->id.text, other->id.text) > 0;

    if (one->is_for_all || other->is_for_all || code_is(one->id, other->id))
        return;
    finding->schemes[0] = is_swapped ? other : one;
    finding->schemes[1] = is_swapped ? one : other;
    find_policies(finding);
    find_duties(finding, 0);
    find_duties(finding, 1);
    find_ranges(finding);
}

static const struct scheme_policy *scheme_of(const struct ruleset *rules, struct code id)
{
    for (size_t i = 0; i < rules->scheme_count; i++)
        if (code_is(rules->schemes[i].id, id))
            return &rules->schemes[i];
    return NULL;
}

struct conflicts conflicts_between(struct arena *arena, const struct ruleset *rules, const struct policies *policies,
                                   const struct code *schemes, size_t count, day on)
{
    struct finding finding = { .arena = arena, .rules = rules, .policies = policies, .on = on };

    for (size_t i = 0; i < count; i++) {
        const struct scheme_policy *one = scheme_of(rules, schemes[i]);
        for (size_t k = i + 1; one != NULL && k < count; k++) {
            const struct scheme_policy *other = scheme_of(rules, schemes[k]);
            if (other != NULL)
                find_all(&finding, one, other);
        }
    }
    return (struct conflicts){ finding.found.at, finding.found.count };
}

/* --- Rows. --- */

/* Where the two enrolments of a conflict lie over each other. */
struct meeting_time {
    instant from, to;
    const struct event *trigger; /* The later of the two beginnings. */
};

static const struct event *beginning_of(const struct view *view, const struct enrolment *enrolment)
{
    for (uint32_t i = view->kind_begin[EVENT_ENROLMENT_STARTED]; i < view->kind_begin[EVENT_ENROLMENT_STARTED + 1]; i++) {
        const struct event *event = &view->events[view->by_kind[i]];
        if (event->subject.id == enrolment->id && event->at == enrolment->from)
            return event;
    }
    return NULL;
}

/* A conflict's rule: what its row says of owner, due and severity. */
static const struct rule_line *conflict_line(struct arena *arena, const struct conflict *conflict)
{
    struct rule_version *version = arena_alloc(arena, sizeof *version);
    struct rule_line *line = arena_alloc(arena, sizeof *line);
    struct pattern *answered = arena_alloc(arena, sizeof *answered);

    *answered = (struct pattern){ .is_set = true, .kind = EVENT_DECISION_MADE, .code = conflict->id };
    version->valid = (struct valid){ DAY_NONE, DAY_NONE };
    version->rule = rule_default(RULE_WITHIN);
    version->rule.id = conflict->id;
    version->rule.within = (struct span){ ANSWER_WORKING_DAYS, SPAN_WORKING_DAYS };
    version->rule.done = (struct patterns){ answered, 1 };
    version->rule.scope = SUBJECT_CITIZEN;
    version->rule.owner = code_of("coordinator");
    version->rule.severity = conflict->severity;
    version->rule.mark = MARK_DEFAULT;
    *line = (struct rule_line){ code_of(conflict_scheme), conflict->id, version, 1 };
    return line;
}

static struct conflict_answer answer_of(const struct event *decision)
{
    struct datum until = event_field(decision, code_of("until"));

    return (struct conflict_answer){
        decision, event_field(decision, code_of("choice")).code, until.kind == DATUM_DAY ? until.day : DAY_NONE,
    };
}

/* When an answered question is open again: after its last day, or when a rule in it changes. */
static instant opens_again(const struct conflict *conflict, const struct conflict_answer *answer)
{
    instant opens = answer->until == DAY_NONE ? INSTANT_NEVER : day_begin(answer->until + 1);

    if (conflict->since != DAY_NONE && conflict->since > day_of_instant(answer->decision->at) &&
        day_begin(conflict->since) < opens)
        opens = day_begin(conflict->since);
    return opens > answer->decision->at ? opens : answer->decision->at + 1;
}

/* The rows of one conflict: the question, and the question again. Answers the last one's answer. */
static struct conflict_answer add_rows(struct run *run, const struct conflict *conflict, const struct meeting_time *time)
{
    const struct rule *rule = &run->line->at[0].rule;
    struct conflict_answer answer = { .until = DAY_NONE };
    instant anchor = time->from;

    for (int i = 0; i < OPENED_MAX && anchor <= run->view->now && anchor <= time->to; i++) {
        struct search search = { &rule->done, anchor, false, { rule->scope, 0 }, NULL };
        struct promise promise = {
            .rule = rule, .valid = run->line->at[0].valid, .subject = { rule->scope, 0 }, .trigger = time->trigger,
            .k = (int64_t)(conflict->sides[0].scheme->id.hash ^ conflict->sides[1].scheme->id.hash), .k2 = anchor,
            .anchor = anchor, .span = rule->within, .done = run_first(run, &search), .done_at = INSTANT_NONE,
            .ends = time->to, .suggested = INSTANT_NONE, .due = INSTANT_NONE,
        };
        answer = (struct conflict_answer){ .until = DAY_NONE };
        run_add(run, &promise);
        if (promise.done == NULL || promise.done->at > time->to)
            break;
        answer = answer_of(promise.done);
        anchor = opens_again(conflict, &answer);
        look_again_at(run, anchor);
    }
    return answer;
}

/* The enrolment of a pair that is in a scheme. */
static const struct enrolment *enrolment_in(const struct enrolment *one, const struct enrolment *other,
                                            const struct scheme_policy *scheme)
{
    return one->scheme == scheme ? one : other;
}

/* What the losing rule asks for is settled by the answer as long as it counts: its rows stand, say so, and ring
 * no more. Without the answer they are open again, since they are computed from it. */
static void decide_rows(struct run *run, const struct rule *rule, const struct enrolment *enrolment, const struct event *decision)
{
    for (size_t i = 0; i < run->rows.count; i++) {
        struct obligation *row = &run->rows.at[i];
        bool is_its = row->enrolment == enrolment->id && code_is(row->scheme, enrolment->scheme->id) && code_is(row->rule, rule->id);
        if (!is_its || row->settled_at != INSTANT_NONE)
            continue;
        row->state = OBLIGATION_DECIDED;
        row->settled_at = decision->at > row->anchor ? decision->at : row->anchor;
        row->settled_by = decision->lid;
        row->climbs = INSTANT_NEVER;
    }
}

static void decide(struct run *run, const struct conflict *conflict, const struct conflict_answer *answer,
                   const struct enrolment *one, const struct enrolment *other)
{
    const struct conflict_side *sides = conflict->sides;
    bool is_side = answer->decision != NULL &&
                   (code_is(answer->choice, sides[0].scheme->id) || code_is(answer->choice, sides[1].scheme->id));

    if (!is_side)
        return;
    const struct conflict_side *loser = &sides[code_is(answer->choice, sides[0].scheme->id) ? 1 : 0];
    if (loser->rule != NULL)
        decide_rows(run, loser->rule, enrolment_in(one, other, loser->scheme), answer->decision);
}

typedef LIST_OF(struct citizen_conflict) citizen_conflict_list;

/* The conflicts of two enrolments, with their rows; `all` is NULL when only the rows are wanted. */
static void run_pair(struct run *run, const struct enrolment *one, const struct enrolment *other, citizen_conflict_list *all)
{
    struct finding finding = {
        .arena = run->arena, .rules = run->rules, .policies = run->rules->policies, .on = day_of_instant(run->view->now),
    };
    const struct enrolment *later = one->from > other->from ? one : other;
    struct meeting_time time = { later->from, one->to < other->to ? one->to : other->to, beginning_of(run->view, later) };
    struct enrolment together = { .from = time.from, .to = time.to, .former_to = INSTANT_NONE, .scheme = one->scheme };

    if (time.to < time.from)
        return;
    find_all(&finding, one->scheme, other->scheme);
    run->enrolment = &together;
    run->suspension_count = 0;
    for (size_t i = 0; i < finding.found.count; i++) {
        size_t before = run->rows.count;
        run->line = conflict_line(run->arena, &finding.found.at[i]);
        struct conflict_answer answer = add_rows(run, &finding.found.at[i], &time);
        decide(run, &finding.found.at[i], &answer, one, other);
        if (all != NULL && run->rows.count > before && time.to > run->view->now)
            *LIST_ADD(run->arena, all) =
                (struct citizen_conflict){ finding.found.at[i], answer, run->rows.at[run->rows.count - 1] };
    }
}

static void run_pairs(struct run *run, citizen_conflict_list *all)
{
    if (run->rules->policies == NULL || run->view->stream.kind != STREAM_CITIZEN)
        return;
    for (size_t i = 0; i < run->enrolments.count; i++)
        for (size_t k = i + 1; k < run->enrolments.count; k++)
            run_pair(run, &run->enrolments.at[i], &run->enrolments.at[k], all);
}

void run_conflicts(struct run *run)
{
    run_pairs(run, NULL);
}

struct citizen_conflicts conflicts_of_view(struct arena *arena, const struct view *view, const struct ruleset *rules,
                                           const struct policies *policies, const struct workdays *workdays)
{
    struct ruleset *with = arena_alloc(arena, sizeof *with);
    citizen_conflict_list all = { 0 };

    *with = *rules;
    with->policies = policies;
    struct run run = run_begin(arena, view, with, workdays);
    run_pairs(&run, &all);
    return (struct citizen_conflicts){ all.at, all.count };
}

struct citizen_conflicts conflicts_of_citizen(struct db *db, struct citizen_id citizen)
{
    struct view *view = arena_alloc(db_arena(db), sizeof *view);

    *view = journal_view(db, (struct stream){ STREAM_CITIZEN, citizen.n }, db_now(db), INSTANT_NEVER);
    return conflicts_of_view(db_arena(db), view, ruleset_current(db), policies_kept(), workdays_current(db));
}

void conflict_decide(struct db *db, struct citizen_id citizen, const struct conflict *conflict, struct code choice, day until)
{
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n }, .kind = EVENT_DECISION_MADE, .code = conflict->id.text,
        .subject = { SUBJECT_CITIZEN, citizen.n }, .at = db_now(db),
        .fields = { { "choice", choice.text }, { "until", until == DAY_NONE ? NULL : day_iso(db_arena(db), until) } },
    });
}
