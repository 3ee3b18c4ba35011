/* SPDX-License-Identifier: MIT
 * private.h: what the parts of this folder share. */
#ifndef HOURS_PRIVATE_H
#define HOURS_PRIVATE_H

#include "base/list.h"
#include "engine/scheme.h"
#include "hours/hours.h"
#include "planning/planning.h"

enum { HOUR_MINUTES = 60, DAY_MINUTES = 24 * 60 };

/* blocks.c: what fills the week, from the rows of each feature. */
void hours_add_groups(struct db *db, enum language language, struct hours_week *week);
void hours_add_placements(struct db *db, enum language language, struct hours_week *week);
void hours_add_meetings(struct db *db, enum language language, struct hours_week *week);
void hours_add_items(struct db *db, enum language language, struct hours_week *week, bool is_feed);

/* fill.c: what a citizen misses and the groups that fit, for planning many at once; a bundle's activity is the group's row.
 * *most_group is raised to the greatest row seen. In the store's arena. */
struct planning_person hours_person_of(struct db *db, enum language language, const struct hours_week *week, int *most_group);

/* An activity as the library has it, asked of no store: what a municipality edits of one changes neither kind nor name. NULL
 * when there is none. */
const struct scheme_activity *hours_activity(const char *scheme, const char *activity);

/* The kind of hours of an activity of a scheme, of a placement's kind. */
enum hour_kind hours_kind_of_activity(const char *scheme, const char *activity, bool is_language);
enum hour_kind hours_kind_of_placement(const char *kind);
/* The kind of a code; HOUR_KIND_COUNT for none. */
enum hour_kind hours_kind_read(const char *code);

#endif
