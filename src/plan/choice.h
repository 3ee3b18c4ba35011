/* SPDX-License-Identifier: MIT
 * choice.h: what a citizen has chosen in the forms of her schemes, for other pages. */
#ifndef PLAN_CHOICE_H
#define PLAN_CHOICE_H

#include "ids.h"
#include "web/request.h"

/* A form of a scheme she is in, in which items of a list are ticked. */
struct chosen {
    const char *title;
    const char *words; /* What stands: "Detailhandel, Landbrug"; "" when nothing is chosen. */
    const char *path;  /* Where it is chosen. */
};
struct chosen_list {
    const struct chosen *at;
    size_t count;
};

/* Such forms of all schemes the citizen is in now, in the request's language. */
struct chosen_list plan_chosen(struct request *r, struct citizen_id citizen);

/* The branches of companies (glossary `branch`) that she has chosen so, between commas: ",retail,kitchen,"; "" for none. */
const char *plan_chosen_branches(struct request *r, struct citizen_id citizen);

#endif
