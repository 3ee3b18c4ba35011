/* SPDX-License-Identifier: MIT
 * error_page.c: what somebody sees when a page cannot be shown. */
#include "web/error_page.h"

#include "web/asset.h"
#include "web/page.h"

static const struct {
    int status;
    const char *title, *words;
} kinds[ERROR_PAGE_KIND_COUNT] = {
    [ERROR_PAGE_BAD_REQUEST] = { 400, SAY("Anmodningen kan ikke læses"),
        SAY("Adressen eller formularen er ikke, som den skal være. Gå tilbage, og prøv igen.") },
    [ERROR_PAGE_FORBIDDEN] = { 403, SAY("Formularen er ikke gyldig længere"),
        SAY("Den er for gammel, eller den kommer fra et andet sted. Gå tilbage, genindlæs siden, og prøv igen. "
        "Det, du har skrevet, er ikke gemt.") },
    [ERROR_PAGE_NOT_FOUND] = { 404, SAY("Siden findes ikke"),
        SAY("Enten findes siden ikke, eller også har du ikke adgang til den.") },
    [ERROR_PAGE_CONFLICT] = { 409, SAY("Nogen har ændret det samme imens"),
        SAY("Intet er gemt. Gå tilbage, genindlæs siden, og se, hvad der er ændret.") },
    [ERROR_PAGE_MEDIA_TYPE] = { 415, SAY("Indholdet kan ikke modtages"),
        SAY("Siden tager kun imod formularer.") },
    [ERROR_PAGE_BROKEN] = { 500, SAY("Noget gik galt hos os"),
        SAY("Intet er gemt. Prøv igen om lidt. Bliver det ved, så giv fejlnummeret videre.") },
};

static void add(struct page *page, const char *danish)
{
    page_text(page, say(page->language, danish));
}

static void add_markup(struct page *page, const char *markup)
{
    text_add(&page->text, markup);
}

static void add_link(struct page *page, const char *path, const char *danish)
{
    add_markup(page, "<p><a href=\"");
    page_path(page, path);
    add_markup(page, "\">");
    add(page, danish);
    add_markup(page, "</a></p>");
}

static struct reply make(struct request *r, enum error_page_kind kind, const char *detail, const char *way_in)
{
    struct page page = { .request = r, .text = text_new(r->arena), .language = r->language };

    add_markup(&page, "<!doctype html>\n<html lang=\"");
    page_attribute(&page, language_codes[r->language]);
    add_markup(&page, "\"><head><meta charset=\"utf-8\">"
                      "<meta name=\"viewport\" content=\"width=device-width\"><title>");
    add(&page, kinds[kind].title);
    add_markup(&page, "</title><link rel=\"stylesheet\" href=\"");
    page_attribute(&page, asset_path("error.css"));
    add_markup(&page, "\"></head><body class=\"error\"><main><h1>");
    add(&page, kinds[kind].title);
    add_markup(&page, "</h1><p>");
    add(&page, kinds[kind].words);
    add_markup(&page, "</p>");
    if (detail != NULL) {
        add_markup(&page, "<p>");
        page_text(&page, detail);
        add_markup(&page, "</p>");
    }
    if (way_in != NULL)
        add_link(&page, way_in, SAY("Brug for sagen i dit arbejde? Åbn den med en grund"));
    add_link(&page, "/", SAY("Til forsiden"));
    add_markup(&page, "</main></body></html>\n");
    return (struct reply){ .status = kinds[kind].status, .body = text_done(&page.text),
                           .length = page.text.length };
}

struct reply error_page(struct request *r, enum error_page_kind kind, const char *detail)
{
    return make(r, kind, detail, NULL);
}

struct reply error_page_not_yours(struct request *r, const char *way_in)
{
    return make(r, ERROR_PAGE_NOT_FOUND, NULL, way_in);
}
