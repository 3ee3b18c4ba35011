/* SPDX-License-Identifier: MIT
 * workplace.h: what both sides of a match have said: the places that companies have agreed to, and what a citizen
 * wishes, can and needs. Rows and statements are in workplace.sql; what comes of them is in src/proposal. */
#ifndef WORKPLACE_WORKPLACE_H
#define WORKPLACE_WORKPLACE_H

#include "citizen/holding.h"
#include "db/db.h"
#include "workplace_sql.h"

enum { WORK_WISHES = 3, WORK_CANS = 8, WORK_ZONES_MAX = 1000 };

/* Functions of a citizen in her order; codes may be NULL or "" from the end on. */
struct work_functions {
    const char *wishes[WORK_WISHES], *cans[WORK_CANS];
};

/* Writes what work must fit with a citizen, and the event wish.expressed when her first wish is another one. False when
 * somebody has changed it since `version` (0: nobody had said anything). */
bool workplace_write_citizen(struct db *db, const struct citizen_work_put_in *work, const struct work_functions *functions);

/* She wants what a market beside work's has (a code of market_kind), or no longer does: wish.expressed when that is new,
 * beside what she wanted before (market_wishes_of). */
void workplace_want(struct db *db, struct citizen_id citizen, const struct market_wish_row_list *before, const char *kind,
                    bool is_wanted);

/* Not to be proposed before a day; DAY_NONE: again at once. */
void workplace_park(struct db *db, struct citizen_id citizen, day until, const char *words);

/* A new store's job functions, from matching/functions.yaml. */
void workplace_found(struct db *db, const char *code, const char *words);

/* The labels of the bits of a value, by the codes of a glossary list: "tunge løft, støj"; "" for none. */
const char *work_bits_words(struct arena *arena, int language, const char *list, int64_t bits);

extern const struct holding workplace_holding;

#endif
