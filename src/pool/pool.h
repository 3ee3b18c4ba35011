/* SPDX-License-Identifier: MIT
 * pool.h: pools of money (S57, S85: a central pool for IGU; S67: freed time for mentors): a budget, what is
 * reserved for placements, what is spent, and what is left. More than what is left cannot be reserved. */
#ifndef POOL_POOL_H
#define POOL_POOL_H

#include "db/db.h"
#include "placement/placement.h"
#include "pool_sql.h"

/* A reservation's states. Codes as stored; NULL last. */
enum pool_state { POOL_RESERVED, POOL_SPENT, POOL_RELEASED, POOL_STATE_COUNT };
extern const char *const pool_state_codes[POOL_STATE_COUNT + 1];

/* Why nothing was reserved or changed; POOL_NOT_THERE: no such reservation of this placement. */
enum pool_why { POOL_FINE, POOL_OUT_OF_DAYS, POOL_TOO_MUCH, POOL_NOT_THERE };

/* What is left in whole kroner: the budget less all that is reserved or spent. */
int64_t pool_left(struct db *db, struct pool_id pool);

/* Reserves whole kroner (above 0) for a placement and a kind (a code of the list pool_kind, or ""), when so much is left and the pool's days cover the
 * placement's first; the pool is held meanwhile, so two at once cannot overdraw it. Event
 * placement.changed(pool_reserved). */
enum pool_why pool_reserve(struct db *db, const struct pool_row *pool, const struct placement_row *placement,
                           int64_t amount, const char *kind, const char *what);

/* A reservation is spent, released, or reserved again (when so much is left); event placement.changed(pool_...).
 * POOL_NOT_THERE when it is not this placement's, POOL_TOO_MUCH when there is not enough left. */
enum pool_why pool_set_state(struct db *db, const struct placement_row *placement,
                             struct pool_reservation_id reservation, enum pool_state state);

#endif
