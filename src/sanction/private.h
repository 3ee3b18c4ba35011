/* SPDX-License-Identifier: MIT
 * private.h: what the files of src/sanction tell each other. */
#ifndef SANCTION_PRIVATE_H
#define SANCTION_PRIVATE_H

#include "engine/journal.h"
#include "sanction/sanction.h"

/* An event of a case in the citizen's stream; fields are empty. */
struct event_draft sanction_draft(struct sanction_case_id id, struct citizen_id citizen, enum event_kind kind,
                                  const char *code, instant at);

/* The first row of a new case; its events are those of its days. */
void sanction_write_opened(struct db *db, struct sanction_case_id id, struct citizen_id citizen);

/* The newest step that stands; NULL for none. */
const struct sanction_step_row *sanction_newest(const struct sanction_file *file);

/* The kind of a stored step, or -1. */
int sanction_step_read(const char *code);

/* Is a language her own, or one of the others she has? `others` are codes with blanks between. */
bool sanction_reads(struct db *db, const char *language, const char *own, const char *others);

#endif
