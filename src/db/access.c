/* SPDX-License-Identifier: MIT
 * access.c: who touched whose data. Notes are gathered during a request; a write stores them in its
 * transaction, a read spools them (spool.c) and db_access_ingest moves them later. Every row carries a
 * hash over itself and the hash before it. Decision 0003. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "db/private.h"
#include "db_sql.h"

enum { HASH_SIZE = 32, VERIFY_AT_ONCE = 1000, ARENA_MAX = 64 * 1024 * 1024, FIELD_COUNT = 8 };

static db_guard *guard;

void db_set_guard(db_guard *asked)
{
    guard = asked;
}

/* --- gathering --- */

static uint32_t slot_of(const struct db *db, int64_t citizen, struct actor actor)
{
    uint64_t mixed = ((uint64_t)citizen * 31 + (uint64_t)actor.id) * 7 + (uint64_t)actor.kind;

    mixed *= 0x9e3779b97f4a7c15u; /* 2^64 divided by the golden ratio: neighbours land far apart. */
    return (uint32_t)(mixed >> 32) & (uint32_t)(db->access_slot_count - 1);
}

/* The slot where this citizen and actor are, or would be. */
static uint32_t *find_slot(const struct db *db, int64_t citizen, struct actor actor)
{
    uint32_t i = slot_of(db, citizen, actor);

    for (; db->access_slots[i] != 0; i = (i + 1) & (uint32_t)(db->access_slot_count - 1)) {
        const struct access *access = &db->accesses.at[db->access_slots[i] - 1];
        if (access->citizen == citizen && access->actor.id == actor.id && access->actor.kind == actor.kind)
            break;
    }
    return &db->access_slots[i];
}

/* Keeps the table at most half full. */
static void make_slots(struct db *db)
{
    if (db->accesses.count * 2 < db->access_slot_count)
        return;
    db->access_slot_count = db->access_slot_count == 0 ? 16 : db->access_slot_count * 2;
    db->access_slots = arena_array(db->request_arena, db->access_slot_count, sizeof *db->access_slots);
    for (size_t i = 0; i < db->accesses.count; i++)
        if (db->accesses.at[i].citizen != 0)
            *find_slot(db, db->accesses.at[i].citizen, db->accesses.at[i].actor) = (uint32_t)i + 1;
}

/* The guard looks at assignments and units as the program itself. */
static bool ask_guard(struct db *db, int64_t citizen)
{
    struct actor actor = db_become_system(db);

    db->is_asking_guard = true;
    bool is_allowed = guard(db, actor, citizen);
    db->is_asking_guard = false;
    db_set_actor(db, actor);
    return is_allowed && db->failure == DB_FINE;
}

static void note_statement(struct db *db, struct access *access, const struct statement *statement)
{
    for (size_t i = 0; i < access->statements.count; i++)
        if (access->statements.at[i] == statement)
            return;
    *LIST_ADD(db->request_arena, &access->statements) = statement;
}

bool access_may_see(struct db *db, const struct statement *statement, int64_t citizen)
{
    if (db->actor.kind == ACTOR_SYSTEM)
        return true;

    make_slots(db);
    uint32_t *slot = find_slot(db, citizen, db->actor);
    if (*slot == 0) {
        bool is_allowed = guard == NULL || ask_guard(db, citizen);
        *LIST_ADD(db->request_arena, &db->accesses) =
            (struct access){ .citizen = citizen, .actor = db->actor, .is_allowed = is_allowed };
        *slot = (uint32_t)db->accesses.count;
    }
    struct access *access = &db->accesses.at[*slot - 1];
    if (!access->is_allowed) {
        db_fail(db, DB_REFUSED, "actor may not see the citizen of %s", statement->name);
        return false;
    }
    note_statement(db, access, statement);
    if (db->seen != NULL)
        db->seen(db->seen_context, statement, citizen);
    return true;
}

void access_note_list(struct db *db, const struct statement *statement, const char *citizens)
{
    if (db->actor.kind == ACTOR_SYSTEM)
        return;

    struct access *access = LIST_ADD(db->request_arena, &db->accesses);
    *access = (struct access){ .actor = db->actor, .is_allowed = true, .citizens = citizens };
    note_statement(db, access, statement);
}

/* --- one record as a line of text: what is spooled, and what is hashed --- */

struct record {
    int64_t at, actor_kind, actor, citizen, request;
    const char *citizens, *statement, *reason;
};

static struct record record_of(struct db *db, const struct access *access)
{
    struct text names = text_new(db->arena);

    for (size_t i = 0; i < access->statements.count; i++)
        text_add_format(&names, "%s%s", i == 0 ? "" : " ", access->statements.at[i]->name);
    return (struct record){
        .at = db->now, .actor_kind = access->actor.kind, .actor = access->actor.id, .citizen = access->citizen,
        .request = db->request, .citizens = access->citizens, .statement = text_done(&names), .reason = db->reason,
    };
}

/* A text as one field: its control characters become spaces, NULL is the same as "". */
static void add_field(struct text *line, const char *text)
{
    while (text != NULL && *text != 0) {
        size_t length = 0;
        while ((unsigned char)text[length] >= 0x20)
            length++;
        text_add_bytes(line, text, length);
        text += length;
        if (*text != 0) {
            text_add_char(line, ' ');
            text++;
        }
    }
}

