/* SPDX-License-Identifier: MIT
 * list.c: the list of boards, those that run first. */
#include "base/text.h"
#include "pipeline/pages.h"
#include "pipeline_list_page.h"

static int64_t page_number(struct request *r, int64_t page_count)
{
    int64_t page = 1;

    if (!text_to_int(request_query(r, "side"), &page) || page < 1)
        page = 1;
    return page > page_count ? page_count : page;
}

struct reply pipeline_list_get(struct request *r)
{
    struct pipeline_list_view view = { .form = form_read(r), .may_write = request_may(r, MAY_PLACEMENT_WRITE) };
    const char *pattern = arena_format(r->arena, "%%%s%%", text_fold(r->arena, form_value(&view.form, "navn")));

    view.total = pipeline_listed_count(r->db, pattern);
    view.page_count = view.total == 0 ? 1 : (view.total + BOARDS_A_PAGE - 1) / BOARDS_A_PAGE;
    view.page = page_number(r, view.page_count);
    view.boards = pipeline_listed_all(r->db, pattern, r->today, BOARDS_A_PAGE, (view.page - 1) * BOARDS_A_PAGE);

    struct page page = page_new(r);
    pipeline_list(&page, &view);
    return reply_page(&page.text);
}
