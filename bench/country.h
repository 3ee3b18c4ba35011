/* SPDX-License-Identifier: MIT
 * country.h: invented citizens and places on a map, for bench/matching.c: towns, wishes for work, language, what the
 * body cannot do, how far somebody can travel. Which pairs are feasible and what they score is worked out when asked, so
 * that a country with far more pairs than fit in memory can be matched. Nothing in it is about real people. */
#ifndef BENCH_COUNTRY_H
#define BENCH_COUNTRY_H

#include "matching/example.h"

struct country_size {
    int32_t citizens, places, towns, core;  /* Pairs kept for each citizen: the best `core`. */
    int32_t seats_percent;                  /* Seats for a hundred citizens. */
    int32_t travel_max;                     /* Kilometres that the most mobile travel. */
};

struct country;

struct country *country_make(struct arena *arena, struct chance *chance, struct country_size size);

/* The market of each citizen's best pairs; with core 0 no pairs at all. */
struct example country_market(struct arena *arena, const struct country *country, int32_t core);

/* All feasible pairs; the country is the context. */
void country_scan(void *country, struct matching_scan *scan);

/* How many pairs are feasible. */
int64_t country_pairs(const struct country *country);

#endif
