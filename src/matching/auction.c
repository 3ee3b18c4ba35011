/* SPDX-License-Identifier: MIT
 * auction.c: prices that are nearly right, by letting citizens bid for seats (Bertsekas): whoever has none takes the
 * best place's cheapest seat and raises its bid until the second best would be as good, and `step` more. Large steps
 * first, so that prices find their height; then smaller ones, and none at all. What it leaves is put exactly right by
 * repair.c, so nothing here has to be perfect, only quick: prices are 32 bits, from a base that the split gives.
 * How a citizen finds her best places is in front.h. */
#include "matching/front.h"

#include "base/check.h"

enum {
    FIRST_PARTS = 20,       /* The first step is a twentieth of the highest value, */
    STEP_PARTS = 7,         /* each further one a seventh of the one before. */
    LOWER_STEPS = 3,        /* Between rounds prices fall by so many steps: a round overshoots by one or two. */
    LAST_BIDS = 4,          /* Bids without a step, for each who needs one. */
    ASK_MAX = 1 << 30, ASK_NEVER = INT32_MAX, VALUE_BITS_MAX = 27,
    SAMPLE = 16,
};

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
    __builtin_prefetch(&a->fronts[citizen]);
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
    struct stall *stall = &a->stalls[place];
    struct bid *bids = stall->seats == 1 ? &stall->only : stall->bids;

    if (stall->sold < stall->seats) {
        bids_rise(bids, stall->sold++, bid);
    } else {
        queue_push(a, bids[0].citizen);
        bids_sink(bids, stall->seats, 0, bid);
    }
    if (stall->sold == stall->seats)
        a->ask[place] = bids[0].amount;
}

static void seat_give_back(struct auction *a, int32_t citizen)
{
    struct stall *stall = &a->stalls[a->m->place_of[citizen]];
    struct bid *bids = stall->seats == 1 ? &stall->only : stall->bids;
    int32_t at = 0;

    while (bids[at].citizen != citizen)
        at++;
    struct bid last = bids[--stall->sold];
    if (at < stall->sold) {
        bids_sink(bids, stall->sold, at, last);
        if (bids[at].citizen == last.citizen)
            bids_rise(bids, at, last);
    }
    a->m->place_of[citizen] = MATCHING_NONE;
}

/* Whose each seat is. */
static void seats_tell(struct auction *a)
{
    struct matching *m = a->m;

    for (int32_t i = 0; i < m->citizens; i++)
        if (a->is_in[i])
            m->place_of[i] = MATCHING_NONE;
    for (int32_t j = 0; j < m->places; j++) {
        const struct stall *stall = &a->stalls[j];
        const struct bid *bids = stall->seats == 1 ? &stall->only : stall->bids;
        for (int32_t k = 0; k < stall->sold; k++)
            m->place_of[bids[k].citizen] = j;
    }
}

/* --- Bids. --- */

static void bid_once(struct auction *a, int32_t citizen)
{
    struct choice choice = front_choose(a, citizen);

    if (choice.best < a->worth_min)
        return;
    struct market_pair pair = a->fronts[citizen].pairs[choice.at];
    int64_t second = choice.second > a->worth_min ? choice.second : a->worth_min;
    if (second < (int64_t)choice.best - a->value_max)
        second = (int64_t)choice.best - a->value_max;
    int64_t amount = a->ask[pair.place] + (choice.best - second) + a->step;
    if (amount > ASK_MAX) {
        a->is_over = true;
        return;
    }
    /* Without a step nobody is driven out for nothing: two could do that to each other for ever. */
    if (amount == a->ask[pair.place] && a->stalls[pair.place].sold == a->stalls[pair.place].seats)
        return;
    a->fronts[citizen].value = pair.score;
    seat_sell(a, pair.place, (struct bid){ (int32_t)amount, citizen });
}

/* The line of one who bids soon. */
static inline void prefetch(const struct auction *a)
{
    int32_t at = a->queue_begin + 6;

    if (a->queue_count > 6)
        __builtin_prefetch(&a->fronts[a->queue[at >= a->queue_room ? at - a->queue_room : at]]);
}

static void bid_all(struct auction *a, int64_t bids_most)
{
    while (a->queue_count > 0 && !a->is_over && bids_most-- > 0) {
        prefetch(a);
        bid_once(a, queue_pop(a));
    }
}

/* --- Rounds. --- */

/* Every seat is empty again and costs what it was sold for, a little less. */
static void round_begin(struct auction *a, int32_t lower)
{
    struct matching *m = a->m;

    for (int32_t j = 0; j < m->places; j++) {
        if (a->ask[j] != ASK_NEVER)
            a->ask[j] = a->ask[j] > lower ? a->ask[j] - lower : 0;
        a->stalls[j].sold = 0;
    }
    a->queue_begin = a->queue_count = 0;
    for (int32_t i = 0; i < m->citizens; i++) {
        if (!a->is_in[i])
            continue;
        if (a->fronts[i].bound > INT32_MIN + lower && a->fronts[i].bound < INT32_MAX - lower)
            a->fronts[i].bound += lower;
        queue_push(a, i);
    }
}

/* Whoever would rather have another seat gives theirs back and bids without a step. */
static void round_last(struct auction *a)
{
    struct matching *m = a->m;

    seats_tell(a);
    a->step = 0;
    a->queue_begin = a->queue_count = 0;
    for (int32_t i = 0; i < m->citizens; i++) {
        if (!a->is_in[i])
            continue;
        if (m->place_of[i] != MATCHING_NONE) {
            if (front_choose(a, i).best == a->fronts[i].value - a->ask[m->place_of[i]])
                continue;
            seat_give_back(a, i);
        }
        queue_push(a, i);
    }
    bid_all(a, (int64_t)LAST_BIDS * a->queue_count);
}

