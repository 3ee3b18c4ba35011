/* SPDX-License-Identifier: MIT
 * obligation_private.h: whose a row is (owner.c), for obligation.c. */
#ifndef ENGINE_OBLIGATION_PRIVATE_H
#define ENGINE_OBLIGATION_PRIVATE_H

#include "engine/obligation.h"
#include "engine_sql.h"

enum { SEATS_MAX = 64, DEPUTIES_MAX = 64 };

/* Where a role of a scheme sits for citizens of the unit `home`, and who alone has it there. */
struct seat {
    struct code scheme, role;
    struct unit_id home, unit;
    int64_t only;
};

/* Who acts for somebody today, and when that changes. */
struct deputy {
    int64_t staff, acting;
    day changes; /* DAY_NONE for never. */
};

/* What is the same for many streams of one transaction, each looked up once. */
struct offices {
    const struct ruleset *rules;
    struct seat seats[SEATS_MAX];
    size_t seat_count;
    struct deputy deputies[DEPUTIES_MAX];
    size_t deputy_count;
};

/* Who could own a stream's rows. */
struct owners {
    struct citizen_id citizen;
    struct unit_id unit;
    struct team_member_row_list team;
    struct offices *offices;
    day changes; /* When somebody among them next goes away or comes back; DAY_NONE for never. */
};
struct owners owners_of(struct db *db, struct offices *offices, struct stream stream);

/* The unit whose a row is, and the person; 0: the unit's list. */
struct owned {
    struct unit_id unit;
    int64_t staff;
};
struct owned owned_by(struct db *db, struct owners *owners, const struct obligation *row);

#endif
