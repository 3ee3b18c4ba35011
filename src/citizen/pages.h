/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of this folder are given, and its handlers for the route table in pages.c. */
#ifndef CITIZEN_PAGES_H
#define CITIZEN_PAGES_H

#include "citizen/citizen.h"
#include "citizen/find.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/route.h"

struct citizens_view {
    struct citizen_found_list found;
    const char *words; /* Searched for, or "". */
    enum citizen_scope scope;
    bool may_create, is_number; /* A CPR number was typed where it would stand in the address. */
    struct citizen_id next;     /* The last one shown, when there are more; else n = 0. */
    day today;
};

struct find_view {
    const char *words;
    struct citizen_found_list citizens;
    struct found_list others;
    bool may_create, is_number;
    day today;
};

/* Search before create: first the words, then who is there already, beside the form. */
struct create_view {
    struct form form;
    bool has_searched;
    struct citizen_found_list found;
    struct facts_choices {
        struct choices units, genders, languages, tracks, laws, benefits, readiness, permits;
    } choices;
    bool is_training;
    day today;
};

/* What another has changed meanwhile: field by field, both. */
struct facts_difference {
    const char *label, *mine, *theirs;
};
struct facts_differences {
    struct facts_difference *at;
    size_t count;
};

struct master_view {
    struct form form, relative, skill;
    struct citizen_row citizen;
    const char *name, *cpr_masked;
    struct facts_choices choices;
    struct citizen_relative_row_list relatives;
    struct citizen_skill_row_list skills;
    struct facts_differences differences; /* count 0 unless overtaken. */
    bool is_overtaken, is_address_hidden, is_training, may_show_cpr;
    day today;
};

struct number_view {
    struct citizen_id citizen;
    const char *name, *cpr;
};

extern const struct choices skill_kinds; /* Can, consideration. */

extern const struct feature citizen_feature;

struct reply citizens_get(struct request *r);
struct reply find_get(struct request *r);
struct reply find_post(struct request *r);
struct reply create_get(struct request *r);
struct reply create_post(struct request *r);
struct reply master_get(struct request *r);
struct reply master_post(struct request *r);
struct reply housed_post(struct request *r);
struct reply number_post(struct request *r);
struct reply relative_post(struct request *r);
struct reply relative_remove_post(struct request *r);
struct reply skill_post(struct request *r);
struct reply skill_remove_post(struct request *r);

#endif
