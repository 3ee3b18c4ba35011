/* SPDX-License-Identifier: MIT
 * texts.c: which text a letter is made of: the newest valid version of the municipality's, else the program's; and that
 * a text which needs an approval counts only with one. */
#include "letter/private.h"

static const char danish[] = "da";

bool letter_needs_approval(const struct letter_template *template, const char *language, bool is_machine)
{
    return template->needs_approval || is_machine || !text_is(language, danish);
}

static struct letter_text text_of_row(const struct letter_template *template, const struct letter_text_row *row)
{
    return (struct letter_text){
        .template = template,
        .language = row->language,
        .title = row->title,
        .words = row->words,
        .number = row->number,
        .is_machine = row->is_machine,
        .is_approved = row->approved_at != INSTANT_NONE ||
                       !letter_needs_approval(template, row->language, row->is_machine),
    };
}

static bool is_valid_on(const struct letter_text_row *row, day on)
{
    return row->valid_from_day <= on && (row->valid_to_day == DAY_NONE || row->valid_to_day >= on);
}

/* As it was then: what was written later is not there, what was approved later has no approval. */
static bool is_known_at(struct letter_text_row *row, instant then)
{
    if (row->approved_at > then)
        row->approved_at = INSTANT_NONE;
    return row->written_at <= then;
}

bool letter_text_then(struct db *db, const char *code, const char *language, day on, instant then, struct letter_text *text)
{
    const struct letter_template *template = letter_template(code);
    bool is_found = false;

    *text = (struct letter_text){ 0 };
    if (template == NULL)
        return false;
    struct letter_text_row_list rows = letter_text_versions(db, code, language);
    for (size_t i = 0; i < rows.count && !text->is_approved; i++) {
        bool is_known = is_known_at(&rows.at[i], then);
        struct letter_text found = text_of_row(template, &rows.at[i]);
        if (is_known && is_valid_on(&rows.at[i], on) && (!is_found || found.is_approved)) {
            *text = found;
            is_found = true;
        }
    }
    const struct letter_words *own = letter_words_in(template, language);
    if (own != NULL && !text->is_approved && (!is_found || !letter_needs_approval(template, language, own->is_machine))) {
        *text = (struct letter_text){ template, own->language, own->title, own->words, 0, own->is_machine,
                                      !letter_needs_approval(template, language, own->is_machine) };
        is_found = true;
    }
    return is_found;
}

bool letter_text_on(struct db *db, const char *code, const char *language, day on, struct letter_text *text)
{
    return letter_text_then(db, code, language, on, INSTANT_NEVER, text);
}
