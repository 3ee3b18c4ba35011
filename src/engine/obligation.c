/* SPDX-License-Identifier: MIT
 * obligation.c: rows in the store follow rows computed, by key and only where they differ. */
#include "engine/obligation.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/list.h"
#include "base/text.h"
#include "engine/journal.h"
#include "engine/obligation_private.h"

enum { CHUNK = 200, ARENA_LIMIT = 256 * 1024 * 1024 };

static const char *text_of(struct code code)
{
    return code.text == NULL ? "" : code.text;
}

/* All columns of a row but `changed_at`, as one number. Two rows that differ share it once in 2^64. */
static int64_t digest_of(const struct obligation *row, const struct owned *owned)
{
    static const uint8_t secret[crypto_shorthash_KEYBYTES] = "fodfaeste rows 3";
    const int64_t columns[] = {
        owned->unit.n, owned->staff, row->trigger, row->state, row->anchor, row->due, row->act_by, row->climbs,
        row->suggested, row->settled_at, row->settled_by, row->is_hour_rule, row->is_registered_later, row->left,
        (int64_t)row->owner_role.hash, (int64_t)row->co_owner_role.hash, row->assigned_to, row->severity,
        (int64_t)row->duty.hash, row->rule_from, row->is_restricted, row->kind,
        row->trigger_kind, row->trigger_at, row->is_trigger_day,
    };
    uint8_t bytes[sizeof row->key.bytes + sizeof columns], hash[crypto_shorthash_BYTES];
    int64_t digest;

    memcpy(bytes, row->key.bytes, sizeof row->key.bytes);
    memcpy(bytes + sizeof row->key.bytes, columns, sizeof columns);
    crypto_shorthash(hash, bytes, sizeof bytes, secret);
    _Static_assert(sizeof digest == sizeof hash, "a digest is one hash");
    memcpy(&digest, hash, sizeof digest);
    return digest;
}

static struct obligation_put_in stored_form(struct db *db, const struct owners *owners, const struct obligation *row,
                                            const struct owned *owned)
{
    return (struct obligation_put_in){
        .name = obligation_key_text(db_arena(db), row->key),
        .stream_kind = row->stream.kind, .stream = row->stream.id,
        .citizen = owners->citizen, .unit = owned->unit,
        .scheme = text_of(row->scheme), .rule = text_of(row->rule), .enrolment = { row->enrolment },
        .subject_kind = row->subject.kind, .subject = row->subject.id, .trigger_event = row->trigger,
        .trigger_kind = row->trigger_kind == EVENT_KIND_COUNT ? "" : event_kind_names[row->trigger_kind],
        .trigger_at = row->trigger_at, .is_trigger_day = row->is_trigger_day,
        .kind = row->kind, .state = row->state, .anchor_at = row->anchor, .due_at = row->due,
        .act_by_at = row->act_by, .climbs_at = row->climbs, .suggested_at = row->suggested, .settled_at = row->settled_at,
        .settled_by = row->settled_by, .is_hour_rule = row->is_hour_rule,
        .is_registered_later = row->is_registered_later, .time_left = row->left,
        .owner = owned->staff, .owner_role = text_of(row->owner_role),
        .co_owner_role = text_of(row->co_owner_role), .assigned_to = row->assigned_to,
        .severity = row->severity, .duty = text_of(row->duty), .rule_from_day = row->rule_from,
        .is_restricted = row->is_restricted, .changed_at = db_now(db), .digest = digest_of(row, owned),
    };
}

static bool is_stored(const struct obligation_stored *old, const struct obligation_put_in *new)
{
    return old->trigger_event == new->trigger_event && text_is(old->trigger_kind, new->trigger_kind) &&
           old->trigger_at == new->trigger_at && old->is_trigger_day == new->is_trigger_day && old->state == new->state && old->anchor_at == new->anchor_at &&
           old->due_at == new->due_at && old->act_by_at == new->act_by_at && old->climbs_at == new->climbs_at &&
           old->suggested_at == new->suggested_at &&
           old->settled_at == new->settled_at && old->settled_by == new->settled_by &&
           old->is_hour_rule == new->is_hour_rule && old->is_registered_later == new->is_registered_later &&
           old->time_left == new->time_left && old->owner == new->owner && old->unit.n == new->unit.n &&
           text_is(old->owner_role, new->owner_role) && text_is(old->co_owner_role, new->co_owner_role) &&
           old->assigned_to == new->assigned_to && old->severity == new->severity && text_is(old->duty, new->duty) &&
           old->rule_from_day == new->rule_from_day && old->is_restricted == new->is_restricted;
}

