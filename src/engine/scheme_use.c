/* SPDX-License-Identifier: MIT
 * scheme_use.c: the library kept by the process. */
#include "engine/scheme_use.h"

enum { LIBRARY_SIZE_MAX = 64 << 20 };

const struct library *scheme_library(void)
{
    static struct library library;
    static struct arena *arena;

    if (arena == NULL) {
        arena = arena_new(LIBRARY_SIZE_MAX);
        struct mistakes mistakes = mistakes_new(arena);
        library = scheme_library_load(arena, NULL, &mistakes);
    }
    return &library;
}

const struct scheme *scheme_in_use(struct db *db, const char *id)
{
    (void)db;
    return library_find(scheme_library(), id);
}
