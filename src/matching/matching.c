/* SPDX-License-Identifier: MIT
 * matching.c: the order of a solve. As many as possible, who competes for too few seats, prices by auction, exact
 * repair, pricing, and the checker; on its no, the plain way from no prices at all. */
#include "matching/matching.h"

#include <string.h>

#include "base/check.h"
#include "matching/heap.h"
#include "matching/private.h"

enum { CITIZENS_SPARE = 16, CORE_DEFAULT = 16 };

const char *const matching_phase_names[MATCHING_PHASE_COUNT] = {
    "prepare", "cardinality", "auction", "repair", "pricing", "certify",
};

/* --- Making. --- */

static void search_make(struct matching *m)
{
    size_t places = (size_t)m->places;

    m->search = (struct search){
        .distance = arena_array(m->arena, places, sizeof *m->search.distance),
        .stamp = arena_array(m->arena, places, sizeof *m->search.stamp),
        .parent = arena_array(m->arena, places, sizeof *m->search.parent),
        .came_from = arena_array(m->arena, places, sizeof *m->search.came_from),
        .settled = arena_array(m->arena, places, sizeof *m->search.settled),
        .ready = arena_array(m->arena, places, sizeof *m->search.ready),
        .heap = arena_array(m->arena, places, sizeof *m->search.heap),
        .heap_at = arena_array(m->arena, places, sizeof *m->search.heap_at),
    };
    for (size_t j = 0; j < places; j++)
        m->search.heap_at[j] = -1;
}

static void citizens_make(struct matching *m)
{
    size_t room = (size_t)m->citizens_room;

    m->rows = arena_array(m->arena, room, sizeof *m->rows);
    m->is_away = arena_array(m->arena, room, sizeof *m->is_away);
    m->is_gone = arena_array(m->arena, room, sizeof *m->is_gone);
    m->is_told = arena_array(m->arena, room, sizeof *m->is_told);
    m->is_competing = arena_array(m->arena, room, sizeof *m->is_competing);
    m->was_at = arena_array(m->arena, room, sizeof *m->was_at);
    m->locked_at = arena_array(m->arena, room, sizeof *m->locked_at);
    m->forbidden = arena_array(m->arena, room, sizeof *m->forbidden);
    m->place_of = arena_array(m->arena, room, sizeof *m->place_of);
    m->next = arena_array(m->arena, room, sizeof *m->next);
    m->before = arena_array(m->arena, room, sizeof *m->before);
    m->gain = arena_array(m->arena, room, sizeof *m->gain);
    m->scratch_citizens = arena_array(m->arena, 2 * room, sizeof *m->scratch_citizens);
    m->scratch_room = m->citizens_room;
    for (size_t i = 0; i < room; i++)
        m->locked_at[i] = m->place_of[i] = MATCHING_NONE;
}

static void places_make(struct matching *m, const int32_t *capacity)
{
    size_t places = (size_t)m->places;

    m->columns = arena_array(m->arena, places, sizeof *m->columns);
    m->capacity = arena_array(m->arena, places, sizeof *m->capacity);
    m->taken = arena_array(m->arena, places, sizeof *m->taken);
    m->locked_seats = arena_array(m->arena, places, sizeof *m->locked_seats);
    m->is_scarce = arena_array(m->arena, places, sizeof *m->is_scarce);
    m->first = arena_array(m->arena, places, sizeof *m->first);
    m->price = arena_array(m->arena, places, sizeof *m->price);
    m->scratch_places = arena_array(m->arena, 2 * places, sizeof *m->scratch_places);
    for (size_t j = 0; j < places; j++) {
        check(capacity[j] >= 0);
        m->capacity[j] = capacity[j];
        m->first[j] = MATCHING_NONE;
    }
}

/* The waiting times, for ties; factor is one more than the longest that counts. */
static void waiting_read(struct matching *m, const struct market *market)
{
    m->factor = 1;
    if (m->options.waiting == NULL)
        return;
    m->factor = MATCHING_WAITING_MAX + 1;
    m->waiting = arena_array(m->arena, (size_t)m->citizens_room, sizeof *m->waiting);
    for (int32_t i = 0; i < market->citizens; i++) {
        check(m->options.waiting[i] >= 0 && m->options.waiting[i] <= MATCHING_WAITING_MAX);
        m->waiting[i] = m->options.waiting[i];
    }
}

struct matching *matching_new(struct arena *arena, const struct market *market, const struct matching_options *options)
{
    struct matching *m = arena_alloc(arena, sizeof *m);

    check(market->citizens >= 0 && market->citizens <= MATCHING_CITIZENS_MAX);
    check(market->places >= 0 && market->places <= MATCHING_PLACES_MAX);
    m->arena = arena;
    if (options != NULL)
        m->options = *options;
    check(!m->options.is_fair || m->options.source == NULL);
    if (m->options.core <= 0)
        m->options.core = CORE_DEFAULT;
    int64_t began = matching_clock(m);
    m->citizens = market->citizens;
    m->citizens_room = m->citizens + CITIZENS_SPARE;
    m->places = market->places;
    citizens_make(m);
    places_make(m, market->capacity);
    search_make(m);
    waiting_read(m, market);
    rows_read(m, market);
    columns_build(m);
    matching_clock_add(m, MATCHING_PREPARE, began);
    return m;
}

int64_t matching_clock(const struct matching *m)
{
    return m->options.clock == NULL ? 0 : m->options.clock();
}

int64_t matching_clock_add(struct matching *m, enum matching_phase phase, int64_t began)
{
    int64_t now = matching_clock(m);

    m->result.nanoseconds[phase] += now - began;
    return now;
}

