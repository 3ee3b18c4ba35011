/* SPDX-License-Identifier: MIT
 * way.c: a citizen's way as a picture: the scheme's phases as they were lived, holes between them, what
 * was met and what is to come, and below it the paid hours on the same axis. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "library/library.h"
#include "overview/person.h"

enum {
    DAYS_BACK = 400,   /* The axis shows a year and a bit; older things are in the journal. */
    DAYS_AHEAD = 35,
    WEEK_HOURS = 4000, /* The chart's top: full time, 37, stands just below it. */
    LABEL_DAYS = 40,   /* A shorter bar has no room for words. */
};

struct phases {
    LIST_OF(struct timeline_phase) list;
    day from;
};

/* The first day an event of a kind and code happened, DAY_NONE when it has not. */
static day first_day(const struct citizen_journal_row_list *rows, enum event_kind kind, struct code code)
{
    day first = DAY_NONE;

    for (size_t i = 0; i < rows->count; i++) {
        const struct citizen_journal_row *row = &rows->at[i];
        if (text_is(row->kind, event_kind_names[kind]) && (code_is_none(code) || text_is(row->code, code.text)))
            first = day_of_instant(row->happened_at); /* Newest first, so the last one seen is the earliest. */
    }
    return first;
}

static day phase_start(const struct citizen_journal_row_list *rows, const struct scheme_phase *phase)
{
    return first_day(rows, phase->starts.kind, phase->starts.code);
}

static void add_phase(struct arena *arena, struct phases *phases, day from, day until, const char *label, day today)
{
    bool is_current = from <= today && until >= today;

    *LIST_ADD(arena, &phases->list) = (struct timeline_phase){
        from, until, label, is_current ? TIMELINE_CURRENT : TIMELINE_PAST };
}

/* A phase that placements make: one bar for each of them, with its workplace. */
static void add_placements(struct request *r, struct phases *phases, const struct person_view *view, size_t number)
{
    for (size_t i = view->placements.count; i > 0; i--) {
        const struct placement_listed *p = &view->placements.at[i - 1];
        day until = p->ended_day != DAY_NONE ? p->ended_day : p->to_day != DAY_NONE ? p->to_day : r->today;
        if (p->started_day == DAY_NONE || until < p->started_day)
            continue;
        const char *label = until - p->started_day < LABEL_DAYS
                                ? NULL : arena_format(r->arena, "%zu %s", number, p->company_name);
        add_phase(r->arena, phases, p->started_day, until, label, r->today);
    }
}

/* When a phase ended by itself: with its course, else by its length, else not yet. */
static day phase_own_end(const struct citizen_journal_row_list *rows, const struct scheme_phase *phase, day from, day today)
{
    struct span length = phase->length.longest;
    day ended = phase->starts.kind == EVENT_ACTIVITY_STARTED
                    ? first_day(rows, EVENT_ACTIVITY_ENDED, phase->starts.code) : DAY_NONE;

    if (ended != DAY_NONE && ended >= from)
        return ended;
    if (length.unit == SPAN_NONE)
        return from > today ? from : today;
    return day_of_instant(span_due(length, day_begin(from), CLOCK_CALENDAR, NULL));
}

/* A phase gives way to the next; it is not drawn longer to meet it, or no hole would be seen. */
static day phase_end(day own_end, day from, day next)
{
    return next != DAY_NONE && next > from && next <= own_end ? next - 1 : own_end;
}

/* "2 Introduktionsforløb" of "Fase 2: Introduktionsforløb"; a bar too short for words has none. */
static const char *phase_label(struct request *r, const struct scheme_phase *phase, size_t number, int days)
{
    const char *words = words_in(phase->text, (int)r->language);
    const char *colon = strstr(words, ": ");

    if (days < LABEL_DAYS)
        return NULL;
    return arena_format(r->arena, "%zu %s", number, colon == NULL ? words : colon + 2);
}

static void add_scheme(struct request *r, struct phases *phases, const struct person_view *view,
                       const struct scheme *scheme, const struct citizen_journal_row_list *rows)
{
    for (size_t i = 0; i < scheme->phases.count; i++) {
        const struct scheme_phase *phase = &scheme->phases.at[i];
        if (phase->starts.kind == EVENT_PLACEMENT_STARTED) {
            add_placements(r, phases, view, i + 1);
            continue;
        }
        day from = phase_start(rows, phase);
        if (from == DAY_NONE)
            continue;
        day next = i + 1 < scheme->phases.count ? phase_start(rows, &scheme->phases.at[i + 1]) : DAY_NONE;
        day until = phase_end(phase_own_end(rows, phase, from, r->today), from, next);
        add_phase(r->arena, phases, from, until, phase_label(r, phase, i + 1, until - from), r->today);
    }
}

/* Where nothing was going on between two bars, and it cost working days. */
static void add_holes(struct request *r, struct phases *phases)
{
    size_t count = phases->list.count;

    for (size_t i = 0; i + 1 < count; i++) {
        day from = phases->list.at[i].until + 1, until = phases->list.at[i + 1].from - 1;
        int days = 0;
        for (day on = from; on <= until; on++)
            days += workday_is(NULL, on);
        if (days == 0)
            continue;
        *LIST_ADD(r->arena, &phases->list) = (struct timeline_phase){
            from, until,
            say_with(r->arena, r->language, SAY("hul {1} dage"), arena_format(r->arena, "%d", days), NULL),
            TIMELINE_HOLE };
    }
}

