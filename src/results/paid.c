/* SPDX-License-Identifier: MIT
 * paid.c: paid hours of all citizens together, and how they changed. */
#include "results/results.h"

struct paid_months paid_load(struct db *db, const struct months *months, struct unit_id unit)
{
    struct paid_months paid = { 0 };
    day last[MONTH_COUNT];

    for (int i = 0; i < MONTH_COUNT; i++)
        last[i] = months->first[i + 1] - 1;
    struct paid_month_row_list rows = results_paid_months(db, &(struct results_paid_months_in){
        .last_0 = last[0], .last_1 = last[1], .last_2 = last[2], .last_3 = last[3], .last_4 = last[4],
        .last_5 = last[5], .last_6 = last[6], .last_7 = last[7], .last_8 = last[8], .last_9 = last[9],
        .last_10 = last[10], .last_11 = last[11], .last_12 = last[12], .unit_wanted = unit.n });
    for (size_t i = 0; i < rows.count; i++)
        paid.at[rows.at[i].month] = (struct paid_month){ rows.at[i].paid, rows.at[i].citizens };
    return paid;
}

struct paid_changes paid_changes_load(struct db *db, day from, day to, struct unit_id unit)
{
    struct paid_change_row_list rows = results_paid_change(db, unit.n, from, to);
    struct paid_changes changes = { 0 };

    for (size_t i = 0; i < rows.count; i++) {
        changes.at[rows.at[i].kind] = rows.at[i];
        changes.change += rows.at[i].change;
        changes.citizens += rows.at[i].kind == PAID_ENDED ? 0 : rows.at[i].citizens;
    }
    return changes;
}
