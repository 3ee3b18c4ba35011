/* SPDX-License-Identifier: MIT
 * edited.c: what counts in this municipality: the rows of law/hours.yaml, with its own numbers before them. */
#include "base/text.h"
#include "hours/private.h"

enum { A_PERCENT = 1000, A_HUNDREDTH = 10 };

static const struct hour_count *count_named(const struct hour_rules *rules, const char *name)
{
    for (size_t i = 0; i < rules->count_count; i++)
        if (text_is(rules->counts[i].name, name))
            return &rules->counts[i];
    return NULL;
}

/* The same row with the municipality's numbers; nobody else vouches for them. What was taken back holds for the weeks that
 * began before that day. */
static struct hour_count edited(const struct hour_count *row, const struct hours_edit_row *edit)
{
    struct hour_count own = *row;

    own.percent = edit->percent * A_PERCENT;
    own.cap = edit->is_capped ? edit->cap * A_HUNDREDTH : LAW_VALUE_NONE;
    own.from = edit->from_day;
    own.to = edit->withdrawn_at == INSTANT_NONE ? DAY_NONE : day_of_instant(edit->withdrawn_at) - 1;
    own.source = edit->reason;
    own.mark = own.cap_mark = LAW_DEFAULT;
    return own;
}

const struct hour_rules *hours_rules_of(struct db *db)
{
    const struct hour_rules *kept = hour_rules_kept();
    struct hours_edit_row_list edits = hours_edits(db);

    if (edits.count == 0)
        return kept;
    struct hour_rules *rules = arena_alloc(db_arena(db), sizeof *rules);
    struct hour_count *counts = arena_array(db_arena(db), edits.count + kept->count_count, sizeof *counts);
    *rules = *kept;
    rules->count_count = 0;
    for (size_t i = 0; i < edits.count; i++) {
        const struct hour_count *row = count_named(kept, edits.at[i].count_name);
        struct hour_count own = row == NULL ? (struct hour_count){ 0 } : edited(row, &edits.at[i]);
        if (row != NULL && (own.to == DAY_NONE || own.to >= own.from))
            counts[rules->count_count++] = own;
    }
    for (size_t i = 0; i < kept->count_count; i++)
        counts[rules->count_count++] = kept->counts[i];
    rules->counts = counts;
    return rules;
}
