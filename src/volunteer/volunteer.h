/* SPDX-License-Identifier: MIT
 * volunteer.h: the register of volunteers: mentors (S86, S87; 001:336-363) and language buddies (S110). Each is a place in
 * the market of that kind; who is proposed to whom, and what both say, is src/proposal. Who is beside a citizen at a
 * placement is src/mentor. */
#ifndef VOLUNTEER_VOLUNTEER_H
#define VOLUNTEER_VOLUNTEER_H

#include "citizen/holding.h"
#include "db/db.h"
#include "mentor/mentor.h"
#include "volunteer_sql.h"

/* A new volunteer with a place in the market of that kind: `place` says when they can meet; its kind, languages and seats
 * are the volunteer's. */
struct volunteer_id volunteer_add(struct db *db, const struct volunteer_insert_in *volunteer,
                                  const struct volunteer_place_insert_in *place);

/* Days of training attended (DAY_NONE: not); both: training.attended of that person. False when somebody was faster. */
bool volunteer_train(struct db *db, const struct volunteer_row *volunteer, day first, day second);

extern const struct holding volunteer_holding;

#endif
