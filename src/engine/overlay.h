/* SPDX-License-Identifier: MIT
 * overlay.h: what a municipality has changed in a scheme of the library: rows of (path, value, valid
 * from, who, why) that stand in its database, never in the file. So the library can be upgraded beneath
 * them, and what was changed can be shown. An edit may change numbers, spans, owners, severities, bells,
 * texts, items of open lists, targets, and switch a rule off; never trigger, done, source or law. */
#ifndef ENGINE_OVERLAY_H
#define ENGINE_OVERLAY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/day.h"
#include "engine/scheme.h"

struct overlay_edit {
    const char *path;  /* "rules.opfolgning3.every"; "rules.opfolgning3" itself takes on or off. */
    const char *value; /* As in a file: "2 weeks"; a list as "[1 week, 2 weeks]". */
    day valid_from;    /* In force from this day on; an edit of the same path replaces it from its own. */
    const char *by, *reason;
};

/* In the order they were made. */
struct overlay {
    const struct overlay_edit *at;
    size_t count;
};

/* May this path be changed, and is the value right? Else false, and the reasons as mistakes whose file is
 * the path. `scheme` is the library's. */
bool overlay_may(struct arena *arena, const struct scheme *scheme, const struct overlay_edit *edit,
                 struct mistakes *mistakes);

/* What stands at a path, as text in the words of a file: "3 weeks", a list as "1 week, 2 weeks", "on" for a
 * rule. NULL when nothing stands there. */
const char *overlay_value(struct arena *arena, const struct scheme *scheme, const char *path);

/* The scheme with the edits in force on a day. An edit that no longer fits (its path is gone, its value
 * is refused) is left out and named in the mistakes. Without edits in force: `scheme` itself. */
const struct scheme *overlay_apply(struct arena *arena, const struct scheme *scheme,
                                   const struct overlay *overlay, day on, struct mistakes *mistakes);

/* The rules of a scheme, implied ones too, each with its forms over time: the library's, and a new one
 * from each day on which an edit changes it. For struct ruleset. */
struct rule_lines {
    const struct rule_line *at;
    size_t count;
};
struct rule_lines overlay_rule_lines(struct arena *arena, const struct scheme *scheme,
                                     const struct overlay *overlay, struct mistakes *mistakes);

/* One row of a comparison, as pages show it. Values are texts as in a file, NULL where there is none. */
struct overlay_difference_row {
    const char *path;
    const char *old;   /* The library's value before an upgrade; overlay_difference leaves it NULL. */
    const char *now;   /* The library's value. */
    const char *ours;  /* The municipality's. */
    const struct overlay_edit *edit; /* Since when, who, why; NULL without an edit. */
    bool is_vanished;  /* The path is no longer there: a person must decide. */
};
struct overlay_differences {
    const struct overlay_difference_row *at;
    size_t count;
};

/* What the municipality has that the library has not. Edits that a later one replaces are left out. */
struct overlay_differences overlay_difference(struct arena *arena, const struct scheme *scheme,
                                      const struct overlay *overlay);

/* What an upgrade of the library changes: each value that differs between the two versions or has an
 * edit. Rules that came or went have NULL on one side. */
struct overlay_differences overlay_upgrade(struct arena *arena, const struct scheme *old, const struct scheme *now,
                                   const struct overlay *overlay);

#endif
