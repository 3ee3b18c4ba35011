/* SPDX-License-Identifier: MIT
 * front.c: a row read in full for its best few pairs. Where every citizen may have every place, values stand alone in
 * memory, in the order of the places, and are looked at in blocks: most blocks have nothing that is better. */
#include "matching/front.h"

#include <string.h>

enum { BLOCK = 16 };

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

/* The front while a row is read: what its pairs are worth, the least of them, and the best that is not there. */
struct best {
    struct front *front;
    int32_t worths[FRONT];
    int32_t least, floor, bound;
};

static struct best best_begin(struct auction *a, int32_t citizen)
{
    const struct market_row *row = &a->m->rows[citizen];
    struct best b = { .front = &a->fronts[citizen], .bound = INT32_MIN };
    int32_t count = row->count < FRONT ? row->count : FRONT;

    front_pad(a, b.front, count);
    for (int32_t k = 0; k < count; k++) {
        b.front->pairs[k] = (struct market_pair){ row->at[k].place, row->at[k].score >> a->shift };
        b.worths[k] = b.front->pairs[k].score - a->ask[row->at[k].place];
    }
    b.least = least_of(b.worths);
    b.floor = b.worths[b.least];
    return b;
}

static inline void best_take(struct best *b, int32_t place, int32_t value, int32_t worth)
{
    if (worth <= b->floor) {
        b->bound = worth > b->bound ? worth : b->bound;
        return;
    }
    b->bound = b->floor > b->bound ? b->floor : b->bound;
    b->front->pairs[b->least] = (struct market_pair){ place, value };
    b->worths[b->least] = worth;
    b->least = least_of(b->worths);
    b->floor = b->worths[b->least];
}

/* Four at a time, as any processor of 64 bits can. */
typedef int32_t four __attribute__((vector_size(16)));

static inline four four_at(const int32_t *at)
{
    four numbers;

    memcpy(&numbers, at, sizeof numbers);
    return numbers;
}

static inline int32_t block_most(const int32_t *values, const int32_t *asks)
{
    four most = four_at(values) - four_at(asks);

    for (int32_t k = 4; k < BLOCK; k += 4) {
        four worth = four_at(values + k) - four_at(asks + k), is_more = worth > most;
        most = (worth & is_more) | (most & ~is_more);
    }
    int32_t left = most[0] > most[1] ? most[0] : most[1], right = most[2] > most[3] ? most[2] : most[3];
    return left > right ? left : right;
}

static void bring_dense(const struct auction *a, struct best *b, int32_t citizen)
{
    const int32_t *values = a->m->dense + (size_t)citizen * (size_t)a->m->places;
    int32_t k = FRONT, places = a->m->places;

    for (; k + BLOCK <= places; k += BLOCK) {
        int32_t most = block_most(values + k, a->ask + k);
        if (most <= b->floor)
            b->bound = most > b->bound ? most : b->bound;
        else
            for (int32_t j = k; j < k + BLOCK; j++)
                best_take(b, j, values[j], values[j] - a->ask[j]);
    }
    for (; k < places; k++)
        best_take(b, k, values[k], values[k] - a->ask[k]);
}

void front_bring(struct auction *a, int32_t citizen)
{
    const struct market_row *row = &a->m->rows[citizen];
    struct best b = best_begin(a, citizen);

    if (a->m->dense != NULL && a->shift == 0)
        bring_dense(a, &b, citizen);
    else
        for (int32_t k = FRONT; k < row->count; k++) {
            int32_t value = row->at[k].score >> a->shift;
            best_take(&b, row->at[k].place, value, value - a->ask[row->at[k].place]);
        }
    b.front->bound = b.bound;
}
