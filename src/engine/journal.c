/* SPDX-License-Identifier: MIT
 * journal.c: appending to and reading the journal. The chain is in journal_chain.c, the text form of the
 * fields in journal_fields.c. */
#include "engine/journal.h"

#include <string.h>

#include "base/check.h"
#include "base/list.h"
#include "base/text.h"
#include "engine/journal_private.h"
#include "engine/obligation.h"

enum { STREAM_KEY_SHIFT = 56, UNPACKED_MAX = 8 };

/* What a load found beside the events. */
struct loaded {
    int64_t upto, last; /* Last row of the journal in the pack, and of all. */
    size_t unpacked;    /* Rows read one by one. */
};

int64_t stream_key(struct stream stream)
{
    check(stream.id > 0 && stream.id < (int64_t)1 << STREAM_KEY_SHIFT);
    return ((int64_t)stream.kind << STREAM_KEY_SHIFT) | stream.id;
}

struct stream stream_of_key(int64_t key)
{
    return (struct stream){ (enum stream_kind)(key >> STREAM_KEY_SHIFT), key & (((int64_t)1 << STREAM_KEY_SHIFT) - 1) };
}

/* Writes one version into one stream and moves the stream's head. */
static void write_version(struct db *db, struct journal_insert_in *row)
{
    struct stream_row head = { 0 };

    stream_head(db, row->stream_kind, row->stream, &head);
    row->fields_hash = journal_fields_hash(db_arena(db), row->fields);
    row->hash = journal_chain(db_arena(db), head.head_hash, row);
    journal_insert(db, row);
    stream_put_head(db, row->stream_kind, row->stream, row->hash);
    obligation_touch(db, (struct stream){ (enum stream_kind)row->stream_kind, row->stream });
}

int64_t journal_append(struct db *db, const struct event_draft *draft)
{
    struct actor actor = db_become_system(db);
    struct journal_insert_in row = {
        .lid = journal_lid_newest(db) + 1,
        .version = 1,
        .stream_kind = draft->stream.kind,
        .stream = draft->stream.id,
        .happened_at = draft->at,
        .is_day = draft->is_day,
        .recorded_at = db_now(db),
        .actor_kind = actor.kind,
        .actor = actor.id,
        .kind = event_kind_names[draft->kind],
        .code = draft->code == NULL ? "" : draft->code,
        .subject_kind = draft->subject.kind,
        .subject = draft->subject.id,
        .fields = journal_fields_write(db_arena(db), draft->fields, JOURNAL_FIELDS_MAX),
    };

    write_version(db, &row);
    if (draft->also.id != 0) {
        row.stream_kind = draft->also.kind;
        row.stream = draft->also.id;
        write_version(db, &row);
    }
    db_set_actor(db, actor);
    return db_failure(db) == DB_FINE ? row.lid : 0;
}

/* An event as it was last written, in each of its streams. */
static struct journal_row_list newest_version(struct db *db, int64_t lid)
{
    struct journal_row_list rows = journal_of_lid(db, lid);
    size_t count = 0;

    while (count < rows.count && rows.at[count].version == rows.at[0].version)
        count++;
    return (struct journal_row_list){ rows.at, count };
}

/* The next version of a row, the same in all else. */
static struct journal_insert_in next_version(struct db *db, const struct journal_row *before, struct actor actor)
{
    return (struct journal_insert_in){
        .lid = before->lid,
        .version = before->version + 1,
        .stream_kind = before->stream_kind,
        .stream = before->stream,
        .happened_at = before->happened_at,
        .is_day = before->is_day,
        .recorded_at = db_now(db),
        .actor_kind = actor.kind,
        .actor = actor.id,
        .kind = before->kind,
        .code = before->code,
        .subject_kind = before->subject_kind,
        .subject = before->subject,
        .fields = before->fields,
    };
}

void journal_move(struct db *db, int64_t lid, instant at)
{
    struct actor actor = db_become_system(db);
    struct journal_row_list rows = newest_version(db, lid);

    check(at != INSTANT_NONE);
    for (size_t i = 0; i < rows.count; i++) {
        struct journal_insert_in moved = next_version(db, &rows.at[i], actor);
        moved.happened_at = at;
        moved.is_day = false;
        write_version(db, &moved);
    }
    db_set_actor(db, actor);
}

void journal_void(struct db *db, int64_t lid)
{
    struct actor actor = db_become_system(db);
    struct journal_row_list rows = newest_version(db, lid);

    for (size_t i = 0; i < rows.count; i++) {
        struct journal_insert_in voided = next_version(db, &rows.at[i], actor);
        voided.is_void = true;
        write_version(db, &voided);
    }
    db_set_actor(db, actor);
}

