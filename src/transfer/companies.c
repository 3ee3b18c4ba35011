/* SPDX-License-Identifier: MIT
 * companies.c: companies as a file. Known by the P number; without one, by CVR number and name. */
#include <stddef.h>

#include "base/text.h"
#include "employer/employer.h"
#include "transfer/field.h"
#include "transfer_sql.h"
#include "web/say.h"

struct company_record {
    struct company_facts facts;
    const char *state;
    int64_t version;
};

#define FACT(member) offsetof(struct company_record, facts.member)

static const struct transfer_field fields[] = {
    { "P-nummer", "p nr|pnr|produktionsenhed|produktionsenhedsnummer|produktionsenhedsnr", CELL_P_NUMBER, FACT(p_number), NULL, false },
    { "CVR", "cvr nr|cvr nummer|cvrnr|cvrnummer", CELL_CVR, FACT(cvr), NULL, false },
    { "Navn", "virksomhed|virksomhedsnavn|enhedsnavn", CELL_TEXT, FACT(name), NULL, true },
    { "Branche", "branchekode|hovedbranche|hovedbranchekode|db07", CELL_BRANCH, FACT(branch), "branch", false },
    { "Vej", "adresse|gade|vejnavn", CELL_TEXT, FACT(street), NULL, false },
    { "Postnr", "postnummer", CELL_POSTAL, FACT(postal_code), NULL, false },
    { "By", "bynavn", CELL_TEXT, FACT(town), NULL, false },
    { "Ansatte", "antal ansatte|antalansatte|beskaeftigede", CELL_COUNT, FACT(employee_count), NULL, false },
    { "Ansatte opgjort", "ansatte pr", CELL_DAY, FACT(employee_day), NULL, false },
    { "Ansatte oplyst af", "ansatte kilde", CELL_TEXT, FACT(employee_source), NULL, false },
    { "Sektor", NULL, CELL_CODE, FACT(sector), "company_sector", false },
    { "Kultur", NULL, CELL_TEXT, FACT(culture), NULL, false },
    { "Transport", NULL, CELL_TEXT, FACT(travel), NULL, false },
    { "Mødetider", "arbejdstid", CELL_TEXT, FACT(hours), NULL, false },
    { "Pladser", "antal pladser", CELL_COUNT, FACT(place_count), NULL, false },
    { "Samarbejde", "tilstand", CELL_CODE, offsetof(struct company_record, state), "company_state", false },
    { "Pause til", NULL, CELL_DAY, FACT(pause_until), NULL, false },
    { "Konsulent", NULL, CELL_STAFF, FACT(consultant), NULL, false },
    { "Stedfortræder", NULL, CELL_STAFF, FACT(deputy), NULL, false },
};

static void blank(const struct lookups *lookups, void *record)
{
    (void)lookups;
    *(struct company_record *)record = (struct company_record){
        .facts = { .cvr = "", .p_number = "", .employee_count = EMPLOYEES_UNKNOWN, .employee_day = DAY_NONE, .pause_until = DAY_NONE },
        .state = company_state_codes[COMPANY_WILLING],
    };
}

static void complete(const struct row_check *check, void *record)
{
    const struct company_facts *facts = &((const struct company_record *)record)->facts;

    if (*facts->p_number == 0 && text_is_blank(facts->name))
        row_mistake(check, FACT(p_number), SAY("mangler; uden P-nummer skal navnet stå der, så virksomheden kan kendes igen"),
                    NULL, NULL);
}

static const char *folded_name(struct arena *arena, const struct company_facts *facts)
{
    return text_fold(arena, facts->name == NULL ? "" : facts->name);
}

/* The store's search name also has the town, so the beginning is compared, then the whole name. */
static enum transfer_found find_named(struct db *db, const struct company_facts *facts, int64_t *id)
{
    const char *folded = folded_name(db_arena(db), facts);
    struct transfer_company_named_list rows = transfer_companies_named(db, folded, arena_format(db_arena(db), "%s~", folded),
                                                                       facts->cvr, *facts->p_number != 0);
    int count = 0;

    for (size_t i = 0; i < rows.count; i++) {
        if (!text_is(text_fold(db_arena(db), rows.at[i].name), folded))
            continue;
        *id = rows.at[i].id.n;
        count++;
    }
    return count == 0 ? FOUND_NONE : count == 1 ? FOUND_ONE : FOUND_MANY;
}

static enum transfer_found find(struct db *db, const void *record, int64_t *id)
{
    const struct company_facts *facts = &((const struct company_record *)record)->facts;

    *id = *facts->p_number == 0 ? 0 : company_by_p_number(db, facts->p_number).n;
    return *id != 0 ? FOUND_ONE : find_named(db, facts, id);
}

static const char *key(struct arena *arena, const void *record)
{
    const struct company_facts *facts = &((const struct company_record *)record)->facts;

    if (*facts->p_number != 0)
        return arena_dup(arena, facts->p_number);
    return arena_format(arena, "%s %s", facts->cvr, folded_name(arena, facts));
}

static bool load(struct db *db, int64_t id, void *record)
{
    struct transfer_company_row row;

    if (!transfer_company(db, (struct company_id){ id }, &row))
        return false;
    *(struct company_record *)record = (struct company_record){
        .facts = { .cvr = row.cvr, .p_number = row.p_number, .name = row.name, .branch = row.branch, .street = row.street,
                   .postal_code = row.postal_code, .town = row.town, .employee_count = row.employee_count,
                   .employee_day = row.employee_day, .employee_source = row.employee_source, .sector = row.sector,
                   .culture = row.culture, .travel = row.travel, .hours = row.hours, .place_count = row.place_count,
                   .pause_until = row.pause_until_day, .consultant = row.consultant, .deputy = row.deputy },
        .state = row.state,
        .version = row.version,
    };
    return true;
}

static enum company_state state_of(const char *code)
{
    int state = 0;

    while (state < COMPANY_STATE_COUNT - 1 && !text_is(code, company_state_codes[state]))
        state++;
    return (enum company_state)state;
}

static void store(struct db *db, int64_t id, const void *before, const void *after)
{
    const struct company_record *old = before, *new = after;
    struct company_facts facts = new->facts;

    facts.state = state_of(new->state);
    if (id == 0)
        employer_create(db, &facts);
    else if (!employer_update(db, (struct company_id){ id }, &facts, old->version))
        db_refuse(db, DB_CONFLICT);
}

static struct transfer_ids page(struct db *db, int64_t after, int64_t most)
{
    struct transfer_company_id_list rows = transfer_company_ids(db, (struct company_id){ after }, most);
    int64_t *ids = arena_array(db_arena(db), rows.count, sizeof *ids);

    for (size_t i = 0; i < rows.count; i++)
        ids[i] = rows.at[i].id.n;
    return (struct transfer_ids){ ids, rows.count };
}

const struct transfer_kind transfer_companies = {
    .command = "companies", .one = SAY("virksomhed"), .many = SAY("virksomheder"), .identity = SAY("P-nummer, ellers CVR og navn"),
    .fields = fields, .field_count = sizeof fields / sizeof *fields, .record_size = sizeof(struct company_record),
    .blank = blank, .complete = complete, .find = find, .key = key, .load = load, .store = store, .page = page,
};
