/* SPDX-License-Identifier: MIT
 * country.c: places stand town by town, so that a citizen's scan passes the towns within reach and in each the places
 * that ask nothing impossible. A score is wish, way, language, hours and a little that cannot be known. */
#include "country.h"

#include <string.h>

#include "base/check.h"

enum {
    MAP = 350, FUNCTIONS = 60, WISHES = 3, DEMANDS = 8, LEVELS = 6, SEATS_MAX = 8, HOURS = 38,
    WAY_POINTS = 3500, WISH_POINTS = 3000, LANGUAGE_POINTS = 1500, HOUR_POINTS = 1000, NOISE_POINTS = 1000,
};

struct person {
    int32_t town, travel, language, hours;
    int32_t wishes[WISHES];
    uint32_t cannot;
};

struct workplace {
    int32_t function, language, hours, seats;
    uint32_t asks;
};

struct country {
    struct country_size size;
    int32_t *distance;          /* Between towns, kilometres: towns x towns. */
    int32_t *near;              /* Towns from each, nearest first. */
    int32_t *first;             /* Of each town's places. */
    struct person *people;
    struct workplace *places;
};

/* --- Making. --- */

/* Few towns are large: a third of all choices fall on the first twentieth. */
static int32_t some_town(struct chance *chance, int32_t towns)
{
    int64_t a = chance_below(chance, 10000), b = chance_below(chance, 10000);

    return (int32_t)(a * b / 10000 * towns / 10000);
}

static int32_t root_of(int32_t square)
{
    int32_t root = 0;

    while ((root + 1) * (root + 1) <= square)
        root++;
    return root;
}

static void towns_make(struct arena *arena, struct chance *chance, struct country *c)
{
    int32_t towns = c->size.towns;
    int32_t *x = arena_array(arena, (size_t)towns, sizeof *x), *y = arena_array(arena, (size_t)towns, sizeof *y);

    c->distance = arena_array(arena, (size_t)towns * (size_t)towns, sizeof *c->distance);
    c->near = arena_array(arena, (size_t)towns * (size_t)towns, sizeof *c->near);
    for (int32_t t = 0; t < towns; t++) {
        x[t] = chance_below(chance, MAP);
        y[t] = chance_below(chance, MAP);
    }
    for (int32_t t = 0; t < towns; t++) {
        int32_t *near = c->near + t * towns, *far = c->distance + t * towns;
        for (int32_t o = 0; o < towns; o++) {
            far[o] = root_of((x[t] - x[o]) * (x[t] - x[o]) + (y[t] - y[o]) * (y[t] - y[o]));
            int32_t at = o;
            for (; at > 0 && far[near[at - 1]] > far[o]; at--)
                near[at] = near[at - 1];
            near[at] = o;
        }
    }
}

static uint32_t some_demands(struct chance *chance, int32_t one_in)
{
    uint32_t demands = 0;

    for (int d = 0; d < DEMANDS; d++)
        demands |= (uint32_t)(chance_below(chance, one_in) == 0) << d;
    return demands;
}

static void people_make(struct arena *arena, struct chance *chance, struct country *c)
{
    c->people = arena_array(arena, (size_t)c->size.citizens, sizeof *c->people);
    for (int32_t i = 0; i < c->size.citizens; i++) {
        struct person *p = &c->people[i];
        p->town = some_town(chance, c->size.towns);
        p->travel = 8 + chance_below(chance, c->size.travel_max - 7);
        p->language = chance_below(chance, LEVELS);
        p->hours = 10 + chance_below(chance, HOURS - 10);
        p->cannot = some_demands(chance, 8);
        for (int w = 0; w < WISHES; w++)
            p->wishes[w] = chance_below(chance, FUNCTIONS);
    }
}

/* Towns of places are drawn first, so that they can stand town by town. */
static void places_make(struct arena *arena, struct chance *chance, struct country *c)
{
    int64_t seats = (int64_t)c->size.citizens * c->size.seats_percent / 100 - c->size.places;

    c->places = arena_array(arena, (size_t)c->size.places, sizeof *c->places);
    c->first = arena_array(arena, (size_t)c->size.towns + 1, sizeof *c->first);
    for (int32_t j = 0; j < c->size.places; j++)
        c->first[some_town(chance, c->size.towns) + 1]++;
    for (int32_t t = 0; t < c->size.towns; t++)
        c->first[t + 1] += c->first[t];
    for (int32_t j = 0; j < c->size.places; j++)
        c->places[j] = (struct workplace){
            .function = chance_below(chance, FUNCTIONS), .language = chance_below(chance, LEVELS + 1), .hours = 10 + chance_below(chance, HOURS - 10),
            .seats = 1, .asks = some_demands(chance, 8),
        };
    while (seats > 0) {
        struct workplace *place = &c->places[chance_below(chance, c->size.places)];
        if (place->seats < SEATS_MAX) {
            place->seats++;
            seats--;
        }
    }
}

struct country *country_make(struct arena *arena, struct chance *chance, struct country_size size)
{
    struct country *c = arena_alloc(arena, sizeof *c);

    c->size = size;
    towns_make(arena, chance, c);
    people_make(arena, chance, c);
    places_make(arena, chance, c);
    return c;
}

/* --- Pairs. --- */

