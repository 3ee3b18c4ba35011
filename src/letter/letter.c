/* SPDX-License-Identifier: MIT
 * letter.c: making a letter and freezing it: the PDF's bytes and their hash, beside the document with the words. */
#include "letter/letter.h"

#include <sodium.h>

#include "base/check.h"
#include "law/glossary.h"
#include "letter/private.h"
#include "web/say.h"

struct letter_made letter_try(struct db *db, const struct letter_order *order, struct print *print)
{
    struct letter_making m = letter_making_of(db, order);

    if (print != NULL)
        *print = (struct print){ .why = PAPER_FAILED, .about = "" };
    if (!letter_prepare(&m, NULL))
        return m.made;
    if (print != NULL) {
        struct paper paper = letter_paper(&m);
        *print = press_print_one(m.arena, &paper);
        letter_note_print(&m, print);
    }
    return m.made;
}

static const char *hash_of(struct arena *arena, struct bytes bytes)
{
    unsigned char hash[crypto_generichash_BYTES];
    char *hex = arena_alloc(arena, 2 * sizeof hash + 1);

    check(crypto_generichash(hash, sizeof hash, bytes.at, bytes.length, NULL, 0) == 0);
    return sodium_bin2hex(hex, 2 * sizeof hash + 1, hash, sizeof hash);
}

static struct document_sections sections_of(struct letter_making *m)
{
    struct document_section *sections = arena_array(m->arena, PAPER_PARTS_MAX, sizeof *sections);
    size_t count = 0;

    sections[count++] = (struct document_section){ m->danish.title, m->parts[0] };
    if (m->has_translation)
        sections[count++] = (struct document_section){ m->translation.title, m->parts[1] };
    return (struct document_sections){ sections, count };
}

struct letter_made letter_draft(struct db *db, const struct letter_order *order, struct shown_parts *parts)
{
    struct letter_making m = letter_making_of(db, order);

    *parts = letter_prepare(&m, NULL) ? letter_shown(&m) : (struct shown_parts){ 0 };
    return m.made;
}

/* The words beside the bytes: the document that is read, searched and told. */
static struct document_id document_of(struct letter_making *m, bool is_anew)
{
    return document_make(m->db, &(struct document_order){
        .citizen = m->order->citizen,
        .scheme = m->order->scheme == NULL ? "" : m->order->scheme,
        .code = m->order->code,
        .language = m->language,
        .title = m->danish.title,
        .extra = sections_of(m),
        .has_address = letter_words_have_address(m),
        .is_anew = is_anew,
        .is_whole = true,
    });
}

struct letter_made letter_keep(struct letter_making *m, const struct print *print)
{
    struct letter_row before;

    m->made.document = document_of(m, false);
    m->made.letter = (struct letter_id){ letter_of_document(m->db, m->made.document).n };
    /* The same words, but on a paper with the address from before it was protected: this one is without. */
    if (m->made.letter.n != 0 && letter_load(m->db, m->made.letter, &before) && before.is_closed)
        m->made.document = document_of(m, true);
    else if (m->made.letter.n != 0)
        return m->made;
    m->made.letter = letter_insert(m->db, &(struct letter_insert_in){
        .citizen = m->order->citizen,
        .document = m->made.document,
        .code = m->order->code,
        .title = m->danish.title,
        .language = m->language,
        .danish = m->danish.number,
        .translation = m->has_translation ? m->translation.number : 0,
        .pdf = print->pdf,
        .hash = hash_of(m->arena, print->pdf),
        .pages = print->page_count,
        .has_address = letter_paper_has_address(m),
        .made_at = db_now(m->db),
        .made_by = { db_actor(m->db).id },
    });
    return m->made;
}

struct letter_made letter_make(struct db *db, const struct letter_order *order)
{
    struct letter_making m = letter_making_of(db, order);

    if (!letter_prepare(&m, NULL) || m.made.why != LETTER_FINE)
        return m.made;
    struct paper paper = letter_paper(&m);
    struct print print = press_print_one(m.arena, &paper);
    letter_note_print(&m, &print);
    return m.made.why == LETTER_FINE ? letter_keep(&m, &print) : m.made;
}

const char *letter_why_say(struct arena *arena, enum language language, const struct letter_made *made)
{
    static const char *const words[LETTER_WHY_COUNT] = {
        [LETTER_NO_TEMPLATE] = SAY("Der er intet sådant brev."),
        [LETTER_NO_TEXT] = SAY("Der er ingen tekst på {1}."),
        [LETTER_NOT_APPROVED] = SAY("Teksten på {1} er ikke godkendt. Den kan ses, men ikke udleveres eller sendes."),
        [LETTER_MISSING] = SAY("Disse felter mangler: {1}."),
        [LETTER_NO_GLYPH] = SAY("Et tegn kan ikke skrives med brevets skrifter: »{1}«."),
        [LETTER_TOO_LONG] = SAY("Brevet er for langt."),
        [LETTER_NOT_PRINTED] = SAY("Brevet kunne ikke laves. Prøv igen."),
    };
    const char *about = made->about;

    if (made->why == LETTER_NO_TEXT || made->why == LETTER_NOT_APPROVED)
        about = glossary_label((int)language, "language", about);
    return made->why == LETTER_FINE ? "" : say_with(arena, language, words[made->why], about, NULL);
}

bool letter_hand_over(struct db *db, struct letter_id letter)
{
    struct letter_row row;

    return letter_load(db, letter, &row) && document_hand_over(db, row.document);
}
