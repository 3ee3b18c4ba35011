/* SPDX-License-Identifier: MIT
 * code.c: FNV-1a, which is quick for words of ten letters and needs no key: nobody gains by making two
 * codes of one hash, since the texts are compared as well. */
#include "engine/code.h"

#include <string.h>

#include "base/text.h"

static uint64_t hash_of(const char *bytes, size_t length)
{
    uint64_t hash = 14695981039346656037u;

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211u;
    return hash == 0 ? 1 : hash;
}

struct code code_of(const char *text)
{
    if (text == NULL || *text == '\0')
        return CODE_NONE;
    return (struct code){ hash_of(text, strlen(text)), text };
}

struct code code_copy(struct arena *arena, const char *bytes, size_t length)
{
    if (length == 0)
        return CODE_NONE;
    return (struct code){ hash_of(bytes, length), arena_copy(arena, bytes, length) };
}

bool code_is(struct code a, struct code b)
{
    return a.hash == b.hash && (a.text == b.text || text_is(a.text, b.text));
}
