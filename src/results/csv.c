/* SPDX-License-Identifier: MIT
 * csv.c: each table of the leader's page as a file that a Danish spreadsheet opens: semicolons, and a mark
 * that says UTF-8. */
#include <string.h>

#include "base/text.h"
#include "results/pages.h"

static const char utf8_mark[] = "\xEF\xBB\xBF";

/* Quoted always; what a spreadsheet would take for a formula is kept a text. */
static void add_cell(struct text *text, const char *cell, bool is_last)
{
    bool is_formula = cell[0] == '=' || cell[0] == '@' || cell[0] == '\t';

    text_add_char(text, '"');
    if (is_formula)
        text_add_char(text, '\'');
    for (const char *p = cell; *p != 0; p++) {
        if (*p == '"')
            text_add_char(text, '"');
        text_add_char(text, *p);
    }
    text_add(text, is_last ? "\"\r\n" : "\";");
}

static const char *csv_of_table(struct arena *arena, const struct table *table)
{
    struct text text = text_new(arena);

    text_add(&text, utf8_mark);
    add_cell(&text, table->first, table->columns.count == 0);
    for (size_t i = 0; i < table->columns.count; i++)
        add_cell(&text, table->columns.at[i].name, i + 1 == table->columns.count);
    for (size_t i = 0; i < table->rows.count; i++) {
        add_cell(&text, table->rows.at[i].name, table->columns.count == 0);
        for (size_t k = 0; k < table->columns.count; k++)
            add_cell(&text, table->rows.at[i].cells[k], k + 1 == table->columns.count);
    }
    return text_done(&text);
}

static const char *counts_or_percent(const struct share_cell *cell)
{
    return cell->counts != NULL ? cell->counts : cell->percent;
}

static const char *csv_of_lines(struct request *r, const struct leader_view *view)
{
    struct text text = text_new(r->arena);

    text_add(&text, utf8_mark);
    add_cell(&text, say(r->language, "Regel"), false);
    for (size_t i = 0; i < view->asked.units.count; i++)
        add_cell(&text, view->asked.units.at[i].name, false);
    add_cell(&text, say(r->language, "I alt"), false);
    add_cell(&text, say(r->language, "Procent"), false);
    add_cell(&text, say(r->language, "Mod måneden før"), true);
    for (size_t i = 0; i < view->lines.count; i++) {
        const struct on_time_line *line = &view->lines.at[i];
        add_cell(&text, line->name, false);
        for (size_t k = 0; k < line->units.count; k++)
            add_cell(&text, counts_or_percent(&line->units.at[k]), false);
        add_cell(&text, counts_or_percent(&line->all), false);
        add_cell(&text, line->all.percent, false);
        add_cell(&text, line->change, true);
    }
    return text_done(&text);
}

struct reply leader_csv_get(struct request *r)
{
    struct leader_view view = leader_load(r);
    const struct table *tables[] = { &view.paid_table, &view.ladder_table, &view.year_table, &view.goal_table, &view.beside_table };
    const char *wanted = request_query(r, "tabel"), *bytes = NULL;

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (text_is(tables[i]->id, wanted))
            bytes = csv_of_table(r->arena, tables[i]);
    if (text_is(wanted, "frister"))
        bytes = csv_of_lines(r, &view);
    if (bytes == NULL)
        return reply_not_found(r);
    return reply_file("text/csv; charset=utf-8", arena_format(r->arena, "resultater-%s.csv", wanted), bytes, strlen(bytes));
}
