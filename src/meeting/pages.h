/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of meetings are given, and their handlers. For this folder and features.c. */
#ifndef MEETING_PAGES_H
#define MEETING_PAGES_H

#include "casefile_sql.h"
#include "citizen/holding.h"
#include "citizen/citizen.h"
#include "employer/pages.h"
#include "law/glossary.h"
#include "meeting/meeting.h"
#include "task/task.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/route.h"

extern const struct feature meeting_feature;
extern const struct holding meeting_holding; /* holding.c */

enum { MEETINGS_A_PAGE = 50 };

/* What work must take into account, asked at a talk of the kind that says so (considerations.c). */
struct talk_considerations {
    const char *kind;       /* "Lægesamtale"; NULL: none of hers asks. */
    struct choices holding; /* What holds, by row. */
};

/* The track that the talk asks for (tracks.c). */
struct talk_track {
    struct enrolment_row enrolment;
    const char *scheme_title; /* NULL: nothing is asked. */
    struct choices choices;
};

/* A conversation that was held, or a meeting to be booked: the same fields. */
struct talk_view {
    struct citizen_row citizen;
    struct form form;
    const char *path, *title, *next_from;
    bool is_booking;
    struct talk_considerations considerations;
    struct talk_track track;
    struct choices ways, kinds, people, topics;
};

struct meeting_list_view {
    struct citizen_row citizen;
    const char *title;
    struct meeting_row_list meetings;
    bool has_more, may_write;
    int64_t page;
};

struct meeting_view {
    struct meeting_row meeting;
    struct citizen_row citizen;
    const char *title, *kind;
    struct meeting_party_row_list parties;
    struct citizen_skill_row_list considerations; /* As the talk left them. */
    struct form form; /* Only its secrets. */
    bool may_write, may_miss, may_undo;
};

/* A first Tuesday, with its meeting when there is one. */
struct coordination_row {
    day on;
    struct meeting_id meeting; /* n = 0: not planned yet. */
    const char *state;         /* Of the meeting, as stored; "". */
};

struct coordination_list_view {
    struct form form;
    struct {
        struct coordination_row *at;
        size_t count;
    } days;
    struct meeting_row_list held;
    const char *title; /* The scheme's word for it; NULL when no scheme that is on has such a meeting. */
    const char *code;
    bool is_monthly;      /* On first Tuesdays; else on any day. */
    struct choices kinds; /* All such meetings of the schemes that are on. */
};

struct point_line {
    int64_t number;
    const char *title, *name;
    const char *solved_name; /* Of a challenge: the field that says it is solved; else NULL. */
};

struct citizen_line {
    struct meeting_citizen_row row;
    const char *said_name, *speaks_name, *name;
};

struct coordination_view {
    struct meeting_row meeting;
    const char *title, *path;
    struct form form;
    struct {
        struct point_line *at;
        size_t count;
    } points;
    struct {
        struct citizen_line *at;
        size_t count;
    } citizens;
    struct choices parties, owners, about; /* Who came; who may take a task; whom a task is about. */
    bool has_guests;                       /* People of companies may be asked. */
    struct task_decision_list decisions;
    bool is_booked, may_undo, is_monthly;
};

/* Guests of a unit's meeting, and what is found among companies' contacts. */
struct guests_view {
    struct meeting_row meeting;
    const char *title;
    struct form form;
    struct meeting_party_row_list parties;
    struct meeting_contact_row_list found;
    struct meeting_point_row_list points; /* Of the invitation. */
    bool is_searched;
};
struct reply guests_get(struct request *r);
struct reply guests_post(struct request *r);
struct reply guests_remove_post(struct request *r);
struct reply invitation_get(struct request *r);

/* Has the meeting's scheme the company's contact among the parties? */
bool guests_are_asked(struct request *r, const struct meeting_row *meeting);

struct reply talk_get(struct request *r);
struct reply talk_post(struct request *r);
struct reply booking_get(struct request *r);
struct reply booking_post(struct request *r);
struct reply meeting_list_get(struct request *r);
struct reply meeting_get(struct request *r);
struct reply meeting_miss_post(struct request *r);
struct reply meeting_cancel_post(struct request *r);
struct reply meeting_undo_post(struct request *r);
struct reply coordination_list_get(struct request *r);
struct reply coordination_new_post(struct request *r);
struct reply coordination_get(struct request *r);
struct reply coordination_post(struct request *r);

/* What the talk's form shows of considerations, ticked in the form as they hold; and is a talk of that code asked? */
struct talk_considerations considerations_of(struct request *r, struct citizen_id citizen, struct form *form);
bool considerations_are_asked(struct request *r, struct citizen_id citizen, const char *code);

/* Reads them; false when the talk said nothing of them. Words that name an illness, or that stand at another kind of
 * talk, are an error at their field. Writes what was read, once the meeting has its row. */
bool considerations_read(struct request *r, struct form *form, struct citizen_id citizen, const char *code);
void considerations_write(struct request *r, struct form *form, struct citizen_id citizen, struct meeting_id meeting,
                          instant at);

/* The track to ask for: of the first enrolment that runs and has tracks, none of them chosen, when whoever asks may choose.
 * And the one that was chosen in the form; "" when none was, with an error at the field when it is not one of them. */
struct talk_track track_asked(struct request *r, struct citizen_id citizen);
const char *track_read(struct form *form, const struct talk_track *asked);

/* The label of a meeting's code: the glossary's, else that of the schemes that are on, else the code. */
const char *meeting_code_label(struct request *r, const char *code);

#endif
