/* SPDX-License-Identifier: MIT
 * chance.c: splitmix64, the generator that is used to seed others: one addition and three mixings. */
#include "simulate/chance.h"

#include "base/check.h"

static const uint64_t golden = 0x9e3779b97f4a7c15u; /* 2^64 divided by the golden ratio. */

static uint64_t next(struct chance *chance)
{
    uint64_t mixed = chance->state += golden;

    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
    return mixed ^ mixed >> 31;
}

struct chance chance_new(uint64_t seed, uint64_t number)
{
    struct chance chance = { seed };

    chance.state = next(&chance) ^ number * golden;
    next(&chance);
    return chance;
}

int chance_between(struct chance *chance, int least, int most)
{
    check(least <= most);
    return least + (int)(next(chance) % ((uint64_t)(most - least) + 1));
}

bool chance_is(struct chance *chance, int percent)
{
    return chance_between(chance, 1, 100) <= percent;
}
