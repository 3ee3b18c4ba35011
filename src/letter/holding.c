/* SPDX-License-Identifier: MIT
 * holding.c: what letters hold about a citizen. The words stand in the documents (src/document). */
#include "letter/pages.h"

static const struct seen_word seen[] = {
    { "letter_", SAY("breve") },
    { "letter_facts", SAY("oplysninger til et brev") },
    { "letter_sample", SAY("prøve af en brevtekst") },
    { "letter_insert", SAY("lavede et brev") },
    { "letter_pdf", SAY("hentede et brev") },
    { "letter_pdf_protected", SAY("hentede et brev med beskyttet adresse") },
    { "letter_batch", SAY("udsendelse af breve") },
    { "outbox_", SAY("udbakke") },
    { "outbox_insert", SAY("sendte et brev") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct letter_told_row_list letters = letter_told(db, citizen);

    tell_table(t, SAY("Breve"));
    for (size_t i = 0; i < letters.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Titel"), letters.at[i].title);
        tell_code(t, SAY("Sprog"), "language", letters.at[i].language);
        tell_instant(t, SAY("Lavet"), letters.at[i].made_at);
        tell_code(t, SAY("Sendt med"), "letter_channel", letters.at[i].channel);
        tell_text(t, SAY("Til"), letters.at[i].address);
        tell_instant(t, SAY("Sendt"), letters.at[i].sent_at);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    letter_erase(db, (struct bytes){ "", 0 }, citizen);
    outbox_erase(db, citizen);
    letter_batch_erase(db, citizen);
}

const struct holding letter_holding = {
    .title = SAY("Breve"),
    .goes = SAY("Brevene selv, adresserne i udbakken, og hvilke udsendelser borgeren stod på."),
    .stays = SAY("Hvilke breve der blev lavet og sendt, og hvornår."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
