/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of companies are given, and their handlers. For this folder and features.c. */
#ifndef EMPLOYER_PAGES_H
#define EMPLOYER_PAGES_H

#include "employer/agreement.h"
#include "employer/employer.h"
#include "employer/wait.h"
#include "engine/obligation.h"
#include "law/glossary.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/route.h"
#include "web/turn.h"

extern const struct feature employer_feature;

enum { COMPANIES_A_PAGE = 50, TALKS_SHOWN = 20, MONTHS_SHOWN = 13, PLACEMENTS_SHOWN = 50 };

struct company_list_view {
    struct form form; /* What the list is narrowed to. */
    struct choices states, sorts;
    struct company_listed_list companies;
    struct company_demand_row_list in_demand; /* Branches that lack people. */
    struct place_in_list place;
    bool may_write;
};

/* Something due about a company, in words. */
struct company_due_line {
    const char *what;
    struct time_left left;
    instant due_at;
};
struct company_due_lines {
    const struct company_due_line *at;
    size_t count;
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
    struct company_talker_list talkers; /* Who from the town hall talks to them. */
    struct company_staffing_row_list keepers;
    struct merged_row_list merged; /* What was merged into it. */
    struct company_due_lines dues;
    struct form pause_form;
    day quiet_from; /* Colleagues who talked with it since then are named, so that it is not asked again. */
    struct company_enquiry_list enquiries; /* Open ones, oldest first. */
    const char *cvr_warning; /* In the person's language, or NULL. */
    bool may_write, may_see_placements, may_place;
};

struct company_edit_view {
    struct form form;
    const char *path, *title;
    int64_t id; /* 0 for a new one. */
    struct choices branches, states, sectors, consultants;
    struct company_listed_list alike; /* Companies with such a name, before a new one is made. */
    bool is_searched;
};

struct company_due_lines company_dues(struct request *r, struct company_id company);

/* What a rule that is in force at its anchor asks for; its id when it is so no more. */
const char *company_due_words(struct request *r, const struct ruleset *rules, const char *scheme_id, const char *rule_id,
                              instant anchor);

struct agreement_view {
    struct company_row company;
    struct agreement_row_list agreements;
    struct agreement_area_row_list areas;
    struct sparring_row_list sparrings;
    struct company_due_lines dues;
    struct form form, sparring_form;
    struct choices kinds, fulls, consultants;
    struct waiting_lines waiting;
    struct agreement_id edited, sparred; /* Whose form is open; n = 0 for none. */
    bool may_write;
};

/* One of my companies: what is due first, and how it stands. */
struct my_company_line {
    const struct my_company *row;
    const char *what; /* NULL when nothing is due. */
    struct time_left left;
    int64_t free_count;
    bool is_forgotten; /* Nobody has talked with it for long. */
};
struct my_company_lines {
    const struct my_company_line *at;
    size_t count;
};
struct my_companies_view {
    struct form form; /* The municipality's numbers. */
    const char *scope;
    struct choices scopes;
    struct my_company_lines lines;
    struct place_in_list place;
    bool may_write;
    struct waiting_lines waiting; /* At my centres. */
};

struct reply wait_off_post(struct request *r); /* wait.c */
struct reply wait_again_post(struct request *r);
struct reply my_companies_get(struct request *r);
struct reply company_manners_post(struct request *r);
struct reply company_pause_post(struct request *r);
struct reply company_reopen_post(struct request *r);

struct merge_list_view {
    struct merge_candidate_list pairs;
};
struct merge_view {
    struct form form;
    struct company_row kept, gone;
};
struct reply merge_list_get(struct request *r);
struct reply merge_get(struct request *r);
struct reply merge_post(struct request *r);
struct reply merge_undo_post(struct request *r);

struct catalogue_view {
    struct form form; /* What the catalogue is narrowed to. */
    struct catalogue_row_list centres;
    struct choices area_choices, target_choices, branches, towns;
    int64_t page;
    bool has_more, is_staff;
};

struct reply catalogue_get(struct request *r);
struct reply catalogue_csv_get(struct request *r);

/* Those whose work is companies; and whether somebody is one of them. */
struct choices employer_consultants(struct request *r);
bool employer_is_consultant(struct request *r, struct staff_id staff);

struct reply agreement_list_get(struct request *r);
struct reply agreement_new_post(struct request *r);
struct reply agreement_edit_get(struct request *r);
struct reply agreement_edit_post(struct request *r);
struct reply agreement_end_post(struct request *r);
struct reply agreement_resume_post(struct request *r);
struct reply sparring_post(struct request *r);
struct reply sparring_undo_post(struct request *r);

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

#endif
