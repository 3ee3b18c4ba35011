/* SPDX-License-Identifier: MIT
 * hours.c: hours a week as stairs: of one placement, and summed over all of a citizen's. */
#include "base/list.h"
#include "placement/placement.h"

struct hours_series placement_hours_of(struct db *db, const struct placement_row *placement, bool is_planned)
{
    struct placement_hours_row_list rows = placement_hours_of_citizen(db, placement->citizen);
    LIST_OF(struct hours_step) steps = { 0 };

    for (size_t i = 0; i < rows.count; i++) {
        const struct placement_hours_row *row = &rows.at[i];
        if (row->placement.n == placement->id.n && row->is_planned == is_planned)
            *LIST_ADD(db_arena(db), &steps) =
                (struct hours_step){ row->from_day, row->hours, row->paid, row->company_name, row->note };
    }
    return (struct hours_series){ steps.at, steps.count };
}

const char *const paid_turn_codes[PAID_TURN_COUNT] = { "first", "up", "same", "down" };

enum paid_turn placement_paid_turn(const struct hours_series *series, day from, int64_t paid)
{
    const struct hours_step *before = NULL;

    for (size_t i = 0; i < series->count && series->at[i].from < from; i++)
        before = &series->at[i];
    if (before == NULL)
        return PAID_TURN_FIRST;
    if (paid == before->paid)
        return PAID_TURN_SAME;
    return paid > before->paid ? PAID_TURN_UP : PAID_TURN_DOWN;
}

day placement_paid_since(const struct hours_series *series, day today)
{
    day since = DAY_NONE;

    for (size_t i = 0; i < series->count && series->at[i].from <= today; i++)
        if (i == 0 || series->at[i].paid != series->at[i - 1].paid)
            since = series->at[i].from;
    return since;
}

/* What a placement contributes at the moment, while walking through the days. */
struct standing {
    int64_t placement, hours, paid;
};

struct standings {
    struct standing *at;
    size_t count, room;
};

static struct standing *standing_of(struct arena *arena, struct standings *standings, int64_t placement)
{
    for (size_t i = 0; i < standings->count; i++)
        if (standings->at[i].placement == placement)
            return &standings->at[i];
    struct standing *added = LIST_ADD(arena, standings);
    added->placement = placement;
    return added;
}

struct hours_series placement_hours_series(struct db *db, struct citizen_id citizen)
{
    struct arena *arena = db_arena(db);
    struct placement_hours_row_list rows = placement_hours_of_citizen(db, citizen);
    LIST_OF(struct hours_step) steps = { 0 };
    struct standings standings = { 0 };
    int64_t hours = 0, paid = 0;

    for (size_t i = 0; i < rows.count; i++) {
        const struct placement_hours_row *row = &rows.at[i];
        if (row->is_planned)
            continue;
        struct standing *standing = standing_of(arena, &standings, row->placement.n);
        hours += row->hours - standing->hours;
        paid += row->paid - standing->paid;
        *standing = (struct standing){ row->placement.n, row->hours, row->paid };
        if (steps.count == 0 || steps.at[steps.count - 1].from != row->from_day)
            *LIST_ADD(arena, &steps) = (struct hours_step){ .from = row->from_day };
        struct hours_step *step = &steps.at[steps.count - 1];
        step->hours = hours;
        step->paid = paid;
        step->where = row->company_name;
        step->note = row->note;
    }
    return (struct hours_series){ steps.at, steps.count };
}
