/* SPDX-License-Identifier: MIT
 * figure_words.h: the numbers of a scheme in the words of people. A scheme file says "3 weeks" and
 * "first tuesday of month"; a page says "3 uger" and "første tirsdag i måneden", and reads it back. */
#ifndef LIBRARY_FIGURE_WORDS_H
#define LIBRARY_FIGURE_WORDS_H

#include "base/arena.h"
#include "web/say.h"

/* A value as in a file, in the person's words. NULL gives NULL. */
const char *figure_words(struct arena *arena, enum language language, const char *value);

/* What somebody typed, as in a file. Words of both languages are understood; what is not known stays, so
 * that the scheme's reader refuses it. */
const char *figure_read(struct arena *arena, const char *typed);

/* How often, of a series as in a file: "3 weeks" gives "hver 3. uge", "1 week, 2 weeks" gives "efter 1 uge, 2
 * uger". */
const char *figure_words_every(struct arena *arena, enum language language, const char *value);

#endif
