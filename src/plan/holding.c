/* SPDX-License-Identifier: MIT
 * holding.c: what the plan holds about a citizen: her own words, goals, reviews and the agreement. */
#include "base/text.h"
#include "library/library.h"
#include "plan/plan.h"

static const struct seen_word seen[] = {
    { "own_words_", SAY("borgerens egne ord") },
    { "goal_", SAY("mål") },
    { "goal_insert", SAY("skrev et mål") },
    { "goal_update", SAY("rettede et mål") },
    { "goal_review_insert", SAY("fulgte op på et mål") },
    { "plan_", SAY("planen") },
    { "form_choice", SAY("valg af brancher og andet") },
    { 0 },
};

static void tell_words(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct own_words_shown_list words = own_words_all(db, citizen);

    tell_table(t, SAY("Egne ord"));
    for (size_t i = 0; i < words.count; i++) {
        tell_row(t);
        tell_instant(t, SAY("Skrevet"), words.at[i].written_at);
        tell_code(t, SAY("Om"), "own_words", words.at[i].topic);
        tell_text(t, SAY("Ord"), words.at[i].words);
        tell_text(t, SAY("På eget sprog"), words.at[i].words_foreign);
        tell_text(t, SAY("Oversat af"), words.at[i].translated_by);
    }
}

static void tell_goals(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct goal_row_list goals = goal_told(db, citizen);
    struct goal_review_row_list reviews = goal_reviews(db, citizen);

    tell_table(t, SAY("Mål"));
    for (size_t i = 0; i < goals.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Ord"), goals.at[i].words);
        tell_code(t, SAY("Status"), "goal_state", goals.at[i].state);
        tell_text(t, SAY("Fremgang"), goals.at[i].progress);
        tell_text(t, SAY("Aktivitet"), goals.at[i].activity);
        tell_day(t, SAY("Følges op"), goals.at[i].review_day);
        tell_day(t, SAY("Nået"), goals.at[i].reached_day);
    }
    tell_table(t, SAY("Opfølgning på mål"));
    for (size_t i = 0; i < reviews.count; i++) {
        tell_row(t);
        tell_day(t, SAY("Dag"), reviews.at[i].day);
        tell_code(t, SAY("Svar"), "review_decision", reviews.at[i].decision);
        tell_text(t, SAY("Note"), reviews.at[i].note);
    }
}

static void tell_choices(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct form_choice_row_list rows = form_choices(db, citizen);

    tell_table(t, SAY("Valg"));
    for (size_t i = 0; i < rows.count; i++) {
        const char *label = library_label_anywhere(rows.at[i].form, rows.at[i].item, (int)t->language);
        tell_row(t);
        tell_instant(t, SAY("Skrevet"), rows.at[i].chosen_at);
        tell_text(t, SAY("Valgt"), label == NULL ? rows.at[i].item : label);
    }
}

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct plan_row plan;

    tell_words(db, t, citizen);
    tell_goals(db, t, citizen);
    tell_choices(db, t, citizen);
    tell_table(t, SAY("Plan"));
    if (!plan_load(db, citizen, &plan))
        return;
    tell_row(t);
    tell_day(t, SAY("Aftalt"), plan.agreed_day);
    tell_text(t, SAY("Aftalt uden"), plan.agreed_without);
}

static void erase(struct db *db, struct citizen_id citizen)
{
    own_words_erase(db, citizen);
    goal_erase(db, citizen);
    goal_review_erase(db, citizen);
    plan_erase(db, citizen);
}

const struct holding plan_holding = {
    .title = SAY("Egne ord, mål og plan"),
    .goes = SAY("Borgerens ord, målenes ord og noter ved opfølgning."),
    .stays = SAY("Hvor mange mål, og hvornår de blev sat, fulgt op og nået, til statistik uden navn."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
