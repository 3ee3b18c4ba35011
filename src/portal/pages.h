/* SPDX-License-Identifier: MIT
 * pages.h: what stands behind links (src/link): pages for employers without log-in, and where staff make such
 * links for a placement. All forms of a page post to the page's own address with `hvad` saying what they are, so
 * that the secret stands in no stored address. For this folder and features.c. */
#ifndef PORTAL_PAGES_H
#define PORTAL_PAGES_H

#include "citizen/citizen.h"
#include "enquiry/enquiry.h"
#include "law/glossary.h"
#include "link/link.h"
#include "placement/told.h"
#include "portal_sql.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/route.h"

extern const struct feature portal_feature;

/* For keeper_tasks: companies whose pause is over are open again, with the event agreement.reopened. */
void portal_wake(struct db *db, struct arena *arena, instant now);

enum { REPORTS_SENT_SHOWN = 20 };

struct employer_view {
    struct link_row link;
    struct portal_company_row company;
    struct portal_person_list people;
    struct portal_report_list reports;
    struct portal_enquiry_list enquiries;
    struct choices persons, kinds;
    struct form hours_form, enquiry_form, pause_form;
    const char *sent; /* What was just sent, in the reader's language, or NULL. */
};

struct evaluation_field {
    const char *name, *label, *words; /* `words` is what is stored: a code of the glossary or as agreed. */
    bool is_agreed;                   /* As somebody wrote it. */
};
struct evaluation_view {
    struct link_row link;
    struct portal_company_row company;
    struct portal_person person;
    enum evaluation_stage stage;
    struct {
        struct evaluation_field *at;
        size_t count;
    } fields;
    struct choices scores;
    struct form form;
    instant sent_at; /* INSTANT_NONE until it is sent. */
};

struct buddy_view {
    struct link_row link;
    struct portal_buddy_row person;
    struct portal_practice_row_list practice; /* Newest first. */
    struct choices days;
    struct form form;
    bool is_thanked;
};

/* The pages by purpose; POST when the request is one. */
struct reply employer_answer(struct request *r, const struct link_row *link);
struct reply evaluation_answer(struct request *r, const struct link_row *link);
struct reply buddy_answer(struct request *r, const struct link_row *link);

/* Links of one placement, for staff. */
struct made_view {
    struct placement_row placement;
    struct citizen_row citizen;
    struct link_row_list links;
    struct choices whom, purposes;
    struct form form;
    const char *made, *address; /* The path and the whole address just made, told this once; NULL otherwise. */
};
struct reply made_get(struct request *r);
struct reply made_post(struct request *r);
struct reply made_withdraw_post(struct request *r);

#endif
