/* SPDX-License-Identifier: MIT
 * rules.c: dates of meetings. Examples are in rules.cases. */
#include "meeting/rules.h"

#include "law/workday.h"

enum { SLOT_SECONDS = 10 * 60 };

day coordination_next(day on)
{
    struct date date = date_of(on);
    day first = day_nth_weekday(date.year, date.month, 1, TUESDAY);

    if (first >= on)
        return first;
    date = date_of(day_add_months(day_of(date.year, date.month, 1), 1));
    return day_nth_weekday(date.year, date.month, 1, TUESDAY);
}

void coordination_days(day from, day *days, int count)
{
    for (int i = 0; i < count; i++) {
        days[i] = coordination_next(from);
        from = days[i] + 1;
    }
}

instant meeting_propose_next(instant held_at, int days)
{
    struct local_time local = local_of(held_at);

    return instant_of(workday_previous(NULL, local.on + days), local.hour, local.minute, 0);
}

instant coordination_slot(instant meets_at, int nth)
{
    return meets_at + (instant)nth * SLOT_SECONDS;
}
