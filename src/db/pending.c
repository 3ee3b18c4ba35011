/* SPDX-License-Identifier: MIT
 * pending.c: what is to be called before the commit. An import touches tens of thousands of streams in one
 * transaction, so the calls are found by hash, and the memory of one is given back before the next. */
#include <string.h>

#include "base/check.h"
#include "db/private.h"

enum { SLOTS_FIRST = 16, CALL_ARENA_LIMIT = 256 * 1024 * 1024, PUT_OFF_ARENA_LIMIT = 1 << 30 };

void pending_begin(struct db *db)
{
    if (db->put_off_arena == NULL)
        memset(&db->pending, 0, sizeof db->pending);
}

void pending_free(struct db *db)
{
    arena_free(db->put_off_arena);
    arena_free(db->call_arena);
}

/* The few different functions need no part in the hash: `about` is nearly always another. */
static uint32_t *find_slot(struct pending *pending, struct pending_call wanted)
{
    uint64_t mixed = (uint64_t)wanted.about * 0x9e3779b97f4a7c15u; /* 2^64 divided by the golden ratio. */
    uint32_t mask = (uint32_t)(pending->slot_count - 1);
    uint32_t i = (uint32_t)(mixed >> 32) & mask;

    for (; pending->slots[i] != 0; i = (i + 1) & mask) {
        const struct pending_call *there = &pending->calls.at[pending->slots[i] - 1];
        if (there->call == wanted.call && there->about == wanted.about)
            break;
    }
    return &pending->slots[i];
}

/* Keeps the table at most half full. */
static void make_slots(struct arena *arena, struct pending *pending)
{
    if (pending->calls.count * 2 < pending->slot_count)
        return;
    pending->slot_count = pending->slot_count == 0 ? SLOTS_FIRST : pending->slot_count * 2;
    pending->slots = arena_array(arena, pending->slot_count, sizeof *pending->slots);
    for (size_t i = 0; i < pending->calls.count; i++)
        *find_slot(pending, pending->calls.at[i]) = (uint32_t)i + 1;
}

void db_before_commit(struct db *db, void (*call)(struct db *db, int64_t about), int64_t about)
{
    struct pending_call wanted = { call, about };
    struct arena *arena = db->put_off_arena == NULL ? db->request_arena : db->put_off_arena;

    check(db->is_open && db->purpose == DB_WRITE);
    make_slots(arena, &db->pending);
    uint32_t *slot = find_slot(&db->pending, wanted);
    if (*slot != 0)
        return;
    *LIST_ADD(arena, &db->pending.calls) = wanted;
    *slot = (uint32_t)db->pending.calls.count;
}

/* Makes the calls from `first` on, at most `most`; the number of the next one. */
static size_t run(struct db *db, size_t first, size_t most)
{
    struct arena *before = db->arena;
    size_t i = first;

    if (db->pending.calls.count > 0 && db->call_arena == NULL)
        db->call_arena = arena_new(CALL_ARENA_LIMIT);
    for (; i < db->pending.calls.count && i - first < most && db->failure == DB_FINE; i++) {
        struct pending_call next = db->pending.calls.at[i];
        db_use_arena(db, db->call_arena);
        next.call(db, next.about);
        db_use_arena(db, before);
        arena_reset(db->call_arena);
    }
    return i;
}

void pending_run(struct db *db)
{
    if (db->put_off_arena == NULL)
        run(db, 0, SIZE_MAX);
}

void db_put_off_calls(struct db *db)
{
    check(!db->is_open && db->put_off_arena == NULL);
    memset(&db->pending, 0, sizeof db->pending);
    db->put_off_arena = arena_new(PUT_OFF_ARENA_LIMIT);
    db->put_off_done = 0;
}

size_t db_run_put_off(struct db *db, size_t most)
{
    check(db->is_open && db->purpose == DB_WRITE && db->put_off_arena != NULL);
    db->put_off_done = run(db, db->put_off_done, most);
    size_t left = db->pending.calls.count - db->put_off_done;
    if (left == 0) {
        memset(&db->pending, 0, sizeof db->pending);
        arena_reset(db->put_off_arena);
        db->put_off_done = 0;
    }
    return left;
}
