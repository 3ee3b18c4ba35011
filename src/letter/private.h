/* SPDX-License-Identifier: MIT
 * private.h: what the files of src/letter tell each other. */
#ifndef LETTER_PRIVATE_H
#define LETTER_PRIVATE_H

#include "base/text.h"
#include "letter/paper.h"

/* --- paper --- */

struct setter; /* set.c: the fonts, opened once a child. */
struct setter *setter_open(void);

/* Sets one paper; the PDF is added to `out`. */
struct print setter_set(struct setter *setter, struct arena *arena, const struct paper *paper, struct text *out);

/* Adds what Cairo 1.16 cannot write: the language of the file, that readers show its title, and both as XMP. A
 * PDF that is not as expected stays as it is. */
void pdf_add_metadata(struct arena *arena, struct text *pdf, const char *title, const char *language);

#endif
