/* SPDX-License-Identifier: MIT
 * fuzz_csv.c: any bytes as a table. What is read keeps its promises, and written and read again it is the
 * same. */
#include <string.h>

#include "base/check.h"
#include "transfer/csv.h"
#include "web/route.h"

const struct feature *const features[] = { NULL };
const size_t feature_count = 0;

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

enum { ARENA_SIZE = 256 << 20, LENGTH_MAX = 8192 };

static const char *write_again(struct arena *arena, const struct csv *csv)
{
    struct text out = text_new(arena);
    struct csv_writer writer = csv_writer_new(&out);

    for (size_t i = 0; i < csv->count; i++) {
        for (size_t k = 0; k < csv->at[i].count; k++)
            csv_write(&writer, csv->at[i].cells[k].text);
        csv_end_row(&writer);
    }
    return text_done(&out);
}

/* A file of one column that has no separator is sniffed as `;`, so columns are the same too. */
static void check_same(const struct csv *a, const struct csv *b)
{
    check(a->count == b->count);
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < a->at[i].count; k++)
            check(text_is(csv_cell_of(&a->at[i], k).text, csv_cell_of(&b->at[i], k).text));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct arena *arena;
    struct csv csv, again;

    if (length > LENGTH_MAX)
        return 0;
    if (arena == NULL)
        arena = arena_new(ARENA_SIZE);
    arena_reset(arena);
    struct mistakes mistakes = mistakes_new(arena);
    if (!csv_read(&mistakes, "fuzz", (const char *)bytes, length, &csv)) {
        check(mistakes.count > 0);
        return 0;
    }
    check(csv.count > 0);
    for (size_t i = 0; i < csv.count; i++)
        for (size_t k = 0; k < csv.at[i].count; k++)
            check(text_is_utf8(csv.at[i].cells[k].text, strlen(csv.at[i].cells[k].text)));
    const char *text = write_again(arena, &csv);
    check(csv_read(&mistakes, "again", text, strlen(text), &again));
    check_same(&csv, &again);
    return 0;
}
