/* SPDX-License-Identifier: MIT
 * unit.c: who is counted: persons, courses, placements, companies and the other words after `of`, each a row
 * that says which events begin and end it. What is told of them is value.c. */
#include "base/text.h"
#include "results/measure_private.h"

/* What is counted under a word. */
static const struct unit_kind {
    const char *word;
    enum stream_kind stream;
    enum event_kind begins, ends; /* EVENT_KIND_COUNT: none. */
    bool is_of_stream;            /* The history itself, counted once; not each of its events. */
    const char *number;           /* Counted once across histories by this field; NULL: by itself. */
    enum subject_kind subject;    /* When the events are also of other subjects; else SUBJECT_KIND_COUNT. */
} unit_kinds[] = {
    { "persons", STREAM_CITIZEN, EVENT_ENROLMENT_STARTED, EVENT_ENROLMENT_ENDED, true, NULL, SUBJECT_KIND_COUNT },
    { "courses", STREAM_CITIZEN, EVENT_ENROLMENT_STARTED, EVENT_ENROLMENT_ENDED, false, NULL, SUBJECT_KIND_COUNT },
    { "placements", STREAM_CITIZEN, EVENT_PLACEMENT_STARTED, EVENT_PLACEMENT_ENDED, false, NULL, SUBJECT_KIND_COUNT },
    { "companies", STREAM_CITIZEN, EVENT_PLACEMENT_STARTED, EVENT_PLACEMENT_ENDED, false, "company", SUBJECT_KIND_COUNT },
    { "contracts", STREAM_CITIZEN, EVENT_DOCUMENT_SIGNED, EVENT_DOCUMENT_OUTDATED, false, "document", SUBJECT_KIND_COUNT },
    { "sanctions", STREAM_CITIZEN, EVENT_SANCTION_OPENED, EVENT_SANCTION_CARRIED_OUT, false, NULL, SUBJECT_KIND_COUNT },
    { "mentors", STREAM_PERSON, EVENT_TRAINING_ATTENDED, EVENT_KIND_COUNT, true, NULL, SUBJECT_KIND_COUNT },
    { "families", STREAM_FAMILY, EVENT_ENROLMENT_STARTED, EVENT_ENROLMENT_ENDED, true, NULL, SUBJECT_KIND_COUNT },
    { "groups", STREAM_GROUP, EVENT_GROUP_OPENED, EVENT_GROUP_CLOSED, true, NULL, SUBJECT_KIND_COUNT },
    { "requests", STREAM_COMPANY, EVENT_REQUEST_RECEIVED, EVENT_REQUEST_CLOSED, false, NULL, SUBJECT_KIND_COUNT },
    { "centres", STREAM_COMPANY, EVENT_AGREEMENT_SIGNED, EVENT_AGREEMENT_ENDED, false, "centre", SUBJECT_CENTRE },
};

static const struct unit_kind *kind_of(const char *word)
{
    for (size_t i = 0; i < sizeof unit_kinds / sizeof *unit_kinds; i++)
        if (text_is(unit_kinds[i].word, word))
            return &unit_kinds[i];
    return NULL;
}

bool measure_is_countable(const char *of)
{
    return kind_of(of) != NULL;
}

enum stream_kind unit_stream(const char *of)
{
    const struct unit_kind *kind = kind_of(of);

    return kind == NULL ? STREAM_KIND_COUNT : kind->stream;
}

bool is_in_period(struct measured_period period, instant at)
{
    if (at == INSTANT_NEVER || at == INSTANT_NONE)
        return false;
    day on = day_of_instant(at);
    return (period.from == DAY_NONE || on >= period.from) && (period.to == DAY_NONE || on <= period.to);
}

/* The last moment of the period; now while it runs. */
static instant period_end(const struct counted *counted, instant now)
{
    day to = counted->period.to;

    return to == DAY_NONE || day_end(to) > now ? now : day_end(to);
}

/* ---- Enrolments ---- */

