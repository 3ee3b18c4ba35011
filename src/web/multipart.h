/* SPDX-License-Identifier: MIT
 * multipart.h: a posted form that carries files (multipart/form-data, RFC 7578), read strictly: what no
 * browser sends is refused, never repaired. Pure; the body is already in memory. */
#ifndef WEB_MULTIPART_H
#define WEB_MULTIPART_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { MULTIPART_PARTS_MAX = 200, MULTIPART_HEADER_MAX = 1024, MULTIPART_TEXT_MAX = 64 << 10 };

struct multipart_part {
    const char *name;
    const char *file;  /* The file's name, "" when none was chosen; NULL for a field of text. */
    const char *value; /* The text of a field; NULL for a file. */
    const void *bytes; /* Of a file; they lie in the body that was read. */
    size_t length;
};

struct multipart {
    const struct multipart_part *at;
    size_t count;
    bool is_well_formed; /* False: nothing of it may be used. */
};

/* Is this content type multipart/form-data? */
bool multipart_is(const char *content_type);

/* The parts in order. Not well-formed: no boundary of RFC 2046, a part without a name, a header longer than
 * MULTIPART_HEADER_MAX, an encoding of its own, text that is not UTF-8 or has control characters, more than
 * MULTIPART_PARTS_MAX parts, no end, or anything after it. */
struct multipart multipart_read(struct arena *arena, const char *content_type, const char *body, size_t length);

#endif
