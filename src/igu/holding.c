/* SPDX-License-Identifier: MIT
 * holding.c: what IGU contracts hold about a citizen: her weeks at school. */
#include "igu/pages.h"

static const struct seen_word seen[] = {
    { "igu_", SAY("IGU-kontrakt og skoleuger") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct igu_week_told_list weeks = igu_weeks_of_citizen(db, citizen);

    tell_table(t, SAY("Skoleuger"));
    for (size_t i = 0; i < weeks.count; i++) {
        tell_row(t);
        tell_day(t, SAY("Fra"), weeks.at[i].monday_day);
        tell_flag(t, SAY("Afholdt"), weeks.at[i].event != 0);
    }
}

const struct holding igu_holding = {
    .title = SAY("IGU-kontrakt"),
    .goes = SAY("Navnet på skolen."),
    .stays = SAY("Skoleugerne, til statistik uden navn."),
    .seen = seen,
    .tell = tell,
    .erase = igu_erase,
};
