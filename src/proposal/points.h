/* SPDX-License-Identifier: MIT
 * points.h: the points of one citizen at all places of a market. What a criterion gives is found once for all who are alike
 * in what it looks at (alike.h), wishes and skills once for each job function; a citizen's points are their sum. */
#ifndef PROPOSAL_POINTS_H
#define PROPOSAL_POINTS_H

#include "proposal/market.h"

struct points;

/* Ready for all citizens of a market whose rows are read; in the arena, a few megabytes at most beside it. */
struct points *points_new(struct arena *arena, const struct proposal_market *market);

/* One score for each place, 0 to SCORE_FULL: market_score where she may have the place, nothing in particular elsewhere.
 * Holds until the next call. */
const int32_t *points_scores(const struct proposal_market *market, int32_t citizen);

#endif
