/* SPDX-License-Identifier: MIT
 * simulate.h: a municipality that lives through its days with the product's own functions, each as the
 * member of staff who would do it. The same options give the same life, on both databases. */
#ifndef SIMULATE_SIMULATE_H
#define SIMULATE_SIMULATE_H

#include <stdio.h>

#include "db/db.h"

struct simulate_options {
    int citizens, companies, staff, months;
    uint64_t seed;
    instant until;        /* The life ends here. */
    const char *password; /* Of everybody; NULL: nobody can log in. */
};

enum {
    SIMULATE_CITIZENS_MAX = 20000, /* So many invented personal numbers there are. */
    SIMULATE_COMPANIES_MAX = 5000,
    SIMULATE_STAFF_LEAST = 10,     /* The roles that the scheme names. */
    SIMULATE_STAFF_MAX = 1000,
    SIMULATE_MONTHS_MAX = 60,
};

/* Fills a store that has no citizens. Progress goes to `progress`, a line a month. False, and a sentence in
 * *why, when something failed; then the store holds the life up to the failed transaction. */
bool simulate(struct db *db, const struct simulate_options *options, FILE *progress, const char **why);

#endif
