/* SPDX-License-Identifier: MIT
 * private.h: what meetings with a citizen and meetings of a unit share. For this folder only. */
#ifndef MEETING_PRIVATE_H
#define MEETING_PRIVATE_H

#include "engine/event.h"
#include "meeting/meeting.h"

/* Who was there. */
struct meeting_guests {
    const struct meeting_guest *at;
    size_t count;
};

/* An event about a meeting in the citizen's stream, or the unit's; its logical id. `came` (NULL: nobody is told) gives
 * how many came, and each role beside the citizen as a field of its own. */
int64_t meeting_append(struct db *db, const struct meeting_row *meeting, enum event_kind kind, instant at,
                       const struct meeting_guests *came);

/* Writes who was asked and who came, anew; how many came. */
int meeting_write_guests(struct db *db, struct meeting_id meeting, struct citizen_id citizen,
                         const struct meeting_guest *guests, size_t count);

/* What became of a booked meeting, with its event. False, and the event void, when overtaken. */
bool meeting_set_result(struct db *db, const struct meeting_row *booked, const char *state, enum event_kind kind,
                        instant at, const struct meeting_guests *came);

#endif
