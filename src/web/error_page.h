/* SPDX-License-Identifier: MIT
 * error_page.h: the pages for what went wrong. They need neither store nor session, since those may be
 * what is broken. */
#ifndef WEB_ERROR_PAGE_H
#define WEB_ERROR_PAGE_H

#include "web/request.h"

enum error_page_kind {
    ERROR_PAGE_BAD_REQUEST,
    ERROR_PAGE_FORBIDDEN, /* The form is too old or comes from elsewhere. */
    ERROR_PAGE_NOT_FOUND,
    ERROR_PAGE_CONFLICT,
    ERROR_PAGE_MEDIA_TYPE,
    ERROR_PAGE_BROKEN,
    ERROR_PAGE_KIND_COUNT
};

/* What failed.page is given; finished texts. */
struct error_view {
    const char *title, *words;
    const char *detail; /* Or NULL. */
    const char *way_in; /* An address of ours, or NULL. */
};

/* The page with its status. `detail` (NULL for none) is a sentence of text, escaped here. */
struct reply error_page(struct request *r, enum error_page_kind kind, const char *detail);

/* "Not found", with a link for somebody who may give a reason and look all the same. */
struct reply error_page_not_yours(struct request *r, const char *way_in);

#endif