/* The enrolment that begins with an event, and how it went. */
static struct measured_enrolment enrolment_from(const struct view *view, const struct event *begin)
{
    struct measured_enrolment found = { .id = begin->subject.id, .started = begin->at, .ended = INSTANT_NEVER };

    for (size_t i = 0; i < view->count; i++) {
        const struct event *event = &view->events[i];
        if (event->subject.kind != SUBJECT_ENROLMENT || event->subject.id != found.id)
            continue;
        found.is_completed |= event->kind == EVENT_ENROLMENT_COMPLETED;
        if (event->kind == EVENT_ENROLMENT_ENDED)
            found.ended = event->at;
    }
    return found;
}

static const struct event *next_of_kind(const struct view *view, enum event_kind kind, size_t *place)
{
    uint32_t at = view->kind_begin[kind] + (uint32_t)(*place)++;

    return at < view->kind_begin[kind + 1] ? &view->events[view->by_kind[at]] : NULL;
}

/* By days: a placement is known by its day, and may begin on the day of an enrolment whose hour is known. */
static bool is_enrolled_on(const struct measured_enrolment *enrolment, day on)
{
    return day_of_instant(enrolment->started) <= on && (enrolment->ended == INSTANT_NEVER || day_of_instant(enrolment->ended) >= on);
}

/* The first enrolment in the scheme ("": any) that runs on the day of a moment (INSTANT_NONE: whenever). */
static bool enrolment_at(const struct view *view, const char *scheme, instant at, struct measured_enrolment *found)
{
    size_t place = 0;

    for (const struct event *event; (event = next_of_kind(view, EVENT_ENROLMENT_STARTED, &place)) != NULL;) {
        if (*scheme != 0 && !text_is(event->code.text, scheme))
            continue;
        *found = enrolment_from(view, event);
        if (at == INSTANT_NONE || is_enrolled_on(found, day_of_instant(at)))
            return true;
    }
    *found = (struct measured_enrolment){ .ended = INSTANT_NEVER };
    return false;
}

bool measured_enrolment_first(const struct view *view, const char *scheme, struct measured_enrolment *found)
{
    return enrolment_at(view, scheme, INSTANT_NONE, found);
}

/* ---- Is it of the population? ---- */

static int64_t count_answers(const struct view *view, struct code form)
{
    struct pattern pattern = { .is_set = true, .kind = EVENT_FORM_ANSWERED, .code = form };
    size_t cursor = 0;
    int64_t count = 0;

    while (pattern_next(&pattern, view, &cursor) != NULL)
        count++;
    return count;
}

static bool is_contacted(const struct counted *counted, const struct view *view)
{
    size_t place = 0;

    for (const struct event *event; (event = next_of_kind(view, EVENT_CONTACT_MADE, &place)) != NULL;)
        if (is_in_period(counted->period, event->at))
            return true;
    return false;
}

static bool is_activity_of(const struct scheme *scheme, struct code id)
{
    for (size_t i = 0; i < scheme->activities.count; i++)
        if (code_is(scheme->activities.at[i].id, id))
            return true;
    return false;
}

/* She came to something of the scheme, enrolled or not. */
static bool is_visitor(const struct counted *counted, const struct view *view)
{
    size_t place = 0;

    for (const struct event *event; (event = next_of_kind(view, EVENT_SESSION_ATTENDED, &place)) != NULL;)
        if (is_in_period(counted->period, event->at) && is_activity_of(counted->scheme, event->code))
            return true;
    return false;
}

