/* SPDX-License-Identifier: MIT
 * fuzz_overlay.c: any line as the place of a number in a scheme, the next as its new value, as a municipality's
 * edit comes from a form: it is refused with a mistake, or the scheme still reads. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/check.h"
#include "base/text.h"
#include "engine/overlay.h"

enum { KEPT_SIZE = 256 << 20, ARENA_SIZE = 256 << 20, LENGTH_MAX = 4096, FROM = 20000, TODAY = 20100 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct arena *kept, *arena;
    static struct library library;

    if (length > LENGTH_MAX)
        return 0;
    if (kept == NULL) {
        kept = arena_new(KEPT_SIZE);
        arena = arena_new(ARENA_SIZE);
        struct mistakes none = mistakes_new(kept);
        library = scheme_library_load(kept, NULL, &none);
        check(library.schemes.count > 0 && none.count == 0);
    }
    arena_reset(arena);
    struct text_pieces lines = text_split(arena, arena_copy(arena, bytes, length), '\n');
    struct overlay_edit edit = { .path = lines.at[0], .value = lines.count > 1 ? lines.at[1] : "", .valid_from = FROM,
                                 .by = "fuzz", .reason = "fuzz" };
    struct mistakes mistakes = mistakes_new(arena);
    const struct scheme *scheme = library.schemes.at[length % library.schemes.count];
    if (!overlay_may(arena, scheme, &edit, &mistakes)) {
        check(mistakes.count > 0);
        return 0;
    }
    struct overlay overlay = { &edit, 1 };
    check(overlay_apply(arena, scheme, &overlay, TODAY, &mistakes) != NULL);
    return 0;
}
