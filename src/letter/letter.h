/* SPDX-License-Identifier: MIT
 * letter.h: letters: texts that are data (the files of letters/ and the municipality's own versions of them), merged with a
 * citizen's case, set as a PDF and frozen with it, handed over or sent. Another feature makes a letter so:
 *
 *     struct letter_made made = letter_make(db, &(struct letter_order){
 *         .citizen = citizen, .code = "partshoering", .scheme = "helsingoer_sanktion", .language = "own",
 *         .values = (struct letter_values){ given, 2 } });
 *     if (made.why == LETTER_FINE)
 *         letter_send(db, made.letter, LETTER_BY_PRINT);
 *
 * The letter is also a document (src/document): events document.made, .handed_over and .sent carry its code, so
 * that schemes can have rules about it. Statements are in letter.sql; the setting is in paper.h. */
#ifndef LETTER_LETTER_H
#define LETTER_LETTER_H

#include "db/db.h"
#include "document/document.h"
#include "engine/scheme.h"
#include "letter/paper.h"
#include "letter/shown.h"
#include "letter_sql.h"
#include "web/say.h"

/* --- templates: letters/CODE.yaml --- */

enum letter_kind { LETTER_LETTER, LETTER_DECISION, LETTER_GUIDANCE, LETTER_SHEET, LETTER_CERTIFICATE, LETTER_KIND_COUNT };

/* A field that only whoever makes the letter knows: "sag.haendelse". */
struct letter_ask {
    const struct node *node;
    const char *name;
    struct words text;
    bool is_long, is_optional;
};
/* The program's text in a language. */
struct letter_words {
    const struct node *node;
    const char *language, *title, *words;
    bool is_machine;
};
struct letter_template {
    const struct node *node;
    const char *code;
    struct words text;
    int kind;                   /* enum letter_kind */
    bool needs_approval;        /* Legal: the Danish too counts only when the municipality has approved it. */
    bool is_open;               /* Holds nothing personal: may be attached to an e-mail. */
    bool is_company;            /* To a company: printed, never kept on a citizen. */
    struct word_list documents; /* D-numbers of spec/documents.md. */
    LISTED(struct letter_ask) asks;
    LISTED(struct letter_words) texts;
};
struct letter_templates {
    const struct letter_template *const *at;
    size_t count;
};

/* All templates of the program, by code; read once a process. */
struct letter_templates letter_templates(void);
const struct letter_template *letter_template(const char *code); /* NULL when there is none. */

/* A text that can be used: the newest of the municipality's that is valid on the day, else the program's. */
struct letter_text {
    const struct letter_template *template;
    const char *language, *title, *words;
    int64_t number; /* 0: the program's. */
    bool is_machine, is_approved;
};

/* The text to make letters of. One that needs an approval (a translation, or a legal text) and has none is passed
 * over for an older one that has; when there is only such, `is_approved` is false. False: no text at all. */
bool letter_text_on(struct db *db, const char *code, const char *language, day on, struct letter_text *text);

/* --- fields: {borger.navn} --- */

struct letter_value {
    const char *name, *words;
};
struct letter_values {
    const struct letter_value *at;
    size_t count;
};

/* A value that is a day: each language of the letter writes it in its own way. */
struct letter_day {
    const char *name;
    day on;
};
struct letter_days {
    const struct letter_day *at;
    size_t count;
};

/* What is wrong with a text: the first place of a field that is not there. `name` NULL: nothing. */
struct letter_mistake {
    int line, column;   /* From 1; columns count letters. */
    const char *name;   /* As written. */
    const char *nearest; /* The field that was perhaps meant, or NULL. */
};
struct letter_mistake letter_check(struct arena *arena, const struct letter_template *template, const char *words);

/* --- making --- */

