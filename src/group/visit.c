/* SPDX-License-Identifier: MIT
 * visit.c: a session in which the group visits a company (003:156). */
#include "base/text.h"
#include "group/private.h"
#include "group_show_page.h"

static struct choices company_choices(struct request *r)
{
    struct group_company_list rows = group_companies(r->db, COMPANIES_MAX);
    struct choice *choices = arena_array(r->arena, rows.count + 1, sizeof *choices);

    for (size_t i = 0; i < rows.count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)rows.at[i].id.n), rows.at[i].name };
    return (struct choices){ choices, rows.count };
}

static bool session_of_path(struct request *r, struct visit_view *view)
{
    if (!group_of_path(r, &view->group) ||
        !group_session_load(r->db, (struct group_session_id){ request_id(r, "gang") }, &view->session) ||
        view->session.course_group.n != view->group.id.n)
        return false;
    view->hours = hours_words(r, view->session.from_minute, view->session.to_minute);
    view->companies = company_choices(r);
    return true;
}

static struct reply visit_again(struct request *r, const struct visit_view *view)
{
    struct page page = page_new(r);

    group_visit_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply group_visit_get(struct request *r)
{
    struct visit_view view = { 0 };

    if (!session_of_path(r, &view))
        return reply_not_found(r);
    view.form = form_new(r);
    form_set(&view.form, "emne", view.session.company.n != 0 ? view.session.title : say(r->language, "Virksomhedsbesøg"));
    if (view.session.company.n != 0)
        form_set_int(&view.form, "virksomhed", view.session.company.n);
    return visit_again(r, &view);
}

struct reply group_visit_post(struct request *r)
{
    struct visit_view view = { .form = form_read(r) };
    struct company_id company = { form_int(&view.form, "virksomhed", FORM_REQUIRED, 1, INT64_MAX) };
    const char *title = form_text(&view.form, "emne", FORM_REQUIRED, 120);

    if (!session_of_path(r, &view))
        return reply_not_found(r);
    if (view.form.error_count > 0)
        return visit_again(r, &view);
    group_session_set_company(r->db, company, title, view.session.id);
    request_tell(r, say(r->language, "Besøget er gemt."), NULL);
    return reply_see_other(r, "/hold/%lld", (long long)view.group.id.n);
}
