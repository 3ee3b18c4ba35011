/* SPDX-License-Identifier: MIT
 * citizens.c: citizens as a file. Known by the CPR number; without one, or when the store has none for her,
 * by first name, last name and day of birth. */
#include <stddef.h>

#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "citizen/cpr.h"
#include "transfer/field.h"
#include "transfer_sql.h"
#include "web/say.h"

struct citizen_record {
    struct citizen_facts facts;
    instant housed_at;
    struct staff_id coordinator;
    int64_t version;
};

#define FACT(member) offsetof(struct citizen_record, facts.member)

static const struct transfer_field fields[] = {
    { "CPR", "cpr nr|cpr nummer|cprnr|personnummer", CELL_CPR, FACT(cpr), NULL, false },
    { "Fornavn", "fornavne", CELL_TEXT, FACT(first_name), NULL, true },
    { "Efternavn", "efternavne", CELL_TEXT, FACT(last_name), NULL, true },
    { "Køn", NULL, CELL_CODE, FACT(sex), "gender", false },
    { "Født", "fodt|foedselsdag|foedselsdato", CELL_DAY, FACT(born), NULL, false },
    { "Telefon", "tlf|telefonnummer|mobil", CELL_TEXT, FACT(phone), NULL, false },
    { "Bedste tid", "kontakt|kontaktnote", CELL_TEXT, FACT(contact_note), NULL, false },
    { "E-mail", "email|mail", CELL_MAIL, FACT(email), NULL, false },
    { "Vej", "adresse|gade|vejnavn", CELL_TEXT, FACT(street), NULL, false },
    { "Postnr", "postnummer", CELL_POSTAL, FACT(postal_code), NULL, false },
    { "By", "bynavn", CELL_TEXT, FACT(town), NULL, false },
    { "Beskyttet", "beskyttet adresse|adressebeskyttelse|adressebeskyttet", CELL_FLAG, FACT(is_protected), NULL, false },
    { "Ingen adresse", NULL, CELL_FLAG, FACT(has_no_address), NULL, false },
    { "Sprog", "modersmaal", CELL_CODE, FACT(language), "language", false },
    { "Andre sprog", NULL, CELL_TEXT, FACT(other_languages), NULL, false },
    { "Tolk", "tolkebehov", CELL_FLAG, FACT(is_interpreter_needed), NULL, false },
    { "Om tolk", NULL, CELL_TEXT, FACT(interpreter_note), NULL, false },
    { "Danskuddannelse", "dansk", CELL_CODE, FACT(danish_level), "danish_track", false },
    { "Lovgrundlag", "lov", CELL_CODE, FACT(law_basis), "law_basis", false },
    { "Ydelse", "forsoergelse", CELL_CODE, FACT(benefit), "benefit", false },
    { "Visitation", "maalgruppe|jobparathed", CELL_CODE, FACT(readiness), "readiness", false },
    { "Opholdsgrundlag", NULL, CELL_CODE, FACT(permit_kind), "permit_kind", false },
    { "Opholdstilladelse fra", NULL, CELL_DAY, FACT(permit_from), NULL, false },
    { "Opholdstilladelse til", NULL, CELL_DAY, FACT(permit_to), NULL, false },
    { "Ankomst", "ankommet|ankomstdato", CELL_INSTANT, FACT(arrived_at), NULL, false },
    { "Modtaget", "overtaget", CELL_INSTANT, FACT(received_at), NULL, false },
    { "Boligplaceret", "boligplacering", CELL_INSTANT, offsetof(struct citizen_record, housed_at), NULL, false },
    { "Hjemme", "familie|husstand", CELL_TEXT, FACT(home_note), NULL, false },
    { "Enhed", "afdeling|team", CELL_UNIT, FACT(unit), NULL, true },
    { "Koordinerende", "koordinerende sagsbehandler|sagsbehandler", CELL_STAFF,
      offsetof(struct citizen_record, coordinator), NULL, false },
};

/* A municipality with one unit need not name it; the law basis and readiness are those of a new form. */
static void blank(const struct lookups *lookups, void *record)
{
    *(struct citizen_record *)record = (struct citizen_record){
        .facts = { .born = DAY_NONE, .permit_from = DAY_NONE, .permit_to = DAY_NONE, .arrived_at = INSTANT_NONE,
                   .received_at = INSTANT_NONE, .law_basis = "integrationsloven", .readiness = "jobparat",
                   .unit = lookups->units.count == 1 ? lookups->units.at[0].id : (struct unit_id){ 0 } },
        .housed_at = INSTANT_NONE,
    };
}

/* The number says when somebody is born; 31 February, and replacement numbers, say nothing or not surely. */
static void complete(const struct row_check *check, void *record)
{
    struct citizen_facts *facts = &((struct citizen_record *)record)->facts;
    struct cpr_verdict verdict = { .born = DAY_NONE };

    if (facts->cpr != NULL)
        verdict = cpr_check(check->mistakes->arena, facts->cpr, true);
    facts->has_replacement_cpr = verdict.why == CPR_REPLACEMENT && facts->cpr != NULL;
    if (facts->born == DAY_NONE)
        facts->born = verdict.born;
    else if (verdict.born != DAY_NONE && verdict.born != facts->born)
        row_mistake(check, FACT(born), SAY("fandt {1}, men CPR-nummeret siger {2}"), day_iso(check->mistakes->arena, facts->born),
                    day_iso(check->mistakes->arena, verdict.born));
    if (facts->permit_from != DAY_NONE && facts->permit_to != DAY_NONE && facts->permit_to < facts->permit_from)
        row_mistake(check, FACT(permit_to), SAY("ligger før opholdstilladelsens første dag"), NULL, NULL);
    if (facts->cpr == NULL && (text_is_blank(facts->first_name) || text_is_blank(facts->last_name) || facts->born == DAY_NONE))
        row_mistake(check, FACT(cpr), SAY("mangler; uden CPR skal fornavn, efternavn og fødselsdag stå der, så borgeren kan kendes igen"),
                    NULL, NULL);
}

