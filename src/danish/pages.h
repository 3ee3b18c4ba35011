/* SPDX-License-Identifier: MIT
 * pages.h: what the page of Danish education is given. For this folder. */
#ifndef DANISH_PAGES_H
#define DANISH_PAGES_H

#include "citizen/citizen.h"
#include "danish/danish.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"

struct danish_view {
    struct citizen_row citizen;
    const char *name, *pace;
    struct danish_standing standing;
    struct danish_step_row_list steps;
    struct choices tracks;
    struct form form;
    bool may_write, may_open_case;
};

#endif
