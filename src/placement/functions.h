/* SPDX-License-Identifier: MIT
 * functions.h: job functions of a placement: tasks, not titles. The words of a placement are the truth; each
 * piece between commas or lines is a function, found again by its folded words. What may be ticked is data:
 * the municipality's own list and the schemes' lists `funktioner`. */
#ifndef PLACEMENT_FUNCTIONS_H
#define PLACEMENT_FUNCTIONS_H

#include "placement_sql.h"
#include "web/field.h"
#include "web/request.h"

/* Reads the words of a placement into its functions, in place of those it had. */
void placement_write_functions(struct db *db, struct placement_id placement, const char *words);

/* What may be ticked for a citizen; a choice's code is its folded words. */
struct choices placement_functions(struct request *r, struct citizen_id citizen);

/* Splits stored words into ticks (`funktion`) and the rest (`opgaver`), and puts them together again. What is
 * typed and ticked at once stands there once. */
void placement_functions_fill(struct form *form, struct choices choices, const char *words);
const char *placement_functions_read(struct form *form, struct choices choices, size_t length_max);

#endif
