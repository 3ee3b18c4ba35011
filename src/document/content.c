/* SPDX-License-Identifier: MIT
 * content.c: how sections are stored as one text: ASCII's record separator between sections, its unit
 * separator between title and words, which nobody types. */
#include "document/document.h"

#include "base/text.h"

enum { BETWEEN_SECTIONS = '\x1e', AFTER_TITLE = '\x1f' };

/* The text without control characters but line feeds, so that what is stored reads back as it was. */
static void add_clean(struct text *content, const char *words)
{
    for (; words != NULL && *words != 0; words++)
        if ((unsigned char)*words >= ' ' || *words == '\n')
            text_add_char(content, *words);
}

const char *document_content(struct arena *arena, struct document_sections sections)
{
    struct text content = text_new(arena);

    for (size_t i = 0; i < sections.count; i++) {
        if (i > 0)
            text_add_char(&content, BETWEEN_SECTIONS);
        add_clean(&content, sections.at[i].title);
        text_add_char(&content, AFTER_TITLE);
        add_clean(&content, sections.at[i].words);
    }
    return text_done(&content);
}

static struct document_section section_of(struct arena *arena, const char *record)
{
    struct text_pieces parts = text_split(arena, record, AFTER_TITLE);

    return (struct document_section){ parts.at[0], parts.count > 1 ? parts.at[1] : "" };
}

struct document_sections document_sections_of(struct arena *arena, const char *content)
{
    if (text_is_blank(content))
        return (struct document_sections){ 0 };

    struct text_pieces records = text_split(arena, content, BETWEEN_SECTIONS);
    struct document_section *sections = arena_array(arena, records.count, sizeof *sections);

    for (size_t i = 0; i < records.count; i++)
        sections[i] = section_of(arena, records.at[i]);
    return (struct document_sections){ sections, records.count };
}

const char *document_content_plain(struct arena *arena, const char *content)
{
    struct document_sections sections = document_sections_of(arena, content);
    struct text plain = text_new(arena);

    for (size_t i = 0; i < sections.count; i++) {
        if (i > 0)
            text_add(&plain, "\n\n");
        text_add(&plain, sections.at[i].title);
        if (!text_is_blank(sections.at[i].title) && !text_is_blank(sections.at[i].words))
            text_add_char(&plain, '\n');
        text_add(&plain, sections.at[i].words);
    }
    return text_done(&plain);
}
