/* SPDX-License-Identifier: MIT
 * field.h: what a file is about: its columns as a table over a record, how a row's record is found in the
 * store, and how it is written there. Citizens and companies are two of these; import.h and export.h work
 * with any. */
#ifndef TRANSFER_FIELD_H
#define TRANSFER_FIELD_H

#include <stddef.h>

#include "transfer/csv.h"
#include "law/glossary.h"
#include "transfer/cell.h"

struct transfer_field {
    const char *name;   /* The column's name, as it is written. */
    const char *also;   /* Other names it is read by, folded, with | between; NULL for none. */
    enum cell_kind kind;
    size_t offset;      /* Of the member in the record. */
    const char *list;   /* For CELL_CODE. */
    bool is_required;   /* A new one must have it. */
};

/* A mistake in a row, at the field of that offset. */
struct row_check {
    struct mistakes *mistakes;
    const struct csv *csv;
    const struct csv_row *row;
    const struct transfer_kind *kind;
    const int *columns; /* The file's column of each field, -1 for none. */
};
/* `words` are a Danish text, SAY("..."); they are said in the mistakes' language with `one` and `two` for {1} and {2}
 * (NULL for what they do not have). */
void row_mistake(const struct row_check *check, size_t offset, const char *words, const char *one, const char *two);

enum transfer_found { FOUND_NONE, FOUND_ONE, FOUND_MANY };

struct transfer_ids {
    const int64_t *at;
    size_t count;
};

struct transfer_kind {
    const char *command;       /* "citizens" */
    const char *one, *many;    /* "borger", "borgere"; in Danish, SAY */
    const char *identity;      /* By what a row is known, in Danish. */
    const struct transfer_field *fields;
    size_t field_count, record_size;

    /* A record of nothing; what is not given stays so. */
    void (*blank)(const struct lookups *lookups, void *record);
    /* Fills in what one field says of another, and finds what does not fit together. */
    void (*complete)(const struct row_check *check, void *record);
    enum transfer_found (*find)(struct db *db, const void *record, int64_t *id);
    /* The identity as a text, for rows that stand twice in one file; NULL when it has none. */
    const char *(*key)(struct arena *arena, const void *record);
    bool (*load)(struct db *db, int64_t id, void *record);
    /* Writes a new one (id 0) or what differs. */
    void (*store)(struct db *db, int64_t id, const void *before, const void *after);
    /* Ids after one, in order, in the actor's reach. */
    struct transfer_ids (*page)(struct db *db, int64_t after, int64_t most);
};

extern const struct transfer_kind transfer_citizens, transfer_companies, transfer_functions, transfer_zones;

/* The kind a command line names, or NULL. */
const struct transfer_kind *transfer_kind_named(const char *command);

static inline const void *field_member(const struct transfer_field *field, const void *record)
{
    return (const char *)record + field->offset;
}

#endif
