/* SPDX-License-Identifier: MIT
 * pages.h: what the page of volunteer mentors is given. For this folder and features.c. */
#ifndef VOLUNTEER_PAGES_H
#define VOLUNTEER_PAGES_H

#include "citizen/citizen.h"
#include "employer/pages.h"
#include "volunteer/volunteer.h"
#include "web/field.h"

extern const struct feature volunteer_feature;

/* A chief mentor with more mentors than one can keep. */
struct chief_load {
    const char *name;
    int64_t count;
};

struct volunteer_view {
    struct volunteer_listed_list mentors;
    struct volunteer_match_row_list matches;
    struct mentor_wish_row_list wishes;
    struct volunteer_number numbers;
    struct { struct chief_load *at; size_t count; size_t room; } loaded; /* Chiefs above the limit. */
    int percent, limit;
    struct form form, button;
    struct choices branches, languages, staff;
    bool may_write, may_match;
};

struct volunteer_one_view {
    struct volunteer_row volunteer;
    struct form form;
};

struct mentor_wish_view {
    struct citizen_row citizen;
    struct form form;
    struct choices branches;
};

#endif
