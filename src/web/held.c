/* SPDX-License-Identifier: MIT
 * held.c: the page that asks something before what was pressed is done. */
#include "web/held.h"

#include "web/form.h"
#include "web/page.h"
#include "web_held_page.h"

bool held_may_pass(const struct held_lines *held)
{
    for (size_t i = 0; i < held->count; i++)
        if (held->at[i].reason_name == NULL)
            return false;
    return true;
}

bool held_is_reason(const struct held_lines *held, const char *name)
{
    for (size_t i = 0; i < held->count; i++)
        if (held->at[i].reason_name != NULL && text_is(held->at[i].reason_name, name))
            return true;
    return false;
}

struct reply held_reply(struct request *r)
{
    struct form form = form_read(r);
    struct page page = page_new(r);

    held_page(&page, &form);
    struct reply reply = reply_page(&page.text);
    reply.status = 409; /* Above 400 and not 422: what the handler wrote is rolled back. */
    return reply;
}
