/* SPDX-License-Identifier: MIT
 * condition.h: conditions and event patterns of the scheme language. They are total: no loops, no
 * arithmetic, at most 40 tests and 8 parentheses deep, so that each answers in time linear in the
 * stream. Logic has three values: what is not known makes a test unknown, never false. */
#ifndef ENGINE_CONDITION_H
#define ENGINE_CONDITION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/day.h"
#include "engine/code.h"
#include "engine/event.h"
#include "engine/span.h"

enum { CONDITION_TEST_MAX = 40, CONDITION_DEPTH_MAX = 8, CONDITION_TEXT_MAX = 2000 };

/* What bare names mean: facts of the citizen, or (in `where`) fields of the event. */
enum condition_names { NAMES_ARE_FACTS, NAMES_ARE_FIELDS };

struct condition; /* Compiled; lives in the arena it was parsed into. */

/* Which events: a kind, perhaps a code, perhaps a condition on the fields. */
struct pattern {
    bool is_set;
    enum event_kind kind;
    struct code code;                /* CODE_NONE: any. */
    const struct condition *where;   /* NULL: always. */
};

/* "meeting.held", "meeting.held(opfolgning)", "request.closed where outcome = unsolved". */
bool pattern_parse(struct arena *arena, const char *text, struct pattern *pattern, struct problem *problem);

/* NULL and *problem when the text is no condition or compares what cannot be compared. */
const struct condition *condition_parse(struct arena *arena, const char *text, enum condition_names names,
                                        struct problem *problem);

/* Could one event be of both patterns? Conditions on fields are taken as they may be. */
bool pattern_may_meet(const struct pattern *one, const struct pattern *other);

/* True when the two can never hold at once: a test that both conditions need asks for what the other's
 * rules out (running(job) = 0, running(job) >= 1). False says nothing. NULL holds always. */
bool condition_excludes(const struct condition *one, const struct condition *other);

/* The text it was read from. */
const char *condition_text(const struct condition *condition);

/* True when it names a fact that only a restricted scheme may name; *name is that fact. */
bool condition_is_restricted(const struct condition *condition, const char **name);

/* Everything a condition refers to, so that the scheme's reader can check that ids exist. Calls
 * `visit` for each pattern, for each id in running(), planned() and the like, and for each field of the event at hand. */
struct condition_visitor {
    void (*pattern)(void *about, const struct pattern *pattern, size_t offset);
    void (*id)(void *about, struct code id, size_t offset);
    void *about;
    void (*field)(void *about, struct code name);
};
void condition_visit(const struct condition *condition, const struct condition_visitor *visitor);

/* Which event kinds can change the answer: bit n of the mask is kind n. */
struct kind_mask {
    uint64_t bits[2];
};
_Static_assert(EVENT_KIND_COUNT <= 128, "a kind mask has 128 bits");
void kind_mask_add(struct kind_mask *mask, enum event_kind kind);
static inline bool kind_mask_has(const struct kind_mask *mask, enum event_kind kind)
{
    return (mask->bits[kind / 64] >> (kind % 64) & 1) != 0;
}
bool kind_mask_meets(const struct kind_mask *a, const struct kind_mask *b);
void condition_kinds(const struct condition *condition, struct kind_mask *mask);

enum truth { TRUTH_FALSE, TRUTH_TRUE, TRUTH_UNKNOWN, TRUTH_COUNT };

struct answer {
    enum truth truth;
    instant holds_until; /* The first instant at which time alone could change it; INSTANT_NEVER. */
    struct code missing; /* When unknown: the first fact or field that was not known. */
};

/* Where a condition is asked: a view as it stood at `at`, and perhaps the event at hand (`it.`). */
struct moment {
    const struct view *view;
    instant at;
    const struct event *it;
};
struct answer condition_ask(const struct condition *condition, const struct moment *moment);

/* Does the event match, where fields that are not known match nothing? */
bool pattern_matches(const struct pattern *pattern, const struct event *event);

/* The events of a view that match, in order, and none later than `until`. Start with *cursor = 0;
 * NULL after the last. */
const struct event *pattern_next(const struct pattern *pattern, const struct view *view, size_t *cursor);

#endif
