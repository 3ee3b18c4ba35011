/* SPDX-License-Identifier: MIT
 * login.c: the pages of logging in and out. What a right password is stands in staff.c. */
#include "staff/login.h"

#include "staff_login_page.h"
#include "web/session.h"

enum { LOGIN_LENGTH_MAX = 200 };

static struct reply show(struct request *r, const struct login_view *view)
{
    struct page page = page_new(r);

    login_page(&page, view);
    return view->problem == NULL ? reply_page(&page.text) : reply_form_again(&page.text);
}

struct reply login_get(struct request *r)
{
    struct login_view view = { .form = form_read(r) };

    return r->session != NULL ? reply_see_other(r, "/") : show(r, &view);
}

static const char *problem_of(struct request *r, const struct login_verdict *verdict, bool has_code)
{
    switch (verdict->why) {
    case LOGIN_LOCKED:
        return say_with(r->arena, r->language, "For mange forsøg. Prøv igen kl. {1}.",
                        say_time(r->arena, r->language, verdict->until + 59), NULL);
    case LOGIN_CODE:
        return has_code ? say(r->language, "Koden passer ikke. Vent på den næste i appen.")
                        : say(r->language, "Skriv koden fra din app.");
    case LOGIN_FINE:
    case LOGIN_WRONG:
    case LOGIN_WHY_COUNT:
        break;
    }
    return say(r->language, "Brugernavn eller adgangskode passer ikke.");
}

/* A path of ours to go on to, the front page for anything else. */
static const char *way_on(struct form *form)
{
    const char *path = form_value(form, "efter");

    return path[0] == '/' && path[1] != '/' && path[1] != '\\' ? path : "/";
}

struct reply login_post(struct request *r)
{
    struct login_view view = { .form = form_read(r) };
    const char *login = form_text(&view.form, "brugernavn", FORM_REQUIRED, LOGIN_LENGTH_MAX);
    const char *password = form_text(&view.form, "adgangskode", FORM_REQUIRED, LOGIN_LENGTH_MAX);
    const char *code = form_text(&view.form, "kode", FORM_OPTIONAL, LOGIN_LENGTH_MAX);
    struct login_verdict verdict = staff_log_in(r->db, login, password, code);

    if (verdict.why != LOGIN_FINE) {
        view.problem = problem_of(r, &verdict, *code != 0);
        view.is_code_wanted = verdict.why == LOGIN_CODE;
        return show(r, &view);
    }
    struct reply reply = reply_see_other(r, "%s", way_on(&view.form));
    reply.cookie = session_begin(r, verdict.actor);
    return reply;
}

struct reply logout_post(struct request *r)
{
    struct reply reply = reply_see_other(r, "/log-ind");

    reply.cookie = session_end(r);
    return reply;
}
