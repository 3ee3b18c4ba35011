/* SPDX-License-Identifier: MIT
 * holding.c: what cases about absence hold about a citizen: told on her request, emptied of words with her erasure. */
#include "sanction/sanction.h"

static const struct seen_word seen[] = {
    { "sanction_", SAY("sager om fravær") },
    { "absence_without_case", SAY("fravær uden sag") },
    { "absence_waiting_people", SAY("fravær uden sag") },
    { "guidance_handed_over", SAY("udleveret vejledning") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct sanction_told_row_list all = sanction_told(db, citizen);
    struct sanction_step_told_row_list steps = sanction_steps_told(db, citizen);

    tell_table(t, SAY("Sager om fravær"));
    for (size_t i = 0; i < all.count; i++) {
        tell_row(t);
        tell_code(t, SAY("Hvad"), "sanction_kind", all.at[i].kind);
        tell_day(t, SAY("Fravær fra"), all.at[i].breach_day);
        tell_code(t, SAY("Status"), "sanction_state", all.at[i].state);
        tell_code(t, SAY("Udfald"), "sanction_outcome", all.at[i].outcome);
        tell_code(t, SAY("Hvorfor stoppet"), "sanction_reason", all.at[i].reason);
    }
    tell_table(t, SAY("Skridt i sager om fravær"));
    for (size_t i = 0; i < steps.count; i++) {
        bool is_ruling = text_is(steps.at[i].kind, sanction_step_codes[STEP_DECIDED]);
        tell_row(t);
        tell_code(t, SAY("Hvad"), "sanction_step", steps.at[i].kind);
        tell_day(t, SAY("Hvornår"), steps.at[i].happened_day);
        tell_day(t, SAY("Frist"), steps.at[i].due_day);
        tell_text(t, SAY("Ord"), steps.at[i].words);
        tell_text(t, SAY("Om rådighed"), is_ruling ? "" : steps.at[i].more_words);
        tell_text(t, SAY("Måneder, eller kr. om dagen"), is_ruling ? steps.at[i].more_words : "");
        tell_flag(t, SAY("Fortrudt"), steps.at[i].undone_at != INSTANT_NONE);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    sanction_steps_erase(db, citizen);
}

const struct holding sanction_holding = {
    .title = SAY("Sager om fravær"),
    .goes = SAY("det, medarbejdere, borgeren og andre skrev i sagerne"),
    .stays = SAY("at der var en sag, hvornår hvert skridt blev taget, og hvordan den endte"),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
