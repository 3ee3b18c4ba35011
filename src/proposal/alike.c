/* SPDX-License-Identifier: MIT
 * alike.c: what each measure reads of a citizen, in two words, and a small table of answers by them. */
#include "proposal/alike.h"

#include <string.h>

enum { SLOTS_MOST = 1024 };

static uint64_t pack(int32_t high, int32_t low)
{
    return (uint64_t)(uint32_t)high << 32 | (uint32_t)low;
}

static uint64_t pack_bits(uint32_t high, uint32_t low)
{
    return (uint64_t)high << 32 | low;
}

struct alike alike_of(enum measure measure, const struct seeker *s)
{
    static const struct alike all_alike = { 0, 0 };

    switch (measure) {
    case MEASURE_TARGET:
        return (struct alike){ pack(s->law, s->readiness), 0 };
    case MEASURE_LOADS:
        return (struct alike){ pack_bits(s->cannot, s->careful), s->is_loads_asked };
    case MEASURE_LANGUAGE:
        return (struct alike){ pack(s->oral, s->written), 0 };
    case MEASURE_HOURS:
        return (struct alike){ pack(s->hours_min, s->hours_max), (uint64_t)s->weekdays };
    case MEASURE_START:
        return (struct alike){ (uint64_t)(uint32_t)s->from, 0 };
    case MEASURE_COMMUTE:
        return (struct alike){ pack(s->zone, s->travel), (uint64_t)s->commute_max };
    case MEASURE_CARE: /* 0: nobody to look after, wherever she lives. */
        return s->care_to == 0 ? all_alike : (struct alike){ pack(s->zone, s->travel), pack(s->care_from, s->care_to) };
    case MEASURE_CERTIFICATES:
        return (struct alike){ s->certificates, 0 };
    case MEASURE_MENTOR:
        return (struct alike){ s->languages, 0 };
    case MEASURE_BRANCH:
        return (struct alike){ (uint64_t)(uint32_t)s->branch, 0 };
    case MEASURE_PROSPECT:
    case MEASURE_TRAINED:
    case MEASURE_FAILED:
    case MEASURE_CONTINUITY:
    case MEASURE_WISH:
    case MEASURE_SKILLS:
    case MEASURE_COUNT:
        break;
    }
    return all_alike;
}

struct alike_cache alike_cache_new(struct arena *arena, size_t size, size_t most)
{
    size_t slots = 1;

    while (slots < SLOTS_MOST && slots * 2 * size <= most)
        slots *= 2;
    return (struct alike_cache){ arena, slots, size, arena_array(arena, slots, sizeof(struct alike)),
                                 arena_array(arena, slots, sizeof(void *)) };
}

void *alike_find(struct alike_cache *cache, struct alike key, bool *is_new)
{
    uint64_t hash = (key.a * UINT64_C(0x9e3779b97f4a7c15) ^ key.b * UINT64_C(0xc2b2ae3d27d4eb4f)) >> 40;
    size_t slot = (size_t)hash % cache->slots;

    *is_new = cache->kept[slot] == NULL || cache->keys[slot].a != key.a || cache->keys[slot].b != key.b;
    if (*is_new) {
        if (cache->kept[slot] == NULL)
            cache->kept[slot] = arena_alloc(cache->arena, cache->size);
        else
            memset(cache->kept[slot], 0, cache->size);
        cache->keys[slot] = key;
    }
    return cache->kept[slot];
}
