/* SPDX-License-Identifier: MIT
 * holding.c: what enquiries hold about a citizen: that a company came with a problem at her placement. */
#include "enquiry/enquiry.h"

static const struct seen_word seen[] = {
    { "enquiry_", SAY("henvendelser fra virksomheden") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct enquiry_told_row_list all = enquiry_told(db, citizen);
    struct enquiry_step_told_row_list steps = enquiry_steps_told(db, citizen);

    tell_table(t, SAY("Henvendelser fra virksomheden"));
    for (size_t i = 0; i < all.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Virksomhed"), all.at[i].company_name);
        tell_code(t, SAY("Hvad"), "enquiry_kind", all.at[i].kind);
        tell_instant(t, SAY("Modtaget"), all.at[i].received_at);
        tell_code(t, SAY("Status"), "enquiry_state", all.at[i].state);
        tell_text(t, SAY("Ord"), all.at[i].words);
    }
    for (size_t i = 0; i < steps.count; i++) {
        tell_row(t);
        tell_code(t, SAY("Hvad"), "enquiry_step", steps.at[i].kind);
        tell_instant(t, SAY("Hvornår"), steps.at[i].taken_at);
        tell_code(t, SAY("Udfald"), "enquiry_outcome", steps.at[i].outcome);
        tell_text(t, SAY("Ord"), steps.at[i].words);
        tell_text(t, SAY("Lederens ord"), steps.at[i].leader_words);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    enquiry_erase(db, citizen);
    enquiry_steps_erase(db, citizen);
}

const struct holding enquiry_holding = {
    .title = SAY("Henvendelser fra virksomheder"),
    .goes = SAY("det, virksomheden og medarbejderne skrev"),
    .stays = SAY("at virksomheden henvendte sig, hvornår, og hvordan det endte"),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
