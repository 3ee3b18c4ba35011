/* SPDX-License-Identifier: MIT
 * words.h: invented names and sentences for a municipality that does not exist. No list names a real
 * person or company. Each ends with NULL. */
#ifndef SIMULATE_WORDS_H
#define SIMULATE_WORDS_H

#include "simulate/chance.h"

/* People of one origin: the language, the Danish permit, and names. */
struct origin {
    const char *language, *permit;
    int weight; /* Of a hundred. */
    const char *const *women, *const *men, *const *families;
};
extern const struct origin origins[];
extern const int origin_count;

extern const char *const staff_first_names[], *const staff_last_names[];
extern const char *const towns[], *const streets[];
extern const char *const company_beginnings[], *const mentor_names[];

/* What a company does: a glossary's branch, the ending of its name, and jobs in it. */
struct trade {
    const char *branch, *ending, *work, *goal;
};
extern const struct trade trades[];
extern const int trade_count;

extern const char *const own_words[], *const wins[], *const own_wins[], *const notes[], *const talks[],
    *const decisions[], *const subgoals[], *const topics[], *const educations[], *const experiences[];

/* One of a list. */
const char *words_pick(struct chance *chance, const char *const *list);

/* An origin by weight. */
const struct origin *origin_pick(struct chance *chance);

#endif
