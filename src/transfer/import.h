/* SPDX-License-Identifier: MIT
 * import.h: a file into the store: all of it or nothing. */
#ifndef TRANSFER_IMPORT_H
#define TRANSFER_IMPORT_H

#include <stdio.h>

#include "transfer/field.h"

struct import_counts {
    int64_t rows, created, changed, same;
};

/* Reads the file and, when there is no mistake in it, writes what is new or differs, in the current
 * transaction of db. A cell that is empty says nothing: it never empties what the store has. `is_dry` writes
 * nothing, and then a read is enough. Progress of long files goes to `progress` (NULL: nowhere). False, and
 * what is wrong in `mistakes` with row and field, when there are mistakes; then nothing was written. The
 * file's memory is that of `mistakes`. */
bool import_file(struct db *db, const struct transfer_kind *kind, const char *file, const char *bytes, size_t length,
                 bool is_dry, FILE *progress, struct mistakes *mistakes, struct import_counts *counts);

/* The rows of a file as records of a kind that is only read (its find, load, store and page may be NULL). `check` is for
 * mistakes that show themselves later. False after a mistake; all of them are in `mistakes`, whose memory the rows have. */
struct import_row {
    int line;
    const void *record;
    struct row_check check;
};
struct import_rows {
    struct import_row *at;
    size_t count;
};
bool import_read(struct db *db, const struct transfer_kind *kind, const char *file, const char *bytes, size_t length,
                 struct mistakes *mistakes, struct import_rows *rows);

/* All that the actor may see of a kind, as a file that import_file finds nothing new in. */
void export_file(struct db *db, const struct transfer_kind *kind, struct text *out);

#endif
