/* SPDX-License-Identifier: MIT
 * witness.h: prices that prove an assignment best, found from the assignment alone: for one that somebody else
 * made. Part of the checker; shares no code with the solver. */
#ifndef MATCHING_WITNESS_H
#define MATCHING_WITNESS_H

#include "matching/certificate.h"

/* Writes the lowest prices by which nobody in the claim's assignment would rather have another place. True when
 * there are such and they prove it best; otherwise what is written is a price for each place all the same, from which
 * certificate_check works out a bound. claim->price is not read. The assignment must be one of the market: pairs that
 * there are, seats that suffice. */
bool witness_find(struct arena *arena, const struct certificate_claim *claim, int64_t *price);

#endif
