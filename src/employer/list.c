/* SPDX-License-Identifier: MIT
 * list.c: the list of companies, narrowed, sorted and in pages. */
#include "base/text.h"
#include "employer/pages.h"
#include "employer_list_page.h"

static const struct choice sorts[] = {
    { "navn", SAY("navn") },
    { "senest", SAY("længst siden I talte sammen") },
    { "pladser", SAY("flest ledige pladser") },
    { "konsulent", SAY("konsulent") },
};

/* The page asked for, from 1 to the last. */
static int64_t page_number(struct request *r, int64_t page_count)
{
    int64_t page = 1;

    if (!text_to_int(request_query(r, "side"), &page) || page < 1)
        page = 1;
    return page > page_count ? page_count : page;
}

struct reply company_list_get(struct request *r)
{
    struct company_list_view view = {
        .form = form_read(r),
        .states = glossary_some(r, "company_state", company_state_codes),
        .sorts = { sorts, sizeof sorts / sizeof *sorts },
        .in_demand = company_demand(r->db, r->today),
        .may_write = request_may(r, MAY_COMPANY_WRITE),
    };
    struct employer_filter filter = {
        .typed = form_value(&view.form, "navn"),
        .state = form_value(&view.form, "tilstand"),
        .consultant = { form_flag(&view.form, "mine") ? r->actor.id : 0 },
        .sort = form_value(&view.form, "sorter"),
    };

    view.total = employer_count(r->db, &filter);
    view.page_count = view.total == 0 ? 1 : (view.total + COMPANIES_A_PAGE - 1) / COMPANIES_A_PAGE;
    view.page = page_number(r, view.page_count);
    view.companies = employer_list(r->db, &filter, COMPANIES_A_PAGE, (view.page - 1) * COMPANIES_A_PAGE);

    struct page page = page_new(r);
    company_list(&page, &view);
    return reply_page(&page.text);
}
