/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of places and of citizens' wishes are given, and their handlers. For this folder and
 * features.c. */
#ifndef WORKPLACE_PAGES_H
#define WORKPLACE_PAGES_H

#include "citizen/citizen.h"
#include "employer/pages.h"
#include "web/field.h"
#include "workplace/workplace.h"

extern const struct feature workplace_feature;

/* What may be chosen on both pages. */
struct work_choices {
    struct choices functions, levels, loads, certificates, weekdays, languages, prospects, targets, travels, offers;
};

struct place_line {
    struct work_place_row row;
    const char *function, *hours;
};

struct place_list_view {
    struct company_row company;
    struct { const struct place_line *at; size_t count; } places;
    struct form form; /* Of the buttons. */
    bool may_write, may_match;
};

struct place_edit_view {
    struct company_row company;
    struct form form;
    struct work_choices choices;
    const char *path, *title;
};

struct work_view {
    struct citizen_row citizen;
    struct form form, park_form;
    struct work_choices choices;
    struct citizen_work_row work;
    bool is_said;
    struct choices others; /* What can be wanted beside work: market_kind. */
};

struct function_page_view {
    struct work_function_row_list functions;
    struct form form;
    bool may_write;
};

struct reply place_list_get(struct request *r);
struct reply place_new_get(struct request *r);
struct reply place_new_post(struct request *r);
struct reply place_edit_get(struct request *r);
struct reply place_edit_post(struct request *r);
struct reply place_close_post(struct request *r);
struct reply place_open_post(struct request *r);
struct reply opening_list_get(struct request *r);
struct reply work_get(struct request *r);
struct reply work_post(struct request *r);
struct reply work_park_post(struct request *r);
struct reply function_page_get(struct request *r);
struct reply function_page_post(struct request *r);
struct reply function_page_retire_post(struct request *r);

struct opening_line {
    const struct opening_row *row;
    const char *hours;
    int64_t free_count;
};

/* How many of the seats were filled. */
struct opening_share {
    const struct opening_rate *row;
    const char *share; /* "83 %", "" when there are none. */
};

struct opening_list_view {
    struct form form;
    struct choices offers;
    struct {
        const struct opening_line *at;
        size_t count;
    } openings;
    struct {
        const struct opening_share *at;
        size_t count;
    } shares;
    struct place_in_list place;
    bool may_match;
};

/* Fills the form of a new placement with what is known of a place and of what work must fit with the citizen. */
void work_place_fill_form(struct form *form, struct citizen_id citizen, const struct work_place_row *place);
void opening_start(void);

/* What a place may offer beside a placement: codes of placement_kind, NULL last. */
extern const char *const work_offer_codes[];

struct work_choices work_choices(struct request *r);

/* Ticks of a glossary list to bits, and back. */
int64_t work_bits_read(struct form *form, const char *name, const char *list);
void work_bits_fill(struct form *form, const char *name, const char *list, int64_t bits);

/* A code of a choice list whose codes are small numbers; UNSAID when nothing was chosen. */
enum { WORK_UNSAID = -1 };
int64_t work_level_read(struct form *form, const char *name, struct choices choices);
void work_level_fill(struct form *form, const char *name, int64_t level);

/* "20-30": hours a week as two numbers in hundredths; one number is both. Both 0 when nothing was typed. */
void work_hours_read(struct form *form, const char *name, int64_t *min, int64_t *max);
const char *work_hours_typed(struct request *r, int64_t min, int64_t max);

/* "7.00-15.00" into minutes; both 0 when nothing was typed. */
void work_times_read(struct form *form, const char *name, int64_t *from, int64_t *to);

#endif
