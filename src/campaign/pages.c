/* SPDX-License-Identifier: MIT
 * pages.c: the routes of campaigns, surveys and demand. */
#include "campaign/pages.h"

static const struct route routes[] = {
    { GET, "/kampagner", MAY_COMPANY_READ, campaigns_get },
    { POST, "/kampagner", MAY_COMPANY_WRITE, campaigns_post },
    { GET, "/kampagner/{kampagne}", MAY_COMPANY_READ, campaign_get },
    { POST, "/kampagner/{kampagne}/modtagere", MAY_COMPANY_WRITE, campaign_add_post },
    { POST, "/kampagner/{kampagne}/send", MAY_COMPANY_WRITE, campaign_send_post },
    { POST, "/kampagner/{kampagne}/modtagere/{modtager}", MAY_COMPANY_WRITE, campaign_row_post },
    { GET, "/barometer", MAY_COMPANY_READ, surveys_get },
    { POST, "/barometer", MAY_COMPANY_WRITE, surveys_post },
    { GET, "/barometer/{maaling}", MAY_COMPANY_READ, survey_get },
    { POST, "/barometer/{maaling}/modtagere", MAY_COMPANY_WRITE, survey_add_post },
    { POST, "/barometer/{maaling}/send", MAY_COMPANY_WRITE, survey_send_post },
    { GET, "/brancher", MAY_COMPANY_READ, demand_get },
    { POST, "/brancher", MAY_COMPANY_WRITE, demand_post },
    { 0 },
};

const struct feature campaign_feature = { .name = "campaign", .routes = routes };
