/* SPDX-License-Identifier: MIT
 * person.h: what the citizen's page is given. Her words and goals come first, then the way, the
 * deadlines, the paid hours, wins, journal; considerations stand beside what she can. */
#ifndef OVERVIEW_PERSON_H
#define OVERVIEW_PERSON_H

#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "danish/danish.h"
#include "errand_sql.h"
#include "hours/picture.h"
#include "mentor_sql.h"
#include "overview/why.h"
#include "overview/words.h"
#include "placement/pages.h"
#include "plan/plan.h"
#include "web/chart.h"
#include "web/frame.h"
#include "web/timeline.h"

/* A line of the journal in words. */
struct journal_line {
    instant at;
    bool is_day;
    const char *what, *content, *by;
    bool is_own; /* The citizen's own words. */
};
struct journal_lines {
    struct journal_line *at;
    size_t count;
};

struct person_act {
    const char *key, *label, *path;
    bool is_main;
};
struct person_acts {
    const struct person_act *at;
    size_t count;
};

struct enrolled {
    const struct enrolment_row *row;
    const char *title;
};
struct enrolled_list {
    const struct enrolled *at;
    size_t count;
};

/* Words learned at work on one day. */
struct word_day {
    day on;
    const char *words;
};
enum { WORD_DAYS_SHOWN = 3 };
struct word_days {
    struct word_day at[WORD_DAYS_SHOWN];
    size_t count;
};

struct person_view {
    const struct citizen_row *citizen;
    struct work_word_row_list words_learned; /* The latest first. */
    struct word_days word_days;              /* The latest of them, day by day. */
    struct citizen_journal_row_list events; /* Newest first; journal and way are made of them. */
    const char *name, *cpr, *language;
    struct danish_standing danish;
    bool may_show_cpr, may_write, may_place, may_see_absence;
    bool is_whole; /* Not only the work profile: also CPR, journal, who has seen it. */
    struct citizen_relative_row_list relatives;
    struct {
        struct team_line {
            const char *name, *roles; /* All roles of one person. */
        } *at;
        size_t count;
    } team;
    int64_t team_changes;
    struct decided_parts decided; /* Deadlines that rest, because a person has answered a conflict. */
    struct person_acts acts;
    const struct own_words_row *words; /* NULL when nothing was said yet. */
    struct goal_row_list goals;
    struct citizen_skill_row_list can, considerations;
    struct due_lines due;              /* The next three. */
    size_t due_count;
    bool has_way;
    struct timeline way;
    bool has_hours;
    struct chart_steps hours;
    const char *hours_now;
    bool has_week;                     /* The hours of this week against what is required. */
    struct chart_hours week;
    const char *week_now, *week_missing; /* In words; the second NULL when nothing is missing. */
    struct win_row_list wins;
    struct errand_of_citizen_row_list errands; /* Open: a consultant looks for a placement. */
    struct placement_listed_list placements;
    struct path_steps path; /* That the newest of them is on. */
    struct journal_lines journal; /* The newest, or all of a filter. */
    bool has_more_journal;
    const char *journal_filter;
    struct enrolled_list enrolled;
    struct seen_by_row_list seen;
};

/* What happened, in words, at most `most` lines; journal_words.c. Of the view's events those that pass its
 * journal_filter: "" and "alt" for all, else samtaler, praktik, egne. */
struct journal_lines journal_lines_of(struct request *r, const struct person_view *view, size_t most);

/* The way as phases and points, and the paid hours; way.c. */
void way_of(struct request *r, struct person_view *view);

#endif
