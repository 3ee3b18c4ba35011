/* SPDX-License-Identifier: MIT
 * holding.c: which volunteers a citizen has or had. That she wants one is held by src/workplace, what was proposed and
 * answered by src/proposal. */
#include "volunteer/volunteer.h"

static const struct seen_word seen[] = {
    { "volunteer_", SAY("frivillig mentor") },
    { "mentor_", SAY("ønske om en mentor") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct volunteer_match_told_row_list rows = volunteer_match_told(db, citizen);

    tell_table(t, SAY("Frivillig mentor"));
    for (size_t i = 0; i < rows.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Frivillig"), rows.at[i].volunteer_name);
        tell_code(t, SAY("Hjælper som"), "volunteer_kind", rows.at[i].kind);
        tell_code(t, SAY("Tilstand"), "proposal_state", rows.at[i].state);
        tell_instant(t, SAY("Foreslået"), rows.at[i].accepted_at);
    }
}

const struct holding volunteer_holding = {
    .title = SAY("Frivillig mentor"),
    .goes = SAY("Ønsket om en mentor."),
    .stays = SAY("At der var en mentor, til statistik uden navn."),
    .seen = seen,
    .tell = tell,
};
