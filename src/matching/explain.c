/* SPDX-License-Identifier: MIT
 * explain.c: alternatives are tried and taken back, so that what is said of them is what would happen; why there is
 * no place follows from the search that finds none. */
#include "matching/explain.h"

#include <string.h>

#include "base/check.h"
#include "matching/pricing.h"

/* --- A trial, and back. --- */

enum { REGIONS_MAX = 32 };

/* All that a change writes, and a copy of it. */
struct snapshot {
    struct matching matching;
    struct region {
        void *at, *copy;
        size_t size;
    } regions[REGIONS_MAX];
    size_t count;
};

static void region_keep(struct snapshot *s, struct arena *arena, void *at, size_t count, size_t size)
{
    struct region *region = &s->regions[s->count++];

    check(s->count <= REGIONS_MAX);
    *region = (struct region){ at, arena_take(arena, count * size), count * size };
    if (region->size > 0)
        memcpy(region->copy, at, region->size);
}

#define KEEP(s, arena, array, count) region_keep(s, arena, array, (size_t)(count), sizeof *(array))

static void snapshot_take(struct snapshot *s, struct arena *arena, struct matching *m)
{
    struct certificate *c = &m->certificate;

    s->matching = *m;
    s->count = 0;
    KEEP(s, arena, m->capacity, m->places);
    KEEP(s, arena, m->taken, m->places);
    KEEP(s, arena, m->locked_seats, m->places);
    KEEP(s, arena, m->first, m->places);
    KEEP(s, arena, m->price, m->places);
    KEEP(s, arena, m->is_away, m->citizens);
    KEEP(s, arena, m->locked_at, m->citizens);
    KEEP(s, arena, m->place_of, m->citizens);
    KEEP(s, arena, m->next, m->citizens);
    KEEP(s, arena, m->before, m->citizens);
    KEEP(s, arena, m->gain, m->citizens);
    KEEP(s, arena, c->place_of, m->citizens);
    KEEP(s, arena, c->value, m->citizens);
    KEEP(s, arena, c->gain, m->citizens);
    KEEP(s, arena, c->was_away, m->citizens);
    KEEP(s, arena, c->taken, m->places);
    KEEP(s, arena, c->capacity, m->places);
    KEEP(s, arena, c->price, m->places);
}

/* Pairs stay where they are; only what a solve writes goes back. The stamp of searches goes on. */
static void snapshot_restore(const struct snapshot *s, struct matching *m)
{
    struct search search = m->search;

    for (size_t k = 0; k < s->count; k++)
        if (s->regions[k].size > 0)
            memcpy(s->regions[k].at, s->regions[k].copy, s->regions[k].size);
    struct matching before = s->matching;
    before.arena = m->arena;
    before.search = search;
    before.hidden = m->hidden;
    before.hidden_count = m->hidden_count;
    before.hidden_room = m->hidden_room;
    before.auction = m->auction;
    before.pairs = m->pairs;
    before.dense = m->dense;
    before.rows = m->rows;
    *m = before;
    if (m->options.is_fair) {
        fair_lift(m);
        fair_hide(m);
    }
}

/* --- Alternatives. --- */

static void offer_insert(struct offer *best, int32_t *count, size_t most, struct offer offer)
{
    int32_t at = *count;

    if ((size_t)*count == most && offer.surplus <= best[most - 1].surplus)
        return;
    if ((size_t)*count < most)
        (*count)++;
    else
        at--;
    for (; at > 0 && best[at - 1].surplus < offer.surplus; at--)
        best[at] = best[at - 1];
    best[at] = offer;
}

/* Her best pairs besides the one she has, by what is left when the price is paid. */
static int32_t best_offers(struct matching *m, struct arena *arena, int32_t citizen, struct offer *best, size_t most)
{
    const struct market_row *row = &m->rows[citizen];
    struct matching_offers offers = { .most = (int32_t)most + row->count };
    int32_t count = 0;

    for (int32_t k = 0; k < row->count; k++) {
        struct market_pair pair = row->at[k];
        if (pair.place != m->place_of[citizen] && m->capacity[pair.place] > 0)
            offer_insert(best, &count, most, (struct offer){ pair.place, pair.score, pair.score - m->price[pair.place] });
    }
    if (m->options.source == NULL)
        return count;
    offers.at = arena_array(arena, (size_t)offers.most, sizeof *offers.at);
    pricing_ask(m, &offers, citizen, -4 * MATCHING_PERSON);
    for (int32_t k = 0; k < offers.count; k++) {
        struct offer offer = offers.at[k];
        offer.surplus = offer.value - m->price[offer.place];
        if (m->capacity[offer.place] > 0 && row_find(m, citizen, offer.place) == NULL)
            offer_insert(best, &count, most, offer);
    }
    return count;
}

