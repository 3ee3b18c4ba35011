/* SPDX-License-Identifier: MIT
 * here.c: a new placement from a company's page: who of those in reach without one begins here. Names in order, nobody
 * before another. */
#include "base/text.h"
#include "employer/agreement.h"
#include "placement/pages.h"
#include "placement_here_page.h"

enum { PEOPLE_SHOWN = 50 };

struct reply placement_here_get(struct request *r)
{
    struct here_view view = { .form = form_read(r), .is_unit = text_is(request_query(r, "vis"), "enhed") };

    if (!company_load(r->db, (struct company_id){ request_id(r, "company") }, &view.company))
        return reply_not_found(r);
    view.free_count = view.company.place_count > view.company.taken_count ? view.company.place_count - view.company.taken_count : 0;
    view.full = employer_full_words(r, view.company.id);
    /* Folded text has only letters, digits and single spaces, so nothing to escape. */
    const char *pattern = arena_format(r->arena, "%%%s%%", text_fold(r->arena, form_value(&view.form, "navn")));
    view.people = placement_people_free(r->db, pattern, !view.is_unit, (struct staff_id){ r->actor.id },
                                        request_may(r, MAY_CASE_ALL), PEOPLE_SHOWN + 1);
    view.has_more = view.people.count > PEOPLE_SHOWN;
    if (view.has_more)
        view.people.count = PEOPLE_SHOWN;
    struct page page = page_new(r);
    placement_here_page(&page, &view);
    return reply_page(&page.text);
}
