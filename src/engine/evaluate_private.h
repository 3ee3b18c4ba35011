/* SPDX-License-Identifier: MIT
 * evaluate_private.h: what the files of the seven kinds share. */
#ifndef ENGINE_EVALUATE_PRIVATE_H
#define ENGINE_EVALUATE_PRIVATE_H

#include "base/list.h"
#include "engine/evaluate.h"

enum { ROWS_MAX = 20000, PERIODS_MAX = 4000 };

/* An interval in which clocks stand still: from its first moment to the first moment after it. */
struct suspension {
    struct code reason;
    enum suspension_mode mode;
    instant from, to; /* INSTANT_NEVER: has not ended. */
    int64_t lid;
};

/* The time in which a scheme's rules count for a stream. */
struct enrolment {
    int64_t id;
    instant from, to;
    instant former_to; /* When the one before it in the scheme ended; INSTANT_NONE. */
    const struct scheme_policy *scheme;
};

/* One run of evaluate(). */
struct run {
    struct arena *arena;
    const struct view *view;
    const struct workdays *workdays;
    const struct ruleset *rules;
    LIST_OF(struct obligation) rows;
    LIST_OF(struct enrolment) enrolments;
    LIST_OF(struct suspension) stops; /* Of the stream, whatever rule heeds them. */
    struct code group_scheme; /* Of a group whose opening says it; none else. */
    instant next_look;
    struct deadline_trace *trace; /* For explain: filled for the row of `trace_key`. */
    struct obligation_key trace_key;
    /* Of the rule at hand: */
    const struct rule_line *line;
    const struct enrolment *enrolment;
    const struct suspension *suspensions;
    size_t suspension_count;
};

/* What stands behind one row, before clocks that stood still and ends of scope are looked at. */
struct promise {
    const struct rule *rule;
    struct valid valid;
    struct subject subject;
    int64_t k, k2;
    const struct event *trigger; /* NULL for calendars. */
    instant anchor;
    struct span span;  /* Counted from anchor; SPAN_NONE: `due` is given. */
    instant due;
    bool can_stop;     /* Suspensions move it. */
    const struct event *done; /* What settled it, or NULL. */
    instant done_at;   /* INSTANT_NONE: done's own time. */
    instant ends;      /* End of scope, INSTANT_NEVER. */
    instant suggested;
    bool is_breach;
};

/* How a due came to be, for explain. */
struct deadline_trace {
    bool is_found, is_tracing;
    struct promise promise;
    instant first_due, longer, stopped_due, due; /* From the span alone; what the trigger asks; with suspensions; after roll. */
    LIST_OF(struct suspension) counted;
};

void look_again_at(struct run *run, instant at);

/* Adds the row of a promise with its due, state and key. */
void run_add(struct run *run, const struct promise *promise);

/* Are the rules of a line about the run's stream? A group has those of its own scheme, since others have activities of
 * the same name; a seat of it that is proposed has those of any. */
bool run_takes(const struct run *run, const struct rule_line *line);

/* Is this form of the line the one that counts for an anchor: by the anchor's day, or today's. */
bool run_is_in_force(const struct run *run, const struct rule *rule, instant anchor);
const struct rule *run_rule_at(const struct run *run, instant anchor, struct valid *valid);

/* Does the event concern the enrolment and subject at hand? */
bool run_concerns(const struct run *run, const struct event *event, struct subject subject);

/* The first event matching one of the patterns, about the subject; NULL for none. Not before `from`,
 * where a day-only event counts as its whole day, or (is_after) strictly later; not `except`. */
struct search {
    const struct patterns *patterns;
    instant from;
    bool is_after;
    struct subject subject;
    const struct event *except;
};
const struct event *run_first(const struct run *run, const struct search *search);

/* When the subject's scope ends after an instant; INSTANT_NEVER. `rule->until` counts too. */
instant run_end(const struct run *run, const struct rule *rule, instant after, struct subject subject,
                const struct event *trigger);

/* The trigger counts for this enrolment; `due` is what it would give. */
bool run_may_begin(const struct run *run, const struct event *trigger, instant due);

/* The moment an event counts as: the end of the day when only the day is known and `is_end`. */
instant event_end(const struct event *event);

typedef void run_kind(struct run *run);
void run_within(struct run *run);
void run_every(struct run *run);
void run_calendar(struct run *run);
void run_quota(struct run *run);
void run_limit(struct run *run);
void run_must(struct run *run);
void run_require(struct run *run);
void run_conflicts(struct run *run); /* After the rules: of schemes that disagree. */

/* bell.c: the first bell of a rule that rings above the owner, for a row that is open; INSTANT_NEVER. */
instant climbs_at(const struct rule *rule, instant anchor, instant due, bool is_hour_rule, const struct workdays *workdays);

/* What each part reads, for kinds.c. */
void limit_kinds(const struct limit *limit, struct kind_mask *mask);
void subject_end_kinds(struct kind_mask *mask);

/* Streams of companies, groups, persons and families are in every scheme; citizens and units enrol. */
bool scheme_is_for_all(const struct scheme_policy *scheme, enum stream_kind kind);

/* clock.c: the due of a promise with suspensions up to `until`, when it was settled or ended. */
struct deadline {
    instant due;
    bool is_suspended;
    int32_t left;
};
/* What the trigger itself says is the last day (rule->longer), to its end; INSTANT_NONE when it says none. */
instant longer_asked(const struct rule *rule, const struct event *trigger);
struct deadline deadline_of(struct run *run, const struct promise *promise, instant until);
void run_find_stops(struct run *run);
void run_suspensions(struct run *run);

/* evaluate.c: everything a run needs before its rules. */
struct run run_begin(struct arena *arena, const struct view *view, const struct ruleset *rules,
                     const struct workdays *workdays);
void run_all(struct run *run);

#endif
