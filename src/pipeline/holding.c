/* SPDX-License-Identifier: MIT
 * holding.c: what boards hold about a citizen: which she is on, how far she came, why she stopped. */
#include "pipeline/pipeline.h"

static const struct seen_word seen[] = {
    { "pipeline_", SAY("rekrutteringstavle") },
    { "pipeline_citizen_card_insert", SAY("satte på rekrutteringstavle") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct pipeline_told_row_list cards = pipeline_told(db, citizen);
    const struct pipeline_shape *shape = &pipeline_shapes[PIPELINE_COHORT];

    tell_table(t, SAY("Rekruttering"));
    for (size_t i = 0; i < cards.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Tavle"), cards.at[i].board_name);
        tell_text(t, SAY("Område"), cards.at[i].area);
        tell_code(t, SAY("Trin"), shape->place_list, shape->places[cards.at[i].place]);
        tell_day(t, SAY("Siden"), cards.at[i].moved_day);
        if (cards.at[i].is_stopped)
            tell_code(t, SAY("Stoppet, fordi"), shape->reason_list, cards.at[i].stop_reason);
    }
}

const struct holding pipeline_holding = {
    .title = SAY("Rekruttering til en virksomhed"),
    .goes = SAY("Ydelsen på kortet og grunden til at stoppe."),
    .stays = SAY("Hvilke trin og hvornår, til statistik uden navn."),
    .seen = seen,
    .tell = tell,
    .erase = pipeline_erase,
};
