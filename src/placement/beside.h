/* SPDX-License-Identifier: MIT
 * beside.h: whether whoever is beside a citizen at a placement can be counted on (S24): told, never stopped. Who is beside
 * her is src/mentor's subject, which asks here, too. */
#ifndef PLACEMENT_BESIDE_H
#define PLACEMENT_BESIDE_H

#include "placement/placement.h"
#include "web/request.h"

/* Why the one in a slot cannot be counted on; the first that applies. */
enum beside_why { BESIDE_FINE, BESIDE_NOBODY, BESIDE_AWAY, BESIDE_UNTRAINED, BESIDE_WHY_COUNT };
struct beside_facts {
    bool is_there;
    day away_until;    /* The last day away; DAY_NONE. */
    bool must_be_trained, is_trained;
    day asked_on;
};
enum beside_why beside_why_of(const struct beside_facts *facts);

/* Finished words about it in the person's language; NULL when there is nothing to say. `away`: the last day away. */
const char *beside_warning(struct request *r, enum beside_why why, day away);

/* The same about the workplace's mentor of a placement that has not ended; NULL for one that has. */
const char *beside_workplace_warning(struct request *r, const struct placement_row *placement);

#endif
