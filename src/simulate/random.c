/* SPDX-License-Identifier: MIT
 * random.c: splitmix64, small and even; nothing here needs to be secret. */
#include "simulate/random.h"

#include "base/check.h"

static uint64_t next(struct chance *chance)
{
    uint64_t z = chance->state += 0x9e3779b97f4a7c15u;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

int64_t chance_between(struct chance *chance, int64_t low, int64_t high)
{
    check(low <= high);
    return low + (int64_t)(next(chance) % (uint64_t)(high - low + 1));
}

bool chance_of(struct chance *chance, int percent)
{
    return chance_between(chance, 1, 100) <= percent;
}

const char *chance_pick(struct chance *chance, const char *const *texts, int count)
{
    return texts[chance_between(chance, 0, count - 1)];
}
