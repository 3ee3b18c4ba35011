/* SPDX-License-Identifier: MIT
 * span.h: how long, how often, how much, as a scheme says it, and what that gives from an anchor on.
 * Hours are elapsed time, also over the change of clocks; all other units count dates from the anchor's
 * own date, never step by step, and last to the end of their day. Working days and opening hours, and
 * the last working moment before a due one, are in law/workday.h. */
#ifndef ENGINE_SPAN_H
#define ENGINE_SPAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/day.h"
#include "law/workday.h"

/* What is wrong with a text, and where: `offset` bytes from its beginning. */
struct problem {
    size_t offset;
    const char *text; /* Danish, without a full stop. */
};

enum span_unit {
    SPAN_NONE, /* No span was given. */
    SPAN_HOURS,
    SPAN_DAYS,
    SPAN_WEEKS,
    SPAN_MONTHS,
    SPAN_YEARS,
    SPAN_WORKING_DAYS,
    SPAN_WORKING_HOURS,
    SPAN_ANY, /* `early: any`: however long before. */
    SPAN_UNIT_COUNT,
};

struct span {
    int count; /* May be negative in bells. */
    enum span_unit unit;
};

/* "96 hours", "1 working_day", "-7 days", "0" (days), "any". */
bool span_parse(struct arena *arena, const char *text, struct span *span, struct problem *problem);

/* "37 hours", "4 weeks", "3 to 6 months": shortest and longest, equal when there is one. */
struct span_range {
    struct span shortest, longest;
};
bool span_range_parse(struct arena *arena, const char *text, struct span_range *range, struct problem *problem);

/* "50 percent", "7 hours", "7 to 8 hours", "4 weeks", "all", "20". */
enum amount_kind { AMOUNT_NONE, AMOUNT_NUMBER, AMOUNT_HOURS, AMOUNT_PERCENT, AMOUNT_SPAN, AMOUNT_ALL, AMOUNT_KIND_COUNT };
struct amount {
    enum amount_kind kind;
    int64_t low, high; /* Thousandths; equal unless "7 to 8". */
    struct span span;  /* For AMOUNT_SPAN. */
};
bool amount_parse(struct arena *arena, const char *text, struct amount *amount, struct problem *problem);

/* A bell's moment: a span before (negative) or after due, or a percentage of the rule's span. */
struct bell_time {
    struct span span;
    int percent; /* Used when span.unit is SPAN_NONE. */
};
bool bell_time_parse(struct arena *arena, const char *text, struct bell_time *time, struct problem *problem);

enum calendar_kind {
    CALENDAR_NONE,
    CALENDAR_DAILY,        /* daily */
    CALENDAR_WORKING_DAY,  /* working day */
    CALENDAR_WEEKLY,       /* weekly tuesday */
    CALENDAR_NTH,          /* first tuesday of month, last friday of month */
    CALENDAR_DAY_OF_MONTH, /* day 15 of month */
    CALENDAR_YEARLY,       /* yearly 31 december */
    CALENDAR_EACH_SESSION, /* each session: the days of session.planned */
    CALENDAR_KIND_COUNT,
};
struct calendar {
    enum calendar_kind kind;
    enum weekday weekday;
    int nth; /* 1..4, 5 for the last; or the day of the month. */
    int month;
};
bool calendar_parse(struct arena *arena, const char *text, struct calendar *calendar, struct problem *problem);

/* The first of a list of occurrences that falls after `after`; DAY_NONE for each_session. */
day calendar_next(const struct calendar *calendar, day after, const struct workdays *workdays);

/* Which time counts: all of it; opening hours and working days (`clock: working`); or all hours, but of working
 * days only (`clock: working_days`: 24 hours from Friday 15:00 are over on Monday at 15:00). */
enum span_clock { CLOCK_CALENDAR, CLOCK_WORKING, CLOCK_WORKING_DAYS, CLOCK_COUNT };
extern const char *const span_clock_words[CLOCK_COUNT];

/* The last instant inside `span` from `anchor`: for hours the elapsed one, for working hours the moment
 * they are used up, for all others the end of the day. Days and hours are read as the clock says. */
instant span_due(struct span span, instant anchor, enum span_clock clock, const struct workdays *workdays);

/* `at` moved back by the span, for windows that look back: exact for hours, else the begin of the day. */
instant span_before(struct span span, instant at, const struct workdays *workdays);

enum roll { ROLL_KEEP, ROLL_NEXT, ROLL_PREVIOUS, ROLL_COUNT };

/* Moves a due instant off a day that is no working day, at the same time of day. */
instant roll_due(enum roll roll, instant due, const struct workdays *workdays);

/* Is `one` longer than `other` from whatever day they are counted? Months have 28 to 31 days; working time is compared
 * with its own unit alone. */
bool span_is_longer(struct span one, struct span other);

/* As a file says it: "96 hours", "3 weeks", "1 working_day"; "" for none. Pages put it in words. */
const char *span_text(struct arena *arena, struct span span);

#endif
