/* SPDX-License-Identifier: MIT
 * citation.h: what a rule's source says in its own words. Sources are written as in schemes: "003:33"
 * (document and line), "003:22-51", or a paragraph or address, which is shown as it is. */
#ifndef LAW_CITATION_H
#define LAW_CITATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "yaml/mistake.h"

struct citations;

struct citation {
    const char *title;     /* Of the document; the source itself when it names none. */
    const char *by;        /* Who wrote it, or NULL. */
    int year;              /* 0 when not stated. */
    int line, last_line;   /* 0 for a paragraph or an address. */
    const char *quotation; /* Word for word, or NULL when none is kept. */
};

/* Reads law/citations.yaml, from `directory` or, when that is NULL, from the program. NULL when the file
 * is wrong. */
const struct citations *citations_load(struct arena *arena, const char *directory,
                                       struct mistakes *mistakes);

/* The citations of the program, read when first asked for and kept as long as the process; NULL when
 * the file in it is wrong. */
const struct citations *citations_kept(void);

/* What a source says. False, and a citation with the source as title, when it is no known document. */
bool citation_find(const struct citations *citations, struct arena *arena, const char *source,
                   struct citation *citation);

#endif
