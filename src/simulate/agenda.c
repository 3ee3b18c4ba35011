/* SPDX-License-Identifier: MIT
 * agenda.c: what is to be done when, and by whom. Days before the first and after the last of the life are
 * left out: what would come after the end is what the staff find on their lists. */
#include "law/workday.h"
#include "simulate/town.h"

enum { LATE_PERCENT = 9, VERY_LATE_PERCENT = 2, END_DAYS = 12 };

bool town_is_working_day(day on)
{
    return workday_is(NULL, on);
}

void town_plan_on(struct town *town, day on, enum act_kind kind, int who, int64_t number)
{
    if (on < town->first || on > town->last)
        return;
    *LIST_ADD(town->life, &town->agenda[on - town->first].acts) = (struct act){ kind, who, number };
}

void town_plan(struct town *town, int workdays, enum act_kind kind, int who, int64_t number)
{
    town_plan_on(town, workday_add(NULL, town->today, workdays), kind, who, number);
}

/* Towards the end only a few things may stay open over time, so that lists look like work in progress. */
static int lateness(struct town *town, struct chance *chance, struct worker *worker, int workdays)
{
    bool is_very_late = chance_is(chance, VERY_LATE_PERCENT), is_late = is_very_late || chance_is(chance, LATE_PERCENT);
    int days = is_very_late ? chance_between(chance, 8, 20) : chance_between(chance, 1, 4);

    if (!is_late)
        return 0;
    if (workday_add(NULL, town->today, workdays + days) < town->last - END_DAYS)
        return days;
    return worker->late_left-- > 0 ? days + END_DAYS : 0;
}

void town_plan_due(struct town *town, int workdays, enum act_kind kind, int who, int64_t number)
{
    struct act act = { kind, who, number };
    struct chance *chance = act_types[kind].is_of_person ? &town->people[who].chance : &town->chance;
    struct worker *worker = &town->staff[town_doer(town, &act)];

    town_plan(town, workdays + lateness(town, chance, worker, workdays), kind, who, number);
}

int town_worker(const struct town *town, enum job job, int number)
{
    int count = 0, wanted;

    for (int i = 0; i < town->staff_count; i++)
        count += town->staff[i].job == job;
    wanted = number % count;
    for (int i = 0;; i++)
        if (town->staff[i].job == job && wanted-- == 0)
            return i;
}

int town_doer(const struct town *town, const struct act *act)
{
    const struct act_type *type = &act_types[act->kind];

    if (act->kind == ACT_AWAY)
        return act->who;
    if (act->kind == ACT_TALK)
        return town->companies[act->who].consultant;
    if (type->is_of_person)
        return town->people[act->who].team[type->job];
    return town_worker(town, type->job, act->who);
}

int town_at_work(const struct town *town, int worker, day on)
{
    const struct worker *w = &town->staff[worker];

    if (w->away_from == DAY_NONE || on < w->away_from || on > w->away_to)
        return worker;
    return w->deputy;
}
