/* SPDX-License-Identifier: MIT
 * csv_write.c: writing tables that a spreadsheet opens as they are meant. */
#include "base/csv_write.h"

#include <string.h>

enum { SEPARATOR = ';' };

bool csv_is_like_formula(const char *text)
{
    text += strspn(text, "'");
    return *text != 0 && strchr("=+-@", *text) != NULL;
}

struct csv_writer csv_writer_new(struct text *out)
{
    text_add(out, "\xef\xbb\xbf");
    return (struct csv_writer){ .out = out };
}

static bool needs_quotes(const char *cell)
{
    size_t length = strlen(cell);

    if (length == 0)
        return false;
    if (text_starts(cell, "sep="))
        return true; /* Else a first cell like this would be taken for the line that names the separator. */
    return strpbrk(cell, "\";,\t\r\n") != NULL || cell[0] == ' ' || cell[length - 1] == ' ';
}

void csv_write(struct csv_writer *writer, const char *cell)
{
    bool is_quoted = needs_quotes(cell);

    if (writer->is_within_row)
        text_add_char(writer->out, SEPARATOR);
    writer->is_within_row = true;
    if (is_quoted)
        text_add_char(writer->out, '"');
    if (csv_is_like_formula(cell))
        text_add_char(writer->out, '\'');
    for (; *cell != 0; cell++) {
        if (*cell == '"')
            text_add_char(writer->out, '"');
        text_add_char(writer->out, *cell);
    }
    if (is_quoted)
        text_add_char(writer->out, '"');
}

void csv_end_row(struct csv_writer *writer)
{
    text_add(writer->out, "\r\n");
    writer->is_within_row = false;
}