static void add_line(struct text *line, const struct record *record)
{
    text_add_format(line, "%lld\t%lld\t%lld\t%lld\t%lld\t", (long long)record->at, (long long)record->actor_kind,
                    (long long)record->actor, (long long)record->citizen, (long long)record->request);
    add_field(line, record->citizens);
    text_add_char(line, '\t');
    add_field(line, record->statement);
    text_add_char(line, '\t');
    add_field(line, record->reason);
    text_add_char(line, '\n');
}

static const char *none_if_blank(const char *text)
{
    return text == NULL || *text == 0 ? NULL : text;
}

/* A line back as a record. One that power cut short is kept as a record of that. */
static struct record record_read(struct arena *arena, const char *line)
{
    struct text_pieces fields = text_split(arena, line, '\t');
    struct record record = { 0 };

    bool is_whole = fields.count == FIELD_COUNT && text_to_int(fields.at[0], &record.at) &&
                    text_to_int(fields.at[1], &record.actor_kind) && text_to_int(fields.at[2], &record.actor) &&
                    text_to_int(fields.at[3], &record.citizen) && text_to_int(fields.at[4], &record.request);
    if (!is_whole)
        return (struct record){ .statement = "unreadable record" };
    record.citizens = none_if_blank(fields.at[5]);
    record.statement = fields.at[6];
    record.reason = none_if_blank(fields.at[7]);
    return record;
}

/* --- the chain --- */

struct chain_link {
    int64_t length;
    unsigned char hash[HASH_SIZE];
};

static struct chain_link link_load(struct db *db)
{
    struct chain_end_row end;
    struct chain_link link = { 0 };

    if (chain_end(db, "access", &end) && end.hash.length == HASH_SIZE) {
        link.length = end.length;
        memcpy(link.hash, end.hash.at, HASH_SIZE);
    }
    return link;
}

/* The next link: over the hash before, the row's number and the row. */
static void link_advance(struct arena *arena, struct chain_link *link, const struct record *record)
{
    struct text line = text_new(arena);

    link->length++;
    text_add_bytes(&line, (const char *)link->hash, HASH_SIZE);
    text_add_format(&line, "%lld\t", (long long)link->length);
    add_line(&line, record);
    crypto_generichash(link->hash, HASH_SIZE, (const unsigned char *)line.at, line.length, NULL, 0);
}

static void store_record(struct db *db, struct chain_link *link, const struct record *record)
{
    link_advance(db->arena, link, record);
    access_log_add(db, &(struct access_log_add_in){
        .id = link->length, .at = record->at, .actor_kind = record->actor_kind, .actor = record->actor,
        .citizen = record->citizen, .citizens = none_if_blank(record->citizens), .statement = record->statement,
        .request = record->request, .reason = none_if_blank(record->reason),
        .hash = { link->hash, HASH_SIZE },
    });
}

static void link_store(struct db *db, const struct chain_link *link)
{
    chain_set(db, "access", link->length, (struct bytes){ link->hash, HASH_SIZE });
}

/* --- at the end of a request --- */

bool access_store(struct db *db)
{
    if (db->accesses.count == 0)
        return true;

    struct actor actor = db_become_system(db);
    struct chain_link link = link_load(db);
    for (size_t i = 0; i < db->accesses.count && db->failure == DB_FINE; i++) {
        struct record record = record_of(db, &db->accesses.at[i]);
        store_record(db, &link, &record);
    }
    link_store(db, &link);
    db_set_actor(db, actor);
    return db->failure == DB_FINE;
}

bool access_spool(struct db *db)
{
    if (db->accesses.count == 0)
        return true;
    if (!db_count_call(db))
        return false;

    struct text lines = text_new(db->arena);
    for (size_t i = 0; i < db->accesses.count; i++) {
        struct record record = record_of(db, &db->accesses.at[i]);
        add_line(&lines, &record);
    }
    if (!spool_append(db->spool, lines.at, lines.length))
        db_fail(db, DB_FAILED, "the access log cannot be spooled");
    return db->failure == DB_FINE;
}

/* Control characters stand where the time and the request's number come: no field has any (add_field). */
enum { HOLE_TIME = 1, HOLE_REQUEST = 2 };

struct db_looks db_looks(struct db *db, struct arena *arena)
{
    struct text lines = text_new(arena);

    for (size_t i = 0; i < db->accesses.count; i++) {
        struct record record = record_of(db, &db->accesses.at[i]);
        text_add_format(&lines, "%c\t%lld\t%lld\t%lld\t%c\t", HOLE_TIME, (long long)record.actor_kind,
                        (long long)record.actor, (long long)record.citizen, HOLE_REQUEST);
        add_field(&lines, record.citizens);
        text_add_char(&lines, '\t');
        add_field(&lines, record.statement);
        text_add(&lines, "\t\n");
    }
    return (struct db_looks){
        .lines = lines.at, .length = lines.length,
        .has_reason = db->reason != NULL, .shows_access_log = db->shows_access_log,
    };
}

