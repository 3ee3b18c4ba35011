/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of companies are given, and their handlers. For this folder and features.c. */
#ifndef EMPLOYER_PAGES_H
#define EMPLOYER_PAGES_H

#include "employer/employer.h"
#include "law/glossary.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/route.h"

extern const struct feature employer_feature;

enum { COMPANIES_A_PAGE = 50, TALKS_SHOWN = 20, MONTHS_SHOWN = 13, PLACEMENTS_SHOWN = 50 };

struct company_list_view {
    struct form form; /* What the list is narrowed to. */
    struct choices states, sorts;
    struct company_listed_list companies;
    struct company_demand_row_list in_demand; /* Branches that lack people. */
    int64_t total, page, page_count;
    bool may_write;
};

struct company_view {
    struct company_row company;
    struct company_contact_row_list contacts;
    struct company_talk_row_list talks;
    struct company_placement_row_list placements;
    struct company_month_row_list months, months_cvr; /* Ordinary employees, newest first. */
    struct company_survey_row survey; /* The newest answer to a job barometer; id 0 when there is none. */
    struct form contact_form, talk_form, month_form;
    struct choices ways, levels;
    const char *cvr_warning; /* In the person's language, or NULL. */
    bool may_write, may_see_placements;
};

struct company_edit_view {
    struct form form;
    const char *path, *title;
    int64_t id; /* 0 for a new one. */
    struct choices branches, states, sectors, consultants;
    struct company_listed_list alike; /* Companies with such a name, before a new one is made. */
    bool is_searched;
};

struct reply company_list_get(struct request *r);
struct reply company_get(struct request *r);
struct reply company_contact_post(struct request *r);
struct reply company_contact_remove_post(struct request *r);
struct reply company_talk_post(struct request *r);
struct reply company_month_post(struct request *r);
struct reply company_new_get(struct request *r);
struct reply company_new_post(struct request *r);
struct reply company_edit_get(struct request *r);
struct reply company_edit_post(struct request *r);

/* Choices of a list of the glossary, in the request's language; or some of them in an order of their own
 * (`codes` ends with NULL). */
struct choices glossary_choices(struct request *r, const char *list);
struct choices glossary_some(struct request *r, const char *list, const char *const *codes);

bool request_may(const struct request *r, enum permission permission);

#endif