/* Tried as a lock. A pair that was not held is taken in for the while. */
static struct matching_alternative try(struct matching *m, struct arena *arena, const struct snapshot *snapshot,
                                       int32_t citizen, struct offer offer)
{
    bool is_held = row_find(m, citizen, offer.place) != NULL;
    struct matching_alternative alternative = {
        .place = offer.place, .score = score_in(m, offer.value),
        .at_least = worth_of(m, m->gain[citizen] - MATCHING_PERSON - offer.surplus),
    };

    if (!is_held)
        row_add(m, citizen, offer.place, offer.value);
    alternative.consequence = change_lock(m, arena, citizen, offer.place);
    snapshot_restore(snapshot, m);
    if (!is_held)
        row_remove(m, citizen, offer.place);
    return alternative;
}

size_t explain_alternatives(struct matching *m, struct arena *arena, int32_t citizen,
                            struct matching_alternative *into, size_t most)
{
    check(citizen >= 0 && citizen < m->citizens);
    if (m->is_away[citizen] || most == 0)
        return 0;
    struct offer *best = arena_array(arena, most, sizeof *best);
    int32_t count = best_offers(m, arena, citizen, best, most);
    struct snapshot *snapshot = arena_alloc(arena, sizeof *snapshot);
    snapshot_take(snapshot, arena, m);
    for (int32_t k = 0; k < count; k++)
        into[k] = try(m, arena, snapshot, citizen, best[k]);
    return (size_t)count;
}

/* --- Why none. --- */

/* Citizens and places that an alternating search from her meets. */
struct reached {
    bool *citizens, *places;
    int32_t *queue;
    int32_t queued;
};

static void reach_from(const struct matching *m, struct reached *r, int32_t citizen)
{
    r->queue[r->queued++] = citizen;
    r->citizens[citizen] = true;
    for (int32_t done = 0; done < r->queued; done++) {
        const struct market_row *row = &m->rows[r->queue[done]];
        for (int32_t k = 0; k < row->count; k++) {
            int32_t place = row->at[k].place;
            if (r->places[place] || m->capacity[place] == 0)
                continue;
            r->places[place] = true;
            for (int32_t i = m->first[place]; i != MATCHING_NONE; i = m->next[i]) {
                r->citizens[i] = true;
                r->queue[r->queued++] = i;
            }
        }
    }
}

/* Places with a free seat, and those whose occupant could move to such a place. */
static bool *relief_of(const struct matching *m, struct arena *arena)
{
    bool *is_relief = arena_array(arena, (size_t)m->places, sizeof *is_relief);
    int32_t *queue = arena_array(arena, (size_t)m->places, sizeof *queue), queued = 0;

    for (int32_t j = 0; j < m->places; j++)
        if (has_free_seat(m, j)) {
            is_relief[j] = true;
            queue[queued++] = j;
        }
    for (int32_t done = 0; done < queued; done++) {
        const struct market_column *column = &m->columns[queue[done]];
        for (int32_t k = 0; k < column->count; k++) {
            int32_t from = m->place_of[column->at[k].citizen];
            if (from == MATCHING_NONE || is_relief[from])
                continue;
            is_relief[from] = true;
            queue[queued++] = from;
        }
    }
    return is_relief;
}

static const int32_t *numbers_of(struct arena *arena, const bool *is_in, int32_t count, size_t *into)
{
    int32_t *numbers = arena_array(arena, (size_t)count, sizeof *numbers);

    *into = 0;
    for (int32_t k = 0; k < count; k++)
        if (is_in[k])
            numbers[(*into)++] = k;
    return numbers;
}

bool explain_shortage(const struct matching *m, struct arena *arena, int32_t citizen, struct matching_shortage *into)
{
    struct reached r = {
        .citizens = arena_array(arena, (size_t)m->citizens, sizeof *r.citizens),
        .places = arena_array(arena, (size_t)m->places, sizeof *r.places),
        .queue = arena_array(arena, (size_t)m->citizens, sizeof *r.queue),
    };

    check(citizen >= 0 && citizen < m->citizens);
    if (m->is_away[citizen] || m->place_of[citizen] != MATCHING_NONE)
        return false;
    reach_from(m, &r, citizen);
    into->citizens = numbers_of(arena, r.citizens, m->citizens, &into->citizen_count);
    into->places = numbers_of(arena, r.places, m->places, &into->place_count);
    into->seats = 0;
    for (size_t k = 0; k < into->place_count; k++)
        into->seats += m->capacity[into->places[k]];
    into->is_in = r.citizens;
    into->is_relief = relief_of(m, arena);
    return true;
}
