/* SPDX-License-Identifier: MIT
 * pages.c: the routes of the pages that explain the program. */
#include "help/pages.h"

#include "help_help_page.h"

static struct reply keys_get(struct request *r)
{
    struct page page = page_new(r);

    keys_page(&page, &help_places);
    return reply_page(&page.text);
}

/* Read before log-in too: who cannot get in must find out whom to tell. */
static struct reply accessibility_get(struct request *r)
{
    struct page page = page_new(r);

    accessibility_page(&page);
    return reply_page(&page.text);
}

static const struct route routes[] = {
    { GET, "/genveje", MAY_LOGGED_IN, keys_get },
    { GET, "/tilgaengelighed", MAY_ANYONE, accessibility_get },
    { 0 },
};

const struct feature help_feature = { .name = "help", .routes = routes };
