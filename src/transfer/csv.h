/* SPDX-License-Identifier: MIT
 * csv.h: the tables that other systems export: read into cells with their places, and written so that a
 * spreadsheet shows them and runs nothing of them. Pure. What the columns mean is field.h. */
#ifndef TRANSFER_CSV_H
#define TRANSFER_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/csv_write.h"
#include "base/text.h"
#include "yaml/mistake.h"

enum {
    CSV_BYTES_MAX = 32 * 1024 * 1024,
    CSV_ROWS_MAX = 200 * 1000,
    CSV_COLUMNS_MAX = 100,
    CSV_CELL_MAX = 4000, /* Bytes of UTF-8. */
};

enum csv_encoding { CSV_UTF_8, CSV_LATIN_1, CSV_WINDOWS_1252, CSV_ENCODING_COUNT };
extern const char *const csv_encoding_names[CSV_ENCODING_COUNT];

struct csv_cell {
    const char *text; /* UTF-8, trimmed, line breaks as "\n"; never NULL. */
    int line, column; /* Where it begins; characters from 1. */
};

struct csv_row {
    const struct csv_cell *cells;
    size_t count;
    int line;
};

struct csv {
    const char *file; /* Its name, for mistakes. */
    enum csv_encoding encoding;
    char separator;   /* ; , or tab. */
    const struct csv_row *at; /* Without empty rows; the first has the names of the columns. */
    size_t count;
};

/* Reads a whole file. Separator and encoding are found out by themselves: UTF-8 when it is valid (a byte
 * order mark is skipped), else Windows-1252 when a byte of 80..9F is there, else Latin-1. A row may have
 * fewer cells than the first one, never more. False when there were mistakes; then nothing of `csv` may be
 * used. Cells and rows live in the arena of `mistakes`. */
bool csv_read(struct mistakes *mistakes, const char *file, const char *bytes, size_t length, struct csv *csv);

/* The cell of a row, or an empty one at the row's place where there is none. */
struct csv_cell csv_cell_of(const struct csv_row *row, size_t column);

/* For csv.c: the file as UTF-8 ending with NUL, and in *encoding what it was; NULL after a mistake. The
 * copy may be written to. */
char *csv_decode(struct mistakes *mistakes, const char *file, const char *bytes, size_t *length,
                 enum csv_encoding *encoding);

#endif
