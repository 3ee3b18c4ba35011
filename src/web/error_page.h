/* SPDX-License-Identifier: MIT
 * error_page.h: the pages for what went wrong. They need neither store nor session, since those may be
 * what is broken. */
#ifndef WEB_ERROR_PAGE_H
#define WEB_ERROR_PAGE_H

#include "web/percent.h"
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
    const char *again_path;
    struct percent_pairs typed; /* To be sent again, to again_path; none when there was nothing, or a password. */
};

/* The page with its status. `detail` (NULL for none) is a sentence of text, escaped here. */
struct reply error_page(struct request *r, enum error_page_kind kind, const char *detail);

/* "Something went wrong with us", with the failure's number. Of a post, what was typed stays in a form that
 * sends the same again: nothing of the first was stored, so its key is still good. A post with a password or
 * a file is not repeated: those never come back in a page. */
/* A field whose name says "adgangskode" holds a password; field.c sees to it that every password field does. */
bool error_page_is_secret(const char *name);
struct reply error_page_broken(struct request *r, int64_t number, const struct percent_pairs *typed);

/* "Not found", with a link for somebody who may give a reason and look all the same. */
struct reply error_page_not_yours(struct request *r, const char *way_in);

#endif
