/* SPDX-License-Identifier: MIT
 * pages.c: the routes of errands. */
#include "errand/pages.h"

static const struct route routes[] = {
    { GET, "/borger/{citizen}/find-praktik", MAY_CASE_WRITE, errand_new_get },
    { POST, "/borger/{citizen}/find-praktik", MAY_CASE_WRITE, errand_new_post },
    { GET, "/find-praktik", MAY_PLACEMENT_READ, errand_list_get },
    { GET, "/find-praktik/{errand}", MAY_PLACEMENT_READ, errand_get },
    { POST, "/find-praktik/{errand}/svar", MAY_PLACEMENT_WRITE, errand_answer_post },
    { POST, "/find-praktik/{errand}/virksomhed", MAY_PLACEMENT_WRITE, errand_company_post },
    { POST, "/find-praktik/{errand}/luk", MAY_PLACEMENT_WRITE, errand_close_post },
    { POST, "/find-praktik/{errand}/fortryd/{trin}", MAY_PLACEMENT_WRITE, errand_undo_post },
    { POST, "/find-praktik/{errand}/tilbage", MAY_CASE_WRITE, errand_back_post },
    { 0 },
};

const struct feature errand_feature = { .name = "errand", .routes = routes };