static void remember(struct db *db, const struct obligation_stored *old)
{
    obligation_remember(db, &(struct obligation_remember_in){
        .name = old->name, .state = old->state, .due_at = old->due_at, .settled_at = old->settled_at,
        .owner = old->owner, .from_at = old->changed_at, .until_at = db_now(db),
    });
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct obligation_stored *)a)->name, ((const struct obligation_stored *)b)->name);
}

/* Writes what differs; answers how much. */
static int64_t store(struct db *db, struct stream stream, const struct owners *owners, const struct evaluation *evaluation,
                     const struct owned *owned)
{
    /* In order of name: both databases and strcmp order hexadecimal digits alike. */
    struct obligation_stored_list old = obligation_of_stream(db, stream.kind, stream.id);
    bool *is_kept = arena_array(db_arena(db), old.count, sizeof *is_kept);
    int64_t changed = 0;

    for (size_t i = 0; i < evaluation->count; i++) {
        struct obligation_put_in new = stored_form(db, owners, &evaluation->at[i], &owned[i]);
        struct obligation_stored wanted = { .name = new.name };
        struct obligation_stored *found = old.count == 0 ? NULL : bsearch(&wanted, old.at, old.count, sizeof *old.at, by_name);
        bool is_same = found != NULL && is_stored(found, &new);
        if (found != NULL)
            is_kept[found - old.at] = true;
        if (is_same && found->digest == new.digest)
            continue;
        if (is_same)
            new.changed_at = found->changed_at; /* Only its digest was not there yet. */
        else if (found != NULL)
            remember(db, found);
        obligation_put(db, &new);
        changed += !is_same;
    }
    for (size_t i = 0; i < old.count; i++) {
        if (is_kept[i])
            continue;
        remember(db, &old.at[i]);
        obligation_delete(db, old.at[i].name);
        changed++;
    }
    return changed;
}

/* Is all of it stored already? Asked of the digests alone, which an index has. Their sum is enough: rows that
 * differ sum up alike once in 2^64. */
static bool is_all_stored(struct db *db, struct stream stream, const struct evaluation *evaluation, const struct owned *owned)
{
    struct obligation_digest_row_list old = obligation_digests(db, stream.kind, stream.id);
    uint64_t difference = 0;

    if (old.count != evaluation->count)
        return false;
    for (size_t i = 0; i < evaluation->count; i++)
        difference += (uint64_t)digest_of(&evaluation->at[i], &owned[i]) - (uint64_t)old.at[i].digest;
    return difference == 0;
}

/* The cache of rules: one a process, since a worker serves one store. */
static struct {
    ruleset_loader *load;
    struct arena *arena;
    struct ruleset rules;
    struct workdays workdays;
    struct kind_mask kinds[STREAM_KIND_COUNT]; /* Which events the rules read. */
    int64_t version;
} cache = { .version = -1 };

void ruleset_set_loader(ruleset_loader *load)
{
    cache.load = load;
    cache.version = -1;
}

static struct workdays load_workdays(struct db *db, struct arena *arena)
{
    struct closed_day_row_list rows = closed_day_all(db);
    day *closed = arena_array(arena, rows.count, sizeof *closed);

    for (size_t i = 0; i < rows.count; i++)
        closed[i] = rows.at[i].day;
    return (struct workdays){ .closed = closed, .closed_count = rows.count };
}

