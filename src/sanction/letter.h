/* SPDX-License-Identifier: MIT
 * letter.h: the two letters of a case, as src/letter makes them: the texts are letters/partshoering.yaml and
 * letters/afgoerelse.yaml, or the municipality's own versions of them; here is only what the case puts into their
 * fields. Facts, paragraphs and what people wrote, never an opinion of the program's. */
#ifndef SANCTION_LETTER_H
#define SANCTION_LETTER_H

#include "letter/letter.h"
#include "sanction/sanction.h"

/* The hearing: which days, what is known and from whom, which paragraph, what may follow, until when to answer. In the
 * citizen's language too, when that text is approved. Lives in the request's arena. */
struct letter_order sanction_hearing(struct db *db, const struct sanction_file *file, day deadline);

/* The decision, as the benefits unit made it. */
struct sanction_ruling {
    bool is_sanction;
    int64_t days;
    int64_t rate;        /* Kroner a day; 0: no amount is told. */
    bool is_test;        /* The rate is of invented numbers, and the letter says so. */
    const char *sharpened; /* The months of a sharpened sanction, as stored; NULL: it is none. */
    const char *grounds; /* "" before anybody has written them. */
};
struct letter_order sanction_decision(struct db *db, const struct sanction_file *file, const struct sanction_ruling *ruling);

#endif
