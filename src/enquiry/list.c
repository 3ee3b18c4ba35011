/* SPDX-License-Identifier: MIT
 * list.c: the page Henvendelser: clocks by time left, what is closed, and the share answered in time by month. */
#include "base/text.h"
#include "engine/evaluate.h"
#include "enquiry/pages.h"
#include "enquiry_list_page.h"

enum { OPEN_SHOWN = 100, REPORTS_SHOWN = 50, CLOSED_A_PAGE = 25, MONTHS_BACK = 12, MONTHS_FIRST = 3 };

static struct enquiry_lines lines_of(struct request *r, struct enquiry_listed_list rows)
{
    struct enquiry_lines lines = { arena_array(r->arena, rows.count, sizeof *lines.at), rows.count };

    for (size_t i = 0; i < rows.count; i++) {
        lines.at[i] = (struct enquiry_line){ .row = &rows.at[i], .has_clock = rows.at[i].due_at != INSTANT_NONE };
        if (lines.at[i].has_clock)
            lines.at[i].left = say_left(r->arena, r->language, rows.at[i].due_at, 1, r->now);
    }
    return lines;
}

static day month_of(instant at)
{
    struct date date = date_of(day_of_instant(at));

    return day_of(date.year, date.month, 1);
}

static void count_clocks(struct enquiry_month *month, const struct enquiry_clock *clock)
{
    bool is_open = clock->state == OBLIGATION_OPEN;

    month->count += clock->how_many;
    if (clock->state == OBLIGATION_MET)
        month->in_time += clock->how_many;
    else if (clock->state == OBLIGATION_LATE || clock->state == OBLIGATION_MISSED || (is_open && clock->is_over))
        month->late += clock->how_many;
    else
        month->running += clock->how_many;
}

/* Months newest first. Those in time over those that are settled or over time: who still has time counts not yet. */
static struct enquiry_months months_of(struct request *r, int count)
{
    day first = day_add_months(month_of(r->now), 1 - count);
    struct enquiry_clock_list clocks = enquiry_clocks(r->db, r->now, SUBJECT_REQUEST, day_begin(first));
    struct enquiry_months months = { arena_array(r->arena, MONTHS_BACK, sizeof *months.at), 0 };

    for (size_t i = 0; i < clocks.count; i++) {
        day on = month_of(clocks.at[i].began_at);
        if (months.count == 0 || months.at[months.count - 1].first != on)
            months.at[months.count++] = (struct enquiry_month){ .first = on, .share = "" };
        count_clocks(&months.at[months.count - 1], &clocks.at[i]);
    }
    for (size_t i = 0; i < months.count; i++) {
        int64_t settled = months.at[i].in_time + months.at[i].late;
        if (settled > 0)
            months.at[i].share = arena_format(r->arena, "%lld %%", (long long)((months.at[i].in_time * 200 + settled) / (2 * settled)));
    }
    return months;
}

struct reply enquiry_list_get(struct request *r)
{
    struct enquiry_list_view view = { .is_mine = text_is(request_query(r, "mine"), "1"), .page = 1 };
    struct staff_id wanted = { view.is_mine ? r->actor.id : 0 };
    struct page page = page_new(r);

    if (!text_to_int(request_query(r, "side"), &view.page) || view.page < 1)
        view.page = 1;
    view.lines = lines_of(r, enquiry_open(r->db, SUBJECT_REQUEST, (struct company_id){ 0 }, wanted, OPEN_SHOWN));
    view.is_cut = view.lines.count == OPEN_SHOWN;
    view.closed = enquiry_closed(r->db, CLOSED_A_PAGE + 1, (view.page - 1) * CLOSED_A_PAGE);
    view.has_more = view.closed.count > CLOSED_A_PAGE;
    view.closed.count -= view.has_more;
    view.is_year = text_is(request_query(r, "maaneder"), "12");
    view.months = months_of(r, view.is_year ? MONTHS_BACK : MONTHS_FIRST);
    if (request_may(r, MAY_PLACEMENT_READ) || request_may(r, MAY_PLACEMENT_WRITE))
        view.reports = placement_reports_waiting(r->db, request_may(r, MAY_CASE_ALL), (struct staff_id){ r->actor.id },
                                                 REPORTS_SHOWN);
    enquiry_list(&page, &view);
    return reply_page(&page.text);
}
