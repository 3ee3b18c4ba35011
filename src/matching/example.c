/* SPDX-License-Identifier: MIT
 * example.c: random markets; places of a row rise, each once. */
#include "matching/example.h"

#include <string.h>

#include "base/check.h"

struct chance chance_new(uint64_t seed)
{
    return (struct chance){ seed * 2654435761u + 88172645463325252u };
}

int32_t chance_below(struct chance *c, int32_t below)
{
    check(below > 0);
    c->state ^= c->state << 13;
    c->state ^= c->state >> 7;
    c->state ^= c->state << 17;
    return (int32_t)((c->state >> 20) % (uint64_t)below);
}

struct market example_market(const struct example *e)
{
    return (struct market){ e->citizens, e->places, e->capacity, e->start, e->pairs };
}

static struct example example_make(struct arena *arena, struct chance *chance, struct example_kind kind)
{
    struct example e = { .citizens = kind.citizens, .places = kind.places };

    e.capacity = arena_array(arena, (size_t)kind.places, sizeof *e.capacity);
    e.start = arena_array(arena, (size_t)kind.citizens + 1, sizeof *e.start);
    e.pairs = arena_array(arena, (size_t)kind.citizens * (size_t)kind.pairs_each, sizeof *e.pairs);
    for (int32_t j = 0; j < kind.places; j++)
        e.capacity[j] = kind.capacity_min + chance_below(chance, kind.capacity_max - kind.capacity_min + 1);
    return e;
}

/* Of the places that are left, each with the chance that makes `count` of them on the whole (Knuth, 3.4.2 S). */
static void row_sample(struct example *e, struct chance *chance, int32_t count, int32_t score_max, int64_t *at)
{
    for (int32_t j = 0, left = count; left > 0; j++)
        if (chance_below(chance, e->places - j) < left) {
            e->pairs[(*at)++] = (struct market_pair){ j, chance_below(chance, score_max + 1) };
            left--;
        }
}

/* The same by drawing again what was drawn, for rows much shorter than there are places. */
static void row_draw(struct example *e, struct chance *chance, int32_t count, int32_t score_max, int64_t *at)
{
    int64_t begin = *at;

    while (*at - begin < count) {
        int32_t place = chance_below(chance, e->places);
        int64_t k = *at;
        while (k > begin && e->pairs[k - 1].place > place)
            k--;
        if (k > begin && e->pairs[k - 1].place == place)
            continue;
        memmove(&e->pairs[k + 1], &e->pairs[k], (size_t)(*at - k) * sizeof *e->pairs);
        e->pairs[k] = (struct market_pair){ place, chance_below(chance, score_max + 1) };
        (*at)++;
    }
}

struct example example_random(struct arena *arena, struct chance *chance, struct example_kind kind)
{
    struct example e = example_make(arena, chance, kind);
    int64_t at = 0;

    check(kind.pairs_each <= kind.places);
    for (int32_t i = 0; i < kind.citizens; i++) {
        if (kind.pairs_each < kind.places / 16)
            row_draw(&e, chance, kind.pairs_each, kind.score_max, &at);
        else
            row_sample(&e, chance, kind.pairs_each, kind.score_max, &at);
        e.start[i + 1] = at;
    }
    return e;
}

struct example example_dense(struct arena *arena, struct chance *chance, struct example_kind kind)
{
    kind.pairs_each = kind.places;
    return example_random(arena, chance, kind);
}