static void load_rules(struct db *db, int64_t version)
{
    if (cache.arena == NULL)
        cache.arena = arena_new(ARENA_LIMIT);
    arena_reset(cache.arena);
    cache.rules = (struct ruleset){ .version = version };
    if (cache.load != NULL)
        cache.load(db, cache.arena, &cache.rules);
    cache.workdays = load_workdays(db, cache.arena);
    for (int kind = 0; kind < STREAM_KIND_COUNT; kind++)
        cache.kinds[kind] = ruleset_kinds(&cache.rules, (enum stream_kind)kind);
    cache.rules.version = version;
    cache.version = db_failure(db) == DB_FINE ? version : -1; /* Half a set of rules is for nobody after us. */
}

const struct ruleset *ruleset_current(struct db *db)
{
    struct actor actor = db_become_system(db);
    int64_t version = engine_version_now(db, "rules");

    if (version != cache.version && (db_failure(db) == DB_FINE || cache.arena == NULL))
        load_rules(db, version);
    db_set_actor(db, actor);
    return &cache.rules;
}

const struct workdays *workdays_current(struct db *db)
{
    ruleset_current(db);
    return &cache.workdays;
}

/* A number nobody can have seen, not the next one: what was read inside a change that was rolled back must
 * not pass for the change that took the same number after it. */
static int64_t fresh_version(void)
{
    uint64_t number;

    randombytes_buf(&number, sizeof number);
    return (int64_t)(number >> 1);
}

void ruleset_changed(struct db *db)
{
    struct actor actor = db_become_system(db);

    engine_version_put(db, "rules", fresh_version());
    db_set_actor(db, actor);
}

/* With the days of the last ruleset_current, which each caller has asked for. */
static struct evaluation evaluate_stream(struct db *db, struct stream stream, const struct ruleset *rules, instant now)
{
    struct view view = journal_view(db, stream, now, INSTANT_NEVER);

    return evaluate(db_arena(db), &view, rules, &cache.workdays);
}

/* How a stream is computed: `head` is its row when it was read, to be written only when it changes; a thorough
 * comparison looks at each column and not at digests. */
struct computing {
    struct offices *offices;
    const struct stream_row *head;
    bool is_thorough;
};

static void note_look(struct db *db, struct stream stream, const struct computing *how, instant next)
{
    instant look = next == INSTANT_NEVER ? INSTANT_NONE : next;
    int64_t version = how->offices->rules->version;

    if (how->head == NULL || how->head->next_look_at != look || how->head->rules != version)
        stream_looked(db, look, version, stream.kind, stream.id);
}

static int64_t recompute(struct db *db, struct stream stream, const struct computing *how)
{
    struct arena *arena = db_arena(db);
    struct event_versions versions = journal_load_kinds(db, stream, &cache.kinds[stream.kind]);
    struct view view = view_of(arena, stream, versions.at, versions.count, db_now(db), INSTANT_NEVER);
    struct evaluation evaluation = evaluate(arena, &view, how->offices->rules, &cache.workdays);
    struct owners owners = owners_of(db, how->offices, stream);
    struct owned *owned = arena_array(arena, evaluation.count, sizeof *owned);
    int64_t changed = 0;

    for (size_t i = 0; i < evaluation.count; i++)
        owned[i] = owned_by(db, &owners, &evaluation.at[i]);
    if (how->is_thorough || !is_all_stored(db, stream, &evaluation, owned))
        changed = store(db, stream, &owners, &evaluation, owned);
    instant next = evaluation.next_look;
    if (owners.changes != DAY_NONE && day_begin(owners.changes) < next)
        next = day_begin(owners.changes);
    note_look(db, stream, how, next);
    return changed;
}

int64_t engine_recompute_stream(struct db *db, struct stream stream)
{
    struct actor actor = db_become_system(db);
    struct offices offices = { .rules = ruleset_current(db) };
    int64_t changed = recompute(db, stream, &(struct computing){ .offices = &offices });

    db_set_actor(db, actor);
    return changed;
}

static void recompute_touched(struct db *db, int64_t about)
{
    engine_recompute_stream(db, stream_of_key(about));
}

void obligation_touch(struct db *db, struct stream stream)
{
    if (db_failure(db) == DB_FINE) /* After a failure a new row has no id, and nothing will be stored. */
        db_before_commit(db, recompute_touched, stream_key(stream));
}

