/* SPDX-License-Identifier: MIT
 * origin.h: where a new placement comes from. A feature further down may fill in the form and be told of what was made;
 * it registers itself once at start, since placement knows none of them. */
#ifndef PLACEMENT_ORIGIN_H
#define PLACEMENT_ORIGIN_H

#include "placement_sql.h"
#include "web/form.h"

struct placement_origin {
    const char *field; /* Of the address and of the form: "forslag". */
    /* Fills in what is known for this citizen; false when `value` is none of hers. */
    bool (*fill)(struct form *form, struct citizen_id citizen, const char *value);
    void (*made)(struct db *db, struct citizen_id citizen, const char *value, struct placement_id placement);
};

/* At start; at most PLACEMENT_ORIGINS of them. */
enum { PLACEMENT_ORIGINS = 2 };
void placement_origin_add(const struct placement_origin *origin);

#endif
