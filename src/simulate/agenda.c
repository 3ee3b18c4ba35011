/* SPDX-License-Identifier: MIT
 * agenda.c: what will happen and when: a list for each day, worked off in order of hours. */
#include "base/list.h"
#include "simulate/life.h"

enum { HOURS = 24 };

struct entry {
    int hour;
    enum happening happening;
    struct person *person;
};

struct agenda {
    LIST_OF(struct entry) *days; /* From life->first to life->last. */
};

static void (*const functions[HAPPENING_COUNT])(struct life *life, struct person *person) = {
#define HAPPENING_ROW(identifier, function) [HAPPENS_##identifier] = function,
    HAPPENINGS(HAPPENING_ROW)
#undef HAPPENING_ROW
};

void agenda_open(struct life *life)
{
    life->agenda = arena_alloc(life->lasting, sizeof *life->agenda);
    life->agenda->days = arena_array(life->lasting, (size_t)(life->last - life->first + 1), sizeof *life->agenda->days);
}

void life_plan(struct life *life, int days, int hour, enum happening happening, struct person *person)
{
    day on = life->today + days;

    if (on < life->first || on > life->last)
        return; /* After the end of the story: it stands open. */
    *LIST_ADD(life->lasting, &life->agenda->days[on - life->first]) = (struct entry){ hour, happening, person };
}

void life_do(struct life *life, enum happening happening, struct person *person)
{
    life->done_count++;
    functions[happening](life, person);
}

bool agenda_run_day(struct life *life)
{
    int end = life->today == life->last ? life->last_hour : HOURS;

    for (int hour = 0; hour < end; hour++) {
        /* The list may grow while it is worked off: what is planned for today is done today. */
        for (size_t i = 0; i < life->agenda->days[life->today - life->first].count; i++) {
            struct entry entry = life->agenda->days[life->today - life->first].at[i];
            if (entry.hour != hour)
                continue;
            life->hour = hour;
            life_do(life, entry.happening, entry.person);
            if (db_failure(life->db) != DB_FINE)
                return false;
        }
    }
    return true;
}
