/* SPDX-License-Identifier: MIT
 * unknown.c: all of whom nobody has written whether a Danish test is passed, so that the target group can be told (S56). */
#include "hours/pages.h"
#include "hours_unknown_page.h"

enum { LIST_A_PAGE = 50 };

struct reply danish_unknown_get(struct request *r)
{
    struct staff_id actor = { r->actor.id };
    bool is_all = request_may(r, MAY_CASE_ALL);
    struct danish_unknown_view view = {
        .place = place_in_list(r, "/dansk-ikke-kendt", hours_danish_unknown_count(r->db, is_all, actor), LIST_A_PAGE),
    };
    struct page page = page_new(r);

    view.rows = hours_danish_unknown(r->db, is_all, actor, view.place.rows_a_page, view.place.skip);
    danish_unknown_page(&page, &view);
    return reply_page(&page.text);
}
