/* SPDX-License-Identifier: MIT
 * alike.h: what was found once for one citizen holds for all who are alike in what the criterion looks at: where somebody
 * lives, or how many hours she wants. So a unit asks a few hundred times, not once for each of its people. */
#ifndef PROPOSAL_ALIKE_H
#define PROPOSAL_ALIKE_H

#include "base/arena.h"
#include "proposal/rules.h"

/* All that a measure reads of a citizen; not for MEASURE_WISH and MEASURE_SKILLS, which go by job function, nor for what
 * reads where she has been. */
struct alike {
    uint64_t a, b;
};
struct alike alike_of(enum measure measure, const struct seeker *seeker);

/* Answers kept by likeness; a newcomer takes the room of the one who had her slot, so that the memory has an end. */
struct alike_cache {
    struct arena *arena;
    size_t slots, size;
    struct alike *keys;
    void **kept;
};

/* Room for answers of `size` bytes, `most` bytes in all at most (and at least one answer). */
struct alike_cache alike_cache_new(struct arena *arena, size_t size, size_t most);

/* The room of an answer: with it in it, or to be filled (`is_new`, all zero). Holds until the next call. */
void *alike_find(struct alike_cache *cache, struct alike key, bool *is_new);

#endif
