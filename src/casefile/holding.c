/* SPDX-License-Identifier: MIT
 * holding.c: what the case holds about a citizen: team, enrolments, breaks, ladder, notes and wins. */
#include "base/text.h"
#include "casefile/casefile.h"
#include "casefile/pages.h"
#include "library/library.h"

static const struct seen_word seen[] = {
    { "casefile_", SAY("holdet om borgeren") },
    { "casefile_mine", SAY("listen over egne borgere") },
    { "casefile_break_glass", SAY("listen over åbnede sager") },
    { "staffing_", SAY("ændrede holdet om borgeren") },
    { "enrolment_", SAY("forløb") },
    { "enrolment_track", SAY("valgte spor") },
    { "enrolment_tracks_listed", SAY("listen over borgere efter spor") },
    { "concern", SAY("medarbejderes mærker") },
    { "suspension_", SAY("pauser") },
    { "note_of_citizen", SAY("notater") },
    { "note_about_health", SAY("helbredsnotater") },
    { "note_insert", SAY("skrev et notat") },
    { "win_", SAY("sejre") },
    { "win_newest", SAY("nye sejre") },
    { "ladder_", SAY("trappen") },
    { "precondition_", SAY("begrundelser") },
    { "ladder_insert", SAY("satte et trin på trappen") },
    { 0 },
};

static void tell_course(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(db, citizen);
    struct suspension_row_list breaks = suspension_of_citizen(db, citizen);

    tell_table(t, SAY("Forløb"));
    for (size_t i = 0; i < enrolments.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Ordning"), library_scheme_title(enrolments.at[i].scheme, (int)t->language));
        tell_code(t, SAY("Status"), "enrolment_state", enrolments.at[i].state);
        tell_text(t, SAY("Fase"),
                  library_phase_title(enrolments.at[i].scheme, enrolments.at[i].phase, (int)t->language));
        tell_instant(t, SAY("Begyndt"), enrolments.at[i].started_at);
        tell_instant(t, SAY("Sluttet"), enrolments.at[i].ended_at);
        tell_text(t, SAY("Grund"), enrolments.at[i].end_reason);
        tell_code(t, SAY("Resultat"), "outcome", enrolments.at[i].outcome);
    }
    struct enrolment_track_told_row_list tracks = enrolment_tracks_told(db, citizen);
    tell_table(t, SAY("Valgte spor"));
    for (size_t i = 0; i < tracks.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Ordning"), library_scheme_title(tracks.at[i].scheme, (int)t->language));
        tell_text(t, SAY("Spor"), tracks.at[i].track);
        tell_day(t, SAY("Fra"), tracks.at[i].from_day);
        tell_text(t, SAY("Grund"), tracks.at[i].words);
    }
    tell_table(t, SAY("Pauser"));
    for (size_t i = 0; i < breaks.count; i++) {
        tell_row(t);
        tell_code(t, SAY("Grund"), "suspension_reason", breaks.at[i].reason);
        tell_day(t, SAY("Fra"), breaks.at[i].from_day);
        tell_day(t, SAY("Til"), breaks.at[i].to_day);
        tell_text(t, SAY("Note"), breaks.at[i].note);
    }
}

static void tell_concerns(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct concern_told_row_list concerns = concerns_told(db, citizen);

    tell_table(t, SAY("Medarbejderes mærker"));
    for (size_t i = 0; i < concerns.count; i++) {
        const char *became = library_label_anywhere(concerns.at[i].list, concerns.at[i].became, (int)t->language);
        tell_row(t);
        tell_text(t, SAY("Ordning"), library_scheme_title(concerns.at[i].scheme, (int)t->language));
        tell_text(t, SAY("Mærke"), library_list_title(concerns.at[i].list, (int)t->language));
        tell_day(t, SAY("Fra"), concerns.at[i].noted_day);
        tell_text(t, SAY("Af"), concerns.at[i].noted_by_name);
        tell_text(t, SAY("Grund"), concerns.at[i].words);
        tell_day(t, SAY("Sluttet"), concerns.at[i].ended_day);
        tell_text(t, SAY("Hvad det blev til"), became == NULL ? concerns.at[i].became : became);
        tell_text(t, SAY("Bemærkning"), concerns.at[i].end_words);
    }
}

