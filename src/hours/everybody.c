/* SPDX-License-Identifier: MIT
 * everybody.c: the list of those with nothing, so that nobody is forgotten (S71: "Alle skal være i gang"). The obligation
 * itself is a scheme's rule. */
#include "employer/pages.h"
#include "hours/pages.h"
#include "hours_everybody_page.h"

enum { LIST_MOST = 500, SOON_DAYS = 7, WEEKS_DEFAULT = 4, WEEKS_MOST = 26 };

struct reply everybody_get(struct request *r)
{
    struct everybody_view view = { .form = form_read(r), .weeks = WEEKS_DEFAULT };
    struct page page = page_new(r);
    bool is_all = request_may(r, MAY_CASE_ALL);
    struct staff_id actor = { r->actor.id };
    int64_t weeks = form_int(&view.form, "uger", FORM_OPTIONAL, 1, WEEKS_MOST);

    if (view.form.error_count == 0 && weeks > 0)
        view.weeks = (int)weeks;
    form_set_int(&view.form, "uger", view.weeks);
    view.idle = hours_idle(r->db, r->today, r->today + SOON_DAYS, is_all, actor, LIST_MOST);
    view.ending = hours_ending(r->db, r->today, r->today + view.weeks * WEEK_DAYS, is_all, actor, LIST_MOST);
    for (size_t i = 0; i < view.idle.count; i++) {
        const struct hours_idle_row *row = &view.idle.at[i];
        view.in_break += row->is_in_break;
        view.soon += !row->is_in_break && row->next_day != DAY_NONE;
        view.without += !row->is_in_break && row->next_day == DAY_NONE;
    }
    everybody_page(&page, &view);
    return reply_page(&page.text);
}
