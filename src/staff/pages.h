/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of this folder are given. */
#ifndef STAFF_PAGES_H
#define STAFF_PAGES_H

#include "staff/staff.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/route.h"

struct login_view {
    struct form form;
    const char *problem; /* What stood in the way, in the person's language, or NULL. */
    bool is_code_wanted;
};

/* "Min profil": one form for each thing, so that each is saved alone. */
struct profile_view {
    struct staff_row me;
    struct form self, keys, password, factor, absence;
    struct choices colleagues;
    struct staff_role_row_list roles;
    bool has_factor, sees_staff, sees_log;
};

/* The second factor is being switched on: the secret is shown until a code of it was right. */
struct factor_view {
    struct form form;
    const char *secret; /* Base32, four and four letters. */
};

struct people_view {
    struct staff_listed_list people;
    const char *words, *sort; /* As asked. */
    bool is_active, may_write;
    day today;
};

/* One tick on the page of a person: this role in this unit. `code` is "role-unit". */
struct role_unit {
    const char *code, *unit_name;
    bool is_given;
};
struct role_units {
    struct role_unit *at;
    size_t count;
};
struct role_choice {
    const char *title;
    struct role_units units;
};
struct role_choices {
    struct role_choice *at;
    size_t count;
};

struct person_view {
    struct form form;
    struct staff_id id; /* n = 0 for a new person. */
    const char *name, *path;
    struct choices units;
    struct role_choices roles;
    bool is_overtaken; /* Somebody else saved meanwhile; what they wrote is in `now`. */
    struct staff_row now;
};

struct roles_view {
    struct role_listed_list roles;
    bool may_write;
};

struct role_view {
    struct form form;
    struct role_row role;
    struct choices permissions;
    bool may_write;
};

struct units_view {
    struct unit_listed_list units;
    struct form form; /* Of a new unit. */
    bool may_write;
};

struct unit_view {
    struct form form;
    struct unit_row unit;
    bool is_overtaken;
};

extern const struct feature staff_feature;

/* Handlers, for the route table in pages.c. Those of log-in are in login.h. */
struct reply profile_get(struct request *r);
struct reply profile_self_post(struct request *r);
struct reply profile_keys_post(struct request *r);
struct reply profile_password_post(struct request *r);
struct reply profile_absence_post(struct request *r);
struct reply factor_get(struct request *r);
struct reply factor_post(struct request *r);
struct reply factor_off_post(struct request *r);

/* Job functions as the list has them ("Leder, Teamleder", or NULL), in the person's language: those a municipality
 * named itself have no translation. */
const char *role_words(struct request *r, const char *titles);

struct reply people_get(struct request *r);
struct reply person_new_get(struct request *r);
struct reply person_new_post(struct request *r);
struct reply person_get(struct request *r);
struct reply person_post(struct request *r);

struct reply roles_get(struct request *r);
struct reply role_get(struct request *r);
struct reply role_post(struct request *r);

struct reply units_get(struct request *r);
struct reply units_post(struct request *r);
struct reply unit_get(struct request *r);
struct reply unit_post(struct request *r);

#endif
