/* SPDX-License-Identifier: MIT
 * letter.h: the words of the two letters of a case. The seam to whatever lays letters out: here are only sections of
 * plain text, in Danish, which is the original that counts; document_make keeps them as they were sent. */
#ifndef SANCTION_LETTER_H
#define SANCTION_LETTER_H

#include "document/document.h"
#include "letter/letter.h"
#include "sanction/sanction.h"

/* The hearing as a letter of src/letter, in the citizen's own language beside the Danish, frozen as a PDF. Needs
 * document_write; `why` says when the municipality has no approved text, and then the plain document is kept instead. */
struct letter_made sanction_print_hearing(struct db *db, const struct sanction_file *file, day deadline);

/* The hearing: which days, what is known and from whom, which paragraph, what may follow, until when to answer. */
struct document_sections sanction_hearing(struct db *db, const struct sanction_file *file, day deadline);

/* The decision, as the benefits unit made it. */
struct sanction_ruling {
    bool is_sanction;
    int64_t days;
    int64_t rate;        /* Kroner a day; 0: no amount is told. */
    bool is_test;        /* The rate is of invented numbers, and the letter says so. */
    const char *grounds;
};
struct document_sections sanction_decision(struct db *db, const struct sanction_file *file, const struct sanction_ruling *ruling);

/* Makes the letter as a document of the case's scheme (its template's sections come first), or without a scheme under
 * its own title. */
struct document_id sanction_make_letter(struct db *db, const struct sanction_file *file, const char *code,
                                        struct document_sections sections);

#endif
