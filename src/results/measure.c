/* SPDX-License-Identifier: MIT
 * measure.c: from histories to figures: first the units that are counted, then what counts of them. */
#include "results/measure.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "results/rules.h"

enum { STUDY_HOURS = 3700, DAY_SECONDS = 24 * 60 * 60 };

/* One thing that is counted: a person in the scheme, or a placement. */
struct unit {
    const struct measured_citizen *citizen;
    struct measured_enrolment enrolment;
    const struct event *event; /* What a placement begins or ends with; NULL for persons. */
    instant basis, at;         /* What lies in the period; when it is looked at. */
};

struct taking {
    struct arena *arena;
    const struct scheme *scheme;
    const struct scheme_measure *measure;
    struct measured_period period;
    LIST_OF(struct unit) units;
};

static bool is_in(struct measured_period period, instant at)
{
    if (at == INSTANT_NEVER || at == INSTANT_NONE)
        return false;
    day on = day_of_instant(at);
    return (period.from == DAY_NONE || on >= period.from) && (period.to == DAY_NONE || on <= period.to);
}

/* ---- One citizen's history ---- */

struct view measured_view(struct arena *arena, struct stream stream, const struct event *versions, size_t count, instant now)
{
    struct event *all = arena_array(arena, 2 * count, sizeof *all);
    size_t added = 0;

    for (size_t i = 0; i < count; i++) {
        const struct event *from = &versions[i];
        all[added++] = *from;
        struct datum outcome = from->kind == EVENT_OUTCOME_SET ? (struct datum){ DATUM_CODE, .code = from->code }
                             : from->kind == EVENT_ENROLMENT_ENDED ? event_field(from, code_of("outcome"))
                                                                   : (struct datum){ 0 };
        if (outcome.kind == DATUM_NONE)
            continue;
        struct event_field *field = arena_alloc(arena, sizeof *field);
        *field = (struct event_field){ code_of("value"), outcome };
        struct event *fact = &all[added++];
        *fact = *from;
        fact->lid = -from->lid; /* Ours, beside the one it was said in. */
        fact->kind = EVENT_FACT_SET;
        fact->code = code_of("outcome");
        fact->fields = field;
        fact->field_count = 1;
    }
    return view_of(arena, stream, all, added, now, INSTANT_NEVER);
}

/* Each placement's or job's latest word counts; an end is a word of no hours. */
int64_t paid_hours_on(const struct view *view, day on)
{
    int64_t paid = 0;

    for (size_t i = 0; i < view->count; i++) {
        const struct event *event = &view->events[i];
        if (event->kind != EVENT_HOURS_SET || day_of_instant(event->at) > on)
            continue;
        bool is_latest = true;
        for (size_t k = i + 1; k < view->count && is_latest; k++) {
            const struct event *later = &view->events[k];
            bool is_same = later->subject.kind == event->subject.kind && later->subject.id == event->subject.id;
            bool replaces = later->kind == EVENT_HOURS_SET || later->kind == EVENT_PLACEMENT_ENDED;
            is_latest = !(is_same && replaces && day_of_instant(later->at) <= on);
        }
        if (is_latest)
            paid += event_field(event, code_of("paid")).number / 1000;
    }
    return paid;
}

bool measured_enrolment_of(const struct view *view, const char *scheme, struct measured_period period,
                           struct measured_enrolment *found)
{
    *found = (struct measured_enrolment){ .ended = INSTANT_NEVER };
    for (size_t i = 0; i < view->count; i++) {
        const struct event *event = &view->events[i];
        bool is_ours = text_is(scheme, "") || text_is(event->code.text, scheme);
        if (found->id == 0 && event->kind == EVENT_ENROLMENT_STARTED && is_ours && is_in(period, event->at)) {
            found->id = event->subject.id;
            found->started = event->at;
        }
        if (found->id == 0 || event->subject.kind != SUBJECT_ENROLMENT || event->subject.id != found->id)
            continue;
        if (event->kind == EVENT_ENROLMENT_COMPLETED)
            found->is_completed = true;
        if (event->kind == EVENT_ENROLMENT_ENDED)
            found->ended = event->at;
    }
    return found->id != 0;
}

static const char *outcome_at(const struct unit *unit)
{
    struct datum outcome = view_fact(&unit->citizen->view, code_of("outcome"), day_of_instant(unit->at), NULL);

    return outcome.kind == DATUM_NONE ? NULL : outcome.code.text;
}

