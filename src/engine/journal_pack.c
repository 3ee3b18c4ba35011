/* SPDX-License-Identifier: MIT
 * journal_pack.c: a stream's events as one value, so that the engine reads a history in one piece. The words
 * (kinds, codes, names and values of fields) stand once at the beginning, the events refer to them by
 * number; numbers take as few bytes as they need. A pack is only ever a copy of the journal's first rows
 * (docs/decisions/0013): another form than FORMAT, or bytes that end too early, is no pack, and the rows
 * are read instead. */
#include <string.h>

#include "base/check.h"
#include "base/list.h"
#include "engine/journal_private.h"

enum { FORMAT = 1, NUMBER_BYTES_MAX = 10, EVENT_NUMBERS = 12, IS_DAY = 1, IS_VOID = 2 };

/* --- Writing. --- */

/* Each word once, found again by its hash. Word 0 is none. */
struct words {
    LIST_OF(struct code) all;
    uint32_t *place; /* By hash: number of the word, 0 for nobody. */
    size_t room;     /* A power of two, at least twice the words. */
};

static size_t slot_of(const struct words *words, struct code word)
{
    size_t slot = (size_t)word.hash & (words->room - 1);

    while (words->place[slot] != 0 && !code_is(words->all.at[words->place[slot]], word))
        slot = (slot + 1) & (words->room - 1);
    return slot;
}

static uint32_t word_add(struct arena *arena, struct words *words, struct code word)
{
    if (code_is_none(word))
        return 0;
    size_t slot = slot_of(words, word);
    if (words->place[slot] == 0) {
        words->place[slot] = (uint32_t)words->all.count;
        *LIST_ADD(arena, &words->all) = word;
    }
    return words->place[slot];
}

static struct words words_new(struct arena *arena, const struct event *events, size_t count)
{
    struct words words = { .room = 64 };
    size_t most = 1;

    for (size_t i = 0; i < count; i++)
        most += 2 + 2 * events[i].field_count;
    while (words.room < 2 * most)
        words.room *= 2;
    words.place = arena_array(arena, words.room, sizeof *words.place);
    *LIST_ADD(arena, &words.all) = CODE_NONE;
    return words;
}

static void put(uint8_t **to, uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        *(*to)++ = (uint8_t)(number | 0x80);
    *(*to)++ = (uint8_t)number;
}

/* Small numbers of either sign are short. */
static void put_signed(uint8_t **to, int64_t number)
{
    put(to, ((uint64_t)number << 1) ^ (uint64_t)(number >> 63));
}

static void put_event(struct arena *arena, struct words *words, uint8_t **to, const struct event *event)
{
    put(to, word_add(arena, words, code_of(event_kind_names[event->kind])));
    put(to, word_add(arena, words, event->code));
    put(to, (event->is_day ? IS_DAY : 0U) | (event->is_void ? IS_VOID : 0U));
    put(to, (uint64_t)event->version);
    put_signed(to, event->lid);
    put_signed(to, event->at);
    put_signed(to, event->recorded_at - event->at);
    put_signed(to, event->actor);
    put(to, (uint64_t)event->subject.kind);
    put_signed(to, event->subject.id);
    put(to, event->field_count);
    for (size_t i = 0; i < event->field_count; i++) {
        put(to, word_add(arena, words, event->fields[i].name));
        put(to, word_add(arena, words, event->fields[i].value.code));
    }
}

static struct bytes put_head(struct arena *arena, const struct words *words, size_t events, size_t fields, struct bytes body)
{
    size_t room = 4 * NUMBER_BYTES_MAX + body.length;
    uint8_t *begin, *to;

    for (size_t i = 1; i < words->all.count; i++)
        room += NUMBER_BYTES_MAX + strlen(words->all.at[i].text) + 1;
    begin = to = arena_alloc(arena, room);
    put(&to, FORMAT);
    put(&to, words->all.count);
    put(&to, events);
    put(&to, fields);
    for (size_t i = 1; i < words->all.count; i++) {
        size_t length = strlen(words->all.at[i].text);
        put(&to, length);
        memcpy(to, words->all.at[i].text, length + 1);
        to += length + 1;
    }
    if (body.length > 0)
        memcpy(to, body.at, body.length);
    return (struct bytes){ begin, (size_t)(to - begin) + body.length };
}

struct bytes journal_pack(struct arena *arena, const struct event *events, size_t count)
{
    struct words words = words_new(arena, events, count);
    size_t fields = 0, room = 0;

    for (size_t i = 0; i < count; i++)
        room += (EVENT_NUMBERS + 2 * events[i].field_count) * NUMBER_BYTES_MAX;
    uint8_t *begin = arena_alloc(arena, room + 1), *to = begin;
    for (size_t i = 0; i < count; i++) {
        put_event(arena, &words, &to, &events[i]);
        fields += events[i].field_count;
    }
    return put_head(arena, &words, count, fields, (struct bytes){ begin, (size_t)(to - begin) });
}

/* --- Reading. --- */

