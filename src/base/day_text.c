/* SPDX-License-Identifier: MIT
 * day_text.c: dates and instants as people and files write them. */
#include "base/day.h"

#include <stddef.h>

/* Reads 1 to `digits_max` digits; moves *p past them. False when there is none. */
static bool read_number(const char **p, int digits_max, int *number)
{
    int digits = 0;

    *number = 0;
    while (digits < digits_max && **p >= '0' && **p <= '9') {
        *number = *number * 10 + (*(*p)++ - '0');
        digits++;
    }
    return digits > 0;
}

static bool read_char(const char **p, const char *choices)
{
    for (; *choices != 0; choices++)
        if (**p == *choices)
            return (*p)++, true;
    return false;
}

static bool make_day(int year, int month, int day_of_month, day *on)
{
    if (year < 1900 || year > 2200 || month < 1 || month > 12)
        return false;
    if (day_of_month < 1 || day_of_month > days_in_month(year, month))
        return false;
    *on = day_of(year, month, day_of_month);
    return true;
}

/* A date at *p, moved past it. */
static bool read_day(const char **p, day *on)
{
    const char *start = *p;
    int first, second, third;

    if (!read_number(p, 4, &first))
        return false;
    bool is_iso = *p - start == 4;
    if (!read_char(p, is_iso ? "-" : "-/.") || !read_number(p, 2, &second))
        return false;
    while (!is_iso && **p == ' ')
        (*p)++;
    if (!is_iso && p[0][-1] != ' ' && !read_char(p, "-/."))
        return false;
    if (is_iso && !read_char(p, "-"))
        return false;
    start = *p;
    if (!read_number(p, is_iso ? 2 : 4, &third) || (!is_iso && *p - start != 4))
        return false;
    return is_iso ? make_day(first, second, third, on) : make_day(third, second, first, on);
}

bool day_read(const char *text, day *on)
{
    day found;

    if (!read_day(&text, &found) || *text != 0)
        return false;
    *on = found;
    return true;
}

/* "15:00" or "15.00", with optional seconds. */
static bool read_clock(const char **p, int *hour, int *minute, int *second)
{
    *second = 0;
    if (!read_number(p, 2, hour) || !read_char(p, ":.") || !read_number(p, 2, minute))
        return false;
    if (read_char(p, ":.") && !read_number(p, 2, second))
        return false;
    return *hour <= 23 && *minute <= 59 && *second <= 59;
}

bool instant_read(const char *text, instant *at)
{
    day on;
    int hour, minute, second;

    if (!read_day(&text, &on))
        return false;
    if (*text == 0) {
        *at = day_begin(on);
        return true;
    }
    if (!read_char(&text, "T ") || !read_clock(&text, &hour, &minute, &second))
        return false;
    bool is_utc = read_char(&text, "Z");
    if (*text != 0)
        return false;
    *at = is_utc ? (instant)on * 86400 + hour * 3600 + minute * 60 + second
                 : instant_of(on, hour, minute, second);
    return true;
}

const char *day_iso(struct arena *arena, day on)
{
    struct date date = date_of(on);

    return arena_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

const char *instant_iso(struct arena *arena, instant at)
{
    day on = (day)(at >= 0 ? at / 86400 : -((-at + 86399) / 86400));
    int second = (int)(at - (instant)on * 86400);

    return arena_format(arena, "%sT%02d:%02d:%02dZ", day_iso(arena, on), second / 3600,
                        second / 60 % 60, second % 60);
}
