/* SPDX-License-Identifier: MIT
 * lawbook.c: `fodfaeste lawbook`: the words of the law and all rules of the library with their sources, as one
 * Markdown page for people who review them. */
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "law/citation.h"
#include "law/glossary.h"
#include "law/law_check.h"
#include "library/commands.h"
#include "library/library.h"

enum { DANISH = 0, ARENA_MAX = 64 << 20 };

static void print_terms(void)
{
    puts("## Ord\n\n| ord | engelsk | lov | kilde til oversættelsen | ikke |\n|---|---|---|---|---|");
    for (size_t i = 0; i < glossary_row_count; i++) {
        const struct glossary_row *row = &glossary_rows[i];
        if (row->list[0] == 0)
            printf("| %s | %s | %s | %s | %s |\n", row->danish, row->english, row->law, row->source, row->never);
    }
}

/* A source may name many places; what is kept word for word is of one. */
static void print_source(struct arena *arena, const char *source)
{
    struct citation citation;

    if (source == NULL || !citation_find(citations_kept(), arena, source, &citation))
        printf("%s | ", source == NULL ? "" : source);
    else
        printf("%s (%s) | %s", citation.title, source, citation.quotation == NULL ? "" : citation.quotation);
}

static void print_scheme(struct arena *arena, const struct scheme *scheme)
{
    printf("\n## %s (%s)\n\n| regel | kald | lov | kilde | ordret | status |\n|---|---|---|---|---|---|\n",
           scheme->title.da, scheme->origin.org);
    for (size_t i = 0; i < scheme->rules.count; i++) {
        const struct rule *rule = &scheme->rules.at[i].rule;
        printf("| `%s` | %s | %s | ", rule->id.text, library_rule_text(arena, DANISH, scheme, rule),
               rule->law == NULL ? "" : rule->law);
        print_source(arena, rule->source);
        printf(" | %s |\n", mark_words[rule->mark]);
    }
}

/* What the law asks of a placement: each number with its value of today's file and how surely it is known. */
static void print_numbers(const struct law_check *check)
{
    for (size_t i = 0; i < check->uses.count; i++) {
        const struct law_value *value = law_value_find(law_kept(), check->uses.at[i]);
        const struct law_version *newest = &value->versions[value->version_count - 1];
        printf("%s%s: ", i == 0 ? "" : "; ", value->text.da);
        if (newest->value == LAW_VALUE_NONE)
            printf("ikke læst");
        else
            printf("%lld (%s, %s)", (long long)(newest->value / 1000), law_mark_words[newest->mark], newest->source);
    }
}

static void print_placement_law(void)
{
    static const char *const fails[LAW_FAILS_COUNT] = { "vises", "kræver en begrundelse", "kan ikke gemmes" };
    const struct law_checks *checks = law_checks_kept();

    puts("\n## Må vi det? Lovens krav til praktik og ansættelser\n\n| krav | paragraf | tal | ved nej |\n|---|---|---|---|");
    for (size_t i = 0; i < checks->count; i++) {
        printf("| %s (`%s`) | %s | ", checks->at[i].text.da, checks->at[i].name, checks->at[i].basis.da);
        print_numbers(&checks->at[i]);
        printf(" | %s |\n", fails[checks->at[i].fails]);
    }
}

static int run(const struct command_line *line)
{
    struct arena *arena = arena_new(ARENA_MAX);
    const struct library *library = library_all();

    (void)line;
    puts("# Lovbog\n\nSkrevet af `fodfaeste lawbook`; ret `law/` og `schemes/`, ikke denne fil.\n");
    print_terms();
    print_placement_law();
    for (size_t i = 0; i < library->schemes.count; i++)
        print_scheme(arena, library->schemes.at[i]);
    arena_free(arena);
    return EXIT_SUCCESS;
}

static const struct command_option options[] = { { 0 } };

const struct command lawbook_command = {
    "lawbook", "prints the words of the law and every rule with its source, as Markdown", NULL, options, run,
};