/* ---- Who is counted ---- */

/* The first event of the measure's basis in the period; without a basis the enrolment's beginning. */
static instant basis_of(const struct taking *taking, const struct view *view, instant started)
{
    size_t cursor = 0;

    if (!taking->measure->basis.is_set)
        return started;
    for (const struct event *event; (event = pattern_next(&taking->measure->basis, view, &cursor)) != NULL;)
        if (is_in(taking->period, event->at))
            return event->at;
    return INSTANT_NONE;
}

static int64_t count_answers(const struct view *view, struct code form)
{
    struct pattern pattern = { .is_set = true, .kind = EVENT_FORM_ANSWERED, .code = form };
    size_t cursor = 0;
    int64_t count = 0;

    while (pattern_next(&pattern, view, &cursor) != NULL)
        count++;
    return count;
}

static bool is_among(const struct taking *taking, const struct unit *unit)
{
    const struct measured_enrolment *enrolment = &unit->enrolment;
    day last = taking->period.to == DAY_NONE ? day_of_instant(unit->citizen->view.now) : taking->period.to;

    switch (taking->measure->who) {
    case WHO_STARTED:
        return is_in(taking->period, unit->basis);
    case WHO_COMPLETED:
        return enrolment->is_completed && is_in(taking->period, enrolment->ended);
    case WHO_ENDED:
        return is_in(taking->period, enrolment->ended);
    case WHO_ACTIVE:
        return enrolment->started <= day_end(last) && enrolment->ended > day_end(last);
    case WHO_MEASURED_TWICE:
        return count_answers(&unit->citizen->view, taking->measure->each) >= 2;
    case WHO_ALL:
        return taking->measure->basis.is_set ? is_in(taking->period, unit->basis) : enrolment->started <= day_end(last);
    case WHO_CONTACTED:
    case WHO_VISITED:
    case MEASURE_WHO_COUNT:
        break;
    }
    return false;
}

/* When it is looked at; INSTANT_NONE when that day has not come. A period that still runs is looked at now. */
static instant moment_of(const struct taking *taking, const struct unit *unit)
{
    instant now = unit->citizen->view.now;
    instant at = taking->period.to == DAY_NONE || day_end(taking->period.to) > now ? now : day_end(taking->period.to);

    if (taking->measure->at.moment == AT_EXIT)
        at = unit->event != NULL ? unit->event->at : unit->enrolment.ended;
    if (taking->measure->at.moment == AT_SPAN)
        at = span_due(taking->measure->at.span, unit->basis, false, NULL);
    return at > now ? INSTANT_NONE : at;
}

static bool is_where(const struct taking *taking, const struct unit *unit)
{
    struct moment moment = { &unit->citizen->view, unit->basis, unit->event };

    return taking->measure->where == NULL || condition_ask(taking->measure->where, &moment).truth == TRUTH_TRUE;
}

static void add_unit(struct taking *taking, struct unit unit)
{
    unit.at = moment_of(taking, &unit);
    if (unit.at != INSTANT_NONE && is_where(taking, &unit))
        *LIST_ADD(taking->arena, &taking->units) = unit;
}

/* One unit a person, however often she was enrolled. */
static void add_person(struct taking *taking, const struct measured_citizen *citizen)
{
    bool is_by_start = taking->measure->who == WHO_STARTED && !taking->measure->basis.is_set;
    struct measured_period ever = { DAY_NONE, DAY_NONE };
    struct unit unit = { .citizen = citizen };

    if (!measured_enrolment_of(&citizen->view, taking->scheme->id.text, is_by_start ? taking->period : ever, &unit.enrolment))
        return;
    unit.basis = basis_of(taking, &citizen->view, unit.enrolment.started);
    if (unit.basis != INSTANT_NONE && is_among(taking, &unit))
        add_unit(taking, unit);
}

static void add_placements(struct taking *taking, const struct measured_citizen *citizen)
{
    bool is_end = taking->measure->who == WHO_ENDED || taking->measure->who == WHO_COMPLETED;

    for (size_t i = 0; i < citizen->view.count; i++) {
        const struct event *event = &citizen->view.events[i];
        if (event->kind != (is_end ? EVENT_PLACEMENT_ENDED : EVENT_PLACEMENT_STARTED) || !is_in(taking->period, event->at))
            continue;
        add_unit(taking, (struct unit){ .citizen = citizen, .event = event, .basis = event->at });
    }
}

