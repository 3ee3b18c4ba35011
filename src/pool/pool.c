/* SPDX-License-Identifier: MIT
 * pool.c: reserving money of a pool, and what becomes of it. */
#include "pool/pool.h"

#include "base/text.h"
#include "engine/journal.h"

const char *const pool_state_codes[POOL_STATE_COUNT + 1] = { "reserved", "spent", "released", NULL };

int64_t pool_left(struct db *db, struct pool_id pool)
{
    struct pool_row row;

    return pool_load(db, pool, &row) ? row.budget - pool_taken(db, pool) : 0;
}

static const char *number_text(struct db *db, int64_t number)
{
    return arena_format(db_arena(db), "%lld", (long long)number);
}

static void note(struct db *db, const struct placement_row *placement, struct pool_id pool, enum pool_state state,
                 int64_t amount)
{
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, placement->citizen.n },
        .also = { STREAM_COMPANY, placement->company.n },
        .kind = EVENT_PLACEMENT_CHANGED,
        .code = arena_format(db_arena(db), "pool_%s", pool_state_codes[state]),
        .subject = { SUBJECT_PLACEMENT, placement->id.n },
        .at = db_now(db),
        .fields = { { "pool", number_text(db, pool.n) }, { "amount", number_text(db, amount) } },
    });
}

enum pool_why pool_reserve(struct db *db, const struct pool_row *pool, const struct placement_row *placement,
                           int64_t amount, const char *kind, const char *what)
{
    if (placement->from_day < pool->from_day || (pool->to_day != DAY_NONE && placement->from_day > pool->to_day))
        return POOL_OUT_OF_DAYS;
    pool_hold(db, pool->id);
    if (amount > pool_left(db, pool->id))
        return POOL_TOO_MUCH;
    pool_reservation_insert(db, &(struct pool_reservation_insert_in){
        .pool = pool->id,
        .placement = placement->id,
        .citizen = placement->citizen,
        .amount = amount,
        .kind = kind,
        .what = what,
        .state_day = db_today(db),
        .author = { db_actor(db).id },
    });
    note(db, placement, pool->id, POOL_RESERVED, amount);
    return POOL_FINE;
}

static const struct pool_reservation_row *find(const struct pool_reservation_row_list *rows,
                                               struct pool_reservation_id id)
{
    for (size_t i = 0; i < rows->count; i++)
        if (rows->at[i].id.n == id.n)
            return &rows->at[i];
    return NULL;
}

enum pool_why pool_set_state(struct db *db, const struct placement_row *placement,
                             struct pool_reservation_id reservation, enum pool_state state)
{
    struct pool_reservation_row_list rows = pool_of_placement(db, placement->id, placement->citizen);
    const struct pool_reservation_row *row = find(&rows, reservation);

    if (row == NULL)
        return POOL_NOT_THERE;
    pool_hold(db, row->pool);
    if (text_is(row->state, pool_state_codes[POOL_RELEASED]) && state != POOL_RELEASED &&
        row->amount > pool_left(db, row->pool))
        return POOL_TOO_MUCH;
    note(db, placement, row->pool, state, row->amount);
    pool_reservation_set(db, pool_state_codes[state], db_today(db), row->id, placement->id, placement->citizen);
    return POOL_FINE;
}
