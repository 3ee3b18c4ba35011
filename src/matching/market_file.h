/* SPDX-License-Identifier: MIT
 * market_file.h: markets and assignments as text, for measuring and for checking others. A market is a line
 * `market CITIZENS PLACES PAIRS`, then `place PLACE SEATS` for each place that has not one seat, and
 * `pair CITIZEN PLACE SCORE`; an assignment is a line `match CITIZEN PLACE` for each who has a place. Numbers are from
 * 0. Empty lines and what follows a # are passed over. */
#ifndef MATCHING_MARKET_FILE_H
#define MATCHING_MARKET_FILE_H

#include "base/text.h"
#include "matching/matching.h"

/* Where a file is wrong, and why; line 0 for the file as a whole. */
struct market_mistake {
    int64_t line;
    const char *why;    /* In the arena. */
};

/* Reads a market; its pairs are put in order where the file is not. False at the first mistake. Everything is in the
 * arena; the bytes are not needed afterwards. */
bool market_read(struct arena *arena, const char *bytes, size_t length, struct market *market,
                 struct market_mistake *mistake);

/* Reads an assignment: place_of[citizen], MATCHING_NONE for who is not in it. That citizen and place have a pair and
 * that seats suffice is the checker's business. False at the first mistake. */
bool assignment_read(struct arena *arena, const char *bytes, size_t length, const struct market *market,
                     const int32_t **place_of, struct market_mistake *mistake);

/* Writes what the readers read. */
void market_write(struct text *text, const struct market *market);
void assignment_write(struct text *text, int32_t citizens, const int32_t *place_of);

#endif
