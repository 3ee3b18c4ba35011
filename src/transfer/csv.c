/* SPDX-License-Identifier: MIT
 * csv.c: reading tables. The decoded copy of the file is cut into cells where it lies: a cell never grows
 * when its quotes are taken off. Encodings are csv_decode.c, writing is csv_write.c. */
#include "transfer/csv.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "web/say.h"

struct reader {
    struct mistakes *mistakes;
    const char *file;
    char *at, *end;   /* *end is NUL. */
    char separator;
    int line, column; /* Of *at; characters from 1. */
    LIST_OF(struct csv_row) rows;
    struct csv_cell cells[CSV_COLUMNS_MAX]; /* Of the row in progress. */
    size_t cell_count;
};

/* `number`, and `second`, stand for {1} and {2} of the words where these have them. */
static void wrong_with(struct reader *r, int line, int column, const char *words, size_t number, size_t second)
{
    struct arena *arena = r->mistakes->arena;

    mistake_add(r->mistakes, r->file, line, column, NULL, NULL, "%s",
                say_with(arena, (enum language)r->mistakes->language, words, arena_format(arena, "%zu", number),
                         arena_format(arena, "%zu", second), NULL));
}

static void wrong(struct reader *r, int line, int column, const char *words)
{
    wrong_with(r, line, column, words, 0, 0);
}

/* --- what the file is made with --- */

/* Separators of the first row, outside of quotes; the most frequent one wins, `;` when none is there. */
static char sniff_separator(const char *text)
{
    static const char separators[] = ";,\t";
    size_t counts[sizeof separators - 1] = { 0 }, best = 0;
    bool is_quoted = false;

    for (; *text != 0 && (is_quoted || *text != '\n'); text++) {
        const char *separator = strchr(separators, *text);
        if (*text == '"')
            is_quoted = !is_quoted;
        else if (!is_quoted && separator != NULL)
            counts[separator - separators]++;
    }
    for (size_t i = 1; i < sizeof separators - 1; i++)
        if (counts[i] > counts[best])
            best = i;
    return separators[best];
}

/* A first line "sep=;" tells a spreadsheet what the separator is; it is no row. */
static bool take_separator_line(struct reader *r)
{
    if (strncmp(r->at, "sep=", 4) != 0 || r->at[4] == 0 || r->at[4] == '\r' || r->at[4] == '\n')
        return false;
    char *after = r->at + 5;
    after += *after == '\r';
    if (*after != '\n')
        return false;
    r->separator = r->at[4];
    r->at = after + 1;
    r->line++;
    return true;
}

/* --- one character after the other --- */

/* Steps over a character and counts: the bytes that continue a letter are no columns. */
static char step(struct reader *r)
{
    char c = *r->at++;

    if (c == '\n') {
        r->line++;
        r->column = 1;
    } else if (((unsigned char)c & 0xc0) != 0x80) {
        r->column++;
    }
    return c;
}

static bool is_line_end(const struct reader *r)
{
    return r->at == r->end || *r->at == '\n' || (*r->at == '\r' && (r->at[1] == '\n' || r->at + 1 == r->end));
}

static bool is_cell_end(const struct reader *r)
{
    return is_line_end(r) || *r->at == r->separator;
}

/* Copies a quoted cell down without its quotes; the end of what was copied. */
static char *read_quoted(struct reader *r, char *out)
{
    int line = r->line, column = r->column;

    step(r);
    while (r->at != r->end) {
        bool is_break = *r->at == '\r' && r->at[1] == '\n';
        if (*r->at == '"' && r->at[1] != '"')
            break;
        if (*r->at == '"' || is_break)
            step(r);
        *out++ = step(r);
    }
    if (r->at == r->end) {
        wrong(r, line, column, SAY("feltet begynder med et anførselstegn, som ikke slutter"));
        return out;
    }
    step(r);
    if (!is_cell_end(r)) {
        wrong(r, r->line, r->column, SAY("efter det afsluttende anførselstegn står der mere i feltet"));
        while (!is_cell_end(r))
            step(r);
    }
    return out;
}

static char *read_plain(struct reader *r, char *out)
{
    while (!is_cell_end(r))
        *out++ = step(r);
    return out;
}

/* Without white space at both ends, and without the ' that a formula-like cell was written with. */
static const char *tidied(char *begin, char *end)
{
    while (end > begin && strchr(" \t\n\r", end[-1]) != NULL)
        end--;
    *end = 0;
    begin += strspn(begin, " \t\n\r");
    return *begin == '\'' && csv_is_like_formula(begin) ? begin + 1 : begin;
}

