/* SPDX-License-Identifier: MIT
 * matching.h: citizens and places with seats, assigned jointly. As many citizens as possible get a place; among
 * all such assignments the sum of scores is the greatest. Each solve ends with a proof that is checked by
 * certificate.c, which shares no code with the solver. What changes afterwards is in change.h; what a person
 * should be told is in explain.h. Integers only; the same input gives the same assignment, byte for byte.
 *
 *     struct matching *m = matching_new(arena, &market, NULL);
 *     struct matching_result result = matching_solve(m);
 *     int32_t place = matching_place_of(m, citizen);    // MATCHING_NONE for nobody's place */
#ifndef MATCHING_MATCHING_H
#define MATCHING_MATCHING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum {
    MATCHING_NONE = -1,             /* No place, nobody. */
    MATCHING_SCORE_MAX = 1000000,   /* Scores are 0 to this; more is better. */
    MATCHING_WAITING_MAX = 2000,    /* Waiting time, in any unit the caller likes. */
    MATCHING_CITIZENS_MAX = 1 << 24, MATCHING_PLACES_MAX = 1 << 24,
};

/* A place that a citizen may have: every hard demand is met. */
struct market_pair {
    int32_t place, score;
};

/* The pairs of citizen i are pairs[start[i]] to pairs[start[i + 1] - 1], each place at most once, quickest when
 * places rise. Numbers are from 0. The market is read by matching_new only; the caller keeps its arrays. */
struct market {
    int32_t citizens, places;
    const int32_t *capacity;            /* Seats of each place, 0 or more. */
    const int64_t *start;               /* citizens + 1 */
    const struct market_pair *pairs;
};

/* --- Pairs that are not in the market: pricing. --- */

/* What a citizen's scan must look for. A pair can only matter when score > floor + price[place]: others are
 * proven to be of no use, so a caller need not work their score out. */
struct matching_scan {
    int32_t citizen;
    int64_t floor;
    const int64_t *price;               /* One for each place, 0 or more; may be far above any score. */
    struct matching_offers *offers;     /* The solver's. */
};

/* True when a pair with this score would matter; ask it with the best score still possible before working out the
 * real one. */
static inline bool matching_wants(const struct matching_scan *scan, int32_t place, int32_t score)
{
    return score > scan->floor + scan->price[place];
}

/* Offers a pair that matters; each place once in a scan. The best few are taken into the market. */
void matching_offer(struct matching_scan *scan, int32_t place, int32_t score);

/* All pairs that are feasible, where a market holds only some: `scan` goes through every feasible place of
 * scan->citizen and offers each that the solver wants. Without it, the market's pairs are all there are. */
struct matching_source {
    void *context;
    void (*scan)(void *context, struct matching_scan *scan);
};

/* --- Solving. --- */

struct matching_options {
    const struct matching_source *source;   /* NULL: the market has every pair. */
    const int32_t *waiting;     /* For each citizen 0 to MATCHING_WAITING_MAX: of assignments that are equal in number
                                 * and score, the one where those with a place have waited longest. NULL: none. */
    bool is_fair;               /* First make the lowest score of any matched pair as high as it can be without
                                 * leaving one more person out. Not together with a source. */
    int32_t core;               /* With a source: pairs to begin with for a citizen whose row is empty; 0: 16. */
    int64_t (*clock)(void);     /* Processor time in nanoseconds, for result.nanoseconds. NULL: not measured. */
};

enum matching_phase {
    MATCHING_PREPARE,       /* Reading the market. */
    MATCHING_CARDINALITY,   /* How many at most, and who competes for too few seats. */
    MATCHING_AUCTION,       /* Prices that are nearly right. */
    MATCHING_REPAIR,        /* Prices and assignment that are exactly right. */
    MATCHING_PRICING,       /* Looking at all feasible pairs. */
    MATCHING_CERTIFY,
    MATCHING_PHASE_COUNT
};

extern const char *const matching_phase_names[MATCHING_PHASE_COUNT];

struct matching_result {
    int32_t matched;        /* Citizens with a place. */
    int64_t score;          /* The sum of their pairs' scores. */
    int32_t matched_bound;  /* Proven: nobody can place more. */
    int64_t score_bound;    /* Proven: nobody who places that many can reach more. */
    int32_t lowest;         /* The lowest score of a matched pair; 0 when there is none. With is_fair the floor. */
    bool is_certified;      /* The checker agrees that both bounds hold and are reached, over all pairs of the market
                             * and, where there is one, of the source. */
    bool is_fallback;       /* The quick way failed the checker, and the plain way was taken. Tell a developer. */
    int32_t rounds;         /* Of pricing. */
    int64_t pairs;          /* Held now; grows with pricing. */
    int64_t nanoseconds[MATCHING_PHASE_COUNT];
};

struct matching;

/* Reads the market into the arena, which must outlive the matching. `options` may be NULL. A check fails for
 * numbers out of range; use market_read (market_file.h) for markets that others wrote. */
struct matching *matching_new(struct arena *arena, const struct market *market, const struct matching_options *options);

/* Solves from nothing. */
struct matching_result matching_solve(struct matching *matching);

/* How it stands since the last solve or change. */
struct matching_result matching_result(const struct matching *matching);

/* The citizen's place, or MATCHING_NONE. Also for a locked pair. */
int32_t matching_place_of(const struct matching *matching, int32_t citizen);

/* The score of a pair that is held; false when it is not. */
bool matching_score_of(const struct matching *matching, int32_t citizen, int32_t place, int32_t *score);

/* What one seat more at the place is worth: `persons` more with a place (0 or 1), and points of score beside that
 * (which may be negative when a person more costs others points). Zero and zero where a seat is free. */
struct matching_worth {
    int32_t persons;
    int64_t points;
};
struct matching_worth matching_price(const struct matching *matching, int32_t place);

#endif
