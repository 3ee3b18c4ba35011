/* SPDX-License-Identifier: MIT
 * html.h: what pagegen knows of HTML: its elements and its attributes, as tables. */
#ifndef PAGEGEN_HTML_H
#define PAGEGEN_HTML_H

#include <stdbool.h>

enum element_flag {
    ELEMENT_VOID = 1,    /* Has no end tag: br, input. */
    ELEMENT_INLINE = 2,  /* White space beside it is seen: a, b, input. */
    ELEMENT_KEEPS = 4,   /* White space inside it is kept: pre, textarea. */
    ELEMENT_FIELD = 8,   /* Needs a label. */
    ELEMENT_REFUSED = 16, /* Its content is another language: style. */
    ELEMENT_EMPTY = 32,  /* Must be empty: script, which may only have a src. */
    ELEMENT_FOREIGN = 64, /* SVG: names inside it are its own. */
    ELEMENT_QUIET = 128, /* Its words are the same in all languages: a key. */
};

struct element {
    const char *name;
    unsigned flags;
};

/* The element's row, or NULL for a name that HTML does not have. */
const struct element *element_find(const char *name);

enum attribute_kind {
    ATTRIBUTE_PLAIN,
    ATTRIBUTE_URL,     /* Percent-encoded, and its scheme is fixed by the template. */
    ATTRIBUTE_MESSAGE, /* Words that people see or hear: translated. */
    ATTRIBUTE_REFUSED, /* A place for code: style, on..., srcdoc. */
};

enum attribute_kind attribute_kind(const char *name);

/* True when `value` (with {1} for holes) begins so that no hole decides scheme or host: with one
 * slash, # or ?, or with https://host/, mailto: or tel:. */
bool url_is_fixed(const char *value);

#endif
