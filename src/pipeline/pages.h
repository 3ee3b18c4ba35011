/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of boards are given, and their handlers. For this folder and features.c. */
#ifndef PIPELINE_PAGES_H
#define PIPELINE_PAGES_H

#include "citizen/citizen.h"
#include "employer/pages.h"
#include "pipeline/pipeline.h"
#include "web/chart.h"
#include "web/turn.h"

extern const struct feature pipeline_feature;

enum { BOARDS_A_PAGE = 50, MOVES_SHOWN = 50, INCIDENTS_SHOWN = 20, FOUND_SHOWN = 12 };

struct pipeline_list_view {
    struct form form; /* What the list is narrowed to. */
    struct pipeline_listed_list boards;
    struct place_in_list place;
    bool may_write;
};

struct board_card {
    struct pipeline_card_row row;
    const char *name, *path; /* Of whom it is about; path NULL when the actor opens no cases. */
    bool has_next, has_before;
};

struct board_column {
    const char *label;
    int place;
    size_t count, room;
    struct board_card *at;
    bool is_current; /* The one a telephone shows. */
};

/* Somebody or some company that can be put on the board. */
struct board_found {
    int64_t id;
    const char *name, *about;
};

struct board_view {
    struct pipeline_row board;
    const struct pipeline_shape *shape;
    struct { struct board_column *at; size_t count; } columns;
    struct board_column stopped, side;
    int64_t hidden_count; /* Cards about people outside the actor's reach. */
    struct chart_stacks funnel;
    struct { const struct chart_stacks *at; size_t count; } by_benefit;
    struct pipeline_base_row_list bases;
    struct pipeline_incident_row_list incidents;
    struct form form, find_form, base_form, incident_form;
    struct { struct board_found *at; size_t count; } found;
    struct choices areas, staff, weekdays;
    size_t base_staff_count;
    bool is_searched, may_write, is_cohort;
};

struct card_view {
    struct pipeline_row board;
    const struct pipeline_shape *shape;
    struct board_card card;
    struct pipeline_move_row_list moves;
    struct form move_form, stop_form, area_form;
    struct choices places, reasons, outcomes, areas;
    bool may_write;
};

struct board_edit_view {
    struct form form;
    const char *path, *title;
    struct choices kinds;
    bool is_new;
};

struct reply pipeline_list_get(struct request *r);
struct reply board_get(struct request *r);
struct reply board_find_post(struct request *r);
struct reply board_add_post(struct request *r);
struct reply board_new_get(struct request *r);
struct reply board_new_post(struct request *r);
struct reply board_edit_get(struct request *r);
struct reply board_edit_post(struct request *r);
struct reply card_get(struct request *r);
struct reply card_step_post(struct request *r);
struct reply card_move_post(struct request *r);
struct reply card_stop_post(struct request *r);
struct reply card_area_post(struct request *r);
struct reply card_undo_post(struct request *r);
struct reply base_post(struct request *r);
struct reply base_remove_post(struct request *r);
struct reply incident_post(struct request *r);

/* The board of the route's {tavle}. */
bool board_of_path(struct request *r, struct pipeline_row *board);

/* Everything the board's page shows, and the page itself. */
struct board_view board_view_of(struct request *r, const struct pipeline_row *board);
struct reply board_show(struct request *r, const struct board_view *view, bool is_again);

/* Whom a card is about. */
const char *board_card_name(struct request *r, const struct pipeline_card_row *row);

/* A card with its name and where it leads. */
struct board_card board_card_of(struct request *r, const struct pipeline_shape *shape, const struct pipeline_card_row *row);

/* The company's parts, as written in the board. */
struct choices board_areas(struct request *r, const struct pipeline_row *board);

/* "Monday" and so on by number, 1 first, and one of them. */
struct choices board_weekdays(struct request *r);
const char *board_weekday(enum language language, int64_t weekday);

#endif
