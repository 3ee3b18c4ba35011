/* SPDX-License-Identifier: MIT
 * span.c: what a span gives from an anchor on. Dates are always counted from the anchor itself, so that
 * 31 January + 2 months is 31 March, whatever February has. */
#include "engine/span.h"

#include "base/check.h"

enum { HOUR = 3600 };

static day add_days(struct span span, day on, const struct workdays *workdays)
{
    switch (span.unit) {
    case SPAN_DAYS: return on + span.count;
    case SPAN_WEEKS: return on + 7 * span.count;
    case SPAN_MONTHS: return day_add_months(on, span.count);
    case SPAN_YEARS: return day_add_months(on, 12 * span.count);
    case SPAN_WORKING_DAYS: return workday_add(workdays, on, span.count);
    case SPAN_NONE:
    case SPAN_HOURS:
    case SPAN_WORKING_HOURS:
    case SPAN_ANY:
    case SPAN_UNIT_COUNT: break;
    }
    bool is_span_of_dates = false;
    check(is_span_of_dates);
    return on;
}

/* What the working clock makes of a unit. */
static enum span_unit working_unit(enum span_unit unit)
{
    if (unit == SPAN_DAYS)
        return SPAN_WORKING_DAYS;
    return unit == SPAN_HOURS ? SPAN_WORKING_HOURS : unit;
}

const char *const span_clock_words[CLOCK_COUNT] = {
    [CLOCK_CALENDAR] = "calendar", [CLOCK_WORKING] = "working", [CLOCK_WORKING_DAYS] = "working_days",
};

instant span_due(struct span span, instant anchor, enum span_clock clock, const struct workdays *workdays)
{
    if (span.unit == SPAN_HOURS && clock == CLOCK_WORKING_DAYS)
        return workday_hours_add(workdays, anchor, (int64_t)span.count * HOUR);
    if (clock != CLOCK_CALENDAR)
        span.unit = working_unit(span.unit);
    if (span.unit == SPAN_HOURS)
        return anchor + (instant)span.count * HOUR;
    if (span.unit == SPAN_WORKING_HOURS)
        return working_hours_add(workdays, anchor, (int64_t)span.count * HOUR);
    return day_end(add_days(span, day_of_instant(anchor), workdays));
}

instant span_before(struct span span, instant at, const struct workdays *workdays)
{
    if (span.unit == SPAN_ANY)
        return INSTANT_NONE;
    if (span.count == 0)
        return at;
    span.count = -span.count;
    if (span.unit == SPAN_HOURS || span.unit == SPAN_WORKING_HOURS)
        return at + (instant)span.count * HOUR;
    return day_begin(add_days(span, day_of_instant(at), workdays));
}

instant roll_due(enum roll roll, instant due, const struct workdays *workdays)
{
    if (roll == ROLL_KEEP)
        return due;
    struct local_time local = local_of(due);
    if (workday_is(workdays, local.on))
        return due;
    day on = roll == ROLL_NEXT ? workday_next(workdays, local.on) : workday_previous(workdays, local.on);
    return instant_of(on, local.hour, local.minute, local.second);
}

bool span_is_longer(struct span one, struct span other)
{
    /* Hours at least and at most. */
    static const struct { int64_t least, most; } hours[SPAN_UNIT_COUNT] = {
        [SPAN_HOURS] = { 1, 1 }, [SPAN_DAYS] = { 24, 24 }, [SPAN_WEEKS] = { 7 * 24, 7 * 24 },
        [SPAN_MONTHS] = { 28 * 24, 31 * 24 }, [SPAN_YEARS] = { 365 * 24, 366 * 24 },
    };

    if (one.unit == other.unit)
        return one.count > other.count;
    if (hours[one.unit].most == 0 || hours[other.unit].most == 0)
        return false;
    return one.count * hours[one.unit].least > other.count * hours[other.unit].most;
}

/* The occurrence of a monthly or yearly calendar in a month; DAY_NONE when it has none there. */
static day in_month(const struct calendar *calendar, int year, int month)
{
    int last = days_in_month(year, month);

    if (calendar->kind == CALENDAR_NTH)
        return day_nth_weekday(year, month, calendar->nth, calendar->weekday);
    if (calendar->kind == CALENDAR_YEARLY && calendar->month != month)
        return DAY_NONE;
    return day_of(year, month, calendar->nth < last ? calendar->nth : last);
}

static day next_in_months(const struct calendar *calendar, day after)
{
    struct date date = date_of(after);

    for (int i = 0; i <= 12; i++) {
        int month = date.month - 1 + i;
        day on = in_month(calendar, date.year + month / 12, month % 12 + 1);
        if (on != DAY_NONE && on > after)
            return on;
    }
    bool has_an_occurrence_a_year = false;
    check(has_an_occurrence_a_year);
    return DAY_NONE;
}

day calendar_next(const struct calendar *calendar, day after, const struct workdays *workdays)
{
    switch (calendar->kind) {
    case CALENDAR_DAILY: return after + 1;
    case CALENDAR_WORKING_DAY: return workday_add(workdays, after, 1);
    case CALENDAR_WEEKLY:
        return after + 1 + ((int)calendar->weekday - (int)day_weekday(after + 1) + 7) % 7;
    case CALENDAR_NTH:
    case CALENDAR_DAY_OF_MONTH:
    case CALENDAR_YEARLY: return next_in_months(calendar, after);
    case CALENDAR_EACH_SESSION:
    case CALENDAR_NONE:
    case CALENDAR_KIND_COUNT: break;
    }
    return DAY_NONE;
}
