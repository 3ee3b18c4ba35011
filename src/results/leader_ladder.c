/* SPDX-License-Identifier: MIT
 * leader_ladder.c: movement on the ladders of the schemes that are on (S05): how many were placed for the first time, went
 * up and went down in each month. Which step is higher is the scheme's to say. */
#include "base/text.h"
#include "results/pages.h"

enum { MONTHS_SHOWN = MONTH_COUNT - 1 }; /* The first of them is only there to compare with. */

enum ladder_move { MOVE_FIRST, MOVE_UP, MOVE_DOWN, MOVE_COUNT };

static const char *const move_names[MOVE_COUNT] = { SAY("Indplaceret første gang"), SAY("Op ad trappen"), SAY("Ned ad trappen") };

/* The step's place on the ordered list of that name, from 0 for the lowest; -1 when no scheme that is on has it. */
static int rank_of(struct schemes schemes, const char *ladder, const char *step)
{
    for (size_t s = 0; s < schemes.count; s++)
        for (size_t l = 0; l < schemes.at[s]->lists.count; l++) {
            const struct scheme_list *list = &schemes.at[s]->lists.at[l];
            for (size_t i = 0; list->ordered && text_is(list->id.text, ladder) && i < list->items.count; i++)
                if (text_is(list->items.at[i].id.text, step))
                    return (int)i;
        }
    return -1;
}

/* MOVE_COUNT when it is none: the same step again, or one that nobody knows any more. */
static enum ladder_move move_of(struct schemes schemes, const struct ladder_move_row *row)
{
    if (*row->before == 0)
        return MOVE_FIRST;
    int before = rank_of(schemes, row->ladder, row->before), now = rank_of(schemes, row->ladder, row->step);
    if (before < 0 || now < 0 || before == now)
        return MOVE_COUNT;
    return now > before ? MOVE_UP : MOVE_DOWN;
}

static struct ladder_move_row_list rows_of(struct request *r, const struct asked *asked)
{
    instant begin[MONTH_COUNT + 1];

    for (int i = 0; i <= MONTH_COUNT; i++)
        begin[i] = day_begin(asked->months.first[i]);
    return results_ladder_moves(r->db, &(struct results_ladder_moves_in){
        .begin_0 = begin[0], .begin_1 = begin[1], .begin_2 = begin[2], .begin_3 = begin[3], .begin_4 = begin[4],
        .begin_5 = begin[5], .begin_6 = begin[6], .begin_7 = begin[7], .begin_8 = begin[8], .begin_9 = begin[9],
        .begin_10 = begin[10], .begin_11 = begin[11], .begin_12 = begin[12], .begin_13 = begin[13],
        .unit_wanted = asked->unit.n });
}

void leader_ladder(struct request *r, struct leader_view *view, struct schemes schemes)
{
    struct ladder_move_row_list moves = rows_of(r, &view->asked);
    struct table_column *heads = arena_array(r->arena, MONTHS_SHOWN, sizeof *heads);
    struct table_row *rows = arena_array(r->arena, MOVE_COUNT, sizeof *rows);
    int64_t counts[MOVE_COUNT][MONTH_COUNT] = { 0 };

    view->ladder_table.id = "trappe";
    if (moves.count == 0)
        return;
    for (size_t i = 0; i < moves.count; i++) {
        enum ladder_move move = move_of(schemes, &moves.at[i]);
        if (move < MOVE_COUNT)
            counts[move][moves.at[i].month] += moves.at[i].how_many;
    }
    for (int m = 0; m < MONTHS_SHOWN; m++)
        heads[m].name = month_short(r->language, view->asked.months.first[m + 1]);
    for (int k = 0; k < MOVE_COUNT; k++) {
        const char **cells = arena_array(r->arena, MONTHS_SHOWN, sizeof *cells);
        for (int m = 0; m < MONTHS_SHOWN; m++)
            cells[m] = count_words(r->arena, counts[k][m + 1], view->asked.is_political);
        rows[k] = (struct table_row){ .name = say(r->language, move_names[k]), .cells = cells };
    }
    view->ladder_table = (struct table){
        .id = "trappe",
        .title = say(r->language, "Bevægelse på trappen"),
        .first = say(r->language, "Måned"),
        .definition = say(r->language, "Indplaceringer i måneden på et højere eller lavere trin end det forrige. Samme trin igen tæller ikke."),
        .columns = { heads, MONTHS_SHOWN },
        .rows = { rows, MOVE_COUNT },
    };
}
