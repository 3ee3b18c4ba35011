/* SPDX-License-Identifier: MIT
 * guard.c: whose case may an actor see? Asked by the db layer once a citizen and request, for every
 * statement that reads a citizen; strangers find nothing. An opened case carries its reason into the
 * access log. */
#include "casefile/casefile.h"

bool casefile_guard(struct db *db, struct actor actor, int64_t citizen)
{
    if (actor.kind == ACTOR_COMPANY)
        return casefile_link_reach(db, (struct citizen_id){ citizen }, (struct link_id){ actor.id }, db_now(db)) != 0;
    if (actor.kind != ACTOR_STAFF)
        return false;
    if (actor.permissions & (PERMISSION_BIT(MAY_CASE_ALL) | PERMISSION_BIT(MAY_CASE_ERASE)))
        return true;

    struct citizen_id of = { citizen };
    struct staff_id staff = { actor.id };
    enum casefile_reach_kind reach = (enum casefile_reach_kind)casefile_reach(db, of, staff, db_now(db), db_today(db));
    if (reach == REACH_BREAK_GLASS)
        db_set_reason(db, casefile_break_glass_reason(db, of, staff, db_now(db)));
    if (reach == REACH_DEPUTY)
        db_set_reason(db, arena_format(db_arena(db), "Stedfortræder for %s", casefile_stood_in_for(db, staff, db_today(db))));
    return reach != REACH_NONE;
}
