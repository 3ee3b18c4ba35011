/* SPDX-License-Identifier: MIT
 * function_list.c: the municipality's own list of job functions, and who trains one of them now: an opening
 * in a company is set beside those who are learning that very task (S75). A list of people in their own
 * order of dates; nobody is ranked. */
#include <string.h>

#include "base/text.h"
#include "placement/functions.h"
#include "placement/pages.h"
#include "placement_functions_page.h"

enum { WORDS_MAX = 80, PEOPLE_MOST = 100 };

static struct reply show(struct request *r, struct form form)
{
    struct page page = page_new(r);
    struct function_list_view view = {
        .functions = job_function_all(r->db),
        .form = form,
        .may_write = request_may(r, MAY_PLACEMENT_WRITE),
    };

    function_list(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply function_list_get(struct request *r)
{
    return show(r, form_new(r));
}

struct reply function_list_post(struct request *r)
{
    struct form form = form_read(r);
    const char *words = text_trim(r->arena, form_text(&form, "ord", FORM_REQUIRED, WORDS_MAX));
    const char *folded = text_fold(r->arena, words);

    if (form.error_count == 0 && (*folded == 0 || strchr(words, ',') != NULL))
        form_error(&form, "ord", say(r->language, "Skriv én opgave uden komma."));
    if (form.error_count > 0)
        return show(r, form);
    job_function_put(r->db, words, folded);
    request_tell(r, say(r->language, "Opgaven står på listen."), NULL);
    return reply_see_other(r, "/arbejdsfunktioner");
}

static struct reply retire(struct request *r, int64_t is_retired)
{
    struct job_function_id id = { request_id(r, "job_function") };

    if (job_function_retire(r->db, is_retired, id) == 0)
        return reply_not_found(r);
    request_tell(r, is_retired ? say(r->language, "Opgaven foreslås ikke mere.") : say(r->language, "Det er fortrudt."),
                 is_retired ? arena_format(r->arena, "/arbejdsfunktioner/%lld/frem", (long long)id.n) : NULL);
    return reply_see_other(r, "/arbejdsfunktioner");
}

struct reply function_retire_post(struct request *r)
{
    return retire(r, 1);
}

struct reply function_back_post(struct request *r)
{
    return retire(r, 0);
}

struct reply function_people_get(struct request *r)
{
    struct function_people_view view = { 0 };
    struct page page = page_new(r);

    if (!job_function_load(r->db, (struct job_function_id){ request_id(r, "job_function") }, &view.function))
        return reply_not_found(r);
    view.people = placement_who_trains(r->db, view.function.search_words, request_may(r, MAY_CASE_ALL),
                                       (struct staff_id){ r->actor.id }, PEOPLE_MOST);
    function_people(&page, &view);
    return reply_page(&page.text);
}
