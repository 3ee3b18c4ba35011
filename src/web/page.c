/* SPDX-License-Identifier: MIT
 * page.c: escaping. One function an escaping, each with its table of what may pass. */
#include "web/page.h"

#include <string.h>

struct page page_new(struct request *r)
{
    return (struct page){ .request = r, .text = text_new(r->arena), .language = r->language };
}

void page_markup(struct page *page, const char *bytes, size_t length)
{
    text_add_bytes(&page->text, bytes, length);
}

/* The entity for a character, or NULL when it may stand as it is. */
static const char *entity(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

/* Writes `text`, with entities for those of `special` in it. */
static void write_escaped(struct page *page, const char *text, const char *special)
{
    if (text == NULL)
        return;
    for (;;) {
        size_t plain = strcspn(text, special);
        text_add_bytes(&page->text, text, plain);
        text += plain;
        if (*text == 0)
            return;
        text_add(&page->text, entity(*text++));
    }
}

void page_text(struct page *page, const char *text)
{
    write_escaped(page, text, "&<>");
}

void page_attribute(struct page *page, const char *text)
{
    write_escaped(page, text, "&<>\"'");
}

static bool is_alphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

void page_url(struct page *page, const char *text)
{
    for (; text != NULL && *text != 0; text++) {
        if (is_alphanumeric(*text) || strchr("-._~", *text) != NULL)
            text_add_char(&page->text, *text);
        else
            text_add_format(&page->text, "%%%02X", (unsigned)(unsigned char)*text);
    }
}

void page_int(struct page *page, int64_t number)
{
    text_add_int(&page->text, number);
}

void page_class(struct page *page, const char *words)
{
    for (; words != NULL && *words != 0; words++)
        if ((*words >= 'a' && *words <= 'z') || (*words >= '0' && *words <= '9') || strchr(" _-", *words) != NULL)
            text_add_char(&page->text, *words);
}

/* "/borger/5" is ours; "//evil", "/\evil" and "https:" are not, and control characters are dropped by
 * browsers before they look, so nothing with one is. */
static bool is_own_path(const char *path)
{
    if (path == NULL || path[0] != '/' || path[1] == '/' || path[1] == '\\')
        return false;
    for (const char *p = path; *p != 0; p++)
        if ((unsigned char)*p <= ' ' || *p == 0x7f)
            return false;
    return true;
}

void page_path(struct page *page, const char *path)
{
    page_attribute(page, is_own_path(path) ? path : "/");
}

void page_named(struct page *page, const char *beginning, const char *text)
{
    if (text == NULL)
        return;
    text_add(&page->text, beginning);
    page_attribute(page, text);
    text_add_char(&page->text, '"');
}

void page_flag(struct page *page, bool is_on, const char *attribute)
{
    if (is_on)
        text_add(&page->text, attribute);
}

bool page_piece(struct page *page, const struct page_piece *piece)
{
    text_add_bytes(&page->text, piece->words, piece->length);
    return piece->hole > 0;
}

const char *page_iso_day(const struct page *page, day on)
{
    return on == DAY_NONE ? "" : day_iso(page->text.arena, on);
}

const char *page_iso_instant(const struct page *page, instant at)
{
    return at == INSTANT_NONE || at == INSTANT_NEVER ? "" : instant_iso(page->text.arena, at);
}
