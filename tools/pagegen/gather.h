/* SPDX-License-Identifier: MIT
 * gather.h: the messages of a file. */
#ifndef PAGEGEN_GATHER_H
#define PAGEGEN_GATHER_H

#include "page_file.h"
#include "po.h"

void gather_page(struct arena *arena, const struct page_file *page, struct messages *messages);

/* The literals in say(...), say_with(...) and SAY(...) of a C file. */
void gather_c(struct arena *arena, const char *file, const char *bytes, size_t length,
              struct messages *messages);

#endif
