/* SPDX-License-Identifier: MIT
 * new.c: a company calls: who, what, and since when. Three clicks from the company's page. */
#include "base/text.h"
#include "enquiry/pages.h"
#include "enquiry_new_page.h"

enum { WORDS_MAX = 4000 };

static const char *const typed_ways[] = { "phone", "mail", "meeting", NULL };

static const char *number_code(struct request *r, int64_t number)
{
    return arena_format(r->arena, "%lld", (long long)number);
}

static struct choices contacts_of(struct request *r, struct company_id company)
{
    struct company_contact_row_list rows = company_contacts(r->db, company);
    struct choice *choices = arena_array(r->arena, rows.count, sizeof *choices);

    for (size_t i = 0; i < rows.count; i++)
        choices[i] = (struct choice){ number_code(r, rows.at[i].id.n), rows.at[i].name };
    return (struct choices){ choices, rows.count };
}

static void add_people(struct request *r, struct enquiry_new_view *view)
{
    if (!request_may(r, MAY_PLACEMENT_READ) && !request_may(r, MAY_PLACEMENT_WRITE))
        return;
    struct enquiry_placement_list rows = enquiry_placements(r->db, view->company.id, request_may(r, MAY_CASE_ALL),
                                                            (struct staff_id){ r->actor.id });
    struct choice *choices = arena_array(r->arena, rows.count, sizeof *choices);

    for (size_t i = 0; i < rows.count; i++)
        choices[i] = (struct choice){ number_code(r, rows.at[i].placement.n),
                                      arena_format(r->arena, "%s %s", rows.at[i].first_name, rows.at[i].last_name) };
    view->placements = (struct choices){ choices, rows.count };
    view->people = rows.at;
}

static bool view_load(struct request *r, struct enquiry_new_view *view)
{
    if (!company_load(r->db, (struct company_id){ request_id(r, "company") }, &view->company))
        return false;
    view->kinds = glossary_some(r, "enquiry_kind", enquiry_kind_codes);
    view->ways = glossary_some(r, "enquiry_way", typed_ways);
    view->contacts = contacts_of(r, view->company.id);
    add_people(r, view);
    return true;
}

static struct reply show(struct request *r, const struct enquiry_new_view *view)
{
    struct page page = page_new(r);

    enquiry_new_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

/* From a placement's page (?praktik=7) it is a problem there; from the company's, most often a wish. */
struct reply enquiry_new_get(struct request *r)
{
    struct enquiry_new_view view = { .form = form_new(r) };
    const char *placement = request_query(r, "praktik");

    if (!view_load(r, &view))
        return reply_not_found(r);
    form_set(&view.form, "hvad", enquiry_kind_codes[*placement == 0 ? ENQUIRY_RECRUITMENT : ENQUIRY_PROBLEM]);
    form_set(&view.form, "hvordan", enquiry_way_codes[ENQUIRY_PHONE]);
    form_set(&view.form, "praktik", placement);
    form_set_instant(&view.form, "hvornaar", r->now);
    return show(r, &view);
}

/* The number chosen in a field, when it is one of the choices; -1 with a message when it is none of them. */
static int64_t chosen(struct form *form, const char *name, struct choices choices)
{
    const char *code = form_value(form, name);
    int64_t number = 0;

    if (*code == 0)
        return 0;
    for (size_t i = 0; i < choices.count; i++)
        if (text_is(choices.at[i].code, code) && text_to_int(code, &number))
            return number;
    form_error(form, name, say(form->request->language, "Vælg en af dem."));
    return -1;
}

static struct enquiry_wish wish_read(struct request *r, struct enquiry_new_view *view)
{
    struct form *form = &view->form;
    int kind = form_choice(form, "hvad", FORM_REQUIRED, enquiry_kind_codes);
    int way = form_choice(form, "hvordan", FORM_REQUIRED, typed_ways);
    struct enquiry_wish wish = {
        .company = view->company.id,
        .kind = kind < 0 ? ENQUIRY_RECRUITMENT : (enum enquiry_kind)kind,
        .way = way < 0 ? ENQUIRY_PHONE : (enum enquiry_way)way,
        .words = form_text(form, "ord", FORM_OPTIONAL, WORDS_MAX),
        .received_at = form_instant(form, "hvornaar", FORM_REQUIRED),
        .contact = { chosen(form, "hvem", view->contacts) },
        .placement = { chosen(form, "praktik", view->placements) },
    };

    for (size_t i = 0; i < view->placements.count; i++)
        if (view->people[i].placement.n == wish.placement.n)
            wish.citizen = view->people[i].citizen;
    if (form->error_count == 0 && wish.received_at > r->now)
        form_error(form, "hvornaar", say(r->language, "Det er ikke sket endnu."));
    return wish;
}

struct reply enquiry_new_post(struct request *r)
{
    struct enquiry_new_view view = { .form = form_read(r) };

    if (!view_load(r, &view))
        return reply_not_found(r);
    struct enquiry_wish wish = wish_read(r, &view);
    if (view.form.error_count > 0)
        return show(r, &view);
    struct enquiry_id enquiry = enquiry_receive(r->db, &wish);
    request_tell(r, say(r->language, "Henvendelsen er gemt."), NULL);
    return reply_see_other(r, "/henvendelser/%lld", (long long)enquiry.n);
}
