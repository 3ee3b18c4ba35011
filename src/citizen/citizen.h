/* SPDX-License-Identifier: MIT
 * citizen.h: the persons the municipality works with: who they are, how to reach them, when they came.
 * What is done with them stands in casefile, plan, meeting and so on. Rows and statements are in
 * citizen.sql; here is what takes more than one statement. */
#ifndef CITIZEN_CITIZEN_H
#define CITIZEN_CITIZEN_H

#include "citizen_sql.h"
#include "db/db.h"

/* What is known when a citizen is created or edited; texts may be NULL or "". */
struct citizen_facts {
    const char *cpr; /* Ten digits as cpr_check gives them, or NULL: none, or the one that is there. */
    bool has_replacement_cpr;
    const char *first_name, *last_name, *sex;
    day born;
    const char *phone, *contact_note, *email, *town;
    const char *language, *other_languages; /* Codes of the glossary's language list. */
    bool is_interpreter_needed;
    const char *interpreter_note, *danish_level;
    const char *law_basis, *benefit, *readiness;
    const char *permit_kind;
    day permit_from, permit_to;
    instant arrived_at, received_at;
    struct unit_id unit;
    const char *home_note;
    const char *street, *postal_code;
    bool is_protected, has_no_address;
    bool is_address_kept; /* The one who edits may not see the address: it stays as it is. */
};

/* A new citizen with search words, address, and the events citizen.arrived, citizen.received and one
 * fact.set for each fact that schemes ask for (docs/events.md). */
struct citizen_id citizen_create(struct db *db, const struct citizen_facts *facts);

/* Writes changed facts when nobody has since `version`; false when somebody has. */
bool citizen_update(struct db *db, struct citizen_id citizen, const struct citizen_facts *facts, int64_t version);

/* The hour of being housed: the row and citizen.housed, which starts the clocks of reception. A second
 * call corrects the first event, so that the deadlines move. */
void citizen_house(struct db *db, struct citizen_id citizen, instant housed_at);

/* Citizens by parts of their name (each word a beginning, up to three words) or by a whole CPR number,
 * those in the actor's reach only; at most `most`. */
struct citizen_found_list citizen_search(struct db *db, const char *typed, int64_t most);

/* A page of citizens by last name, after one of them (n = 0: from the beginning). */
enum citizen_scope { CITIZENS_MINE, CITIZENS_OF_MY_UNITS, CITIZENS_ALL, CITIZEN_SCOPE_COUNT };
struct citizen_found_list citizen_page(struct db *db, enum citizen_scope scope, struct citizen_id after, int64_t most);

/* "Nour Al-Khatib" */
const char *citizen_name(struct arena *arena, const char *first_name, const char *last_name);

#endif
