/* SPDX-License-Identifier: MIT
 * pricing.c: a market that holds few of all feasible pairs, made exact. Every citizen's feasible pairs are looked at
 * against the prices; those that are worth more than she gains now come in, and all is repaired. A round in which
 * nothing comes in proves the assignment best over all feasible pairs, held or not. */
#include <string.h>

#include "base/check.h"
#include "matching/pricing.h"

enum { ROUNDS_MAX = 1000, BEST_OF_A_ROUND = 8, AGAIN_PAIRS = 2 };

static bool is_forbidden(const struct matching *m, int32_t citizen, int32_t place)
{
    for (const struct forbidden *f = m->forbidden[citizen]; f != NULL; f = f->next)
        if (f->place == place)
            return true;
    return false;
}

/* The best few are kept, in no order; the least of them is known. */
static void offer_keep(struct matching_offers *o, struct offer offer)
{
    if (o->count < o->most)
        o->at[o->count++] = offer;
    else if (offer.surplus > o->at[o->least].surplus)
        o->at[o->least] = offer;
    else
        return;
    if (o->count < o->most)
        return;
    o->least = 0;
    for (int32_t k = 1; k < o->count; k++)
        if (o->at[k].surplus < o->at[o->least].surplus)
            o->least = k;
}

void matching_offer(struct matching_scan *scan, int32_t place, int32_t score)
{
    struct matching_offers *o = scan->offers;
    const struct matching *m = o->m;

    check(place >= 0 && place < m->places);
    int32_t value = value_of(m, scan->citizen, score);
    int64_t surplus = value - m->price[place] - o->floor;
    if (surplus <= 0 || is_forbidden(m, scan->citizen, place))
        return;
    offer_keep(o, (struct offer){ place, value, surplus });
}

static int64_t floor_divide(int64_t value, int64_t by)
{
    return (value - (value < 0 ? by - 1 : 0)) / by;
}

/* Prices as scores, rounded so that no pair that matters is passed by. */
static const int64_t *prices_as_scores(struct matching *m)
{
    if (m->factor == 1)
        return m->price;
    if (m->score_price == NULL)
        m->score_price = arena_array(m->arena, (size_t)m->places, sizeof *m->score_price);
    for (int32_t j = 0; j < m->places; j++)
        m->score_price[j] = floor_divide(m->price[j], m->factor);
    return m->score_price;
}

void pricing_ask(struct matching *m, struct matching_offers *offers, int32_t citizen, int64_t floor)
{
    const struct matching_source *source = m->options.source;
    int64_t waiting = m->waiting == NULL ? 0 : m->waiting[citizen];
    struct matching_scan scan = {
        .citizen = citizen, .floor = floor_divide(floor - waiting, m->factor),
        .price = m->factor == 1 ? m->price : m->score_price, .offers = offers,
    };

    offers->m = m;
    offers->count = offers->least = 0;
    offers->floor = floor;
    source->scan(source->context, &scan);
}

/* Looks at all pairs of all citizens; returns how many came in. */
static int64_t round_run(struct matching *m)
{
    struct offer room[BEST_OF_A_ROUND];
    struct matching_offers offers = { .at = room, .most = BEST_OF_A_ROUND };
    int64_t added = 0;

    prices_as_scores(m);
    for (int32_t i = 0; i < m->citizens; i++) {
        if (m->is_away[i])
            continue;
        pricing_ask(m, &offers, i, m->gain[i] - MATCHING_PERSON);
        for (int32_t k = 0; k < offers.count; k++)
            row_add(m, i, room[k].place, room[k].value);
        added += offers.count;
    }
    return added;
}

/* At no price every pair is worth something: the best of each citizen whose row is empty. */
void pricing_begin(struct matching *m)
{
    struct offer *room = arena_array(m->arena, (size_t)m->options.core, sizeof *room);
    struct matching_offers offers = { .at = room, .most = m->options.core };

    prices_as_scores(m);
    for (int32_t i = 0; i < m->citizens; i++) {
        if (m->is_away[i] || m->rows[i].count > 0)
            continue;
        pricing_ask(m, &offers, i, -MATCHING_PERSON);
        for (int32_t k = 0; k < offers.count; k++)
            row_add(m, i, room[k].place, room[k].value);
    }
}

/* Where much came in most would move: sooner done from nothing. */
static void solve_again(struct matching *m)
{
    seats_clear(m);
    memset(m->price, 0, (size_t)m->places * sizeof *m->price);
    cardinality_reach(m, 0);
    seats_clear(m);
    auction_run(m);
    repair_all(m);
}

bool pricing_run(struct matching *m)
{
    for (int32_t round = 0; round < ROUNDS_MAX; round++) {
        int64_t added = round_run(m);
        m->result.rounds++;
        if (added == 0)
            return true;
        if (added > AGAIN_PAIRS * (int64_t)m->citizens)
            solve_again(m);
        else
            repair_all(m);
    }
    return false;
}
