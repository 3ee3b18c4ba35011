/* SPDX-License-Identifier: MIT
 * import.c: two passes over the rows: the first finds every mistake, the second writes. Each row has its own
 * memory. What differs is found by writing both records as cells, so a file that was exported changes
 * nothing. */
#include "transfer/import.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/list.h"
#include "base/text.h"
#include "web/say.h"

enum { FIELDS_MAX = 64, PROGRESS_ROWS = 5000, ROW_ARENA_LIMIT = 64 << 20 };

/* A row's identity, to find rows that stand twice. */
struct row_key {
    const char *key;
    int line;
};

struct import {
    struct db *db;
    const struct transfer_kind *kind;
    struct csv csv;
    struct mistakes *mistakes;
    struct lookups lookups;
    int columns[FIELDS_MAX]; /* Of each field. */
    struct arena *row_arena;
    struct import_counts counts;
    struct row_key *keys;
    size_t key_count;
    bool is_storing;
};

/* A Danish text in the language of the one who reads it. */
static const char *in_words(const struct mistakes *mistakes, const char *words, const char *one, const char *two)
{
    return say_with(mistakes->arena, (enum language)mistakes->language, words, one, two, NULL);
}

static const char *in_word(const struct mistakes *mistakes, const char *word)
{
    return say((enum language)mistakes->language, word);
}

/* --- the first row: which column is what --- */

/* Is the folded word one of a field's names? */
static bool is_named(struct arena *arena, const struct transfer_field *field, const char *folded)
{
    if (text_is(folded, text_fold(arena, field->name)))
        return true;
    if (field->also == NULL)
        return false;
    struct text_pieces also = text_split(arena, field->also, '|');
    for (size_t i = 0; i < also.count; i++)
        if (text_is(folded, also.at[i]))
            return true;
    return false;
}

static void unknown_column(struct import *import, const struct csv_cell *cell)
{
    const char *names[FIELDS_MAX];

    for (size_t i = 0; i < import->kind->field_count; i++)
        names[i] = import->kind->fields[i].name;
    const char *near = did_you_mean(cell->text, names, import->kind->field_count);
    mistake_add(import->mistakes, import->csv.file, cell->line, cell->column, cell->text, near, "%s",
                in_words(import->mistakes, near == NULL ? SAY("kolonnen »{1}« kendes ikke") : SAY("kolonnen »{1}« kendes ikke; mente du »{2}«?"),
                         cell->text, near));
}

static void read_column(struct import *import, size_t column)
{
    const struct csv_cell *cell = &import->csv.at[0].cells[column];
    const char *folded = text_fold(import->mistakes->arena, cell->text);

    for (size_t i = 0; i < import->kind->field_count; i++) {
        if (!is_named(import->mistakes->arena, &import->kind->fields[i], folded))
            continue;
        if (import->columns[i] >= 0)
            mistake_add(import->mistakes, import->csv.file, cell->line, cell->column, cell->text, NULL, "%s",
                        in_words(import->mistakes, SAY("kolonnen »{1}« står der to gange"), import->kind->fields[i].name, NULL));
        import->columns[i] = (int)column;
        return;
    }
    unknown_column(import, cell);
}

static void read_columns(struct import *import)
{
    const struct csv_row *header = &import->csv.at[0];

    check(import->kind->field_count <= FIELDS_MAX);
    for (size_t i = 0; i < import->kind->field_count; i++)
        import->columns[i] = -1;
    for (size_t column = 0; column < header->count; column++)
        if (*header->cells[column].text != 0)
            read_column(import, column);
}

/* --- a row --- */

static int column_of(const struct row_check *check, size_t offset)
{
    for (size_t i = 0; i < check->kind->field_count; i++)
        if (check->kind->fields[i].offset == offset)
            return check->columns[i];
    return -1;
}

static const char *name_of(const struct row_check *check, size_t offset)
{
    for (size_t i = 0; i < check->kind->field_count; i++)
        if (check->kind->fields[i].offset == offset)
            return check->kind->fields[i].name;
    return "";
}

void row_mistake(const struct row_check *check, size_t offset, const char *words, const char *one, const char *two)
{
    int column = column_of(check, offset);
    struct csv_cell cell = csv_cell_of(check->row, column < 0 ? check->row->count : (size_t)column);

    mistake_add(check->mistakes, check->csv->file, cell.line, cell.column, NULL, NULL, "%s: %s", name_of(check, offset),
                in_words(check->mistakes, words, one, two));
}

