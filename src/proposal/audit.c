/* SPDX-License-Identifier: MIT
 * audit.c: how proposals of a kind were followed or overridden, by sex, language and age group of the citizens, so that a
 * skew is seen. None of these is an input of a proposal. Small numbers are hidden, and what they could be worked out from
 * (base/hide.h); so there is no table of all kinds together. */
#include <stdlib.h>
#include <string.h>

#include "base/hide.h"
#include "base/list.h"
#include "base/text.h"
#include "proposal/pages.h"
#include "proposal_audit_page.h"

enum { MONTHS_BACK = 12, DIMENSIONS = 3, GROUPS_A_PAGE = 12 };

/* One row while it is added up. */
struct group_sum {
    const char *code, *label;
    int64_t numbers[AUDIT_COLUMNS];
    bool is_hidden[AUDIT_COLUMNS];
};
struct group_sums {
    struct group_sum *at;
    size_t count, room;
};

static void add(struct arena *arena, struct group_sums *sums, const char *code, const struct proposal_audit_row *row)
{
    const int64_t numbers[AUDIT_COLUMNS] = { row->accepted, row->changed, row->rejected, row->declined };
    size_t i = 0;

    while (i < sums->count && !text_is(sums->at[i].code, code))
        i++;
    if (i == sums->count)
        *LIST_ADD(arena, sums) = (struct group_sum){ .code = code };
    for (int c = 0; c < AUDIT_COLUMNS; c++)
        sums->at[i].numbers[c] += numbers[c];
}

static const char *age_words(enum language language, const char *code)
{
    static const char *const words[] = { SAY("alder ikke oplyst"), SAY("under 30 år"), SAY("30 til 49 år"), SAY("50 år og mere") };
    int64_t number = 0;

    text_to_int(code, &number);
    return say(language, words[number >= 0 && number < 4 ? number : 0]);
}

static int by_label(const void *a, const void *b)
{
    return strcmp(((const struct group_sum *)a)->label, ((const struct group_sum *)b)->label);
}

static int by_code(const void *a, const void *b)
{
    return strcmp(((const struct group_sum *)a)->code, ((const struct group_sum *)b)->code);
}

/* Their words, in order of them; ages from the youngest. */
static void label(struct request *r, struct group_sums *sums, const char *list)
{
    for (size_t i = 0; i < sums->count; i++)
        sums->at[i].label = list == NULL              ? age_words(r->language, sums->at[i].code)
                            : *sums->at[i].code == 0 ? say(r->language, "ikke oplyst")
                                                      : glossary_label_or_code((int)r->language, list, sums->at[i].code);
    if (sums->count > 0)
        qsort(sums->at, sums->count, sizeof *sums->at, list == NULL ? by_code : by_label);
}

static bool hide_column(struct arena *arena, struct group_sums *sums, int column)
{
    int64_t *numbers = arena_array(arena, sums->count, sizeof *numbers);
    bool *is_hidden = arena_array(arena, sums->count, sizeof *is_hidden);

    for (size_t i = 0; i < sums->count; i++)
        numbers[i] = sums->at[i].numbers[column];
    bool is_secret = hide_small(SMALL_SECRET, numbers, sums->count, is_hidden);
    for (size_t i = 0; i < sums->count; i++)
        sums->at[i].is_hidden[column] = is_hidden[i];
    return is_secret;
}

/* All tables have the same sums, so what one must hide altogether none of them shows. */
static void hide(struct arena *arena, struct group_sums *tables)
{
    for (int c = 0; c < AUDIT_COLUMNS; c++) {
        bool is_secret = true;
        for (int t = 0; t < DIMENSIONS; t++)
            is_secret &= hide_column(arena, &tables[t], c);
        for (int t = 0; t < DIMENSIONS && !is_secret; t++)
            for (size_t i = 0; i < tables[t].count; i++)
                tables[t].at[i].is_hidden[c] = tables[t].at[i].numbers[c] > 0;
    }
}

/* The page of a table that is asked for; the others are on their first. */
static struct audit_table table_of(struct request *r, const char *id, const char *title, const struct group_sums *sums)
{
    const char *path = arena_format(r->arena, "/forslag/fulgt?tabel=%s", id);
    struct audit_table table = { .id = id, .title = title, .place = place_in_list(r, path, (int64_t)sums->count, GROUPS_A_PAGE) };

    if (!text_is(request_query(r, "tabel"), id))
        place_turn(&table.place, 1);
    size_t first = (size_t)table.place.skip;
    for (size_t i = first; i < sums->count && i < first + GROUPS_A_PAGE; i++) {
        struct audit_line *line = LIST_ADD(r->arena, &table);
        *line = (struct audit_line){ .group = sums->at[i].label };
        for (int c = 0; c < AUDIT_COLUMNS; c++)
            line->numbers[c] = sums->at[i].is_hidden[c] ? say(r->language, "skjult")
                                                        : arena_format(r->arena, "%lld", (long long)sums->at[i].numbers[c]);
    }
    return table;
}

struct reply audit_get(struct request *r)
{
    static const struct {
        const char *id, *title, *list;
    } dimensions[DIMENSIONS] = { { "koen", SAY("Køn"), "gender" }, { "sprog", SAY("Sprog"), "language" }, { "alder", SAY("Alder"), NULL } };
    struct audit_view view = { .kind = kind_asked(r) };
    struct proposal_audit_row_list rows = proposal_audit(r->db, r->today, day_begin(day_add_months(r->today, -MONTHS_BACK)), view.kind->code);
    struct group_sums sums[DIMENSIONS] = { 0 };
    struct page page = page_new(r);

    for (size_t i = 0; i < rows.count; i++) {
        add(r->arena, &sums[0], rows.at[i].sex, &rows.at[i]);
        add(r->arena, &sums[1], rows.at[i].language, &rows.at[i]);
        add(r->arena, &sums[2], arena_format(r->arena, "%lld", (long long)rows.at[i].age_group), &rows.at[i]);
    }
    hide(r->arena, sums);
    view.tables.at = arena_array(r->arena, DIMENSIONS, sizeof *view.tables.at);
    for (int t = 0; t < DIMENSIONS; t++) {
        label(r, &sums[t], dimensions[t].list);
        view.tables.at[view.tables.count++] = table_of(r, dimensions[t].id, say(r->language, dimensions[t].title), &sums[t]);
    }
    audit_page(&page, &view);
    return reply_page(&page.text);
}
