/* SPDX-License-Identifier: MIT
 * value.c: what is told of a unit: whether it counts, its outcome, hours and attendance, and how its answers
 * to a form moved. */
#include <stdlib.h>

#include "base/text.h"
#include "results/measure_private.h"

enum { STUDY_HOURS = 3700, HUNDREDTH = 10, THOUSAND = 1000, PERCENT = 100 };

/* ---- Facts and hours ---- */

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
            paid += event_field(event, code_of("paid")).number / THOUSAND;
    }
    return paid;
}

const char *unit_outcome(const struct unit *unit)
{
    struct datum outcome = view_fact(&unit->history->view, code_of("outcome"), day_of_instant(unit->at), NULL);

    return outcome.kind == DATUM_NONE ? NULL : outcome.code.text;
}

/* Hours of work or study: ordinary education is a full week. */
static int64_t work_or_study_hours(const struct unit *unit, day on)
{
    const char *outcome = unit_outcome(unit);
    int64_t paid = paid_hours_on(&unit->history->view, on);
    bool is_study = text_is(outcome, "education_ordinary") || text_is(outcome, "education_vocational");

    return is_study && paid < STUDY_HOURS ? STUDY_HOURS : paid;
}

bool unit_number(const struct unit *unit, const char *name, instant at, int64_t *number)
{
    day on = day_of_instant(at);
    struct code code = code_of(name);

    if (name == NULL)
        return false;
    struct datum own = unit->event == NULL ? (struct datum){ 0 } : event_field(unit->event, code);
    if (own.kind == DATUM_NUMBER) {
        *number = own.number;
        return true;
    }
    if (text_is(name, "work_or_study_hours") || text_is(name, "paid_hours")) {
        *number = HUNDREDTH * (text_is(name, "paid_hours") ? paid_hours_on(&unit->history->view, on) : work_or_study_hours(unit, on));
        return true;
    }
    struct datum fact = view_fact(&unit->history->view, code, on, NULL);
    *number = fact.number;
    return fact.kind == DATUM_NUMBER;
}

/* Thousandths of a day that somebody was there for, who was away for a part of it. */
static int64_t there_of(const struct event *event)
{
    struct datum away = event_field(event, code_of("minutes")), of = event_field(event, code_of("of"));

    if (away.kind != DATUM_NUMBER || of.kind != DATUM_NUMBER || of.number <= 0)
        return 0;
    return THOUSAND * (of.number - away.number) / of.number;
}

/* Percent of the sessions in a time to which somebody came, a part of one as that part; false when there were none. Workplaces write only who was
 * away, so their days are no sessions (decision 0017). */
static bool attendance_over(const struct view *view, instant from, instant to, int64_t *percent)
{
    int64_t came = 0, all = 0; /* In thousandths of a session. */

    for (size_t i = 0; i < view->count; i++) {
        const struct event *event = &view->events[i];
        bool is_there = event->kind == EVENT_SESSION_ATTENDED;
        bool is_away = event->kind == EVENT_ABSENCE_REGISTERED && event->subject.kind != SUBJECT_PLACEMENT;
        if ((!is_there && !is_away) || event->at <= from || event->at >= to)
            continue;
        came += is_there ? THOUSAND : there_of(event);
        all += THOUSAND;
    }
    *percent = all == 0 ? 0 : PERCENT * THOUSAND * came / all;
    return all > 0;
}

bool unit_number_over(const struct unit *unit, const char *name, instant from, instant to, int64_t *number)
{
    if (text_is(name, "attendance_percent") && attendance_over(&unit->history->view, from, to, number))
        return true;
    return unit_number(unit, name, to - 1, number);
}

bool unit_answer_change(const struct unit *unit, struct code form, struct code question, int64_t *change)
{
    struct pattern pattern = { .is_set = true, .kind = EVENT_FORM_ANSWERED, .code = form };
    int64_t first = NUMBER_NONE, last = NUMBER_NONE;
    size_t cursor = 0;

    for (const struct event *event; (event = pattern_next(&pattern, &unit->history->view, &cursor)) != NULL;) {
        struct datum score = event_field(event, question);
        if (score.kind != DATUM_NUMBER || event->at > unit->at)
            continue;
        if (first == NUMBER_NONE)
            first = score.number;
        else
            last = score.number;
    }
    *change = last == NUMBER_NONE ? 0 : last - first;
    return last != NUMBER_NONE;
}

/* ---- Does it count? ---- */

bool is_code_named(struct codes codes, const char *code)
{
    for (size_t i = 0; i < codes.count; i++)
        if (text_is(codes.at[i].text, code))
            return true;
    return false;
}

bool unit_has_row(const struct counted *counted, const struct unit *unit, const struct measured_obligation *row)
{
    bool is_mine = unit->event == NULL ? row->enrolment == unit->enrolment.id || row->enrolment == 0
                                       : row->subject == unit->event->subject.id;

    return is_mine && text_is(row->scheme, counted->scheme->id.text) && is_code_named(counted->measure->counts.ids, row->rule);
}

static bool is_decided(const struct measured_obligation *row)
{
    return row->state == OBLIGATION_MET || row->state == OBLIGATION_LATE || row->state == OBLIGATION_MISSED || row->is_over;
}

/* All of its decided deadlines under the measure's rules were met in time. */
static enum tallied tally_met(const struct counted *counted, const struct unit *unit)
{
    int64_t decided = 0, met = 0;

    for (size_t i = 0; i < unit->history->obligation_count; i++) {
        const struct measured_obligation *row = &unit->history->obligations[i];
        if (!unit_has_row(counted, unit, row) || !is_decided(row))
            continue;
        decided++;
        met += row->state == OBLIGATION_MET;
    }
    return decided == 0 ? TALLIED_UNDECIDED : met == decided ? TALLIED_YES : TALLIED_NO;
}

/* The answers taken together went up from the first to the latest. */
static enum tallied tally_improved(const struct counted *counted, const struct unit *unit)
{
    struct codes forms = counted->measure->counts.ids;
    int64_t up = 0;
    bool is_known = false;

    for (size_t i = 0; i < forms.count; i++) {
        const struct scheme_form *form = scheme_form(counted->scheme, forms.at[i].text);
        for (size_t k = 0; form != NULL && k < form->questions.count; k++) {
            int64_t change;
            if (!unit_answer_change(unit, form->id, form->questions.at[k].id, &change))
                continue;
            is_known = true;
            up += change;
        }
    }
    return !is_known ? TALLIED_UNDECIDED : up > 0 ? TALLIED_YES : TALLIED_NO;
}

enum tallied unit_tally(const struct counted *counted, const struct unit *unit)
{
    const struct scheme_tally *tally = &counted->measure->counts;

    if (tally->kind == TALLY_MET)
        return tally_met(counted, unit);
    if (tally->kind == TALLY_IMPROVED)
        return tally_improved(counted, unit);
    struct moment moment = { &unit->history->view, unit->at, unit->event };
    bool counts = tally->kind == TALLY_NONE || condition_ask(tally->condition, &moment).truth == TRUTH_TRUE;
    return counts ? TALLIED_YES : TALLIED_NO;
}
