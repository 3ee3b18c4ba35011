/* SPDX-License-Identifier: MIT
 * page.h: what generated pages write with. Everything is escaped here for its place; there is no way
 * to write a text unescaped except from the template itself. docs/pages.md has the template language. */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "web/request.h"
#include "web/say.h"

struct page {
    struct request *request;
    struct text text;
    enum language language;
};

/* A page for this request, to be given to page functions and then to reply_page(&page.text). */
struct page page_new(struct request *r);

/* For generated code only. */
void page_markup(struct page *page, const char *bytes, size_t length);
void page_text(struct page *page, const char *text);      /* & < > escaped */
void page_attribute(struct page *page, const char *text); /* & < > " ' escaped */
void page_url(struct page *page, const char *text);       /* percent-encoded but for unreserved */
void page_int(struct page *page, int64_t number);
void page_class(struct page *page, const char *words);
/* A message with holes: writes its parts and calls back for each hole in the language's order. */
struct page_message {
    const char *danish; /* With {1}, {2} ... */
};

#endif
