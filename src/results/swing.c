/* SPDX-License-Identifier: MIT
 * swing.c: noting that figures swung. What the leader's page shows of it is leader_on_time.c. */
#include "results/swing.h"

#include "base/list.h"
#include "base/log.h"
#include "engine/journal.h"
#include "results/rules.h"

bool swing_tell(struct db *db, const char *scheme, const char *rule, day month, struct unit_id unit)
{
    instant month_end = day_end(day_add_months(month, 1) - 1);
    struct actor actor = db_become_system(db);
    int64_t count = swing_noted_put(db, scheme, rule, month, db_now(db));

    db_set_actor(db, actor);
    if (count == 0)
        return false;
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_UNIT, unit.n },
        .kind = EVENT_INDICATOR_SWUNG,
        .code = rule,
        .subject = { SUBJECT_UNIT, unit.n },
        .at = month_end < db_now(db) ? month_end : db_now(db),
        .fields = { { "scheme", scheme }, { "month", day_iso(db_arena(db), month) } },
    });
    return true;
}

/* Where most deadlines were not met: its leader is to say why. n = 0 without units. */
static struct unit_id unit_of_most(const struct rule_on_time *rule, const struct results_unit_row_list *units)
{
    size_t most = 0;

    for (size_t i = 1; i < units->count; i++)
        if (rule->units[i].all - rule->units[i].met > rule->units[most].all - rule->units[most].met)
            most = i;
    return units->count == 0 ? (struct unit_id){ 0 } : units->at[most].id;
}

struct swung {
    const char *scheme, *rule;
    struct unit_id unit;
};

void swings_keep(struct db *db, struct arena *arena, instant now)
{
    LIST_OF(struct swung) swung = { 0 };
    struct date today = date_of(day_of_instant(now));
    day month = day_add_months(day_of(today.year, today.month, 1), -1);
    struct months months = months_to(month);

    db_begin(db, DB_READ, arena, actor_system, now);
    struct results_unit_row_list units = results_units(db);
    struct on_time_table table = on_time_load(db, LANGUAGE_DA, &months, (struct unit_id){ 0 }, &units);
    for (size_t i = 0; i < table.count; i++) {
        const struct rule_on_time *rule = &table.at[i];
        const struct on_time *before = &rule->months[MONTH_NOW - 1], *is = &rule->months[MONTH_NOW];
        if (is_swing(before->met, before->all, is->met, is->all, SWING_POINTS))
            *LIST_ADD(arena, &swung) = (struct swung){ rule->scheme, rule->rule, unit_of_most(rule, &units) };
    }
    if (!db_commit(db) || swung.count == 0 || units.count == 0)
        return;
    db_begin(db, DB_WRITE, arena, actor_system, now);
    for (size_t i = 0; i < swung.count; i++)
        swing_tell(db, swung.at[i].scheme, swung.at[i].rule, month, swung.at[i].unit);
    if (!db_commit(db))
        log_line(LOG_ERROR, "a figure that swung could not be noted");
}