/* A word, and what it is as a value and as a kind, each found out when first asked for. */
struct word {
    struct datum datum;
    enum event_kind kind;
    bool has_datum, has_kind;
};

struct reader {
    const uint8_t *at, *end;
    struct word *words;
    size_t word_count;
    bool is_broken;
};

static uint64_t get(struct reader *reader)
{
    uint64_t number = 0;

    for (unsigned shift = 0; reader->at < reader->end && shift < 64; shift += 7) {
        uint8_t byte = *reader->at++;
        number |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return number;
    }
    reader->is_broken = true;
    return 0;
}

static int64_t get_signed(struct reader *reader)
{
    uint64_t number = get(reader);

    return (int64_t)(number >> 1) ^ -(int64_t)(number & 1);
}

static struct word *get_word(struct reader *reader)
{
    uint64_t number = get(reader);

    if (number >= reader->word_count) {
        reader->is_broken = true;
        number = 0;
    }
    return &reader->words[number];
}

static struct datum datum_of(struct word *word)
{
    if (!word->has_datum && !code_is_none(word->datum.code))
        word->datum = datum_read(word->datum.code.text);
    word->has_datum = true;
    return word->datum;
}

static enum event_kind kind_of(struct reader *reader, struct word *word)
{
    if (!word->has_kind && (code_is_none(word->datum.code) ||
                            !event_kind_read(word->datum.code.text, strlen(word->datum.code.text), &word->kind)))
        reader->is_broken = true;
    word->has_kind = true;
    return word->kind;
}

/* The words stay where they are: the text of a code points into the pack. */
static void get_words(struct arena *arena, struct reader *reader)
{
    reader->words = arena_array(arena, reader->word_count, sizeof *reader->words);
    reader->words[0] = (struct word){ .datum = { .day = DAY_NONE }, .has_datum = true };
    for (size_t i = 1; i < reader->word_count && !reader->is_broken; i++) {
        uint64_t length = get(reader);
        if (length >= (uint64_t)(reader->end - reader->at) || reader->at[length] != 0) {
            reader->is_broken = true;
            return;
        }
        reader->words[i].datum = (struct datum){ .day = DAY_NONE, .code = code_of((const char *)reader->at) };
        reader->at += length + 1;
    }
}

static struct event get_event(struct reader *reader)
{
    struct event event = { .kind = kind_of(reader, get_word(reader)) };

    event.code = get_word(reader)->datum.code;
    uint64_t flags = get(reader);
    event.is_day = (flags & IS_DAY) != 0;
    event.is_void = (flags & IS_VOID) != 0;
    event.version = (int32_t)get(reader);
    event.lid = get_signed(reader);
    event.at = get_signed(reader);
    event.recorded_at = event.at + get_signed(reader);
    event.actor = get_signed(reader);
    uint64_t subject = get(reader);
    reader->is_broken |= subject >= SUBJECT_KIND_COUNT;
    event.subject.kind = (enum subject_kind)subject;
    event.subject.id = get_signed(reader);
    event.field_count = (size_t)get(reader);
    return event;
}

/* The fields of an event into `fields`, which has room for `room`; those of an unwanted one are passed over. */
static void get_fields(struct reader *reader, const struct event *event, struct event_field *fields, size_t room)
{
    if (fields != NULL && event->field_count > room)
        reader->is_broken = true;
    for (size_t i = 0; i < event->field_count && !reader->is_broken; i++) {
        struct word *name = get_word(reader), *value = get_word(reader);
        if (fields != NULL)
            fields[i] = (struct event_field){ name->datum.code, datum_of(value) };
    }
}

bool journal_unpack(struct arena *arena, struct bytes pack, const struct kind_mask *kinds, struct event_versions *versions)
{
    struct reader reader = { .at = pack.at, .end = (const uint8_t *)pack.at + pack.length };
    bool is_ours = get(&reader) == FORMAT;
    reader.word_count = (size_t)get(&reader);
    size_t count = (size_t)get(&reader), room = (size_t)get(&reader), kept = 0;

    /* Each word, event and field takes at least a byte. */
    if (!is_ours || reader.word_count == 0 || reader.word_count > pack.length || count > pack.length || room > pack.length)
        return false;
    get_words(arena, &reader);
    struct event *events = arena_array(arena, count, sizeof *events);
    struct event_field *fields = arena_array(arena, room, sizeof *fields);
    for (size_t i = 0; i < count && !reader.is_broken; i++) {
        struct event event = get_event(&reader);
        bool is_wanted = kinds == NULL || kind_mask_has(kinds, event.kind);
        get_fields(&reader, &event, is_wanted ? fields : NULL, room);
        if (!is_wanted || reader.is_broken)
            continue;
        event.fields = event.field_count == 0 ? NULL : fields;
        fields += event.field_count;
        room -= event.field_count;
        events[kept++] = event;
    }
    *versions = (struct event_versions){ events, kept };
    return !reader.is_broken && reader.at == reader.end;
}
