/* SPDX-License-Identifier: MIT
 * rates.h: numbers of the law that the municipality has read itself and vouches for: this year's rates, or a
 * number that the program knows only from before a reform. They come as a file (rates_read says how it looks),
 * with its source and who verified it, and count before those of law/values.yaml. */
#ifndef RATES_RATES_H
#define RATES_RATES_H

#include "db/db.h"
#include "law/version.h"
#include "rates_sql.h"

/* A file of numbers. Dates are days; values are thousandths of the unit law/values.yaml gives the name. */
struct rates_number {
    const char *name, *basis;
    int64_t value;
    day from, to;
};

struct rates_file {
    const char *source, *verified_by;
    day verified_on;
    bool is_test; /* `test: yes`: invented numbers; every page that counts with them says so. */
    const struct rates_number *at;
    size_t count;
};

/* Reads the text of a file, named `name` in its mistakes; NULL when anything in it is wrong: a name that the law
 * does not have, a day without end before its beginning, the same number twice for a day. */
const struct rates_file *rates_read(struct arena *arena, const char *name, const char *bytes, size_t length,
                                    struct mistakes *mistakes);

/* Writes the file; from now on its numbers count. */
struct rate_file_id rates_load(struct db *db, const struct rates_file *file);

/* The law with the municipality's own numbers, newest file first. In the request's arena. */
const struct law *rates_law(struct db *db);

#endif
