/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of placements are given, and their handlers. For this folder and features.c. */
#ifndef PLACEMENT_PAGES_H
#define PLACEMENT_PAGES_H

#include "casefile/before.h"
#include "citizen/holding.h"
#include "citizen/citizen.h"
#include "employer/pages.h"
#include "law/glossary.h"
#include "meeting/meeting.h"
#include "placement/holding_on.h"
#include "placement/panel.h"
#include "placement/origin.h"
#include "placement/placement.h"
#include "placement/told.h"
#include "placement/wage.h"
#include "plan/choice.h"
#include "web/chart.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/overtaken.h"
#include "web/route.h"

extern const struct feature placement_feature;
extern const struct holding placement_holding; /* holding.c */

enum { STAIR_STEPS = 4, PLACES_OFFERED = 3 };

/* A row of the right side: what was checked, how it stands, and the arithmetic. */
struct check_line {
    enum placement_check check;
    const char *code;            /* Of the check. */
    const char *state, *class;   /* "i orden" and its mark. */
    const char *calculation;     /* In the person's language. */
    const char *source;          /* Where the rule is from, or "". */
    const char *reason_name;     /* The field for the reason; NULL unless it says "look". */
};

struct check_lines {
    struct check_line *at;
    size_t count;
};

struct stair_field {
    const char *week_name, *paid_name, *label;
};

struct company_choice {
    const char *code;
    const char *name, *note, *places; /* "bus 34 min", "2 af 4 ledige". */
    const char *because;              /* Why it stands first, finished; NULL for nothing. */
};

struct company_choices {
    struct company_choice *at;
    size_t count;
};

struct placement_new_view {
    struct citizen_row citizen;
    const char *path, *title, *subtitle, *own_words;
    struct {
        const struct placement_origin *const *at;
        size_t count;
    } origin_fields; /* Of where it may come from (origin.h). */
    struct form form;
    struct company_choices companies;
    struct choices kinds, purposes, parties, functions, weekdays;
    struct placement_row before; /* What it goes on from; id 0 for none. */
    struct company_demand_row_list in_demand; /* Branches that lack people (S81). */
    bool has_queue;                           /* The chosen centre is full: she may wait. */
    struct chosen_list chosen;                /* What she has chosen to try (S92). */
    struct check_lines checks;
    struct panel_lines lawful;
    struct {
        struct stair_field at[STAIR_STEPS];
        size_t count;
    } stair;
    const char *summary; /* What saving does, in a sentence. */
    struct {             /* Finished texts under the fields: where a value came from. */
        const char *from, *to, *hours, *considerations, *meeting;
    } origin;
};

/* One thing to look at with its scores over time. */
struct item_line {
    const char *words;
    const char *scores; /* "2 · 3 · 3,5" */
    const char *trend;  /* "op", "ned", "uændret" or "". */
    const char *name;   /* Of its field at a follow-up. */
};

struct item_lines {
    struct item_line *at;
    size_t count;
};

/* A placement on the path of those that led to each other, oldest first. */
struct path_step {
    struct placement_listed placement;
    int64_t paid; /* The paid hours it came to. */
    bool is_here; /* The one that is looked at. */
};

struct path_steps {
    struct path_step *at;
    size_t count;
};

/* What one of the three expects, and who has signed it. */
struct expectation_line {
    const char *label, *words;
    const char *name; /* NULL: not signed. */
    day on;
    bool is_now;      /* The words are still those that were signed. */
};

struct expectation_lines {
    struct expectation_line *at;
    size_t count;
};

struct expectations_view {
    struct placement_row placement;
    struct citizen_row citizen;
    struct expectation_lines lines;
    const char *state; /* "2 af 3 har skrevet under." */
    struct choices parties;
    struct form form;
    bool may_write;
};

/* What may make a placement hard, and absence. */
struct hold_view {
    struct choices risks, marks;
    struct placement_absence_row_list absences; /* Newest first. */
    int64_t recent;                             /* Days of absence lately. */
    struct form risk_form, absence_form;
};

