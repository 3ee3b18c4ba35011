/* SPDX-License-Identifier: MIT
 * held.c: the page that asks something before what was pressed is done. */
#include "web/held.h"

#include <string.h>

#include "web/form.h"
#include "web/page.h"
#include "web/percent.h"
#include "web_held_page.h"

bool held_may_pass(const struct held_lines *held)
{
    for (size_t i = 0; i < held->count; i++)
        if (held->at[i].reason_name == NULL)
            return false;
    return true;
}

static bool is_reason(const struct held_lines *held, const char *name)
{
    for (size_t i = 0; i < held->count; i++)
        if (held->at[i].reason_name != NULL && text_is(held->at[i].reason_name, name))
            return true;
    return false;
}

/* What was typed beside the reasons, which the page has as fields. */
static struct percent_pairs without_reasons(struct request *r, const struct percent_pairs *typed)
{
    struct percent_pairs rest = { .at = arena_array(r->arena, typed->count, sizeof *rest.at) };

    for (size_t i = 0; i < typed->count; i++)
        if (!is_reason(r->held, typed->at[i].name))
            rest.at[rest.count++] = typed->at[i];
    return rest;
}

struct reply held_reply(struct request *r, const struct percent_pairs *typed)
{
    struct percent_pairs rest = without_reasons(r, typed);
    struct form form = form_read(r);
    struct page page = page_new(r);

    held_page(&page, &form, &rest);
    struct reply reply = reply_page(&page.text);
    reply.status = 409; /* Above 400 and not 422: what the handler wrote is rolled back. */
    return reply;
}