void obligation_touch_citizen(struct db *db, int64_t citizen)
{
    obligation_touch(db, (struct stream){ STREAM_CITIZEN, citizen });
}

void obligation_touch_staff(struct db *db, int64_t staff)
{
    struct actor actor = db_become_system(db);

    engine_look_at_staff(db, db_now(db), staff);
    db_set_actor(db, actor);
}

static int64_t note(struct db *db, const struct obligation *row, enum event_kind kind, struct draft_field what)
{
    return journal_append(db, &(struct event_draft){
        .stream = row->stream, .kind = kind, .code = row->rule.text, .subject = row->subject, .at = db_now(db),
        .fields = { { "key", obligation_key_text(db_arena(db), row->key) }, what },
    });
}

bool obligation_assign(struct db *db, const struct obligation *row, int64_t staff)
{
    const char *number = arena_format(db_arena(db), "%lld", (long long)staff);

    return note(db, row, EVENT_OBLIGATION_ASSIGNED, (struct draft_field){ "staff", number }) != 0;
}

bool obligation_excuse(struct db *db, const struct obligation *row, const char *reason)
{
    return note(db, row, EVENT_OBLIGATION_EXCUSED, (struct draft_field){ "reason", reason }) != 0;
}

/* Walks streams in pieces, a transaction each; `next_piece` gives them, after the last one seen. */
typedef struct stream_row_list next_piece(struct db *db, const struct stream_row *last, instant now);

static struct stream_row_list piece_of_all(struct db *db, const struct stream_row *last, instant now)
{
    (void)now;
    return stream_page(db, last->stream_kind, last->stream, CHUNK);
}

static struct stream_row_list piece_of_due(struct db *db, const struct stream_row *last, instant now)
{
    (void)last;
    return stream_due(db, now, CHUNK);
}

/* One of many streams in a transaction: what it takes of memory is given back. */
static int64_t recompute_in(struct db *db, struct arena *scratch, const struct computing *how)
{
    struct arena *before = db_use_arena(db, scratch);
    int64_t written = recompute(db, (struct stream){ (enum stream_kind)how->head->stream_kind, how->head->stream }, how);

    db_use_arena(db, before);
    arena_reset(scratch);
    return written;
}

static bool recompute_pieces(struct db *db, instant now, next_piece *next, int64_t *changed)
{
    struct arena *arena = arena_new(ARENA_LIMIT), *scratch = arena_new(ARENA_LIMIT);
    struct stream_row last = { .stream_kind = -1 };
    bool is_fine = true;
    size_t count = CHUNK;

    *changed = 0;
    while (is_fine && count == CHUNK) {
        int64_t written = 0;
        arena_reset(arena);
        db_begin(db, DB_WRITE, arena, actor_system, now);
        struct offices *offices = arena_alloc(arena, sizeof *offices);
        offices->rules = ruleset_current(db);
        struct stream_row_list piece = next(db, &last, now);
        count = piece.count;
        for (size_t i = 0; i < count; i++)
            written += recompute_in(db, scratch, &(struct computing){ .offices = offices, .head = &piece.at[i] });
        if (count > 0)
            last = piece.at[count - 1];
        is_fine = db_commit(db);
        *changed += is_fine ? written : 0;
    }
    arena_free(scratch);
    arena_free(arena);
    return is_fine;
}

bool engine_recompute_all(struct db *db, instant now, int64_t *changed)
{
    return recompute_pieces(db, now, piece_of_all, changed);
}

bool engine_wake(struct db *db, instant now, int64_t *changed)
{
    return recompute_pieces(db, now, piece_of_due, changed);
}

int64_t engine_waiting(struct db *db)
{
    return stream_waiting(db, db_now(db));
}

