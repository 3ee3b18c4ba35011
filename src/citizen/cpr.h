/* SPDX-License-Identifier: MIT
 * cpr.h: the Danish personal number: form, date, and what a doubt about it means. Pure. A number is
 * never shown whole, put in an address or logged; citizen.h has who may see it. */
#ifndef CITIZEN_CPR_H
#define CITIZEN_CPR_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/day.h"

enum cpr_why {
    CPR_FINE,
    CPR_FORM,        /* Not ten digits "ddmmyyxxxx", with or without a hyphen. */
    CPR_NO_SUCH_DAY, /* The first six digits are no date in the century the seventh points to. */
    CPR_MODULUS,     /* A warning: numbers given since 2007 need not pass modulus 11. */
    CPR_REPLACEMENT, /* An administrative number (erstatnings-CPR): day of birth + 60, or letters. */
    CPR_TRAINING,    /* 31 February: invented, for training and demonstration only. */
    CPR_WHY_COUNT,
};

struct cpr_verdict {
    enum cpr_why why;
    bool is_refused;    /* The number cannot be stored. */
    bool is_warning;    /* It can, and the person should look once more. */
    day born;           /* DAY_NONE when the number does not tell. */
    const char *digits; /* Ten characters without hyphen, upper case; NULL when refused. */
};

/* Judges a number as typed. `allows_training`: the store is a training municipality. */
struct cpr_verdict cpr_check(struct arena *arena, const char *typed, bool allows_training);

/* "310291-••••": all that is shown without a click. "" for NULL or too short. */
const char *cpr_masked(struct arena *arena, const char *digits);

/* "310291-1234", only for somebody with MAY_CPR_SHOW, and logged by the statement that read it. */
const char *cpr_whole(struct arena *arena, const char *digits);

#endif
