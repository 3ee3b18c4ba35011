/* SPDX-License-Identifier: MIT
 * simulate.c: one day after the other, and in it one person of the staff after the other: all that is
 * theirs to do that day is one transaction. Who is away without a deputy finds it all on the return. */
#include "simulate/simulate.h"

#include <stdlib.h>

#include "engine/obligation.h"
#include "library/library.h"
#include "simulate/town.h"

enum {
    LIFE_ARENA_LIMIT = 1 << 30,
    REQUEST_ARENA_LIMIT = 512 << 20,
    ACTS_A_TRANSACTION = 200, /* A large town's day is not one enormous transaction. */
    WORK_BEGINS_HOUR = 8,
};

static bool begin(struct town *town, struct actor actor, instant now)
{
    arena_reset(town->request);
    town->now = now;
    town->today = day_of_instant(now);
    db_begin(town->db, DB_WRITE, town->request, actor, now);
    return true;
}

/* A person who is ill is left in peace until she is well; what was planned comes the day after. */
static bool is_put_off(struct town *town, const struct person *person, const struct act *act)
{
    if (person == NULL || person->ill_until == DAY_NONE || act->kind == ACT_WELL || act->kind == ACT_LEAVE)
        return false;
    town_plan_on(town, person->ill_until + 3, act->kind, act->who, act->number);
    return true;
}

static void run_act(struct town *town, const struct act *act)
{
    const struct act_type *type = &act_types[act->kind];
    struct person *person = type->is_of_person ? &town->people[act->who] : NULL;

    if (person != NULL && person->has_left)
        return;
    if (!is_put_off(town, person, act))
        type->run(town, person, act);
}

/* The day's acts of one worker, in the order they were planned. Acts may plan others, also for today. */
static bool run_worker(struct town *town, int worker, day on)
{
    struct worker *w = &town->staff[worker];
    struct day_acts *today = &town->agenda[on - town->first];
    instant now = instant_of(on, WORK_BEGINS_HOUR + w->minute / 60, w->minute % 60, 0);
    size_t done = 0;

    if (now > town->options->until)
        return true;
    town->worker = worker;
    for (size_t i = 0; i < today->acts.count; i++) {
        struct act act = today->acts.at[i];
        if (act.kind == ACT_KIND_COUNT || town_at_work(town, town_doer(town, &act), on) != worker)
            continue;
        today->acts.at[i].kind = ACT_KIND_COUNT; /* Done. */
        if (done++ % ACTS_A_TRANSACTION == 0) {
            if (done > 1 && !db_commit(town->db))
                return false;
            begin(town, w->actor, now);
        }
        run_act(town, &act);
    }
    return done == 0 || db_commit(town->db);
}

/* What nobody did stays: on a day off, and of people away without a deputy. */
static void carry_over(struct town *town, day on)
{
    struct day_acts *today = &town->agenda[on - town->first];

    for (size_t i = 0; i < today->acts.count; i++)
        if (today->acts.at[i].kind != ACT_KIND_COUNT)
            town_plan_on(town, on + 1, today->acts.at[i].kind, today->acts.at[i].who, today->acts.at[i].number);
}

static bool run_day(struct town *town, const int *order, day on)
{
    bool is_fine = true;

    town->today = on;
    for (int i = 0; is_fine && i < town->staff_count && town_is_working_day(on); i++)
        is_fine = run_worker(town, order[i], on);
    carry_over(town, on);
    return is_fine;
}

/* The staff by the minute in which they write. */
static int *order_of_staff(struct town *town)
{
    int *order = arena_array(town->life, (size_t)town->staff_count, sizeof *order);

    for (int i = 0; i < town->staff_count; i++) {
        int hole = i;
        for (; hole > 0 && town->staff[order[hole - 1]].minute > town->staff[i].minute; hole--)
            order[hole] = order[hole - 1];
        order[hole] = i;
    }
    return order;
}

static bool live(struct town *town, FILE *progress)
{
    const int *order = order_of_staff(town);
    int64_t changed;

    for (day on = town->first; on <= town->last; on++) {
        if (!run_day(town, order, on))
            return false;
        if (date_of(on + 1).day == 1) {
            fprintf(progress, "simulate: %s\n", day_iso(town->request, on));
            if (!engine_wake(town->db, day_end(on) < town->options->until ? day_end(on) : town->options->until, &changed))
                return false;
        }
    }
    return engine_wake(town->db, town->options->until, &changed);
}

static bool found(struct town *town)
{
    begin(town, actor_system, instant_of(town->first, 0, 0, 0));
    town_found(town);
    if (!db_commit(town->db))
        return false;
    town_expect(town);
    return true;
}

bool simulate(struct db *db, const struct simulate_options *options, FILE *progress, const char **why)
{
    struct town town = {
        .db = db,
        .life = arena_new(LIFE_ARENA_LIMIT),
        .request = arena_new(REQUEST_ARENA_LIMIT),
        .options = options,
        .scheme = library_find(library_all(), "hedensted_model"),
        .chance = chance_new(options->seed, 0),
        .last = day_of_instant(options->until),
    };

    town.first = day_add_months(town.last, -options->months);
    town.agenda = arena_array(town.life, (size_t)(town.last - town.first) + 1, sizeof *town.agenda);
    bool is_fine = town.scheme != NULL && found(&town) && live(&town, progress);
    *why = is_fine ? NULL : town.scheme == NULL ? "the library has no hedensted_model" : db_failure_cause(db);
    arena_free(town.request);
    arena_free(town.life);
    return is_fine;
}