enum letter_why {
    LETTER_FINE,
    LETTER_NO_TEMPLATE,
    LETTER_NO_TEXT,      /* No text in Danish, or none in the language asked for. */
    LETTER_NOT_APPROVED, /* A text that needs an approval has none. `about`: the language. */
    LETTER_MISSING,      /* Fields without a value. `about`: their names. */
    LETTER_NO_GLYPH,     /* A sign that no font has. `about`: where. */
    LETTER_TOO_LONG,
    LETTER_NOT_PRINTED,  /* The press failed: try again. */
    LETTER_WHY_COUNT,
};

/* `language` is a code; NULL, "" and "da": Danish alone; "own": the citizen's, when there is an approved text in it, else
 * Danish. With another language the letter is the Danish text and, on a page of its own, the translation.
 * `scheme` may be NULL. `values` and `days` are the template's asks, by name, and count before the case's own fields. */
struct letter_order {
    struct citizen_id citizen;
    const char *code, *scheme, *language;
    struct letter_values values;
    struct letter_days days;
};
struct letter_made {
    enum letter_why why;
    const char *about;
    struct letter_id letter;
    struct document_id document;
};

/* Makes, prints and freezes the letter; event document.made with the code. The same words on the same day are the same
 * letter. Needs document_write, or a permission of the feature that makes it (the statements say which), or the system. */
struct letter_made letter_make(struct db *db, const struct letter_order *order);

/* The answer, a page in place of the file, to whoever may not open a paper or words with an address that has become protected: why, and what
 * to do. For pages of letters and of other features that show them. */
struct request;
struct reply letter_closed_reply(struct request *r, struct citizen_id citizen);

/* The same without writing anything: `print` is set with a mark when a text is not approved or a value is missing,
 * which then stands as its name in brackets. `why` is what letter_make would say. */
struct letter_made letter_try(struct db *db, const struct letter_order *order, struct print *print);

/* The words of it as they would be now, Danish first, without printing; a value that is missing stands as its name in
 * brackets. Empty when there is nothing to print. `why` is what letter_make would say before it prints. */
struct letter_made letter_draft(struct db *db, const struct letter_order *order, struct shown_parts *parts);

/* In words for a person; "" for fine. */
const char *letter_why_say(struct arena *arena, enum language language, const struct letter_made *made);

/* Handed over in person: document_hand_over of its document. */
bool letter_hand_over(struct db *db, struct letter_id letter);

/* --- sending --- */

enum letter_channel { LETTER_BY_PRINT, LETTER_BY_EMAIL, LETTER_BY_SMS, LETTER_BY_DIGITAL_POST, LETTER_CHANNEL_COUNT };
extern const char *const letter_channel_codes[LETTER_CHANNEL_COUNT + 1]; /* Ends with NULL. */

enum send_why {
    SEND_FINE,
    SEND_NO_ADDRESS,  /* Print: no address. */
    SEND_PROTECTED,   /* Print: the address is protected; an envelope is written by hand. */
    SEND_NO_EMAIL,
    SEND_NO_PHONE,
    SEND_NO_CPR,      /* Digital Post goes by it. */
    SEND_WHY_COUNT,
};

/* Pure: what a channel needs. */
struct send_facts {
    bool has_address, is_protected, has_email, has_phone, has_cpr;
};
enum send_why letter_may_send(enum letter_channel channel, const struct send_facts *facts);
const char *send_why_say(enum language language, enum send_why why);

/* Puts a letter into the outbox; event document.sent. Twice by the same channel is once. */
enum send_why letter_send(struct db *db, struct letter_id letter, enum letter_channel channel);

/* What of a letter has not left is not sent after all: the step that made it was taken back. `problem` says so in the
 * outbox. The letter itself stays. */
void letter_recall(struct db *db, struct citizen_id citizen, struct document_id document, const char *problem);

/* When a failed one is tried again: 5 minutes, doubled each time, at most a day; DELAY_NONE after the eighth try. */
enum { OUTBOX_TRIES_MAX = 8, DELAY_NONE = -1 };
int64_t outbox_delay(int64_t tries);

#endif
