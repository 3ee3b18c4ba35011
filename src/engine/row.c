/* SPDX-License-Identifier: MIT
 * row.c: from a promise to a row: which came first of settling, excuse and the end of scope, what state
 * that makes, and the key that names the row for ever. */
#include <sodium.h>
#include <string.h>

#include "base/check.h"
#include "base/text.h"
#include "engine/evaluate_private.h"

#define STATE_WORD(identifier, word, danish) word,
const char *const obligation_state_words[OBLIGATION_STATE_COUNT] = { OBLIGATION_STATES(STATE_WORD) };
#undef STATE_WORD
#define STATE_LABEL(identifier, word, danish) danish,
const char *const obligation_state_labels[OBLIGATION_STATE_COUNT] = { OBLIGATION_STATES(STATE_LABEL) };
#undef STATE_LABEL

bool obligation_key_is(struct obligation_key a, struct obligation_key b)
{
    return memcmp(a.bytes, b.bytes, sizeof a.bytes) == 0;
}

const char *obligation_key_text(struct arena *arena, struct obligation_key key)
{
    char *text = arena_alloc(arena, 2 * sizeof key.bytes + 1);

    return sodium_bin2hex(text, 2 * sizeof key.bytes + 1, key.bytes, sizeof key.bytes);
}

bool obligation_key_read(const char *text, struct obligation_key *key)
{
    size_t length;

    return sodium_hex2bin(key->bytes, sizeof key->bytes, text, strlen(text), NULL, &length, NULL) == 0 &&
           length == sizeof key->bytes;
}

static void put(uint8_t **to, uint64_t number)
{
    for (int i = 0; i < 8; i++)
        *(*to)++ = (uint8_t)(number >> (8 * i));
}

/* SipHash with a fixed key: 16 bytes that no two rows of a municipality share by chance. */
static struct obligation_key key_of(const struct run *run, const struct promise *promise)
{
    static const uint8_t secret[crypto_shorthash_siphashx24_KEYBYTES] = "fodfaeste rows 1";
    const struct rule *rule = promise->rule;
    struct code rule_id = rule->was_count > 0 ? rule->was[0] : run->line->id;
    struct obligation_key key;
    uint8_t bytes[9 * 8], *to = bytes;

    put(&to, (uint64_t)run->view->stream.kind);
    put(&to, (uint64_t)run->view->stream.id);
    put(&to, run->line->scheme.hash);
    put(&to, (uint64_t)run->enrolment->id);
    put(&to, rule_id.hash);
    put(&to, (uint64_t)promise->subject.kind);
    put(&to, (uint64_t)promise->subject.id);
    put(&to, (uint64_t)promise->k);
    put(&to, (uint64_t)promise->k2);
    _Static_assert(sizeof key.bytes == crypto_shorthash_siphashx24_BYTES, "a key is one hash");
    crypto_shorthash_siphashx24(key.bytes, bytes, sizeof bytes, secret);
    return key;
}

static bool is_about_key(const struct event *event, struct obligation_key key)
{
    struct obligation_key named;
    struct datum field = event_field(event, code_of("key"));

    return field.code.text != NULL && obligation_key_read(field.code.text, &named) && obligation_key_is(named, key);
}

/* The first excuse that names the row. */
static const struct event *excuse_of(const struct view *view, struct obligation_key key)
{
    for (uint32_t i = view->kind_begin[EVENT_OBLIGATION_EXCUSED]; i < view->kind_begin[EVENT_OBLIGATION_EXCUSED + 1]; i++) {
        const struct event *event = &view->events[view->by_kind[i]];
        if (is_about_key(event, key))
            return event;
    }
    return NULL;
}

static int64_t assigned_to(const struct view *view, struct obligation_key key)
{
    for (uint32_t i = view->kind_begin[EVENT_OBLIGATION_ASSIGNED + 1]; i-- > view->kind_begin[EVENT_OBLIGATION_ASSIGNED];) {
        const struct event *event = &view->events[view->by_kind[i]];
        if (is_about_key(event, key))
            return event_field(event, code_of("staff")).number / 1000;
    }
    return 0;
}

/* What came first. */
struct settling {
    enum { STILL_OPEN, BY_DONE, BY_EXCUSE, BY_END } by;
    instant at;
    const struct event *event;
};

static struct settling settling_of(const struct promise *promise, const struct event *excuse)
{
    struct settling first = { STILL_OPEN, INSTANT_NEVER, NULL };

    if (promise->done != NULL) {
        instant at = promise->done_at != INSTANT_NONE ? promise->done_at : promise->done->at;
        if (promise->rule->is_counts_recorded)
            at = promise->done->recorded_at;
        if (promise->done->at <= promise->ends)
            first = (struct settling){ BY_DONE, at, promise->done };
    }
    if (first.by == STILL_OPEN && promise->ends != INSTANT_NEVER)
        first = (struct settling){ BY_END, promise->ends, NULL };
    if (excuse != NULL && excuse->at < first.at)
        first = (struct settling){ BY_EXCUSE, excuse->at, excuse };
    return first;
}

