/* SPDX-License-Identifier: MIT
 * pages.h: what the page of a company's links is given. For this folder and features.c. */
#ifndef LINK_PAGES_H
#define LINK_PAGES_H

#include "employer/pages.h"
#include "link/link.h"

extern const struct feature link_feature;

struct links_view {
    struct company_row company;
    struct link_row_list links;
    struct company_contact_row_list contacts;
    struct choices whom;  /* Contacts of the company, by number. */
    struct form form;
    const char *made, *address; /* The path and the whole address just made, told this once; NULL otherwise. */
};

/* "open", "expired" or "withdrawn": a code of the glossary's list link_state. */
const char *links_state(const struct link_row *link, instant now);

#endif
