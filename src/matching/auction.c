/* SPDX-License-Identifier: MIT
 * auction.c: prices that are nearly right, by letting citizens bid for seats (Bertsekas): whoever has none takes the
 * best place's cheapest seat and raises its bid until the second best would be as good, and `step` more. Large steps
 * first, so that prices find their height; then smaller ones. What it leaves is put exactly right by repair.c, so
 * nothing here has to be perfect, only quick: prices are 32 bits, counted from a base that cardinality.c gives.
 *
 * A row keeps the pairs that were best when it was last looked through at its front, with a bound for the rest.
 * Prices only rise, so while the second best of the front reaches the bound, the rest need not be read. */
#include <string.h>

#include "base/check.h"
#include "matching/private.h"

enum {
    FRONT = 8,              /* Pairs at the front: a line of memory. */
    SHORT_ROW = 12,         /* Rows of up to so many are read whole. */
    STEP_PARTS = 10,        /* Each round's step is a tenth of the one before. */
    LOWER_STEPS = 3,        /* Between rounds prices fall by so many steps: a round overshoots by about one. */
    ASK_MAX = 1 << 30, ASK_NEVER = INT32_MAX, VALUE_BITS_MAX = 27,
    TIGHT_SWEEPS = 2,
};

/* A seat that is sold: for how much, and to whom. The cheapest of a place is first. */
struct bid {
    int32_t amount, citizen;
};

struct auction {
    struct matching *m;
    int32_t room;               /* Citizens that there is memory for. */
    bool *is_in;                /* Who bids in this part. */
    int32_t shift;              /* Values are read divided by 2^shift, so that prices fit. */
    int32_t value_max;
    int32_t step;
    int32_t worth_min;          /* Below this a citizen goes without. */
    int32_t *ask;               /* What the cheapest seat of a place costs. */
    int32_t *floor;             /* What a seat costs that nobody has. */
    int32_t *sold;
    int32_t *seats;
    struct bid **bids, *pool;
    size_t pool_room;
    int32_t *bound;             /* Of a citizen: no pair behind the front was worth more. */
    int32_t *queue;             /* A ring of those without a seat. */
    int32_t queue_room, queue_begin, queue_count;
    bool is_over;               /* A price would not fit: repair does the rest. */
};

/* The best place of a row, with what is left when it is paid, and the second best's. */
struct choice {
    int32_t best, second, at;
};

/* --- Rows. --- */

static inline int32_t worth(const struct auction *a, const struct market_pair *pair)
{
    return (pair->score >> a->shift) - a->ask[pair->place];
}

/* Without branches: the row's order says nothing about its worths. */
static inline struct choice choose(const struct auction *a, const struct market_pair *pairs, int32_t count)
{
    int64_t best = INT64_MIN, second = INT64_MIN;

    for (int32_t k = 0; k < count; k++) {
        int64_t key = (int64_t)worth(a, &pairs[k]) * ((int64_t)1 << 32) + k;
        int64_t less = key < best ? key : best;
        second = less > second ? less : second;
        best = key > best ? key : best;
    }
    return (struct choice){ (int32_t)(best >> 32), (int32_t)(second >> 32), (int32_t)(best & INT32_MAX) };
}

/* The whole row: its best pairs come to the front. */
static void bring_forward(struct auction *a, int32_t citizen)
{
    struct market_row *row = &a->m->rows[citizen];
    int32_t worths[FRONT], least = 0, bound = INT32_MIN;

    for (int32_t k = 0; k < FRONT; k++) {
        worths[k] = worth(a, &row->at[k]);
        least = worths[k] < worths[least] ? k : least;
    }
    for (int32_t k = FRONT; k < row->count; k++) {
        int32_t new = worth(a, &row->at[k]);
        if (new <= worths[least]) {
            bound = new > bound ? new : bound;
            continue;
        }
        bound = worths[least] > bound ? worths[least] : bound;
        struct market_pair better = row->at[k];
        row->at[k] = row->at[least];
        row->at[least] = better;
        worths[least] = new;
        for (int32_t f = 0; f < FRONT; f++)
            least = worths[f] < worths[least] ? f : least;
    }
    a->bound[citizen] = bound;
}

static struct choice choice_of(struct auction *a, int32_t citizen)
{
    const struct market_row *row = &a->m->rows[citizen];

