/* SPDX-License-Identifier: MIT
 * evaluate.h: the pure heart. journal + rules + clock -> obligations. Nothing here reads a clock, a
 * database or chance: the same view and rules give the same rows. Stored by obligation.h. */
#ifndef ENGINE_EVALUATE_H
#define ENGINE_EVALUATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "engine/event.h"
#include "engine/rule.h"
#include "law/workday.h"

/* The numbers are stored. "Soon" and "overdue" are no states: they are how an open row looks at a clock. */
#define OBLIGATION_STATES(S)                                                                     \
    S(OPEN, "open", "åben") S(MET, "met", "nået") S(LATE, "late", "nået for sent")               \
    S(MISSED, "missed", "ikke nået") S(LAPSED, "lapsed", "bortfaldet")                           \
    S(EXCUSED, "excused", "lukket med grund") S(SUSPENDED, "suspended", "sat i bero")            \
    S(BREACH, "breach", "afvigelse") S(DECIDED, "decided", "afgjort")

enum obligation_state {
#define OBLIGATION_STATE_ENUM(identifier, word, danish) OBLIGATION_##identifier,
    OBLIGATION_STATES(OBLIGATION_STATE_ENUM)
#undef OBLIGATION_STATE_ENUM
    OBLIGATION_STATE_COUNT
};
extern const char *const obligation_state_words[OBLIGATION_STATE_COUNT];
extern const char *const obligation_state_labels[OBLIGATION_STATE_COUNT];

/* Names a row for ever: hashed from stream, scheme, enrolment, rule, subject and k. No due time, number
 * or version is in it, so that a changed span moves the row and keeps what people attached to it. */
struct obligation_key {
    uint8_t bytes[16];
};
bool obligation_key_is(struct obligation_key a, struct obligation_key b);
const char *obligation_key_text(struct arena *arena, struct obligation_key key); /* 32 hexadecimal digits. */
bool obligation_key_read(const char *text, struct obligation_key *key);

struct obligation {
    struct obligation_key key;
    struct stream stream;
    struct code scheme, rule;
    int64_t enrolment; /* Id of the enrolment; 0 for law and for streams without. */
    struct subject subject;
    int64_t trigger; /* lid of the event; 0 for calendars. */
    enum event_kind trigger_kind; /* What it was and when, as it stands now; without an event EVENT_KIND_COUNT, */
    instant trigger_at;           /* INSTANT_NONE */
    bool is_trigger_day;          /* and false. */
    instant anchor;  /* What the span was counted from. */
    instant due;     /* Last instant in time; INSTANT_NEVER while suspended with an open end. */
    instant act_by;  /* Last working moment before due. */
    instant climbs;  /* After this moment the team leader has it too, while it is open; INSTANT_NEVER. */
    instant suggested; /* Paced quotas: when this one of n is best done; else INSTANT_NONE. */
    enum rule_kind kind;
    enum obligation_state state;
    bool is_hour_rule, is_registered_later;
    instant settled_at; /* INSTANT_NONE while open. */
    int64_t settled_by; /* lid, or 0. */
    int32_t left;       /* While suspended: days (hours for hour rules) that were left. */
    struct code owner_role, co_owner_role;
    int64_t assigned_to; /* Staff by obligation.assigned; 0 for none. */
    enum severity severity;
    struct code duty;
    day rule_from; /* The rule's form: first day of validity, DAY_NONE for always. */
    bool is_restricted;
};

/* The same row in all columns. */
bool obligation_is_same(const struct obligation *a, const struct obligation *b);

struct evaluation {
    struct obligation *at; /* In order of rules, enrolments and anchors. */
    size_t count;
    instant next_look; /* Until then time alone changes no row. */
};

/* The kinds of events that the rules of a ruleset can read in streams of a kind: with a view of these alone
 * evaluate() gives the same rows as with all. */
struct kind_mask ruleset_kinds(const struct ruleset *rules, enum stream_kind kind);

/* All rows of a stream under a ruleset. Events before an enrolment count for its rules only while the
 * time they gave had not run out when it began. At most 20,000 rows; later ones are left out. */
struct evaluation evaluate(struct arena *arena, const struct view *view, const struct ruleset *rules,
                           const struct workdays *workdays);

/* A `require` rule that an event does not heed, and that nobody has given a reason for. */
struct verdict {
    enum truth truth;    /* TRUTH_FALSE or TRUTH_UNKNOWN. */
    struct code missing; /* The fact or field to ask for, when unknown. */
    const struct rule *rule;
    struct code scheme;
};
struct verdicts {
    const struct verdict *at;
    size_t count;
};

/* Those rules about an event of the view, for who is about to store it; in order of rules. Stored all the same, each
 * is the breach that evaluate() gives. */
struct verdicts evaluate_before(struct arena *arena, const struct view *view, const struct ruleset *rules,
                                const struct event *event);

#endif
