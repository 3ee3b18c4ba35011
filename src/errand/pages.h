/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of errands are given, and their handlers. For this folder and features.c. */
#ifndef ERRAND_PAGES_H
#define ERRAND_PAGES_H

#include "citizen/citizen.h"
#include "employer/pages.h"
#include "errand/errand.h"
#include "web/say.h"

extern const struct feature errand_feature;

/* A month of errands by the day the citizen said her wish. */
struct errand_month {
    day first;
    int64_t count, reached; /* `reached`: those for whom a company was asked. */
    int64_t placed;
    const char *half;       /* The time from wish to first company that half of `reached` had at most, in words. */
};
struct errand_months {
    struct errand_month *at;
    size_t count;
};

/* The months since `since`, newest first; rows newest first. Pure. */
struct errand_months errand_months_of(struct arena *arena, enum language language, struct errand_time_row_list times);

/* "5 timer", "40 min.", "3 dage": how long something took; seconds are not negative. Below two days in hours. */
const char *errand_span_words(struct arena *arena, enum language language, int64_t seconds);

struct errand_line {
    const struct errand_listed *row;
    bool has_clock;
    struct time_left left;
};

struct errand_list_view {
    struct {
        struct errand_line *at;
        size_t count;
    } lines;
    struct errand_months months;
    bool is_mine, is_cut;
};

/* Somebody who finds places, and as what. */
struct finder {
    struct staff_id staff;
    const char *name, *role;
};
struct finder_list {
    struct finder *at;
    size_t count, room;
};

struct errand_new_view {
    struct citizen_row citizen;
    struct form form;
    struct finder_list finders;
    struct choices consultants; /* The same, for the form. */
    struct errand_of_citizen_row_list open;
};

struct errand_view {
    struct errand_row errand;
    struct errand_step_row_list steps;
    struct form answer_form, company_form, close_form;
    struct choices outcomes;
    const char *waited; /* From the wish to the first company that was asked, or NULL. */
    bool may_write, is_open, has_case;
};

struct reply errand_new_get(struct request *r);
struct reply errand_new_post(struct request *r);
struct reply errand_list_get(struct request *r);
struct reply errand_get(struct request *r);
struct reply errand_answer_post(struct request *r);
struct reply errand_company_post(struct request *r);
struct reply errand_close_post(struct request *r);
struct reply errand_undo_post(struct request *r);
struct reply errand_back_post(struct request *r);

#endif
