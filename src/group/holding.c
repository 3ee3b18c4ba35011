/* SPDX-License-Identifier: MIT
 * holding.c: what groups hold about a citizen: which she was in, her attendance, and the competences mapped. */
#include "group/group.h"
#include "group/pages.h"

static const struct seen_word seen[] = {
    { "group_", SAY("hold") },
    { "group_member", SAY("holdliste") },
    { "group_top_up", SAY("forslag til hold") },
    { "group_wait", SAY("venteliste til hold") },
    { "attendance_", SAY("fremmøde") },
    { "attendance_insert", SAY("førte fremmøde") },
    { "school_", SAY("sprogskolens fremmøde") },
    { "competence_", SAY("kompetencer") },
    { "competence_insert", SAY("skrev kompetencer") },
    { 0 },
};

static void tell_attendance(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct attendance_told_row_list days = attendance_told(db, citizen);

    tell_table(t, SAY("Fremmøde"));
    for (size_t i = 0; i < days.count; i++) {
        tell_row(t);
        tell_day(t, SAY("Dag"), days.at[i].day);
        tell_code(t, SAY("Fremmøde"), "absence", days.at[i].mark);
        tell_text(t, SAY("Minutter væk"), days.at[i].away_minutes == 0 ? "" : arena_format(db_arena(db), "%lld", (long long)days.at[i].away_minutes));
        tell_text(t, SAY("Note"), days.at[i].note);
    }
}

static void tell_schools(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct attendance_said_told_row_list said = attendance_said_told(db, citizen);

    tell_table(t, SAY("Fremmøde, som skolen siger det"));
    for (size_t i = 0; i < said.count; i++) {
        tell_row(t);
        tell_day(t, SAY("Dag"), said.at[i].day);
        tell_text(t, SAY("Skole"), said.at[i].school);
        tell_code(t, SAY("Fremmøde"), "absence", said.at[i].mark);
        tell_instant(t, SAY("Sagt"), said.at[i].said_at);
    }
}

static void tell_waits(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct group_wait_of_citizen_row_list waits = group_wait_of_citizen(db, citizen);

    tell_table(t, SAY("Ventelister til hold"));
    for (size_t i = 0; i < waits.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Hold"), waits.at[i].name);
        tell_code(t, SAY("Tilstand"), "wait_state", waits.at[i].state);
        tell_instant(t, SAY("Skrevet op"), waits.at[i].asked_at);
        tell_instant(t, SAY("Slut"), waits.at[i].ended_at);
        tell_text(t, SAY("Grund"), waits.at[i].reason);
    }
}

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct group_told_row_list groups = group_told(db, citizen);
    struct competence_told_row_list competences = competence_told(db, citizen);

    tell_table(t, SAY("Hold"));
    for (size_t i = 0; i < groups.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Hold"), groups.at[i].name);
        tell_day(t, SAY("Fra"), groups.at[i].from_day);
        tell_day(t, SAY("Til"), groups.at[i].to_day);
        tell_day(t, SAY("Sluttet"), groups.at[i].ended_day);
        tell_text(t, SAY("Grund"), groups.at[i].in_spite);
    }
    tell_waits(db, t, citizen);
    tell_attendance(db, t, citizen);
    tell_schools(db, t, citizen);
    tell_table(t, SAY("Kompetencer"));
    for (size_t i = 0; i < competences.count; i++) {
        tell_row(t);
        if (text_is(competences.at[i].kind, "branch"))
            tell_code(t, SAY("Branche"), "branch", competences.at[i].words);
        else
            tell_text(t, SAY("Kan"), competences.at[i].words);
        tell_text(t, SAY("År"), competences.at[i].years);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    struct group_wait_of_citizen_row_list waits = group_wait_of_citizen(db, citizen);

    attendance_erase(db, citizen);
    attendance_said_erase(db, citizen);
    group_member_erase(db, citizen);
    group_wait_erase(db, db_now(db), citizen);
    competence_erase(db, citizen);
    for (size_t i = 0; i < waits.count; i++)
        group_places_settle(db, waits.at[i].course_group, PLACES_CHANGED);
}

const struct holding group_holding = {
    .title = SAY("Hold, fremmøde og kompetencer"),
    .goes = SAY("Kompetencerne og noter ved fremmøde."),
    .stays = SAY("Hvilke hold og hvilket fremmøde, til statistik uden navn."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
