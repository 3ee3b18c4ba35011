/* SPDX-License-Identifier: MIT
 * pricing.h: what a citizen's scan offers, for pricing.c and explain.c. */
#ifndef MATCHING_PRICING_H
#define MATCHING_PRICING_H

#include "matching/private.h"

struct offer {
    int32_t place, value;
    int64_t surplus;    /* By how much it is worth more than the floor when paid. */
};

struct matching_offers {
    const struct matching *m;
    int64_t floor;
    struct offer *at;   /* The best `most` so far, in no order. */
    int32_t count, most, least;
};

/* Asks the source for the best pairs of a citizen that are worth more than a floor (value minus price). */
void pricing_ask(struct matching *m, struct matching_offers *offers, int32_t citizen, int64_t floor);

#endif
