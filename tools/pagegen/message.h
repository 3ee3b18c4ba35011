/* SPDX-License-Identifier: MIT
 * message.h: messages: text with {1} {2} ... for holes, as it stands in pages, in C and in .po files. */
#ifndef PAGEGEN_MESSAGE_H
#define PAGEGEN_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Goes through a message: each step is some text (maybe none) and the hole after it (0 at the end).
 * Begin with { .rest = message }. */
struct message_piece {
    const char *rest;
    const char *at;
    size_t length;
    int hole; /* 1.. */
};
bool message_next(struct message_piece *piece);

/* Has something to translate: a letter outside of holes and entities. */
bool message_has_letters(const char *message);

/* True when `translation` has each hole of `message` exactly as often, in any order. */
bool message_holes_match(const char *message, const char *translation);

/* The text as HTML, fit for elements and for values in double quotes: entities stay, all else that
 * means something is escaped. */
const char *message_markup(struct arena *arena, const char *text, size_t length);

#endif
