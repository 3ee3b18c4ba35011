/* SPDX-License-Identifier: MIT
 * calendar.c: the two years of a contract as months of weeks to tick. */
#include "base/list.h"
#include "igu/pages.h"
#include "placement/placement.h"
#include "web/say.h"

enum { WEEK = 7, YEARS_SHOWN = 2 };

static bool is_held(const struct igu_view *view, day monday)
{
    for (size_t i = 0; i < view->weeks.count; i++)
        if (view->weeks.at[i].monday_day == monday)
            return view->weeks.at[i].event != 0;
    return false;
}

static struct igu_slot slot_of(const struct igu_view *view, day monday)
{
    struct request *r = view->form.request;
    const char *code = day_iso(r->arena, monday);

    return (struct igu_slot){
        .code = code,
        .label = say_with(r->arena, r->language, "uge {1}", arena_format(r->arena, "%d", day_week(monday)), NULL),
        .monday = monday,
        .is_chosen = form_has(&view->form, "uge", code),
        .is_held = is_held(view, monday),
    };
}

struct igu_calendar igu_calendar_of(const struct igu_view *view)
{
    struct request *r = view->form.request;
    day from = view->placement.from_day;
    day to = view->placement.to_day == DAY_NONE ? day_add_months(from, YEARS_SHOWN * 12) - 1 : view->placement.to_day;
    LIST_OF(struct igu_month) months = { 0 };
    LIST_OF(struct igu_slot) slots = { 0 };
    int month = 0;

    for (day monday = igu_first_monday(from); igu_week_is_inside(from, to, monday); monday += WEEK) {
        struct date date = date_of(monday);
        if (date.month != month) {
            *LIST_ADD(r->arena, &months) = (struct igu_month){
                .label = arena_format(r->arena, "%s %d", say_month_long(r->language, date.month), date.year) };
            month = date.month;
            slots.at = NULL;
            slots.count = slots.room = 0;
        }
        *LIST_ADD(r->arena, &slots) = slot_of(view, monday);
        months.at[months.count - 1].at = slots.at;
        months.at[months.count - 1].count = slots.count;
    }
    return (struct igu_calendar){ months.at, months.count };
}
