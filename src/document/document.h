/* SPDX-License-Identifier: MIT
 * document.h: what a citizen is given on paper: welcome folder, contract, certificate, CV. A template is a
 * row of a scheme's `documents:`; the municipality writes its own text for each section. What was made
 * stays as it was made: a change gives a new number, and the old one stays readable. Statements are in
 * document.sql. */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "db/db.h"
#include "document_sql.h"
#include "engine/scheme.h"

/* A document is a row of sections; `words` is plain text, an empty line between paragraphs. */
struct document_section {
    const char *title, *words;
};
struct document_sections {
    const struct document_section *at;
    size_t count;
};

/* The stored form of sections, and back. Control characters in the texts are dropped. */
const char *document_content(struct arena *arena, struct document_sections sections);
struct document_sections document_sections_of(struct arena *arena, const char *content);

/* Stored sections as a text to read: each title on a line, its words below, a line between. */
const char *document_content_plain(struct arena *arena, const char *content);

/* What is to be made. `extra` follows the template's own sections and is all there is where the scheme
 * has no template of that code; then `title` is the title. */
struct document_order {
    struct citizen_id citizen;
    const char *scheme, *code;
    const char *language, *variant; /* "" for Danish and for no town. */
    const char *title;
    struct document_sections extra;
    bool has_address; /* The words say where she lives. */
    bool is_anew;     /* A new number also when the newest says the same. */
    bool is_whole; /* `extra` is all there is, whatever the scheme's template says: a letter (src/letter). */
};

/* Makes the document, event document.made. When the newest that holds says the same, that one is the
 * answer and nothing is written. A document that is signed, or that a change outdates, replaces the one
 * before it. n = 0 when the scheme has no such template and no title was given. */
struct document_id document_make(struct db *db, const struct document_order *order);

/* A document with its words. When these have an address that has become protected, only who may see such addresses
 * gets them, and the access log says so; for others the words are empty and is_closed is true. False: no such document. */
bool document_open(struct db *db, struct document_id document, struct document_row *row);

/* The sections as they would be made now, for a look before. */
struct document_sections document_draft(struct db *db, const struct document_order *order);

/* It has left the house by a channel ("print"): event document.sent. False when there is no such document. */
bool document_note_sent(struct db *db, struct document_id document, const char *channel);

/* Handed to the citizen now, event document.handed_over with language and number. The second time
 * nothing is written. False when there is no such document. */
bool document_hand_over(struct db *db, struct document_id document);

enum sign_why { SIGN_FINE, SIGN_NOT_A_PARTY, SIGN_ALREADY, SIGN_OUTDATED, SIGN_WHY_COUNT };

/* Pure: may a party sign? The first reason that applies: outdated, no party of the template, signed. */
enum sign_why document_may_sign(bool is_outdated, bool is_party, bool is_signed);

/* Signs for a party (a role of the template's `signed_by`), event document.signed. */
enum sign_why document_sign(struct db *db, struct document_id document, const char *party, const char *name);

/* All of a citizen's documents of that code no longer hold, event document.outdated each; how many. */
size_t document_outdate(struct db *db, struct citizen_id citizen, const char *code);

/* The same for all templates whose `outdated_by` is this kind of event, whatever their scheme. */
size_t document_outdate_by(struct db *db, struct citizen_id citizen, enum event_kind kind);

/* The same for those that say what work must take into account, when that has changed. */
size_t document_outdate_considerations(struct db *db, struct citizen_id citizen);

/* The template of a document, or NULL: its scheme may have changed since. */
const struct scheme_document *document_template(struct db *db, const char *scheme, const char *code);

/* The text that stands for a section: own language and town, own language, Danish and town, Danish; NULL
 * when none is written. Rows are those of one template. */
const struct document_section_row *document_section_for(const struct document_section_row_list *rows, int64_t number,
                                                        const char *language, const char *variant);

#endif
