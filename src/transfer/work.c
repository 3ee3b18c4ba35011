/* SPDX-License-Identifier: MIT
 * work.c: two lists of a municipality's own as files: job functions by their DISCO-08 code, and where towns and postal
 * codes lie, in metres of a flat map. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "transfer/field.h"
#include "workplace/workplace.h"

enum { CODE_MOST = 6, UNKNOWN_METRES = -1 };

static int by_number(const void *left, const void *right)
{
    const int64_t *a = left, *b = right;

    return *a < *b ? -1 : *a > *b;
}

/* The numbers after one, in order, at most so many; `ids` is emptied of the others. */
static struct transfer_ids page_of(int64_t *ids, size_t count, int64_t after, int64_t most)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++)
        if (ids[i] > after)
            ids[kept++] = ids[i];
    qsort(ids, kept, sizeof *ids, by_number);
    return (struct transfer_ids){ ids, kept > (size_t)most ? (size_t)most : kept };
}

/* --- job functions --- */

struct function_record {
    const char *code, *words;
};

static const struct transfer_field function_fields[] = {
    { "Kode", "disco|disco 08|disco-08", CELL_TEXT, offsetof(struct function_record, code), NULL, true },
    { "Ord", "navn|jobfunktion|betegnelse", CELL_TEXT, offsetof(struct function_record, words), NULL, true },
};

static void function_blank(const struct lookups *lookups, void *record)
{
    (void)lookups;
    *(struct function_record *)record = (struct function_record){ "", "" };
}

static void function_complete(const struct row_check *check, void *record)
{
    const struct function_record *f = record;

    if (f->code == NULL || *f->code == 0 || strlen(f->code) > CODE_MOST || strspn(f->code, "0123456789") != strlen(f->code))
        row_mistake(check, offsetof(struct function_record, code), SAY("ventede en DISCO-08-kode, et til seks cifre"),
                    NULL, NULL);
}

/* A code as a number and back; the 1 in front keeps a leading zero. */
static int64_t function_number(struct arena *arena, const char *code)
{
    int64_t number = 0;

    text_to_int(arena_format(arena, "1%s", code), &number);
    return number;
}

static enum transfer_found function_find(struct db *db, const void *record, int64_t *id)
{
    const struct function_record *f = record;

    *id = function_number(db_arena(db), f->code);
    return text_is_blank(work_function_words(db, f->code)) ? FOUND_NONE : FOUND_ONE;
}

static const char *function_key(struct arena *arena, const void *record)
{
    return arena_dup(arena, ((const struct function_record *)record)->code);
}

static bool function_load(struct db *db, int64_t id, void *record)
{
    const char *code = arena_format(db_arena(db), "%lld", (long long)id) + 1;

    *(struct function_record *)record = (struct function_record){ code, work_function_words(db, code) };
    return true;
}

static void function_store(struct db *db, int64_t id, const void *before, const void *after)
{
    const struct function_record *f = after;

    (void)id;
    (void)before;
    work_function_put(db, f->code, f->words, text_fold(db_arena(db), f->words));
}

static struct transfer_ids function_page(struct db *db, int64_t after, int64_t most)
{
    struct work_function_row_list rows = work_function_all(db);
    int64_t *ids = arena_array(db_arena(db), rows.count, sizeof *ids);

    for (size_t i = 0; i < rows.count; i++)
        ids[i] = function_number(db_arena(db), rows.at[i].code);
    return page_of(ids, rows.count, after, most);
}

const struct transfer_kind transfer_functions = {
    .command = "functions", .one = "jobfunktion", .many = "jobfunktioner", .identity = "koden",
    .fields = function_fields, .field_count = sizeof function_fields / sizeof *function_fields,
    .record_size = sizeof(struct function_record), .blank = function_blank, .complete = function_complete,
    .find = function_find, .key = function_key, .load = function_load, .store = function_store, .page = function_page,
};

/* --- where towns lie --- */

struct zone_record {
    const char *name;
    int64_t east, north;
};

static const struct transfer_field zone_fields[] = {
    { "Sted", "by|postnr|postnummer", CELL_TEXT, offsetof(struct zone_record, name), NULL, true },
    { "Øst", "x|oest|utm oest", CELL_COUNT, offsetof(struct zone_record, east), NULL, true },
    { "Nord", "y|utm nord", CELL_COUNT, offsetof(struct zone_record, north), NULL, true },
};

static void zone_blank(const struct lookups *lookups, void *record)
{
    (void)lookups;
    *(struct zone_record *)record = (struct zone_record){ "", UNKNOWN_METRES, UNKNOWN_METRES };
}

static void zone_complete(const struct row_check *check, void *record)
{
    const struct zone_record *z = record;

    if (z->east < 0 || z->north < 0)
        row_mistake(check, offsetof(struct zone_record, east), SAY("ventede meter mod øst og nord"), NULL, NULL);
}

static enum transfer_found zone_find(struct db *db, const void *record, int64_t *id)
{
    struct commute_zone_row row;

    if (!commute_zone_by_name(db, text_fold(db_arena(db), ((const struct zone_record *)record)->name), &row))
        return FOUND_NONE;
    *id = row.id.n;
    return FOUND_ONE;
}

static const char *zone_key(struct arena *arena, const void *record)
{
    return text_fold(arena, ((const struct zone_record *)record)->name);
}

static bool zone_load(struct db *db, int64_t id, void *record)
{
    struct commute_zone_row_list rows = commute_zone_all(db);

    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].id.n == id) {
            *(struct zone_record *)record = (struct zone_record){ rows.at[i].name, rows.at[i].east, rows.at[i].north };
            return true;
        }
    return false;
}

static void zone_store(struct db *db, int64_t id, const void *before, const void *after)
{
    const struct zone_record *z = after;

    (void)id;
    (void)before;
    commute_zone_put(db, z->name, text_fold(db_arena(db), z->name), z->east, z->north);
}

static struct transfer_ids zone_page(struct db *db, int64_t after, int64_t most)
{
    struct commute_zone_row_list rows = commute_zone_all(db);
    int64_t *ids = arena_array(db_arena(db), rows.count, sizeof *ids);

    for (size_t i = 0; i < rows.count; i++)
        ids[i] = rows.at[i].id.n;
    return page_of(ids, rows.count, after, most);
}

const struct transfer_kind transfer_zones = {
    .command = "zones", .one = "sted", .many = "steder", .identity = "navnet",
    .fields = zone_fields, .field_count = sizeof zone_fields / sizeof *zone_fields,
    .record_size = sizeof(struct zone_record), .blank = zone_blank, .complete = zone_complete, .find = zone_find,
    .key = zone_key, .load = zone_load, .store = zone_store, .page = zone_page,
};
