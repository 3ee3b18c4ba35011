/* SPDX-License-Identifier: MIT
 * facts.h: the form in which a citizen's facts are typed, for making and for editing one. */
#ifndef CITIZEN_FACTS_H
#define CITIZEN_FACTS_H

#include "citizen/pages.h"

/* The choices of the form. A new citizen belongs to a unit of the actor's; one who is there may be handed
 * over to any. */
struct facts_choices facts_choices(struct request *r, bool is_new);

/* Fills the form with what is stored; `address` NULL when the actor may not see it. */
void facts_fill(struct form *form, const struct citizen_row *row, const struct citizen_address_row *address);

/* Reads the form and notes what is wrong beside its fields. `citizen` n = 0 for a new one. A number whose
 * check digit does not fit is let through when the same form comes a second time. */
struct citizen_facts facts_read(struct request *r, struct form *form, struct citizen_id citizen, instant *housed_at);

/* Where `mine` and `theirs` differ, in the order of the form. */
struct facts_differences facts_differences(struct request *r, const struct form *mine, const struct form *theirs);

/* The citizen's address as far as the actor may see it; true when it is protected and hidden. */
bool facts_address(struct request *r, struct citizen_id citizen, struct citizen_address_row *address);

#endif
