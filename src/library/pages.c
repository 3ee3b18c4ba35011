/* SPDX-License-Identifier: MIT
 * pages.c: the library's feature: the engine gets its rules from here. */
#include "library/pages.h"

#include "library/library.h"

static const struct route routes[] = {
    { 0 },
};

static void start(void)
{
    ruleset_set_loader(library_load_rules);
}

const struct feature library_feature = { .name = "library", .routes = routes, .start = start };
