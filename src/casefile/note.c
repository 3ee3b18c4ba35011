/* SPDX-License-Identifier: MIT
 * note.c: the pages of notes and wins. */
#include "casefile/pages.h"

#include "base/text.h"
#include "casefile_case_page.h"

enum { WORDS_MAX = 4000 };

bool case_open(struct request *r, const char *what, struct case_view *view)
{
    *view = (struct case_view){ .form = r->method == POST ? form_read(r) : form_new(r) };
    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "borger") }, &view->citizen))
        return false;
    view->name = citizen_name(r->arena, view->citizen.first_name, view->citizen.last_name);
    view->path = arena_format(r->arena, "/borger/%lld/%s", (long long)view->citizen.id.n, what);
    return true;
}

const char *case_choice_label(const struct choices *choices, const char *code)
{
    for (size_t i = 0; i < choices->count; i++)
        if (text_is(choices->at[i].code, code))
            return choices->at[i].label;
    return NULL;
}

struct reply case_back(struct request *r, const struct case_view *view)
{
    return reply_see_other(r, "/borger/%lld", (long long)view->citizen.id.n);
}

static struct reply note_show(struct request *r, const struct case_view *view)
{
    struct page page = page_new(r);
    bool may_health = request_may(r, MAY_HEALTH_WRITE);

    note_page(&page, view, may_health);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply note_get(struct request *r)
{
    struct case_view view;

    return case_open(r, "notat", &view) ? note_show(r, &view) : reply_not_found(r);
}

struct reply note_post(struct request *r)
{
    struct case_view view;

    if (!case_open(r, "notat", &view))
        return reply_not_found(r);
    const char *words = form_text(&view.form, "ord", FORM_REQUIRED, WORDS_MAX);
    bool may_health = request_may(r, MAY_HEALTH_WRITE);
    if (view.form.error_count > 0)
        return note_show(r, &view);
    casefile_add_note(r->db, view.citizen.id, words, may_health && form_flag(&view.form, "helbred"));
    request_tell(r, say(r->language, "Notatet er gemt."), NULL);
    return case_back(r, &view);
}

static struct reply win_show(struct request *r, const struct case_view *view)
{
    struct page page = page_new(r);

    win_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply win_get(struct request *r)
{
    struct case_view view;

    return case_open(r, "sejr", &view) ? win_show(r, &view) : reply_not_found(r);
}

struct reply win_post(struct request *r)
{
    struct case_view view;

    if (!case_open(r, "sejr", &view))
        return reply_not_found(r);
    const char *words = form_text(&view.form, "ord", FORM_REQUIRED, WORDS_MAX);
    if (view.form.error_count > 0)
        return win_show(r, &view);
    struct win_id win = casefile_add_win(r->db, view.citizen.id, words, form_flag(&view.form, "egne"));
    request_tell(r, say(r->language, "Sejren er skrevet."),
                 arena_format(r->arena, "/borger/%lld/sejr/%lld/fortryd", (long long)view.citizen.id.n,
                              (long long)win.n));
    return case_back(r, &view);
}

struct reply win_undo_post(struct request *r)
{
    struct case_view view;

    if (!case_open(r, "sejr", &view) || !casefile_undo_win(r->db, view.citizen.id, (struct win_id){ request_id(r, "sejr") }))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Sejren er taget tilbage."), NULL);
    return case_back(r, &view);
}
