/* SPDX-License-Identifier: MIT
 * merge.h: two rows that are one company become one, and are parted again exactly as they were. */
#ifndef EMPLOYER_MERGE_H
#define EMPLOYER_MERGE_H

#include "employer/employer.h"

/* Contacts, talks, placements, agreements and links of `gone` become `kept`'s, and `gone` is no longer listed; event
 * company.merged in both streams. Both are companies that are listed, and not the same. */
struct company_merge_id employer_merge(struct db *db, struct company_id kept, struct company_id gone);

/* Moves exactly those back; event company.parted. False when it was not merged, or is parted already. */
bool employer_part(struct db *db, struct company_merge_id merge);

#endif
