/* SPDX-License-Identifier: MIT
 * merge.h: two rows that are one company become one, and are parted again exactly as they were. */
#ifndef EMPLOYER_MERGE_H
#define EMPLOYER_MERGE_H

#include "employer/employer.h"

/* All that hangs on `gone` becomes `kept`'s, and `gone` is no longer listed; event company.merged in both streams. Both
 * are companies that are listed, and not the same. */
struct company_merge_id employer_merge(struct db *db, struct company_id kept, struct company_id gone);

/* Moves exactly those back; event company.parted. False when it was not merged, or is parted already. */
bool employer_part(struct db *db, struct company_merge_id merge);

/* Each table whose rows belong to a company (column `company`) and go with it. Ends with a row of NULL. */
struct merge_move {
    const char *table;
    void (*move)(struct db *db, struct company_id company, struct company_merge_id merge);
};
extern const struct merge_move merge_moves[];

/* Columns that refer to a company and stay as they are, and why. Ends with a row of NULL. A test finds every column of
 * the schema here or above. */
struct merge_stay {
    const char *table, *column, *why;
};
extern const struct merge_stay merge_stays[];

#endif
