/* SPDX-License-Identifier: MIT
 * holding.c: what is held about a citizen and volunteer mentors. */
#include "volunteer/volunteer.h"

static const struct seen_word seen[] = {
    { "volunteer_", SAY("frivillig mentor") },
    { "mentor_wish", SAY("ønske om en mentor") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct volunteer_match_told_row_list rows = volunteer_match_told(db, citizen);
    struct mentor_wish_told_row wish;

    tell_table(t, SAY("Frivillig mentor"));
    if (mentor_wish_told(db, citizen, &wish)) {
        tell_row(t);
        tell_instant(t, SAY("Ønsker en mentor siden"), wish.wished_at);
        tell_code(t, SAY("Branche"), "branch", wish.branch);
    }
    for (size_t i = 0; i < rows.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Mentor"), rows.at[i].volunteer_name);
        tell_code(t, SAY("Tilstand"), "volunteer_state", rows.at[i].state);
        tell_instant(t, SAY("Foreslået"), rows.at[i].proposed_at);
        tell_instant(t, SAY("Slut"), rows.at[i].ended_at);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    mentor_wish_drop(db, citizen);
}

const struct holding volunteer_holding = {
    .title = SAY("Frivillig mentor"),
    .goes = SAY("Ønsket om en mentor."),
    .stays = SAY("At der var en mentor, til statistik uden navn."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
