/* SPDX-License-Identifier: MIT
 * write_c.h: the C that pagegen makes. */
#ifndef PAGEGEN_WRITE_C_H
#define PAGEGEN_WRITE_C_H

#include "page_file.h"
#include "po.h"

struct languages {
    struct po *at; /* All but Danish. */
    size_t count, room;
};

/* The header and the source of a page file; `header` is the header's file name. */
const char *page_header(struct arena *arena, const struct page_file *file, const char *header);
const char *page_source(struct arena *arena, const struct page_file *file, const char *header,
                        const struct languages *languages);

/* The table of all translations that say() searches. */
const char *words_source(struct arena *arena, const struct languages *languages);

#endif