/* One stream: its chain, and what is stored beside what is computed. */
static bool verify_stream(struct db *db, struct stream stream, void (*tell)(void *, const char *), void *about)
{
    const char *kind = stream_kind_names[stream.kind];
    int64_t number;
    bool is_whole = journal_is_whole(db, stream, &number);

    if (!is_whole)
        tell(about, arena_format(db_arena(db), "%s %lld: the journal is broken at event %lld", kind,
                                 (long long)stream.id, (long long)number));
    bool is_pack_whole = journal_pack_is_whole(db, stream);
    if (!is_pack_whole)
        tell(about, arena_format(db_arena(db), "%s %lld: what is kept in one piece is not what the journal has", kind,
                                 (long long)stream.id));
    struct offices offices = { .rules = ruleset_current(db) };
    int64_t changed = recompute(db, stream, &(struct computing){ .offices = &offices, .is_thorough = true });
    if (changed > 0)
        tell(about, arena_format(db_arena(db), "%s %lld: %lld obligations were not what the journal gives", kind,
                                 (long long)stream.id, (long long)changed));
    return is_whole && is_pack_whole && changed == 0;
}

bool engine_verify(struct db *db, instant now, void (*tell)(void *about, const char *sentence), void *about)
{
    struct arena *arena = arena_new(ARENA_LIMIT);
    struct stream_row last = { .stream_kind = -1 };
    bool is_fine = true;

    for (size_t count = CHUNK; count == CHUNK;) {
        arena_reset(arena);
        db_begin(db, DB_WRITE, arena, actor_system, now);
        struct stream_row_list piece = stream_page(db, last.stream_kind, last.stream, CHUNK);
        count = piece.count;
        for (size_t i = 0; i < count; i++)
            is_fine &= verify_stream(db, (struct stream){ (enum stream_kind)piece.at[i].stream_kind, piece.at[i].stream }, tell, about);
        if (count > 0)
            last = piece.at[count - 1];
        is_fine &= db_failure(db) == DB_FINE;
        db_rollback(db); /* Looking changes nothing. */
    }
    arena_free(arena);
    return is_fine;
}

static int by_key(const void *a, const void *b)
{
    const struct obligation *const *x = a, *const *y = b;

    return memcmp((*x)->key.bytes, (*y)->key.bytes, sizeof (*x)->key.bytes);
}

static const struct obligation **sorted(struct arena *arena, const struct evaluation *evaluation)
{
    const struct obligation **rows = arena_array(arena, evaluation->count, sizeof *rows);

    for (size_t i = 0; i < evaluation->count; i++)
        rows[i] = &evaluation->at[i];
    if (evaluation->count > 0)
        qsort(rows, evaluation->count, sizeof *rows, by_key);
    return rows;
}

struct row_differences evaluation_difference(struct arena *arena, const struct evaluation *before,
                                         const struct evaluation *after)
{
    const struct obligation **old = sorted(arena, before), **new = sorted(arena, after);
    struct row_differences differences = { arena_array(arena, before->count + after->count, sizeof *differences.at), 0 };

    for (size_t i = 0, j = 0; i < before->count || j < after->count;) {
        int order = i == before->count ? 1 : j == after->count ? -1 : by_key(&old[i], &new[j]);
        struct row_difference difference = { ROW_CHANGED, order <= 0 ? old[i] : NULL, order >= 0 ? new[j] : NULL };
        i += order <= 0;
        j += order >= 0;
        if (order == 0 && obligation_is_same(difference.before, difference.after))
            continue;
        if (order != 0)
            difference.kind = order < 0 ? ROW_GONE : ROW_NEW;
        differences.at[differences.count++] = difference;
    }
    return differences;
}

struct row_differences engine_try(struct db *db, struct stream stream, const struct ruleset *rules, instant at)
{
    struct evaluation before = evaluate_stream(db, stream, ruleset_current(db), at);
    struct evaluation after = evaluate_stream(db, stream, rules, at);

    return evaluation_difference(db_arena(db), &before, &after);
}

struct row_differences engine_try_workdays(struct db *db, struct stream stream, const struct workdays *workdays, instant at)
{
    const struct ruleset *rules = ruleset_current(db);
    struct view view = journal_view(db, stream, at, INSTANT_NEVER);
    struct evaluation before = evaluate(db_arena(db), &view, rules, &cache.workdays);
    struct evaluation after = evaluate(db_arena(db), &view, rules, workdays);

    return evaluation_difference(db_arena(db), &before, &after);
}
