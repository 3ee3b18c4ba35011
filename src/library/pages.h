/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of this folder are given. Texts are finished, in the page's language. */
#ifndef LIBRARY_PAGES_H
#define LIBRARY_PAGES_H

#include "library/figure.h"
#include "library/filter.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/page.h"
#include "web/route.h"

/* One scheme in the list. */
struct scheme_listed {
    const struct scheme *scheme;
    const char *title, *effort, *results, *advice; /* NULL when the source says nothing. */
    int64_t edits, citizens;
    bool is_on;
};

/* Two schemes that are on and disagree: what each says, and the citizens who are in both. */
struct library_side {
    const char *title, *says, *quotation; /* The quotation may be NULL. */
};
struct library_conflict_row {
    const char *name, *path;
    struct time_left left;
};
struct library_conflict {
    const char *about, *advice; /* NULL when only rules are in it. */
    struct library_side sides[2];
    struct {
        const struct library_conflict_row *at;
        size_t count;
    } rows;
};
struct library_conflicts {
    const struct library_conflict *at;
    size_t count;
};
struct library_conflicts library_conflicts_load(struct request *r);

struct library_view {
    struct form form; /* For the switches. */
    const char *words, *shown;
    struct scheme_filter filter;
    struct choices orgs, subjects, times;
    int64_t total, on_count;
    struct {
        const struct scheme_listed *at;
        size_t count;
    } schemes;
    struct library_conflicts conflicts;
    bool may_write;
};

/* A row of a section: a rule, a phase, an activity, a task. */
struct part_row {
    const char *id, *text, *note; /* Note: a second line, or NULL. */
    struct figures figures;
    const char *mark;        /* Label of a mark that must be seen, or NULL. */
    const struct citation *citation; /* NULL without a source. */
    int64_t open, over;
    bool is_off;
};
struct part_rows {
    const struct part_row *at;
    size_t count;
};

struct scheme_view {
    const struct scheme_case *about;
    const struct scheme *scheme;
    struct form form;
    const char *effort, *results, *advice;
    struct part_rows rules, implied, phases, activities, meetings, documents, measures;
    int64_t edits, citizens;
    const struct scheme_use_row *use; /* NULL: never switched on. */
    bool is_on, may_write, is_newer;
};

struct edit_view {
    const struct scheme_case *about;
    struct form form;
    struct figure figure;
    struct figures others; /* Of the same element. */
    const char *element;
    struct citation citation;
    struct choices choices;
    struct scheme_edit_row_list log;
};

enum { TRIED_SHOWN_MAX = 60 };

/* What a change would do to one obligation. */
struct tried_row {
    const char *who, *path, *what; /* path NULL: no citizen to link to. */
    const char *before, *after;    /* When due; NULL when there is none. */
    enum row_difference_kind kind;
};

/* Gathers rows: their sums, and the first of them for a list. */
enum { TRIED_KIND_COUNT = 3 };
struct tried {
    struct request *request;
    struct scheme_names_row_list names; /* Of citizens who may be named. */
    int64_t counts[TRIED_KIND_COUNT];   /* By enum row_difference_kind. */
    struct {
        struct tried_row *at;
        size_t count, room;
    } rows;
    size_t hidden; /* Rows that were counted but not listed. */
};

/* Adds what happens to one obligation of a citizen, if somebody waits for it before or after. tried.c */
void tried_add(struct tried *tried, int64_t citizen, const struct row_difference *difference);

struct try_view {
    const struct scheme_case *about;
    const char *what; /* "Opfølgningsmøde: hver 3. uge → hver 2. uge" */
    const char *path, *value, *from;
    int64_t counts[TRIED_KIND_COUNT]; /* By enum row_difference_kind, those of the pages before included. */
    int64_t tried, citizens;  /* How many have been computed, of how many. */
    int64_t next;             /* Where to go on; 0 at the end. */
    struct {
        const struct tried_row *at;
        size_t count;
    } rows;
    size_t hidden;            /* Rows that were counted but not listed. */
    struct form form;
    bool is_switch, is_on;
};

struct upgrade_row {
    const char *element, *label;
    const char *old, *now, *ours, *who;
    bool is_vanished;
};
struct upgrade_view {
    const struct scheme_case *about;
    struct form form;
    int64_t old_version;
    struct {
        const struct upgrade_row *at;
        size_t count;
    } rows;
    bool is_newer, may_write;
};

/* A day on which nobody works, although it is no Saturday or Sunday. */
struct closed_line {
    day on;
    const char *name;
    bool is_holiday; /* By law; else the municipality's own. */
};

struct closed_view {
    struct form form;
    int year;
    struct {
        struct closed_line *at;
        size_t count, room;
    } days;
    bool may_write;
    bool is_trying, is_opening; /* A day is tried: closed, or opened again. */
    day on;
    const char *name;
    struct tried tried;
    int64_t computed; /* Citizens whose deadlines were tried. */
    bool has_more;    /* There are more of them than are tried at once. */
};

/* Handlers, by page. */
struct reply closed_get(struct request *r);
struct reply closed_post(struct request *r);
struct reply closed_open_post(struct request *r);
struct reply closed_again_post(struct request *r);
struct reply library_list_get(struct request *r);
struct reply library_switch_post(struct request *r);
struct reply scheme_get(struct request *r);
struct reply scheme_edit_get(struct request *r);
struct reply scheme_edit_post(struct request *r);
struct reply scheme_withdraw_post(struct request *r);
struct reply scheme_try_get(struct request *r);
struct reply scheme_upgrade_get(struct request *r);
struct reply scheme_upgrade_post(struct request *r);

/* "Integrationsmodellen, linje 33", and "KL, 2024". */
const char *citation_place(const struct page *page, const struct citation *citation);
const char *citation_author(const struct page *page, const struct citation *citation);

/* The addresses of a scheme and of its parts. */
const char *scheme_path(struct arena *arena, const char *scheme);

extern const struct feature library_feature;

#endif
