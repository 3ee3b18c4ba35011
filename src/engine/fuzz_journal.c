/* SPDX-License-Identifier: MIT
 * fuzz_journal.c: any journal under all rules of the library: rows within the bound, the same ones again,
 * in whatever order the events are given and as the store reads them; never a crash. Eight bytes are an event. */
#include <stddef.h>
#include <stdint.h>

#include "base/check.h"
#include "base/list.h"
#include "engine/evaluate.h"
#include "engine/journal_private.h"
#include "engine/overlay.h"
#include "engine/policies.h"

enum { EVENT_BYTES = 8, EVENTS_MAX = 200, ROWS_BOUND = 20000, ARENA_MAX = 1 << 30 };

static struct arena *rules_arena;
static struct ruleset rules;

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static struct scheme_policy policy_of(struct arena *arena, const struct scheme *scheme)
{
    struct suspend *suspends = arena_array(arena, scheme->suspend.count, sizeof *suspends);
    struct scheme_stance *stances = arena_array(arena, scheme->policies.count, sizeof *stances);

    for (size_t i = 0; i < scheme->suspend.count; i++)
        suspends[i] = (struct suspend){ scheme->suspend.at[i].reason, scheme->suspend.at[i].mode, NULL, 0 };
    for (size_t i = 0; i < scheme->policies.count; i++)
        stances[i] = (struct scheme_stance){ scheme->policies.at[i].axis, scheme->policies.at[i].value };
    return (struct scheme_policy){
        .id = scheme->id, .since = INSTANT_NONE, .suspends = suspends, .suspend_count = scheme->suspend.count,
        .stances = stances, .stance_count = scheme->policies.count,
    };
}

static void make_rules(void)
{
    struct arena *arena = rules_arena = arena_new(ARENA_MAX);
    struct mistakes mistakes = mistakes_new(arena);
    struct library library = scheme_library_load(arena, NULL, &mistakes);
    struct overlay none = { NULL, 0 };
    LIST_OF(struct rule_line) lines = { 0 };
    LIST_OF(struct scheme_policy) schemes = { 0 };

    for (size_t i = 0; i < library.schemes.count; i++) {
        struct rule_lines own = overlay_rule_lines(arena, library.schemes.at[i], &none, &mistakes);
        for (size_t k = 0; k < own.count; k++)
            *LIST_ADD(arena, &lines) = own.at[k];
        *LIST_ADD(arena, &schemes) = policy_of(arena, library.schemes.at[i]);
    }
    rules = (struct ruleset){
        .version = 1, .rules = lines.at, .rule_count = lines.count, .schemes = schemes.at, .scheme_count = schemes.count,
        .policies = policies_kept(),
    };
}

/* Words that the rules listen to, so that a byte often means something. */
static struct code code_of_byte(uint8_t byte)
{
    static const char *const words[] = { "praktik", "opfolgning", "info", "trappe", "introforlob", "sygdom", "barsel", "absence" };

    if (byte % 3 == 0)
        return rules.schemes[byte / 3 % rules.scheme_count].id;
    return byte % 3 == 1 ? code_of(words[byte / 3 % 8]) : CODE_NONE;
}

static struct event event_of_bytes(struct arena *arena, const uint8_t *b, int64_t number)
{
    struct event_field *fields = arena_array(arena, 2, sizeof *fields);
    instant at = instant_of(day_of(2026, 1, 1) + b[2] * 4, b[3] % 24, b[3] % 60, 0);

    fields[0] = (struct event_field){ code_of("placement"), datum_read(b[5] % 2 == 0 ? "1" : "2") };
    fields[1] = (struct event_field){ code_of("until"), datum_read(b[5] % 3 == 0 ? "2026-06-01" : "praktik") };
    return (struct event){
        .lid = b[7] % 8 == 0 ? 1 + number / 2 : number, .version = (int32_t)number, .kind = (enum event_kind)(b[0] % EVENT_KIND_COUNT),
        .code = code_of_byte(b[1]), .subject = { (enum subject_kind)(b[4] % SUBJECT_KIND_COUNT), 1 + b[4] / 64 },
        .at = at, .recorded_at = at + (b[6] % 4) * 86400, .is_day = b[6] % 5 == 0, .is_void = b[7] % 16 == 0,
        .fields = fields, .field_count = 2,
    };
}

/* All versions of an event are of one kind. */
static void keep_kind(struct event *events, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (events[i].lid == events[at].lid)
            events[at].kind = events[i].kind;
}

static struct evaluation rows_of(struct arena *arena, const struct event *events, size_t count, enum stream_kind kind)
{
    instant now = instant_of(day_of(2028, 12, 8), 9, 0, 0);
    struct view *view = arena_alloc(arena, sizeof *view);

    *view = view_of(arena, (struct stream){ kind, 1 }, events, count, now, INSTANT_NEVER);
    return evaluate(arena, view, &rules, NULL);
}

/* What the store does: packed, unpacked, and of the kinds alone that the rules can read. */
static struct evaluation rows_through_a_pack(struct arena *arena, const struct event *events, size_t count, enum stream_kind kind)
{
    struct kind_mask kinds = ruleset_kinds(&rules, kind);
    struct event_versions versions;

    check(journal_unpack(arena, journal_pack(arena, events, count), &kinds, &versions));
    return rows_of(arena, versions.at, versions.count, kind);
}

static void check_same(const struct evaluation *one, const struct evaluation *other)
{
    check(one->count <= ROWS_BOUND && one->count == other->count);
    for (size_t i = 0; i < one->count; i++)
        check(obligation_is_same(&one->at[i], &other->at[i]));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_new(ARENA_MAX);
    size_t count = length / EVENT_BYTES < EVENTS_MAX ? length / EVENT_BYTES : EVENTS_MAX;
    struct event *events = arena_array(arena, count, sizeof *events), *turned = arena_array(arena, count, sizeof *events);
    enum stream_kind kind = length > 0 ? (enum stream_kind)(bytes[length - 1] % STREAM_KIND_COUNT) : STREAM_CITIZEN;

    if (rules.rule_count == 0)
        make_rules();
    for (size_t i = 0; i < count; i++) {
        events[i] = event_of_bytes(arena, bytes + i * EVENT_BYTES, (int64_t)i + 1);
        keep_kind(events, i);
        turned[count - 1 - i] = events[i];
    }
    struct evaluation one = rows_of(arena, events, count, kind), other = rows_of(arena, turned, count, kind);
    check_same(&one, &other);
    check(one.next_look == other.next_look);
    other = rows_through_a_pack(arena, events, count, kind);
    check_same(&one, &other);
    arena_free(arena);
    return 0;
}
