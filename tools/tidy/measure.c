/* SPDX-License-Identifier: MIT
 * measure.c: the tail of the code: its longest functions, files and headers, its deepest nesting and its
 * widest parameter lists. Nothing is refused here; a person looks at what stands first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "tidy.h"

enum { SHOWN = 8 };

struct measured {
    const char *what;
    int value;
};

struct measures {
    LIST_OF(struct measured) functions, nesting, parameters, files, headers;
};

static int by_value_down(const void *a, const void *b)
{
    return ((const struct measured *)b)->value - ((const struct measured *)a)->value;
}

static void print(const char *title, struct measured *at, size_t count)
{
    if (count == 0)
        return;
    qsort(at, count, sizeof *at, by_value_down);
    printf("%s (middle %d):\n", title, at[count / 2].value);
    for (size_t i = 0; i < count && i < SHOWN; i++)
        printf("  %5d  %s\n", at[i].value, at[i].what);
}

static int lines_in(const char *begin, const char *end)
{
    int lines = 0;

    for (; begin < end; begin++)
        lines += *begin == '\n';
    return lines;
}

/* The deepest brace inside a body; the body itself is 0. */
static int depth_of(const char *body, const char *end)
{
    int depth = 0, deepest = 0;

    for (; body < end; body++) {
        depth += (*body == '{') - (*body == '}');
        if (depth - 1 > deepest)
            deepest = depth - 1;
    }
    return deepest;
}

/* Parameters between the bracket at `open` and its end: commas of the first level, and one. */
static int parameter_count(const char *open)
{
    int level = 0, count = 1;
    const char *inside = open + 1;

    for (const char *c = open; *c != 0; c++) {
        level += (*c == '(') - (*c == ')');
        count += *c == ',' && level == 1;
        if (level == 0)
            return c == inside || strncmp(inside, "void)", 5) == 0 ? 0 : count;
    }
    return count;
}

/* The name before the first bracket of a function's head, which begins after a blank line, a ; or a }. */
static const char *head_of(const struct source *source, const char *body, const char **open)
{
    const char *begin = body;

    while (begin > source->code + 1 && (begin[-1] != '\n' || strchr("\n;}", begin[-2]) == NULL))
        begin--;
    *open = memchr(begin, '(', (size_t)(body - begin));
    if (*open == NULL)
        return NULL;
    const char *name = *open;
    while (name > begin && is_word_char(name[-1]))
        name--;
    return name == *open ? NULL : name;
}

/* A function's body begins and ends with a brace at the beginning of a line. */
static void functions_measure(struct tidy *tidy, const struct source *source, struct measures *all)
{
    for (const char *at = source->code; (at = strstr(at, "\n{\n")) != NULL;) {
        const char *body = at + 1, *end = strstr(body, "\n}"), *open;
        const char *name = end == NULL ? NULL : head_of(source, body, &open);
        at = body;
        if (name == NULL)
            continue;
        const char *what = arena_format(tidy->arena, "%s:%d %.*s", source->path, source_line(source, name),
                                        (int)(open - name), name);
        *LIST_ADD(tidy->arena, &all->functions) = (struct measured){ what, lines_in(body, end + 2) };
        *LIST_ADD(tidy->arena, &all->nesting) = (struct measured){ what, depth_of(body, end) };
        *LIST_ADD(tidy->arena, &all->parameters) = (struct measured){ what, parameter_count(open) };
    }
}

void measure(struct tidy *tidy)
{
    struct measures all = { 0 };

    for (size_t i = 0; i < tidy->sources.count; i++) {
        const struct source *source = &tidy->sources.at[i];
        if (source->code == NULL)
            continue;
        struct measured file = { source->path, lines_in(source->text, source->text + source->length) };
        if (path_ends(source->path, ".h"))
            *LIST_ADD(tidy->arena, &all.headers) = file;
        else
            *LIST_ADD(tidy->arena, &all.files) = file;
        functions_measure(tidy, source, &all);
    }
    print("lines of a function", all.functions.at, all.functions.count);
    print("nesting in a function", all.nesting.at, all.nesting.count);
    print("parameters of a function", all.parameters.at, all.parameters.count);
    print("lines of a .c file", all.files.at, all.files.count);
    print("lines of a header", all.headers.at, all.headers.count);
}
