/* SPDX-License-Identifier: MIT
 * private.h: how a matching is held, for the files of this folder.
 *
 * Inside, a pair has a *value*: score * factor + waiting, so that waiting time breaks ties (an exchange along one path
 * changes who waits by at most MATCHING_WAITING_MAX, so a factor of one more keeps the order strict). A citizen with a
 * place is worth MATCHING_PERSON + value. `price` of a place and `gain` of a citizen are the dual solution:
 *     gain[i] + price[j] >= MATCHING_PERSON + value, equal where i has j;  gain[i] = 0 for who has no place;
 *     price[j] = 0 where a seat is free.
 * While these hold for all, the assignment is the best there is. */
#ifndef MATCHING_PRIVATE_H
#define MATCHING_PRIVATE_H

#include "matching/certificate.h"
#include "matching/matching.h"

/* The gain of one who is away: no pair of hers can look tight. */
#define MATCHING_AWAY ((int64_t)1 << 61)

/* A pair that may not come back by way of a source; a list for each citizen. */
struct forbidden {
    struct forbidden *next;
    int32_t place;
};

/* A pair below the floor. */
struct hidden {
    int32_t citizen, place, value;
};

/* Scratch of the searches in repair.c: places by distance. */
struct search {
    int64_t *distance;
    int32_t *stamp, now;            /* distance[j] counts only when stamp[j] == now. */
    int32_t *parent;                /* The citizen through whom the place was reached. */
    int32_t *came_from;             /* Reverse only: the place she would come to. */
    int32_t *settled, settled_count;
    int32_t *ready, ready_count;    /* Reached at the distance that stands: no heap needed. */
    struct heap_entry *heap;
    int32_t *heap_at, heap_count;   /* Where in the heap a place is, -1 for nowhere. */
};

struct matching {
    struct arena *arena;
    struct matching_options options;
    int32_t citizens, citizens_room, places;
    int64_t pairs;
    int32_t factor;                 /* From score to value. */
    int32_t value_max;              /* The highest value of any pair so far. */
    struct market_row *rows;
    struct market_column *columns;
    int32_t *dense;                 /* Values, citizens x places, where there is every pair; NULL otherwise, and for
                                     * good once a pair changes. */
    int32_t *waiting;
    int32_t *capacity;              /* Seats in the market: locked ones are out. */
    int32_t *taken;
    int32_t *locked_seats;
    bool *is_away;                  /* Left, or locked. */
    bool *is_gone;                  /* Left. */
    bool *is_told;                  /* moves.c */
    bool *is_scarce, *is_competing; /* The split of places and citizens, cardinality.c. */
    int32_t *was_at;                /* moves.c: her place before a change. */
    int32_t *locked_at;             /* The place she is locked to. */
    struct forbidden **forbidden;
    int32_t *place_of;              /* In the market; a locked citizen has none here. */
    int32_t *first, *next, *before; /* Who has a place, as a list for each. */
    int64_t *price, *gain;
    int64_t *score_price;           /* pricing.c */
    bool is_priced;                 /* The source has nothing better, or there is none. */
    int64_t locked_score;
    int32_t locked_count;
    int32_t *scratch_citizens, *scratch_places;     /* Twice as many as there is room for. */
    int32_t scratch_room;
    struct hidden *hidden;          /* fair.c */
    int32_t hidden_below;           /* Values below this are out of sight. */
    struct auction *auction;        /* The memory of the last one. */
    size_t hidden_count, hidden_room;
    struct search search;
    struct certificate certificate;
    struct matching_result result;
};

/* --- rows.c: pairs and seats. --- */

void rows_read(struct matching *m, const struct market *market);
void rows_grow(struct matching *m);             /* Room for one citizen more. */
void row_push(struct matching *m, int32_t citizen, int32_t place, int32_t value);    /* One that is not held. */
void row_add(struct matching *m, int32_t citizen, int32_t place, int32_t value);
bool row_remove(struct matching *m, int32_t citizen, int32_t place);
struct market_pair *row_find(const struct matching *m, int32_t citizen, int32_t place);
void columns_build(struct matching *m);
int32_t value_of(const struct matching *m, int32_t citizen, int32_t score);
int32_t score_in(const struct matching *m, int32_t value);

void seat_take(struct matching *m, int32_t citizen, int32_t place);
void seat_leave(struct matching *m, int32_t citizen);
void seats_clear(struct matching *m);

static inline bool has_free_seat(const struct matching *m, int32_t place)
{
    return m->taken[place] < m->capacity[place];
}

/* --- The steps of a solve. --- */

/* cardinality.c: as many citizens as possible get a seat, from whoever has one, by pairs of at least a value; and who
 * competes for too few seats: is_scarce, is_competing. */
void cardinality_reach(struct matching *m, int32_t floor);

/* auction.c: prices that are nearly right, and most seated. */
void auction_run(struct matching *m);

/* fair.c: the highest floor of scores by which as many can be seated, and the pairs below it out of sight; all below
 * the floor as it was; and all back in sight. */
void fair_restrict(struct matching *m);
void fair_hide(struct matching *m);
void fair_lift(struct matching *m);

/* repair.c: from any prices of 0 and more, and any assignment that seats nobody twice or too many, to the best. */
void repair_all(struct matching *m);

/* The same when only these are wrong: a citizen without a place whose gain is right, a place with a free seat. */
void repair_citizen(struct matching *m, int32_t citizen);
void repair_place(struct matching *m, int32_t place);

/* After her pairs changed: her gain, her seat if it is no longer her best, and what follows. */
void repair_refresh(struct matching *m, int32_t citizen);

/* The best that is left of a citizen's pairs when the price is paid; 0 for no place. */
int64_t repair_gain(const struct matching *m, int32_t citizen);

/* pricing.c: asks the source until it has nothing better; the last round is the proof. False when there was
 * no end to it. */
void pricing_begin(struct matching *m);
bool pricing_run(struct matching *m);

/* matching.c: the checker's word on how it stands; falls back to the plain way when it says no. `changed` as in
 * certificate_update. */
void matching_certify(struct matching *m, int32_t changed);
void matching_certify_fully(struct matching *m);

/* A difference of worths as persons and points. */
struct matching_worth worth_of(const struct matching *m, int64_t worth);

int64_t matching_clock(const struct matching *m);

/* Adds what passed since `began` to a phase; returns the moment. */
int64_t matching_clock_add(struct matching *m, enum matching_phase phase, int64_t began);

#endif
