/* SPDX-License-Identifier: MIT
 * figure.h: the numbers and choices of a scheme that a municipality may edit, as pages show them: what the
 * source says beside what is used here. Which paths may be edited at all is engine/overlay.h's to say. */
#ifndef LIBRARY_FIGURE_H
#define LIBRARY_FIGURE_H

#include "library/library.h"
#include "web/field.h"

enum figure_kind {
    FIGURE_SPAN,   /* "3 uger" */
    FIGURE_SERIES, /* "1 uge, 2 uger" */
    FIGURE_RANGE,  /* "3 til 6 måneder" */
    FIGURE_AMOUNT, /* "37 timer", "50 %", "12" */
    FIGURE_COUNT,
    FIGURE_CALENDAR,
    FIGURE_ROLE,
    FIGURE_CHOICE, /* One of a code list of the glossary. */
    FIGURE_SWITCH,
    FIGURE_KIND_COUNT,
};

struct figure_type {
    const char *pattern; /* As in overlay.h: "rules.*.within". */
    const char *label;   /* Danish. */
    enum figure_kind kind;
    bool is_main;        /* Stands in tables. */
    const char *list;    /* For choices: the list of codes; else NULL. */
};

struct figure {
    const struct figure_type *type;
    const char *path;
    const char *source, *used; /* In the person's words; `used` equals `source` without an edit. */
    const char *typed;         /* What is used, as one would type it. */
    const struct overlay_edit *edit;
};
struct figures {
    const struct figure *at;
    size_t count;
};

/* One scheme with all that is needed to say its figures. */
struct scheme_case {
    struct arena *arena;
    enum language language;
    const struct scheme *library, *ours; /* As in the library; with the edits in force today. */
    struct overlay overlay;
};

/* False when the library has no such scheme. */
bool scheme_case_load(struct db *db, enum language language, const char *id, struct scheme_case *found);

/* The figures of one element ("rules", "opfolgning3"), those that stand somewhere or (is_all) may be set. */
struct figures figures_of(const struct scheme_case *about, const char *section, const char *id, bool is_all);

/* The figure at a path; false when it is none that may be edited here. */
bool figure_at(const struct scheme_case *about, const char *path, struct figure *figure);

/* What the element of a path is called: "Opfølgningsmøde". */
const char *figure_element(const struct scheme_case *about, const char *path);

/* The choices of a figure of kind role, choice or switch; none for the others. */
struct choices figure_choices(const struct scheme_case *about, const struct figure_type *type);

/* What is expected of a value, as a hint: "fx 3 uger". */
const char *figure_hint(const struct figure_type *type);

/* What somebody typed, as in a file. */
const char *figure_value(struct arena *arena, const struct figure_type *type, const char *typed);

/* A value as in a file, in the person's words. */
const char *figure_say(const struct scheme_case *about, const struct figure_type *type, const char *value);

#endif
