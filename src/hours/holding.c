/* SPDX-License-Identifier: MIT
 * holding.c: what is held about a citizen's hours: told on her request, erased when its time is over. */
#include "hours/pages.h"

static const struct seen_word seen[] = {
    { "hours_", SAY("ugen og timerne") },
    { "hours_requirement", SAY("krav til timer") },
    { "hours_benefit", SAY("tider med ydelser") },
    { "hours_danish", SAY("danskprøve") },
    { "hours_danish_unknown", SAY("listen over dem, hvis dansk ikke er kendt") },
    { "hours_idle", SAY("listen over dem uden noget i gang") },
    { "hours_ending", SAY("listen over det, der slutter snart") },
    { 0 },
};

static void tell_requirements(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct hours_requirement_row_list rows = hours_requirements(db, citizen);

    tell_table(t, SAY("Krav til timer"));
    for (size_t i = 0; i < rows.count; i++) {
        const struct hour_set *set = hour_set_find(hour_rules_kept(), rows.at[i].base);
        tell_row(t);
        tell_day(t, SAY("Fra"), rows.at[i].from_day);
        tell_text(t, SAY("Timer om ugen"), say_number(t->arena, t->language, rows.at[i].hours));
        tell_text(t, SAY("Efter"), set == NULL ? rows.at[i].base : words_in(set->text, (int)t->language));
        tell_text(t, SAY("Grund"), rows.at[i].reason);
    }
}

static void tell_items(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct hours_item_told_list rows = hours_items_told(db, citizen);

    tell_table(t, SAY("Egne aktiviteter"));
    for (size_t i = 0; i < rows.count; i++) {
        tell_row(t);
        tell_code(t, SAY("Slags"), "hour_kind", rows.at[i].kind);
        tell_text(t, SAY("Hvad"), rows.at[i].words);
        tell_text(t, SAY("Formål"), rows.at[i].purpose);
        tell_text(t, SAY("Sted"), rows.at[i].place);
        tell_day(t, SAY("Fra"), rows.at[i].from_day);
        tell_day(t, SAY("Til"), rows.at[i].to_day);
    }
}

static void tell_group(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct hours_benefit_row_list rows = hours_benefits(db, citizen);
    struct hours_danish_row danish;

    tell_table(t, SAY("Tider med ydelser"));
    for (size_t i = 0; i < rows.count; i++) {
        tell_row(t);
        tell_code(t, SAY("Ydelse"), "benefit", rows.at[i].benefit);
        tell_day(t, SAY("Fra"), rows.at[i].from_day);
        tell_day(t, SAY("Til"), rows.at[i].to_day);
        tell_text(t, SAY("Kilde"), rows.at[i].source);
    }
    if (!hours_danish_newest(db, citizen, &danish))
        return;
    tell_table(t, SAY("Danskprøve"));
    tell_row(t);
    tell_code(t, SAY("Højeste prøve bestået"), "danish_passed", danish.passed);
    tell_day(t, SAY("Kendt den"), danish.known_day);
    tell_text(t, SAY("Kilde"), danish.source);
}

static void tell_windows(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct hours_window_row_list rows = hours_windows(db, citizen);

    tell_table(t, SAY("Hvornår borgeren kan"));
    for (size_t i = 0; i < rows.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Dag"), say_weekday(t->language, (int)rows.at[i].weekday));
        tell_text(t, SAY("Tid"), say_clocks(t->arena, t->language, rows.at[i].from_minute, rows.at[i].to_minute));
    }
}

static void tell_marks(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct hours_mark_row_list rows = hours_marks_told(db, citizen);

    tell_table(t, SAY("Egne aktiviteter, uge for uge"));
    for (size_t i = 0; i < rows.count; i++) {
        tell_row(t);
        tell_day(t, SAY("Fra"), rows.at[i].monday_day);
        tell_code(t, SAY("Fremmøde"), "absence", rows.at[i].mark);
        tell_text(t, SAY("Hvad viser det"), rows.at[i].evidence);
    }
}

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    tell_requirements(db, t, citizen);
    tell_items(db, t, citizen);
    tell_marks(db, t, citizen);
    tell_windows(db, t, citizen);
    tell_group(db, t, citizen);
}

static void erase(struct db *db, struct citizen_id citizen)
{
    hours_requirements_erase(db, citizen);
    hours_items_erase(db, citizen);
    hours_marks_erase(db, citizen);
    hours_windows_erase(db, citizen);
    hours_sources_erase(db, citizen);
    hours_danish_erase(db, citizen);
    link_withdraw_all_of(db, db_now(db), link_purpose_codes[LINK_CALENDAR_CITIZEN], citizen.n);
}

const struct holding hours_holding = {
    .title = SAY("Timer og ugen"),
    .goes = SAY("Grunde, ord, steder og tider på dagen; kalenderens adresse åbner ikke mere."),
    .stays = SAY("Krav, slags og dage, til statistik uden navn."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