void db_look_again(struct db *db, const struct db_looks *looks)
{
    check(db->is_open && db->purpose == DB_READ && !looks->has_reason);
    db->looks_again = looks;
}

bool access_spool_again(struct db *db)
{
    struct text lines = text_new(db->arena);
    const char *at = db->looks_again->lines, *end = at + db->looks_again->length;

    if (db->looks_again->length == 0)
        return true;
    if (!db_count_call(db))
        return false;
    for (const char *hole; at < end; at = hole + 1) {
        for (hole = at; hole < end && *hole != HOLE_TIME && *hole != HOLE_REQUEST; hole++)
            continue;
        text_add_bytes(&lines, at, (size_t)(hole - at));
        if (hole < end)
            text_add_int(&lines, *hole == HOLE_TIME ? db->now : db->request);
    }
    if (!spool_append(db->spool, lines.at, lines.length))
        db_fail(db, DB_FAILED, "the access log cannot be spooled");
    return db->failure == DB_FINE;
}

bool db_access_sync(struct db *db)
{
    return spool_sync(db->spool);
}

/* --- from the spool into the table --- */

static int64_t store_lines(struct db *db, const char *lines)
{
    struct text_pieces pieces = text_split(db->arena, lines, '\n');
    struct chain_link link = link_load(db);
    int64_t count = 0;

    for (size_t i = 0; i < pieces.count && db->failure == DB_FINE; i++) {
        if (*pieces.at[i] == 0)
            continue; /* After the last line end, or where a cut line was ended. */
        struct record record = record_read(db->arena, pieces.at[i]);
        store_record(db, &link, &record);
        count++;
    }
    link_store(db, &link);
    return count;
}

/* Takes one piece, in one transaction with the position up to which it was taken. The number of records,
 * 0 when there are none left, -1 on failure. */
static int64_t ingest_piece(struct db *db, struct arena *arena)
{
    struct spool_piece piece = { 0 };

    db_begin(db, DB_WRITE, arena, actor_system, 0);
    db_set_unseen(db); /* But for the length of the log, which is in its chain. */
    if (!spool_generation(db->spool, arena, &piece))
        db_fail(db, DB_FAILED, "the spool of the access log cannot be read");
    int64_t position = access_spool_position(db, piece.generation);
    if (db->failure == DB_FINE && !spool_read(db->spool, arena, position, &piece))
        db_fail(db, DB_FAILED, "the spool of the access log cannot be read");
    if (db->failure != DB_FINE || piece.length == 0) {
        bool is_fine = db->failure == DB_FINE && spool_renew(db->spool, position);
        db_rollback(db);
        return is_fine ? 0 : -1;
    }
    int64_t count = store_lines(db, piece.lines);
    access_spool_set(db, piece.generation, position + (int64_t)piece.length);
    access_spool_forget(db, piece.generation_before);
    return db_commit(db) ? count : -1;
}

int64_t db_access_ingest(struct db *db)
{
    struct arena *arena = arena_new(ARENA_MAX);
    int64_t total = 0, count;

    while ((count = ingest_piece(db, arena)) > 0) {
        total += count;
        arena_reset(arena);
    }
    arena_free(arena);
    return count < 0 ? -1 : total;
}

/* --- verifying --- */

/* Whether a row is what the chain says must come after `link`, which then advances. */
static bool row_fits(struct arena *arena, struct chain_link *link, const struct access_row *row)
{
    const struct record record = {
        .at = row->at, .actor_kind = row->actor_kind, .actor = row->actor, .citizen = row->citizen,
        .request = row->request, .citizens = row->citizens, .statement = row->statement, .reason = row->reason,
    };

    link_advance(arena, link, &record);
    return row->id == link->length && row->hash.length == HASH_SIZE &&
           memcmp(row->hash.at, link->hash, HASH_SIZE) == 0;
}

/* Follows the chain from its beginning; at the first row that does not fit, link->length is its number. */
static bool follow(struct db *db, struct arena *arena, struct chain_link *link)
{
    for (;;) {
        struct access_row_list rows = access_log_from(db, link->length + 1, VERIFY_AT_ONCE);
        for (size_t i = 0; i < rows.count; i++)
            if (!row_fits(arena, link, &rows.at[i]))
                return false;
        if (rows.count == 0)
            return true;
        arena_reset(arena);
    }
}

bool db_access_verify(struct db *db, int64_t *first_bad)
{
    struct arena *arena = arena_new(ARENA_MAX);
    struct chain_link link = { 0 };

    db_begin(db, DB_READ, arena, actor_system, 0);
    struct chain_link end = link_load(db);
    bool is_whole = follow(db, arena, &link);
    *first_bad = is_whole ? 0 : link.length;
    if (is_whole && (link.length != end.length || memcmp(link.hash, end.hash, HASH_SIZE) != 0)) {
        is_whole = false;
        *first_bad = link.length < end.length ? link.length + 1 : end.length + 1;
    }
    if (!db_commit(db)) {
        *first_bad = 0;
        is_whole = false;
    }
    arena_free(arena);
    return is_whole;
}
