/* SPDX-License-Identifier: MIT
 * words.h: a text of a file in Danish and English. */
#ifndef YAML_WORDS_H
#define YAML_WORDS_H

#include <stddef.h>

struct words {
    const char *da, *en; /* en NULL falls back to Danish; both NULL: absent. */
};

/* The text in a language: 1 is English (enum language of web/say.h), all else Danish. */
static inline const char *words_in(struct words words, int language)
{
    return language == 1 && words.en != NULL ? words.en : words.da;
}

#endif
