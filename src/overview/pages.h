/* SPDX-License-Identifier: MIT
 * pages.h: the handlers of overview, and its row in features.c. */
#ifndef OVERVIEW_PAGES_H
#define OVERVIEW_PAGES_H

#include "citizen/holding.h"
#include "web/route.h"

struct reply today_get(struct request *r);        /* today.c */
struct reply act_ladder_post(struct request *r);  /* act.c */
struct reply act_give_post(struct request *r);
struct reply act_close_post(struct request *r);
struct reply overview_person_get(struct request *r);       /* person.c */
struct reply conflict_post(struct request *r);
struct reply conflict_withdraw_post(struct request *r);    /* why_conflict.c */
struct reply why_get(struct request *r);          /* why.c */

extern const struct feature overview_feature;
extern const struct holding overview_holding; /* holding.c */

#endif
