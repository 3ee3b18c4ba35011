/* SPDX-License-Identifier: MIT
 * picture.h: the week as pictures: the hours as a bar against what is required, and the timetable. For the pages of
 * this folder and the citizen's page (src/overview). */
#ifndef HOURS_PICTURE_H
#define HOURS_PICTURE_H

#include "hours/hours.h"
#include "web/chart_week.h"

struct hours_pictures {
    struct chart_hours bars;
    struct chart_week week;
};

/* "18,5" of minutes. */
const char *hours_number(struct arena *arena, enum language language, int64_t minutes);

/* "uge 50". */
const char *hours_week_words(struct arena *arena, enum language language, day monday);

/* One bar for each week; `now` is the Monday of the week that runs. */
struct chart_hours hours_bars(struct arena *arena, enum language language, const struct hours_week *weeks, size_t count, day now);

/* The timetable, with the holes. */
struct chart_week hours_timetable(struct arena *arena, enum language language, const struct hours_week *week, day today);

/* "31 af 37 timer", "31 timer, intet krav". */
const char *hours_sum_words(struct arena *arena, enum language language, const struct hours_week *week);

#endif
