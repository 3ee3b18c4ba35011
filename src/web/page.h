/* SPDX-License-Identifier: MIT
 * page.h: what generated pages write with. Everything is escaped here for its place; there is no way
 * to write a text unescaped except from the template itself. docs/pages.md has the template language. */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "law/glossary.h"
#include "web/request.h"
#include "web/say.h"

struct page {
    struct request *request;
    struct text text;
    enum language language;
};

/* A page for this request, to be given to page functions and then to reply_page(&page.text). */
struct page page_new(struct request *r);

/* What follows is for generated code and for chart.c. */
void page_markup(struct page *page, const char *bytes, size_t length);
void page_text(struct page *page, const char *text);      /* & < > escaped; NULL is nothing */
void page_attribute(struct page *page, const char *text); /* & < > " ' escaped */
void page_url(struct page *page, const char *text);       /* percent-encoded but for unreserved */
void page_int(struct page *page, int64_t number);
void page_class(struct page *page, const char *words);    /* only [a-z0-9 _-] passes */

/* A path of this site, with its query, for an address; anything else becomes "/". */
void page_path(struct page *page, const char *path);

/* An attribute that may be absent: `beginning` (` name="`), the text and a quote; nothing for NULL. */
void page_named(struct page *page, const char *beginning, const char *text);

/* ` checked` and its like, when the condition is true. */
void page_flag(struct page *page, bool is_on, const char *attribute);

/* A message is a row of pieces a language: some words, ready as HTML, and the hole after them; the
 * last has hole 0. Writes the words; true when a hole follows. */
struct page_piece {
    const char *words;
    size_t length;
    int hole;
};
bool page_piece(struct page *page, const struct page_piece *piece);

/* The type each hole takes: a day where an instant is meant would otherwise convert in silence. */
#define page_whole(number) ((int64_t)(1 * (number)))
#define page_day(value) _Generic((value), day: (value))
#define page_instant(value) _Generic((value), instant: (value))
#define page_iso(page, value) _Generic((value), day: page_iso_day, instant: page_iso_instant)((page), (value))
const char *page_iso_day(const struct page *page, day on);         /* 2026-12-08, "" for none */
const char *page_iso_instant(const struct page *page, instant at); /* 2026-12-08T13:30:00Z, "" for none */

#endif
