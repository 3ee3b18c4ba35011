/* SPDX-License-Identifier: MIT
 * holding.c: what Danish education holds about a citizen: the modules she has passed. */
#include "danish/danish.h"

static const struct seen_word seen[] = {
    { "danish_", SAY("danskuddannelse") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct danish_step_row_list steps = danish_steps(db, citizen);

    tell_table(t, SAY("Danskuddannelse"));
    for (size_t i = 0; i < steps.count; i++) {
        tell_row(t);
        tell_code(t, SAY("Danskuddannelse"), "danish_track", steps.at[i].track);
        tell_text(t, SAY("Modul"), arena_format(db_arena(db), "%lld", (long long)steps.at[i].module));
        tell_day(t, SAY("Dag"), steps.at[i].passed_day);
        tell_text(t, SAY("Kilde"), steps.at[i].source);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    danish_erase(db, citizen);
}

const struct holding danish_holding = {
    .title = SAY("Danskuddannelse"),
    .goes = SAY("Modulerne."),
    .stays = SAY("Intet."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
