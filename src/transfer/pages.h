/* SPDX-License-Identifier: MIT
 * pages.h: files to fetch, for features.c. */
#ifndef TRANSFER_PAGES_H
#define TRANSFER_PAGES_H

#include "web/route.h"

extern const struct feature transfer_feature;

/* What the page of files says: how many are in the actor's reach. */
struct fetch_view {
    int64_t citizen_count, company_count;
    bool has_cpr, has_protected; /* Whether the file has whole numbers, and protected addresses. */
};

#endif
