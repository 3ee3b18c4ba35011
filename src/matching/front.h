/* SPDX-License-Identifier: MIT
 * front.h: how a citizen finds her best and second best place in an auction. A row keeps the pairs that were best
 * when it was last looked through at its front, with a bound for the rest. Prices only rise, so while the second best of
 * the front reaches the bound, the rest need not be read. Part of auction.c's innermost loop, so it stands in a
 * header. */
#ifndef MATCHING_FRONT_H
#define MATCHING_FRONT_H

#include "matching/private.h"

/* A seat that is sold: for how much, and to whom. */
struct bid {
    int32_t amount, citizen;
};

/* The seats of a place; the cheapest bid is first, as a heap. */
struct stall {
    int32_t seats, sold;
    struct bid only, *bids;     /* Where there is one seat, no other line of memory need be read. */
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
    int32_t *bound;             /* Of a citizen: no pair behind the front was worth more. */
    int32_t *value;             /* Of the pair she bid for last. */
    bool *is_in;                /* Who bids in this part. */
    int32_t *queue;             /* A ring of those without a seat. */
    int32_t queue_room, queue_begin, queue_count;
    bool is_over;               /* A price would not fit: repair does the rest. */
};

/* What is left of the best place when it is paid, and of the second best; and where in the row it is. */
struct choice {
    int32_t best, second, at;
};

enum {
    FRONT = 8,              /* Pairs at the front: a line of memory. */
    FRONT_NO = 12,          /* Rows of up to so many are read whole. */
};

static inline int32_t front_worth(const struct auction *a, const struct market_pair *pair)
{
    return (pair->score >> a->shift) - a->ask[pair->place];
}

/* Without branches: the row's order says nothing about its worths. */
static inline struct choice front_read(const struct auction *a, const struct market_pair *pairs, int32_t count)
{
    int64_t best = INT64_MIN, second = INT64_MIN;

    for (int32_t k = 0; k < count; k++) {
        int64_t key = (int64_t)front_worth(a, &pairs[k]) * ((int64_t)1 << 32) + k;
        int64_t less = key < best ? key : best;
        second = less > second ? less : second;
        best = key > best ? key : best;
    }
    return (struct choice){ (int32_t)(best >> 32), (int32_t)(second >> 32), (int32_t)(best & INT32_MAX) };
}

/* The whole row: its best pairs come to the front. */
static inline void front_bring(struct auction *a, int32_t citizen)
{
    struct market_row *row = &a->m->rows[citizen];
    int32_t worths[FRONT], least = 0, bound = INT32_MIN;

    for (int32_t k = 0; k < FRONT; k++) {
        worths[k] = front_worth(a, &row->at[k]);
        least = worths[k] < worths[least] ? k : least;
    }
    for (int32_t k = FRONT; k < row->count; k++) {
        int32_t found = front_worth(a, &row->at[k]);
        if (found <= worths[least]) {
            bound = found > bound ? found : bound;
            continue;
        }
        bound = worths[least] > bound ? worths[least] : bound;
        struct market_pair better = row->at[k];
        row->at[k] = row->at[least];
        row->at[least] = better;
        worths[least] = found;
        for (int32_t f = 0; f < FRONT; f++)
            least = worths[f] < worths[least] ? f : least;
    }
    a->bound[citizen] = bound;
}

static inline struct choice front_choose(struct auction *a, int32_t citizen)
{
    const struct market_row *row = &a->m->rows[citizen];

    if (row->count <= FRONT_NO)
        return front_read(a, row->at, row->count);
    struct choice choice = front_read(a, row->at, FRONT);
    if (choice.second >= a->bound[citizen])
        return choice;
    front_bring(a, citizen);
    return front_read(a, row->at, FRONT);
}

#endif
