/* SPDX-License-Identifier: MIT
 * find.h: the one search of the bar. Citizens are found here; features below this one add what they have
 * (companies, groups) at start. */
#ifndef CITIZEN_FIND_H
#define CITIZEN_FIND_H

#include <stddef.h>

#include "web/request.h"

struct found {
    const char *path;  /* Where it leads. */
    const char *name;
    const char *about; /* A few words beside it: "virksomhed, Vejle"; may be NULL. */
};
struct found_list {
    struct found *at;
    size_t count;
};

/* What a feature has for the words typed; only what the person may see. */
typedef struct found_list find_more(struct request *r, const char *words);

/* Called by a feature's start; at most eight. */
void find_add(find_more *more);

#endif
