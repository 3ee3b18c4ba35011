/* SPDX-License-Identifier: MIT
 * rules.c: who may sign, and which of the municipality's texts stands. Pure. */
#include "base/text.h"
#include "document/document.h"

enum sign_why document_may_sign(bool is_outdated, bool is_party, bool is_signed)
{
    if (is_outdated)
        return SIGN_OUTDATED;
    if (!is_party)
        return SIGN_NOT_A_PARTY;
    return is_signed ? SIGN_ALREADY : SIGN_FINE;
}

/* How well a text fits, 0 for not at all. Language counts before town: a text that is understood. */
static int fit(const struct document_section_row *row, const char *language, const char *variant)
{
    bool is_own_language = text_is(row->language, language), is_danish = text_is(row->language, "da");
    bool is_own_town = text_is(row->variant, variant), is_for_all = text_is(row->variant, "");

    if (text_is_blank(row->words) || (!is_own_language && !is_danish) || (!is_own_town && !is_for_all))
        return 0;
    return 1 + 2 * is_own_language + (is_own_town && !is_for_all);
}

const struct document_section_row *document_section_for(const struct document_section_row_list *rows, int64_t number,
                                                        const char *language, const char *variant)
{
    const struct document_section_row *best = NULL;
    int best_fit = 0;

    for (size_t i = 0; i < rows->count; i++) {
        int this_fit = rows->at[i].number == number ? fit(&rows->at[i], language, variant) : 0;
        if (this_fit > best_fit) {
            best = &rows->at[i];
            best_fit = this_fit;
        }
    }
    return best;
}
