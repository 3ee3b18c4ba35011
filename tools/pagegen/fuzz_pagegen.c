/* SPDX-License-Identifier: MIT
 * fuzz_pagegen.c: any bytes as a template and as a .po file. They end in mistakes or in C; and what was
 * found good as a template is written. */
#include <string.h>

#include "base/check.h"
#include "base/text.h"
#include "gather.h"
#include "write_c.h"

enum { ARENA_SIZE = 256 << 20, LENGTH_MAX = 8192 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void read_page(struct arena *arena, const char *bytes, size_t length, const struct languages *languages)
{
    struct mistakes mistakes = mistakes_new(arena);
    struct messages messages = { 0 };

    mistakes.file = "x.page";
    struct page_file file = page_file_read(arena, "x.page", bytes, length, &mistakes);
    if (mistakes.count > 0)
        return;
    gather_page(arena, &file, &messages);
    check(text_starts(page_source(arena, &file, "x_page.h", languages), "/* SPDX"));
    check(text_starts(page_header(arena, &file, "x_page.h"), "/* SPDX"));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct arena *arena;
    struct languages languages = { 0 };
    struct messages messages = { 0 };

    if (length > LENGTH_MAX)
        return 0;
    if (arena == NULL)
        arena = arena_new(ARENA_SIZE);
    arena_reset(arena);

    struct mistakes mistakes = mistakes_new(arena);
    struct po po = po_read(arena, "po/en.po", (const char *)bytes, length, &mistakes);
    languages = (struct languages){ &po, 1, 1 };
    words_source(arena, &languages);
    gather_c(arena, "x.c", (const char *)bytes, length, &messages);
    read_page(arena, (const char *)bytes, length, &languages);
    return 0;
}
