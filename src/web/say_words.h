/* SPDX-License-Identifier: MIT
 * say_words.h: the table pagegen makes of po/, for say.c. Sorted by the Danish. */
#ifndef WEB_SAY_WORDS_H
#define WEB_SAY_WORDS_H

#include <stddef.h>

#include "web/say.h"

struct say_words {
    const char *danish;
    const char *words[LANGUAGE_COUNT]; /* NULL where there is none. */
};

extern const struct say_words say_words[];
extern const size_t say_word_count;

#endif
