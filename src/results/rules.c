/* SPDX-License-Identifier: MIT
 * rules.c: rounding, bands, swings and small cells. */
#include "results/rules.h"

#include "base/check.h"

int64_t divided_half_up(int64_t part, int64_t whole)
{
    check(whole > 0);
    int64_t twice = 2 * part + whole, by = 2 * whole;
    return twice >= 0 ? twice / by : -((-twice + by - 1) / by);
}

int percent_of(int64_t part, int64_t whole)
{
    return whole == 0 ? PERCENT_NONE : (int)divided_half_up(100 * part, whole);
}

bool interval_holds(const struct scheme_interval *interval, int64_t value)
{
    bool is_above = interval->low == NUMBER_NONE || value > interval->low || (interval->has_low && value == interval->low);
    bool is_below = interval->high == NUMBER_NONE || value < interval->high || (interval->has_high && value == interval->high);

    return is_above && is_below;
}

size_t interval_find(const struct scheme_interval *intervals, size_t count, int64_t value)
{
    size_t at = 0;

    while (at < count && !interval_holds(&intervals[at], value))
        at++;
    return at;
}

bool is_swing(int64_t met_before, int64_t all_before, int64_t met, int64_t all, int points)
{
    if (all_before < SMALL_COUNT || all < SMALL_COUNT)
        return false;
    int change = percent_of(met, all) - percent_of(met_before, all_before);
    return change > points || change < -points;
}

enum cells_hidden cells_hide(struct arena *arena, int64_t *cells, size_t count)
{
    bool *is_hidden = arena_array(arena, count + 1, sizeof *is_hidden), is_any = false;
    bool is_enough = hide_small(SMALL_TOLD, cells, count, is_hidden);

    for (size_t i = 0; i < count; i++) {
        is_any |= is_hidden[i];
        if (is_hidden[i])
            cells[i] = is_count_small(cells[i]) ? CELL_SMALL : CELL_HIDDEN;
    }
    return !is_enough ? CELLS_AND_SUM : is_any ? CELLS_SOME : CELLS_SHOWN;
}

/* The value so many quarters of the way through; between two neighbours in proportion, half up. */
static int64_t value_at(const int64_t *sorted, size_t count, size_t quarters)
{
    size_t place = (count - 1) * quarters, low = place / 4;
    int64_t rest = (int64_t)(place % 4);

    if (rest == 0)
        return sorted[low];
    return divided_half_up(sorted[low] * (4 - rest) + sorted[low + 1] * rest, 4);
}

struct quartiles quartiles_of(const int64_t *sorted, size_t count)
{
    check(count > 0);
    return (struct quartiles){ value_at(sorted, count, 1), value_at(sorted, count, 2), value_at(sorted, count, 3) };
}
