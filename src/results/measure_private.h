/* SPDX-License-Identifier: MIT
 * measure_private.h: what the files of a measure share: unit.c finds who is counted, value.c their numbers,
 * measure.c adds them up. */
#ifndef RESULTS_MEASURE_PRIVATE_H
#define RESULTS_MEASURE_PRIVATE_H

#include "base/list.h"
#include "results/measure.h"

/* One thing that is counted: a person in the scheme, a placement, a sanction ... */
struct unit {
    const struct measured_history *history;
    struct measured_enrolment enrolment; /* id 0 for none. */
    const struct event *event; /* What it begins or ends with; NULL for persons. */
    instant started, ended;
    instant basis, at;         /* What lies in the period; when it is looked at. */
    int64_t number;            /* Told apart by across histories, 0: by itself. */
};

struct counted {
    const struct scheme *scheme;
    const struct scheme_measure *measure;
    struct measured_period period;
};

typedef void unit_seer(void *about, const struct unit *unit);

/* Gives each unit of a history that belongs to the measure's population to `see`. */
void units_of(const struct counted *counted, const struct measured_history *history, unit_seer *see, void *about);
enum stream_kind unit_stream(const char *of);

/* What the unit's numerator says: it counts, it does not, or it is not decided (and is in no population). */
enum tallied { TALLIED_NO, TALLIED_YES, TALLIED_UNDECIDED };
enum tallied unit_tally(const struct counted *counted, const struct unit *unit);

/* Does a rule's row belong to the unit and the measure's rules? */
bool unit_has_row(const struct counted *counted, const struct unit *unit, const struct measured_obligation *row);

/* A unit's number in thousandths at a moment; false when it is not known. */
bool unit_number(const struct unit *unit, const char *name, instant at, int64_t *number);

/* The same over a time, ends outside: attendance is of all sessions in it; all else as it is at its end. */
bool unit_number_over(const struct unit *unit, const char *name, instant from, instant to, int64_t *number);

/* The latest answer to a question of a form less the first, in thousandths; false without two of them. */
bool unit_answer_change(const struct unit *unit, struct code form, struct code question, int64_t *change);

const char *unit_outcome(const struct unit *unit);

bool is_in_period(struct measured_period period, instant at);
bool is_code_named(struct codes codes, const char *code);

#endif
