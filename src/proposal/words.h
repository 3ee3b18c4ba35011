/* SPDX-License-Identifier: MIT
 * words.h: why, in words on both sides: "Dansk A2", "kravet er A2", "15 af 15". The same words are shown and stored. */
#ifndef PROPOSAL_WORDS_H
#define PROPOSAL_WORDS_H

#include "proposal/market.h"
#include "web/say.h"

/* One criterion of one pair. */
struct reason {
    const char *id, *label, *hers, *theirs;
    const char *points, *most;        /* As written, NULL when the criterion gives none. */
    int32_t share;                    /* Thousandths of the points. */
    int width;                        /* Of the bar's frame, by the weight. */
    bool is_demand, is_met, is_missing;
};
struct reasons {
    struct reason *at;
    size_t count;
};

/* All criteria of a pair in the file's order. */
struct reasons reasons_of(struct arena *arena, enum language language, const struct proposal_market *market,
                          int32_t citizen, int32_t place);

/* As lines to store: id, share, weight, what it was, hers, theirs; Danish, one criterion a line. And back. */
const char *reasons_stored(struct arena *arena, const struct proposal_market *market, int32_t citizen, int32_t place);
struct reasons reasons_read(struct arena *arena, enum language language, const struct criteria *criteria, const char *stored);

/* "Solgården, hjælpe i køkken" */
const char *place_name(struct arena *arena, const struct offered *offered);

/* Points of a hundred: "90". */
const char *score_words(struct arena *arena, int64_t score);

/* What one demand says no with, as a sentence: "Vej: 62 min. (skøn), højst 45". */
const char *refusal_words(struct arena *arena, enum language language, const struct proposal_market *market,
                          enum measure measure, int32_t citizen, int32_t place);

#endif
