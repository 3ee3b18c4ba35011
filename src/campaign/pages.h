/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of campaigns, surveys and demand are given, and their handlers. For this folder and
 * features.c. */
#ifndef CAMPAIGN_PAGES_H
#define CAMPAIGN_PAGES_H

#include "campaign/campaign.h"
#include "employer/pages.h"
#include "web/chart.h"
#include "web/turn.h"

extern const struct feature campaign_feature;

enum { CAMPAIGNS_SHOWN = 50, ROWS_A_PAGE = 50, SURVEY_ROWS_SHOWN = 100, OPENINGS_MAX = 999 };

struct campaigns_view {
    struct campaign_listed_list campaigns;
    struct form form;
    bool may_write;
};

struct campaign_view {
    struct campaign_row campaign;
    struct campaign_company_row_list companies;
    struct campaign_effect effect;
    struct form form, row_form; /* Recipients; what came of one. */
    struct choices branches, results;
    struct place_in_list place;
    int64_t igu_count;
    bool may_write;
};

struct surveys_view {
    struct survey_listed_list surveys;
    struct form form;
    bool may_write;
};

struct survey_view {
    struct survey_row survey;
    struct survey_company_row_list companies;
    struct survey_sum_row_list sums;
    struct form form, filter_form;
    struct choices branches, wanted;
    struct survey_links links; /* Just made, told once. */
    struct place_in_list place;
    bool is_sent, may_write;
};

struct answer_view {
    struct survey_asked_row asked;
    struct form form;
    struct choices branches, willing;
    bool is_sent;
};

struct demand_view {
    day quarter;
    struct branch_demand_row_list rows;
    struct branch_share_row share;
    struct form form;
    struct choices branches, levels;
    bool may_write;
};

struct reply campaigns_get(struct request *r);
struct reply campaigns_post(struct request *r);
struct reply campaign_get(struct request *r);
struct reply campaign_add_post(struct request *r);
struct reply campaign_send_post(struct request *r);
struct reply campaign_row_post(struct request *r);
struct reply surveys_get(struct request *r);
struct reply surveys_post(struct request *r);
struct reply survey_get(struct request *r);
struct reply survey_add_post(struct request *r);
struct reply survey_send_post(struct request *r);
struct reply demand_get(struct request *r);
struct reply demand_post(struct request *r);

/* The name of an answer's field for a branch: "b_kitchen". */
const char *answer_field(struct arena *arena, const char *branch);

#endif
