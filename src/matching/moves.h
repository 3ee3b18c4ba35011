/* SPDX-License-Identifier: MIT
 * moves.h: who moved, as a chain that can be told. */
#ifndef MATCHING_MOVES_H
#define MATCHING_MOVES_H

#include "matching/change.h"

/* Notes where everybody is. */
void moves_begin(struct matching *matching);

/* Writes who is elsewhere now, the chain of `about` first. */
void moves_end(struct matching *matching, struct arena *arena, int32_t about, struct matching_change *change);

#endif
