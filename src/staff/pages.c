/* SPDX-License-Identifier: MIT
 * pages.c: the routes of staff, and what every page's frame shows of the person and the municipality. */
#include "staff/pages.h"

#include "staff/login.h"

static const struct route routes[] = {
    { GET, "/log-ind", MAY_ANYONE, login_get },
    { POST, "/log-ind", MAY_ANYONE, login_post },
    { POST, "/log-ud", MAY_LOGGED_IN, logout_post },
    { GET, "/min-profil", MAY_LOGGED_IN, profile_get },
    { POST, "/min-profil", MAY_LOGGED_IN, profile_self_post },
    { POST, "/min-profil/tastatur", MAY_LOGGED_IN, profile_keys_post },
    { POST, "/min-profil/adgangskode", MAY_LOGGED_IN, profile_password_post },
    { POST, "/min-profil/fravaer", MAY_LOGGED_IN, profile_absence_post },
    { GET, "/min-profil/kode", MAY_LOGGED_IN, factor_get },
    { POST, "/min-profil/kode", MAY_LOGGED_IN, factor_post },
    { POST, "/min-profil/kode/fra", MAY_LOGGED_IN, factor_off_post },
    { GET, "/medarbejdere", MAY_STAFF_READ, people_get },
    { GET, "/medarbejdere/ny", MAY_STAFF_WRITE, person_new_get },
    { POST, "/medarbejdere/ny", MAY_STAFF_WRITE, person_new_post },
    { GET, "/medarbejdere/{medarbejder}", MAY_STAFF_WRITE, person_get },
    { POST, "/medarbejdere/{medarbejder}", MAY_STAFF_WRITE, person_post },
    { GET, "/roller", MAY_STAFF_READ, roles_get },
    { GET, "/roller/{rolle}", MAY_STAFF_READ, role_get },
    { POST, "/roller/{rolle}", MAY_STAFF_WRITE, role_post },
    { GET, "/enheder", MAY_STAFF_READ, units_get },
    { POST, "/enheder", MAY_STAFF_WRITE, units_post },
    { GET, "/enheder/{enhed}", MAY_STAFF_WRITE, unit_get },
    { POST, "/enheder/{enhed}", MAY_STAFF_WRITE, unit_post },
    { 0 },
};

static const char *person(struct request *r)
{
    const char *name = r->actor.kind == ACTOR_STAFF ? staff_name(r->db, (struct staff_id){ r->actor.id }) : NULL;

    return name == NULL ? "" : name;
}

static bool has_keys_off(struct request *r)
{
    return r->actor.kind == ACTOR_STAFF && staff_has_keys_off(r->db, (struct staff_id){ r->actor.id });
}

static const char *municipality(struct request *r)
{
    struct municipality_row row;

    return municipality_load(r->db, &row) ? row.name : "";
}

static bool is_training(struct request *r)
{
    struct municipality_row row;

    return municipality_load(r->db, &row) && row.is_training;
}

static void start(void)
{
    frame_start_up((struct frame_names){ person, municipality, has_keys_off, is_training });
}

const struct feature staff_feature = { .name = "staff", .routes = routes, .start = start, .found = staff_found };
