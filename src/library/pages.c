/* SPDX-License-Identifier: MIT
 * pages.c: the library's feature: its routes; the engine gets its rules from here. */
#include "library/pages.h"

static const struct route routes[] = {
    { GET, "/ordninger", MAY_SCHEME_READ, library_list_get },
    { GET, "/ordninger/{scheme}", MAY_SCHEME_READ, scheme_get },
    { GET, "/ordninger/{scheme}/forskelle", MAY_SCHEME_READ, scheme_upgrade_get },
    { POST, "/ordninger/{scheme}/forskelle", MAY_SCHEME_WRITE, scheme_upgrade_post },
    { GET, "/ordninger/{scheme}/ret/{path}", MAY_SCHEME_WRITE, scheme_edit_get },
    { POST, "/ordninger/{scheme}/ret/{path}", MAY_SCHEME_WRITE, scheme_edit_post },
    { POST, "/ordninger/{scheme}/ret/{path}/tilbage", MAY_SCHEME_WRITE, scheme_withdraw_post },
    { GET, "/ordninger/{scheme}/proev", MAY_SCHEME_WRITE, scheme_try_get },
    { POST, "/ordninger/{scheme}/{tilstand}", MAY_SCHEME_WRITE, library_switch_post },
    { GET, "/lukkedage", MAY_SCHEME_READ, closed_get },
    { POST, "/lukkedage", MAY_SCHEME_WRITE, closed_post },
    { POST, "/lukkedage/{dag}/aabn", MAY_SCHEME_WRITE, closed_open_post },
    { POST, "/lukkedage/{dag}/luk", MAY_SCHEME_WRITE, closed_again_post },
    { 0 },
};

static void start(void)
{
    ruleset_set_loader(library_load_rules);
}

const struct feature library_feature = { .name = "library", .routes = routes, .start = start,
                                         .waiting = engine_waiting, .wake = library_wake };
