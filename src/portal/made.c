/* SPDX-License-Identifier: MIT
 * made.c: links of one placement, for staff: send an evaluation, or the employer's page about this one only. */
#include "base/text.h"
#include "placement/pages.h"
#include "portal/pages.h"
#include "portal_made_page.h"

enum { LINKS_READ = 200, LAST_DAY_MAX = 366 };

/* What can be sent: a purpose and, for an evaluation, its stage as the link's subject. */
static const struct {
    struct choice choice;
    enum link_purpose purpose;
    int64_t subject;
} sendings[] = {
    { { "midway", SAY("Vurdering undervejs") }, LINK_EVALUATION, EVALUATION_MIDWAY + 1 },
    { { "final", SAY("Vurdering til sidst") }, LINK_EVALUATION, EVALUATION_FINAL + 1 },
    { { "employer", SAY("Virksomhedens side, kun om denne") }, LINK_EMPLOYER, 0 },
};
enum { SENDING_COUNT = sizeof sendings / sizeof *sendings };

static struct choices purposes(struct request *r)
{
    struct choice *choices = arena_array(r->arena, SENDING_COUNT, sizeof *choices);

    for (size_t i = 0; i < SENDING_COUNT; i++)
        choices[i] = sendings[i].choice;
    return (struct choices){ choices, SENDING_COUNT };
}

static struct choices whom(struct request *r, struct company_id company)
{
    struct company_contact_row_list rows = company_contacts(r->db, company);
    struct choice *choices = arena_array(r->arena, rows.count, sizeof *choices);

    for (size_t i = 0; i < rows.count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)rows.at[i].id.n), rows.at[i].name };
    return (struct choices){ choices, rows.count };
}

static void load_links(struct request *r, struct made_view *view)
{
    struct link_row_list all = link_of_company(r->db, view->placement.company, LINKS_READ);

    view->links.at = arena_array(r->arena, all.count, sizeof *view->links.at);
    view->links.count = 0;
    for (size_t i = 0; i < all.count; i++)
        if (all.at[i].placement.n == view->placement.id.n)
            view->links.at[view->links.count++] = all.at[i];
}

static struct form fresh_form(struct request *r, const struct made_view *view)
{
    struct form form = form_new(r);

    form_set(&form, "hvad", sendings[0].choice.code);
    form_set_day(&form, "til", r->today + link_days[LINK_EVALUATION]);
    if (view->placement.contact.n != 0)
        form_set_int(&form, "til_hvem", view->placement.contact.n);
    return form;
}

static bool view_load(struct request *r, struct made_view *view)
{
    if (!placement_of_request(r, &view->placement, &view->citizen))
        return false;
    view->purposes = purposes(r);
    view->whom = whom(r, view->placement.company);
    load_links(r, view);
    return true;
}

static struct reply show(struct request *r, const struct made_view *view)
{
    struct page page = page_new(r);

    made_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply made_get(struct request *r)
{
    struct made_view view = { 0 };

    if (!view_load(r, &view))
        return reply_not_found(r);
    view.form = fresh_form(r, &view);
    return show(r, &view);
}

static struct company_contact_id contact_of(const struct form *form, struct choices whom)
{
    struct company_contact_id contact = { 0 };

    for (size_t i = 0; i < whom.count; i++)
        if (form_has(form, "til_hvem", whom.at[i].code))
            text_to_int(whom.at[i].code, &contact.n);
    return contact;
}

/* The secret is on this answer only, so it is no redirect (src/link/pages.c). */
struct reply made_post(struct request *r)
{
    struct made_view view = { 0 };
    const char *codes[SENDING_COUNT + 1] = { 0 };

    if (!view_load(r, &view))
        return reply_not_found(r);
    for (size_t i = 0; i < SENDING_COUNT; i++)
        codes[i] = sendings[i].choice.code;
    view.form = form_read(r);
    int what = form_choice(&view.form, "hvad", FORM_REQUIRED, codes);
    day last = form_day(&view.form, "til", FORM_REQUIRED);
    if (view.form.error_count == 0 && (last < r->today || last > r->today + LAST_DAY_MAX))
        form_error(&view.form, "til", say(r->language, "Vælg en dag fra i dag og højst et år frem."));
    if (view.form.error_count > 0)
        return show(r, &view);
    struct link_made made = link_make(r->db, &(struct link_wish){
        .purpose = sendings[what].purpose, .subject = sendings[what].subject, .company = view.placement.company,
        .placement = view.placement.id, .contact = contact_of(&view.form, view.whom), .last_day = last,
    });
    view.made = made.path;
    view.address = request_address(r, made.path);
    load_links(r, &view);
    view.form = fresh_form(r, &view);
    return show(r, &view);
}

struct reply made_withdraw_post(struct request *r)
{
    struct made_view view = { 0 };
    struct link_id link = { request_id(r, "link") };
    bool is_its_own = false;

    if (!view_load(r, &view))
        return reply_not_found(r);
    for (size_t i = 0; i < view.links.count; i++)
        is_its_own |= view.links.at[i].id.n == link.n;
    if (!is_its_own || !link_withdraw(r->db, link, view.placement.company))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Linket er trukket tilbage. Det åbner ikke mere."), NULL);
    return reply_see_other(r, "/praktik/%lld/links", (long long)view.placement.id.n);
}
