/* SPDX-License-Identifier: MIT
 * say.h: words for people. Danish is the source; po/xx.po has the others. Pages are translated by
 * pagegen; C code says `say(language, "Samtalen er gemt.")` with a literal, which the extractor finds.
 * Dates, numbers and time left are worded here and nowhere else. A none (DAY_NONE, INSTANT_NONE) is "".
 * INSTANT_NEVER is a clock that stands still and must not be put through day_of_instant. */
#ifndef WEB_SAY_H
#define WEB_SAY_H

#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"

enum language { LANGUAGE_DA, LANGUAGE_EN, LANGUAGE_COUNT };

extern const char *const language_codes[LANGUAGE_COUNT]; /* "da", "en" */

/* The translation of a Danish literal, or the Danish itself. NULL gives NULL. */
const char *say(enum language language, const char *danish);

/* The same for a message with {1}, {2} ... replaced by the texts given (ends with NULL). A hole
 * without its text stays as it is. A full stop after a text that ends with one is left out ("21. jan."). */
const char *say_with(struct arena *arena, enum language language, const char *danish, ...)
    __attribute__((sentinel));

const char *say_day(struct arena *arena, enum language language, day on);       /* 8. dec. · 8 Dec */
const char *say_day_year(struct arena *arena, enum language language, day on);  /* 8. dec. 2026 */
const char *say_weekday_day(struct arena *arena, enum language language, day on); /* tir. 8. dec. */
const char *say_day_long(struct arena *arena, enum language language, day on);  /* tirsdag 8. december 2026 */
const char *say_time(struct arena *arena, enum language language, instant at);  /* 14.30 · 14:30 */
const char *say_when(struct arena *arena, enum language language, instant at);  /* tir. 8. dec. 14.30 */
/* "mandag", "man." of a weekday 0..6 (Monday first), and times of a day in minutes: "9.00", "9.00–12.00". */
const char *say_weekday(enum language language, int weekday);
const char *say_weekday_short(enum language language, int weekday);
const char *say_clock(struct arena *arena, enum language language, int64_t minute);
const char *say_clocks(struct arena *arena, enum language language, int64_t from, int64_t to);
const char *say_whole(struct arena *arena, enum language language, int64_t number); /* 20.000 · 20,000 */
const char *say_number(struct arena *arena, enum language language, int64_t hundredths); /* 18,5 · 18.5 */
/* "maj" · "May": the axis of a chart. `month` is 1..12. */
const char *say_month(enum language language, int month);
const char *say_month_long(enum language language, int month); /* "december" · "December" */
const char *say_whose(struct arena *arena, enum language language, const char *name); /* Rezas, Taras' · Reza's, Taras's */

/* Time left or over, words first: "5 t 18 min", "3 dage", "i dag", "9 t 12 min over", "3 dage over", and
 * "sat i bero" for INSTANT_NEVER.
 * Hour rules count hours and minutes of real time, minutes rounded down while there is time left and
 * up when it is over ("1 min over" from the first second); day rules count calendar days, and the day
 * of `due` is "i dag" to its end. One function makes it everywhere. */
enum time_left_kind {
    LEFT_OVER,
    LEFT_NOW,  /* Today for a day rule; less than 24 hours for an hour rule. */
    LEFT_SOON, /* At most five days on. */
    LEFT_CALM,
    TIME_LEFT_KIND_COUNT,
};
struct time_left {
    enum time_left_kind kind;
    const char *words;
};
struct time_left say_left(struct arena *arena, enum language language, instant due, int is_hour_rule, instant now);

/* The class that goes with a kind: <span class="left {class left_class(x)}">. */
const char *left_class(enum time_left_kind kind);

#endif
