/* SPDX-License-Identifier: MIT
 * today.h: what the page Today is given. */
#ifndef OVERVIEW_TODAY_H
#define OVERVIEW_TODAY_H

#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "overview/words.h"
#include "plan/plan.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"

/* The parts of the list by time left, in order; also the tabs. */
enum due_part { PART_OVER, PART_TODAY, PART_WEEK, PART_NEXT_WEEK, PART_LATER, PART_COUNT };

struct due_group {
    const char *title; /* Danish. */
    const char *code;  /* In the address: ?vis=over */
    struct due_line *at;
    size_t count, shown;
    bool is_current;
    bool is_cut; /* There may be more than `count`. */
};

struct due_groups {
    const struct due_group *at;
    size_t count;
};

/* Work-through: one line of the list with what is needed to act on it here. */
struct work_panel {
    const struct due_line *line;
    size_t number, of;
    struct citizen_row citizen;
    const char *age, *own_words;
    struct citizen_skill_row_list skills;
    struct choices steps;       /* Of the ladder, when a step is asked for. */
    struct choices colleagues;  /* To give it to. */
    struct form form;
    const char *ladder_path, *give_path, *close_path; /* Where its forms post to. */
    int64_t next;               /* The obligation after this one; 0 for none. */
    const struct due_line *next_line;
};

/* Those with a role in a unit, but for the one who asks. */
struct choices colleagues_of(struct request *r, struct unit_id unit, const char *role);

/* An appointment of today. */
struct day_line {
    const char *at;    /* "14.30" */
    const char *who;   /* The citizen or the group; NULL for a unit's own meeting. */
    const char *what;  /* "samtale", "fremmøde" */
    const char *path;
    const char *state; /* What became of it, or NULL. */
    bool is_waiting;   /* Something is still to be written. */
};

struct day_lines {
    const struct day_line *at;
    size_t count;
};

struct day_view {
    struct day_lines lines;
    size_t groups_left; /* Groups of today that the lines leave out. */
    bool has_tasks;
    size_t tasks; /* Open ones of one's own. */
};

/* The actor's own day: attendance to take, then meetings by the hour; and the tasks. */
struct day_view day_of_person(struct request *r);

struct today_view {
    struct day_view day;
    struct due_groups groups;
    size_t total;
    bool is_cut;      /* There are more than the list holds. */
    const char *more_path; /* A longer list, or NULL. */
    bool is_team;     /* The whole team's list. */
    bool may_see_team, may_coordinate, may_see_absence, may_call;
    const char *shown_part; /* Code of the tab, "" for all. */
    struct win_listed_list wins;
    const struct work_panel *panel; /* NULL without. */
    const struct due_line *next;    /* The first line, for the empty state of a tab. */
    int64_t first;            /* Where the work-through begins. */
};

#endif
