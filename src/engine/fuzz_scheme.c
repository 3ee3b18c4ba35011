/* SPDX-License-Identifier: MIT
 * fuzz_scheme.c: any bytes as a scheme file: a scheme or mistakes, never a crash, within the arena. */
#include <stddef.h>
#include <stdint.h>

#include "base/check.h"
#include "engine/scheme.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_new((size_t)1 << 30);
    struct mistakes mistakes = mistakes_new(arena);
    const struct scheme *scheme = scheme_read(arena, "fuzz", (const char *)bytes, length, &mistakes);

    check((scheme == NULL) == (mistakes.count > 0));
    arena_free(arena);
    return 0;
}
