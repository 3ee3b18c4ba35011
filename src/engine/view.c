/* SPDX-License-Identifier: MIT
 * view.c: what was known at a moment of what had happened, in order, with an index by kind. */
#include <stdlib.h>
#include <string.h>

#include "engine/event.h"

static int compare(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int by_lid_and_version(const void *a, const void *b)
{
    const struct event *x = a, *y = b;
    int order = compare(x->lid, y->lid);

    return order != 0 ? order : compare(x->version, y->version);
}

static int by_time(const void *a, const void *b)
{
    const struct event *x = a, *y = b;
    int order = compare(x->at, y->at);

    return order != 0 ? order : compare(x->lid, y->lid);
}

/* Sorts, but looks first: what comes from the store is in order already. */
static void sort(struct event *events, size_t count, int (*order)(const void *, const void *))
{
    for (size_t i = 1; i < count; i++) {
        if (order(&events[i - 1], &events[i]) > 0) {
            qsort(events, count, sizeof *events, order);
            return;
        }
    }
}

/* Keeps the latest known version of each event, if it has happened and is not void. */
static size_t keep_known(struct event *events, size_t count, const struct view *view, instant *next_event)
{
    size_t known = 0, kept = 0;

    for (size_t i = 0; i < count; i++)
        if (events[i].recorded_at <= view->known_at)
            events[known++] = events[i];
    sort(events, known, by_lid_and_version);
    for (size_t i = 0; i < known; i++) {
        bool is_latest = i + 1 == known || events[i + 1].lid != events[i].lid;
        if (!is_latest || events[i].is_void)
            continue;
        if (events[i].at <= view->now)
            events[kept++] = events[i];
        else if (events[i].at < *next_event)
            *next_event = events[i].at;
    }
    return kept;
}

/* A counting sort of positions by kind. */
static void index_kinds(struct arena *arena, struct view *view)
{
    uint32_t *by_kind = arena_array(arena, view->count, sizeof *by_kind);
    uint32_t next[EVENT_KIND_COUNT];

    for (size_t i = 0; i < view->count; i++)
        view->kind_begin[view->events[i].kind + 1]++;
    for (int kind = 0; kind < EVENT_KIND_COUNT; kind++) {
        view->kind_begin[kind + 1] += view->kind_begin[kind];
        next[kind] = view->kind_begin[kind];
    }
    for (size_t i = 0; i < view->count; i++)
        by_kind[next[view->events[i].kind]++] = (uint32_t)i;
    view->by_kind = by_kind;
}

/* Later recorded comes later, so that reading from the end finds the winner. */
static int by_recording(const void *a, const void *b)
{
    const struct fact *x = a, *y = b;
    int order = compare(x->source->recorded_at, y->source->recorded_at);

    return order != 0 ? order : compare(x->source->lid, y->source->lid);
}

static day day_field(const struct event *event, const char *name)
{
    struct datum datum = event_field(event, code_of(name));

    return datum.kind == DATUM_DAY ? datum.day : DAY_NONE;
}

static struct fact fact_of(const struct event *event)
{
    day from = day_field(event, "from");

    return (struct fact){
        .name = event->code,
        .value = event_field(event, code_of("value")),
        .from = from == DAY_NONE ? day_of_instant(event->at) : from,
        .to = day_field(event, "to"),
        .source = event,
    };
}

static void index_facts(struct arena *arena, struct view *view)
{
    uint32_t begin = view->kind_begin[EVENT_FACT_SET], end = view->kind_begin[EVENT_FACT_SET + 1];
    struct fact *facts = arena_array(arena, end - begin, sizeof *facts);

    for (uint32_t i = begin; i < end; i++)
        facts[i - begin] = fact_of(&view->events[view->by_kind[i]]);
    view->fact_count = end - begin;
    qsort(facts, view->fact_count, sizeof *facts, by_recording);
    view->facts = facts;
}

struct view view_of(struct arena *arena, struct stream stream, const struct event *versions,
                    size_t count, instant now, instant known_at)
{
    struct view view = { .stream = stream, .now = now, .known_at = known_at, .next_event = INSTANT_NEVER };
    struct event *events = arena_array(arena, count, sizeof *events);

    if (count > 0)
        memcpy(events, versions, count * sizeof *events);
    view.count = keep_known(events, count, &view, &view.next_event);
    sort(events, view.count, by_time);
    view.events = events;
    index_kinds(arena, &view);
    index_facts(arena, &view);
    return view;
}

static void sooner(day *changes, day candidate, day on)
{
    if (changes != NULL && candidate > on && (*changes == DAY_NONE || candidate < *changes))
        *changes = candidate;
}

struct datum view_fact(const struct view *view, struct code name, day on, day *changes)
{
    struct datum none = { .kind = DATUM_NONE };

    if (changes != NULL)
        *changes = DAY_NONE;
    for (size_t i = view->fact_count; i-- > 0;) {
        const struct fact *fact = &view->facts[i];
        if (!code_is(fact->name, name))
            continue;
        if (fact->from > on) {
            sooner(changes, fact->from, on);
        } else if (fact->to == DAY_NONE || fact->to >= on) {
            if (fact->to != DAY_NONE)
                sooner(changes, fact->to + 1, on);
            return fact->value;
        }
    }
    return none;
}
