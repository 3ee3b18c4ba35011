/* SPDX-License-Identifier: MIT
 * holding.c: what proposals hold about a citizen: where she was proposed and why, what was decided, what was answered. */
#include "proposal/proposal.h"
#include "proposal/words.h"

static const struct seen_word seen[] = {
    { "proposal_", SAY("forslag til plads") },
    { "proposal_step_insert", SAY("besluttede om et forslag til plads") },
    { "proposal_seekers", SAY("forslag til plads: hele enheden") },
    { 0 },
};

static void tell_reasons(struct telling *t, const struct proposal_told_row *row)
{
    struct reasons reasons = reasons_read(t->arena, t->language, criteria_kept(), row->facts);

    for (size_t i = 0; i < reasons.count; i++) {
        const struct reason *r = &reasons.at[i];
        tell_text(t, r->label, r->points == NULL ? arena_format(t->arena, "%s / %s", r->hers, r->theirs)
                                                 : arena_format(t->arena, "%s / %s: %s/%s", r->hers, r->theirs, r->points, r->most));
    }
}

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct proposal_told_row_list rows = proposal_told(db, citizen);
    struct proposal_step_told_row_list steps = proposal_step_told(db, citizen);

    tell_table(t, SAY("Forslag til plads"));
    for (size_t i = 0; i < rows.count; i++) {
        tell_row(t);
        tell_instant(t, SAY("Lavet"), rows.at[i].made_at);
        tell_text(t, SAY("Plads"), rows.at[i].place_words);
        tell_text(t, SAY("Virksomhed"), rows.at[i].company_name);
        tell_text(t, SAY("Point af 100"), score_words(t->arena, rows.at[i].score));
        tell_reasons(t, &rows.at[i]);
    }
    tell_table(t, SAY("Hvad der skete med forslagene"));
    for (size_t i = 0; i < steps.count; i++) {
        tell_row(t);
        tell_instant(t, SAY("Hvornår"), steps.at[i].taken_at);
        tell_code(t, SAY("Hvad"), "proposal_step", steps.at[i].kind);
        tell_code(t, SAY("Fordi"), "proposal_reason", steps.at[i].reason);
        tell_text(t, SAY("Ord"), steps.at[i].words);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    proposal_leave(db, citizen);
    proposal_erase_facts(db, citizen);
    proposal_erase_steps(db, citizen);
    proposal_erase_accepted(db, citizen);
    proposal_erase_controls(db, citizen);
}

const struct holding proposal_holding = {
    .title = SAY("Forslag til plads"),
    .goes = SAY("Begrundelser og alle ord om forslag."),
    .stays = SAY("At der var forslag og hvad der blev besluttet, til statistik uden navn."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
