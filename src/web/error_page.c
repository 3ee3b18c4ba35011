/* SPDX-License-Identifier: MIT
 * error_page.c: what somebody sees when a page cannot be shown. */
#include "web/error_page.h"

#include "web/page.h"
#include "web_failed_page.h"

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

static struct reply make(struct request *r, enum error_page_kind kind, const char *detail, const char *way_in)
{
    struct page page = { .request = r, .text = text_new(r->arena), .language = r->language };
    struct error_view view = {
        .title = say(r->language, kinds[kind].title),
        .words = say(r->language, kinds[kind].words),
        .detail = detail,
        .way_in = way_in,
    };

    failed(&page, &view);
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
