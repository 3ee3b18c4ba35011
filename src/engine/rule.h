/* SPDX-License-Identifier: MIT
 * rule.h: a rule as data, in all seven kinds. Schemes and law files are read into these
 * (scheme.h); evaluate.h makes obligations of them. docs of the language: docs/schemes.md. */
#ifndef ENGINE_RULE_H
#define ENGINE_RULE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"
#include "engine/code.h"
#include "engine/condition.h"
#include "engine/event.h"
#include "engine/span.h"

/* identifier, word in files. The numbers are stored. */
#define RULE_KINDS(R)                                                                            \
    R(WITHIN, "within") R(EVERY, "every") R(CALENDAR, "calendar") R(QUOTA, "quota")              \
    R(LIMIT, "limit") R(MUST, "must") R(REQUIRE, "require")
#define SEVERITIES(S) S(REMIND, "remind") S(WARN, "warn") S(NOTE, "note") S(BLOCK, "block")
#define MARKS(M)                                                                                 \
    M(NONE, "") M(VERIFIED, "verified") M(VERIFIED_OLD, "verified_old")                          \
    M(UNVERIFIED, "unverified") M(DEFAULT, "default")
#define QUANTITIES(Q)                                                                            \
    Q(DURATION, "duration") Q(HOURS, "hours") Q(LANGUAGE_HOURS, "language_hours")                \
    Q(LANGUAGE_SHARE, "language_share") Q(GAP, "gap") Q(HELD, "held")                            \
    Q(OCCUPANCY, "occupancy") Q(GROUP_SIZE, "group_size") Q(GROWTH, "growth")
#define BELL_RECEIVERS(B)                                                                        \
    B(OWNER, "owner") B(DEPUTY, "deputy") B(TEAM_LEADER, "team_leader") B(LEADER, "leader")
#define BELL_WAYS(B) B(LIST, "list") B(MAIL, "mail") B(SMS, "sms")

enum rule_kind {
#define RULE_KIND_ENUM(identifier, word) RULE_##identifier,
    RULE_KINDS(RULE_KIND_ENUM)
#undef RULE_KIND_ENUM
    RULE_KIND_COUNT
};
enum severity {
#define SEVERITY_ENUM(identifier, word) SEVERITY_##identifier,
    SEVERITIES(SEVERITY_ENUM)
#undef SEVERITY_ENUM
    SEVERITY_COUNT
};
enum mark {
#define MARK_ENUM(identifier, word) MARK_##identifier,
    MARKS(MARK_ENUM)
#undef MARK_ENUM
    MARK_COUNT
};
enum quantity {
#define QUANTITY_ENUM(identifier, word) QUANTITY_##identifier,
    QUANTITIES(QUANTITY_ENUM)
#undef QUANTITY_ENUM
    QUANTITY_COUNT
};
enum bell_receiver {
#define BELL_RECEIVER_ENUM(identifier, word) BELL_TO_##identifier,
    BELL_RECEIVERS(BELL_RECEIVER_ENUM)
#undef BELL_RECEIVER_ENUM
    BELL_RECEIVER_COUNT
};
enum bell_way {
#define BELL_WAY_ENUM(identifier, word) BELL_BY_##identifier,
    BELL_WAYS(BELL_WAY_ENUM)
#undef BELL_WAY_ENUM
    BELL_WAY_COUNT
};

/* The words of the enums in files, by value. */
extern const char *const rule_kind_words[RULE_KIND_COUNT];
extern const char *const severity_words[SEVERITY_COUNT];
extern const char *const mark_words[MARK_COUNT];
extern const char *const quantity_words[QUANTITY_COUNT];
extern const char *const bell_receiver_words[BELL_RECEIVER_COUNT];
extern const char *const bell_way_words[BELL_WAY_COUNT];
extern const char *const roll_words[ROLL_COUNT];

/* The value of a word in one of the tables above; -1 when it is none. */
int word_read(const char *const *words, int count, const char *word);

enum period { PERIOD_NONE, PERIOD_DAY, PERIOD_WEEK, PERIOD_MONTH, PERIOD_QUARTER, PERIOD_YEAR, PERIOD_COUNT };
extern const char *const period_words[PERIOD_COUNT];

