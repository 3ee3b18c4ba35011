/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of this folder are given, its handlers, and its row in features.c. */
#ifndef ACCESS_PAGES_H
#define ACCESS_PAGES_H

#include "access/access.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/route.h"

struct seen_view {
    struct citizen_row citizen;
    const char *name;
    struct seen seen;
    struct access_seen_list_list lists;
    bool is_all, may_insight;
    instant now;
};

struct open_view {
    struct form form;
    const char *path, *unit_name;
};

struct opened_view {
    struct break_glass_row_list opened;
    instant now;
};

struct insight_view {
    struct citizen_id citizen;
    const char *name;
    struct telling telling;
    bool may_erase, is_erased;
    day today;
};

struct erase_view {
    struct form form;
    struct citizen_row citizen;
    const char *name, *path;
    struct holding_rows {
        const struct holding *const *at;
        size_t count;
    } holdings;
    int64_t running;  /* Enrolments that have not ended. */
    bool is_last_step;
};

extern const struct choices erase_grounds;

/* The citizen of the address and her name as text; false when there is none. */
bool access_citizen(struct request *r, struct citizen_row *citizen, const char **name);

/* Any of two or three permissions, where a route names one only. */
bool access_may(const struct request *r, permission_set any);

struct reply seen_get(struct request *r);
struct reply open_get(struct request *r);
struct reply open_post(struct request *r);
struct reply opened_get(struct request *r);
struct reply insight_get(struct request *r);
struct reply insight_json_get(struct request *r);
struct reply erase_get(struct request *r);
struct reply erase_post(struct request *r);

extern const struct feature access_feature;

#endif
