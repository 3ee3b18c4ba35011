/* SPDX-License-Identifier: MIT
 * danish.h: Danish education step by step: modules passed, and the day of the next one if it goes on at the same pace.
 * The arithmetic is in rules.h; tests that are passed are in src/hours, which asks for them first. */
#ifndef DANISH_DANISH_H
#define DANISH_DANISH_H

#include "citizen/holding.h"
#include "danish/rules.h"
#include "danish_sql.h"
#include "law/danish_track.h"
#include "web/route.h"
#include "web/say.h"

extern const struct feature danish_feature;
extern const struct holding danish_holding;

/* A module is passed on a day, event fact.set(danish_module). False when it is written already. */
bool danish_pass(struct db *db, struct citizen_id citizen, const char *track, int64_t module, day on, const char *source);

/* It was a mistake: the row goes and the event is voided. False when there is no such step of hers. */
bool danish_unpass(struct db *db, struct citizen_id citizen, struct danish_step_id step);

/* Where somebody stands in her track, and the pace; modules are those of today's row. `track` NULL: none, or one without
 * modules. */
struct danish_standing {
    const struct danish_track *track;
    struct pace pace;
};
/* `track` is the code on the citizen's page. */
struct danish_standing danish_standing(struct db *db, struct citizen_id citizen, const char *track);

/* The pace in a sentence with its arithmetic, or why there is none. */
const char *danish_pace_say(struct arena *arena, enum language language, const struct danish_standing *standing, day today);

#endif