static bool is_among(const struct counted *counted, const struct unit *unit)
{
    const struct view *view = &unit->history->view;
    day from = counted->period.from;
    instant last = period_end(counted, view->now);

    switch (counted->measure->who) {
    case WHO_STARTED:
        return is_in_period(counted->period, unit->basis);
    case WHO_COMPLETED:
        return (unit->enrolment.is_completed || unit->event != NULL) && is_in_period(counted->period, unit->ended);
    case WHO_ENDED:
        return is_in_period(counted->period, unit->ended);
    case WHO_ACTIVE:
        return unit->started <= last && unit->ended > last;
    case WHO_MEASURED_TWICE:
        return count_answers(view, counted->measure->each) >= 2;
    case WHO_ALL: /* Whose basis lies in the period, else who was there at any time in it. */
        return counted->measure->basis.is_set ? is_in_period(counted->period, unit->basis)
                                              : unit->started <= last && (from == DAY_NONE || unit->ended >= day_begin(from));
    case WHO_CONTACTED:
        return is_contacted(counted, view);
    case WHO_VISITED:
        return is_visitor(counted, view);
    case MEASURE_WHO_COUNT:
        break;
    }
    return false;
}

/* When it is looked at; INSTANT_NONE when that day has not come. A period that still runs is looked at now. */
static instant moment_of(const struct counted *counted, const struct unit *unit)
{
    instant now = unit->history->view.now, at = period_end(counted, now);

    if (counted->measure->at.moment == AT_EXIT)
        at = unit->ended;
    if (counted->measure->at.moment == AT_SPAN)
        at = span_due(counted->measure->at.span, unit->basis, CLOCK_CALENDAR, NULL);
    return at > now ? INSTANT_NONE : at;
}

static bool is_where(const struct counted *counted, const struct unit *unit)
{
    const struct condition *where = counted->measure->where;
    struct moment moment = { &unit->history->view, unit->at, unit->event };

    return where == NULL || condition_ask(where, &moment).truth == TRUTH_TRUE;
}

/* `population: id`: only those who count there. A change is compared with its control group instead. */
static bool is_in_population(const struct counted *counted, const struct unit *unit)
{
    if (code_is_none(counted->measure->population) || counted->measure->kind == MEASURE_CHANGE)
        return true;
    for (size_t i = 0; i < counted->scheme->measures.count; i++) {
        struct counted outer = { counted->scheme, &counted->scheme->measures.at[i], counted->period };
        if (!code_is(outer.measure->id, counted->measure->population))
            continue;
        return is_where(&outer, unit) && unit_tally(&outer, unit) == TALLIED_YES;
    }
    return false;
}

static bool give(const struct counted *counted, struct unit *unit, unit_seer *see, void *about)
{
    if (!is_among(counted, unit))
        return false;
    unit->at = moment_of(counted, unit);
    if (unit->at == INSTANT_NONE || !is_where(counted, unit) || !is_in_population(counted, unit))
        return false;
    see(about, unit);
    return true;
}

/* ---- Finding them ---- */

/* The first event of the measure's basis in the period; without a basis what it began with. */
static instant basis_of(const struct counted *counted, const struct view *view, instant started)
{
    size_t cursor = 0;

    if (!counted->measure->basis.is_set)
        return started;
    for (const struct event *event; (event = pattern_next(&counted->measure->basis, view, &cursor)) != NULL;)
        if (is_in_period(counted->period, event->at))
            return event->at;
    return INSTANT_NONE;
}

/* Those who came without being enrolled are told by who came. */
static void see_visitor(const struct counted *counted, const struct measured_history *history, unit_seer *see, void *about)
{
    struct unit unit = { .history = history, .started = INSTANT_NONE, .ended = INSTANT_NEVER };

    enrolment_at(&history->view, counted->scheme->id.text, INSTANT_NONE, &unit.enrolment);
    unit.basis = history->view.now;
    give(counted, &unit, see, about);
}

/* By enrolment: each, or once a person, however often she was enrolled. */
static void see_enrolments(const struct counted *counted, const struct unit_kind *kind,
                           const struct measured_history *history, unit_seer *see, void *about)
{
    const struct view *view = &history->view;
    bool is_given = false;
    size_t place = 0;

    for (const struct event *event; (event = next_of_kind(view, EVENT_ENROLMENT_STARTED, &place)) != NULL;) {
        if (!text_is(event->code.text, counted->scheme->id.text) || (is_given && kind->is_of_stream))
            continue;
        struct unit unit = { .history = history, .enrolment = enrolment_from(view, event) };
        unit.started = unit.enrolment.started;
        unit.ended = unit.enrolment.ended;
        unit.basis = basis_of(counted, view, unit.started);
        is_given |= unit.basis != INSTANT_NONE && give(counted, &unit, see, about);
    }
}

