/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of pools are given. For this folder and features.c. */
#ifndef POOL_PAGES_H
#define POOL_PAGES_H

#include "citizen/holding.h"
#include "pool/pool.h"
#include "web/field.h"
#include "web/frame.h"
#include "web/route.h"

extern const struct feature pool_feature;
extern const struct holding pool_holding; /* holding.c */

struct pool_list_view {
    struct pool_listed_list pools;
    struct form form;
    bool may_write;
};

struct pool_one_view {
    struct pool_row pool;
    int64_t left, taken;
    struct pool_use_row_list uses;
    struct pool_kind_row_list kinds;
};

struct pool_placement_view {
    struct placement_row placement;
    struct pool_reservation_row_list reservations;
    struct choices pools; /* By number, with what is left. */
    struct choices kinds;
    int64_t mentor_cost;  /* What this placement holds and has spent of mentors' time, in kroner. */
    struct form form;
    bool may_write;
};

#endif
