/* SPDX-License-Identifier: MIT
 * leader_paid.c: the first picture of the leader's page: paid hours of all citizens, and who has more. */
#include "results/pages.h"

#include "base/list.h"
#include "results/rules.h"

enum { STILL_MONTHS = 3 };

static const struct {
    enum paid_change kind;
    const char *name;
} change_names[] = {
    { PAID_FIRST, SAY("Første lønnede timer") }, { PAID_MORE, SAY("Flere timer end før") },
    { PAID_AGAIN, SAY("Timer igen") },           { PAID_FEWER, SAY("Færre timer end før") },
    { PAID_ENDED, SAY("Timer ophørt") },         { PAID_SAME, SAY("Samme timer") },
};
enum { CHANGE_NAMES = sizeof change_names / sizeof *change_names, FIRST_PLACE = 0, ENDED_PLACE = 4, COLUMNS = 2 };

/* "+46", "−16", "0": a true minus, so that columns line up. */
static const char *signed_hours(struct request *r, int64_t hundredths)
{
    const char *number = say_number(r->arena, r->language, hundredths < 0 ? -hundredths : hundredths);

    return arena_format(r->arena, "%s%s", hundredths > 0 ? "+" : hundredths < 0 ? "−" : "", number);
}

static struct table_row change_row(struct request *r, const char *name, int64_t citizens, int64_t change, bool is_political)
{
    const char **cells = arena_array(r->arena, COLUMNS, sizeof *cells);

    cells[0] = count_words(r->arena, citizens, is_political);
    cells[1] = is_political && citizens < SMALL_COUNT ? "" : signed_hours(r, change);
    return (struct table_row){ .name = name, .cells = cells };
}

/* Citizens are summed without those whose hours ended, hours with them: neither sum may give a cell away. */
static void changes_hide(int64_t *cells)
{
    int64_t weights[CHANGE_NAMES];
    bool hidden[CHANGE_NAMES], is_ended_small = is_count_small(cells[ENDED_PLACE]);
    size_t others = 0;

    for (size_t i = 0; i < CHANGE_NAMES; i++)
        weights[i] = cells[i];
    for (size_t i = 0; i < CHANGE_NAMES; i++) {
        hidden[i] = is_count_small(cells[i]);
        others += hidden[i] && i != ENDED_PLACE;
    }
    for (size_t wanted = is_ended_small || others > 0 ? 2 : 0; others < wanted; others++) {
        size_t smallest = CHANGE_NAMES;
        for (size_t i = 0; i < CHANGE_NAMES; i++)
            if (i != ENDED_PLACE && !hidden[i] && weights[i] > 0 && (smallest == CHANGE_NAMES || weights[i] < weights[smallest]))
                smallest = i;
        if (smallest == CHANGE_NAMES)
            break;
        hidden[smallest] = true;
    }
    for (size_t i = 0; i < CHANGE_NAMES; i++)
        if (hidden[i])
            cells[i] = is_count_small(weights[i]) ? CELL_SMALL : CELL_HIDDEN;
}

/* The counts in the table's order, as the readers may see them. */
static void changes_shown(const struct paid_changes *changes, bool is_political, int64_t *cells)
{
    for (int i = 0; i < CHANGE_NAMES; i++)
        cells[i] = changes->at[change_names[i].kind].citizens;
    if (is_political)
        changes_hide(cells);
}

int64_t paid_first_shown(const struct paid_changes *changes, bool is_political)
{
    int64_t cells[CHANGE_NAMES];

    changes_shown(changes, is_political, cells);
    return cells[FIRST_PLACE];
}

static struct table changes_table(struct request *r, const struct leader_view *view, const struct paid_changes *changes)
{
    struct table_row *rows = arena_array(r->arena, CHANGE_NAMES + 1, sizeof *rows);
    bool is_political = view->asked.is_political;
    int64_t cells[CHANGE_NAMES];
    struct table_column *heads = arena_array(r->arena, COLUMNS, sizeof *heads);
    size_t count = 0;

    heads[0].name = say(r->language, "Borgere");
    heads[1].name = say(r->language, "Timer");
    changes_shown(changes, is_political, cells);
    for (int i = 0; i < CHANGE_NAMES; i++) {
        const struct paid_change_row *change = &changes->at[change_names[i].kind];
        if (change->citizens == 0)
            continue;
        rows[count] = change_row(r, say(r->language, change_names[i].name), cells[i], change->change, is_political);
        count++;
    }
    rows[count] = change_row(r, say(r->language, "I alt med løn"), changes->citizens, changes->change, is_political);
    rows[count++].is_total = true;
    return (struct table){
        .id = "loen",
        .title = say_with(r->arena, r->language, "Siden {1}", month_words(r->arena, r->language, view->asked.months.first[MONTH_NOW - 1]), NULL),
        .first = say_with(r->arena, r->language, "Siden {1}", month_words(r->arena, r->language, view->asked.months.first[MONTH_NOW - 1]), NULL),
        .definition = say(r->language, "Lønnede timer om ugen på månedens sidste dag, alle praktikker og job lagt sammen. "
                                       "Borgere tælles én gang."),
        .columns = { heads, COLUMNS },
        .rows = { rows, count },
    };
}

static void still(struct request *r, struct leader_view *view)
{
    day from = day_add_months(view->asked.last, -STILL_MONTHS);
    int64_t count = results_standing_still_count(r->db, view->asked.unit.n, from, view->asked.last);

    if (count == 0)
        return;
    view->still = say_with(r->arena, r->language, "I praktik, og timerne har stået stille i tre måneder: {1} borgere.",
                           count_words(r->arena, count, view->asked.is_political), NULL);
    if (!view->asked.is_political)
        view->still_path = arena_format(r->arena, "/resultater/staar-stille?%s", view->query);
}

void leader_paid(struct request *r, struct leader_view *view, const struct paid_months *paid, const struct paid_changes *changes)
{
    struct chart_bar *bars = arena_array(r->arena, MONTH_COUNT - 1, sizeof *bars);

    for (int i = 1; i < MONTH_COUNT; i++)
        bars[i - 1] = (struct chart_bar){ month_short(r->language, view->asked.months.first[i]), paid->at[i].paid };
    view->paid = (struct chart_bars){
        .head = {
            .id = "loen-figur",
            .title = say(r->language, "Lønnede timer om ugen, alle borgere"),
            .summary = say_with(r->arena, r->language, "Fra {1} til {2} timer om ugen på et år.",
                                say_number(r->arena, r->language, paid->at[1].paid),
                                say_number(r->arena, r->language, paid->at[MONTH_NOW].paid), NULL),
        },
        .at = bars,
        .count = MONTH_COUNT - 1,
        .row_name = say(r->language, "Timer"),
    };
    view->paid_table = changes_table(r, view, changes);
    still(r, view);
}
