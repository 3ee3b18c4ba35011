/* SPDX-License-Identifier: MIT
 * measure.h: the measures of schemes (docs/schemes.md, section 5): who is counted, on which day, and what
 * counts. Pure: histories and settled obligations in, figures out. Nothing here reads a clock or a store;
 * whether a rule was met is taken from the stored obligations, never computed a second time. Histories are
 * shown one by one and may be forgotten at once, so that a figure over everybody needs the memory of one. */
#ifndef RESULTS_MEASURE_H
#define RESULTS_MEASURE_H

#include "base/arena.h"
#include "engine/evaluate.h"
#include "engine/scheme.h"

/* An obligation as it is stored; `is_over`: open, and its time has passed on the report's day. */
struct measured_obligation {
    const char *scheme, *rule;
    int64_t enrolment, subject;
    enum obligation_state state;
    bool is_over;
    instant settled; /* INSTANT_NONE while open. */
};

/* The history of a citizen, company, group or person, as it stood on the report's day, and its obligations. */
struct measured_history {
    struct view view;
    const struct measured_obligation *obligations;
    size_t obligation_count;
};

/* First and last day, both inside. DAY_NONE: from the beginning; until now. */
struct measured_period {
    day from, to;
};

struct measured_part {
    const char *code;  /* Of a list, an outcome category, a stage or a question, or NULL for a band. */
    struct words name; /* The file's own words; da NULL for none. */
    struct codes outcomes; /* Of an outcome category: what it counts. */
    const struct scheme_interval *band;
    int64_t count, whole;  /* `whole` only where parts have populations of their own: questions and bands. */
    int64_t before, after; /* Of a change: sums in thousandths ... */
    int64_t ratios;        /* ... and the sum of each unit's own change, in thousandths of a percent. */
};

enum measured_state {
    MEASURED_FINE,
    MEASURED_NOT_HERE, /* Not counted from histories: money, and what a file only quotes. */
};

struct measured;
struct measured_group {
    const char *code; /* The value of the fact that `per` names; NULL: not known. */
    const struct measured *measured;
};

struct measured {
    enum measured_state state;
    enum measure_kind kind;
    int64_t count, whole;       /* Numerator and population. */
    const struct measured_part *parts;
    size_t part_count;
    int64_t rest;               /* Of a split or a change: in no part. */
    struct words rest_name;     /* What the file calls it; da NULL for nothing. */
    bool is_banded;             /* The parts are intervals. */
    bool is_about;              /* The file says "ca.". */
    int64_t sum;                /* Thousandths, of sum and mean. */
    struct quartiles_found {
        int64_t lower, median, upper;
    } days;                     /* Of a lead time. */
    int64_t from_zero;          /* Of a change: began at nothing, so that no percent can be told. */
    enum measure_method method; /* Of a change. */
    const struct measured *control; /* Of a change: the group it is compared with; NULL for none. */
    const struct measured_group *groups; /* One a value of `per`; the figures above are of all. */
    size_t group_count;
};

/* A figure in the making. Begin it, show it every history of the kind it counts, and end it. */
struct measuring;

/* NULL never. The figure lives in `arena`; the scheme must live as long. */
struct measuring *measure_begin(struct arena *arena, const struct scheme *scheme, const struct scheme_measure *measure,
                                struct measured_period period);

/* Does it count histories of that kind? Others may be shown and change nothing. */
bool measure_wants(const struct measuring *measuring, enum stream_kind kind);

/* Counts one history; nothing of it is kept. */
void measure_see(struct measuring *measuring, const struct measured_history *history);

struct measured measure_end(struct measuring *measuring);

/* The change of one part, or of a whole by its sums, in thousandths of a percent by the measure's method;
 * NUMBER_NONE of nobody. */
int64_t measured_change(const struct measured_part *part, enum measure_method method);

/* Is anything of `of` counted from histories at all? */
bool measure_is_countable(const char *of);

/* Paid hours a week on a day, in hundredths: the latest word on each placement or job. */
int64_t paid_hours_on(const struct view *view, day on);

/* The first enrolment of a citizen in a scheme ("": in any); false for none. */
struct measured_enrolment {
    int64_t id;
    instant started, ended; /* `ended` is INSTANT_NEVER while it runs. */
    bool is_completed;
};
bool measured_enrolment_first(const struct view *view, const char *scheme, struct measured_enrolment *found);

/* The history with its outcomes as a fact, so that conditions may ask for it. */
struct view measured_view(struct arena *arena, struct stream stream, const struct event *versions, size_t count, instant now);

#endif