/* `count` things in a window after the trigger (in) or in each calendar period (per). */
struct quota {
    int count;
    struct span in;
    enum period per;
    bool is_paced; /* The k-th is suggested at k/n of the window. */
};

/* A quantity of something stays between two amounts. */
struct limit {
    enum quantity of;
    enum period per;
    struct code activity, phase, relation; /* At most one is set. */
    struct amount min, max;
};

struct bell {
    struct bell_time at;
    enum bell_receiver to;
    enum bell_way by;
};

/* First and last day; DAY_NONE is open. */
struct valid {
    day from, to;
};
static inline bool valid_on(struct valid valid, day on)
{
    return (valid.from == DAY_NONE || on >= valid.from) && (valid.to == DAY_NONE || on <= valid.to);
}

struct patterns {
    const struct pattern *at;
    size_t count;
};

struct rule {
    struct code id;
    const char *text, *text_en; /* NULL: a sentence is built from `done`. */
    enum rule_kind kind;
    struct span within;
    const struct span *every; /* A series; the last repeats. */
    size_t every_count;
    struct calendar calendar;
    struct quota quota;
    struct limit limit;
    const struct condition *demand; /* must, require. */

    struct pattern after, until, before;
    const struct condition *when;
    struct patterns done;
    struct span grace, early;
    struct code longer;  /* within: the trigger's field that may give a later last day; "" for none. */
    bool is_missed_each; /* missed: each */
    enum subject_kind scope;
    enum span_clock clock;
    enum roll roll;

    struct code owner, co_owner; /* Roles. */
    enum severity severity;
    const struct bell *bells; /* none: the default ladder. */
    size_t bell_count;
    struct code duty;
    bool is_basis_now;       /* basis: now */
    bool is_counts_recorded; /* counts: recorded */
    bool is_surviving, is_restricted, is_approximate;
    const char *source, *law;
    enum mark mark;
    struct valid valid;
    const struct code *was; /* Former ids; the first is the oldest and stays in the key. */
    size_t was_count;
};

/* Fills what the file left out, by kind: scope enrolment, severity remind or warn, grace 0, roll keep.
 * Call it on a zeroed rule before its keys are read; scope 0 would be `citizen`. */
struct rule rule_default(enum rule_kind kind);

/* Default severity of a kind: remind; limit, must and require warn. */
enum severity severity_default(enum rule_kind kind);

/* One form of a rule in force on some days: the library's, or an overlay's number. */
struct rule_version {
    struct valid valid;
    struct rule rule;
};

/* A rule with its forms over time, newest wins where two are valid. */
struct rule_line {
    struct code scheme, id;
    const struct rule_version *at;
    size_t count;
};

enum suspension_mode { SUSPENSION_RUN, SUSPENSION_STOP, SUSPENSION_RESTART, SUSPENSION_MODE_COUNT };
extern const char *const suspension_mode_words[SUSPENSION_MODE_COUNT];

/* What stops the clocks of a scheme; no rules named means all. */
struct suspend {
    struct code reason;
    enum suspension_mode mode;
    const struct code *rules;
    size_t rule_count;
};

struct scheme_stance { /* Position on an axis where schemes disagree. */
    struct code axis, value;
};

struct scheme_seat { /* In which unit a scheme seats a role. */
    struct code role, unit;
};

/* What the engine must know of a scheme beside its rules. */
struct scheme_policy {
    struct code id;
    const char *title;
    bool is_for_all; /* Law: counts for each stream, without an enrolment. */
    instant since;   /* Switched on; INSTANT_NONE: always. */
    const struct suspend *suspends;
    size_t suspend_count;
    const struct scheme_stance *stances;
    size_t stance_count;
    const struct scheme_seat *seats;
    size_t seat_count;
};

struct policies;

/* All that is in force in a municipality. */
struct ruleset {
    int64_t version;
    const struct rule_line *rules;
    size_t rule_count;
    const struct scheme_policy *schemes;
    size_t scheme_count;
    const struct policies *policies; /* Where schemes may disagree (policies.h); NULL: nowhere. */
};

/* The form of a rule on a day, or NULL. */
const struct rule *rule_on(const struct rule_line *line, day on, struct valid *valid);

#endif
