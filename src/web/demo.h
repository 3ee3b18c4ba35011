/* SPDX-License-Identifier: MIT
 * demo.h: the clock of a demo, which people move forward to see what falls due. */
#ifndef WEB_DEMO_H
#define WEB_DEMO_H

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"
#include "web/request.h"

/* Now, with what a demo has moved it. A transaction needs its time before it begins, so this is one of its
 * own: call it outside one. */
instant demo_now(struct db *db, struct arena *arena);

/* POST /ur/frem: moves it forward, and what falls due by that is worked out before the answer, unless it is
 * very much: then GET /ur shows how far it has come and goes back to the page when it is done. Both are not
 * found without --demo. */
struct reply demo_forward_post(struct request *r);
struct reply demo_wait_get(struct request *r);

/* What GET /ur shows. */
struct demo_wait_view {
    int64_t waiting;
    const char *here, *back; /* Asked for again; where to go when it is done. */
};

#endif