/* --- Certifying. --- */

static struct certificate_claim claim_of(const struct matching *m)
{
    return (struct certificate_claim){
        .citizens = m->citizens, .places = m->places, .rows = m->rows, .columns = m->columns,
        .capacity = m->capacity, .is_away = m->is_away, .place_of = m->place_of, .price = m->price, .gain = m->gain,
    };
}

/* Without scores it is only who has which place; the plain way needs nothing but repair. */
static void solve_plainly(struct matching *m)
{
    seats_clear(m);
    memset(m->price, 0, (size_t)m->places * sizeof *m->price);
    repair_all(m);
    m->is_priced = m->options.source == NULL || pricing_run(m);
    m->result.is_fallback = true;
}

/* The score behind a sum of values: each person's waiting time is in it. */
static int64_t points_of(const struct matching *m, struct certificate_sum sum)
{
    int64_t points = sum.points;

    for (int32_t i = 0; m->waiting != NULL && i < m->citizens; i++)
        if (m->place_of[i] != MATCHING_NONE)
            points -= m->waiting[i];
    return points / m->factor;
}

static int32_t lowest_of(const struct matching *m)
{
    int32_t lowest = INT32_MAX;

    for (int32_t i = 0; i < m->citizens; i++) {
        int32_t place = m->is_gone[i] ? MATCHING_NONE : matching_place_of(m, i), score;
        if (place != MATCHING_NONE && matching_score_of(m, i, place, &score) && score < lowest)
            lowest = score;
    }
    return lowest == INT32_MAX ? 0 : lowest;
}

static void result_write(struct matching *m, bool is_certified)
{
    const struct certificate *c = &m->certificate;

    m->result.is_certified = is_certified && m->is_priced;
    m->result.matched = (int32_t)c->reached.persons + m->locked_count;
    m->result.score = points_of(m, c->reached) + m->locked_score;
    m->result.matched_bound = (int32_t)c->bound.persons + m->locked_count;
    m->result.score_bound = (is_certified ? points_of(m, c->bound) : c->bound.points / m->factor) + m->locked_score;
    m->result.pairs = m->pairs;
}

void matching_certify_fully(struct matching *m)
{
    int64_t began = matching_clock(m);
    struct certificate_claim claim = claim_of(m);
    bool is_certified = certificate_check(&m->certificate, m->arena, &claim);

    if (!is_certified) {
        solve_plainly(m);
        is_certified = certificate_check(&m->certificate, m->arena, &claim);
    }
    result_write(m, is_certified);
    matching_clock_add(m, MATCHING_CERTIFY, began);
}

void matching_certify(struct matching *m, int32_t changed)
{
    int64_t began = matching_clock(m);
    struct certificate_claim claim = claim_of(m);

    if (certificate_update(&m->certificate, m->arena, &claim, changed)) {
        result_write(m, true);
        matching_clock_add(m, MATCHING_CERTIFY, began);
    } else {
        matching_certify_fully(m);
    }
}

/* --- Solving. --- */

struct matching_result matching_solve(struct matching *m)
{
    int64_t began = matching_clock(m), prepare = m->result.nanoseconds[MATCHING_PREPARE];

    fair_lift(m);
    m->result = (struct matching_result){ .nanoseconds[MATCHING_PREPARE] = prepare };
    seats_clear(m);
    memset(m->price, 0, (size_t)m->places * sizeof *m->price);
    if (m->options.source != NULL)
        pricing_begin(m);
    began = matching_clock_add(m, MATCHING_PRICING, began);
    cardinality_reach(m, 0);
    if (m->options.is_fair)
        fair_restrict(m);
    began = matching_clock_add(m, MATCHING_CARDINALITY, began);
    seats_clear(m);
    auction_run(m);
    began = matching_clock_add(m, MATCHING_AUCTION, began);
    repair_all(m);
    began = matching_clock_add(m, MATCHING_REPAIR, began);
    m->is_priced = m->options.source == NULL || pricing_run(m);
    matching_clock_add(m, MATCHING_PRICING, began);
    matching_certify_fully(m);
    m->result.lowest = lowest_of(m);
    return m->result;
}

struct matching_result matching_result(const struct matching *m)
{
    return m->result;
}

/* --- What is asked of it. --- */

int32_t matching_place_of(const struct matching *m, int32_t citizen)
{
    check(citizen >= 0 && citizen < m->citizens);
    return m->locked_at[citizen] != MATCHING_NONE ? m->locked_at[citizen] : m->place_of[citizen];
}

bool matching_score_of(const struct matching *m, int32_t citizen, int32_t place, int32_t *score)
{
    check(citizen >= 0 && citizen < m->citizens && place >= 0 && place < m->places);
    const struct market_pair *pair = row_find(m, citizen, place);
    if (pair == NULL)
        return false;
    *score = score_in(m, pair->score);
    return true;
}

struct matching_worth worth_of(const struct matching *m, int64_t worth)
{
    int64_t persons = (worth + MATCHING_PERSON / 2) >> MATCHING_PERSON_BITS;
    int64_t points = worth - persons * MATCHING_PERSON;

    /* Rounded down: waiting times along one path make up for less than a point. */
    return (struct matching_worth){ (int32_t)persons, (points - (points < 0 ? m->factor - 1 : 0)) / m->factor };
}

struct matching_worth matching_price(const struct matching *m, int32_t place)
{
    check(place >= 0 && place < m->places);
    return worth_of(m, m->price[place]);
}
