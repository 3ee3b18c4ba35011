/* SPDX-License-Identifier: MIT
 * consideration.h: what work must take into account (skånehensyn): words about what a workplace does, never a
 * diagnosis. Written on the citizen's page, or confirmed and changed at a talk with the doctor (S37). */
#ifndef CITIZEN_CONSIDERATION_H
#define CITIZEN_CONSIDERATION_H

#include "base/text.h"
#include "citizen_sql.h"
#include "web/form.h"

/* What a talk came to. Of the rows that held when it was opened those kept are confirmed; the others hold no more. A
 * row written meanwhile by somebody else, or gone meanwhile, is left as it is. */
struct consideration_talk {
    struct citizen_id citizen;
    struct meeting_id meeting;
    instant at;                /* When it was held. */
    struct text_pieces known, kept; /* Numbers of rows, as a form has them. */
    struct text_pieces added;  /* New words; blank ones are passed over. */
};

/* Writes it, with event form.answered(considerations): `status` says `confirmed` or `changed`, `count` how many hold. */
void citizen_talk_considerations(struct db *db, const struct consideration_talk *talk);

/* The talk was a mistake: what held before holds again, and the event is void. Nothing happens when it said nothing. */
void citizen_undo_considerations(struct db *db, struct citizen_id citizen, struct meeting_id meeting);

/* One more, or one less, on the citizen's page; 0 when there was nothing to do. `kind` is can or consideration: what she
 * can is no consideration. */
struct citizen_skill_id citizen_add_skill(struct db *db, struct citizen_id citizen, const char *kind, const char *words);
int64_t citizen_drop_skill(struct db *db, struct citizen_id citizen, struct citizen_skill_id skill);

/* Told once at start by those for whom changed considerations matter (the job plan becomes outdated): called after they
 * are written, in the same transaction; not when a talk confirms them. */
void citizen_on_considerations(void (*call)(struct db *db, struct citizen_id citizen));

/* The first word that names an illness, or NULL. A workplace is told what it must do, never a diagnosis; which
 * words those are is the glossary's list `diagnosis`. */
const char *citizen_diagnosis_in(struct arena *arena, const char *words);

/* The same as an error at a form's field. */
void citizen_refuse_diagnosis(struct form *form, const char *name, const char *words);

#endif
