/* SPDX-License-Identifier: MIT
 * pages.c: the pages of the server itself. */
#include "web/demo.h"
#include "web/error_page.h"
#include "web/form.h"
#include "web/session.h"
#include "web/web.h"

/* For the proxy and for whoever watches: the worker answers and reaches its store. */
static struct reply health_get(struct request *r)
{
    static const char ok[] = "ok\n";

    (void)r;
    return (struct reply){ .status = 200, .type = "text/plain; charset=utf-8", .body = ok, .length = sizeof ok - 1 };
}

/* A path of ours to go back to, "/" for anything else. */
static const char *way_back(struct form *form)
{
    const char *path = form_value(form, "tilbage");

    return path[0] == '/' && path[1] != '/' && path[1] != '\\' ? path : "/";
}

static struct reply language_post(struct request *r)
{
    const char *codes[LANGUAGE_COUNT + 1] = { 0 };
    struct form form = form_read(r);

    for (int i = 0; i < LANGUAGE_COUNT; i++)
        codes[i] = language_codes[i];
    int chosen = form_choice(&form, "sprog", FORM_REQUIRED, codes);
    if (chosen < 0)
        return error_page(r, ERROR_PAGE_BAD_REQUEST, NULL);

    struct reply reply = reply_see_other(r, "%s", way_back(&form));
    reply.cookie = session_set_language(r, (enum language)chosen);
    return reply;
}

static const struct route routes[] = {
    { GET, "/healthz", MAY_ANYONE, health_get },
    { POST, "/sprog", MAY_ANYONE, language_post },
    { GET, "/ur", MAY_ANYONE, demo_wait_get },
    { POST, "/ur/frem", MAY_ANYONE, demo_forward_post },
    { 0 },
};

const struct feature web_feature = { .name = "web", .routes = routes };
