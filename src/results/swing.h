/* SPDX-License-Identifier: MIT
 * swing.h: figures that change much from one month to the next are noted when it happens, once, whether or not
 * anybody looks or says why. */
#ifndef RESULTS_SWING_H
#define RESULTS_SWING_H

#include "results/results.h"

/* Notes that a rule's figure of a month changed beyond the limit: a row and the unit's event indicator.swung. False,
 * and nothing written, when it is noted already. */
bool swing_tell(struct db *db, const char *scheme, const char *rule, day month, struct unit_id unit);

/* For keeper_tasks: notes what swung in the last whole month. */
void swings_keep(struct db *db, struct arena *arena, instant now);

#endif
