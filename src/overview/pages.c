/* SPDX-License-Identifier: MIT
 * pages.c: the routes of the pages that show many features at once. */
#include "overview/pages.h"

static const struct route routes[] = {
    { GET, "/", MAY_LOGGED_IN, today_get },
    { GET, "/borger/{borger}", MAY_LOGGED_IN, overview_person_get },
    { GET, "/frist/{frist}", MAY_LOGGED_IN, why_get },
    { POST, "/frist/{frist}/afgoer", MAY_CASE_WRITE, conflict_post },
    { POST, "/frist/{frist}/fortryd", MAY_CASE_WRITE, conflict_withdraw_post },
    { POST, "/frist/{frist}/trin", MAY_LADDER_WRITE, act_ladder_post },
    { POST, "/frist/{frist}/giv-videre", MAY_OBLIGATION_ASSIGN, act_give_post },
    { POST, "/frist/{frist}/luk", MAY_OBLIGATION_ASSIGN, act_close_post },
    { 0 },
};

const struct feature overview_feature = { .name = "overview", .routes = routes };