/* What must hold: work that can be done, and language that is not more than a level short. */
static inline bool is_feasible(const struct person *p, const struct workplace *w)
{
    return (p->cannot & w->asks) == 0 && w->language <= p->language + 1;
}

static inline int32_t noise(int32_t citizen, int32_t place)
{
    uint64_t mixed = ((uint64_t)(uint32_t)citizen << 32 | (uint32_t)place) * 0x9E3779B97F4A7C15u;

    return (int32_t)((mixed ^ mixed >> 29) >> 20 & 1023) * NOISE_POINTS / 1023;
}

static inline int32_t wish_points(const struct person *p, const struct workplace *w)
{
    for (int32_t k = 0; k < WISHES; k++)
        if (p->wishes[k] == w->function)
            return WISH_POINTS - k * WISH_POINTS / 4;
    return p->wishes[0] / 10 == w->function / 10 ? WISH_POINTS / 4 : 0;
}

static inline int32_t points_of(int32_t citizen, int32_t place, const struct person *p, const struct workplace *w)
{
    int32_t apart = p->hours > w->hours ? p->hours - w->hours : w->hours - p->hours;
    int32_t language = p->language >= w->language ? LANGUAGE_POINTS : LANGUAGE_POINTS / 3;

    return wish_points(p, w) + language + HOUR_POINTS - apart * HOUR_POINTS / HOURS + noise(citizen, place);
}

static inline int32_t way_points(const struct person *p, int32_t distance)
{
    return WAY_POINTS - distance * WAY_POINTS / (p->travel + 1);
}

/* The whole score is only worked out where the best that is left of it could matter. */
void country_scan(void *context, struct matching_scan *scan)
{
    const struct country *c = context;
    const struct person *p = &c->people[scan->citizen];
    const int32_t *near = c->near + p->town * c->size.towns, *far = c->distance + p->town * c->size.towns;
    const int32_t rest = WISH_POINTS + LANGUAGE_POINTS + HOUR_POINTS + NOISE_POINTS;

    for (int32_t k = 0; k < c->size.towns && far[near[k]] <= p->travel; k++) {
        int32_t way = way_points(p, far[near[k]]);
        for (int32_t j = c->first[near[k]]; j < c->first[near[k] + 1]; j++) {
            if (!matching_wants(scan, j, way + rest) || !is_feasible(p, &c->places[j]))
                continue;
            int32_t score = way + points_of(scan->citizen, j, p, &c->places[j]);
            if (matching_wants(scan, j, score))
                matching_offer(scan, j, score);
        }
    }
}

int64_t country_pairs(const struct country *c)
{
    int64_t count = 0;

    for (int32_t i = 0; i < c->size.citizens; i++) {
        const struct person *p = &c->people[i];
        const int32_t *near = c->near + p->town * c->size.towns, *far = c->distance + p->town * c->size.towns;
        for (int32_t k = 0; k < c->size.towns && far[near[k]] <= p->travel; k++)
            for (int32_t j = c->first[near[k]]; j < c->first[near[k] + 1]; j++)
                count += is_feasible(p, &c->places[j]);
    }
    return count;
}

/* --- The market of the best. --- */

/* Puts a pair into the best so far, which fall. */
static void keep(struct market_pair *best, int32_t *count, int32_t most, struct market_pair pair)
{
    int32_t at = *count;

    if (at == most && pair.score <= best[most - 1].score)
        return;
    if (at < most)
        (*count)++;
    else
        at--;
    for (; at > 0 && best[at - 1].score < pair.score; at--)
        best[at] = best[at - 1];
    best[at] = pair;
}

static void by_place(struct market_pair *pairs, int32_t count)
{
    for (int32_t k = 1; k < count; k++) {
        struct market_pair pair = pairs[k];
        int32_t at = k;
        for (; at > 0 && pairs[at - 1].place > pair.place; at--)
            pairs[at] = pairs[at - 1];
        pairs[at] = pair;
    }
}

static int32_t row_of(const struct country *c, int32_t citizen, int32_t core, struct market_pair *best)
{
    const struct person *p = &c->people[citizen];
    const int32_t *near = c->near + p->town * c->size.towns, *far = c->distance + p->town * c->size.towns;
    int32_t count = 0;

    for (int32_t k = 0; core > 0 && k < c->size.towns && far[near[k]] <= p->travel; k++)
        for (int32_t j = c->first[near[k]]; j < c->first[near[k] + 1]; j++)
            if (is_feasible(p, &c->places[j]))
                keep(best, &count, core, (struct market_pair){ j, way_points(p, far[near[k]]) + points_of(citizen, j, p, &c->places[j]) });
    by_place(best, count);
    return count;
}

struct example country_market(struct arena *arena, const struct country *c, int32_t core)
{
    struct example e = { .citizens = c->size.citizens, .places = c->size.places };

    e.capacity = arena_array(arena, (size_t)e.places, sizeof *e.capacity);
    e.start = arena_array(arena, (size_t)e.citizens + 1, sizeof *e.start);
    e.pairs = arena_take(arena, (size_t)e.citizens * (size_t)core * sizeof *e.pairs);
    for (int32_t j = 0; j < e.places; j++)
        e.capacity[j] = c->places[j].seats;
    for (int32_t i = 0; i < e.citizens; i++)
        e.start[i + 1] = e.start[i] + row_of(c, i, core, e.pairs + e.start[i]);
    return e;
}
