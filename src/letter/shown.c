/* SPDX-License-Identifier: MIT
 * shown.c: a letter's words in lines, with the language and direction of each part. */
#include "letter/shown.h"

#include "document/document.h"
#include "letter/private.h"

struct shown_part letter_shown_part(struct arena *arena, const char *language, const char *title, const char *words)
{
    return (struct shown_part){ language, paper_tongue(language)->is_right_to_left ? "rtl" : NULL, title,
                                text_split(arena, words, '\n') };
}

struct shown_parts letter_shown_frozen(struct arena *arena, const char *content, const char *language)
{
    struct document_sections sections = document_sections_of(arena, content);
    struct shown_parts parts = { .count = 0 };

    for (size_t i = 0; i < sections.count && i < PAPER_PARTS_MAX; i++)
        parts.at[parts.count++] = letter_shown_part(arena, i == 0 ? "da" : language, sections.at[i].title, sections.at[i].words);
    return parts;
}

struct shown_parts letter_shown(const struct letter_making *making)
{
    struct shown_parts parts = { .count = 1 };

    parts.at[0] = letter_shown_part(making->arena, "da", making->danish.title, making->parts[0]);
    if (making->has_translation)
        parts.at[parts.count++] = letter_shown_part(making->arena, making->translation.language, making->translation.title,
                                                    making->parts[1]);
    return parts;
}
