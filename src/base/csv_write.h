/* SPDX-License-Identifier: MIT
 * csv_write.h: tables written so that a spreadsheet shows them and runs nothing of them. Reading is transfer/csv.h. */
#ifndef BASE_CSV_WRITE_H
#define BASE_CSV_WRITE_H

#include <stdbool.h>

#include "base/text.h"

/* Writing: cells one by one, then the end of the row (CRLF, as RFC 4180 has it). Separator `;`, which
 * Danish spreadsheets expect. A cell that begins with = + - @ gets a ' before it, so that it is text and no
 * formula; csv_read takes it off again. */
struct csv_writer {
    struct text *out;
    bool is_within_row;
};
struct csv_writer csv_writer_new(struct text *out); /* Writes the byte order mark, by which a spreadsheet knows UTF-8. */
void csv_write(struct csv_writer *writer, const char *cell);
void csv_end_row(struct csv_writer *writer);

/* Does a spreadsheet take a cell of this text for a formula, or is it one of ours with ' before it? */
bool csv_is_like_formula(const char *text);

#endif
