/* SPDX-License-Identifier: MIT
 * rules.h: what the hours of a week come to, where its holes are, and whether a requirement is about somebody. Pure; the
 * rows it reckons with are those of law/hours.yaml. Times are minutes. Examples: rules.cases. */
#ifndef HOURS_RULES_H
#define HOURS_RULES_H

#include "law/hour_rule.h"

/* What became of hours: to come or not registered yet; there; away for a reason that counts; away without. */
enum hour_state { HOUR_PLANNED, HOUR_DELIVERED, HOUR_EXCUSED, HOUR_MISSED, HOUR_STATE_COUNT };

struct hour_sums {
    int64_t at[HOUR_KIND_COUNT][HOUR_STATE_COUNT]; /* Minutes. */
};

/* The week's sum. What was there fills a cap first, then what is excused, then what is planned. */
struct hour_answer {
    int64_t required;                   /* -1: nothing is required. */
    int64_t counted[HOUR_STATE_COUNT]; /* For sure. HOUR_MISSED never counts: here it is what was lost. */
    int64_t unsure;                     /* Counts only if a row that nobody has verified is right. */
    int64_t uncounted;                  /* Of kinds that do not count, or above a cap. */
    int64_t missing;                    /* Required less what counts for sure; 0 at least. */
};

/* Rule hours.count: the minutes of each kind by the rows of a set that are in force on a day. */
struct hour_answer hours_count(const struct hour_rules *rules, const char *set, day on, int64_t required, const struct hour_sums *sums);

/* What the kind's hours still have under its cap, in minutes as they are planned; -1 without cap. */
int64_t hours_room(const struct hour_rules *rules, const char *set, day on, enum hour_kind kind, const struct hour_sums *sums);

/* A requirement in force on a day: the newest step that has come; NULL when none has. `steps` are oldest first. */
struct hour_step {
    day from;
    int64_t hours; /* Hundredths. */
};
const struct hour_step *hours_step_on(const struct hour_step *steps, size_t count, day on);

/* --- Holes. --- */

enum { HOLE_LEAST = 60, HOLES_MAX = 60, MINUTES_A_HOUR = 60 };

/* Somebody is busy on a weekday (0 Monday). */
struct hour_busy {
    int weekday, from, to;
};

/* Time on a weekday, as minutes of the day. */
struct hour_hole {
    int weekday, from, to;
};

/* Rule hours.holes: what of the windows is not busy, an hour at least, in order; at most HOLES_MAX. `from` and `to` are of
 * seven days, equal for none. Returns how many. */
size_t hours_holes(const int from[7], const int to[7], const struct hour_busy *busy, size_t count, struct hour_hole holes[HOLES_MAX]);

/* --- The target group. --- */

struct benefit_time {
    const char *benefit; /* A code; "none" for a time without. */
    day from, to;        /* `to` DAY_NONE: goes on. */
};

struct group_facts {
    const char *benefit_now; /* "" when not known. */
    const char *passed;      /* The highest Danish test, "none" for none, "" when not known. */
    const struct benefit_time *times;
    size_t time_count;
    day asked_on;
};

enum group_verdict { GROUP_PASS, GROUP_FAIL, GROUP_NOT_KNOWN, GROUP_VERDICT_COUNT };
enum group_why {
    GROUP_ALWAYS,            /* On a benefit by which all are meant. */
    GROUP_BOTH,              /* Long on benefits, and no test passed. */
    GROUP_OTHER_BENEFIT,
    GROUP_DANISH_PASSED,
    GROUP_FEW_MONTHS,
    GROUP_NO_BENEFIT_KNOWN,
    GROUP_NO_MONTHS_KNOWN,   /* Months that are not known decide. */
    GROUP_NO_DANISH_KNOWN,
    GROUP_WHY_COUNT
};
extern const char *const group_verdict_codes[GROUP_VERDICT_COUNT + 1];
extern const char *const group_why_codes[GROUP_WHY_COUNT + 1];

/* The months are calendar months before that of the day asked on; one counts when there was a benefit on any day of it. */
struct group_answer {
    enum group_verdict verdict;
    enum group_why why;
    int months_with, months_without, months_unknown;
    int months_wanted, months_window;
    day first, last; /* Of the window. */
};

/* Rule hours.group (002:76-77). */
struct group_answer hours_group(const struct hour_group *group, const struct group_facts *facts);

#endif
