/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of a case are given, its handlers by file, and the row in features.c. */
#ifndef CASEFILE_PAGES_H
#define CASEFILE_PAGES_H

#include "base/list.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "citizen/holding.h"
#include "engine/scheme.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/route.h"
#include "web/turn.h"

/* A form about one citizen. */
struct case_view {
    struct citizen_row citizen;
    const char *name;
    struct form form;
    const char *path; /* Where the form posts to. */
};

struct ladder_step_view {
    const struct ladder_row *row;
    const char *step; /* In words. */
};
struct ladder_view {
    struct case_view of;
    struct choices steps;
    struct {
        const struct ladder_step_view *at;
        size_t count;
    } history;
};

struct break_view {
    struct case_view of;
    struct choices reasons;
    struct suspension_row_list all;
};

struct team_view {
    struct case_view of;
    struct team_row_list team;
    struct choices roles, staff;
};

struct enrol_row_view {
    const struct enrolment_row *row;
    const char *title;
    bool is_ended, has_tracks;
    const char *concern; /* What its scheme's mark is called; NULL: it asks for none. */
};

/* The marks of one enrolment. */
struct concern_view {
    struct case_view of;
    struct enrolment_row enrolment;
    const struct scheme *scheme;
    const char *title;        /* What the mark is called. */
    struct choices became;    /* What may become of it. */
    struct concern_row_list rows;
    const struct concern_row *open; /* NULL: none. */
    bool is_running;
};

/* The tracks of one enrolment. */
struct track_chosen {
    const struct enrolment_track_row *row;
    const char *label;
};
struct track_view {
    struct case_view of;
    struct enrolment_row enrolment;
    const struct scheme *scheme;
    struct choices tracks;
    LIST_OF(struct track_chosen) chosen;
    bool is_running;
};

/* Those of a scheme, a list for each track. */
struct track_list {
    const char *title;
    int64_t count; /* Also of those on other pages. */
    LIST_OF(const struct track_listed_row *) people;
};
struct tracks_view {
    const struct scheme *scheme; /* NULL: none that is on has tracks. */
    LIST_OF(struct choice) schemes;
    struct choices tracks;
    struct track_counted_row_list counted;
    struct track_listed_row_list rows; /* Of the page that is shown. */
    LIST_OF(struct track_list) lists;
    struct place_in_list place;
    bool may_choose;
};
struct enrol_view {
    struct case_view of;
    struct choices schemes, outcomes;
    struct {
        const struct enrol_row_view *at;
        size_t count;
    } all;
};

/* Loads the citizen of the address and an empty form to `what` ("notat"); false: answer not found. */
bool case_open(struct request *r, const char *what, struct case_view *view);

/* The list with which a scheme asks for marks of staff about a citizen (S89); NULL: it does not. */
const struct scheme_list *concern_list_of(const struct scheme *scheme);

/* What a choice is called; NULL: it is none of these. */
const char *case_choice_label(const struct choices *choices, const char *code);

/* Back to the citizen's page, or to where the form was opened from. */
struct reply case_back(struct request *r, const struct case_view *view);

struct reply note_get(struct request *r); /* note.c */
struct reply note_post(struct request *r);
struct reply win_get(struct request *r);
struct reply win_post(struct request *r);
struct reply win_undo_post(struct request *r);
struct reply ladder_get(struct request *r); /* ladder.c */
struct reply ladder_post(struct request *r);
struct reply break_get(struct request *r); /* break.c */
struct reply break_post(struct request *r);
struct reply break_end_post(struct request *r);
struct reply team_get(struct request *r); /* team.c */
struct reply team_post(struct request *r);
struct reply team_off_post(struct request *r);
struct reply enrol_get(struct request *r); /* enrol.c */
struct reply enrol_post(struct request *r);
struct reply enrol_end_post(struct request *r);
struct reply concern_get(struct request *r); /* concern_pages.c */
struct reply concern_post(struct request *r);
struct reply concern_end_post(struct request *r);
struct reply concern_undo_post(struct request *r);
struct reply track_get(struct request *r); /* track.c */
struct reply track_post(struct request *r);
struct reply track_undo_post(struct request *r);
struct reply tracks_get(struct request *r);

extern const struct feature casefile_feature;
extern const struct holding casefile_holding;

#endif
