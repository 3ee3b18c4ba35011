/* SPDX-License-Identifier: MIT
 * front.h: how a citizen finds her best and second best place in an auction. Most of the time it goes into waiting for
 * memory, so each citizen has one line of it with the pairs that were best when her row was last looked through, and
 * a bound for the rest. Prices only rise, so while the second best of the line reaches the bound, the row need not be
 * read. Part of auction.c's innermost loop, so it stands in a header. */
#ifndef MATCHING_FRONT_H
#define MATCHING_FRONT_H

#include "matching/private.h"

enum { FRONT = 7 };

/* A line of memory. */
struct front {
    struct market_pair pairs[FRONT];    /* In no order; place and value. */
    int32_t bound;                      /* No other pair of the row was worth more. */
    int32_t value;                      /* Of the pair she bid for last. */
};
_Static_assert(sizeof(struct front) == 64, "a line of memory");

/* A seat that is sold: for how much, and to whom. */
struct bid {
    int32_t amount, citizen;
};

/* The seats of a place; the cheapest bid is first, as a heap. Half a line. */
struct stall {
    int32_t seats, sold;
    struct bid only, *bids;     /* Where there is one seat, no other line of memory need be read. */
    int64_t unused;
};

struct auction {
    struct matching *m;
    int32_t room;               /* Citizens that there is memory for. */
    int32_t shift;              /* Values are read divided by 2^shift, so that prices fit. */
    int32_t value_max, step;
    int32_t worth_min;          /* Below this a citizen goes without. */
    int32_t *ask;               /* What the cheapest seat of a place costs. */
    struct stall *stalls;
    struct bid *pool;
    size_t pool_room;
    struct front *fronts;
    bool *is_in;                /* Who bids in this part. */
    int32_t *queue;             /* A ring of those without a seat. */
    int32_t queue_room, queue_begin, queue_count;
    bool is_over;               /* A price would not fit: repair does the rest. */
};

/* What is left of the best place when it is paid, and of the second best; and which it is. */
struct choice {
    int32_t best, second, at;
};

/* Without branches: the order of a front says nothing about its worths. */
static inline struct choice front_read(const struct auction *a, const struct front *front)
{
    int64_t best = INT64_MIN, second = INT64_MIN;

    for (int32_t k = 0; k < FRONT; k++) {
        int32_t worth = front->pairs[k].score - a->ask[front->pairs[k].place];
        int64_t key = (int64_t)worth * 8 + k;
        int64_t less = key < best ? key : best;
        second = less > second ? less : second;
        best = key > best ? key : best;
    }
    return (struct choice){ (int32_t)(best >> 3), (int32_t)(second >> 3), (int32_t)(best & 7) };
}

/* The whole row is read, and its best pairs stand at the front. */
void front_bring(struct auction *a, int32_t citizen);

static inline struct choice front_choose(struct auction *a, int32_t citizen)
{
    struct front *front = &a->fronts[citizen];
    struct choice choice = front_read(a, front);

    if (choice.second >= front->bound)
        return choice;
    front_bring(a, citizen);
    return front_read(a, front);
}

#endif
