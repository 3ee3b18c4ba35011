/* SPDX-License-Identifier: MIT
 * holding.c: what this folder holds about a citizen: who she is, where she lives, her family, what she can. */
#include "citizen/holding.h"

#include "base/text.h"
#include "citizen/citizen.h"
#include "citizen/cpr.h"

static const struct seen_word seen[] = {
    { "citizen_", SAY("stamdata") },
    { "citizen_cpr_start", SAY("stamdata") },
    { "citizen_cpr_whole", SAY("hele CPR-nummeret") },
    { "citizen_address_open", SAY("adresse") },
    { "citizen_address_protected", SAY("adresse, også beskyttet") },
    { "citizen_address_put", SAY("rettede adressen") },
    { "citizen_row_update", SAY("rettede stamdata") },
    { "citizen_set_housed", SAY("skrev boligplaceringen") },
    { "citizen_word", SAY("rettede navnet i søgningen") },
    { "citizen_relative", SAY("familie") },
    { "citizen_skill", SAY("kan og hensyn") },
    { "citizen_listed", SAY("borgerlisten") },
    { "citizen_search", SAY("søgning") },
    { "citizen_erase", SAY("slettede oplysninger") },
    { 0 },
};

static void tell_person(struct db *db, struct telling *t, const struct citizen_row *row)
{
    tell_table(t, SAY("Person"));
    tell_row(t);
    tell_text(t, SAY("Fornavn"), row->first_name);
    tell_text(t, SAY("Efternavn"), row->last_name);
    tell_text(t, SAY("CPR-nummer"), tell_may(t, MAY_CPR_SHOW)
                                        ? cpr_whole(t->arena, citizen_cpr_whole(db, row->id))
                                        : cpr_masked(t->arena, citizen_cpr_start(db, row->id)));
    tell_day(t, SAY("Født"), row->born_day);
    tell_code(t, SAY("Køn"), "gender", row->sex);
    tell_text(t, SAY("Telefon"), row->phone);
    tell_text(t, SAY("E-mail"), row->email);
    tell_text(t, SAY("Bedst at få fat på"), row->contact_note);
    tell_text(t, SAY("By"), row->town);
    tell_text(t, SAY("Hjemme"), row->home_note);
    tell_code(t, SAY("Sprog"), "language", row->language);
    tell_flag(t, SAY("Har brug for tolk"), row->is_interpreter_needed);
    tell_text(t, SAY("Om tolken"), row->interpreter_note);
    tell_code(t, SAY("Danskuddannelse"), "danish_track", row->danish_level);
}

static void tell_law(struct telling *t, const struct citizen_row *row)
{
    tell_table(t, SAY("Ophold og lov"));
    tell_row(t);
    tell_code(t, SAY("Opholdsgrundlag"), "permit_kind", row->permit_kind);
    tell_day(t, SAY("Ophold fra"), row->permit_from_day);
    tell_day(t, SAY("Ophold til"), row->permit_to_day);
    tell_instant(t, SAY("Ankommet"), row->arrived_at);
    tell_instant(t, SAY("Modtaget i kommunen"), row->received_at);
    tell_instant(t, SAY("Boligplaceret"), row->housed_at);
    tell_code(t, SAY("Lovgrundlag"), "law_basis", row->law_basis);
    tell_code(t, SAY("Ydelse"), "benefit", row->benefit);
    tell_code(t, SAY("Parathed"), "readiness", row->readiness);
    tell_instant(t, SAY("Oprettet"), row->created_at);
    tell_instant(t, SAY("Slettet"), row->erased_at);
}

static void tell_address(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct citizen_address_row address = { 0 };

    if (tell_may(t, MAY_ADDRESS_PROTECTED))
        citizen_address_protected(db, citizen, &address);
    else
        citizen_address_open(db, citizen, &address);
    tell_table(t, SAY("Adresse"));
    tell_row(t);
    tell_text(t, SAY("Vej og nummer"), address.street);
    tell_text(t, SAY("Postnummer"), address.postal_code);
    if (address.is_protected)
        tell_flag(t, SAY("Adressen er beskyttet"), true);
    if (address.has_none)
        tell_flag(t, SAY("Har ingen adresse lige nu"), true);
}

static void tell_around(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct citizen_relative_row_list relatives = citizen_relatives(db, citizen);
    struct citizen_skill_told_row_list skills = citizen_skills_told(db, citizen);

    tell_table(t, SAY("Familie"));
    for (size_t i = 0; i < relatives.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Navn"), relatives.at[i].name);
        tell_text(t, SAY("Er"), relatives.at[i].relation);
        tell_day(t, SAY("Født"), relatives.at[i].born_day);
        tell_flag(t, SAY("Bor hjemme"), relatives.at[i].is_at_home);
    }
    tell_table(t, SAY("Kan og hensyn"));
    for (size_t i = 0; i < skills.count; i++) {
        tell_row(t);
        tell_text(t, text_is(skills.at[i].kind, "can") ? SAY("Kan") : SAY("Hensyn"), skills.at[i].words);
        tell_day(t, SAY("Sagt ved en samtale"), skills.at[i].said_day);
        tell_flag(t, SAY("Gælder ikke mere"), skills.at[i].is_over);
    }
}

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct citizen_row row;

    if (!citizen_load(db, citizen, &row))
        return;
    tell_person(db, t, &row);
    tell_address(db, t, citizen);
    tell_law(t, &row);
    tell_around(db, t, citizen);
}

/* The year of birth stays, the day does not: 1 January of that year. */
static void erase(struct db *db, struct citizen_id citizen)
{
    struct citizen_row row;

    if (!citizen_load(db, citizen, &row))
        return;
    day born = row.born_day == DAY_NONE ? DAY_NONE : day_of(date_of(row.born_day).year, 1, 1);
    citizen_erase_row(db, born, db_now(db), citizen);
    citizen_words_delete(db, citizen);
    citizen_erase_address(db, citizen);
    citizen_erase_relatives(db, citizen);
    citizen_erase_links(db, citizen);
    citizen_erase_skills(db, citizen);
}

const struct holding citizen_holding = {
    .title = SAY("Stamdata, adresse og familie"),
    .goes = SAY("Navn, CPR-nummer, kontakt, adresse, familie, kan og hensyn; af fødselsdagen bliver kun året."),
    .stays = SAY("By, køn, fødselsår, lovgrundlag, ydelse og datoer for ophold og ankomst, til statistik uden navn."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
