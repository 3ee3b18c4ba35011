/* SPDX-License-Identifier: MIT
 * fuzz_multipart.c: any bytes as a form with files; the first line is its content type. What is read lies
 * within the body, has names, and is text where text is promised. */
#include <stdint.h>
#include <string.h>

#include "base/check.h"
#include "base/text.h"
#include "web/multipart.h"
#include "web/route.h"

const struct feature *const features[] = { NULL };
const size_t feature_count = 0;

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

enum { ARENA_SIZE = 64 << 20, BODY_MAX = 16384 };

static void check_part(const struct multipart_part *part, const char *body, size_t length)
{
    check(part->name != NULL && *part->name != 0);
    check((part->file == NULL) == (part->bytes == NULL) && (part->file == NULL) != (part->value == NULL));
    if (part->bytes != NULL)
        check((const char *)part->bytes >= body && (const char *)part->bytes + part->length <= body + length);
    else
        check(strlen(part->value) == part->length && text_is_utf8(part->value, part->length));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct arena *arena;
    const char *all = (const char *)bytes, *stop = memchr(all, '\n', length);

    if (length > BODY_MAX || stop == NULL)
        return 0;
    if (arena == NULL)
        arena = arena_new(ARENA_SIZE);
    arena_reset(arena);
    const char *body = stop + 1;
    size_t body_length = length - (size_t)(body - all);
    const char *type = arena_copy(arena, all, (size_t)(stop - all));
    if (!multipart_is(type))
        type = "multipart/form-data; boundary=x";
    struct multipart parts = multipart_read(arena, type, body, body_length);
    check(parts.is_well_formed || parts.count == 0);
    for (size_t i = 0; i < parts.count; i++)
        check_part(&parts.at[i], body, body_length);
    return 0;
}