struct retention_line {
    const struct placement_running_row *row;
    const char *what;
};

struct here_view {
    struct company_row company;
    struct placement_free_person_list people;
    struct form form; /* What they are narrowed to. */
    const char *full; /* Why the company takes nobody more, finished; NULL for nothing. */
    int64_t free_count;
    bool is_unit, has_more;
};
struct reply placement_here_get(struct request *r);

struct retention_view {
    size_t running; /* That were looked at: those of a page, by name. */
    struct {
        struct retention_line *at;
        size_t count;
    } lines;
    struct place_in_list place;
    bool is_mine;
};

struct placement_view {
    struct placement_row placement;
    struct citizen_row citizen;
    const char *title, *kind, *purpose, *end_reason, *working_hours;
    struct chart_steps chart;
    struct hours_series hours, planned;
    struct item_lines items;
    struct meeting_row_list meetings;
    struct placement_reason_row_list reasons;
    struct reasons_given given; /* The same for what the schemes ask first. */
    struct placement_terms_row_list changes; /* What the terms were before each, newest first. */
    struct choices end_reasons, next_steps, clarifications, ways_on;
    const char *clarified, *planned_next, *question, *weekdays;
    struct path_steps path;
    bool may_go_on;
    day paid_since;    /* Since when the paid hours stand; DAY_NONE before it began. */
    int64_t paid_now;
    bool is_step_due;  /* A planned step's day has come; it stands in the form. */
    bool is_standing_still;
    struct obligation_id growth_rule; /* Which deadline says so. */
    struct placement_talk_row_list talks;
    struct panel_lines lawful;
    bool is_lawful_asking; /* Something is missing that can be typed here. */
    struct form hours_form, end_form, item_form, lawful_form, talk_form, next_form;
    bool is_overtaken; /* A colleague has changed it since the page was opened, or ended it. */
    struct overtaken overtaken;
    bool has_follow_up;
    struct placement_deadline_row follow_up; /* The deadline that Today and the citizen's page show. */
    struct time_left left;
    struct wage_view wage;
    struct told_view told; /* By the employer's link. */
    const char *mentor_warning; /* About the workplace's mentor, finished; NULL for none. */
    bool may_write, may_meet;
    struct expectation_lines expectations;
    const char *expectations_state;
    struct hold_view hold;
};

struct change_view {
    struct placement_row placement;
    struct citizen_row citizen;
    struct form form;
    struct choices purposes, contacts, functions;
    struct overtaken_fields fields;
    bool is_ended;     /* Meanwhile: what was typed is shown, and can be saved no more. */
    bool is_overtaken; /* A colleague has saved since the form was opened. */
    struct overtaken overtaken;
};

struct function_list_view {
    struct job_function_row_list functions;
    struct form form;
    bool may_write;
};

struct function_people_view {
    struct job_function_one function;
    struct placement_trains_row_list people;
};

/* What came of the placements with one purpose, and its share in a job: "33 %". */
struct purpose_line {
    const struct placement_outcome *row;
    const char *purpose, *share;
};
struct reason_line {
    const char *reason;
    int64_t how_many;
};
struct conversion_view {
    struct form form;
    day from, to;
    struct placement_conversion_list rows;
    struct {
        const struct purpose_line *at;
        size_t count;
    } purposes;
    struct {
        const struct reason_line *at;
        size_t count;
    } without_job; /* Of those for recruiting. */
};

struct follow_up_view {
    struct placement_row placement;
    struct citizen_row citizen;
    const char *path, *title;
    struct form form;
    struct item_lines items;
    struct choices ways, guests, scale;
};

