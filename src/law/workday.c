/* SPDX-License-Identifier: MIT
 * workday.c: the computation of Easter, the table of holidays and counting over closed days. */
#include "law/workday.h"

#include "base/check.h"
#include "base/text.h"

enum {
    ALWAYS_FROM = 1900,
    ALWAYS_TO = 2200,
    /* No municipality closes this long; a caller that closes every day is mistaken. */
    CLOSED_DAYS_MAX = 400,
    DAY_CLOSES = 16 * 60,
    DAY_OPENS = 8 * 60,
    EASTER_FROM = 3,
    EASTER_TO = 6,
};

const struct opening_hours opening_hours_default = {
    .on = {
        [MONDAY] = { DAY_OPENS, DAY_CLOSES },
        [TUESDAY] = { DAY_OPENS, DAY_CLOSES },
        [WEDNESDAY] = { DAY_OPENS, DAY_CLOSES },
        [THURSDAY] = { DAY_OPENS, DAY_CLOSES },
        [FRIDAY] = { DAY_OPENS, DAY_CLOSES },
    },
};

/* A holiday stands on a date (month > 0) or so many days from Easter Sunday (month 0). The years are the
 * first and last it was law. 1 May, 5 June, 24 and 31 December are not public holidays: a municipality
 * that closes on them says so in its closed days. */
static const struct holiday {
    const char *name;
    int month, day; /* Or 0 and days from Easter. */
    int first_year, last_year;
} holidays[] = {
    { SAY("nytårsdag"), 1, 1, ALWAYS_FROM, ALWAYS_TO },
    { SAY("skærtorsdag"), 0, -3, ALWAYS_FROM, ALWAYS_TO },
    { SAY("langfredag"), 0, -2, ALWAYS_FROM, ALWAYS_TO },
    { SAY("påskedag"), 0, 0, ALWAYS_FROM, ALWAYS_TO },
    { SAY("2. påskedag"), 0, 1, ALWAYS_FROM, ALWAYS_TO },
    { SAY("store bededag"), 0, 26, ALWAYS_FROM, 2023 }, /* Abolished from 2024. */
    { SAY("Kristi himmelfartsdag"), 0, 39, ALWAYS_FROM, ALWAYS_TO },
    { SAY("pinsedag"), 0, 49, ALWAYS_FROM, ALWAYS_TO },
    { SAY("2. pinsedag"), 0, 50, ALWAYS_FROM, ALWAYS_TO },
    { SAY("juledag"), 12, 25, ALWAYS_FROM, ALWAYS_TO },
    { SAY("2. juledag"), 12, 26, ALWAYS_FROM, ALWAYS_TO },
};

/* The Gregorian computation with golden number, century corrections and epact. */
day easter_sunday(int year)
{
    int golden = year % 19, century = year / 100, of_century = year % 100;
    int moon = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    int to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    int late = (golden + 11 * epact + 22 * to_sunday) / 451;
    int sum = epact + to_sunday - 7 * late + 114;

    return day_of(year, sum / 31, sum % 31 + 1);
}

const char *holiday_name(day on)
{
    struct date date = date_of(on);
    /* All that hangs on Easter falls from March to June. */
    day easter = date.month >= EASTER_FROM && date.month <= EASTER_TO ? easter_sunday(date.year) : DAY_NONE;

    for (size_t i = 0; i < sizeof holidays / sizeof *holidays; i++) {
        const struct holiday *h = &holidays[i];
        if (date.year < h->first_year || date.year > h->last_year)
            continue;
        if (h->month == 0 ? easter != DAY_NONE && on == easter + h->day : date.month == h->month && date.day == h->day)
            return h->name;
    }
    return NULL;
}

static const struct workdays ordinary_office;

static const struct workdays *or_ordinary(const struct workdays *workdays)
{
    return workdays == NULL ? &ordinary_office : workdays;
}

bool workday_is(const struct workdays *workdays, day on)
{
    workdays = or_ordinary(workdays);
    if (day_weekday(on) >= SATURDAY)
        return false;
    for (size_t i = 0; i < workdays->closed_count; i++)
        if (workdays->closed[i] == on)
            return false;
    return holiday_name(on) == NULL;
}

/* The first working day from `on` in steps of `step` (1 or -1), `on` included. */
static day workday_towards(const struct workdays *workdays, day on, int step)
{
    for (int i = 0; !workday_is(workdays, on); i++) {
        check(i < CLOSED_DAYS_MAX);
        on += step;
    }
    return on;
}

day workday_next(const struct workdays *workdays, day on)
{
    return workday_towards(workdays, on, 1);
}

day workday_previous(const struct workdays *workdays, day on)
{
    return workday_towards(workdays, on, -1);
}

day workday_add(const struct workdays *workdays, day on, int n)
{
    int step = n < 0 ? -1 : 1;

    for (; n != 0; n -= step)
        on = workday_towards(workdays, on + step, step);
    return on;
}

/* The open part of a day; an empty one when it is closed. */
struct open_time {
    instant from, to;
};

static struct open_time open_on(const struct workdays *workdays, day on)
{
    const struct opening_hours *hours = workdays->hours;

    if (hours == NULL)
        hours = &opening_hours_default;
    int opens = hours->on[day_weekday(on)].opens, closes = hours->on[day_weekday(on)].closes;
    if (!workday_is(workdays, on) || closes <= opens)
        return (struct open_time){ 0, 0 };
    return (struct open_time){ instant_of(on, 0, opens, 0), instant_of(on, 0, closes, 0) };
}

instant working_hours_add(const struct workdays *workdays, instant at, int64_t seconds)
{
    int closed = 0;

    check(seconds >= 0);
    workdays = or_ordinary(workdays);
    for (day on = day_of_instant(at);; on++) {
        struct open_time open = open_on(workdays, on);
        instant from = at > open.from ? at : open.from;
        if (open.to > from) {
            if (seconds <= open.to - from)
                return from + seconds;
            seconds -= open.to - from;
            closed = 0;
        }
        check(closed++ < CLOSED_DAYS_MAX);
    }
}

instant workday_hours_add(const struct workdays *workdays, instant at, int64_t seconds)
{
    check(seconds >= 0);
    for (day on = day_of_instant(at);; on++) {
        if (!workday_is(workdays, on))
            continue;
        instant from = at > day_begin(on) ? at : day_begin(on), to = day_begin(on + 1);
        if (seconds <= to - from)
            return from + seconds;
        seconds -= to - from;
    }
}

instant act_by(const struct workdays *workdays, instant due)
{
    workdays = or_ordinary(workdays);
    day on = day_of_instant(due);
    for (int closed = 0; closed < CLOSED_DAYS_MAX; closed++, on--) {
        struct open_time open = open_on(workdays, on);
        if (open.to > open.from && open.from < due)
            return due < open.to ? due : open.to;
    }
    check_failed("a week has an opening hour", __FILE__, __LINE__);
}
