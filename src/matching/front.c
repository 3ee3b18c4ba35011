/* SPDX-License-Identifier: MIT
 * front.c: a row read in full for its best few pairs. */
#include "matching/front.h"

/* Where a row is shorter than a front: a pair that is never worth anything. */
static void front_pad(struct auction *a, struct front *front, int32_t count)
{
    for (int32_t k = count; k < FRONT; k++)
        front->pairs[k] = (struct market_pair){ a->m->places, 0 };
}

static inline int32_t least_of(const int32_t *worths)
{
    int32_t least = 0;

    for (int32_t k = 1; k < FRONT; k++)
        least = worths[k] < worths[least] ? k : least;
    return least;
}

void front_bring(struct auction *a, int32_t citizen)
{
    const struct market_row *row = &a->m->rows[citizen];
    struct front *front = &a->fronts[citizen];
    int32_t worths[FRONT] = { 0 }, bound = INT32_MIN, count = row->count < FRONT ? row->count : FRONT;

    front_pad(a, front, count);
    for (int32_t k = 0; k < count; k++) {
        front->pairs[k] = (struct market_pair){ row->at[k].place, row->at[k].score >> a->shift };
        worths[k] = front->pairs[k].score - a->ask[row->at[k].place];
    }
    int32_t least = least_of(worths), floor = worths[least];
    for (int32_t k = FRONT; k < row->count; k++) {
        int32_t value = row->at[k].score >> a->shift, worth = value - a->ask[row->at[k].place];
        if (worth <= floor) {
            bound = worth > bound ? worth : bound;
            continue;
        }
        bound = floor > bound ? floor : bound;
        front->pairs[least] = (struct market_pair){ row->at[k].place, value };
        worths[least] = worth;
        least = least_of(worths);
        floor = worths[least];
    }
    front->bound = bound;
}
