/* SPDX-License-Identifier: MIT
 * holding.c: what errands hold about a citizen: that a consultant was asked to find her a placement. */
#include "errand/errand.h"

static const struct seen_word seen[] = {
    { "errand", SAY("bad om at finde en praktik") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct errand_told_row_list all = errand_told(db, citizen);
    struct errand_step_told_row_list steps = errand_steps_told(db, citizen);

    tell_table(t, SAY("Bedt en konsulent finde en praktik"));
    for (size_t i = 0; i < all.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Konsulent"), all.at[i].consultant_name);
        tell_instant(t, SAY("Ønsket"), all.at[i].wished_at);
        tell_instant(t, SAY("Spurgt"), all.at[i].asked_at);
        tell_code(t, SAY("Status"), "errand_state", all.at[i].state);
        tell_code(t, SAY("Udfald"), "errand_outcome", all.at[i].outcome);
        tell_text(t, SAY("Ord"), all.at[i].words);
    }
    for (size_t i = 0; i < steps.count; i++) {
        tell_row(t);
        tell_code(t, SAY("Hvad"), "errand_step", steps.at[i].kind);
        tell_instant(t, SAY("Hvornår"), steps.at[i].taken_at);
        tell_text(t, SAY("Virksomhed"), steps.at[i].company_name);
        tell_text(t, SAY("Ord"), steps.at[i].words);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    errand_erase(db, citizen);
    errand_steps_erase(db, citizen);
}

const struct holding errand_holding = {
    .title = SAY("Ønsker om praktik, en konsulent er bedt om at finde"),
    .goes = SAY("det, sagsbehandler og konsulent skrev"),
    .stays = SAY("at en konsulent blev spurgt, hvornår, og hvordan det endte"),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
