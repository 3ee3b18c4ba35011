/* SPDX-License-Identifier: MIT
 * kept.c: which figures are counted now and which were counted by the keeper; what is kept as text is
 * kept_text.c, the counting itself population.c. */
#include "results/kept.h"

#include "base/log.h"

enum { HOUR = 60 * 60, DAY_HOURS = 24, MONTHS_RECENT = 2, WEEK_DAYS = 7 };

static day month_of(day on)
{
    struct date date = date_of(on);

    return day_of(date.year, date.month, 1);
}

/* ---- What a page gets ---- */

static struct kept_results counted_now(struct db *db, struct schemes schemes, struct measured_period period, struct unit_id unit)
{
    struct results *results = results_take(db, schemes, period, &unit, 1);

    return (struct kept_results){ .is_ready = true, .taken_at = db_now(db), .results = *results };
}

struct kept_results kept_results_of(struct db *db, struct schemes schemes, struct measured_period period,
                                    struct unit_id unit, int64_t above)
{
    struct kept_results kept = { .wanted = KEPT_MONTHS + 1 };
    struct result_kept_row row;

    if (results_history_count(db) <= above)
        return counted_now(db, schemes, period, unit);
    if (!result_kept_load(db, period.from, month_of(period.to), unit.n, &row)) {
        kept.ready = (int64_t)result_kept_all(db).count;
        return kept;
    }
    kept.is_ready = true;
    kept.taken_at = row.taken_at;
    kept.results = kept_read(db_arena(db), schemes, period, row.figures);
    kept.results.unit = unit;
    return kept;
}

/* ---- What the keeper does ---- */

/* Counts in a read, so that nobody waits; what was found is written at once. */
bool kept_count(struct db *db, struct arena *arena, instant now, struct measured_period period)
{
    db_begin(db, DB_READ, arena, actor_system, now);
    struct results_unit_row_list units = results_units(db);
    struct unit_id *ids = arena_array(arena, units.count + 1, sizeof *ids);
    for (size_t i = 0; i < units.count; i++)
        ids[i + 1] = units.at[i].id;
    int64_t rules = results_rules_number(db);
    struct results *results = results_take(db, library_schemes_on(db), period, ids, units.count + 1);
    if (!db_commit(db))
        return false;

    db_begin(db, DB_WRITE, arena, actor_system, now);
    for (size_t i = 0; i <= units.count; i++)
        result_kept_put(db, &(struct result_kept_put_in){
            .from_day = period.from, .month_day = month_of(period.to), .unit_number = ids[i].n, .last_day = period.to,
            .rules = rules, .taken_at = now, .figures = kept_write(arena, &results[i]) });
    return db_commit(db);
}

/* How long figures of a month may be kept: of the running one an hour, of the last a few, of older ones a week,
 * since what is registered late still belongs to them. */
static instant age_max(day month, day today)
{
    if (month == month_of(today))
        return HOUR;
    return month >= day_add_months(month_of(today), -MONTHS_RECENT) ? DAY_HOURS / 4 * HOUR : WEEK_DAYS * DAY_HOURS * HOUR;
}

static bool is_due(const struct result_kept_head_list *kept, struct measured_period period, int64_t rules, instant now)
{
    for (size_t i = 0; i < kept->count; i++) {
        const struct result_kept_head *head = &kept->at[i];
        if (head->from_day == period.from && head->month_day == month_of(period.to))
            return head->rules != rules || now - head->taken_at > age_max(head->month_day, day_of_instant(now)) ||
                   head->taken_at - now > HOUR; /* A demo's clock was put back. */
    }
    return true;
}

/* The periods in order of need: the running month, the running year, then back in time. */
static struct measured_period period_at(int place, day today)
{
    if (place == 1)
        return (struct measured_period){ day_of(date_of(today).year, 1, 1), today };
    day month = day_add_months(month_of(today), place == 0 ? 0 : 1 - place);
    day last = day_add_months(month, 1) - 1;
    return (struct measured_period){ day_add_months(month, -11), last > today ? today : last };
}

void kept_keep(struct db *db, struct arena *arena, instant now)
{
    day today = day_of_instant(now);

    db_begin(db, DB_READ, arena, actor_system, now);
    bool is_needed = results_history_count(db) > KEPT_ABOVE_CITIZENS;
    int64_t rules = results_rules_number(db);
    struct result_kept_head_list kept = result_kept_all(db);
    if (!db_commit(db) || !is_needed)
        return;
    for (int i = 0; i <= KEPT_MONTHS; i++) {
        if (!is_due(&kept, period_at(i, today), rules, now))
            continue;
        if (!kept_count(db, arena, now, period_at(i, today)))
            log_line(LOG_ERROR, "the figures of a month could not be kept");
        return; /* The next beat takes the next one. */
    }
}
