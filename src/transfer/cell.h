/* SPDX-License-Identifier: MIT
 * cell.h: what a cell can hold, read and written by its kind, so that what is exported is read back as the
 * same. A field of a record is a row of a table (field.h); its kind says what type the member has. */
#ifndef TRANSFER_CELL_H
#define TRANSFER_CELL_H

#include "staff_sql.h"

enum cell_kind {
    CELL_TEXT,     /* const char * */
    CELL_MAIL,     /* const char * with an @ */
    CELL_POSTAL,   /* const char *, four digits */
    CELL_DAY,      /* day */
    CELL_INSTANT,  /* instant; a day alone is its noon */
    CELL_FLAG,     /* bool: ja, nej */
    CELL_COUNT,    /* int64_t; less than 0 is unknown */
    CELL_CODE,     /* const char *, a code of the glossary's list; written as its label */
    CELL_BRANCH,   /* const char *, as CELL_CODE; read from an industry code of the CVR register, too */
    CELL_CPR,      /* const char *, ten characters, or NULL */
    CELL_CVR,      /* const char * */
    CELL_P_NUMBER, /* const char * */
    CELL_UNIT,     /* struct unit_id; its name or code */
    CELL_STAFF,    /* struct staff_id; name or log-in */
    CELL_KIND_COUNT
};

/* Names that values are written and read with, loaded once a file. */
struct lookups {
    struct unit_row_list units;
    struct staff_row_list staff;
    bool is_training; /* Invented personal numbers are allowed. */
};

/* In the request's arena. The actor may read staff. */
struct lookups lookups_load(struct db *db);

struct cell_type {
    /* Reads a trimmed text that is not empty; false when it is none of the kind. */
    bool (*read)(struct arena *arena, const struct lookups *lookups, const char *list, const char *text, void *member);
    /* The member as text, "" for none. */
    const char *(*write)(struct arena *arena, const struct lookups *lookups, const char *list, const void *member);
    const char *expected; /* In Danish, after "ventede"; NULL for CELL_CODE and CELL_BRANCH, whose labels are the glossary's. */
};
extern const struct cell_type cell_types[CELL_KIND_COUNT];

#endif
