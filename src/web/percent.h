/* SPDX-License-Identifier: MIT
 * percent.h: percent-encoding of paths, queries and urlencoded forms, read strictly: what is not
 * well-formed is refused, never repaired. */
#ifndef WEB_PERCENT_H
#define WEB_PERCENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"

enum percent_kind {
    PERCENT_PATH, /* + is a plus; no control characters. */
    PERCENT_FORM, /* + is a space; tab and line breaks are allowed, other control characters are not. */
};

/* The decoded text, or NULL: a broken %-pair, %00, a control character, or not UTF-8. */
char *percent_decode(struct arena *arena, enum percent_kind kind, const char *bytes, size_t length);

/* Appends `plain` with all but unreserved characters encoded. */
void percent_encode(struct text *text, const char *plain);

struct percent_pair {
    const char *name, *value;
};
struct percent_pairs {
    struct percent_pair *at;
    size_t count;
    bool is_well_formed; /* False: what could be read before the mistake is there. */
};

enum { PERCENT_PAIRS_MAX = 5000 };

/* "a=1&b=2" in order. More than PERCENT_PAIRS_MAX pairs are not well-formed. */
struct percent_pairs percent_pairs_read(struct arena *arena, const char *bytes, size_t length);

#endif
