/* SPDX-License-Identifier: MIT
 * export.c: all of a kind as a file, page by page so that the memory of the rows is given back. */
#include "base/text.h"
#include "transfer/import.h"

enum { ROWS_A_PAGE = 500, PAGE_ARENA_LIMIT = 64 << 20 };

static void write_header(struct csv_writer *writer, const struct transfer_kind *kind)
{
    for (size_t i = 0; i < kind->field_count; i++)
        csv_write(writer, kind->fields[i].name);
    csv_end_row(writer);
}

static void write_record(struct csv_writer *writer, struct arena *arena, const struct lookups *lookups,
                         const struct transfer_kind *kind, const void *record)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        const struct transfer_field *field = &kind->fields[i];
        csv_write(writer, cell_types[field->kind].write(arena, lookups, field->list, field_member(field, record)));
    }
    csv_end_row(writer);
}

void export_file(struct db *db, const struct transfer_kind *kind, struct text *out)
{
    struct lookups lookups = lookups_load(db);
    struct csv_writer writer = csv_writer_new(out);
    struct arena *page = arena_new(PAGE_ARENA_LIMIT), *before = db_use_arena(db, page);
    struct transfer_ids ids = { .count = ROWS_A_PAGE };
    int64_t last = 0;

    write_header(&writer, kind);
    while (ids.count == ROWS_A_PAGE && db_failure(db) == DB_FINE) {
        arena_reset(page);
        ids = kind->page(db, last, ROWS_A_PAGE);
        for (size_t i = 0; i < ids.count; i++) {
            void *record = arena_alloc(page, kind->record_size);
            last = ids.at[i];
            if (kind->load(db, last, record))
                write_record(&writer, page, &lookups, kind, record);
        }
    }
    db_use_arena(db, before);
    arena_free(page);
}
