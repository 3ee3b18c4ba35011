/* SPDX-License-Identifier: MIT
 * glossarygen.c: law/glossary.tsv to a C table, sorted by list and code so that a label is found by
 * bisection. Usage: glossarygen glossary.tsv glossary_table.c */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMN_COUNT = 8, ROW_MAX = 5000, LINE_MAX_BYTES = 2000 };

struct row {
    char *columns[COLUMN_COUNT]; /* list code danish plural english law source never */
    int line;
};

static struct row rows[ROW_MAX];
static size_t row_count;

static _Noreturn void stop(const char *file, int line, const char *why)
{
    fprintf(stderr, "%s:%d: %s\n", file, line, why);
    exit(1);
}

/* The columns of a line, separated by tabs; "-" is an empty one. */
static void add_row(const char *file, int line, char *text)
{
    struct row *row = &rows[row_count++];
    size_t length = strlen(text) + 1;
    char *copy = malloc(length);
    int count = 0;

    if (row_count == ROW_MAX || copy == NULL)
        stop(file, line, "too many rows");
    memcpy(copy, text, length);
    row->line = line;
    for (char *at = copy; at != NULL; count++) {
        char *tab = strchr(at, '\t');
        if (count == COLUMN_COUNT)
            stop(file, line, "more than eight columns");
        if (tab != NULL)
            *tab = 0;
        row->columns[count] = at[0] == '-' && at[1] == 0 ? at + 1 : at;
        at = tab == NULL ? NULL : tab + 1;
    }
    if (count != COLUMN_COUNT)
        stop(file, line, "fewer than eight columns");
    if (row->columns[1][0] == 0 || row->columns[2][0] == 0 || row->columns[4][0] == 0)
        stop(file, line, "code, Danish and English are needed");
}

static int compare_rows(const void *a, const void *b)
{
    const struct row *left = a, *right = b;
    int order = strcmp(left->columns[0], right->columns[0]);

    return order != 0 ? order : strcmp(left->columns[1], right->columns[1]);
}

static void read_rows(const char *path)
{
    FILE *file = fopen(path, "r");
    char text[LINE_MAX_BYTES];

    if (file == NULL)
        stop(path, 0, "cannot be opened");
    for (int line = 1; fgets(text, sizeof text, file) != NULL; line++) {
        size_t length = strcspn(text, "\n");
        if (text[length] == 0)
            stop(path, line, "line too long or without an end");
        text[length] = 0;
        if (text[0] != 0 && text[0] != '#')
            add_row(path, line, text);
    }
    fclose(file);
}

static void write_string(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text != 0; text++) {
        if (*text == '"' || *text == '\\')
            fputc('\\', out);
        fputc(*text, out);
    }
    fputs("\", ", out);
}

static void write_rows(const char *path)
{
    FILE *out = fopen(path, "w");

    if (out == NULL)
        stop(path, 0, "cannot be written");
    fputs("#include \"law/glossary.h\"\n\nconst struct glossary_row glossary_rows[] = {\n", out);
    for (size_t i = 0; i < row_count; i++) {
        fputs("    { ", out);
        for (int column = 0; column < COLUMN_COUNT; column++)
            write_string(out, rows[i].columns[column]);
        fputs("},\n", out);
    }
    fprintf(out, "};\nconst size_t glossary_row_count = %zu;\n", row_count);
    if (fclose(out) != 0)
        stop(path, 0, "cannot be written");
}

int main(int argc, char **argv)
{
    if (argc != 3)
        stop("glossarygen", 0, "usage: glossarygen glossary.tsv glossary_table.c");
    read_rows(argv[1]);
    qsort(rows, row_count, sizeof *rows, compare_rows);
    for (size_t i = 1; i < row_count; i++)
        if (compare_rows(&rows[i - 1], &rows[i]) == 0)
            stop(argv[1], rows[i].line, "the code stands in the list already");
    write_rows(argv[2]);
    return 0;
}