    if (row->count <= SHORT_ROW)
        return choose(a, row->at, row->count);
    struct choice choice = choose(a, row->at, FRONT);
    if (choice.second >= a->bound[citizen])
        return choice;
    bring_forward(a, citizen);
    return choose(a, row->at, FRONT);
}

/* --- Seats. --- */

static void bids_rise(struct bid *bids, int32_t at, struct bid bid)
{
    for (; at > 0 && bids[(at - 1) / 2].amount > bid.amount; at = (at - 1) / 2)
        bids[at] = bids[(at - 1) / 2];
    bids[at] = bid;
}

static void bids_sink(struct bid *bids, int32_t count, int32_t at, struct bid bid)
{
    for (int32_t child; (child = at * 2 + 1) < count; at = child) {
        if (child + 1 < count && bids[child + 1].amount < bids[child].amount)
            child++;
        if (bids[child].amount >= bid.amount)
            break;
        bids[at] = bids[child];
    }
    bids[at] = bid;
}

static void queue_push(struct auction *a, int32_t citizen)
{
    int32_t at = a->queue_begin + a->queue_count++;

    a->queue[at >= a->queue_room ? at - a->queue_room : at] = citizen;
}

static int32_t queue_pop(struct auction *a)
{
    int32_t citizen = a->queue[a->queue_begin++];

    a->queue_count--;
    if (a->queue_begin == a->queue_room)
        a->queue_begin = 0;
    return citizen;
}

/* The cheapest seat is hers; who had it stands in the queue again. */
static void seat_sell(struct auction *a, int32_t place, struct bid bid)
{
    struct bid *bids = a->bids[place];
    int32_t *place_of = a->m->place_of;

    place_of[bid.citizen] = place;
    if (a->sold[place] < a->seats[place]) {
        bids_rise(bids, a->sold[place]++, bid);
    } else {
        place_of[bids[0].citizen] = MATCHING_NONE;
        queue_push(a, bids[0].citizen);
        bids_sink(bids, a->seats[place], 0, bid);
    }
    if (a->sold[place] == a->seats[place])
        a->ask[place] = bids[0].amount;
}

static void bid_once(struct auction *a, int32_t citizen)
{
    struct choice choice = choice_of(a, citizen);

    if (choice.best < a->worth_min)
        return;
    int32_t place = a->m->rows[citizen].at[choice.at].place;
    int64_t second = choice.second > a->worth_min ? choice.second : a->worth_min;
    if (second < (int64_t)choice.best - a->value_max)
        second = (int64_t)choice.best - a->value_max;
    int64_t amount = a->ask[place] + (choice.best - second) + a->step;
    if (amount > ASK_MAX) {
        a->is_over = true;
        return;
    }
    seat_sell(a, place, (struct bid){ (int32_t)amount, citizen });
}

static void prefetch_next(const struct auction *a)
{
    int32_t at = a->queue_begin + 1;

    if (a->queue_count < 2)
        return;
    at = at >= a->queue_room ? at - a->queue_room : at;
    __builtin_prefetch(a->m->rows[a->queue[at]].at);
    at = at + 1 == a->queue_room ? 0 : at + 1;
    __builtin_prefetch(&a->m->rows[a->queue[at]]);
}

static void bid_all(struct auction *a, int64_t bids_most)
{
    while (a->queue_count > 0 && !a->is_over && bids_most-- > 0) {
        prefetch_next(a);
        bid_once(a, queue_pop(a));
    }
}

/* --- Rounds. --- */

/* A place's price as things stand: what the cheapest sold seat costs, or an empty one. */
static void round_begin(struct auction *a, int32_t lower)
{
    struct matching *m = a->m;

    for (int32_t j = 0; j < m->places; j++) {
        if (a->ask[j] == ASK_NEVER)
            continue;
        a->ask[j] = a->ask[j] > lower ? a->ask[j] - lower : 0;
        a->floor[j] = a->ask[j];
        a->sold[j] = 0;
    }
    a->queue_begin = a->queue_count = 0;
    for (int32_t i = 0; i < m->citizens; i++) {
        if (!a->is_in[i])
            continue;
        m->place_of[i] = MATCHING_NONE;
        a->bound[i] = a->bound[i] == INT32_MAX ? INT32_MAX : a->bound[i] + lower;
        queue_push(a, i);
    }
}

