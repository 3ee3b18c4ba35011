/* SPDX-License-Identifier: MIT
 * rules.h: what is checked before a placement is agreed, with the arithmetic. Pure. A check never holds
 * a placement back: one that says "look" asks for a reason, which is kept. The kinds of placement and
 * what differs between them stand in one table. */
#ifndef PLACEMENT_RULES_H
#define PLACEMENT_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "employer/employer.h"

enum placement_kind {
    PLACEMENT_COMPANY_PLACEMENT, PLACEMENT_TRAINING_PLACEMENT, PLACEMENT_WAGE_SUBSIDY, PLACEMENT_IGU, PLACEMENT_JOB_SMALL,
    PLACEMENT_JOB_PART, PLACEMENT_JOB, PLACEMENT_FLEXI_JOB, PLACEMENT_VOLUNTEERING, PLACEMENT_KIND_COUNT
};

struct placement_kind_row {
    const char *code;        /* As stored, in schemes and in the glossary's activity_kind. */
    bool is_job;             /* Also job.started and job.ended. */
    bool is_unpaid;          /* Its hours are not paid unless agreed. */
    bool is_in_place;        /* Takes one of the places the company offers; who is employed there takes none. */
    bool is_supported;       /* Counts among those the ratio rule limits (BEK 2636/2021 § 65 stk. 2). */
    const char *ladder_step; /* Where on the ladder (list `trappe`) it stands; "" moves nobody. */
};
extern const struct placement_kind_row placement_kinds[PLACEMENT_KIND_COUNT];
extern const char *const placement_kind_codes[PLACEMENT_KIND_COUNT + 1]; /* NULL last. */

/* The kind of a stored code; a check fails for another. */
enum placement_kind placement_kind_of(const char *code);

enum placement_check {
    CHECK_PLACES, CHECK_COMPANY, CHECK_START, CHECK_LENGTH, CHECK_LANGUAGE, CHECK_WEEK, CHECK_PARTIES, CHECK_MENTOR,
    CHECK_EXPECTATIONS, CHECK_PAID, PLACEMENT_CHECK_COUNT
};
extern const char *const placement_check_codes[PLACEMENT_CHECK_COUNT]; /* As stored with a reason. */

enum check_state { STATE_FINE, STATE_LOOK, STATE_NOT_YET, STATE_NOT_ASKED, STATE_COUNT };

enum check_why {
    WHY_FINE,
    WHY_UNKNOWN,      /* What the check needs is not known yet. */
    WHY_FULL,         /* No free place. */
    WHY_PAUSING, WHY_NEVER,
    WHY_NO_COURSE, WHY_LATE, WHY_OVERLAPS,
    WHY_SHORT, WHY_LONG,
    WHY_CLASH,
    WHY_ABOVE,        /* More hours than a week of work. */
    WHY_FEW_PARTIES,
    WHY_NO_MENTOR,
    WHY_UNANSWERED,   /* Not all three have said what they expect. */
    WHY_UNPAID,       /* A scheme the citizen is in goes straight for paid hours. */
    WHY_NO_PLACE,     /* Employment takes none of the places a company offers. */
    CHECK_WHY_COUNT
};
extern const char *const check_why_names[CHECK_WHY_COUNT]; /* For rules.cases. */

enum { MINUTES_UNKNOWN = 0, WEEK_HOURS_FULL = 3700, PARTIES_WANTED = 4, MONTHS_LEAST = 3, MONTHS_MOST = 6 };

/* Lessons or work on a weekday, in minutes after midnight. */
struct week_slot {
    enum weekday weekday;
    int from_minute, to_minute;
};

struct placement_facts {
    enum placement_kind kind;
    day from, to;        /* First and last day; `to` may be DAY_NONE. */
    day course_end;      /* Last day of the intro course; DAY_NONE without one. */
    int64_t place_count, taken_count;
    enum company_state company_state;
    day pause_until;
    int64_t weekdays;    /* A bit for each day, 1 Monday. */
    int from_minute, to_minute; /* Both 0: no fixed hours. */
    int64_t hours;       /* A week, in hundredths. */
    const struct week_slot *lessons;
    size_t lesson_count;
    int party_count;     /* Asked to the first meeting. */
    bool has_mentor;
    bool is_paid_first;    /* She is in a scheme that wants no placement before paid hours (IPS). */
    int64_t paid;          /* Paid hours of the first step, in hundredths. */
    int expectation_count; /* Of citizen, company and job centre. */
};

/* The answer with its numbers: what they mean stands at each check. */
struct check_answer {
    enum check_state state;
    enum check_why why;
    day first, last;  /* start: course end, first working day after; length: earliest and latest last day. */
    int64_t a, b, c;  /* places: in use, this one, places; week: hours, language, sum; others: count, wanted. */
    size_t lesson;    /* language: the lesson that clashes. */
};

/* One check. Rules placement.start (R11), .length (R12), .language (R17), .parties (R14), .places, .week. */
struct check_answer placement_check(const struct placement_facts *facts, enum placement_check check);

/* The first day for a placement after a course: the next working day (R11). DAY_NONE without a course. */
day placement_first_day(day course_end);

/* The last day of a placement of the scheme's shortest length: three months, ending on a working day. */
day placement_last_day(day from);

/* Whole weeks begun, both days counted. */
int placement_weeks(day from, day to);

#endif
