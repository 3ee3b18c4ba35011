/* SPDX-License-Identifier: MIT
 * holding.c: what placements hold about a citizen: where she was, for how many hours, and what was said. */
#include "library/library.h"
#include "link_sql.h"
#include "placement/placement.h"
#include "placement/pages.h"
#include "placement/told.h"

static const struct seen_word seen[] = {
    { "placement_", SAY("praktik og job") },
    { "placement_insert", SAY("skrev en praktik") },
    { "centre_wait", SAY("venteliste til et virksomhedscenter") },
    { "placement_set_", SAY("rettede en praktik") },
    { "placement_hours_put", SAY("skrev timer") },
    { "placement_wage", SAY("timeløn") },
    { "placement_sign", SAY("forventninger og underskrifter") },
    { "placement_risk", SAY("hvad der kan gøre en praktik svær") },
    { "placement_absen", SAY("fravær fra praktik") },
    { "law_answer", SAY("svar, som loven spørger om") },
    { 0 },
};

static void tell_hours(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct placement_hours_row_list hours = placement_hours_of_citizen(db, citizen);

    tell_table(t, SAY("Timer om ugen"));
    for (size_t i = 0; i < hours.count; i++) {
        tell_row(t);
        tell_day(t, SAY("Fra"), hours.at[i].from_day);
        tell_text(t, SAY("Timer"), say_number(t->arena, t->language, hours.at[i].hours));
        tell_text(t, SAY("Lønnede"), say_number(t->arena, t->language, hours.at[i].paid));
    }
}

static void tell_wages(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct placement_wage_row_list wages = placement_wages_of_citizen(db, citizen);

    tell_table(t, SAY("Timeløn"));
    for (size_t i = 0; i < wages.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Virksomhed"), wages.at[i].company_name);
        tell_day(t, SAY("Fra"), wages.at[i].from_day);
        tell_text(t, SAY("Kroner i timen"), say_number(t->arena, t->language, wages.at[i].wage));
        tell_text(t, SAY("Skrevet af"), wages.at[i].author_name);
    }
}

static void tell_talks(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct placement_talk_told_list talks = placement_talks_told(db, citizen);

    tell_table(t, SAY("Samtaler om lønnede timer"));
    for (size_t i = 0; i < talks.count; i++) {
        tell_row(t);
        tell_day(t, SAY("Dag"), talks.at[i].held_day);
        tell_text(t, SAY("Hvad blev sagt"), talks.at[i].words);
        tell_day(t, SAY("Tages op igen"), talks.at[i].again_day);
    }
}

static void tell_answers(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct law_answer_row_list answers = law_answers_told(db, citizen);

    tell_table(t, SAY("Svar, som loven spørger om"));
    for (size_t i = 0; i < answers.count; i++) {
        tell_row(t);
        tell_code(t, SAY("Hvad"), "lawful_fact", answers.at[i].fact);
        tell_day(t, SAY("Dag"), answers.at[i].answer_day);
        if (answers.at[i].answer_day == DAY_NONE)
            tell_text(t, SAY("Tal"), arena_format(t->arena, "%lld", (long long)answers.at[i].number));
    }
}

static void tell_signatures(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct placement_signature_told_list all = placement_signatures_told(db, citizen);

    tell_table(t, SAY("Forventninger, der er skrevet under"));
    for (size_t i = 0; i < all.count; i++) {
        tell_row(t);
        tell_code(t, SAY("Hvem"), "agreement_party", all.at[i].party);
        tell_text(t, SAY("Navn"), all.at[i].name);
        tell_day(t, SAY("Dag"), all.at[i].signed_day);
        tell_text(t, SAY("Forventninger"), all.at[i].words);
    }
}