/* Is the draft about that event: of its kind, in one of its streams? */
static bool is_of(const struct event_draft *draft, const struct journal_row_list *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        if (rows->at[i].stream_kind == (int64_t)draft->stream.kind && rows->at[i].stream == draft->stream.id &&
            text_is(rows->at[i].kind, event_kind_names[draft->kind]))
            return true;
    return false;
}

bool journal_correct(struct db *db, int64_t lid, const struct event_draft *draft)
{
    struct actor actor = db_become_system(db);
    struct journal_row_list rows = newest_version(db, lid);
    bool is_about = is_of(draft, &rows);

    for (size_t i = 0; is_about && i < rows.count; i++) {
        struct journal_insert_in corrected = next_version(db, &rows.at[i], actor);
        corrected.happened_at = draft->at;
        corrected.is_day = draft->is_day;
        corrected.code = draft->code == NULL ? "" : draft->code;
        corrected.subject_kind = draft->subject.kind;
        corrected.subject = draft->subject.id;
        corrected.fields = journal_fields_write(db_arena(db), draft->fields, JOURNAL_FIELDS_MAX);
        write_version(db, &corrected);
    }
    db_set_actor(db, actor);
    return is_about;
}

void journal_excuse(struct db *db, int64_t lid, int64_t reason)
{
    struct actor actor = db_become_system(db);
    struct journal_row_list rows = newest_version(db, lid);

    for (size_t i = 0; i < rows.count; i++) {
        struct journal_insert_in excused = next_version(db, &rows.at[i], actor);
        excused.fields = arena_format(db_arena(db), "%soverride=%lld\n", rows.at[i].fields, (long long)reason);
        write_version(db, &excused);
    }
    db_set_actor(db, actor);
}

int64_t journal_mark(struct db *db)
{
    struct actor actor = db_become_system(db);
    int64_t mark = journal_row_newest(db);

    db_set_actor(db, actor);
    return mark;
}

struct written_events journal_written_since(struct db *db, int64_t mark)
{
    struct actor actor = db_become_system(db);
    struct journal_written_row_list rows = journal_written(db, mark);
    struct written_event *events = arena_array(db_arena(db), rows.count, sizeof *events);

    db_set_actor(db, actor);
    for (size_t i = 0; i < rows.count; i++) {
        const struct journal_written_row *row = &rows.at[i];
        events[i] = (struct written_event){ .stream = { (enum stream_kind)row->stream_kind, row->stream },
                                            .lid = row->lid, .at = row->happened_at,
                                            .subject = { (enum subject_kind)row->subject_kind, row->subject } };
        check(event_kind_read(row->kind, strlen(row->kind), &events[i].kind));
    }
    return (struct written_events){ events, rows.count };
}

int64_t journal_find(struct db *db, struct stream stream, enum event_kind kind, const char *code)
{
    struct actor actor = db_become_system(db);
    int64_t lid = journal_find_newest(db, stream.kind, stream.id, event_kind_names[kind], code == NULL ? "" : code);

    db_set_actor(db, actor);
    return lid;
}

static struct event event_of(struct arena *arena, const struct event_row *row)
{
    struct event event = {
        .lid = row->lid,
        .version = (int32_t)row->version,
        .code = code_of(row->code),
        .subject = { (enum subject_kind)row->subject_kind, row->subject },
        .at = row->happened_at,
        .recorded_at = row->recorded_at,
        .is_day = row->is_day,
        .is_void = row->is_void,
        .actor = row->actor,
    };

    check(event_kind_read(row->kind, strlen(row->kind), &event.kind));
    event.fields = journal_fields_read(arena, row->fields, &event.field_count);
    return event;
}

static bool is_wanted(const struct event_row *row, const struct kind_mask *kinds)
{
    enum event_kind kind;

    return kinds == NULL || (event_kind_read(row->kind, strlen(row->kind), &kind) && kind_mask_has(kinds, kind));
}

/* What was packed, and after it the rows written since. */
static struct event_versions load(struct db *db, struct stream stream, const struct kind_mask *kinds, struct loaded *loaded)
{
    struct arena *arena = db_arena(db);
    struct event_versions packed = { NULL, 0 };
    struct stream_pack_row pack;

    *loaded = (struct loaded){ 0 };
    if (stream_pack_of(db, stream.kind, stream.id, &pack) && journal_unpack(arena, pack.events, kinds, &packed))
        loaded->upto = pack.upto;
    else
        packed = (struct event_versions){ NULL, 0 };
    struct event_row_list rows = journal_events(db, stream.kind, stream.id, loaded->upto);
    loaded->unpacked = rows.count;
    if (rows.count == 0)
        return packed;
    loaded->last = rows.at[rows.count - 1].number;
    struct event *events = arena_array(arena, packed.count + rows.count, sizeof *events);
    struct event_versions versions = { events, packed.count };
    if (packed.count > 0)
        memcpy(events, packed.at, packed.count * sizeof *events);
    for (size_t i = 0; i < rows.count; i++)
        if (is_wanted(&rows.at[i], kinds))
            events[versions.count++] = event_of(arena, &rows.at[i]);
    return versions;
}

