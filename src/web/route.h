/* SPDX-License-Identifier: MIT
 * route.h: the route table of a feature, one row a page. Paths are Danish; {name} is one segment. */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include "db/permission.h"
#include "web/request.h"

struct route {
    enum method method;
    const char *path;
    int permission; /* enum permission, MAY_LOGGED_IN, MAY_ANYONE or MAY_LINK. */
    struct reply (*handler)(struct request *r);
};

/* What a feature gives the program; features.c lists them in order. A feature may include only the
 * headers of features before it. */
struct feature {
    const char *name;
    const struct route *routes; /* Ends with a row without handler; NULL when it has no pages. */
    void (*start)(void);        /* Called once in each process before serving; NULL when not needed. */
    void (*found)(struct db *db); /* What `init` writes into a new store, as the system; NULL for nothing. Is asked
                                   * again on a store that is there already, and then changes nothing. */
    int64_t (*waiting)(struct db *db); /* How many things wait because time has passed; NULL when none ever do. */
    void (*wake)(struct db *db, struct arena *arena, instant now); /* Does them, in transactions of its own. */
};

extern const struct feature *const features[];
extern const size_t feature_count;

/* Calls each feature's start, once: for every process that works with a store, commands too. Without it
 * there is no guard and there are no rules. */
void feature_start_all(void);

/* Finds the row for a path; fills the parameters of `r`. NULL when there is none. */
const struct route *route_find(struct request *r);

/* Calls `visit` for every route of every feature: the tests walk them so. */
void route_each(void (*visit)(const struct route *route, void *context), void *context);

#endif
