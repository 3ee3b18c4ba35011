/* SPDX-License-Identifier: MIT
 * day.h: days, instants and Danish local time. A day is a date in Europe/Copenhagen, counted from
 * 1970-01-01; an instant is seconds of UTC since then. Nothing here reads a clock. Working days and
 * holidays are law: law/workday.h. */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef int32_t day;     /* Days since 1970-01-01. */
typedef int64_t instant; /* Seconds of UTC since 1970-01-01T00:00:00Z. */

#define DAY_NONE INT32_MIN
#define INSTANT_NONE INT64_MIN
#define INSTANT_NEVER INT64_MAX /* Later than all others: an open end. */

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY, WEEKDAY_COUNT };

struct date {
    int year, month, day; /* 1..12, 1..31 */
};

struct local_time {
    day on;
    int hour, minute, second; /* The wall clock in Copenhagen. */
};

/* Gregorian calendar, years 1900 to 2200; a check fails outside. */
day day_of(int year, int month, int day_of_month);
struct date date_of(day on);
enum weekday day_weekday(day on);
int days_in_month(int year, int month);

/* ISO 8601 week number, 1..53. */
int day_week(day on);

/* The same day of the month `months` later (or earlier); a missing day becomes the month's last:
 * 31 January + 1 month = 28 or 29 February. */
day day_add_months(day on, int months);

/* The `nth` (1..4, or 5 for the last) weekday of a month. */
day day_nth_weekday(int year, int month, int nth, enum weekday weekday);

/* Whole years from `birth` to `on`. Somebody born on 29 February has birthday on 1 March. */
int day_age(day birth, day on);

/* Local time, by the rule in force since 1996: summer time from the last Sunday of March 01:00 UTC to
 * the last Sunday of October 01:00 UTC. */
struct local_time local_of(instant at);
day day_of_instant(instant at);

/* The instant of a wall-clock time. A time that does not exist goes forward to 03:00; a time that
 * exists twice means the first. Hours may be 24 (the day's end) or more. */
instant instant_of(day on, int hour, int minute, int second);

/* The first instant of a day, and the last instant still inside it (one second before the next). */
instant day_begin(day on);
instant day_end(day on);

/* True and *on set for "2026-03-06" (ISO) or "06-03-2026", "6/3 2026", "6.3.2026" (Danish); false for
 * everything else, also for dates that do not exist. */
bool day_read(const char *text, day *on);

/* True for "2026-03-06T15:00", with optional seconds and optional Z (UTC; otherwise local time), and
 * for a date alone (00:00 local). A space may stand for the T. */
bool instant_read(const char *text, instant *at);

const char *day_iso(struct arena *arena, day on);         /* 2026-03-06 */
const char *instant_iso(struct arena *arena, instant at); /* 2026-03-06T15:00:00Z */

#endif
