/* SPDX-License-Identifier: MIT
 * po.h: the .po files of gettext, as far as pagegen needs them: msgid, msgstr and the fuzzy flag. */
#ifndef PAGEGEN_PO_H
#define PAGEGEN_PO_H

#include <stddef.h>

#include "mistake.h"

struct po_entry {
    const char *danish, *translation;
    int line;
};

struct po {
    const char *file, *language; /* "po/en.po", "en" */
    struct po_entry *at;         /* Sorted by the Danish. */
    size_t count, room;
};

/* Reads a .po file. Entries that are empty or fuzzy are left out; one whose holes are not those of the
 * Danish is a mistake. */
struct po po_read(struct arena *arena, const char *file, const char *bytes, size_t length,
                  struct mistakes *mistakes);

/* The translation, or NULL when there is none. */
const char *po_find(const struct po *po, const char *danish);

/* A message in the files, with the place of its first use and a note for the translator. */
struct message {
    const char *danish, *file, *note;
    struct place place;
};

struct messages {
    struct message *at;
    size_t count, room;
};

/* Adds a message unless it is there. */
void messages_add(struct arena *arena, struct messages *messages, struct message message);

/* Writes a .pot of all messages. */
void pot_write(FILE *out, const struct messages *messages);

/* A text in double quotes with escapes for C and .po files. */
const char *quoted(struct arena *arena, const char *text, size_t length);

/* Reads one quoted literal at `*at` (on its first quote), adds its text to `out`, and moves past it;
 * does nothing more at a line's end. Knows \n \t \" \\ and leaves other escapes as written. */
struct text;
void quoted_read(const char **at, const char *end, struct text *out);

#endif
