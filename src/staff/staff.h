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

/* Writes the job functions of roles.c into a new municipality. */
void staff_load_roles(struct db *db);

/* A person with a role in a unit, for `user add`, imports and simulation. Password may be NULL. */
struct staff_id staff_add(struct db *db, const struct staff_insert_in *person, const char *password,
                          const char *role_code);

#endif