static void rounds_run(struct auction *a)
{
    int32_t lower = 0;

    for (int32_t step = a->value_max / FIRST_PARTS; !a->is_over; step /= STEP_PARTS) {
        a->step = step < 1 ? 1 : step;
        round_begin(a, lower);
        bid_all(a, INT64_MAX);
        if (a->step == 1)
            break;
        lower = LOWER_STEPS * a->step;
    }
    if (!a->is_over)
        round_last(a);
    seats_tell(a);
}

/* --- Memory. --- */

/* To the next line of memory. */
static void *aligned(void *at)
{
    return (char *)at + (-(uintptr_t)at & 63);
}

/* Once for each size; a solve after a change uses it again. */
static struct auction *auction_make(struct matching *m)
{
    size_t places = (size_t)m->places, citizens = (size_t)m->citizens_room;
    struct auction *a = m->auction;

    if (a != NULL && a->room == m->citizens_room)
        return a;
    m->auction = a = arena_alloc(m->arena, sizeof *a);
    a->room = m->citizens_room;
    a->m = m;
    a->ask = arena_array(m->arena, places + 1, sizeof *a->ask);
    a->ask[m->places] = ASK_NEVER; /* The place that pads short rows. */
    a->stalls = aligned(arena_array(m->arena, places + 2, sizeof *a->stalls));
    a->fronts = aligned(arena_array(m->arena, citizens + 1, sizeof *a->fronts));
    a->is_in = arena_array(m->arena, citizens, sizeof *a->is_in);
    a->queue = arena_array(m->arena, citizens + 1, sizeof *a->queue);
    a->queue_room = a->room + 1;
    return a;
}

/* No place sells more seats than it has pairs. */
static void stalls_make(struct auction *a)
{
    const struct matching *m = a->m;
    size_t seats = 0;

    for (int32_t j = 0; j < m->places; j++) {
        a->stalls[j].seats = m->capacity[j] < m->columns[j].count ? m->capacity[j] : m->columns[j].count;
        seats += (size_t)a->stalls[j].seats;
    }
    if (seats > a->pool_room) {
        a->pool_room = seats + seats / 8;
        a->pool = arena_array(m->arena, a->pool_room, sizeof *a->pool);
    }
    struct bid *at = a->pool;
    for (int32_t j = 0; j < m->places; at += a->stalls[j++].seats)
        a->stalls[j].bids = at;
}

static struct auction *auction_begin(struct matching *m)
{
    struct auction *a = auction_make(m);

    a->shift = 0;
    while (m->value_max >> a->shift >= 1 << VALUE_BITS_MAX)
        a->shift++;
    a->value_max = m->value_max >> a->shift;
    stalls_make(a);
    for (int32_t i = 0; i < m->citizens; i++)
        a->fronts[i].bound = INT32_MAX;
    return a;
}

/* --- The two parts of the market. --- */

/* How many in this part go without, of how many. */
struct lack {
    int64_t without, citizens;
};

static struct lack lack_of(const struct auction *a)
{
    const struct matching *m = a->m;
    struct lack lack = { 0, 0 };

    for (int32_t i = 0; i < m->citizens; i++)
        lack.citizens += a->is_in[i];
    lack.without = lack.citizens;
    for (int32_t j = 0; j < m->places; j++)
        if (m->is_scarce[j])
            lack.without -= a->stalls[j].seats;
    if (lack.without < 0)
        lack.without = 0;
    return lack;
}

/* Where the price of a scarce place begins. Of those who could come here some will go without, and it costs at least
 * what the place is worth to them: of `those`, about the highest of as many values drawn from the column; somewhat
 * less, since it is mostly the low ones who go without, and a price too high is dearer to mend than one too low. */
static int32_t ask_first(const struct auction *a, int32_t place, struct lack lack)
{
    const struct market_column *column = &a->m->columns[place];
    int32_t sample[SAMPLE], count = column->count < SAMPLE ? column->count : SAMPLE;
    int64_t those = lack.without * column->count;

    for (int32_t k = 0; k < count; k++) {
        int32_t value = column->at[(int64_t)k * column->count / count].score >> a->shift, at = k;
        for (; at > 0 && sample[at - 1] > value; at--)
            sample[at] = sample[at - 1];
        sample[at] = value;
    }
    int64_t value = sample[count * those / (those + 4 * lack.citizens)];
    return a->value_max + (int32_t)(value * (those + 4 * lack.citizens) / (those + 6 * lack.citizens));
}

static void asks_begin(struct auction *a, bool is_scarce_part)
{
    const struct matching *m = a->m;
    struct lack lack = lack_of(a);

    for (int32_t j = 0; j < m->places; j++)
        if (m->is_scarce[j] != is_scarce_part || a->stalls[j].seats == 0)
            a->ask[j] = ASK_NEVER;
        else
            a->ask[j] = is_scarce_part && lack.without > 0 ? ask_first(a, j, lack) : 0;
}

/* Scarce places and who competes for them, or all the others. In the first a price counts from PERSON - value_max,
 * so that somebody goes without when the worth falls below -value_max. */
static void part_run(struct auction *a, bool is_scarce_part)
{
    struct matching *m = a->m;
    int64_t base = is_scarce_part ? MATCHING_PERSON - m->value_max : 0;
    int32_t count = 0;

    a->worth_min = is_scarce_part ? -a->value_max : -ASK_MAX;
    a->is_over = false;
    for (int32_t i = 0; i < m->citizens; i++) {
        a->is_in[i] = m->is_competing[i] == is_scarce_part && m->rows[i].count > 0 && !m->is_away[i];
        count += a->is_in[i];
    }
    if (count == 0)
        return;
    asks_begin(a, is_scarce_part);
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