/* A wrong value. A personal number is not repeated: the message may end in a log. */
static void wrong_value(const struct row_check *check, const struct transfer_field *field, const char *found)
{
    const char *expected = in_word(check->mistakes, cell_types[field->kind].expected);
    size_t count = 0;
    const struct glossary_row *rows = field->list == NULL ? NULL : glossary_list(field->list, &count);
    const char **labels = arena_array(check->mistakes->arena, count, sizeof *labels);
    const char *shown = arena_format(check->mistakes->arena, "%.80s", found);

    if (field->kind == CELL_CPR) {
        row_mistake(check, field->offset, SAY("ventede {1}"), expected, NULL);
        return;
    }
    if (expected != NULL) {
        row_mistake(check, field->offset, SAY("fandt »{1}«, ventede {2}"), shown, expected);
        return;
    }
    for (size_t i = 0; i < count; i++)
        labels[i] = rows[i].danish;
    const char *near = did_you_mean(found, labels, count);
    row_mistake(check, field->offset,
                near == NULL ? SAY("fandt »{1}«, som ikke er på listen; den begynder med »{2}«")
                             : SAY("fandt »{1}«, som ikke er på listen; mente du »{2}«"),
                shown, near == NULL ? rows[0].danish : near);
}

/* The given cells, over what the record has. */
static void read_cells(struct import *import, const struct row_check *check, void *record)
{
    for (size_t i = 0; i < import->kind->field_count; i++) {
        const struct transfer_field *field = &import->kind->fields[i];
        struct csv_cell cell = import->columns[i] < 0 ? (struct csv_cell){ .text = "" }
                                                      : csv_cell_of(check->row, (size_t)import->columns[i]);
        if (*cell.text == 0)
            continue;
        if (!cell_types[field->kind].read(import->row_arena, &import->lookups, field->list, cell.text,
                                           (char *)record + field->offset))
            wrong_value(check, field, cell.text);
    }
}

static const char *written(struct import *import, const struct transfer_field *field, const void *record)
{
    return cell_types[field->kind].write(import->row_arena, &import->lookups, field->list, field_member(field, record));
}

static bool is_same(struct import *import, const void *before, const void *after)
{
    for (size_t i = 0; i < import->kind->field_count; i++)
        if (!text_is(written(import, &import->kind->fields[i], before), written(import, &import->kind->fields[i], after)))
            return false;
    return true;
}

static void check_required(struct import *import, const struct row_check *check, const void *record)
{
    for (size_t i = 0; i < import->kind->field_count; i++) {
        const struct transfer_field *field = &import->kind->fields[i];
        if (field->is_required && *written(import, field, record) == 0)
            row_mistake(check, field->offset, SAY("mangler; en ny {1} skal have det"), in_word(check->mistakes, import->kind->one), NULL);
    }
}

/* Remembers whose row this is; in the memory of the file. */
static void note_key(struct import *import, const struct row_check *check, const void *record)
{
    const char *key = import->kind->key(import->mistakes->arena, record);

    if (key != NULL)
        import->keys[import->key_count++] = (struct row_key){ key, check->row->line };
}

static void write_row(struct import *import, int64_t id, const void *before, const void *after)
{
    bool is_new = id == 0, is_unchanged = !is_new && is_same(import, before, after);

    import->counts.created += is_new;
    import->counts.same += is_unchanged;
    import->counts.changed += !is_new && !is_unchanged;
    if (import->is_storing && !is_unchanged)
        import->kind->store(import->db, id, before, after);
}

/* A row: whose it is, what it says over what is there, and what follows. */
static void do_row(struct import *import, const struct csv_row *row)
{
    const struct transfer_kind *kind = import->kind;
    struct row_check check = { import->mistakes, &import->csv, row, kind, import->columns };
    void *given = arena_alloc(import->row_arena, kind->record_size), *before = arena_alloc(import->row_arena, kind->record_size);
    void *after = arena_alloc(import->row_arena, kind->record_size);
    size_t mistakes = import->mistakes->count;
    int64_t id = 0;

    kind->blank(&import->lookups, given);
    read_cells(import, &check, given);
    if (import->mistakes->count == mistakes)
        kind->complete(&check, given);
    if (import->mistakes->count > mistakes)
        return;
    if (!import->is_storing)
        note_key(import, &check, given);
    enum transfer_found found = kind->find(import->db, given, &id);
    if (found == FOUND_MANY) {
        row_mistake(&check, kind->fields[0].offset, SAY("flere {1} passer på rækken ({2})"), in_word(import->mistakes, kind->many),
                    in_word(import->mistakes, kind->identity));
        return;
    }
    if (found == FOUND_NONE || !kind->load(import->db, id, before)) {
        id = 0;
        check_required(import, &check, given);
        write_row(import, 0, before, given);
        return;
    }
    memcpy(after, before, kind->record_size);
    read_cells(import, &check, after);
    write_row(import, id, before, after);
}

