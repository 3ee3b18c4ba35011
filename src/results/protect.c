/* SPDX-License-Identifier: MIT
 * protect.c: which cells of a table with sums must be hidden besides the small ones, so that nobody can compute
 * these. Rows and columns are the points of a graph and hidden cells its lines: a hidden cell can be computed
 * exactly when it lies on no circle of hidden cells, since each row and column gives one equation. Pure. */
#include "results/rules.h"

#include "base/check.h"

/* A point of the graph: rows first, then columns. */
static size_t row_point(size_t row)
{
    return row;
}

static size_t column_point(const struct cell_table *table, size_t column)
{
    return table->rows + column;
}

static bool is_hidden(const struct cell_table *table, size_t row, size_t column)
{
    return table->hidden[row * table->columns + column];
}

/* Marks what hidden cells, but one, connect with a point. */
static void spread(const struct cell_table *table, size_t but, bool *reached)
{
    bool is_more = true;

    while (is_more) {
        is_more = false;
        for (size_t row = 0; row < table->rows; row++)
            for (size_t column = 0; column < table->columns; column++) {
                bool *here = &reached[row_point(row)], *there = &reached[column_point(table, column)];
                if (row * table->columns + column == but || !is_hidden(table, row, column) || *here == *there)
                    continue;
                *here = *there = is_more = true;
            }
    }
}

/* Are the two ends of a cell connected by hidden cells, without the cell itself? */
static bool is_on_circle(struct arena *arena, const struct cell_table *table, size_t row, size_t column)
{
    bool *reached = arena_array(arena, table->rows + table->columns, sizeof *reached);

    reached[row_point(row)] = true;
    spread(table, row * table->columns + column, reached);
    return reached[column_point(table, column)];
}

/* What hiding a cell costs: its count, nothing when it is hidden; -1: it is empty, and so hides nothing. */
static int64_t cost_of(const struct cell_table *table, size_t row, size_t column)
{
    size_t cell = row * table->columns + column;

    return table->hidden[cell] ? 0 : table->weights[cell] == 0 ? -1 : table->weights[cell];
}

/* Three more cells that make the smallest rectangle with one: the shortest circle. False when there is none. */
static bool hide_rectangle(const struct cell_table *table, size_t row, size_t column)
{
    int64_t least = -1;
    size_t best_row = 0, best_column = 0;

    for (size_t i = 0; i < table->rows; i++)
        for (size_t k = 0; k < table->columns; k++) {
            int64_t costs[] = { cost_of(table, row, k), cost_of(table, i, column), cost_of(table, i, k) };
            if (i == row || k == column || costs[0] < 0 || costs[1] < 0 || costs[2] < 0)
                continue;
            int64_t cost = costs[0] + costs[1] + costs[2];
            if (least >= 0 && cost >= least)
                continue;
            least = cost;
            best_row = i;
            best_column = k;
        }
    if (least < 0)
        return false;
    table->hidden[row * table->columns + best_column] = true;
    table->hidden[best_row * table->columns + column] = true;
    table->hidden[best_row * table->columns + best_column] = true;
    return true;
}

/* Among empty cells there may be no rectangle: the smallest cell beside it, until a longer circle closes. */
static bool hide_second(const struct cell_table *table, size_t row, size_t column)
{
    size_t found = table->rows * table->columns, none = found;

    for (size_t cell = 0; cell < none; cell++) {
        bool is_beside = cell / table->columns == row || cell % table->columns == column;
        if (!is_beside || table->hidden[cell] || table->weights[cell] == 0)
            continue;
        if (found == none || table->weights[cell] < table->weights[found])
            found = cell;
    }
    if (found < none)
        table->hidden[found] = true;
    return found < none;
}

/* One row or column alone: the sum stands in it, so one hidden cell is none. */
static void protect_line(const struct cell_table *table, size_t count)
{
    size_t hidden = 0, smallest = count;

    for (size_t i = 0; i < count; i++) {
        hidden += table->hidden[i];
        bool may = !table->hidden[i] && table->weights[i] > 0;
        if (may && (smallest == count || table->weights[i] < table->weights[smallest]))
            smallest = i;
    }
    if (hidden == 1 && smallest < count)
        table->hidden[smallest] = true;
}

/* Hides more cells for the first that needs it; false when none does, or nothing helps. */
static bool protect_more(struct arena *arena, const struct cell_table *table)
{
    for (size_t row = 0; row < table->rows; row++)
        for (size_t column = 0; column < table->columns; column++) {
            if (!is_hidden(table, row, column) || is_on_circle(arena, table, row, column))
                continue;
            if (hide_rectangle(table, row, column) || hide_second(table, row, column))
                return true;
        }
    return false;
}

void cells_protect(struct arena *arena, const struct cell_table *table)
{
    check(table->rows > 0 && table->columns > 0);
    if (table->rows == 1 || table->columns == 1) {
        protect_line(table, table->rows * table->columns);
        return;
    }
    while (protect_more(arena, table))
        ;
}

bool cells_are_safe(struct arena *arena, const struct cell_table *table)
{
    for (size_t row = 0; row < table->rows; row++)
        for (size_t column = 0; column < table->columns; column++)
            if (is_hidden(table, row, column) && !is_on_circle(arena, table, row, column))
                return false;
    return true;
}
