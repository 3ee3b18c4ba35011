/* SPDX-License-Identifier: MIT
 * private.h: what the files of src/letter tell each other. */
#ifndef LETTER_PRIVATE_H
#define LETTER_PRIVATE_H

#include "base/program_file.h"
#include "base/text.h"
#include "letter/letter.h"
#include "letter/paper.h"
#include "staff/staff.h"

/* --- templates --- */


/* One file; NULL and mistakes when it is wrong. */
struct mistakes;
const struct letter_template *letter_template_read(struct arena *arena, const char *name, const char *bytes, size_t length,
                                                   struct mistakes *mistakes);

/* The program's text in a language, or NULL. */
const struct letter_words *letter_words_in(const struct letter_template *template, const char *language);

/* --- fields --- */

/* A letter that is being made: whose it is, and what is known. */
struct merging {
    struct db *db;
    struct arena *arena;
    const struct letter_template *template;
    const char *language; /* Of the text. */
    const struct letter_facts_row *facts;
    const struct letter_head_row *head;
    const char *municipality;
    const struct staff_row *sender;
    day today;
    struct letter_values values;
    struct letter_days days;
    struct known *known; /* facts.c: rows of the case that several fields read. NULL until one does. */
    struct {
        const char **at;
        size_t count, room;
    } missing;
};

/* A field that every text may have. `value` gives "" when it is not known. */
struct letter_field {
    const char *name, *label; /* The label is Danish (SAY). */
    const char *(*value)(struct merging *merging);
};
extern const struct letter_field letter_fields[];
extern const size_t letter_field_count;

/* A day with its weekday, in words where the program has them, else in figures; "" for DAY_NONE. */
const char *letter_day_long(struct merging *merging, day on);

bool letter_field_is(const struct letter_template *template, const char *name);

/* The text with its values. What has none stands as [name] and is noted in `missing`. */
const char *letter_merge(struct merging *merging, const char *words);

/* --- making --- */

/* May a text in this language be used only when somebody has approved it? */
bool letter_needs_approval(const struct letter_template *template, const char *language, bool is_machine);

/* letter_text_on with the versions and approvals that there were at a moment: a batch sends what was approved. */
bool letter_text_then(struct db *db, const char *code, const char *language, day on, instant then, struct letter_text *text);

/* A letter in progress. `made.why` is the first thing that stands in its way. */
struct letter_making {
    struct db *db;
    struct arena *arena;
    const struct letter_order *order;
    const struct letter_template *template;
    instant then; /* The texts as they were then; INSTANT_NEVER: as they are. */
    const struct letter_text *tried; /* To be looked at, in place of the one that counts; or NULL. */
    struct letter_text danish, translation;
    bool has_translation;
    const char *language;
    struct letter_facts_row facts;
    struct letter_head_row head;
    struct municipality_row municipality;
    struct staff_row sender;
    const char *parts[PAPER_PARTS_MAX]; /* Merged: Danish, translation. */
    const char *missing;                /* Names of fields without a value; "" for none. */
    struct letter_made made;
};
struct letter_making letter_making_of(struct db *db, const struct letter_order *order);

/* Chooses the texts and merges them; `facts` NULL: they are read. False when there is nothing to print; also when true
 * `made.why` may say why it may not go. */
bool letter_prepare(struct letter_making *making, const struct letter_facts_row *facts);
struct paper letter_paper(struct letter_making *making);

/* The merged texts of a letter in progress. */
struct shown_parts letter_shown(const struct letter_making *making);

/* Whether the words, or the paper with its window, say where the citizen lives; a protected address never is on them. */
bool letter_words_have_address(const struct letter_making *making);
bool letter_paper_has_address(const struct letter_making *making);
void letter_note_print(struct letter_making *making, const struct print *print);

/* Freezes what was printed. */
struct letter_made letter_keep(struct letter_making *making, const struct print *print);

/* What letter_may_send asks, from the facts. */
struct send_facts letter_send_facts(const struct letter_facts_row *facts);

/* --- paper --- */

struct setter; /* set.c: the fonts, opened once a child. */
struct setter *setter_open(void);

/* Sets one paper; the PDF is added to `out`. */
struct print setter_set(struct setter *setter, struct arena *arena, const struct paper *paper, struct text *out);

/* Adds what Cairo 1.16 cannot write: the language of the file, that readers show its title, and both as XMP. A
 * PDF that is not as expected stays as it is. */
void pdf_add_metadata(struct arena *arena, struct text *pdf, const char *title, const char *language);

#endif