struct event_versions journal_load(struct db *db, struct stream stream)
{
    struct actor actor = db_become_system(db);
    struct loaded loaded;
    struct event_versions versions = load(db, stream, NULL, &loaded);

    db_set_actor(db, actor);
    return versions;
}

struct event_versions journal_load_kinds(struct db *db, struct stream stream, const struct kind_mask *kinds)
{
    struct loaded loaded;
    struct event_versions versions = load(db, stream, kinds, &loaded);

    if (loaded.unpacked < UNPACKED_MAX)
        return versions;
    struct event_versions all = kinds == NULL ? versions : load(db, stream, NULL, &loaded);
    if (db_failure(db) == DB_FINE)
        stream_pack_put(db, stream.kind, stream.id, loaded.last, journal_pack(db_arena(db), all.at, all.count));
    return versions;
}

bool journal_pack_is_whole(struct db *db, struct stream stream)
{
    struct arena *arena = db_arena(db);
    struct stream_pack_row pack;

    if (!stream_pack_of(db, stream.kind, stream.id, &pack))
        return true;
    struct event_row_list rows = journal_events(db, stream.kind, stream.id, 0);
    struct event *events = arena_array(arena, rows.count, sizeof *events);
    size_t count = 0;
    for (; count < rows.count && rows.at[count].number <= pack.upto; count++)
        events[count] = event_of(arena, &rows.at[count]);
    struct bytes wanted = journal_pack(arena, events, count);
    return wanted.length == pack.events.length && memcmp(wanted.at, pack.events.at, wanted.length) == 0;
}

static struct event event_of_short(struct arena *arena, const struct journal_short *row)
{
    return event_of(arena, &(struct event_row){
        .lid = row->lid, .version = row->version, .happened_at = row->happened_at, .is_day = row->is_day,
        .recorded_at = row->recorded_at, .kind = row->kind, .code = row->code, .subject_kind = row->subject_kind,
        .subject = row->subject, .is_void = row->is_void, .fields = row->fields,
    });
}

/* Rows stand stream by stream: one walk cuts them apart. */
static struct histories histories_of(struct arena *arena, enum stream_kind kind, const struct journal_short_list *rows)
{
    struct event *events = arena_array(arena, rows->count, sizeof *events);
    LIST_OF(struct history) histories = { 0 };

    for (size_t i = 0; i < rows->count; i++) {
        events[i] = event_of_short(arena, &rows->at[i]);
        if (i == 0 || rows->at[i].stream != rows->at[i - 1].stream)
            *LIST_ADD(arena, &histories) = (struct history){ { kind, rows->at[i].stream }, { &events[i], 0 } };
        histories.at[histories.count - 1].versions.count++;
    }
    return (struct histories){ histories.at, histories.count };
}

struct histories journal_load_next(struct db *db, struct stream after, int most)
{
    struct actor actor = db_become_system(db);
    struct journal_stream_list streams = journal_streams_after(db, after.kind, after.id, most);
    struct histories histories = { 0 };

    if (streams.count > 0) {
        struct journal_short_list rows =
            journal_of_streams(db, after.kind, after.id, streams.at[streams.count - 1].stream);
        histories = histories_of(db_arena(db), after.kind, &rows);
    }
    db_set_actor(db, actor);
    return histories;
}

struct view journal_view(struct db *db, struct stream stream, instant now, instant known_at)
{
    struct event_versions versions = journal_load(db, stream);

    return view_of(db_arena(db), stream, versions.at, versions.count, now, known_at);
}

void journal_erase(struct db *db, struct stream stream)
{
    struct actor actor = db_become_system(db);

    journal_erase_fields(db, stream.kind, stream.id);
    stream_pack_delete(db, stream.kind, stream.id);
    db_set_actor(db, actor);
}

/* The newest version of its event? */
static bool is_newest(const struct event_versions *versions, size_t index)
{
    for (size_t i = index + 1; i < versions->count; i++)
        if (versions->at[i].lid == versions->at[index].lid)
            return false;
    return true;
}

static bool is_about(const struct event *event, enum subject_kind subject, const char *field, int64_t about)
{
    if (field == NULL)
        return event_subject(event, subject).id == about;
    struct datum datum = event_field(event, code_of(field));
    return datum.kind == DATUM_NUMBER && datum.number == about * 1000;
}

int64_t journal_find_about(struct db *db, struct stream stream, enum event_kind kind, enum subject_kind subject,
                           const char *field, int64_t about)
{
    struct event_versions versions = journal_load(db, stream);

    for (size_t i = versions.count; i-- > 0;) {
        const struct event *event = &versions.at[i];
        if (event->kind == kind && !event->is_void && is_about(event, subject, field, about) && is_newest(&versions, i))
            return event->lid;
    }
    return 0;
}
