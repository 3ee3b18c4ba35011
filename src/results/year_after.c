/* SPDX-License-Identifier: MIT
 * year_after.c: what citizens had twelve months after they began, by the quarter they began in. Pure. */
#include "base/text.h"
#include "results/results.h"

enum { MONTHS_OF_QUARTER = 3, MONTHS_OF_YEAR = 12, HOURS_BORDER = 1850 };

static day quarter_of(day on)
{
    struct date date = date_of(on);

    return day_of(date.year, date.month - (date.month - 1) % MONTHS_OF_QUARTER, 1);
}

/* Is something of the kind that begins with one event and ends with another running on the day? */
static bool is_running(const struct view *view, enum event_kind begins, enum event_kind ends, day on)
{
    for (size_t i = 0; i < view->count; i++) {
        const struct event *begin = &view->events[i];
        bool is_open = begin->kind == begins && day_of_instant(begin->at) <= on;
        for (size_t k = i + 1; k < view->count && is_open; k++) {
            const struct event *end = &view->events[k];
            is_open = end->kind != ends || end->subject.id != begin->subject.id || day_of_instant(end->at) > on;
        }
        if (is_open)
            return true;
    }
    return false;
}

enum year_part year_part_on(const struct view *view, day on)
{
    struct datum outcome = view_fact(view, code_of("outcome"), on, NULL);
    int64_t paid = paid_hours_on(view, on);
    bool is_study = text_is(outcome.code.text, "education_ordinary") || text_is(outcome.code.text, "education_vocational");

    if (paid >= HOURS_BORDER || is_study)
        return YEAR_OVER;
    if (paid > 0)
        return YEAR_UNDER;
    bool is_active = is_running(view, EVENT_PLACEMENT_STARTED, EVENT_PLACEMENT_ENDED, on) ||
                     is_running(view, EVENT_ACTIVITY_STARTED, EVENT_ACTIVITY_ENDED, on);
    return is_active ? YEAR_PLACEMENT : YEAR_NOT_YET;
}

struct year_after year_begin(day last)
{
    struct year_after year = { 0 };
    day newest = quarter_of(day_add_months(last + 1, -MONTHS_OF_YEAR)); /* Begins after those that are complete. */

    for (int i = 0; i < YEAR_QUARTERS; i++)
        year.rows[i].quarter = day_add_months(newest, (i - YEAR_QUARTERS) * MONTHS_OF_QUARTER);
    return year;
}

void year_see(struct year_after *year, const struct view *view)
{
    struct measured_enrolment enrolment;

    if (!measured_enrolment_first(view, "", &enrolment))
        return;
    day began = day_of_instant(enrolment.started);
    for (int i = 0; i < YEAR_QUARTERS; i++) {
        struct year_row *row = &year->rows[i];
        if (quarter_of(began) != row->quarter)
            continue;
        enum year_part part = year_part_on(view, day_add_months(began, MONTHS_OF_YEAR));
        row->counts[part]++;
        row->all++;
        year->all.counts[part]++;
        year->all.all++;
    }
}
