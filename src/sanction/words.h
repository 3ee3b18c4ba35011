/* SPDX-License-Identifier: MIT
 * words.h: what the pages and letters of a case say of its facts. */
#ifndef SANCTION_WORDS_H
#define SANCTION_WORDS_H

#include "sanction/sanction.h"
#include "web/say.h"

/* What was missed: the group, the company, or the talk by the scheme's name. */
const char *sanction_what(enum language language, const struct sanction_absence_row *absence);

/* ", 1,5 af 4 timer" of a day that she was away a part of, else "". */
const char *sanction_part_words(struct arena *arena, enum language language, const struct sanction_absence_row *absence);
const char *absence_what(enum language language, const struct absence_waiting *absence);

/* Why a step may not be taken, with the paragraph that asks for it. */
const char *sanction_why_words(struct arena *arena, enum language language, enum sanction_why why,
                               const struct sanction_facts *facts);

/* How the days are counted: "fra og med 2. marts til og med dagen før 5. marts: 3 dage". */
const char *sanction_days_words(struct arena *arena, enum language language, const struct sanction_file *file);

/* "2 måneder (LAS § 40 a)" of the months that a sharpened decision has; what is no number is older, and stands as it is. */
const char *sanction_months_words(struct arena *arena, enum language language, const char *months);

#endif
