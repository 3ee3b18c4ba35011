/* SPDX-License-Identifier: MIT
 * text.h: text that grows, and small questions about text. All text is UTF-8, ends with NUL and
 * lives in an arena. What is written into a page is escaped in web/, not here. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* A text under construction. `at` may move at each addition. */
struct text {
    struct arena *arena;
    char *at;
    size_t length, room;
};

struct text text_new(struct arena *arena);
void text_add(struct text *text, const char *more);
void text_add_bytes(struct text *text, const void *bytes, size_t length);
void text_add_char(struct text *text, char c);
void text_add_int(struct text *text, int64_t number);
__attribute__((format(printf, 2, 3)))
void text_add_format(struct text *text, const char *format, ...);

/* The text so far, NUL-terminated; more may be added afterwards. */
const char *text_done(struct text *text);

/* Equal texts. NULL equals only NULL. */
bool text_is(const char *a, const char *b);

/* True for NULL and for a text of nothing but white space. */
bool text_is_blank(const char *text);

bool text_starts(const char *text, const char *beginning);

/* A copy without white space at both ends. */
char *text_trim(struct arena *arena, const char *text);

/* The pieces between `separator`, none of them trimmed; "" gives one empty piece. */
struct text_pieces {
    const char **at;
    size_t count;
};
struct text_pieces text_split(struct arena *arena, const char *text, char separator);

/* The whole text as a decimal number with an optional minus. False, and *number untouched, when
 * there is anything else in it or it does not fit. */
bool text_to_int(const char *text, int64_t *number);

/* Valid UTF-8 by RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF. */
bool text_is_utf8(const char *text, size_t length);

/* A copy for searching: lower case, æ ø å as ae oe aa, other Latin letters without accents, runs of
 * all that is neither letter nor digit as one space. "Søren Ågård-Bech" gives "soeren aagaard bech". */
char *text_fold(struct arena *arena, const char *text);

/* The smallest number of single-letter changes (insert, delete, replace, swap of neighbours) from one
 * text to the other, for "did you mean". Texts longer than 63 bytes count as 99 away. */
int text_distance(const char *a, const char *b);

/* The words as the beginning of a sentence, with a capital: "Ønske sagt" for "ønske sagt". */
const char *sentence_begin(struct arena *arena, const char *words);

/* Marks a Danish literal for the extractor (tools/messages); say() of web/say.h translates it where it is shown. */
#define SAY(danish) (danish)

#endif