/* --- the file --- */

static void do_rows(struct import *import, FILE *progress)
{
    struct arena *before = db_use_arena(import->db, import->row_arena);

    import->counts = (struct import_counts){ .rows = (int64_t)import->csv.count - 1 };
    for (size_t i = 1; i < import->csv.count && db_failure(import->db) == DB_FINE; i++) {
        do_row(import, &import->csv.at[i]);
        arena_reset(import->row_arena);
        if (progress != NULL && i % PROGRESS_ROWS == 0)
            fprintf(progress, "%s: %zu af %zu rækker\n", import->is_storing ? "skriver" : "læser", i, import->csv.count - 1);
    }
    db_use_arena(import->db, before);
}

static int by_key(const void *a, const void *b)
{
    const struct row_key *x = a, *y = b;
    int order = strcmp(x->key, y->key);

    return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

static void check_twice(struct import *import)
{
    if (import->key_count > 0)
        qsort(import->keys, import->key_count, sizeof *import->keys, by_key);
    for (size_t i = 1; i < import->key_count; i++)
        if (text_is(import->keys[i - 1].key, import->keys[i].key))
            mistake_add(import->mistakes, import->csv.file, import->keys[i].line, 0, NULL, NULL, "%s",
                        in_words(import->mistakes, SAY("samme {1} står også på linje {2}"), in_word(import->mistakes, import->kind->one),
                                 arena_format(import->mistakes->arena, "%d", import->keys[i - 1].line)));
}

static bool read_all(struct import *import, FILE *progress)
{
    read_columns(import);
    if (import->mistakes->count > 0)
        return false;
    import->keys = arena_array(import->mistakes->arena, import->csv.count, sizeof *import->keys);
    do_rows(import, progress);
    check_twice(import);
    mistakes_sort(import->mistakes);
    return import->mistakes->count == 0;
}

bool import_file(struct db *db, const struct transfer_kind *kind, const char *file, const char *bytes, size_t length,
                 bool is_dry, FILE *progress, struct mistakes *mistakes, struct import_counts *counts)
{
    struct import import = { .db = db, .kind = kind, .mistakes = mistakes, .lookups = lookups_load(db) };

    *counts = (struct import_counts){ 0 };
    if (!csv_read(mistakes, file, bytes, length, &import.csv))
        return false;
    import.row_arena = arena_new(ROW_ARENA_LIMIT);
    bool is_fine = read_all(&import, progress);
    if (is_fine && !is_dry) {
        import.is_storing = true;
        do_rows(&import, progress);
    }
    *counts = import.counts;
    arena_free(import.row_arena);
    return is_fine;
}

/* --- a file that is only read --- */

static void read_row(struct import *import, const struct csv_row *row, struct import_row *read)
{
    struct row_check check = { import->mistakes, &import->csv, row, import->kind, import->columns };
    void *record = arena_alloc(import->row_arena, import->kind->record_size);
    size_t mistakes = import->mistakes->count;

    import->kind->blank(&import->lookups, record);
    read_cells(import, &check, record);
    if (import->mistakes->count == mistakes)
        import->kind->complete(&check, record);
    *read = (struct import_row){ row->line, record, check };
}

bool import_read(struct db *db, const struct transfer_kind *kind, const char *file, const char *bytes, size_t length,
                 struct mistakes *mistakes, struct import_rows *rows)
{
    struct import *import = arena_alloc(mistakes->arena, sizeof *import);

    *import = (struct import){ .db = db, .kind = kind, .mistakes = mistakes, .lookups = lookups_load(db),
                               .row_arena = mistakes->arena };
    *rows = (struct import_rows){ 0 };
    if (!csv_read(mistakes, file, bytes, length, &import->csv))
        return false;
    read_columns(import);
    if (mistakes->count > 0)
        return false;
    rows->at = arena_array(mistakes->arena, import->csv.count, sizeof *rows->at);
    rows->count = import->csv.count - 1;
    for (size_t i = 0; i < rows->count; i++)
        read_row(import, &import->csv.at[i + 1], &rows->at[i]);
    mistakes_sort(mistakes);
    return mistakes->count == 0;
}