static void check_cell(struct reader *r, const struct csv_cell *cell)
{
    size_t length = strlen(cell->text);

    if (length > CSV_CELL_MAX)
        wrong_with(r, cell->line, cell->column, SAY("feltet er på {1} tegn; der må højst være {2}"), length, CSV_CELL_MAX);
    for (const char *c = cell->text; *c != 0; c++) {
        if (((unsigned char)*c < 0x20 && *c != '\n' && *c != '\t') || *c == 0x7f) {
            wrong_with(r, cell->line, cell->column, SAY("feltet har et styretegn (nummer {1})"), (unsigned char)*c, 0);
            return;
        }
    }
}

/* --- rows --- */

/* Steps over what ended a cell; true when another cell follows in the row. */
static bool step_over_end(struct reader *r)
{
    if (r->at == r->end)
        return false;
    bool is_more = *r->at == r->separator;
    if (*r->at == '\r')
        step(r);
    if (r->at != r->end)
        step(r);
    return is_more;
}

static void keep_cell(struct reader *r, const struct csv_cell *cell)
{
    if (r->cell_count == CSV_COLUMNS_MAX)
        wrong_with(r, cell->line, cell->column, SAY("rækken har flere end {1} felter"), CSV_COLUMNS_MAX, 0);
    if (r->cell_count < CSV_COLUMNS_MAX)
        r->cells[r->cell_count] = *cell;
    r->cell_count++;
}

/* Reads one cell and what ends it; true when another follows in the row. */
static bool read_cell(struct reader *r)
{
    struct csv_cell cell = { .line = r->line, .column = r->column };
    char *begin = r->at;
    char *end = *r->at == '"' ? read_quoted(r, begin) : read_plain(r, begin);
    bool is_more = step_over_end(r);

    cell.text = tidied(begin, end); /* Ends it with NUL, at the latest over what was stepped over. */
    check_cell(r, &cell);
    keep_cell(r, &cell);
    return is_more;
}

static bool is_empty(const struct reader *r)
{
    for (size_t i = 0; i < r->cell_count && i < CSV_COLUMNS_MAX; i++)
        if (*r->cells[i].text != 0)
            return false;
    return true;
}

static void check_width(struct reader *r, int line)
{
    if (r->rows.count == 0 || r->cell_count <= r->rows.at[0].count)
        return;
    for (size_t i = r->rows.at[0].count; i < r->cell_count && i < CSV_COLUMNS_MAX; i++) {
        if (*r->cells[i].text == 0)
            continue; /* Separators at the end of a row mean nothing. */
        wrong_with(r, line, r->cells[i].column, SAY("rækken har flere felter end de {1} kolonner"), r->rows.at[0].count, 0);
        return;
    }
}

static void read_row(struct reader *r)
{
    struct arena *arena = r->mistakes->arena;
    int line = r->line;

    r->cell_count = 0;
    while (read_cell(r))
        ;
    if (is_empty(r))
        return;
    check_width(r, line);
    size_t count = r->cell_count < CSV_COLUMNS_MAX ? r->cell_count : CSV_COLUMNS_MAX;
    struct csv_cell *cells = arena_array(arena, count, sizeof *cells);
    memcpy(cells, r->cells, count * sizeof *cells);
    *LIST_ADD(arena, &r->rows) = (struct csv_row){ cells, count, line };
}

static void read_rows(struct reader *r)
{
    while (r->at != r->end && r->rows.count <= CSV_ROWS_MAX)
        read_row(r);
    if (r->rows.count > CSV_ROWS_MAX)
        wrong_with(r, r->line, 0, SAY("filen har flere end {1} rækker"), CSV_ROWS_MAX, 0);
    if (r->rows.count == 0)
        wrong(r, 0, 0, SAY("filen er tom"));
}

bool csv_read(struct mistakes *mistakes, const char *file, const char *bytes, size_t length, struct csv *csv)
{
    size_t before = mistakes->count;
    struct reader r = { .mistakes = mistakes, .file = file, .line = 1, .column = 1 };

    *csv = (struct csv){ .file = file };
    r.at = csv_decode(mistakes, file, bytes, &length, &csv->encoding);
    if (r.at == NULL)
        return false;
    r.end = r.at + length;
    if (!take_separator_line(&r))
        r.separator = sniff_separator(r.at);
    read_rows(&r);
    csv->separator = r.separator;
    csv->at = r.rows.at;
    csv->count = r.rows.count;
    return mistakes->count == before;
}

struct csv_cell csv_cell_of(const struct csv_row *row, size_t column)
{
    if (column < row->count)
        return row->cells[column];
    return (struct csv_cell){ .text = "", .line = row->line, .column = 0 };
}
