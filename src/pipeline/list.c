/* SPDX-License-Identifier: MIT
 * list.c: the list of boards, those that run first. */
#include "base/text.h"
#include "pipeline/pages.h"
#include "pipeline_list_page.h"

struct reply pipeline_list_get(struct request *r)
{
    struct pipeline_list_view view = { .form = form_read(r), .may_write = request_may(r, MAY_PLACEMENT_WRITE) };
    const char *pattern = arena_format(r->arena, "%%%s%%", text_fold(r->arena, form_value(&view.form, "navn")));

    view.place = place_in_list(r, "/tavler", pipeline_listed_count(r->db, pattern), BOARDS_A_PAGE);
    view.boards = pipeline_listed_all(r->db, pattern, r->today, view.place.rows_a_page, view.place.skip);

    struct page page = page_new(r);
    pipeline_list(&page, &view);
    return reply_page(&page.text);
}
