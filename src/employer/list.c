/* SPDX-License-Identifier: MIT
 * list.c: the list of companies, narrowed, sorted and in pages. */
#include "employer/pages.h"
#include "employer_list_page.h"

static const struct choice sorts[] = {
    { "navn", SAY("navn") },
    { "senest", SAY("længst siden I talte sammen") },
    { "pladser", SAY("flest ledige pladser") },
    { "konsulent", SAY("konsulent") },
};

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

    view.place = place_in_list(r, "/virksomheder", employer_count(r->db, &filter), COMPANIES_A_PAGE);
    view.companies = employer_list(r->db, &filter, view.place.rows_a_page, view.place.skip);

    struct page page = page_new(r);
    company_list(&page, &view);
    return reply_page(&page.text);
}
