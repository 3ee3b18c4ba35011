/* SPDX-License-Identifier: MIT
 * mentor.h: mentors at companies (S24, S47, S82) and language buddies (S110): a register by company, courses of two
 * days, who is beside a citizen at a placement, and the daily practice of Danish. */
#ifndef MENTOR_MENTOR_H
#define MENTOR_MENTOR_H

#include "db/db.h"
#include "mentor/rules.h"
#include "mentor_sql.h"
#include "placement/placement.h"

/* Courses: for mentors, for language buddies. Codes as stored; NULL last. */
extern const char *const mentor_course_kind_codes[];

/* Who is beside a citizen. Codes as stored; NULL last. */
enum mentor_slot { SLOT_WORKPLACE, SLOT_CENTRE, SLOT_BUDDY, MENTOR_SLOT_COUNT };
extern const char *const mentor_slot_codes[MENTOR_SLOT_COUNT + 1];

/* Which days of a course a mentor came. All of them: event training.attended(course kind) in the history of that person,
 * voided when it was a mistake. Persons of companies are numbered after all staff (MENTOR_PERSON_FIRST + id). */
#define MENTOR_PERSON_FIRST ((int64_t)1 << 40)
/* Volunteers (src/volunteer) are numbered after those. */
#define VOLUNTEER_PERSON_FIRST ((int64_t)1 << 41)
void mentor_mark(struct db *db, const struct mentor_course_row *course, const struct mentor_seat_row *seat,
                 bool has_first, bool has_second);

/* The course has been held when its last day has come and somebody was there for all of it: event group.closed of the
 * schemes' training (S47, S82) in the journal of the actor's unit, once; voided when nobody was after all. */
void mentor_course_hold(struct db *db, const struct mentor_course_row *course);

/* Somebody is beside the citizen from today on, in place of whoever was: a mentor of the company, or (mentor n = 0)
 * a member of staff. Event relation.started(role) with `trained`. Nobody (both n = 0) leaves the slot empty. */
void mentor_place(struct db *db, const struct placement_row *placement, enum mentor_slot slot, struct mentor_id mentor,
                  struct staff_id staff);

/* Minutes of practice on a day: event contact.made(practice) with `minutes`; taken back, the event is voided. `link` is
 * the buddy's own by which they were tapped, n = 0 when the municipality's people write them. Of the placement its id,
 * citizen and company are asked. */
void mentor_practice(struct db *db, const struct placement_row *placement, day on, int64_t minutes, struct link_id link);
bool mentor_undo_practice(struct db *db, const struct placement_row *placement, day on);

/* Words of the tasks at a placement, with commas between them and what each means in brackets: "spand (bucket), klud".
 * Returns how many were new. Pieces that are no word are passed over. */
size_t mentor_add_words(struct db *db, const struct placement_row *placement, const char *words);

/* She knows the word since `on`: event contact.made(words); taken back, the event is voided. False when it is not a word of
 * the placement, or is so already. */
bool mentor_learn_word(struct db *db, const struct placement_row *placement, struct work_word_id word, day on);
bool mentor_unlearn_word(struct db *db, const struct placement_row *placement, struct work_word_id word);

#endif
