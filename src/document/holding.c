/* SPDX-License-Identifier: MIT
 * holding.c: what documents hold about a citizen. */
#include "document/document.h"
#include "document/pages.h"

static const struct seen_word seen[] = {
    { "document_", SAY("dokumenter") },
    { "document_told_protected", SAY("dokumenter, også med beskyttet adresse") },
    { "document_words_protected", SAY("et dokument med beskyttet adresse") },
    { "document_insert", SAY("lavede et dokument") },
    { "document_set_handed_over", SAY("udleverede et dokument") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct document_told_row_list documents = tell_may(t, MAY_ADDRESS_PROTECTED) ? document_told_protected(db, citizen)
                                                                                  : document_told(db, citizen);

    tell_table(t, SAY("Dokumenter"));
    for (size_t i = 0; i < documents.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Titel"), documents.at[i].title);
        tell_instant(t, SAY("Lavet"), documents.at[i].made_at);
        tell_instant(t, SAY("Udleveret"), documents.at[i].handed_over_at);
        tell_text(t, SAY("Tekst"), document_content_plain(t->arena, documents.at[i].content));
        if (documents.at[i].is_closed)
            tell_flag(t, SAY("Teksten har en beskyttet adresse"), true);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    document_signatures_erase(db, citizen);
    document_erase(db, citizen);
}

const struct holding documents_holding = {
    .title = SAY("Dokumenter"),
    .goes = SAY("Teksten i dokumenterne og navnene på dem, der har skrevet under."),
    .stays = SAY("Hvilke dokumenter der blev lavet og udleveret, og hvornår."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
