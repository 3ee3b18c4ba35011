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
    struct form form;
    struct choices branches, languages, staff, kinds, weekdays;
    bool may_write, may_match;
};

/* One of a chief's mentors. */
struct chief_mentor {
    const struct volunteer_listed *mentor;
    const char *waits; /* For what; "" for nothing. */
};

/* What became of a proposal to one of them. */
struct chief_match {
    const struct volunteer_chief_match *match;
    const char *waits, *who; /* Who said no. */
};
struct chief_matches {
    struct chief_match *at;
    size_t count, room;
};

struct chief_view {
    struct volunteer_chief_row_list chiefs;
    struct volunteer_chief_row chief; /* Who is looked at; id.n = 0 for nobody. */
    struct volunteer_number all;
    struct volunteer_chief_number own;
    int all_percent, own_percent, limit;
    int64_t free_seats;
    struct { struct chief_mentor *at; size_t count; } mentors;
    struct chief_matches pending, declined, ended;
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

struct reply chief_get(struct request *r);

#endif