/* Met obligations filled, open ones hollow. */
static struct timeline_lane points_of(struct request *r, const struct person_view *view, day from, day until)
{
    struct settled_row_list settled = obligation_settled(r->db, view->citizen->id);
    LIST_OF(struct timeline_point) points = { 0 };

    for (size_t i = 0; i < settled.count; i++) {
        day on = settled.at[i].settled_at == INSTANT_NONE ? day_of_instant(settled.at[i].due_at)
                                                           : day_of_instant(settled.at[i].settled_at);
        if (on >= from && on <= until)
            *LIST_ADD(r->arena, &points) = (struct timeline_point){ on, settled.at[i].settled_at != INSTANT_NONE, NULL };
    }
    for (size_t i = 0; i < view->due.count; i++) {
        instant due = view->due.at[i].row->due_at;
        day on = due >= day_begin(until) ? until + 1 : day_of_instant(due);
        if (on >= from && on <= until)
            *LIST_ADD(r->arena, &points) = (struct timeline_point){ on, false, i == 0 ? say_day(r->arena, r->language, on) : NULL };
    }
    return (struct timeline_lane){ say(r->language, "Ordningen"), points.at, points.count };
}

/* The axis begins with the first phase or the first hours, whichever came first. */
static day earliest(const struct phases *phases, const struct hours_series *hours, day today)
{
    day first = hours->count > 0 && hours->at[0].from < today ? hours->at[0].from : today;

    for (size_t i = 0; i < phases->list.count; i++)
        if (phases->list.at[i].from < first)
            first = phases->list.at[i].from;
    return first < today - DAYS_BACK ? today - DAYS_BACK : first - 3;
}

static day latest(const struct phases *phases, day today)
{
    day last = today + DAYS_AHEAD;

    for (size_t i = 0; i < phases->list.count; i++)
        if (phases->list.at[i].until > last && phases->list.at[i].until < today + DAYS_BACK)
            last = phases->list.at[i].until;
    return last;
}

static void clip(struct phases *phases, day from)
{
    size_t kept = 0;

    for (size_t i = 0; i < phases->list.count; i++) {
        struct timeline_phase phase = phases->list.at[i];
        if (phase.until < from)
            continue;
        if (phase.from < from)
            phase.from = from;
        phases->list.at[kept++] = phase;
    }
    phases->list.count = kept;
}

static void hours_of(struct request *r, struct person_view *view, const struct hours_series *series, day from, day until)
{
    struct chart_step *steps = arena_array(r->arena, series->count + 1, sizeof *steps);
    size_t count = 0;
    int64_t now = 0;

    for (size_t i = 0; i < series->count; i++) {
        const struct hours_step *step = &series->at[i];
        bool is_before = i + 1 < series->count && series->at[i + 1].from <= from;
        if (is_before || step->from > until)
            continue;
        steps[count++] = (struct chart_step){ step->from < from ? from : step->from, step->paid,
                                              step->hours - step->paid, NULL, step->where };
        if (step->from <= r->today)
            now = step->paid;
    }
    view->has_hours = count > 0;
    view->hours_now = say_with(r->arena, r->language, SAY("{1} nu"), say_number(r->arena, r->language, now), NULL);
    view->hours = (struct chart_steps){
        .head = { "timer-figur", say(r->language, "Lønnede timer og praktiktimer om ugen"), view->hours_now },
        .from = from,
        .until = until,
        .today = r->today,
        .at = steps,
        .count = count,
        .main_name = say(r->language, "Lønnet"),
        .thin_name = say(r->language, "Praktik"),
        .top = WEEK_HOURS,
        .now_label = say_with(r->arena, r->language, SAY("{1} lønnede"), say_number(r->arena, r->language, now), NULL),
    };
}

void way_of(struct request *r, struct person_view *view)
{
    struct phases phases = { 0 };
    struct timeline_lane *lane = arena_alloc(r->arena, sizeof *lane);

    for (size_t i = 0; i < view->enrolled.count; i++) {
        const struct scheme *scheme = library_scheme(r->db, view->enrolled.at[i].row->scheme);
        if (scheme != NULL)
            add_scheme(r, &phases, view, scheme, &view->events);
    }
    add_holes(r, &phases);
    struct hours_series hours = placement_hours_series(r->db, view->citizen->id);
    day from = earliest(&phases, &hours, r->today), until = latest(&phases, r->today);
    clip(&phases, from);
    *lane = points_of(r, view, from, until);
    view->has_way = phases.list.count > 0;
    view->way = (struct timeline){
        .head = { "vejen", say(r->language, "Vejen"), say(r->language, "Faser, huller og frister på én tidslinje") },
        .from = from,
        .until = until,
        .today = r->today,
        .phase_name = say(r->language, "Fase"),
        .phases = phases.list.at,
        .phase_count = phases.list.count,
        .lanes = lane,
        .lane_count = 1,
    };
    hours_of(r, view, &hours, from, until);
}