/* What was noted as hard, and the days she was away. */
static void tell_hard(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct placement_risk_told_list risks = placement_risks_told(db, citizen);
    struct placement_absence_told_list away = placement_absences_told(db, citizen);

    tell_table(t, SAY("Hvad der kan gøre en praktik svær"));
    for (size_t i = 0; i < risks.count; i++) {
        tell_row(t);
        tell_day(t, SAY("Dag"), risks.at[i].noted_day);
        tell_text(t, SAY("Hvad"), library_words("frafald", "end_reason", risks.at[i].code, (int)t->language));
    }
    tell_table(t, SAY("Fravær fra praktik"));
    for (size_t i = 0; i < away.count; i++) {
        tell_row(t);
        tell_day(t, SAY("Dag"), away.at[i].absent_day);
        tell_code(t, SAY("Fravær"), "absence", away.at[i].mark);
    }
}

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct placement_told_row_list all = placement_told(db, citizen);

    tell_table(t, SAY("Praktik og job"));
    for (size_t i = 0; i < all.count; i++) {
        const struct placement_told_row *p = &all.at[i];
        tell_row(t);
        tell_text(t, SAY("Virksomhed"), p->company_name);
        tell_code(t, SAY("Slags"), "placement_kind", p->kind);
        tell_code(t, SAY("Status"), "placement_state", p->state);
        tell_text(t, SAY("Formål"), library_words("formaal", "purpose", p->purpose, (int)t->language));
        tell_day(t, SAY("Fra"), p->from_day);
        tell_day(t, SAY("Til"), p->to_day);
        tell_day(t, SAY("Begyndt"), p->started_day);
        tell_day(t, SAY("Sluttet"), p->ended_day);
        tell_code(t, SAY("Grund"), "end_reason", p->end_reason);
        tell_text(t, SAY("Opgaver"), p->functions);
        tell_text(t, SAY("Hensyn"), p->consideration);
        tell_text(t, SAY("Mødetid"), p->timetable);
        tell_text(t, SAY("Mentor"), p->mentor);
        tell_text(t, SAY("Transport"), p->transport);
        tell_text(t, SAY("Borgeren forventer"), p->expect_citizen);
        tell_text(t, SAY("Virksomheden forventer"), p->expect_company);
        tell_text(t, SAY("Kommunen forventer"), p->expect_centre);
        tell_code(t, SAY("Bagefter"), "placement_next", p->next_step);
        tell_day(t, SAY("Stedet instrueret"), p->instructed_day);
        tell_code(t, SAY("Planlagt bagefter"), "placement_next", p->planned_next);
        tell_day(t, SAY("Planlagt fra"), p->planned_next_day);
        const char *clarified = library_label_anywhere("afklaring", p->clarified, (int)t->language);
        tell_text(t, SAY("Afklaret"), clarified == NULL ? p->clarified : clarified);
        tell_text(t, SAY("Om formålet"), p->end_words);
    }
    tell_hours(db, t, citizen);
    tell_wages(db, t, citizen);
    tell_talks(db, t, citizen);
    tell_signatures(db, t, citizen);
    tell_hard(db, t, citizen);
    tell_answers(db, t, citizen);
    told_tell(db, t, citizen);
    struct centre_wait_shown_list waits = centre_wait_of_citizen(db, citizen);
    tell_table(t, SAY("Ventet på en plads"));
    for (size_t i = 0; i < waits.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Virksomhed"), waits.at[i].company_name);
        tell_instant(t, SAY("Fra"), waits.at[i].asked_at);
        tell_instant(t, SAY("Til"), waits.at[i].ended_at);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    placement_erase(db, citizen);
    placement_hours_erase(db, citizen);
    placement_items_erase(db, citizen);
    placement_reasons_erase(db, citizen);
    law_answers_erase(db, citizen);
    placement_terms_erase(db, citizen);
    told_erase(db, citizen);
    placement_functions_erase(db, citizen);
    placement_talks_erase(db, citizen);
    placement_wages_erase(db, citizen);
    placement_signatures_erase(db, citizen);
    placement_risks_erase(db, citizen);
    link_erase(db, db_now(db), citizen);
    centre_wait_erase(db, db_now(db), citizen);
}

const struct holding placement_holding = {
    .title = SAY("Praktik og job"),
    .goes = SAY("Ordene om opgaver, hensyn, mentor, transport og forventninger. Timelønnen. Links til siderne åbner ikke mere."),
    .stays = SAY("Hvor, hvornår og hvor mange timer, til statistik uden navn."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
