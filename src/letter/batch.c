/* SPDX-License-Identifier: MIT
 * batch.c: what a batch stores of its values, and who may approve it. */
#include "letter/batch.h"

#include "base/list.h"
#include "base/text.h"
#include "document/document.h"

/* Stored like the sections of a document: title and words. */
const char *letter_batch_given_text(struct arena *arena, struct letter_values values)
{
    struct document_section *sections = arena_array(arena, values.count + 1, sizeof *sections);

    for (size_t i = 0; i < values.count; i++)
        sections[i] = (struct document_section){ values.at[i].name, values.at[i].words };
    return document_content(arena, (struct document_sections){ sections, values.count });
}

struct letter_values letter_batch_given(struct arena *arena, const char *given)
{
    struct document_sections sections = document_sections_of(arena, given);
    struct letter_value *values = arena_array(arena, sections.count + 1, sizeof *values);

    for (size_t i = 0; i < sections.count; i++)
        values[i] = (struct letter_value){ sections.at[i].title, sections.at[i].words };
    return (struct letter_values){ values, sections.count };
}

enum letter_channel letter_batch_channel(const struct letter_batch_row *batch)
{
    for (int i = 0; i < LETTER_CHANNEL_COUNT; i++)
        if (text_is(batch->channel, letter_channel_codes[i]))
            return (enum letter_channel)i;
    return LETTER_BY_PRINT;
}

enum approve_why letter_batch_may_approve(bool is_draft, bool is_own, int64_t member_count)
{
    if (!is_draft)
        return APPROVE_NOT_DRAFT;
    if (member_count == 0)
        return APPROVE_EMPTY;
    return is_own ? APPROVE_OWN : APPROVE_FINE;
}
