/* SPDX-License-Identifier: MIT
 * danish_track.h: the tracks of Danish education that have modules, as dated rows of law/danish.yaml. The pace from one
 * module to the next is in src/danish/rules.h. */
#ifndef LAW_DANISH_TRACK_H
#define LAW_DANISH_TRACK_H

#include "law/version.h"
#include "yaml/mistake.h"

struct node;

/* How many modules a track has from a day to a day, and the test that ends it. */
struct danish_track {
    const char *name;        /* Of the row. */
    const char *track, *test; /* Codes of the glossary's lists danish_track and danish_passed. */
    int32_t modules;         /* 1 to 12. */
    day from, to;            /* Both inside; DAY_NONE for an open end. */
    const char *basis, *source;
    enum law_mark mark;
    const struct node *node; /* Where it stands in the file. */
};
struct danish_tracks {
    const struct danish_track *at;
    size_t count;
};

/* Reads law/danish.yaml, from `directory` or, when NULL, from the program. NULL when the file is wrong, with every mistake
 * at its line and column: a code that the glossary has not, a number that cannot be, two rows of a track on one day. */
const struct danish_tracks *danish_tracks_load(struct arena *arena, const char *directory, struct mistakes *mistakes);

/* Those of the program, read when first asked for and kept as long as the process. */
const struct danish_tracks *danish_tracks_kept(void);

/* The row of a track in force on a day; NULL for a track without modules (FVU), or when the law has none that day. */
const struct danish_track *danish_track_on(const struct danish_tracks *tracks, const char *track, day on);

#endif
