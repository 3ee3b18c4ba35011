/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of hours are given, and their handlers. For this folder and features.c. */
#ifndef HOURS_PAGES_H
#define HOURS_PAGES_H

#include "base/list.h"
#include "citizen/citizen.h"
#include "citizen/holding.h"
#include "group_sql.h"
#include "hours/picture.h"
#include "link/link.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/route.h"
#include "web/turn.h"

extern const struct feature hours_feature;
extern const struct holding hours_holding; /* holding.c */

enum { HOURS_WORDS_MAX = 300, HOURS_WEEK_MOST = 6000, HOURS_WEEKS_SHOWN = 4 };

/* A line of the week's list. */
struct week_line {
    const struct hours_block *block;
    const char *day_words, *times, *hours, *kind, *state, *class;
    const char *path; /* Where it is changed; NULL where it is not. */
};
struct hole_line {
    const char *words; /* "tirsdag 12.00–15.00, 3 t" */
    const char *from, *to;
    int weekday;
};
struct filler_line {
    const struct hours_filler *of;
    const char *hours, *gain, *why;
    const char *way, *beside; /* "40 min på vejen om ugen"; a meeting that falls into it, or NULL. */
};
struct own_line {
    const struct hours_item_row *row;
    const char *times, *hours, *mark, *evidence;
    bool is_over; /* Its last day is in this week or before. */
};
struct step_line {
    const struct hours_requirement_row *row;
    const char *base, *now; /* "gælder nu", or NULL. */
};

struct week_view {
    struct citizen_row citizen;
    const char *name, *title, *span; /* "uge 50", "7.–13. dec. 2026" */
    struct hours_week week;
    struct hours_pictures pictures;
    struct hours_fillers fillers;
    const char *sum;       /* "31 af 37 timer" */
    const char *missing, *unsure, *unregistered, *best; /* In words, or NULL. */
    LIST_OF(struct week_line) lines;
    LIST_OF(struct hole_line) holes;
    LIST_OF(struct filler_line) fitting;
    LIST_OF(struct filler_line) blocked;
    LIST_OF(struct own_line) items;
    LIST_OF(struct step_line) steps;
    struct choices sets, kinds, weekdays, marks;
    struct form step_form, item_form, window_form;
    struct form join_form;           /* A group that something speaks against, asked why; */
    struct course_group_row doubted; /* that group, */
    struct text_pieces doubts;       /* and what speaks against it. */
    day before, after;     /* Mondays. */
    bool may_write, is_open_item, is_open_step, is_open_window;
};

/* week_page.c: opens the page of the citizen in the path; false for a stranger. The week is that of `uge`. */
bool hours_page_open(struct request *r, struct week_view *view);
struct reply hours_page_show(struct request *r, struct week_view *view);
struct reply hours_page_get(struct request *r);

/* change.c */
struct reply hours_step_post(struct request *r);
struct reply hours_step_undo_post(struct request *r);
struct reply hours_item_post(struct request *r);
struct reply hours_item_end_post(struct request *r);
struct reply hours_item_undo_post(struct request *r);
struct reply hours_mark_post(struct request *r);
struct reply hours_all_post(struct request *r);
struct reply hours_join_post(struct request *r);
struct reply hours_window_post(struct request *r);

/* target.c: is the model about her? */
struct target_view {
    struct citizen_row citizen;
    const char *name, *verdict, *class, *why, *arithmetic;
    struct group_answer answer;
    const struct hour_group *group;
    struct hours_benefit_row_list times;
    struct hours_danish_row danish;
    bool has_danish, may_write;
    struct choices benefits, tests;
    struct form time_form, danish_form;
};
struct reply target_get(struct request *r);
struct reply target_time_post(struct request *r);
struct reply target_time_undo_post(struct request *r);
struct reply target_danish_post(struct request *r);

/* everybody.c: those with nothing, and what ends soon. */
struct everybody_view {
    struct hours_idle_row_list idle;
    struct hours_ending_row_list ending;
    size_t without, soon, in_break; /* Of the idle ones. */
    int weeks;
    struct form form;
};
struct reply everybody_get(struct request *r);

/* unknown.c: those of whom nobody has written whether a Danish test is passed. */
struct danish_unknown_view {
    struct hours_danish_unknown_row_list rows;
    struct place_in_list place;
};
struct reply danish_unknown_get(struct request *r);

/* counting.c: what counts, with its sources; ways between places. */
struct counting_line {
    const struct hour_count *row;
    const char *kind, *set, *cap, *mark, *class;
};
struct counting_edit {
    const struct hours_edit_row *row;
    const char *words, *cap;
    bool is_withdrawn;
};
struct counting_edits {
    struct counting_edit *at;
    size_t count;
};
struct counting_view {
    LIST_OF(struct counting_line) lines;
    struct {
        struct set_line {
            const struct hour_set *set;
            const char *text, *hours, *mark, *class;
        } *at;
        size_t count;
    } sets;
    struct counting_edits edits; /* The municipality's own numbers, newest first. */
    struct choices rows;         /* What may have one. */
    struct form form;
    bool may_edit;
};
struct ways_view {
    struct hours_way_row_list rows;
    struct form form;
    bool may_write;
};
struct reply counting_get(struct request *r);
struct reply counting_post(struct request *r);
struct reply counting_withdraw_post(struct request *r);
struct reply ways_get(struct request *r);
struct reply ways_post(struct request *r);
struct reply ways_drop_post(struct request *r);

/* feed_page.c: calendars by a secret address. */
struct feed_view {
    const char *title, *back, *back_words, *path; /* `path` is where the forms post to. */
    const char *contents; /* What whoever has the address will see. */
    struct link_row_list links;
    struct form form;
    const char *made, *address;
};
struct reply feed_citizen_get(struct request *r);
struct reply feed_citizen_post(struct request *r);
struct reply feed_citizen_withdraw_post(struct request *r);
struct reply feed_group_get(struct request *r);
struct reply feed_group_post(struct request *r);
struct reply feed_group_withdraw_post(struct request *r);
struct reply feed_own_get(struct request *r);
struct reply feed_own_post(struct request *r);
struct reply feed_own_withdraw_post(struct request *r);

/* feed.c: the calendar itself. */
struct reply feed_get(struct request *r);

#endif
