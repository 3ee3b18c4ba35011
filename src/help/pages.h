/* SPDX-License-Identifier: MIT
 * pages.h: pages that explain the program itself: its keys, and how far it is accessible. */
#ifndef HELP_PAGES_H
#define HELP_PAGES_H

#include "web/frame.h"
#include "web/route.h"

/* One key on one kind of page. Words are Danish. */
struct help_key {
    const char *keys;  /* As they are pressed, with a blank between; the first is the one of aria-keyshortcuts. */
    const char *words;
};
struct help_place {
    const char *title;
    const struct help_key *at;
    size_t count;
};
struct help_places {
    const struct help_place *at;
    size_t count;
};
extern const struct help_places help_places; /* keys.c: the one table of all keys. */

extern const struct feature help_feature;

#endif
