/* SPDX-License-Identifier: MIT
 * holding.c: what meetings hold about a citizen: her own, and what was said about her at a unit's. */
#include "meeting/meeting.h"
#include "meeting/pages.h"

static const struct seen_word seen[] = {
    { "meeting_", SAY("samtaler og møder") },
    { "meeting_insert", SAY("aftalte et møde") },
    { "meeting_set_", SAY("rettede et møde") },
    { "meeting_of_staff", SAY("egen kalender") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct meeting_told_row_list meetings = meeting_told(db, citizen);
    struct meeting_told_said_row_list said = meeting_told_said(db, citizen);

    tell_table(t, SAY("Samtaler og møder"));
    for (size_t i = 0; i < meetings.count; i++) {
        tell_row(t);
        tell_instant(t, SAY("Hvornår"), meetings.at[i].meets_at);
        tell_code(t, SAY("Hvordan"), "meeting_kind", meetings.at[i].way);
        tell_code(t, SAY("Status"), "meeting_state", meetings.at[i].state);
        tell_text(t, SAY("Sted"), meetings.at[i].place);
        tell_text(t, SAY("Med"), meetings.at[i].staff_name);
        tell_text(t, SAY("Aftalt"), meetings.at[i].agreed);
        tell_text(t, SAY("Note"), meetings.at[i].note);
    }
    tell_table(t, SAY("Sagt på enhedens møder"));
    for (size_t i = 0; i < said.count; i++) {
        tell_row(t);
        tell_instant(t, SAY("Hvornår"), said.at[i].meets_at);
        tell_text(t, SAY("Sagt"), said.at[i].said);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    meeting_points_erase(db, citizen);
    meeting_parties_erase(db, citizen);
    meeting_said_erase(db, citizen);
    meeting_erase(db, citizen);
}

const struct holding meeting_holding = {
    .title = SAY("Samtaler og møder"),
    .goes = SAY("Aftaler, noter, referater og navne på dem, der var med."),
    .stays = SAY("Hvornår og hvordan der blev holdt møde, til statistik uden navn."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
