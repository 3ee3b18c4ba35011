/* SPDX-License-Identifier: MIT
 * pages.c: the routes of staff, and the names that every page's bar shows. */
#include "staff/pages.h"

#include "staff/login.h"
#include "web/frame.h"

static const struct route routes[] = {
    { GET, "/log-ind", MAY_ANYONE, login_get },
    { POST, "/log-ind", MAY_ANYONE, login_post },
    { POST, "/log-ud", MAY_LOGGED_IN, logout_post },
    { 0 },
};

static const char *person(struct request *r)
{
    const char *name = r->actor.kind == ACTOR_STAFF ? staff_name(r->db, (struct staff_id){ r->actor.id }) : NULL;

    return name == NULL ? "" : name;
}

static const char *municipality(struct request *r)
{
    struct municipality_row row;

    return municipality_load(r->db, &row) ? row.name : "";
}

static void start(void)
{
    frame_start_up((struct frame_names){ person, municipality });
}

const struct feature staff_feature = { .name = "staff", .routes = routes, .start = start };
