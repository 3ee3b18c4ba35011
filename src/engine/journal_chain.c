/* SPDX-License-Identifier: MIT
 * journal_chain.c: the hash chain of a stream. Each event's hash covers the hash before it and all of its
 * own columns, of the fields only their hash (docs/decisions/0010). */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "base/check.h"
#include "engine/journal_private.h"

enum { HASH_LENGTH = 32 };

static struct bytes hash_of(struct arena *arena, const void *bytes, size_t length)
{
    unsigned char *hash = arena_alloc(arena, HASH_LENGTH);

    check(crypto_generichash(hash, HASH_LENGTH, bytes, length, NULL, 0) == 0);
    return (struct bytes){ hash, HASH_LENGTH };
}

struct bytes journal_fields_hash(struct arena *arena, const char *fields)
{
    return hash_of(arena, fields, strlen(fields));
}

struct bytes journal_chain(struct arena *arena, struct bytes before, const struct journal_insert_in *row)
{
    char columns[400];
    unsigned char *hash = arena_alloc(arena, HASH_LENGTH);
    crypto_generichash_state state;
    int length = snprintf(columns, sizeof columns, "%lld|%lld|%lld|%lld|%lld|%d|%lld|%lld|%lld|%s|%lld|%lld|%d|",
                          (long long)row->lid, (long long)row->version, (long long)row->stream_kind,
                          (long long)row->stream, (long long)row->happened_at, row->is_day,
                          (long long)row->recorded_at, (long long)row->actor_kind, (long long)row->actor, row->kind,
                          (long long)row->subject_kind, (long long)row->subject, row->is_void);

    check(length > 0 && length < (int)sizeof columns);
    crypto_generichash_init(&state, NULL, 0, HASH_LENGTH);
    crypto_generichash_update(&state, before.at, before.length);
    crypto_generichash_update(&state, (const unsigned char *)columns, strlen(columns));
    crypto_generichash_update(&state, (const unsigned char *)row->code, strlen(row->code) + 1);
    crypto_generichash_update(&state, row->fields_hash.at, row->fields_hash.length);
    crypto_generichash_final(&state, hash, HASH_LENGTH);
    return (struct bytes){ hash, HASH_LENGTH };
}

static bool is_same(struct bytes a, struct bytes b)
{
    return a.length == b.length && memcmp(a.at, b.at, a.length) == 0;
}

/* The row as it was inserted, to be hashed again. */
static struct journal_insert_in as_inserted(const struct journal_row *row)
{
    return (struct journal_insert_in){
        .lid = row->lid, .version = row->version, .stream_kind = row->stream_kind, .stream = row->stream,
        .happened_at = row->happened_at, .is_day = row->is_day, .recorded_at = row->recorded_at,
        .actor_kind = row->actor_kind, .actor = row->actor, .kind = row->kind, .code = row->code,
        .subject_kind = row->subject_kind, .subject = row->subject, .is_void = row->is_void,
        .fields = row->fields, .fields_hash = row->fields_hash, .hash = row->hash,
    };
}

static bool is_whole(struct arena *arena, struct bytes before, const struct journal_row *row)
{
    struct journal_insert_in inserted = as_inserted(row);

    if (row->fields != NULL && !is_same(journal_fields_hash(arena, row->fields), row->fields_hash))
        return false;
    return is_same(journal_chain(arena, before, &inserted), row->hash);
}

bool journal_is_whole(struct db *db, struct stream stream, int64_t *first_bad)
{
    struct actor actor = db_become_system(db);
    struct journal_row_list rows = journal_versions(db, stream.kind, stream.id);
    struct stream_row head = { 0 };
    struct bytes before = { 0 };
    size_t good = 0;

    stream_head(db, stream.kind, stream.id, &head);
    while (good < rows.count && is_whole(db_arena(db), before, &rows.at[good]))
        before = rows.at[good++].hash;
    db_set_actor(db, actor);
    if (good < rows.count)
        *first_bad = rows.at[good].lid;
    else
        *first_bad = 0; /* All there are fit; some may be missing at the end. */
    return good == rows.count && head.event_count == (int64_t)rows.count && is_same(before, head.head_hash);
}
