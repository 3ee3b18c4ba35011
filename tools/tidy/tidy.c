/* SPDX-License-Identifier: MIT
 * tidy.c: reads the source. Prints what is longest and deepest, for people to judge, and refuses what
 * docs/decisions and CONTRIBUTING.md do not allow. The names of the files come on standard input, as
 * `./run tidy` gives them. Closing line: N passed, N failed (a rule each). */
#include "tidy.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { ARENA_LIMIT = 1 << 30, PATH_SIZE = 4096 };

void tidy_found(struct tidy *tidy, const struct source *source, const char *at, const char *format, ...)
{
    va_list values;

    printf("%s:%d: ", source->path, source_line(source, at));
    va_start(values, format);
    vprintf(format, values);
    va_end(values);
    putchar('\n');
    tidy->found++;
}

/* Files that tell what the rules need to know. */
static void learn(struct tidy *tidy, const struct source *source)
{
    if (text_is(source->path, "law/glossary.tsv"))
        glossary_read(tidy, source);
    if (text_is(source->path, "src/meson.build"))
        folders_read(tidy, source);
}

static void sources_read(struct tidy *tidy)
{
    char path[PATH_SIZE];
    struct source source;

    while (fgets(path, sizeof path, stdin) != NULL) {
        path[strcspn(path, "\n")] = 0;
        if (!source_read(tidy->arena, arena_dup(tidy->arena, path), &source))
            continue;
        *LIST_ADD(tidy->arena, &tidy->sources) = source;
        learn(tidy, &source);
    }
}

/* True when no file breaks the rule. */
static bool rule_holds(struct tidy *tidy, const struct rule *rule)
{
    tidy->found = 0;
    for (size_t i = 0; i < tidy->sources.count; i++)
        rule->look(tidy, &tidy->sources.at[i]);
    printf("%-5s %s: %s\n", tidy->found == 0 ? "ok" : "FAIL", rule->name, rule->says);
    return tidy->found == 0;
}

int main(void)
{
    struct tidy tidy = { .arena = arena_new(ARENA_LIMIT) };
    int passed = 0, failed = 0;

    sources_read(&tidy);
    measure(&tidy);
    for (const struct rule *rule = rules; rule->name != NULL; rule++)
        *(rule_holds(&tidy, rule) ? &passed : &failed) += 1;
    if (tidy.sources.count == 0)
        puts("tidy: no file was named on standard input");
    printf("tidy: %d passed, %d failed\n", passed, failed);
    bool is_good = failed == 0 && tidy.sources.count > 0;
    arena_free(tidy.arena);
    return is_good ? 0 : 1;
}