static void tell_team(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct team_row_list team = casefile_team(db, citizen);

    tell_table(t, SAY("Holdet om borgeren"));
    for (size_t i = 0; i < team.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Navn"), team.at[i].name);
        tell_code(t, SAY("Rolle"), "role", team.at[i].role);
        tell_instant(t, SAY("Fra"), team.at[i].from_at);
    }
}

static void tell_notes(struct telling *t, const char *title, struct note_row_list notes)
{
    tell_table(t, title);
    for (size_t i = 0; i < notes.count; i++) {
        tell_row(t);
        tell_instant(t, SAY("Skrevet"), notes.at[i].written_at);
        tell_text(t, SAY("Af"), notes.at[i].author_name);
        tell_text(t, SAY("Ord"), notes.at[i].words);
    }
}

static void tell_progress(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct win_row_list wins = win_of_citizen(db, citizen, INT64_MAX);
    struct ladder_row_list ladder = ladder_of_citizen(db, citizen);

    tell_table(t, SAY("Sejre"));
    for (size_t i = 0; i < wins.count; i++) {
        tell_row(t);
        tell_day(t, SAY("Dag"), wins.at[i].day);
        tell_text(t, SAY("Ord"), wins.at[i].words);
    }
    tell_table(t, SAY("Trin på trappen"));
    for (size_t i = 0; i < ladder.count; i++) {
        tell_row(t);
        tell_instant(t, SAY("Dag"), ladder.at[i].placed_at);
        const char *step = library_label_anywhere(ladder.at[i].ladder, ladder.at[i].step, (int)t->language);
        tell_text(t, SAY("Trin"), step == NULL ? ladder.at[i].step : step);
        tell_text(t, SAY("Note"), ladder.at[i].note);
    }
}

static void tell_reasons(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct precondition_reason_row_list reasons = precondition_reasons(db, citizen);

    tell_table(t, SAY("Begrundelser for at gøre noget anderledes end ordningen"));
    for (size_t i = 0; i < reasons.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Ordning"), library_scheme_title(reasons.at[i].scheme, (int)t->language));
        tell_instant(t, SAY("Skrevet"), reasons.at[i].given_at);
        tell_text(t, SAY("Af"), reasons.at[i].staff_name);
        tell_text(t, SAY("Ord"), reasons.at[i].words);
    }
}

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    tell_team(db, t, citizen);
    tell_course(db, t, citizen);
    tell_concerns(db, t, citizen);
    tell_notes(t, SAY("Notater"), note_of_citizen(db, citizen));
    if (tell_may(t, MAY_HEALTH_READ))
        tell_notes(t, SAY("Helbredsnotater"), note_about_health(db, citizen));
    tell_progress(db, t, citizen);
    tell_reasons(db, t, citizen);
}

static void erase(struct db *db, struct citizen_id citizen)
{
    note_erase(db, citizen);
    win_erase(db, citizen);
    suspension_erase(db, citizen);
    enrolment_track_erase(db, citizen);
    concern_erase(db, citizen);
    ladder_erase(db, citizen);
    precondition_reason_erase(db, citizen);
    staffing_erase(db, db_now(db), citizen);
}

const struct holding casefile_holding = {
    .title = SAY("Forløb, notater og sejre"),
    .goes = SAY("Ordene i notater, sejre, begrundelser og medarbejderes mærker, noter ved pauser og trin. Holdet om borgeren slutter."),
    .stays = SAY("Hvilke forløb og trin, fra hvornår til hvornår og med hvilket resultat, til statistik uden navn."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
