/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of mentors are given, and their handlers. For this folder and features.c. */
#ifndef MENTOR_PAGES_H
#define MENTOR_PAGES_H

#include "citizen/holding.h"
#include "employer/pages.h"
#include "link/link.h"
#include "mentor/mentor.h"
#include "placement/beside.h"
#include "web/field.h"
#include "web/frame.h"
#include "web/route.h"

extern const struct feature mentor_feature;
extern const struct holding mentor_holding; /* holding.c */

struct mentor_list_view {
    struct form form;
    struct mentor_listed_list mentors;
    struct mentor_number numbers;
    int unpaid_percent; /* Of the companies; -1 without any. */
    int64_t page;
    bool has_more;
};

struct mentor_company_view {
    struct company_row company;
    struct mentor_listed_list mentors;
    struct choices courses; /* Those that have not begun, by number. */
    struct form form;
    bool may_write;
};

struct mentor_courses_view {
    struct mentor_course_listed_list courses;
    struct form form;
    bool may_write;
};

struct mentor_course_view {
    struct mentor_course_row course;
    struct mentor_seat_row_list seats;
    struct form form;
    bool may_write;
};

struct mentor_diploma_view {
    struct mentor_course_row course;
    struct mentor_seat_row seat;
};

/* One of the three slots at a placement. */
struct beside_line {
    enum mentor_slot slot;
    const char *code;    /* Of the slot. */
    const char *name, *phone;
    enum beside_why why;
    const char *warning; /* Finished words, or NULL. */
    day away;
    struct choices who;  /* Who can be chosen, by number. */
};

struct beside_view {
    struct placement_row placement;
    struct {
        struct beside_line at[MENTOR_SLOT_COUNT];
        size_t count;
    } lines;
    struct buddy_practice_row_list practice;
    struct work_word_row_list words;       /* Of the tasks here; those not learned first. */
    int64_t learned;                       /* How many of them are. */
    struct mentor_beside_row_list now;     /* Who has which seat. */
    struct placement_mentor_id buddy_seat; /* The buddy's; n = 0 when there is none. */
    struct link_row_list links;            /* Of that seat. */
    const char *made, *address;            /* The path and the whole address just made, told this once; NULL otherwise. */
    struct form form;
    bool may_write;
};

struct reply mentor_courses_get(struct request *r);
struct reply mentor_courses_post(struct request *r);
struct reply mentor_course_get(struct request *r);
struct reply mentor_course_post(struct request *r);
struct reply mentor_seat_undo_post(struct request *r);
struct reply mentor_diploma_get(struct request *r);
struct reply beside_get(struct request *r);
struct reply buddy_link_post(struct request *r);
struct reply buddy_link_withdraw_post(struct request *r);

/* What stands beside the placement of the path; false when it is not there. The page of it. */
bool beside_open(struct request *r, struct beside_view *view);
struct reply beside_show(struct request *r, struct beside_view *view);
struct link_row_list buddy_links(struct request *r, const struct placement_row *placement, struct placement_mentor_id seat);
struct reply beside_post(struct request *r);
struct reply beside_away_post(struct request *r);
struct reply practice_post(struct request *r);
struct reply practice_undo_post(struct request *r);
struct reply task_words_post(struct request *r);
struct reply word_learned_post(struct request *r);
struct reply word_again_post(struct request *r);
struct reply word_drop_post(struct request *r);

#endif