static const char *folded_name(struct arena *arena, const struct citizen_facts *facts)
{
    return text_fold(arena, arena_format(arena, "%s %s", facts->last_name == NULL ? "" : facts->last_name,
                                         facts->first_name == NULL ? "" : facts->first_name));
}

static enum transfer_found find(struct db *db, const void *record, int64_t *id)
{
    const struct citizen_facts *facts = &((const struct citizen_record *)record)->facts;

    if (facts->cpr != NULL) {
        *id = citizen_by_cpr(db, facts->cpr).n;
        if (*id != 0)
            return FOUND_ONE;
    }
    if (facts->born == DAY_NONE)
        return FOUND_NONE;
    struct transfer_named_list named = transfer_citizens_named(db, folded_name(db_arena(db), facts), facts->born,
                                                               facts->cpr != NULL);
    *id = named.count == 0 ? 0 : named.at[0].id.n;
    return named.count == 0 ? FOUND_NONE : named.count == 1 ? FOUND_ONE : FOUND_MANY;
}

static const char *key(struct arena *arena, const void *record)
{
    const struct citizen_facts *facts = &((const struct citizen_record *)record)->facts;

    if (facts->cpr != NULL)
        return arena_dup(arena, facts->cpr);
    return arena_format(arena, "%s %s", folded_name(arena, facts), day_iso(arena, facts->born));
}

static struct citizen_facts facts_of(const struct transfer_citizen_row *row)
{
    return (struct citizen_facts){
        .cpr = row->cpr, .has_replacement_cpr = row->has_replacement_cpr, .first_name = row->first_name,
        .last_name = row->last_name, .sex = row->sex, .born = row->born_day, .phone = row->phone,
        .contact_note = row->contact_note, .email = row->email, .town = row->town, .language = row->language,
        .other_languages = row->other_languages, .is_interpreter_needed = row->is_interpreter_needed,
        .interpreter_note = row->interpreter_note, .danish_level = row->danish_level, .law_basis = row->law_basis,
        .benefit = row->benefit, .readiness = row->readiness, .permit_kind = row->permit_kind,
        .permit_from = row->permit_from_day, .permit_to = row->permit_to_day, .arrived_at = row->arrived_at,
        .received_at = row->received_at, .unit = row->unit, .home_note = row->home_note, .street = row->street,
        .postal_code = row->postal_code, .is_protected = row->is_protected, .has_no_address = row->has_none,
    };
}

static bool may(struct db *db, enum permission permission)
{
    return (db_actor(db).permissions & (PERMISSION_BIT(permission) | PERMISSION_SET_SYSTEM)) != 0;
}

static bool load(struct db *db, int64_t id, void *record)
{
    struct transfer_citizen_row row;

    if (!transfer_citizen(db, may(db, MAY_CPR_SHOW), may(db, MAY_ADDRESS_PROTECTED), (struct citizen_id){ id }, &row))
        return false;
    *(struct citizen_record *)record = (struct citizen_record){
        .facts = facts_of(&row), .housed_at = row.housed_at, .coordinator = row.coordinator, .version = row.version,
    };
    return true;
}

static void store(struct db *db, int64_t id, const void *before, const void *after)
{
    const struct citizen_record *old = before, *new = after;
    struct citizen_id citizen = { id };
    struct citizen_facts facts = new->facts;

    facts.has_replacement_cpr = facts.cpr != NULL && cpr_check(db_arena(db), facts.cpr, true).why == CPR_REPLACEMENT;
    if (id == 0)
        citizen = citizen_create(db, &facts);
    else if (!citizen_update(db, citizen, &facts, old->version))
        db_refuse(db, DB_CONFLICT);
    if (new->housed_at != INSTANT_NONE && (id == 0 || new->housed_at != old->housed_at))
        citizen_house(db, citizen, new->housed_at);
    if (new->coordinator.n != 0 && (id == 0 || new->coordinator.n != old->coordinator.n))
        casefile_put_on_team(db, citizen, "coordinator", new->coordinator);
}

static struct transfer_ids page(struct db *db, int64_t after, int64_t most)
{
    struct transfer_citizen_id_list rows = transfer_citizen_ids(db, (struct citizen_id){ after }, may(db, MAY_CASE_ALL),
                                                                (struct staff_id){ db_actor(db).id }, most);
    int64_t *ids = arena_array(db_arena(db), rows.count, sizeof *ids);

    for (size_t i = 0; i < rows.count; i++)
        ids[i] = rows.at[i].citizen.n;
    return (struct transfer_ids){ ids, rows.count };
}

const struct transfer_kind transfer_citizens = {
    .command = "citizens", .one = SAY("borger"), .many = SAY("borgere"), .identity = SAY("CPR, ellers navn og fødselsdag"),
    .fields = fields, .field_count = sizeof fields / sizeof *fields, .record_size = sizeof(struct citizen_record),
    .blank = blank, .complete = complete, .find = find, .key = key, .load = load, .store = store, .page = page,
};
