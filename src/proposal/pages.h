/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of proposals are given, and their handlers. For this folder and features.c. */
#ifndef PROPOSAL_PAGES_H
#define PROPOSAL_PAGES_H

#include "citizen/citizen.h"
#include "employer/pages.h"
#include "proposal/proposal.h"
#include "proposal/words.h"
#include "web/field.h"
#include "web/frame.h"
#include "web/turn.h"

extern const struct feature proposal_feature;

enum { ALTERNATIVES_SHOWN = 5, LINES_A_PAGE = 40, STEPS_SHOWN = 12, PLACES_SHOWN = 12 };

/* One citizen in the list on the left. */
struct team_line {
    struct citizen_id citizen;
    const char *name, *place, *points, *state, *class;
    bool is_current;
};

/* Another place for her, and what it would cost whom. */
struct team_alternative {
    struct work_place_id place;
    const char *name, *points, *then, *total;
};

struct team_control {
    struct proposal_control_id id;
    const char *what, *did;
};

struct proposal_team_view {
    struct proposal_unit_row unit;
    const struct market_kind *kind;
    struct proposal_run_row run;
    bool has_run, is_stale, may_write;
    const char *subtitle, *checked;
    struct { struct team_line *at; size_t count; } lines;
    int64_t unplaced;
    struct place_in_list place_shown;
    /* The one who is looked at; NULL when there is nobody. */
    const struct seeking *seeking;
    const char *name, *own_words, *place, *points;
    struct work_place_id work_place;
    struct company_id company;
    struct reasons reasons;
    struct { struct team_alternative *at; size_t count; } alternatives;
    struct { const char **at; size_t count; } why_nobody;
    struct { struct team_control *at; size_t count; } controls;
    struct proposal_step_row_list steps;
    struct proposal_accepted_row accepted;
    bool is_accepted, is_locked;
    struct proposal_control_id lock;
    struct form form, place_form;
    struct choices reasons_given;
};

struct unit_list_view {
    struct proposal_unit_row_list units;
    const struct market_kind *kind;
    bool may_audit;
};

struct course_view {
    struct proposal_one proposal;
    const struct market_kind *kind;
    struct proposal_accepted_row accepted;
    struct reasons reasons;
    struct proposal_step_row_list steps;
    const char *name, *points;
    struct form form;
    struct choices reasons_given;
    bool is_open, may_begin, may_end, may_write;
    struct text_pieces doubts; /* What speaks against beginning it. */
};

/* How many more, if one demand were another. */
struct relief {
    const char *criterion, *more, *example;
};
struct relief_list {
    struct relief *at;
    size_t count, room;
};

struct fitting_person {
    struct citizen_id citizen;
    const char *name, *place;
};
struct place_fit_view {
    struct work_place_row place;
    struct proposal_unit_row unit;
    struct { struct fitting_person *at; size_t count; } people;
    struct relief_list reliefs;
    struct work_place_trainee_list trainees;
    int64_t seeking, free_count;
    bool may_place;
};

struct fitting_place {
    struct work_place_id place;
    const char *name, *wish, *way, *hours;
    bool is_proposed;
};
struct person_fit_view {
    struct citizen_row citizen;
    bool is_seeking;
    struct { struct fitting_place *at; size_t count; } places;
    size_t fitting_count;
    struct relief_list reliefs;
};

struct weight_line {
    const struct criterion *criterion;
    const char *label, *field; /* Its field's name; of a kind that is not edited here its points. */
};
/* The criteria of another kind than work, as they stand in the file. */
struct kind_lines {
    const char *code;
    struct { struct weight_line *at; size_t count; } lines;
};
struct criteria_view {
    const struct criteria *criteria;
    struct { struct weight_line *at; size_t count; } lines;
    struct { struct kind_lines *at; size_t count, room; } kinds;
    struct weight_set_row_list sets;
    struct form form;
    bool may_write;
};

/* What was made of proposals. */
enum { AUDIT_ACCEPTED, AUDIT_CHANGED, AUDIT_REJECTED, AUDIT_DECLINED, AUDIT_COLUMNS };

struct audit_line {
    const char *group;
    const char *numbers[AUDIT_COLUMNS];
};
struct audit_table {
    const char *id, *title; /* The id is in the address of its other pages. */
    struct audit_line *at;
    size_t count, room;
    struct place_in_list place;
};
struct audit_view {
    const struct market_kind *kind;
    struct { struct audit_table *at; size_t count; } tables;
};

struct reply unit_list_get(struct request *r);
struct reply proposals_get(struct request *r);
struct reply proposals_run_post(struct request *r);
struct reply proposals_decide_post(struct request *r);
struct reply proposals_place_post(struct request *r);
struct reply proposals_lift_post(struct request *r);
struct reply course_get(struct request *r);
struct reply course_answer_post(struct request *r);
struct reply course_withdraw_post(struct request *r);
struct reply course_begin_post(struct request *r);
struct reply course_end_post(struct request *r);
struct reply place_fit_get(struct request *r);
struct reply person_fit_get(struct request *r);
struct reply criteria_get(struct request *r);
struct reply criteria_post(struct request *r);
struct reply audit_get(struct request *r);

/* The kind of market that the address names (`slags`); work when it names none. */
const struct market_kind *kind_asked(struct request *r);

/* The unit of the route's {unit}, when the actor may propose for it. */
bool unit_of_path(struct request *r, struct proposal_unit_row *unit);
bool unit_may(struct request *r, struct unit_id id, struct proposal_unit_row *unit);

/* The whole page; `citizen` is the one to look at (n = 0: the first who waits). */
struct reply proposals_show(struct request *r, struct proposal_unit_row unit, struct citizen_id citizen, struct form form);

/* Codes of proposal_reason with their labels. */
struct choices proposal_reasons(struct request *r);
const char *reason_read(struct form *form, const char *name, enum form_need need);

/* Which demands stand in the way, one at a time: MEASURE_COUNT for none, or -1 for more than one. */
int only_hindrance(const struct proposal_market *market, int32_t citizen, int32_t place);

/* origin.c: a placement that begins with an accepted proposal. */
void origin_start(void);

#endif
