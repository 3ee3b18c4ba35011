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

extern const struct feature staff_feature;

#endif
