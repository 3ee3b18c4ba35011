/* SPDX-License-Identifier: MIT
 * mistake.c: the list of mistakes. */
#include "mistake.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"

enum { MISTAKE_COUNT_MAX = 200, MISTAKE_LENGTH_MAX = 400 };

struct mistakes mistakes_new(struct arena *arena)
{
    return (struct mistakes){ .arena = arena, .file = "" };
}

static int compare_places(const struct place *a, const struct place *b)
{
    return a->line != b->line ? a->line - b->line : a->column - b->column;
}

void mistake_add(struct mistakes *mistakes, struct place place, const char *format, ...)
{
    char text[MISTAKE_LENGTH_MAX];
    va_list arguments;

    if (mistakes->count >= MISTAKE_COUNT_MAX)
        return;
    for (size_t i = 0; i < mistakes->count; i++)
        if (mistakes->at[i].file == mistakes->file && compare_places(&mistakes->at[i].place, &place) == 0)
            return;

    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    struct mistake *added = LIST_ADD(mistakes->arena, mistakes);
    *added = (struct mistake){ mistakes->file, place, arena_dup(mistakes->arena, text) };
}

static int compare_mistakes(const void *a, const void *b)
{
    const struct mistake *one = a, *other = b;

    if (one->file != other->file) /* Files keep the order in which they were read. */
        return 0;
    return compare_places(&one->place, &other->place);
}

void mistakes_print(struct mistakes *mistakes, FILE *out)
{
    size_t start = 0;

    for (size_t i = 1; i <= mistakes->count; i++) {
        if (i < mistakes->count && mistakes->at[i].file == mistakes->at[start].file)
            continue;
        qsort(mistakes->at + start, i - start, sizeof *mistakes->at, compare_mistakes);
        start = i;
    }
    for (size_t i = 0; i < mistakes->count; i++) {
        const struct mistake *m = &mistakes->at[i];
        fprintf(out, "%s:%d:%d: %s\n", m->file, m->place.line, m->place.column, m->text);
    }
}
