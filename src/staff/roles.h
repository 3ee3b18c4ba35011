/* SPDX-License-Identifier: MIT
 * roles.h: the job functions a new municipality starts with. */
#ifndef STAFF_ROLES_H
#define STAFF_ROLES_H

#include <stddef.h>

#include "db/permission.h"

struct role_template {
    const char *code, *title;
    permission_set permissions;
};

extern const struct role_template role_templates[];
extern const size_t role_template_count;

#endif
