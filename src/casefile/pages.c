/* SPDX-License-Identifier: MIT
 * pages.c: the case's feature; its guard decides whose case anybody sees. */
#include "casefile/pages.h"

#include "casefile/casefile.h"

static const struct route routes[] = {
    { 0 },
};

static void start(void)
{
    db_set_guard(casefile_guard);
}

const struct feature casefile_feature = { .name = "casefile", .routes = routes, .start = start };