struct reply placement_new_get(struct request *r);
struct reply placement_new_post(struct request *r);
struct reply placement_get(struct request *r);
struct reply placement_begin_post(struct request *r);
struct reply placement_hours_post(struct request *r);
struct reply placement_item_post(struct request *r);
struct reply placement_lawful_post(struct request *r);
struct reply placement_end_post(struct request *r);
struct reply placement_undo_post(struct request *r);
struct reply expectations_get(struct request *r);
struct reply expectations_post(struct request *r);
struct reply expectations_undo_post(struct request *r);
struct reply placement_risk_post(struct request *r);
struct reply placement_absence_post(struct request *r);
struct reply placement_absence_undo_post(struct request *r);
struct reply retention_get(struct request *r);
struct reply placement_change_get(struct request *r);
struct reply placement_change_post(struct request *r);
struct reply placement_change_undo_post(struct request *r);
struct reply placement_instruct_post(struct request *r);
struct reply placement_instruct_undo_post(struct request *r);
struct reply placement_next_post(struct request *r);
struct reply placement_talk_post(struct request *r);
struct reply placement_talk_undo_post(struct request *r);
struct reply placement_sheet_get(struct request *r);
struct reply placement_conversions_get(struct request *r);
struct reply function_list_get(struct request *r);
struct reply function_list_post(struct request *r);
struct reply function_retire_post(struct request *r);
struct reply function_back_post(struct request *r);
struct reply function_people_get(struct request *r);
struct reply follow_up_get(struct request *r);
struct reply follow_up_post(struct request *r);


/* The placement and its citizen of {placement}; false when it is not there or not theirs to see. */
bool placement_of_request(struct request *r, struct placement_row *placement, struct citizen_row *citizen);

/* All that a placement's page shows; the page; the way back to it. */
struct placement_view placement_view_of(struct request *r, const struct placement_row *placement,
                                        const struct citizen_row *citizen);
struct reply placement_show(struct request *r, const struct placement_view *view, bool is_again);
struct reply placement_back(struct request *r, const struct placement_row *placement);

/* Parts of it: the hours form with the step that is due, whether paid hours stand still, the path. */
void placement_fill_hours(struct request *r, struct placement_view *view);
void placement_fill_growth(struct request *r, struct placement_view *view);
void placement_fill_path(struct request *r, struct placement_view *view);

/* "mandag, onsdag" of the bits of weekdays. */
const char *placement_weekdays_text(struct request *r, int64_t weekdays);

/* The placements that led to one and that it led to, oldest first. */
struct path_steps placement_path_of(struct db *db, struct citizen_id citizen, struct placement_id placement);

/* Going on from a placement as something else. The placement of a typed number when it is this citizen's; fills a
 * form with all that is known of it and says the first day; and when the new one is saved, plans or writes its end. */
bool placement_continued(struct request *r, struct citizen_id citizen, const char *typed, struct placement_row *before);
day placement_carry_over(struct request *r, struct form *form, const struct placement_row *before, const char *kind);
void placement_close_before(struct request *r, const struct placement_row *before, day from, enum placement_kind kind);

/* A code of the choices, or an error at the field and "". */
const char *placement_choice_read(struct form *form, const char *name, struct choices choices);

/* All checks as lines, worded with their numbers. */
struct check_lines check_lines_of(struct request *r, const struct placement_facts *facts, const char *const *lesson_names);

/* "7.00-12.00", "7-12", "07:30 – 12" as minutes after midnight; false for anything else. */
bool working_hours_read(const char *typed, int *from_minute, int *to_minute);
const char *working_hours_text(struct arena *arena, int64_t from_minute, int64_t to_minute);

/* Danish lessons of the citizen on a day: slots into the facts, their names for the page. */
const char *const *placement_lessons(struct request *r, struct citizen_id citizen, day on, struct placement_facts *facts);

/* The three with what they expect and who signed, and how many have, in words. */
struct expectation_lines expectation_lines_of(struct request *r, const struct placement_row *placement);
const char *expectations_state(struct request *r, const struct expectation_lines *lines);

/* Risks and absence of a placement, with forms as they stand. */
struct hold_view hold_view_of(struct request *r, const struct placement_row *placement);

/* The placement's page again, with what was typed about absence and what is wrong with it. */
struct reply placement_absence_again(struct request *r, const struct placement_row *placement,
                                     const struct citizen_row *citizen, const struct form *typed);

/* The items of a placement with their scores so far. */
struct item_lines item_lines_of(struct request *r, struct placement_id placement);

#endif
