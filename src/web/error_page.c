/* SPDX-License-Identifier: MIT
 * error_page.c: what somebody sees when a page cannot be shown. */
#include "web/error_page.h"

#include <string.h>

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

/* What a kind of page may have beside its words; each may be NULL. */
struct extra {
    const char *detail, *way_in;
    const struct percent_pairs *typed;
};

static struct reply make(struct request *r, enum error_page_kind kind, struct extra extra)
{
    struct page page = { .request = r, .text = text_new(r->arena), .language = r->language };
    struct error_view view = {
        .title = say(r->language, kinds[kind].title),
        .words = say(r->language, kinds[kind].words),
        .detail = extra.detail,
        .way_in = extra.way_in,
        .again_path = r->target,
    };

    if (extra.typed != NULL && !has_password(extra.typed))
        view.typed = *extra.typed;
    failed(&page, &view);
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