static enum obligation_state state_of(const struct settling *settling, const struct promise *promise,
                                      const struct deadline *deadline)
{
    switch (settling->by) {
    case BY_DONE: return settling->at <= deadline->due ? OBLIGATION_MET : OBLIGATION_LATE;
    case BY_EXCUSE: return OBLIGATION_EXCUSED;
    case BY_END: return settling->at <= deadline->due ? OBLIGATION_LAPSED : OBLIGATION_MISSED;
    case STILL_OPEN: break;
    }
    if (promise->is_breach)
        return OBLIGATION_BREACH;
    return deadline->is_suspended ? OBLIGATION_SUSPENDED : OBLIGATION_OPEN;
}

static bool is_hour_rule(const struct promise *promise)
{
    return promise->span.unit == SPAN_HOURS || promise->span.unit == SPAN_WORKING_HOURS;
}

static struct obligation row_of(struct run *run, const struct promise *promise)
{
    const struct rule *rule = promise->rule;

    return (struct obligation){
        .key = key_of(run, promise),
        .stream = run->view->stream,
        .scheme = run->line->scheme,
        .rule = run->line->id,
        .enrolment = run->enrolment->id,
        .subject = promise->subject,
        .trigger = promise->trigger == NULL ? 0 : promise->trigger->lid,
        .trigger_kind = promise->trigger == NULL ? EVENT_KIND_COUNT : promise->trigger->kind,
        .trigger_at = promise->trigger == NULL ? INSTANT_NONE : promise->trigger->at,
        .is_trigger_day = promise->trigger != NULL && promise->trigger->is_day,
        .anchor = promise->anchor,
        .suggested = promise->suggested,
        .kind = rule->kind,
        .is_hour_rule = is_hour_rule(promise),
        .settled_at = INSTANT_NONE,
        .owner_role = rule->owner,
        .co_owner_role = rule->co_owner,
        .severity = rule->severity,
        .duty = rule->duty,
        .rule_from = promise->valid.from,
        .is_restricted = rule->is_restricted,
    };
}

static void trace(struct run *run, const struct promise *promise, instant until)
{
    run->trace->is_found = run->trace->is_tracing = true;
    run->trace->promise = *promise;
    run->trace->first_due = promise->span.unit == SPAN_NONE
        ? promise->due
        : span_due(promise->span, promise->anchor, promise->rule->clock, run->workdays);
    run->trace->longer = longer_asked(promise->rule, promise->trigger);
    run->trace->due = deadline_of(run, promise, until).due;
    run->trace->is_tracing = false;
}

void run_add(struct run *run, const struct promise *promise)
{
    if (run->rows.count >= ROWS_MAX)
        return;
    struct obligation row = row_of(run, promise);
    struct settling settling = settling_of(promise, excuse_of(run->view, row.key));
    struct deadline deadline = deadline_of(run, promise, settling.at);

    if (run->trace != NULL && obligation_key_is(run->trace_key, row.key))
        trace(run, promise, settling.at);
    row.due = deadline.due;
    row.left = deadline.left;
    row.act_by = row.due == INSTANT_NEVER ? INSTANT_NEVER : act_by(run->workdays, row.due);
    row.state = state_of(&settling, promise, &deadline);
    row.climbs = settling.by != STILL_OPEN ? INSTANT_NEVER
                                           : climbs_at(promise->rule, row.anchor, row.due, row.is_hour_rule, run->workdays);
    row.assigned_to = assigned_to(run->view, row.key);
    if (settling.by != STILL_OPEN) {
        row.settled_at = settling.at;
        row.settled_by = settling.event == NULL ? 0 : settling.event->lid;
        row.is_registered_later = settling.by == BY_DONE && row.state == OBLIGATION_MET &&
                                  settling.event->recorded_at > row.due;
    }
    *LIST_ADD(run->arena, &run->rows) = row;
}

bool obligation_is_same(const struct obligation *a, const struct obligation *b)
{
    return obligation_key_is(a->key, b->key) && a->stream.kind == b->stream.kind && a->stream.id == b->stream.id &&
           code_is(a->scheme, b->scheme) && code_is(a->rule, b->rule) && a->enrolment == b->enrolment &&
           a->subject.kind == b->subject.kind && a->subject.id == b->subject.id && a->trigger == b->trigger &&
           a->trigger_kind == b->trigger_kind && a->trigger_at == b->trigger_at && a->is_trigger_day == b->is_trigger_day &&
           a->anchor == b->anchor && a->due == b->due && a->act_by == b->act_by && a->climbs == b->climbs && a->suggested == b->suggested &&
           a->kind == b->kind && a->state == b->state && a->is_hour_rule == b->is_hour_rule &&
           a->is_registered_later == b->is_registered_later && a->settled_at == b->settled_at &&
           a->settled_by == b->settled_by && a->left == b->left && code_is(a->owner_role, b->owner_role) &&
           code_is(a->co_owner_role, b->co_owner_role) && a->assigned_to == b->assigned_to &&
           a->severity == b->severity && code_is(a->duty, b->duty) && a->rule_from == b->rule_from &&
           a->is_restricted == b->is_restricted;
}
