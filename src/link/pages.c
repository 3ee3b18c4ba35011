/* SPDX-License-Identifier: MIT
 * pages.c: a company's links: made, shown once, withdrawn. */
#include "link/pages.h"

#include "base/text.h"
#include "link_link_page.h"

enum { LINKS_SHOWN = 50, LAST_DAY_MAX = 366 };

const char *links_state(const struct link_row *link, instant now)
{
    return link_state_codes[link_state_of(link, now)];
}

static struct choices whom(struct request *r, const struct company_contact_row_list *contacts)
{
    struct choice *choices = arena_array(r->arena, contacts->count, sizeof *choices);

    for (size_t i = 0; i < contacts->count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)contacts->at[i].id.n), contacts->at[i].name };
    return (struct choices){ choices, contacts->count };
}

static bool view_load(struct request *r, struct links_view *view)
{
    struct company_id company = { request_id(r, "company") };

    if (!company_load(r->db, company, &view->company))
        return false;
    view->links = link_of_company(r->db, company, LINKS_SHOWN);
    view->contacts = company_contacts(r->db, company);
    view->whom = whom(r, &view->contacts);
    return true;
}

static struct reply show(struct request *r, const struct links_view *view, bool is_again)
{
    struct page page = page_new(r);

    links_page(&page, view);
    return is_again ? reply_form_again(&page.text) : reply_page(&page.text);
}

static struct reply links_get(struct request *r)
{
    struct links_view view = { .form = form_new(r) };

    form_set_day(&view.form, "til", r->today + link_days[LINK_EMPLOYER]);
    return view_load(r, &view) ? show(r, &view, false) : reply_not_found(r);
}

/* One of the company's own contacts, or none. */
static struct company_contact_id contact_of(const struct form *form, const struct links_view *view)
{
    for (size_t i = 0; i < view->whom.count; i++)
        if (form_has(form, "til_hvem", view->whom.at[i].code))
            return view->contacts.at[i].id;
    return (struct company_contact_id){ 0 };
}

/* The secret is on this answer only and stored nowhere, so it is no redirect: who presses twice has two links,
 * and the list to withdraw one. */
static struct reply links_post(struct request *r)
{
    struct links_view view = { .form = form_read(r) };
    day last = form_day(&view.form, "til", FORM_REQUIRED);

    if (!view_load(r, &view))
        return reply_not_found(r);
    if (view.form.error_count == 0 && (last < r->today || last > r->today + LAST_DAY_MAX))
        form_error(&view.form, "til", say(r->language, "Vælg en dag fra i dag og højst et år frem."));
    if (view.form.error_count > 0)
        return show(r, &view, true);
    struct link_made made = link_make(r->db, &(struct link_wish){
        .purpose = LINK_EMPLOYER, .company = view.company.id, .contact = contact_of(&view.form, &view), .last_day = last,
    });
    view.made = made.path;
    view.address = request_address(r, made.path);
    view.links = link_of_company(r->db, view.company.id, LINKS_SHOWN);
    view.form = form_new(r);
    form_set_day(&view.form, "til", r->today + link_days[LINK_EMPLOYER]);
    return show(r, &view, false);
}

static struct reply link_withdraw_post(struct request *r)
{
    struct company_id company = { request_id(r, "company") };

    if (!link_withdraw(r->db, (struct link_id){ request_id(r, "link") }, company))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Linket er trukket tilbage. Det åbner ikke mere."), NULL);
    return reply_see_other(r, "/virksomheder/%lld/links", (long long)company.n);
}

static const struct route routes[] = {
    { GET, "/virksomheder/{company}/links", MAY_COMPANY_WRITE, links_get },
    { POST, "/virksomheder/{company}/links", MAY_COMPANY_WRITE, links_post },
    { POST, "/virksomheder/{company}/links/{link}/traek", MAY_COMPANY_WRITE, link_withdraw_post },
    { 0 },
};

const struct feature link_feature = { .name = "link", .routes = routes };
