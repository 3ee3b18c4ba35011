/* SPDX-License-Identifier: MIT
 * bargain.c: places whose price is too high for the seats they have left. Each lowers it until somebody would rather
 * come, and on until a second would: whom the first leaves behind does the same. What is right stays right meanwhile (no
 * pair is ever worth more than it costs), so the searches of repair.c, which cost more a step, find little to do. */
#include <string.h>

#include "matching/private.h"

enum { TURNS = 6 }; /* For each place that needs one; the searches do the rest. */

/* Places in turn, each at most once. */
struct turns {
    int32_t *queue;
    bool *is_queued;
    int32_t begin, count, room;
};

static void turn_push(struct turns *t, int32_t place)
{
    int32_t at = t->begin + t->count;

    if (t->is_queued[place])
        return;
    t->is_queued[place] = true;
    t->queue[at >= t->room ? at - t->room : at] = place;
    t->count++;
}

static int32_t turn_pop(struct turns *t)
{
    int32_t place = t->queue[t->begin];

    t->begin = t->begin + 1 == t->room ? 0 : t->begin + 1;
    t->count--;
    t->is_queued[place] = false;
    return place;
}

/* The highest price at which somebody would rather come, who, and the next highest. */
struct demand {
    int64_t best, second;
    int32_t citizen;
};

static struct demand demand_of(const struct matching *m, int32_t place)
{
    const struct market_column *column = &m->columns[place];
    struct demand d = { 0, 0, MATCHING_NONE };

    for (int32_t k = 0; k < column->count; k++) {
        int32_t citizen = column->at[k].citizen;
        int64_t price = MATCHING_PERSON + column->at[k].score - m->gain[citizen];
        if (price <= d.second || m->place_of[citizen] == place)
            continue;
        if (price > d.best) {
            d.second = d.best;
            d.best = price;
            d.citizen = citizen;
        } else {
            d.second = price;
        }
    }
    return d;
}

static void price_fall(struct matching *m, int32_t place, int64_t price)
{
    int64_t fall = m->price[place] - price;

    m->price[place] = price;
    for (int32_t i = m->first[place]; i != MATCHING_NONE; i = m->next[i])
        m->gain[i] += fall;
}

/* One seat of a place. Two places at the same price for the same citizens could go on for ever: not begun. */
static void bargain(struct matching *m, struct turns *t, int32_t place)
{
    struct demand d = demand_of(m, place);

    if (d.best == d.second && d.citizen != MATCHING_NONE && m->place_of[d.citizen] != MATCHING_NONE)
        return;
    price_fall(m, place, d.second);
    if (d.citizen == MATCHING_NONE)
        return;
    int32_t from = m->place_of[d.citizen];
    seat_leave(m, d.citizen);
    seat_take(m, d.citizen, place);
    m->gain[d.citizen] += d.best - d.second;
    if (from != MATCHING_NONE && m->price[from] > 0)
        turn_push(t, from);
    if (has_free_seat(m, place) && m->price[place] > 0)
        turn_push(t, place);
}

void bargain_all(struct matching *m)
{
    struct turns t = { .queue = m->scratch_places, .is_queued = m->is_queued, .room = m->places };

    memset(t.is_queued, 0, (size_t)m->places * sizeof *t.is_queued);
    for (int32_t j = 0; j < m->places; j++)
        if (has_free_seat(m, j) && m->price[j] > 0)
            turn_push(&t, j);
    for (int64_t left = (int64_t)TURNS * t.count; t.count > 0 && left > 0; left--)
        bargain(m, &t, turn_pop(&t));
}