/* ---- What counts ---- */

static bool is_named(struct codes codes, const char *code)
{
    for (size_t i = 0; i < codes.count; i++)
        if (text_is(codes.at[i].text, code))
            return true;
    return false;
}

static bool is_decided(const struct measured_obligation *row)
{
    return row->state == OBLIGATION_MET || row->state == OBLIGATION_LATE || row->state == OBLIGATION_MISSED || row->is_over;
}

/* How many of the unit's obligations under the measure's rules are decided, and how many were met in time. */
static void count_rows(const struct taking *taking, const struct unit *unit, int64_t *decided, int64_t *met)
{
    for (size_t i = 0; i < unit->citizen->obligation_count; i++) {
        const struct measured_obligation *row = &unit->citizen->obligations[i];
        bool is_mine = unit->event == NULL ? row->enrolment == unit->enrolment.id || row->enrolment == 0
                                           : row->subject == unit->event->subject.id;
        if (!is_mine || !text_is(row->scheme, taking->scheme->id.text) || !is_named(taking->measure->counts.ids, row->rule) || !is_decided(row))
            continue;
        ++*decided;
        *met += row->state == OBLIGATION_MET;
    }
}

static void count_unit(const struct taking *taking, const struct unit *unit, struct measured *measured)
{
    const struct scheme_tally *tally = &taking->measure->counts;
    int64_t decided = 0, met = 0;

    if (tally->kind == TALLY_MET) {
        count_rows(taking, unit, &decided, &met);
        measured->whole += decided > 0;
        measured->count += decided > 0 && met == decided;
        return;
    }
    struct moment moment = { &unit->citizen->view, unit->at, unit->event };
    bool counts = tally->kind == TALLY_NONE || condition_ask(tally->condition, &moment).truth == TRUTH_TRUE;
    measured->whole++;
    measured->count += counts;
}

/* Hours of work or study: ordinary education is a full week. */
static int64_t hours_of(const struct unit *unit)
{
    const char *outcome = outcome_at(unit);
    int64_t paid = paid_hours_on(&unit->citizen->view, day_of_instant(unit->at));
    bool is_study = text_is(outcome, "education_ordinary") || text_is(outcome, "education_vocational");

    return is_study && paid < STUDY_HOURS ? STUDY_HOURS : paid;
}

/* A unit's number in thousandths; false when it is not known. */
static bool number_of(const struct taking *taking, const struct unit *unit, int64_t *number)
{
    const char *name = taking->measure->value != NULL ? taking->measure->value : taking->measure->by;

    if (name != NULL && strstr(name, "hours") != NULL) {
        *number = hours_of(unit) * 10;
        return true;
    }
    struct datum fact = name == NULL ? (struct datum){ 0 }
                                     : view_fact(&unit->citizen->view, code_of(name), day_of_instant(unit->at), NULL);
    *number = fact.number;
    return fact.kind == DATUM_NUMBER;
}

/* ---- Splits ---- */

/* The categories in the file's order: bands, the scheme's own outcomes, or the items of a list. */
static size_t make_parts(const struct taking *taking, struct measured_part **parts)
{
    const struct scheme_measure *measure = taking->measure;
    const struct scheme_list *list = measure->by == NULL ? NULL : scheme_list(taking->scheme, measure->by);
    size_t count = measure->bands.count > 0 ? measure->bands.count
                 : text_is(measure->by, "counts_as") ? taking->scheme->outcomes.counts_as.count
                 : list != NULL ? list->items.count : 0;

    *parts = arena_array(taking->arena, count, sizeof **parts);
    for (size_t i = 0; i < count; i++) {
        if (measure->bands.count > 0)
            (*parts)[i].band = &measure->bands.at[i];
        else /* A list's item or an outcome. */
            (*parts)[i].code = list != NULL ? list->items.at[i].id.text : taking->scheme->outcomes.counts_as.at[i].id.text;
        if (list != NULL)
            (*parts)[i].name = list->items.at[i].text;
        else if (measure->bands.count == 0)
            (*parts)[i].outcomes = taking->scheme->outcomes.counts_as.at[i].outcomes;
    }
    return count;
}

