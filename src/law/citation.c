/* SPDX-License-Identifier: MIT
 * citation.c: law/citations.yaml, read with the tables of yaml/field.h. */
#include "law/citation.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "law/law_file.h"
#include "yaml/field.h"

enum { CITATIONS_SIZE_MAX = 8 << 20 };

struct document {
    const char *id, *title, *by;
    int32_t year;
};
struct quotation {
    const char *source, *text;
};
struct citations {
    struct document *documents;
    size_t document_count;
    struct quotation *quotations;
    size_t quotation_count;
};

#define COUNT_OF(table) (sizeof(table) / sizeof *(table))

static const struct field document_fields[] = {
    { .name = "id", .type = &type_word, .offset = offsetof(struct document, id) },
    { .name = "title", .type = &type_word, .offset = offsetof(struct document, title), .form = FIELD_REQUIRED },
    { .name = "by", .type = &type_word, .offset = offsetof(struct document, by) },
    { .name = "year", .type = &type_int, .offset = offsetof(struct document, year) },
};
static const struct section document_section = {
    .name = "dokumentet", .size = sizeof(struct document), .fields = document_fields,
    .field_count = COUNT_OF(document_fields), .key = "id", .node = NO_NODE,
};
static const struct field quotation_fields[] = {
    { .name = "source", .type = &type_word, .offset = offsetof(struct quotation, source) },
    { .name = "text", .type = &type_word, .offset = offsetof(struct quotation, text), .form = FIELD_REQUIRED },
};
static const struct section quotation_section = {
    .name = "citatet", .size = sizeof(struct quotation), .fields = quotation_fields,
    .field_count = COUNT_OF(quotation_fields), .key = "source", .shorthand = "text", .node = NO_NODE,
};
static const struct field citation_fields[] = {
    { .name = "documents", .section = &document_section, .offset = offsetof(struct citations, documents),
      .count = offsetof(struct citations, document_count), .form = FIELD_MAP | FIELD_REQUIRED },
    { .name = "citations", .section = &quotation_section, .offset = offsetof(struct citations, quotations),
      .count = offsetof(struct citations, quotation_count), .form = FIELD_MAP | FIELD_REQUIRED },
};
static const struct section citation_section = {
    .name = "citatfilen", .size = sizeof(struct citations), .fields = citation_fields,
    .field_count = COUNT_OF(citation_fields), .node = NO_NODE,
};

const struct citations *citations_load(struct arena *arena, const char *directory,
                                       struct mistakes *mistakes)
{
    return law_file_read(arena, directory, "citations.yaml", &citation_section, mistakes);
}

const struct citations *citations_kept(void)
{
    static const struct citations *citations;
    static struct arena *arena;

    if (arena == NULL) {
        arena = arena_new(CITATIONS_SIZE_MAX);
        struct mistakes mistakes = mistakes_new(arena);
        citations = citations_load(arena, NULL, &mistakes);
    }
    return citations;
}

static const struct document *document_find(const struct citations *citations, const char *id, size_t length)
{
    for (size_t i = 0; i < citations->document_count; i++) {
        const struct document *document = &citations->documents[i];
        if (strlen(document->id) == length && memcmp(document->id, id, length) == 0)
            return document;
    }
    return NULL;
}

/* "33" or "22-51". */
static bool read_lines(const char *text, int *first, int *last)
{
    int end = 0;

    if (sscanf(text, "%6d-%6d%n", first, last, &end) == 2 && text[end] == 0)
        return *first > 0 && *last >= *first;
    if (sscanf(text, "%6d%n", first, &end) != 1 || text[end] != 0)
        return false;
    *last = *first;
    return *first > 0;
}

bool citation_find(const struct citations *citations, struct arena *arena, const char *source,
                   struct citation *citation)
{
    const char *colon = strchr(source, ':');

    *citation = (struct citation){ .title = arena_dup(arena, source) };
    if (colon == NULL)
        return false;
    const struct document *document = document_find(citations, source, (size_t)(colon - source));
    if (document == NULL || !read_lines(colon + 1, &citation->line, &citation->last_line))
        return false;
    citation->title = document->title;
    citation->by = document->by;
    citation->year = document->year;
    for (size_t i = 0; i < citations->quotation_count; i++)
        if (text_is(citations->quotations[i].source, source))
            citation->quotation = citations->quotations[i].text;
    return true;
}
