/* SPDX-License-Identifier: MIT
 * code.h: the short words of schemes and journals (ids, roles, reasons) made quick to compare. A code
 * carries its text and a hash of it, so that no table of words has to be shared between the rules,
 * which live as long as the process, and the journals, which live as long as a request. */
#ifndef ENGINE_CODE_H
#define ENGINE_CODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct code {
    uint64_t hash;    /* 0 for no code. */
    const char *text; /* NULL for no code. */
};

#define CODE_NONE ((struct code){ 0, NULL })

/* The code of a text that outlives it; NULL and "" give CODE_NONE. */
struct code code_of(const char *text);

/* The code of `length` bytes, copied into the arena. */
struct code code_copy(struct arena *arena, const char *bytes, size_t length);

/* The same word. The texts are compared too, so that two words of one hash are still two. */
bool code_is(struct code a, struct code b);

static inline bool code_is_none(struct code code)
{
    return code.text == NULL;
}

#endif