static const struct event *end_of(const struct view *view, const struct unit_kind *kind, const struct event *begin)
{
    size_t place = 0;

    if (kind->ends == EVENT_KIND_COUNT)
        return NULL;
    for (const struct event *event; (event = next_of_kind(view, kind->ends, &place)) != NULL;)
        if (event->subject.kind == begin->subject.kind && event->subject.id == begin->subject.id && event->at >= begin->at)
            return event;
    return NULL;
}

/* A contract is a document that the scheme calls so. */
static bool is_of_kind(const struct counted *counted, const struct unit_kind *kind, const struct event *event)
{
    if (kind->subject != SUBJECT_KIND_COUNT && event->subject.kind != kind->subject)
        return false;
    if (kind->begins != EVENT_DOCUMENT_SIGNED)
        return true;
    for (size_t i = 0; i < counted->scheme->documents.count; i++) {
        const struct scheme_document *document = &counted->scheme->documents.at[i];
        bool is_agreed = document->kind == DOCUMENT_CONTRACT || document->kind == DOCUMENT_AGREEMENT;
        if (is_agreed && code_is(document->id, event->code))
            return true;
    }
    return false;
}

/* What a unit is told apart by across histories: a company that three citizens are at is one company. */
static int64_t number_across(const struct unit_kind *kind, const struct event *event)
{
    if (kind->number == NULL)
        return 0;
    struct datum field = event_field(event, code_of(kind->number));
    return field.kind == DATUM_NUMBER ? field.number / 1000 : event->subject.id;
}

static bool see_event(const struct counted *counted, const struct unit_kind *kind, const struct measured_history *history,
                      const struct event *event, unit_seer *see, void *about)
{
    const struct event *end = end_of(&history->view, kind, event);
    bool is_end = counted->measure->who == WHO_ENDED || counted->measure->who == WHO_COMPLETED;
    struct unit unit = { .history = history, .event = is_end && end != NULL ? end : event, .started = event->at,
                         .ended = end == NULL ? INSTANT_NEVER : end->at, .number = number_across(kind, event) };

    bool is_enrolled = enrolment_at(&history->view, counted->scheme->id.text, event->at, &unit.enrolment);
    unit.basis = is_end ? unit.ended : event->at;
    bool is_ours = is_enrolled || kind->stream != STREAM_CITIZEN;
    return is_ours && is_of_kind(counted, kind, event) && give(counted, &unit, see, about);
}

/* The events a unit begins with, or those of the measure's basis. Of one subject the first counts. */
static void see_events(const struct counted *counted, const struct unit_kind *kind, const struct measured_history *history,
                       unit_seer *see, void *about)
{
    const struct pattern *basis = &counted->measure->basis;
    struct pattern begins = { .is_set = true, .kind = kind->begins };
    size_t cursor = 0;

    for (const struct event *event; (event = pattern_next(basis->is_set ? basis : &begins, &history->view, &cursor)) != NULL;)
        if (see_event(counted, kind, history, event, see, about) && kind->is_of_stream)
            return;
}

void units_of(const struct counted *counted, const struct measured_history *history, unit_seer *see, void *about)
{
    const struct unit_kind *kind = kind_of(counted->measure->of);
    enum measure_who who = counted->measure->who;

    if (kind == NULL || history->view.stream.kind != kind->stream)
        return;
    if (kind->begins != EVENT_ENROLMENT_STARTED)
        see_events(counted, kind, history, see, about);
    else if (kind->is_of_stream && (who == WHO_CONTACTED || who == WHO_VISITED))
        see_visitor(counted, history, see, about);
    else
        see_enrolments(counted, kind, history, see, about);
}
