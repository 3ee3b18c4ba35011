/* SPDX-License-Identifier: MIT
 * pages.c: the routes of absence cases. Several job functions meet here, each with pages of its own; a handler asks
 * which, and the statements ask again. */
#include "sanction/pages.h"

static const struct route routes[] = {
    { GET, "/fravaerssager", MAY_LOGGED_IN, sanction_list_get },
    { GET, "/borger/{citizen}/fravaer", MAY_LOGGED_IN, absence_get },
    { POST, "/borger/{citizen}/fravaer", MAY_SANCTION_WRITE, absence_post },
    { GET, "/fravaerssager/{sag}", MAY_LOGGED_IN, sanction_get },
    { GET, "/fravaerssager/{sag}/brev/{dokument}/brev.pdf", MAY_LOGGED_IN, sanction_letter_get },
    { POST, "/fravaerssager/{sag}/skridt/{skridt}", MAY_SANCTION_WRITE, sanction_step_post },
    { POST, "/fravaerssager/{sag}/ydelse/{skridt}", MAY_SANCTION_DECIDE, sanction_ruling_post },
    { POST, "/fravaerssager/{sag}/fortryd", MAY_SANCTION_WRITE, sanction_undo_post },
    { POST, "/fravaerssager/{sag}/fortryd-ydelse", MAY_SANCTION_DECIDE, sanction_undo_post },
    { POST, "/fravaerssager/{sag}/vejled", MAY_SANCTION_WRITE, sanction_guide_post },
    { 0 },
};

const struct feature sanction_feature = { .name = "sanction", .routes = routes };
