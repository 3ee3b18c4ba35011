/* SPDX-License-Identifier: MIT
 * school_file.c: the columns of a school's file. Known by the CPR number, else by name and day of birth; the mark is a
 * word of our own list or the letter that stands on the attendance page. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "citizen/cpr.h"
#include "law/glossary.h"
#include "transfer/school.h"
#include "web/say.h"

#define COLUMN(member) offsetof(struct school_record, member)

static const struct transfer_field fields[] = {
    { "CPR", "cpr nr|cpr nummer|cprnr|personnummer", CELL_CPR, COLUMN(cpr), NULL, false },
    { "Fornavn", "fornavne", CELL_TEXT, COLUMN(first_name), NULL, false },
    { "Efternavn", "efternavne", CELL_TEXT, COLUMN(last_name), NULL, false },
    { "Født", "fodt|foedselsdag|foedselsdato", CELL_DAY, COLUMN(born), NULL, false },
    { "Dato", "dag|modedag", CELL_DAY, COLUMN(on), NULL, false },
    { "Hold", "klasse|holdnavn", CELL_TEXT, COLUMN(group), NULL, false },
    { "Fremmøde", "status|fravaer|fremmode|registrering", CELL_TEXT, COLUMN(mark), NULL, false },
    { "Bemærkning", "note|bemaerkning", CELL_TEXT, COLUMN(note), NULL, false },
};

static void blank(const struct lookups *lookups, void *record)
{
    (void)lookups;
    *(struct school_record *)record = (struct school_record){ .first_name = "", .last_name = "", .born = DAY_NONE, .on = DAY_NONE,
                                                              .group = "", .mark = "", .note = "" };
}

/* The letters of the attendance page. */
static const struct {
    const char *letter, *code;
} letters[] = { { "m", "attended" }, { "l", "lawful" }, { "u", "unlawful" }, { "s", "sick" }, { "a", "cancelled" } };

static const char *mark_read(struct arena *arena, const char *typed)
{
    size_t count;
    const struct glossary_row *rows = glossary_list("absence", &count);
    const char *folded = text_fold(arena, typed);

    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (text_is(folded, letters[i].letter))
            return letters[i].code;
    for (size_t i = 0; i < count; i++)
        if (text_is(folded, rows[i].code) || text_is(folded, text_fold(arena, rows[i].danish)))
            return rows[i].code;
    return NULL;
}

static const char *marks_expected(struct arena *arena)
{
    size_t count;
    const struct glossary_row *rows = glossary_list("absence", &count);
    struct text words = text_new(arena);

    for (size_t i = 0; i < count; i++)
        text_add_format(&words, "%s%s", i > 0 ? ", " : "", rows[i].danish);
    return text_done(&words);
}

static void complete(const struct row_check *check, void *record)
{
    struct school_record *row = record;
    struct arena *arena = check->mistakes->arena;
    const char *code = *row->mark == 0 ? NULL : mark_read(arena, row->mark);

    if (row->cpr == NULL && (*row->first_name == 0 || *row->last_name == 0 || row->born == DAY_NONE))
        row_mistake(check, COLUMN(cpr), SAY("mangler; uden CPR skal fornavn, efternavn og fødselsdag stå der, så borgeren kan kendes igen"),
                    NULL, NULL);
    if (row->on == DAY_NONE)
        row_mistake(check, COLUMN(on), SAY("mangler"), NULL, NULL);
    if (code == NULL)
        row_mistake(check, COLUMN(mark), SAY("fandt »{1}«, ventede {2} eller bogstavet M, L, U, S, A"), row->mark,
                    marks_expected(arena));
    row->mark = code == NULL ? "" : code;
}

const struct transfer_kind transfer_school = {
    .command = "attendance", .one = SAY("række"), .many = SAY("rækker"), .identity = SAY("CPR, ellers navn og fødselsdag"),
    .fields = fields, .field_count = sizeof fields / sizeof *fields, .record_size = sizeof(struct school_record),
    .blank = blank, .complete = complete,
};

/* Whose row it is and of which day and group, as the file has it. */
struct row_key {
    const char *key;
    const struct import_row *row;
};

static int by_key(const void *left, const void *right)
{
    const struct row_key *a = left, *b = right;
    int order = strcmp(a->key, b->key);

    return order != 0 ? order : (a->row->line > b->row->line) - (a->row->line < b->row->line);
}

static const char *key_of(struct arena *arena, const struct school_record *record)
{
    const char *who = record->cpr != NULL ? record->cpr
                                          : arena_format(arena, "%s %s %d", text_fold(arena, record->first_name),
                                                         text_fold(arena, record->last_name), (int)record->born);

    return arena_format(arena, "%s|%d|%s", who, (int)record->on, text_fold(arena, record->group));
}

static void check_twice(const struct import_rows *rows, struct mistakes *mistakes)
{
    struct row_key *keys = arena_array(mistakes->arena, rows->count + 1, sizeof *keys);

    for (size_t i = 0; i < rows->count; i++)
        keys[i] = (struct row_key){ key_of(mistakes->arena, rows->at[i].record), &rows->at[i] };
    qsort(keys, rows->count, sizeof *keys, by_key);
    for (size_t i = 1; i < rows->count; i++)
        if (text_is(keys[i].key, keys[i - 1].key))
            row_mistake(&keys[i].row->check, COLUMN(on), SAY("samme borger og dag står også på linje {1}"),
                        arena_format(mistakes->arena, "%d", keys[i - 1].row->line), NULL);
}

bool school_read(struct db *db, const struct attendance_file_row *file, struct mistakes *mistakes, struct import_rows *rows)
{
    import_read(db, &transfer_school, file->name, file->bytes.at, file->bytes.length, mistakes, rows);
    for (size_t i = 0; i < rows->count; i++) {
        const struct school_record *record = rows->at[i].record;
        if (record->on != DAY_NONE && (record->on < file->first_day || record->on > file->last_day))
            row_mistake(&rows->at[i].check, COLUMN(on), SAY("fandt {1}, som ligger uden for perioden"),
                        day_iso(mistakes->arena, record->on), NULL);
    }
    check_twice(rows, mistakes);
    mistakes_sort(mistakes);
    return mistakes->count == 0;
}
