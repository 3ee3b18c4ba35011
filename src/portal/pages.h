/* SPDX-License-Identifier: MIT
 * pages.h: what stands behind links (src/link): pages for employers without log-in. For this folder and
 * features.c. */
#ifndef PORTAL_PAGES_H
#define PORTAL_PAGES_H

#include "link/link.h"
#include "portal_sql.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/route.h"

extern const struct feature portal_feature;

struct employer_view {
    const char *path; /* "/v/…": all forms of the page post below it. */
    struct link_row link;
    struct portal_company_row company;
    struct portal_person_list people;
};

#endif
