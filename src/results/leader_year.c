/* SPDX-License-Identifier: MIT
 * leader_year.c: twelve months after the start, by quarter. */
#include "results/pages.h"

#include "results/rules.h"

static const char *const part_names[YEAR_PART_COUNT] = {
    [YEAR_OVER] = SAY("18,5 t. eller uddannelse"),
    [YEAR_UNDER] = SAY("løn under 18,5 t."),
    [YEAR_PLACEMENT] = SAY("praktik eller kursus"),
    [YEAR_NOT_YET] = SAY("endnu ikke"),
};
/* The same, short enough for a column. */
static const char *const part_heads[YEAR_PART_COUNT] = {
    [YEAR_OVER] = SAY("Over 18,5"),
    [YEAR_UNDER] = SAY("Under"),
    [YEAR_PLACEMENT] = SAY("Praktik"),
    [YEAR_NOT_YET] = SAY("Endnu ikke"),
};
_Static_assert((int)YEAR_PART_COUNT <= (int)CHART_PARTS_MAX, "each part has its place in a bar");

/* "4. kvt. 2025" */
static const char *quarter_words(struct request *r, day quarter)
{
    struct date date = date_of(quarter);

    return say_with(r->arena, r->language, "{1}. kvt. {2}", arena_format(r->arena, "%d", (date.month + 2) / 3),
                    arena_format(r->arena, "%d", date.year), NULL);
}

/* Quarters beside their sum would give small cells away: outside, they are shown when none is small. */
static bool may_show_quarters(struct arena *arena, const struct year_after *year, bool is_political)
{
    bool may = true;

    for (int i = 0; i < YEAR_QUARTERS && is_political; i++) {
        struct year_row row = year->rows[i];
        may = may && cells_hide(arena, row.counts, YEAR_PART_COUNT) == CELLS_SHOWN;
    }
    return may;
}

/* The counts as the readers may see them; returns how many they are together, or CELL_HIDDEN. */
static int64_t counts_shown(struct arena *arena, const struct year_row *row, bool is_political, int64_t *shown)
{
    for (int i = 0; i < YEAR_PART_COUNT; i++)
        shown[i] = row->counts[i];
    return is_political && cells_hide(arena, shown, YEAR_PART_COUNT) == CELLS_AND_SUM ? CELL_HIDDEN : row->all;
}

static struct chart_stack stack_of(struct request *r, const struct leader_view *view, const struct year_row *row, const char *label)
{
    struct chart_stack stack = { .label = label, .all = row->all, .words = "" };
    int64_t shown[YEAR_PART_COUNT];

    counts_shown(r->arena, row, view->asked.is_political, shown);
    for (int i = 0; i < YEAR_PART_COUNT; i++)
        stack.counts[i] = shown[i] < 0 ? 0 : shown[i];
    if (row->all >= SMALL_COUNT && shown[YEAR_OVER] >= 0)
        stack.words = arena_format(r->arena, "%d %%", percent_of(row->counts[YEAR_OVER], row->all));
    return stack;
}

static struct table_row row_of(struct request *r, const struct leader_view *view, const struct year_row *row, const char *name)
{
    const char **cells = arena_array(r->arena, YEAR_PART_COUNT + 1, sizeof *cells);
    int64_t shown[YEAR_PART_COUNT];

    int64_t all = counts_shown(r->arena, row, view->asked.is_political, shown);
    for (int i = 0; i < YEAR_PART_COUNT; i++)
        cells[i] = count_words(r->arena, shown[i], view->asked.is_political);
    cells[YEAR_PART_COUNT] = count_words(r->arena, all, view->asked.is_political);
    return (struct table_row){ .name = name, .cells = cells };
}

/* The same as a table: a column a part, and the sum. */
static void year_table(struct request *r, struct leader_view *view, struct table_row *rows, size_t count)
{
    struct table_column *columns = arena_array(r->arena, YEAR_PART_COUNT + 1, sizeof *columns);

    for (int i = 0; i < YEAR_PART_COUNT; i++) {
        view->year.parts[i] = say(r->language, part_names[i]);
        columns[i].name = say(r->language, part_heads[i]);
    }
    columns[YEAR_PART_COUNT].name = say(r->language, "I alt");
    view->year_table = (struct table){
        .id = "aar",
        .title = say(r->language, "Borgere efter startkvartal"),
        .first = say(r->language, "Begyndt"),
        .definition = say(r->language, "Borgere, der begyndte i kvartalet, set på dagen 12 måneder efter. Præcis 18,5 timer tælles "
                                       "med i over. Ordinær uddannelse tælles som over."),
        .columns = { columns, YEAR_PART_COUNT + 1 },
        .rows = { rows, count },
    };
}

void leader_year(struct request *r, struct leader_view *view, const struct year_after *year)
{
    struct chart_stack *stacks = arena_array(r->arena, YEAR_QUARTERS + 1, sizeof *stacks);
    struct table_row *rows = arena_array(r->arena, YEAR_QUARTERS + 1, sizeof *rows);
    int64_t shown[YEAR_PART_COUNT];
    int64_t together = counts_shown(r->arena, &year->all, view->asked.is_political, shown);
    const char *all = say_with(r->arena, r->language, "Alle {1}", count_words(r->arena, together, view->asked.is_political), NULL);

    if (year->all.all == 0)
        return; /* Nobody has been here for a year: the page says so. */
    bool may_show = may_show_quarters(r->arena, year, view->asked.is_political);
    size_t quarters = 0;
    stacks[0] = stack_of(r, view, &year->all, all);
    for (int i = 0; i < YEAR_QUARTERS && may_show; i++) {
        if (year->rows[i].all == 0)
            continue;
        const char *quarter = quarter_words(r, year->rows[i].quarter);
        rows[quarters] = row_of(r, view, &year->rows[i], quarter);
        stacks[++quarters] = stack_of(r, view, &year->rows[i], quarter);
    }
    rows[quarters] = row_of(r, view, &year->all, say(r->language, "Alle"));
    rows[quarters].is_total = true;
    view->year = (struct chart_stacks){
        .head = {
            .id = "aar-figur",
            .title = say(r->language, "12 måneder efter start"),
            .summary = say_with(r->arena, r->language, "{1} af {2} har 18,5 lønnede timer om ugen eller er i uddannelse.",
                                count_words(r->arena, year->all.counts[YEAR_OVER], view->asked.is_political),
                                count_words(r->arena, year->all.all, view->asked.is_political), NULL),
        },
        .at = stacks,
        .count = quarters + 1,
    };
    year_table(r, view, rows, quarters + 1);
}
