/* SPDX-License-Identifier: MIT
 * pages.c: the routes of citizens. The page of one citizen, /borger/{citizen}, belongs to overview. */
#include "citizen/pages.h"

static const struct route routes[] = {
    { GET, "/borgere", MAY_CASE_READ, citizens_get },
    { GET, "/find", MAY_LOGGED_IN, find_get },
    { POST, "/find", MAY_LOGGED_IN, find_post },
    { GET, "/borger/ny", MAY_CASE_CREATE, create_get },
    { POST, "/borger/ny", MAY_CASE_CREATE, create_post },
    { GET, "/borger/{citizen}/stamdata", MAY_CASE_WRITE, master_get },
    { POST, "/borger/{citizen}/stamdata", MAY_CASE_WRITE, master_post },
    { POST, "/borger/{citizen}/bolig", MAY_CASE_WRITE, housed_post },
    { POST, "/borger/{citizen}/cpr", MAY_CPR_SHOW, number_post },
    { POST, "/borger/{citizen}/familie", MAY_CASE_WRITE, relative_post },
    { POST, "/borger/{citizen}/familie/{person}/fjern", MAY_CASE_WRITE, relative_remove_post },
    { POST, "/borger/{citizen}/kan", MAY_CASE_WRITE, skill_post },
    { POST, "/borger/{citizen}/kan/{kan}/fjern", MAY_CASE_WRITE, skill_remove_post },
    { 0 },
};

const struct feature citizen_feature = { .name = "citizen", .routes = routes };
