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

/* Which volunteers' network somebody sees and writes in: all, or those whose chief mentor `actor` is (S87). */
struct volunteer_scope {
    bool is_all;
    struct staff_id actor;
};

/* A new message of the actor to those volunteers, with contact.made of each. It is kept, not sent. */
struct volunteer_message_id volunteer_message_add(struct db *db, struct staff_id author, const char *title, const char *words,
                                                  const struct volunteer_listed_list *to);

/* It was a mistake: the message and its events are gone. For the author and those who see all. */
void volunteer_message_undo(struct db *db, struct volunteer_message_id message);

/* A meeting of the mentors, and who is asked to one: meeting.booked of each. Nobody is asked twice. */
struct volunteer_meeting_id volunteer_meeting_add(struct db *db, const struct volunteer_meeting_row *meeting,
                                                  const struct volunteer_listed_list *asked);
void volunteer_meeting_ask(struct db *db, struct volunteer_meeting_id meeting, struct volunteer_id volunteer);

/* Who was asked came, or did not: meeting.held of that person, or void again. */
void volunteer_meeting_came(struct db *db, const struct volunteer_meeting_row *meeting, const struct volunteer_guest *guest,
                            bool has_come);

/* Called off, or held after all; the invitations' events with it. False when somebody was faster. */
bool volunteer_meeting_cancel(struct db *db, const struct volunteer_meeting_row *meeting, bool is_cancelled);

extern const struct holding volunteer_holding;

#endif
