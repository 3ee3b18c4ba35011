/* SPDX-License-Identifier: MIT
 * source.c: reading, writing and reporting of sqlgen. */
#include "source.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static int reported;

_Noreturn static void give_up(const char *what, const char *path)
{
    fprintf(stderr, "sqlgen: cannot %s %s\n", what, path);
    exit(1);
}

/* The file's content, or NULL when it cannot be opened. */
static const char *content_of(struct arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;

    struct text text = text_new(arena);
    char piece[4096];
    size_t length;
    while ((length = fread(piece, 1, sizeof piece, file)) > 0)
        text_add_bytes(&text, piece, length);
    fclose(file);
    return text_done(&text);
}

const char *source_read(struct arena *arena, const char *path)
{
    const char *content = content_of(arena, path);

    if (content == NULL)
        give_up("read", path);
    return content;
}

void source_write(struct arena *arena, const char *path, const char *content)
{
    if (text_is(content_of(arena, path), content))
        return;

    FILE *file = fopen(path, "wb");
    if (file == NULL || fputs(content, file) == EOF || fclose(file) != 0)
        give_up("write", path);
}

void report(const char *file, int line, const char *format, ...)
{
    va_list arguments;

    reported++;
    fprintf(stderr, "%s:%d: ", file, line);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
}

int report_count(void)
{
    return reported;
}

const char *source_stem(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    const char *dot = strrchr(name, '.');

    return arena_copy(arena, name, dot == NULL ? strlen(name) : (size_t)(dot - name));
}

const char *did_you_mean(struct arena *arena, const char *wrong, const char *const *candidates, size_t count)
{
    const char *nearest = NULL;
    int distance = 4; /* Three letters off is the farthest that still looks like a slip. */

    for (size_t i = 0; i < count; i++) {
        int away = text_distance(wrong, candidates[i]);
        if (away < distance) {
            distance = away;
            nearest = candidates[i];
        }
    }
    return nearest == NULL ? "" : arena_format(arena, ", did you mean %s?", nearest);
}
