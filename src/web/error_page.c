/* SPDX-License-Identifier: MIT
 * error_page.c: what somebody sees when a page cannot be shown. */
#include "web/error_page.h"

#include <string.h>

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

bool error_page_is_secret(const char *name)
{
    return strstr(name, "adgangskode") != NULL;
}

static bool has_password(const struct percent_pairs *typed)
{
    for (size_t i = 0; i < typed->count; i++)
        if (error_page_is_secret(typed->at[i].name) && typed->at[i].value[0] != 0)
            return true;
    return false;
}

/* The same post again, at a press. */
static void add_again(struct page *page, const struct percent_pairs *typed)
{
    if (typed->count == 0 || has_password(typed))
        return;
    add_markup(page, "<form method=\"post\" action=\"");
    page_path(page, page->request->target);
    add_markup(page, "\">");
    for (size_t i = 0; i < typed->count; i++) {
        add_markup(page, "<input type=\"hidden\" name=\"");
        page_attribute(page, typed->at[i].name);
        add_markup(page, "\" value=\"");
        page_attribute(page, typed->at[i].value);
        add_markup(page, "\">");
    }
    add_markup(page, "<p><button type=\"submit\">");
    add(page, SAY("Send det samme igen"));
    add_markup(page, "</button></p></form>");
}

/* What a kind of page may have beside its words; each may be NULL. */
struct extra {
    const char *detail, *way_in;
    const struct percent_pairs *typed;
};

static struct reply make(struct request *r, enum error_page_kind kind, struct extra extra)
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
    if (extra.detail != NULL) {
        add_markup(&page, "<p>");
        page_text(&page, extra.detail);
        add_markup(&page, "</p>");
    }
    if (extra.typed != NULL)
        add_again(&page, extra.typed);
    if (extra.way_in != NULL)
        add_link(&page, extra.way_in, SAY("Brug for sagen i dit arbejde? Åbn den med en grund"));
    add_link(&page, "/", SAY("Til forsiden"));
    add_markup(&page, "</main></body></html>\n");
    return (struct reply){ .status = kinds[kind].status, .body = text_done(&page.text),
                           .length = page.text.length };
}

struct reply error_page(struct request *r, enum error_page_kind kind, const char *detail)
{
    return make(r, kind, (struct extra){ .detail = detail });
}

struct reply error_page_not_yours(struct request *r, const char *way_in)
{
    return make(r, ERROR_PAGE_NOT_FOUND, (struct extra){ .way_in = way_in });
}

struct reply error_page_broken(struct request *r, int64_t number, const struct percent_pairs *typed)
{
    const char *digits = arena_format(r->arena, "%lld", (long long)number);

    return make(r, ERROR_PAGE_BROKEN, (struct extra){
        .detail = say_with(r->arena, r->language, "Fejlnummer {1}.", digits, NULL), .typed = typed });
}
