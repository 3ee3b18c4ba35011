/* SPDX-License-Identifier: MIT
 * certificate.h: is this assignment the best there can be? The checker knows a market, an assignment and a price for
 * each place, and proves with them: weak duality. It shares no code with the solver, so that a mistake there
 * cannot hide here. Nothing is believed but the market itself.
 *
 * A citizen with a place is worth MATCHING_PERSON and her score; no sum of scores reaches one person more. For any
 * prices of 0 and more no assignment is worth more than every citizen's best (worth minus price, or nothing) and
 * the price of every seat together. Where the two are equal, both are proven. */
#ifndef MATCHING_CERTIFICATE_H
#define MATCHING_CERTIFICATE_H

#include "matching/matching.h"

/* 2^57: more than 2^24 citizens with 2^31 points each, and a few of them fit 63 bits. */
enum { MATCHING_PERSON_BITS = 57 };
#define MATCHING_PERSON ((int64_t)1 << MATCHING_PERSON_BITS)

/* The pairs of a citizen, their values in `score`. */
struct market_row {
    struct market_pair *at;
    int32_t count, room;
};

/* The pairs of a place, seen from it. */
struct market_column_pair {
    int32_t citizen, score;
};
struct market_column {
    struct market_column_pair *at;
    int32_t count, room;
};

/* What is checked. Citizens who are away have no place and count for nothing. */
struct certificate_claim {
    int32_t citizens, places;
    const struct market_row *rows;
    const struct market_column *columns;    /* For certificate_update; may be NULL before that. */
    const int32_t *capacity;
    const bool *is_away;                    /* NULL: nobody. */
    const int32_t *place_of;
    const int64_t *price;
    const int64_t *gain;                    /* For certificate_update: each citizen's best, worth minus price. */
};

/* A sum of worths, kept in two parts since persons times people is more than 63 bits. */
struct certificate_sum {
    int64_t persons, points;
};

enum certificate_fault {
    CERTIFICATE_FINE,
    CERTIFICATE_NO_SUCH_PAIR,   /* Somebody has a place that is none of hers. */
    CERTIFICATE_AWAY,           /* Somebody who is away has a place. */
    CERTIFICATE_OVERFULL,       /* More citizens than seats. */
    CERTIFICATE_PRICE,          /* A price below 0, or a sum too large to add. */
    CERTIFICATE_GAIN,           /* certificate_update: a pair is worth more than gain and price. */
    CERTIFICATE_NOT_BEST,       /* All is well, but the bound is higher than what was reached. */
};

/* What the checker found, and what it remembers for the next update. */
struct certificate {
    enum certificate_fault fault;
    int32_t at;                         /* The citizen or place of the fault. */
    struct certificate_sum reached, bound;
    int32_t citizens, room, places;
    int32_t *place_of, *value, *taken, *capacity;
    int64_t *price, *gain;
    bool *was_away;
};

/* Checks all of it. What is remembered lives in the arena; pass the same certificate again to use its memory again.
 * True when the assignment is proven best. `bound` holds whenever fault is FINE or NOT_BEST. */
bool certificate_check(struct certificate *certificate, struct arena *arena, const struct certificate_claim *claim);

/* Checks what differs from what was last proven. `changed` is the citizen whose pairs, presence or values were
 * changed, or MATCHING_NONE; all else that differs the checker finds itself. False as above; then only a full check
 * helps. */
bool certificate_update(struct certificate *certificate, struct arena *arena, const struct certificate_claim *claim,
                        int32_t changed);

#endif
