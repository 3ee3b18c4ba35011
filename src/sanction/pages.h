/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of absence cases are given, and their handlers. For this folder and features.c. */
#ifndef SANCTION_PAGES_H
#define SANCTION_PAGES_H

#include "citizen/citizen.h"
#include "employer/pages.h"
#include "letter/shown.h"
#include "sanction/letter.h"
#include "sanction/words.h"

extern const struct feature sanction_feature;

/* ---- The list ---- */

struct sanction_list_line {
    const struct sanction_listed *row;
    const char *waits;     /* For what, in words. */
    struct time_left left; /* To the end of the three months. */
};
struct sanction_list_lines {
    struct sanction_list_line *at;
    size_t count;
};
struct sanction_list_view {
    struct sanction_list_lines ours, others; /* Who waits for the reader's unit, and who for somebody else. */
    struct absence_person_list people;       /* Unlawful absence without a case. */
    struct sanction_counted_list counted;
    bool may_write, may_decide, is_cut;
};

/* ---- A citizen's absence ---- */

struct absence_line {
    const struct absence_waiting *row;
    const char *what, *code; /* The value of its tick. */
    day on;
};
struct absence_lines {
    struct absence_line *at;
    size_t count;
};
struct absence_view {
    struct citizen_row citizen;
    const char *name;
    struct absence_lines lines;
    struct sanction_of_citizen_list cases;
    struct absence_stance stance;
    const char *policy; /* What the scheme says, or NULL. */
    struct form form;
    bool may_write, may_read_case;
};

/* ---- One case ---- */

struct sanction_line {
    const struct sanction_step_row *row;
    const char *more_title;     /* What the second text is. */
    const char *more;           /* Of a decision: its number in words; NULL: the text stands as it was written. */
    const char *title, *detail; /* "Svar kommet: sprogcenter", "bekræfter fraværet" */
    bool is_undone, is_waiting;
};
struct sanction_stage {
    const char *title, *law, *state; /* state: a class of .st: ok, on, wait, no. */
    const char *note;                /* What is known without a step, or NULL. */
    struct sanction_line *at;        /* As `each` wants it. */
    size_t count;
};
struct sanction_stages {
    struct sanction_stage *at;
    size_t count;
};
struct sanction_clock {
    const struct sanction_deadline *row;
    const char *text;
    struct time_left left;
};
struct sanction_clocks {
    struct sanction_clock *at;
    size_t count;
};
/* A letter of the case: the words that were sent, or that would be now. Danish first, then the translation. */
struct sanction_letter_shown {
    const char *title;            /* "Partshøringen" */
    day made;                     /* DAY_NONE: it is not made yet. */
    struct document_id document;  /* n = 0: not made yet. */
    bool has_pdf;
    bool is_closed;               /* The words have an address that has become protected: they are not shown. */
    struct shown_parts parts;
};
struct sanction_letters {
    struct sanction_letter_shown *at;
    size_t count;
};

struct sanction_view {
    struct sanction_file file;
    const char *name, *days;
    struct time_left left;
    const char *limit_mark;            /* How surely the three months are known. */
    const char *next_title, *next_law; /* Of the stage that the next step belongs to. */
    enum sanction_step_kind next;      /* The one button; SANCTION_STEP_COUNT for none. */
    enum sanction_step_kind shown;     /* The step whose form stands on the page: the next, or the one asked for. */
    bool is_other;                     /* It is not the next. */
    struct choices others;             /* Steps that may also be written now: their words in the address, their names. */
    enum sanction_why why;             /* What stands in its way. */
    const char *stop;                  /* The same in words; NULL when nothing does. */
    const char *letter_note;           /* Why a letter was not printed or sent, after the step; NULL: nothing. */
    const char *refused;               /* Why what was just posted was not written; NULL: it was not refused. */
    struct form forms[SANCTION_STEP_COUNT];
    struct sanction_stages stages;
    struct sanction_clocks clocks;
    struct choices sources, waiting, languages, contact_ways, evidence, letter_ways, answers, answer_ways, grounds, rulings,
        reasons, reopenings, spouses, wills;
    const char *sharpened_stop;        /* What stands in the way of a sharpened sanction; NULL: nothing, or it is not asked. */
    const char *months_hint;           /* How many months at most. */
    bool asks_sharpened;               /* There is an earlier sanction. */
    struct sanction_letters letters;   /* Those that were made, oldest first, and the hearing as it would be sent now. */
    const char *letter_stop;           /* Why the letter of the next step cannot be made yet; NULL: nothing. */
    const char *letter_code;           /* Its text, where it is approved. */
    struct form rate_form;
    const char *rate;                  /* Rate and sum in words, or why there is none; NULL: not asked. */
    const char *missing_rate;          /* The first number that nobody has verified; NULL: all are. */
    bool is_test_rate;                 /* Some of the numbers are invented. */
    bool may_write, may_decide, may_undo, is_mine; /* is_mine: the next step is the reader's. */
};

/* A step's form: its word in the address, its button, who may, what is typed, and what it is called beside the next
 * step (NULL: never offered there). */
struct sanction_form {
    const char *slug, *button;
    enum permission needs;
    void (*read)(struct sanction_view *view, struct form *form, struct sanction_taken *taken);
    const char *title;
};
extern const struct sanction_form sanction_forms[SANCTION_STEP_COUNT];

/* The most months of a sharpened sanction that law/values.yaml has for a day. */
int64_t sanction_months_most(struct db *db, day on);

/* What may be chosen when a case is decided, and when it is stopped; NULL last. */
extern const char *const sanction_ruling_codes[];
extern const char *const sanction_drop_codes[];

/* The case of the address as it is for the reader; false when there is none. Its page, 422 when `is_again`. */
bool sanction_view_load(struct request *r, struct sanction_view *view);
struct reply sanction_show(struct request *r, const struct sanction_view *view, bool is_again);
bool sanction_may_undo(struct request *r, const struct sanction_file *file);

/* Where a step's form posts to, and where the newest step is taken back: the officer's steps and those of the benefits
 * unit have addresses of their own. */
const char *sanction_step_path(struct arena *arena, const struct sanction_view *view, enum sanction_step_kind kind);
const char *sanction_undo_path(struct arena *arena, const struct sanction_file *file);

/* The day rate of a typed monthly benefit; none, with an error at the field, when a number of it is not verified. */
struct sanction_rate sanction_rate_typed(const struct sanction_view *view, struct form *form);

struct reply sanction_list_get(struct request *r);
struct reply absence_get(struct request *r);
struct reply absence_post(struct request *r);
struct reply sanction_get(struct request *r);
struct reply sanction_letter_get(struct request *r);
struct reply sanction_step_post(struct request *r);
struct reply sanction_ruling_post(struct request *r);
struct reply sanction_undo_post(struct request *r);
struct reply sanction_guide_post(struct request *r);

#endif
