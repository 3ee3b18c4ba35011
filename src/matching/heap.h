/* SPDX-License-Identifier: MIT
 * heap.h: places by distance, nearest first: a heap of four children, which meets half as many lines of memory as one
 * of two. Part of repair.c's innermost loop, so it stands in a header. */
#ifndef MATCHING_HEAP_H
#define MATCHING_HEAP_H

#include "matching/private.h"

struct heap_entry {
    int64_t distance;
    int32_t place;
};

static inline void heap_put(struct search *s, int32_t at, struct heap_entry entry)
{
    s->heap[at] = entry;
    s->heap_at[entry.place] = at;
}

static inline void heap_rise(struct search *s, int32_t at, struct heap_entry entry)
{
    while (at > 0) {
        int32_t up = (at - 1) / 4;
        if (s->heap[up].distance <= entry.distance)
            break;
        heap_put(s, at, s->heap[up]);
        at = up;
    }
    heap_put(s, at, entry);
}

static inline void heap_sink(struct search *s, int32_t at, struct heap_entry entry)
{
    for (;;) {
        int32_t first = at * 4 + 1, end = first + 4 < s->heap_count ? first + 4 : s->heap_count, least = first;
        for (int32_t k = first + 1; k < end; k++)
            if (s->heap[k].distance < s->heap[least].distance)
                least = k;
        if (first >= end || s->heap[least].distance >= entry.distance)
            break;
        heap_put(s, at, s->heap[least]);
        at = least;
    }
    heap_put(s, at, entry);
}

/* A place that is not in the heap, or that is nearer than it was. */
static inline void heap_reach(struct search *s, int32_t place, int64_t distance)
{
    int32_t at = s->heap_at[place] >= 0 ? s->heap_at[place] : s->heap_count++;

    heap_rise(s, at, (struct heap_entry){ distance, place });
}

static inline int32_t heap_pop(struct search *s)
{
    int32_t place = s->heap[0].place;
    struct heap_entry last = s->heap[--s->heap_count];

    s->heap_at[place] = -1;
    if (s->heap_count > 0)
        heap_sink(s, 0, last);
    return place;
}

static inline void heap_clear(struct search *s)
{
    for (int32_t k = 0; k < s->heap_count; k++)
        s->heap_at[s->heap[k].place] = -1;
    s->heap_count = 0;
}

#endif
