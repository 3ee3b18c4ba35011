/* SPDX-License-Identifier: MIT
 * staff.h: the people who log in, their units and roles. Rows and statements are in staff.sql. Whose
 * cases they may see is casefile's question. */
#ifndef STAFF_STAFF_H
#define STAFF_STAFF_H

#include "db/db.h"
#include "staff_sql.h"

enum login_why {
    LOGIN_FINE,
    LOGIN_WRONG,  /* Log-in or password, never told which; also for an inactive person. */
    LOGIN_LOCKED, /* Too many wrong ones: closed until `until`. */
    LOGIN_CODE,   /* The password is right; the second factor is wanted or wrong. */
    LOGIN_WHY_COUNT,
};

struct login_verdict {
    enum login_why why;
    instant until; /* For LOGIN_LOCKED. */
    struct actor actor;
    const char *name;
};

/* Tries a log-in. The first three wrong ones cost nothing, then the door stays closed 1, 2, 4 ... minutes,
 * at most an hour. Counts are stored, so call it in a write request and commit also when it fails. */
struct login_verdict staff_log_in(struct db *db, const char *login, const char *password, const char *code);

/* Everything a person may do, over all roles, as a set. */
permission_set staff_permission_set(struct db *db, struct staff_id staff);

/* Writes the job functions of roles.c and the first two units into a municipality that has none. */
void staff_found(struct db *db);

/* The roles of a person are now these, and with them what is allowed in running sessions; an inactive
 * person is logged out. */
struct role_in_unit {
    struct role_id role;
    struct unit_id unit;
};
void staff_set_roles(struct db *db, struct staff_id staff, const struct role_in_unit *roles, size_t count);

/* A job function may now do this, and so may everybody who has it, from the next request on. */
void role_set_permissions(struct db *db, struct role_id role, permission_set permissions);
permission_set role_permission_set(struct db *db, struct role_id role);

/* A person with a role in a unit, for `user add`, imports and simulation. Password and role may be NULL. */
struct staff_id staff_add(struct db *db, const struct staff_insert_in *person, const char *password,
                          const char *role_code);

#endif
