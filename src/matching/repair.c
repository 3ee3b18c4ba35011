/* SPDX-License-Identifier: MIT
 * repair.c: from nearly right to exactly right, by shortest augmenting paths over what pairs fall short of their
 * prices. Forward: a citizen without a seat looks for one, or for somebody for whom having none costs least.
 * Reverse: a place with a free seat and a price looks for someone to take it, or lets the price fall to 0. A search
 * changes prices only where it has been, and stops at the first end, so that it costs what it touches.
 *
 * Places are the nodes; the citizens who have one are gone through when it is reached, at no distance. */
#include <stddef.h>

#include "base/check.h"
#include "matching/heap.h"

/* --- What both directions share. --- */

static void search_begin(struct search *s)
{
    s->now++;
    check(s->now > 0);
    s->settled_count = s->ready_count = 0;
    heap_clear(s);
}

/* A place was reached at a distance. Those at the distance that stands need no order. */
static inline void reach(struct search *s, int32_t place, int64_t distance, int64_t stands)
{
    s->distance[place] = distance;
    s->stamp[place] = s->now;
    if (distance == stands && s->heap_at[place] < 0)
        s->ready[s->ready_count++] = place;
    else
        heap_reach(s, place, distance);
}

/* The nearest place that is nearer than `end`; MATCHING_NONE when there is none. */
static inline int32_t settle(struct search *s, int64_t end)
{
    int32_t place = MATCHING_NONE;

    if (s->ready_count > 0)
        place = s->ready[--s->ready_count];
    else if (s->heap_count > 0 && s->heap[0].distance < end)
        place = heap_pop(s);
    if (place == MATCHING_NONE || s->distance[place] >= end)
        return MATCHING_NONE;
    s->settled[s->settled_count++] = place;
    return place;
}

static inline bool is_nearer(const struct search *s, int32_t place, int64_t distance)
{
    return s->stamp[place] != s->now || distance < s->distance[place];
}

/* --- Forward. --- */

/* Where a search ends: at a free seat, or with somebody who goes without. */
struct forward_end {
    int64_t distance;
    int32_t place, citizen;
};

/* All pairs of a citizen who stands at a distance. */
static inline void forward_scan(struct matching *m, int32_t citizen, int64_t distance, struct forward_end *end)
{
    const struct market_row *row = &m->rows[citizen];
    struct search *s = &m->search;
    int64_t base = distance + m->gain[citizen] - MATCHING_PERSON;

    for (int32_t k = 0; k < row->count; k++) {
        int32_t place = row->at[k].place;
        int64_t far = base + m->price[place] - row->at[k].score;
        if (far >= end->distance || !is_nearer(s, place, far))
            continue;
        s->parent[place] = citizen;
        if (has_free_seat(m, place))
            *end = (struct forward_end){ far, place, MATCHING_NONE };
        else
            reach(s, place, far, distance);
    }
}

static void forward_place(struct matching *m, int32_t place, struct forward_end *end)
{
    int64_t distance = m->search.distance[place];

    for (int32_t i = m->first[place]; i != MATCHING_NONE; i = m->next[i]) {
        if (distance + m->gain[i] < end->distance)
            *end = (struct forward_end){ distance + m->gain[i], place, i };
        forward_scan(m, i, distance, end);
    }
}

static void forward_prices(struct matching *m, int32_t citizen, int64_t distance)
{
    const struct search *s = &m->search;

    m->gain[citizen] -= distance;
    for (int32_t k = 0; k < s->settled_count; k++) {
        int32_t place = s->settled[k];
        int64_t rise = distance - s->distance[place];
        m->price[place] += rise;
        for (int32_t i = m->first[place]; i != MATCHING_NONE; i = m->next[i])
            m->gain[i] -= rise;
    }
}

/* Everybody on the path moves one place on; the last seat is free by now. */
static void forward_move(struct matching *m, int32_t citizen, int32_t place)
{
    for (;;) {
        int32_t mover = m->search.parent[place], from = m->place_of[mover];
        seat_leave(m, mover);
        seat_take(m, mover, place);
        if (mover == citizen)
            return;
        place = from;
    }
}

void repair_citizen(struct matching *m, int32_t citizen)
{
    struct forward_end end = { m->gain[citizen], MATCHING_NONE, MATCHING_NONE };

    search_begin(&m->search);
    forward_scan(m, citizen, 0, &end);
    for (int32_t place; (place = settle(&m->search, end.distance)) != MATCHING_NONE;)
        forward_place(m, place, &end);
    forward_prices(m, citizen, end.distance);
    if (end.citizen != MATCHING_NONE)
        seat_leave(m, end.citizen);
    if (end.place != MATCHING_NONE)
        forward_move(m, citizen, end.place);
}

