/* SPDX-License-Identifier: MIT
 * witness.c: prices start at 0 and rise until everybody is content: whoever has no place must find each of hers too
 * dear, and whoever has one must find no other better (Bellman and Ford, by a queue). An assignment is not the best
 * when a place with a free seat must cost something, when somebody must pay more than she is worth, or when prices
 * drive each other up in a ring. */
#include "matching/witness.h"

struct witness {
    const struct certificate_claim *claim;
    int64_t *price;
    int32_t *value;             /* Of each citizen's pair. */
    int32_t *first, *next;      /* Who has a place. */
    int32_t *taken;
    int32_t *because;           /* The place whose price drove this one's up; MATCHING_NONE for none. */
    bool *is_queued;
    int32_t *queue, *seen;
    int32_t begin, count;
    bool is_best;
};

static void push(struct witness *w, int32_t place)
{
    int32_t at = w->begin + w->count;

    if (w->is_queued[place])
        return;
    w->is_queued[place] = true;
    w->queue[at >= w->claim->places ? at - w->claim->places : at] = place;
    w->count++;
}

static int32_t pop(struct witness *w)
{
    int32_t place = w->queue[w->begin];

    w->begin = w->begin + 1 == w->claim->places ? 0 : w->begin + 1;
    w->count--;
    w->is_queued[place] = false;
    return place;
}

/* A place must cost at least so much. */
static void raise(struct witness *w, int32_t place, int64_t least, int32_t because)
{
    if (w->price[place] >= least)
        return;
    if (w->taken[place] < w->claim->capacity[place]) {
        w->is_best = false;
        return;
    }
    w->price[place] = least;
    w->because[place] = because;
    push(w, place);
}

/* One who pays `paid` for a pair of `value`: no other may leave her more. */
static void content(struct witness *w, int32_t citizen, int64_t left, int32_t place)
{
    const struct market_row *row = &w->claim->rows[citizen];

    for (int32_t k = 0; k < row->count; k++)
        raise(w, row->at[k].place, MATCHING_PERSON + row->at[k].score - left, place);
}

static void spread(struct witness *w, int32_t place)
{
    for (int32_t i = w->first[place]; i != MATCHING_NONE && w->is_best; i = w->next[i]) {
        int64_t left = MATCHING_PERSON + w->value[i] - w->price[place];
        if (left < 0)
            w->is_best = false;
        else
            content(w, i, left, place);
    }
}

/* Places that drove each other up in a ring: marks each walk by its number. */
static bool is_ring(struct witness *w)
{
    for (int32_t j = 0; j < w->claim->places; j++)
        w->seen[j] = MATCHING_NONE;
    for (int32_t j = 0; j < w->claim->places; j++) {
        int32_t at = j;
        while (at != MATCHING_NONE && w->seen[at] == MATCHING_NONE) {
            w->seen[at] = j;
            at = w->because[at];
        }
        if (at != MATCHING_NONE && w->seen[at] == j)
            return true;
    }
    return false;
}

static struct witness witness_make(struct arena *arena, const struct certificate_claim *claim, int64_t *price)
{
    size_t places = (size_t)claim->places, citizens = (size_t)claim->citizens;
    struct witness w = {
        .claim = claim, .price = price, .is_best = true,
        .value = arena_array(arena, citizens, sizeof *w.value), .next = arena_array(arena, citizens, sizeof *w.next),
        .first = arena_array(arena, places, sizeof *w.first), .taken = arena_array(arena, places, sizeof *w.taken),
        .because = arena_array(arena, places, sizeof *w.because),
        .is_queued = arena_array(arena, places, sizeof *w.is_queued),
        .queue = arena_array(arena, places, sizeof *w.queue), .seen = arena_array(arena, places, sizeof *w.seen),
    };

    for (size_t j = 0; j < places; j++) {
        price[j] = 0;
        w.first[j] = w.because[j] = MATCHING_NONE;
    }
    for (int32_t i = 0; i < claim->citizens; i++) {
        int32_t place = claim->place_of[i];
        for (int32_t k = 0; place != MATCHING_NONE && k < claim->rows[i].count; k++)
            if (claim->rows[i].at[k].place == place)
                w.value[i] = claim->rows[i].at[k].score;
        if (place == MATCHING_NONE)
            continue;
        w.next[i] = w.first[place];
        w.first[place] = i;
        w.taken[place]++;
    }
    return w;
}

bool witness_find(struct arena *arena, const struct certificate_claim *claim, int64_t *price)
{
    struct witness w = witness_make(arena, claim, price);

    for (int32_t i = 0; i < claim->citizens && w.is_best; i++)
        if (claim->place_of[i] == MATCHING_NONE)
            content(&w, i, 0, MATCHING_NONE);
    for (int32_t j = 0; j < claim->places; j++)
        push(&w, j);
    while (w.count > 0 && w.is_best) {
        for (int32_t turn = w.count; turn > 0 && w.is_best; turn--)
            spread(&w, pop(&w));
        if (w.is_best && is_ring(&w))
            w.is_best = false;
    }
    return w.is_best;
}