/* Those who are in bid for places that are in, from large steps to steps of one. */
static void rounds_run(struct auction *a)
{
    int32_t lower = 0;

    for (int32_t step = a->value_max / STEP_PARTS; !a->is_over; step /= STEP_PARTS) {
        a->step = step < 1 ? 1 : step;
        round_begin(a, lower);
        bid_all(a, INT64_MAX);
        if (a->step == 1)
            break;
        lower = LOWER_STEPS * a->step;
    }
}

/* --- The two markets, and what comes of them. --- */

/* The memory, once for each size; a solve after a change uses it again. */
static struct auction *auction_make(struct matching *m)
{
    size_t places = (size_t)m->places, citizens = (size_t)m->citizens_room;
    struct auction *a = m->auction;

    if (a != NULL && a->room == m->citizens_room)
        return a;
    m->auction = a = arena_alloc(m->arena, sizeof *a);
    a->room = m->citizens_room;
    a->m = m;
    a->ask = arena_array(m->arena, places, sizeof *a->ask);
    a->floor = arena_array(m->arena, places, sizeof *a->floor);
    a->sold = arena_array(m->arena, places, sizeof *a->sold);
    a->seats = arena_array(m->arena, places, sizeof *a->seats);
    a->bids = arena_array(m->arena, places, sizeof *a->bids);
    a->bound = arena_array(m->arena, citizens, sizeof *a->bound);
    a->is_in = arena_array(m->arena, citizens, sizeof *a->is_in);
    a->queue = arena_array(m->arena, citizens + 1, sizeof *a->queue);
    a->queue_room = a->room + 1;
    return a;
}

/* No place sells more seats than it has pairs. */
static void seats_make(struct auction *a)
{
    const struct matching *m = a->m;
    size_t seats = 0;

    for (int32_t j = 0; j < m->places; j++) {
        a->seats[j] = m->capacity[j] < m->columns[j].count ? m->capacity[j] : m->columns[j].count;
        seats += (size_t)a->seats[j];
    }
    if (seats > a->pool_room) {
        a->pool = arena_array(m->arena, seats + seats / 8, sizeof *a->pool);
        a->pool_room = seats + seats / 8;
    }
    struct bid *at = a->pool;
    for (int32_t j = 0; j < m->places; at += a->seats[j++])
        a->bids[j] = at;
}

static struct auction *auction_begin(struct matching *m)
{
    struct auction *a = auction_make(m);

    a->shift = 0;
    while (m->value_max >> a->shift >= 1 << VALUE_BITS_MAX)
        a->shift++;
    a->value_max = m->value_max >> a->shift;
    seats_make(a);
    for (int32_t i = 0; i < m->citizens; i++)
        a->bound[i] = INT32_MAX;
    return a;
}

/* A part of the market: scarce places and who competes for them, or all the others. In the first a price counts
 * from PERSON - value_max, so that somebody goes without when the worth falls below -value_max. */
static void part_run(struct auction *a, bool is_scarce_part)
{
    struct matching *m = a->m;
    int64_t base = is_scarce_part ? MATCHING_PERSON - m->value_max : 0;

    a->worth_min = is_scarce_part ? -a->value_max : -ASK_MAX;
    a->is_over = false;
    for (int32_t i = 0; i < m->citizens; i++)
        a->is_in[i] = m->is_competing[i] == is_scarce_part && m->rows[i].count > 0 && !m->is_away[i];
    for (int32_t j = 0; j < m->places; j++)
        a->ask[j] = m->is_scarce[j] == is_scarce_part && a->seats[j] > 0 ? 0 : ASK_NEVER;
    rounds_run(a);
    for (int32_t j = 0; j < m->places; j++)
        if (m->is_scarce[j] == is_scarce_part)
            m->price[j] = base + (a->ask[j] == ASK_NEVER ? 0 : (int64_t)a->ask[j] << a->shift);
}

/* The seats as they were sold become those of the matching. */
static void seats_hand_over(struct matching *m)
{
    for (int32_t i = 0; i < m->citizens; i++) {
        int32_t place = m->place_of[i];
        m->place_of[i] = MATCHING_NONE;
        if (place != MATCHING_NONE)
            seat_take(m, i, place);
    }
}

void auction_run(struct matching *m)
{
    struct auction *a = auction_begin(m);

    part_run(a, true);
    part_run(a, false);
    seats_hand_over(m);
}