/* --- Reverse. --- */

/* Where it ends: with a citizen who had no seat and takes one at `place`, or at a place whose price falls to 0. */
struct reverse_end {
    int64_t distance;
    int32_t citizen, place;
};

static void reverse_scan(struct matching *m, int32_t place, int64_t distance, struct reverse_end *end)
{
    const struct market_column *column = &m->columns[place];
    struct search *s = &m->search;
    int64_t base = distance + m->price[place] - MATCHING_PERSON;

    for (int32_t k = 0; k < column->count; k++) {
        int32_t citizen = column->at[k].citizen, from = m->place_of[citizen];
        int64_t far = base + m->gain[citizen] - column->at[k].score;
        if (far >= end->distance)
            continue;
        if (from == MATCHING_NONE) {
            *end = (struct reverse_end){ far, citizen, place };
            continue;
        }
        if (!is_nearer(s, from, far))
            continue;
        s->parent[from] = citizen;
        s->came_from[from] = place;
        reach(s, from, far, distance);
        if (far + m->price[from] < end->distance)
            *end = (struct reverse_end){ far + m->price[from], MATCHING_NONE, from };
    }
}

static void reverse_prices(struct matching *m, int64_t distance)
{
    const struct search *s = &m->search;

    for (int32_t k = 0; k < s->settled_count; k++) {
        int32_t place = s->settled[k];
        int64_t fall = distance - s->distance[place];
        m->price[place] -= fall;
        for (int32_t i = m->first[place]; i != MATCHING_NONE; i = m->next[i])
            m->gain[i] += fall;
    }
}

/* From where the search ended back to the place that began it: each comes to the place that the search left for
 * theirs. */
static void reverse_move(struct matching *m, int32_t begin, struct reverse_end end)
{
    const struct search *s = &m->search;

    if (end.citizen != MATCHING_NONE)
        seat_take(m, end.citizen, end.place);
    for (int32_t place = end.place; place != begin; place = s->came_from[place]) {
        seat_leave(m, s->parent[place]);
        seat_take(m, s->parent[place], s->came_from[place]);
    }
}

static void reverse_once(struct matching *m, int32_t begin)
{
    struct reverse_end end = { m->price[begin], MATCHING_NONE, begin };

    search_begin(&m->search);
    reach(&m->search, begin, 0, 0);
    for (int32_t place; (place = settle(&m->search, end.distance)) != MATCHING_NONE;)
        reverse_scan(m, place, m->search.distance[place], &end);
    reverse_prices(m, end.distance);
    reverse_move(m, begin, end);
}

void repair_place(struct matching *m, int32_t place)
{
    while (has_free_seat(m, place) && m->price[place] > 0)
        reverse_once(m, place);
}

/* --- All of it. --- */

int64_t repair_gain(const struct matching *m, int32_t citizen)
{
    const struct market_row *row = &m->rows[citizen];
    int64_t most = -MATCHING_PERSON;

    for (int32_t k = 0; k < row->count; k++) {
        int64_t gain = row->at[k].score - m->price[row->at[k].place];
        most = gain > most ? gain : most;
    }
    return most + MATCHING_PERSON;
}

/* The gain that the prices give; whoever has not the best of her pairs gives up the seat. */
static void loosen(struct matching *m, int32_t citizen)
{
    int32_t place = m->place_of[citizen];

    if (m->is_away[citizen]) {
        m->gain[citizen] = MATCHING_AWAY;
        return;
    }
    m->gain[citizen] = repair_gain(m, citizen);
    if (place == MATCHING_NONE)
        return;
    const struct market_pair *pair = row_find(m, citizen, place);
    if (pair == NULL || MATCHING_PERSON + pair->score - m->price[place] != m->gain[citizen])
        seat_leave(m, citizen);
}

void repair_refresh(struct matching *m, int32_t citizen)
{
    int32_t place = m->place_of[citizen];

    loosen(m, citizen);
    if (m->place_of[citizen] == MATCHING_NONE && !m->is_away[citizen] && m->gain[citizen] > 0)
        repair_citizen(m, citizen);
    if (place != MATCHING_NONE)
        repair_place(m, place);
}

void repair_all(struct matching *m)
{
    for (int32_t i = 0; i < m->citizens; i++)
        loosen(m, i);
    for (int32_t i = 0; i < m->citizens; i++)
        if (m->place_of[i] == MATCHING_NONE && !m->is_away[i] && m->gain[i] > 0)
            repair_citizen(m, i);
    for (int32_t j = 0; j < m->places; j++)
        repair_place(m, j);
}
