/* SPDX-License-Identifier: MIT
 * value.h: what a cell can hold, read and written by its kind, so that what is exported is read back as the
 * same. A field of a record is a row of a table (field.h); its kind says what type the member has. */
#ifndef TRANSFER_VALUE_H
#define TRANSFER_VALUE_H

#include "staff_sql.h"

enum value_kind {
    VALUE_TEXT,     /* const char * */
    VALUE_MAIL,     /* const char * with an @ */
    VALUE_POSTAL,   /* const char *, four digits */
    VALUE_DAY,      /* day */
    VALUE_INSTANT,  /* instant; a day alone is its noon */
    VALUE_FLAG,     /* bool: ja, nej */
    VALUE_COUNT,    /* int64_t; less than 0 is unknown */
    VALUE_CODE,     /* const char *, a code of the glossary's list; written as its label */
    VALUE_CPR,      /* const char *, ten characters, or NULL */
    VALUE_CVR,      /* const char * */
    VALUE_P_NUMBER, /* const char * */
    VALUE_UNIT,     /* struct unit_id; its name or code */
    VALUE_STAFF,    /* struct staff_id; name or log-in */
    VALUE_KIND_COUNT
};

/* Names that values are written and read with, loaded once a file. */
struct lookups {
    struct unit_row_list units;
    struct staff_row_list staff;
    bool is_training; /* Invented personal numbers are allowed. */
};

/* In the request's arena. The actor may read staff. */
struct lookups lookups_load(struct db *db);

struct value_type {
    /* Reads a trimmed text that is not empty; false when it is none of the kind. */
    bool (*read)(struct arena *arena, const struct lookups *lookups, const char *list, const char *text, void *member);
    /* The member as text, "" for none. */
    const char *(*write)(struct arena *arena, const struct lookups *lookups, const char *list, const void *member);
    const char *expected; /* In Danish, after "ventede"; NULL for VALUE_CODE, whose labels are the glossary's. */
};
extern const struct value_type value_types[VALUE_KIND_COUNT];

#endif
