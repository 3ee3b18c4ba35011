/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of enquiries are given, and their handlers. For this folder and features.c. */
#ifndef ENQUIRY_PAGES_H
#define ENQUIRY_PAGES_H

#include "employer/pages.h"
#include "enquiry/enquiry.h"
#include "placement_sql.h"

extern const struct feature enquiry_feature;

/* An open enquiry with its clock. */
struct enquiry_line {
    const struct enquiry_listed *row;
    bool has_clock;
    struct time_left left;
};
struct enquiry_lines {
    struct enquiry_line *at;
    size_t count;
};

/* A month of clocks. */
struct enquiry_month {
    day first;
    int64_t count, in_time, late, running; /* `late` also those that are open and over. */
    const char *share;                     /* "83 %", or "" when all still run. */
};
struct enquiry_months {
    struct enquiry_month *at;
    size_t count;
};

struct enquiry_list_view {
    struct placement_report_waiting_list reports; /* Hours told by link that wait for a yes. */
    struct enquiry_lines lines;
    struct enquiry_closed_row_list closed;
    struct enquiry_months months;
    bool is_mine, is_cut, is_year;
    int64_t page;
    bool has_more;
};

struct enquiry_new_view {
    struct company_row company;
    struct form form;
    struct choices kinds, ways, contacts, placements;
    const struct enquiry_placement *people; /* As many as `placements`. */
};

struct enquiry_clock_line {
    const struct enquiry_deadline *row;
    const char *text, *state; /* In the person's language. */
    struct time_left left;
};
struct enquiry_view {
    struct enquiry_row enquiry;
    struct company_row company;
    struct {
        struct enquiry_clock_line *at;
        size_t count;
    } clocks;
    struct enquiry_step_row_list steps;
    struct form answer_form, visit_form, close_form;
    struct choices outcomes, next_steps;
    struct unsolved unsolved;
    const char *policy; /* What the scheme says, in the person's language, or NULL. */
    bool may_write, is_open;
};

struct reply enquiry_list_get(struct request *r);
struct reply enquiry_new_get(struct request *r);
struct reply enquiry_new_post(struct request *r);
struct reply enquiry_get(struct request *r);
struct reply enquiry_answer_post(struct request *r);
struct reply enquiry_visit_post(struct request *r);
struct reply enquiry_close_post(struct request *r);
struct reply enquiry_undo_post(struct request *r);

#endif
