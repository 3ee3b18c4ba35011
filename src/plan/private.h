/* SPDX-License-Identifier: MIT
 * private.h: what plan.c and review.c share. */
#ifndef PLAN_PRIVATE_H
#define PLAN_PRIVATE_H

#include "engine/journal.h"
#include "plan/plan.h"

/* An event in the citizen's stream, now; `decision` may be NULL. Its logical id. */
int64_t plan_note(struct db *db, struct citizen_id citizen, enum event_kind kind, struct subject subject,
                  const char *decision);

#endif
