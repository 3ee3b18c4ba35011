/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of the plan are given, their handlers by file, and the row in features.c. */
#ifndef PLAN_PAGES_H
#define PLAN_PAGES_H

#include "citizen/citizen.h"
#include "plan/choice.h"
#include "plan/plan.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/route.h"

struct scheme;
struct scheme_form;

#define ROWS_OF(type)   \
    struct {            \
        const type *at; \
        size_t count;   \
    }

/* What she says of one topic: the newest stands, those before are kept. */
struct topic_view {
    const char *topic;
    const struct own_words_shown *now; /* NULL when nothing is said. */
    ROWS_OF(struct own_words_shown) before;
};

struct review_list {
    const struct goal_review_row *at;
    size_t count;
};

/* A goal or a sub-goal with how it went; sub-goals stand in the array after their goal. */
struct goal_view {
    const struct goal_row *row;
    struct review_list reviews;
    ROWS_OF(struct goal_view) parts;
    bool is_open, is_due, is_first, is_last;
};

/* Every page of the plan: whose, and the form of that page. */
struct plan_of {
    struct citizen_row citizen;
    const char *name;
    struct form form;
    const char *path; /* Where the form posts to. */
    bool may_write;
};

struct plan_view {
    struct plan_of of;
    struct {
        struct topic_view *at; /* By enum own_topic. */
        size_t count;
    } topics;
    bool has_words;
    ROWS_OF(struct goal_view) goals;
    size_t open_count;
    struct citizen_skill_row_list can, considerations;
    struct plan_row plan;
    struct plan_demand_row_list in_demand; /* Branches that lack people. */
    enum plan_why why; /* Why it cannot be agreed without a reason. */
    struct chosen_list chosen;
};

struct question_view {
    const char *name, *label;
    struct choices items;
};
struct choice_view {
    struct plan_of of;
    const struct scheme *scheme;
    const struct scheme_form *asked;
    const char *title;
    ROWS_OF(struct question_view) questions;
};

struct words_view {
    struct plan_of of;
    struct choices topics, languages;
};

struct goal_form_view {
    struct plan_of of;
    struct choices proposers;
    const struct goal_row *goal;   /* NULL for a new one. */
    const struct goal_row *parent; /* Of a sub-goal; NULL for a goal. */
    bool is_overtaken;             /* `goal` is as the other has left it. */
};

struct review_view {
    struct plan_of of;
    struct goal_row goal;
    struct review_list before;
    bool is_overtaken;
};

/* The citizen of the address and the page's form, posting to the plan's `what` ("" for the plan itself);
 * false: answer not found. */
bool plan_open(struct request *r, const char *what, struct plan_of *of);

/* The same with the goal of the address, which must be hers. */
bool plan_open_goal(struct request *r, const char *what, struct plan_of *of, struct goal_row *goal);

struct reply plan_back(struct request *r, const struct plan_of *of);

/* The reviews of one goal, out of all of the citizen's. */
struct review_list reviews_of(struct request *r, const struct goal_review_row_list *all, struct goal_id goal);

struct reply plan_get(struct request *r);  /* show.c */
struct reply agree_post(struct request *r); /* agree.c */
struct reply agree_undo_post(struct request *r);
struct reply words_get(struct request *r); /* words.c */
struct reply words_post(struct request *r);
struct reply words_undo_post(struct request *r);
struct reply goal_new_get(struct request *r); /* goal.c */
struct reply goal_new_post(struct request *r);
struct reply goal_get(struct request *r);
struct reply goal_post(struct request *r);
struct reply goal_up_post(struct request *r); /* order.c */
struct reply goal_down_post(struct request *r);
struct reply goal_drop_post(struct request *r);
struct reply goal_restore_post(struct request *r);
struct reply review_get(struct request *r); /* follow_up.c */
struct reply review_post(struct request *r);
struct reply review_undo_post(struct request *r);
struct reply choice_get(struct request *r); /* choice.c */
struct reply choice_post(struct request *r);
struct reply choice_undo_post(struct request *r);

/* The plan's page with its agreement form; show.c. */
struct reply plan_show(struct request *r, struct plan_view *view);
bool plan_fill(struct request *r, struct plan_view *view);

extern const struct feature plan_feature;

#endif
