/* SPDX-License-Identifier: MIT
 * rules.h: the numbers of companies. Pure. A CVR number has eight digits with a check by modulus 11; a P
 * number has ten without one. A number that fails the check is kept with a warning, since registers know
 * better than arithmetic. */
#ifndef EMPLOYER_RULES_H
#define EMPLOYER_RULES_H

#include <stdbool.h>

#include "base/arena.h"

enum number_why {
    NUMBER_FINE,
    NUMBER_EMPTY,   /* Nothing typed: allowed. */
    NUMBER_FORM,    /* Not the right count of digits: refused. */
    NUMBER_MODULUS, /* Fails modulus 11: a warning. */
    NUMBER_WHY_COUNT,
};

struct number_verdict {
    enum number_why why;
    const char *digits; /* "" for empty and for a wrong form. */
};

/* The glossary's branch of an industry code as the register writes it: six digits of DB07, or five where a spreadsheet has
 * eaten the zero in front; words may follow. NULL when it is no such code. */
const char *branch_of_industry(struct arena *arena, const char *typed);

/* Spaces and dots between digits are allowed. */
struct number_verdict cvr_check(struct arena *arena, const char *typed);
struct number_verdict p_number_check(struct arena *arena, const char *typed);

#endif
