/* SPDX-License-Identifier: MIT
 * shown.h: a letter as it is read on the screen, part by part in its own language and direction; shown.page writes it.
 * For all features with letters of theirs. */
#ifndef LETTER_SHOWN_H
#define LETTER_SHOWN_H

#include "base/text.h"
#include "letter/paper.h"

struct shown_part {
    const char *language, *direction, *title; /* direction NULL: from left to right. */
    struct text_pieces lines;
};
struct shown_parts {
    struct shown_part at[PAPER_PARTS_MAX]; /* Danish, then the translation. */
    size_t count;
};

struct shown_part letter_shown_part(struct arena *arena, const char *language, const char *title, const char *words);

/* A letter that was kept, by its document's words and language; no parts when there are no words. */
struct shown_parts letter_shown_frozen(struct arena *arena, const char *content, const char *language);

#endif
