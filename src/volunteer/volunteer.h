/* SPDX-License-Identifier: MIT
 * volunteer.h: volunteer mentors and citizens, matched by the same solver as places (S86, S87; 001:336-363). Training
 * comes before the match; both may say no without a reason; then the two are not proposed again. Who is beside a
 * citizen at a placement is src/mentor. */
#ifndef VOLUNTEER_VOLUNTEER_H
#define VOLUNTEER_VOLUNTEER_H

#include "citizen/holding.h"
#include "db/db.h"
#include "mentor/mentor.h"
#include "volunteer_sql.h"

/* A new volunteer. A language buddy has a place in the market of language buddies: `place` says when they can meet; its
 * kind, languages and seats are the volunteer's. */
struct volunteer_id volunteer_add(struct db *db, const struct volunteer_insert_in *volunteer,
                                  const struct volunteer_place_insert_in *place);

/* Days of training attended (DAY_NONE: not); both: training.attended of that person. False when somebody was faster. */
bool volunteer_train(struct db *db, const struct volunteer_row *volunteer, day first, day second);

/* Proposes the best whole of all who want a mentor and all trained mentors with a free seat: relation.proposed for each.
 * How many were proposed. */
int64_t volunteer_propose(struct db *db, bool is_all, struct staff_id actor);

enum volunteer_side { SIDE_CITIZEN, SIDE_MENTOR };

/* One side says yes or no: relation.accepted or .declined; both yes: relation.started. False when somebody was faster or
 * it is over. */
bool volunteer_answer(struct db *db, const struct volunteer_match_row *match, enum volunteer_side side, bool is_yes);

/* It has ended: relation.ended. */
bool volunteer_end(struct db *db, const struct volunteer_match_row *match);

extern const struct holding volunteer_holding;

#endif
