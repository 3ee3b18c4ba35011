/* SPDX-License-Identifier: MIT
 * declaration.h: one declared statement, as it stands in a .sql file and as resolve.c completes it. */
#ifndef SQLGEN_DECLARATION_H
#define SQLGEN_DECLARATION_H

#include <stdbool.h>

#include "dialect.h"
#include "schema.h"

enum shape { SHAPE_NOTHING, SHAPE_ONE, SHAPE_MANY, SHAPE_VALUE, SHAPE_ID, SHAPE_COUNT };

struct body {
    const char *source; /* NULL when this dialect has none of its own. */
    int line;           /* Where it begins. */
};

struct declaration {
    const char *file;
    int line;
    const char *name, *row;
    enum shape shape;
    const char *about, *takes, *gives, *reads, *may; /* As written; NULL when missing. */
    struct body common, sqlite, postgres;

    LIST_OF(struct column) parameters, columns;
    const char *sqlite_text, *postgres_text;
    const char *may_c;      /* C of the permission set. */
    const char *reads_c;    /* READS_... */
    int reads_index;
    bool writes;
    bool shows_access_log;  /* What it gives changes when somebody has looked at a citizen. */
    bool is_right;          /* Nothing to report: it can be emitted. */
};

typedef LIST_OF(struct declaration) declarations;

/* Appends the declarations of one .sql file. */
void declaration_read(struct arena *arena, declarations *all, const char *path);

#endif