/* Which part a unit belongs to; `count` for none. */
static size_t part_of(const struct taking *taking, const struct unit *unit, const struct measured_part *parts, size_t count)
{
    const struct scheme_measure *measure = taking->measure;
    int64_t number;

    if (measure->bands.count > 0)
        return number_of(taking, unit, &number) ? interval_find(measure->bands.at, measure->bands.count, number) : count;
    for (size_t i = 0; i < count; i++) {
        if (text_is(measure->by, "counts_as")) {
            if (is_named(taking->scheme->outcomes.counts_as.at[i].outcomes, outcome_at(unit)))
                return i;
        } else if (unit->event != NULL && text_is(event_field(unit->event, code_of("reason")).code.text, parts[i].code)) {
            return i;
        }
    }
    return count;
}

static void split(const struct taking *taking, struct measured *measured)
{
    struct measured_part *parts;
    size_t count = make_parts(taking, &parts);

    measured->whole = (int64_t)taking->units.count;
    for (size_t i = 0; i < taking->units.count; i++) {
        size_t part = part_of(taking, &taking->units.at[i], parts, count);
        if (part < count)
            parts[part].count++;
        else
            measured->rest++;
    }
    measured->parts = parts;
    measured->part_count = count;
    measured->rest_name = taking->measure->rest;
    measured->is_banded = taking->measure->bands.count > 0;
    measured->state = count == 0 ? MEASURED_NOT_HERE : MEASURED_FINE;
}

static void add_up(const struct taking *taking, struct measured *measured)
{
    for (size_t i = 0; i < taking->units.count; i++) {
        int64_t number;
        if (!number_of(taking, &taking->units.at[i], &number))
            continue;
        measured->whole++;
        measured->sum += number;
    }
}

/* ---- Lead times ---- */

static int ascending(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

/* Days from the basis to the first obligation of the measure's rules that was settled. */
static void lead_time(const struct taking *taking, struct measured *measured)
{
    LIST_OF(int64_t) days = { 0 };

    for (size_t i = 0; i < taking->units.count; i++) {
        const struct unit *unit = &taking->units.at[i];
        for (size_t k = 0; k < unit->citizen->obligation_count; k++) {
            const struct measured_obligation *row = &unit->citizen->obligations[k];
            bool is_settled = row->state == OBLIGATION_MET || row->state == OBLIGATION_LATE;
            bool is_ours = text_is(row->scheme, taking->scheme->id.text) && is_named(taking->measure->counts.ids, row->rule);
            if (!is_settled || !is_ours || row->settled < unit->basis)
                continue;
            *LIST_ADD(taking->arena, &days) = (row->settled - unit->basis) / DAY_SECONDS;
            break;
        }
    }
    measured->whole = (int64_t)taking->units.count;
    measured->count = (int64_t)days.count;
    if (days.count == 0)
        return;
    qsort(days.at, days.count, sizeof *days.at, ascending);
    struct quartiles found = quartiles_of(days.at, days.count);
    measured->days = (struct quartiles_found){ found.lower, found.median, found.upper };
}

/* ---- All together ---- */

struct measured measure_take(struct arena *arena, const struct scheme *scheme, const struct scheme_measure *measure,
                             const struct measured_population *population, struct measured_period period)
{
    struct taking taking = { .arena = arena, .scheme = scheme, .measure = measure, .period = period };
    struct measured measured = { .kind = measure->kind };
    bool is_persons = text_is(measure->of, "persons"), is_placements = text_is(measure->of, "placements");

    if ((!is_persons && !is_placements) || measure->counts.kind == TALLY_IMPROVED)
        return (struct measured){ .state = MEASURED_NOT_HERE, .kind = measure->kind };
    for (size_t i = 0; i < population->count; i++) {
        if (is_persons)
            add_person(&taking, &population->at[i]);
        else
            add_placements(&taking, &population->at[i]);
    }
    switch (measure->kind) {
    case MEASURE_SHARE:
    case MEASURE_COUNT_OF:
        for (size_t i = 0; i < taking.units.count; i++)
            count_unit(&taking, &taking.units.at[i], &measured);
        break;
    case MEASURE_SPLIT:
        split(&taking, &measured);
        break;
    case MEASURE_MEAN:
    case MEASURE_SUM:
        add_up(&taking, &measured);
        break;
    case MEASURE_LEAD_TIME:
        lead_time(&taking, &measured);
        break;
    case MEASURE_PIPELINE:
    case MEASURE_CHANGE:
    case MEASURE_REPORT:
    case MEASURE_KIND_COUNT:
        measured.state = MEASURED_NOT_HERE;
    }
    return measured;
}
