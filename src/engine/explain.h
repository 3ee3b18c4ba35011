/* SPDX-License-Identifier: MIT
 * explain.h: why an obligation is what it is. Recomputed from the journal and the rules, never stored:
 * trigger, anchor -> span -> stopped clocks -> roll -> due, what settled it, and when bells ring. */
#ifndef ENGINE_EXPLAIN_H
#define ENGINE_EXPLAIN_H

#include "db/db.h"
#include "engine/evaluate.h"

/* A clock that stood still, from its first moment to the first one after it. */
struct explained_stop {
    struct code reason;
    enum suspension_mode mode;
    instant from, to; /* INSTANT_NEVER: has not ended. */
    int64_t lid;
};

struct explained_bell {
    instant at; /* INSTANT_NEVER while due is not known. */
    enum bell_receiver to;
    enum bell_way by;
};

struct explanation {
    struct obligation row;
    const struct rule *rule; /* Text, source, law, mark; its form in force is valid on these days: */
    struct valid valid;
    const struct event *trigger; /* What, when, recorded when, by whom; NULL for calendars. */
    instant anchor;
    struct span span;            /* Unit SPAN_NONE when no span was counted. */
    instant first_due;           /* From anchor and span alone. */
    instant longer;              /* The last day that the trigger itself gives; INSTANT_NONE. Counts when it is later. */
    const struct explained_stop *stops;
    size_t stop_count;
    instant stopped_due, due;    /* After stops; and after the roll. */
    int64_t nth;                 /* Of a quota: which one, from 1. Of `missed: each`: how many were missed. */
    const struct event *settled; /* NULL when open, or ended by scope or time. */
    const struct explained_bell *bells;
    size_t bell_count;
};

/* Explains a row of a stream as it stands at `now`. False when there is no such row then. */
bool explain(struct db *db, struct stream stream, struct obligation_key key, instant now,
             struct explanation *explanation);

/* The same, purely. */
bool explain_row(struct arena *arena, const struct view *view, const struct ruleset *rules,
                 const struct workdays *workdays, struct obligation_key key, struct explanation *explanation);

/* What if: the due of the row that would follow in the chain of an `every` rule, were it settled at `at`.
 * INSTANT_NONE for other rules, and when nothing would follow. */
instant explain_next(struct db *db, const struct explanation *explanation, instant at);

/* When a bell rings for a row with this due and anchor. The default ladder, for a rule without bells: to
 * the owner at 20 percent of the span before due (at most 7 days), at due, and to the team leader a
 * working day after; for hour rules the team leader hears it at due too. `warn` and `note` never ring
 * beyond the owner. */
struct explained_bell *bells_of(struct arena *arena, const struct rule *rule, instant anchor, instant due,
                                bool is_hour_rule, const struct workdays *workdays, size_t *count);

#endif
