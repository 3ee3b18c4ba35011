/* SPDX-License-Identifier: MIT
 * measure.h: the measures of schemes (docs/schemes.md, section 5): who is counted, on which day, and what
 * counts. Pure: histories and settled obligations in, figures out. Nothing here reads a clock or a store;
 * whether a rule was met is taken from the stored obligations, never computed a second time. */
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

/* One citizen's history, as it stood on the report's day, and her obligations in the scheme. */
struct measured_citizen {
    struct view view;
    const struct measured_obligation *obligations;
    size_t obligation_count;
};

struct measured_population {
    const struct measured_citizen *at;
    size_t count;
};

/* First and last day, both inside. */
struct measured_period {
    day from, to;
};

struct measured_part {
    const char *code; /* Of a list, an outcome category, or NULL for a band. */
    struct words name; /* The list's own words; da NULL for none. */
    struct codes outcomes; /* Of an outcome category: what it counts. */
    const struct scheme_interval *band;
    int64_t count;
};

enum measured_state {
    MEASURED_FINE,
    MEASURED_NOT_HERE, /* A kind or unit that is counted from other data than citizens' histories. */
};

struct measured {
    enum measured_state state;
    enum measure_kind kind;
    int64_t count, whole;       /* Numerator and population. */
    const struct measured_part *parts;
    size_t part_count;
    int64_t rest;               /* Of a split: in no part. */
    struct words rest_name;     /* What the file calls it; da NULL for nothing. */
    bool is_banded;             /* The parts are intervals. */
    int64_t sum;                /* Thousandths, of sum and mean. */
    struct quartiles_found {
        int64_t lower, median, upper;
    } days;                     /* Of a lead time. */
};

struct measured measure_take(struct arena *arena, const struct scheme *scheme, const struct scheme_measure *measure,
                             const struct measured_population *population, struct measured_period period);

/* Paid hours a week on a day, in hundredths: the latest word on each placement or job. */
int64_t paid_hours_on(const struct view *view, day on);

/* The scheme's enrolment of a citizen, the first that began in the period (DAY_NONE: ever); false for none.
 * `ended` is INSTANT_NEVER while it runs. */
struct measured_enrolment {
    int64_t id;
    instant started, ended;
    bool is_completed;
};
bool measured_enrolment_of(const struct view *view, const char *scheme, struct measured_period period,
                           struct measured_enrolment *found);

/* The citizen's history with her outcome as a fact, so that conditions may ask for it. */
struct view measured_view(struct arena *arena, struct stream stream, const struct event *versions, size_t count, instant now);

#endif
