/* SPDX-License-Identifier: MIT
 * pages.c: the addresses behind a link, and which page each purpose has. */
#include "portal/pages.h"

#include "campaign/campaign.h"
#include "portal_employer_page.h"

static struct reply employer_show(struct request *r, const struct link_row *link)
{
    struct employer_view view = { .path = r->path, .link = *link };
    struct page page = page_new(r);

    if (!portal_company(r->db, link->company, &view.company))
        return reply_not_found(r);
    view.people = portal_people(r->db, r->today, r->now, link->id);
    employer_page(&page, &view);
    return reply_page(&page.text);
}

/* By purpose. One without a page opens nothing. */
static struct reply (*const shows[LINK_PURPOSE_COUNT])(struct request *r, const struct link_row *link) = {
    [LINK_EMPLOYER] = employer_show,
    [LINK_SURVEY] = survey_answer,
};

static struct reply portal_get(struct request *r)
{
    struct link_row link;

    if (!link_open(r, &link))
        return reply_not_found(r);
    for (int purpose = 0; purpose < LINK_PURPOSE_COUNT; purpose++)
        if (shows[purpose] != NULL && link_is_for(&link, (enum link_purpose)purpose))
            return shows[purpose](r, &link);
    return reply_not_found(r);
}

static const struct route routes[] = {
    { GET, "/v/{secret}", MAY_ANYONE, portal_get },
    { POST, "/v/{secret}", MAY_ANYONE, portal_get },
    { 0 },
};

const struct feature portal_feature = { .name = "portal", .routes = routes };
