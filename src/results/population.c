/* SPDX-License-Identifier: MIT
 * population.c: everybody's history and stored obligations, laid side by side for the measures; and the
 * measures of the schemes that are on. */
#include "base/list.h"
#include "engine/journal.h"
#include "results/results.h"

/* Both lists are ordered by citizen, so that one walk pairs them. */
static struct measured_obligation *obligations_of(struct db *db, const struct results_obligation_row_list *rows,
                                                  int64_t citizen, size_t *next, size_t *count)
{
    LIST_OF(struct measured_obligation) mine = { 0 };

    while (*next < rows->count && rows->at[*next].stream < citizen)
        (*next)++;
    for (; *next < rows->count && rows->at[*next].stream == citizen; (*next)++) {
        const struct results_obligation_row *row = &rows->at[*next];
        *LIST_ADD(db_arena(db), &mine) = (struct measured_obligation){
            .scheme = row->scheme,
            .rule = row->rule,
            .enrolment = row->enrolment_number,
            .subject = row->subject,
            .state = (enum obligation_state)row->state,
            .is_over = row->state == OBLIGATION_OPEN && row->due_at < db_now(db),
            .settled = row->settled_at,
        };
    }
    *count = mine.count;
    return mine.at;
}

static bool is_of_unit(const struct results_citizen_unit_row_list *units, int64_t citizen, struct unit_id unit)
{
    size_t low = 0, high = units->count;

    while (low < high) { /* By citizen, in order. */
        size_t middle = (low + high) / 2;
        if (units->at[middle].citizen_number < citizen)
            low = middle + 1;
        else
            high = middle;
    }
    return low < units->count && units->at[low].citizen_number == citizen && units->at[low].unit_number == unit.n;
}

struct measured_population population_load(struct db *db, day last, struct unit_id unit)
{
    struct histories histories = journal_load_scheme(db, "");
    struct results_obligation_row_list obligations = results_obligations(db, "");
    struct results_citizen_unit_row_list units = { 0 };
    LIST_OF(struct measured_citizen) citizens = { 0 };
    instant at = day_end(last) < db_now(db) ? day_end(last) : db_now(db);
    size_t next = 0;

    if (unit.n != 0)
        units = results_citizen_units(db);
    for (size_t i = 0; i < histories.count; i++) {
        const struct history *history = &histories.at[i];
        if (unit.n != 0 && !is_of_unit(&units, history->stream.id, unit))
            continue;
        struct measured_citizen *citizen = LIST_ADD(db_arena(db), &citizens);
        citizen->view = measured_view(db_arena(db), history->stream, history->versions.at, history->versions.count, at);
        citizen->obligations =
            obligations_of(db, &obligations, history->stream.id, &next, &citizen->obligation_count);
    }
    return (struct measured_population){ citizens.at, citizens.count };
}

struct goals goals_take(struct db *db, const struct measured_population *population, struct measured_period period)
{
    struct schemes schemes = library_schemes_on(db);
    LIST_OF(struct goal) goals = { 0 };

    for (size_t i = 0; i < schemes.count; i++)
        for (size_t k = 0; k < schemes.at[i]->measures.count; k++) {
            const struct scheme_measure *measure = &schemes.at[i]->measures.at[k];
            *LIST_ADD(db_arena(db), &goals) = (struct goal){
                schemes.at[i], measure, measure_take(db_arena(db), schemes.at[i], measure, population, period) };
        }
    return (struct goals){ goals.at, goals.count };
}
