/* SPDX-License-Identifier: MIT
 * guard.c: whose case may an actor see? Asked by the db layer once a citizen and request, for every
 * statement that reads a citizen; strangers find nothing. */
#include "casefile/casefile.h"

bool casefile_guard(struct db *db, struct actor actor, int64_t citizen)
{
    if (actor.kind != ACTOR_STAFF)
        return false;
    if (actor.permissions & PERMISSION_BIT(MAY_CASE_ALL))
        return true;
    return casefile_reach(db, (struct citizen_id){ citizen }, (struct staff_id){ actor.id }, db_now(db)) != 0;
}
