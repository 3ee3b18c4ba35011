/* SPDX-License-Identifier: MIT
 * pages.c: the routes of results. */
#include "results/pages.h"

static const struct route routes[] = {
    { GET, "/resultater", MAY_RESULT_READ, leader_get },
    { GET, "/resultater/tal.csv", MAY_RESULT_READ, leader_csv_get },
    { GET, "/resultater/frister", MAY_RESULT_READ, late_get },
    { GET, "/resultater/staar-stille", MAY_RESULT_READ, still_get },
    { GET, "/resultater/aarsag", MAY_RESULT_WRITE, cause_get },
    { POST, "/resultater/aarsag", MAY_RESULT_WRITE, cause_post },
    { GET, "/statusrapport", MAY_RESULT_READ, reports_get },
    { POST, "/statusrapport", MAY_RESULT_WRITE, report_new_post },
    { GET, "/statusrapport/{report}", MAY_RESULT_READ, report_get },
    { POST, "/statusrapport/{report}", MAY_RESULT_WRITE, report_post },
    { POST, "/statusrapport/{report}/interview", MAY_RESULT_WRITE, said_post },
    { POST, "/statusrapport/{report}/interview/{interview}/slet", MAY_RESULT_WRITE, said_delete_post },
    { 0 },
};

const struct feature results_feature = { .name = "results", .routes = routes };
