/* SPDX-License-Identifier: MIT
 * day.c: the calendar and Danish local time, as arithmetic. Reading and writing dates as text is in
 * day_text.c. */
#include "base/day.h"

#include "base/check.h"

enum {
    SECONDS_A_DAY = 86400,
    WINTER_OFFSET = 3600, /* Copenhagen is UTC+1 in winter, UTC+2 in summer. */
    SUMMER_OFFSET = 7200,
    CHANGE_HOUR = 3600, /* Both changes happen at 01:00 UTC. */
};

/* Days since 1970-01-01 of a civil date: years counted from March, so that the leap day is last. */
static int32_t days_of(int year, int month, int day_of_month)
{
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400, year_of_era = y % 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day_of_month - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

    return era * 146097 + day_of_era - 719468;
}

day day_of(int year, int month, int day_of_month)
{
    check(year >= 1900 && year <= 2200);
    check(month >= 1 && month <= 12);
    check(day_of_month >= 1 && day_of_month <= days_in_month(year, month));
    return days_of(year, month, day_of_month);
}

struct date date_of(day on)
{
    int32_t z = on + 719468;
    int32_t era = z / 146097, day_of_era = z % 146097;
    int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int32_t shifted = (5 * day_of_year + 2) / 153;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;

    return (struct date){
        .year = year_of_era + era * 400 + (month <= 2),
        .month = month,
        .day = day_of_year - (153 * shifted + 2) / 5 + 1,
    };
}

enum weekday day_weekday(day on)
{
    return (enum weekday)(((on + 3) % 7 + 7) % 7); /* 1970-01-01 was a Thursday. */
}

static bool is_leap_year(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

    return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

int day_week(day on)
{
    /* The week belongs to the year of its Thursday. */
    day thursday = on - (day)day_weekday(on) + THURSDAY;
    day first = days_of(date_of(thursday).year, 1, 1);

    return (thursday - first) / 7 + 1;
}

day day_add_months(day on, int months)
{
    struct date date = date_of(on);
    int count = date.year * 12 + date.month - 1 + months;
    int year = count / 12, month = count % 12 + 1;
    int last = days_in_month(year, month);

    return days_of(year, month, date.day < last ? date.day : last);
}

day day_nth_weekday(int year, int month, int nth, enum weekday weekday)
{
    day first = days_of(year, month, 1);
    day hit = first + ((int)weekday - (int)day_weekday(first) + 7) % 7 + 7 * (nth - 1);

    check(nth >= 1 && nth <= 5);
    return hit >= first + days_in_month(year, month) ? hit - 7 : hit;
}

int day_age(day birth, day on)
{
    struct date b = date_of(birth), d = date_of(on);
    bool is_before = d.month < b.month || (d.month == b.month && d.day < b.day);

    return d.year - b.year - (is_before ? 1 : 0);
}

/* UTC of the change on the last Sunday of a month. */
static instant change_in(int year, int month)
{
    return (instant)day_nth_weekday(year, month, 5, SUNDAY) * SECONDS_A_DAY + CHANGE_HOUR;
}

static int32_t floor_day(instant seconds)
{
    return (int32_t)(seconds >= 0 ? seconds / SECONDS_A_DAY
                                  : -((-seconds + SECONDS_A_DAY - 1) / SECONDS_A_DAY));
}

/* Of a year that begins in March: the first day that can be the last Sunday of March, the last that can, and the
 * same of October. */
enum { MARCH_25 = 24, MARCH_31 = 30, OCTOBER_25 = 238, OCTOBER_31 = 244 };

/* The day's number in the year that begins with 1 March. */
static int32_t day_of_march_year(day on)
{
    int32_t day_of_era = (on + 719468) % 146097;
    int32_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;

    return day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
}

/* Asked for every row of every list, so only days that a change may fall on are asked for their weekday. */
static int offset_at(instant at)
{
    day on = floor_day(at);
    int32_t number = day_of_march_year(on);

    if (number < MARCH_25 || number > OCTOBER_31)
        return WINTER_OFFSET;
    if (number > MARCH_31 && number < OCTOBER_25)
        return SUMMER_OFFSET;
    bool is_march = number <= MARCH_31;
    int32_t since_sunday = ((int)day_weekday(on) + 1) % WEEKDAY_COUNT;
    int32_t last_sunday = number - since_sunday; /* On or before the day; it may lie too early to be the last. */
    bool has_been = last_sunday >= (is_march ? MARCH_25 : OCTOBER_25);
    bool is_past = has_been && (since_sunday > 0 || at >= (instant)on * SECONDS_A_DAY + CHANGE_HOUR);
    return is_past == is_march ? SUMMER_OFFSET : WINTER_OFFSET;
}

struct local_time local_of(instant at)
{
    instant wall = at + offset_at(at);
    day on = floor_day(wall);
    int second = (int)(wall - (instant)on * SECONDS_A_DAY);

    return (struct local_time){ on, second / 3600, second / 60 % 60, second % 60 };
}

day day_of_instant(instant at)
{
    return floor_day(at + offset_at(at));
}

instant instant_of(day on, int hour, int minute, int second)
{
    instant wall = (instant)on * SECONDS_A_DAY + (instant)hour * 3600 + minute * 60 + second;
    instant as_summer = wall - SUMMER_OFFSET, as_winter = wall - WINTER_OFFSET;

    if (offset_at(as_summer) == SUMMER_OFFSET) /* Also the first of two in October. */
        return as_summer;
    if (offset_at(as_winter) == WINTER_OFFSET)
        return as_winter;
    /* 02:00 to 03:00 in March does not exist: go forward to 03:00, the moment of the change. */
    return change_in(date_of(on).year, 3);
}

instant day_begin(day on)
{
    return instant_of(on, 0, 0, 0);
}

instant day_end(day on)
{
    return instant_of(on + 1, 0, 0, 0) - 1;
}
