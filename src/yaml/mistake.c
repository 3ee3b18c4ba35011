/* SPDX-License-Identifier: MIT
 * mistake.c: collecting, ordering and printing mistakes, and guessing what was meant. */
#include "yaml/mistake.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"

struct mistakes mistakes_new(struct arena *arena)
{
    return (struct mistakes){ .arena = arena };
}

void mistake_add(struct mistakes *mistakes, const char *file, int line, int column, const char *found,
                 const char *expected, const char *format, ...)
{
    char text[512];
    va_list arguments;

    if (mistakes->count >= MISTAKES_MAX)
        return;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    *LIST_ADD(mistakes->arena, mistakes) = (struct mistake){
        .file = file,
        .line = line,
        .column = column,
        .found = found,
        .expected = expected,
        .text = arena_dup(mistakes->arena, text),
    };
}

static int compare_numbers(int a, int b)
{
    return (a > b) - (a < b);
}

static int compare_places(const struct mistake *a, const struct mistake *b)
{
    int order = strcmp(a->file, b->file);

    if (order == 0)
        order = compare_numbers(a->line, b->line);
    return order != 0 ? order : compare_numbers(a->column, b->column);
}

/* Insertion, since it keeps equal places in order and there are at most MISTAKES_MAX. */
void mistakes_sort(struct mistakes *mistakes)
{
    for (size_t i = 1; i < mistakes->count; i++) {
        struct mistake moving = mistakes->at[i];
        size_t hole = i;
        for (; hole > 0 && compare_places(&mistakes->at[hole - 1], &moving) > 0; hole--)
            mistakes->at[hole] = mistakes->at[hole - 1];
        mistakes->at[hole] = moving;
    }
}

void mistakes_print(const struct mistakes *mistakes, FILE *to)
{
    for (size_t i = 0; i < mistakes->count; i++) {
        const struct mistake *p = &mistakes->at[i];
        fprintf(to, "%s:%d:%d: %s\n", p->file, p->line, p->column, p->text);
    }
}

const char *did_you_mean(const char *word, const char *const *candidates, size_t count)
{
    const char *nearest = NULL;
    /* A third of the letters may be wrong, but a word of three letters may have one. */
    int least = (int)(strlen(word) / 3) + 1;

    for (size_t i = 0; i < count; i++) {
        int distance = text_distance(word, candidates[i]);
        if (distance <= least && distance < (int)strlen(candidates[i])) {
            least = distance - 1;
            nearest = candidates[i];
        }
    }
    return nearest;
}
