/* SPDX-License-Identifier: MIT
 * rules.h: what is reckoned about mentors. Pure. */
#ifndef MENTOR_RULES_H
#define MENTOR_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"

/* S110 (001:669-698): "15-30 minutter dagligt". Less is amber; more is as good. */
enum { PRACTICE_LEAST = 15, PRACTICE_MOST = 30 };
bool practice_is_enough(int64_t minutes);

/* The minutes that are tapped, as codes of a form (NULL last), and the same for a page's `each`. */
extern const char *const practice_taps[];
extern const struct practice_tap_list {
    const char *const *at;
    size_t count;
} practice_taps_shown;

/* Trained when every day of the course was attended (S47: two days). */
bool mentor_is_trained(bool has_first, bool has_second, day second_day);

/* A share in whole percent, halves up (91 of 41 of 45, N39's "ca. 90"). -1 when there is nothing to share. */
int mentor_percent(int64_t count, int64_t whole);

#endif
