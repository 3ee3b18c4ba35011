/* SPDX-License-Identifier: MIT
 * change.h: one change to a solved matching, re-solved at once from where it stood and certified again. A
 * caseworker's keys: lock, forbid, reserve, close, add; and citizens who come and go. Every change answers with who
 * moved where. All come after matching_solve. */
#ifndef MATCHING_CHANGE_H
#define MATCHING_CHANGE_H

#include "matching/matching.h"

struct matching_move {
    int32_t citizen, from, to;      /* Places, or MATCHING_NONE. */
};

/* What a change led to. Where it was not possible nothing has changed and there are no moves. */
struct matching_change {
    bool is_possible;
    bool is_certified;
    int32_t citizen;                /* The one it was about; of an arrival her number; MATCHING_NONE for places. */
    int32_t matched_change;         /* Persons with a place, after minus before. */
    int64_t score_change;
    const struct matching_move *moves;  /* In the arena of the call, as a chain: who takes the seat that the one
                                         * before gave up, or gives up the seat that the one before took. */
    size_t move_count;
};

/* She has this place, whatever else: the pair and its seat are taken out of the market. Not possible for a pair that
 * is not held (see change_pair), for one who is locked or away, or when every seat is locked. */
struct matching_change change_lock(struct matching *matching, struct arena *arena, int32_t citizen, int32_t place);
struct matching_change change_unlock(struct matching *matching, struct arena *arena, int32_t citizen);

/* She may not have this place; a source's offers of it are refused too. Not possible for a locked pair. */
struct matching_change change_forbid(struct matching *matching, struct arena *arena, int32_t citizen, int32_t place);

/* A new pair, a new score for one that is held, or a forbidden one allowed again. */
struct matching_change change_pair(struct matching *matching, struct arena *arena, int32_t citizen, int32_t place,
                                   int32_t score);

/* Seats of a place, in all, with those that are locked; not possible below the number of locked ones. */
struct matching_change change_capacity(struct matching *matching, struct arena *arena, int32_t place, int32_t seats);

/* One seat more; one seat kept back; all seats but the locked ones gone. */
struct matching_change change_add_seat(struct matching *matching, struct arena *arena, int32_t place);
struct matching_change change_reserve_seat(struct matching *matching, struct arena *arena, int32_t place);
struct matching_change change_close_place(struct matching *matching, struct arena *arena, int32_t place);

/* The seats of a place now, with those that are locked. */
int32_t matching_capacity(const struct matching *matching, int32_t place);

/* A citizen leaves (her number stays hers, her lock is lifted), comes back with the pairs she had, or is new: then
 * change.citizen is her number, the next after all others. */
struct matching_change change_leave(struct matching *matching, struct arena *arena, int32_t citizen);
struct matching_change change_return(struct matching *matching, struct arena *arena, int32_t citizen);
struct matching_change change_arrive(struct matching *matching, struct arena *arena, const struct market_pair *pairs,
                                     size_t count, int32_t waiting);

#endif
