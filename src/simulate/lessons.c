/* SPDX-License-Identifier: MIT
 * lessons.c: once a week: who begins a track of Danish education or passes a module, and of whom so many hours a week are
 * asked. It has chances of its own. */
#include "danish/danish.h"
#include "hours/hours.h"
#include "simulate/life.h"

enum { MODULE_DAYS_LEAST = 65, MODULE_DAYS_MOST = 120, LATE_PERCENT = 15, LATE_DAYS = 45, HOUR = 14, ASKED_AFTER = 14,
       ASKED_PERCENT = 40, FEWER_PERCENT = 30, HOURS_ALL = 3700, HOURS_FEWER = 2500, DAYS_TO_MONDAY = 7 };

void lessons_open(struct life *life, uint64_t seed)
{
    life->lessons = arena_alloc(life->lasting, sizeof *life->lessons);
    *life->lessons = (struct chance){ seed ^ UINT64_C(0x64616e736b) };
}

static bool is_taught(const struct person *person)
{
    return person->stage >= STAGE_COURSE && person->stage < STAGE_GONE && !person->is_ill;
}

/* Module 0 is the day of the beginning. */
static void pass(struct life *life, struct person *person)
{
    const struct danish_track *track = danish_track_on(danish_tracks_kept(), person->track, life->today);

    if (track == NULL || person->modules > track->modules || life->today < person->module_on)
        return;
    life_act_as(life, life_first(life, JOB_TEACHER));
    danish_pass(life->db, person->id, person->track, person->modules++, life->today, "Fjordby Sprogcenter");
    person->module_on = life->today + (day)chance_between(life->lessons, MODULE_DAYS_LEAST, MODULE_DAYS_MOST)
                        + (chance_of(life->lessons, LATE_PERCENT) ? LATE_DAYS : 0);
}

/* From the next Monday: the law's hours, or fewer with the reason. */
static void ask_hours(struct life *life, struct person *person)
{
    bool is_fewer = chance_of(life->lessons, FEWER_PERCENT);

    life_act_as(life, person->caseworker);
    hours_require(life->db, &(struct hours_requirement_insert_in){
        .citizen = person->id, .from_day = life->today + DAYS_TO_MONDAY, .hours = is_fewer ? HOURS_FEWER : HOURS_ALL,
        .base = "integrationsloven", .reason = is_fewer ? "Færre timer efter aftale, til børnene er faldet til i børnehaven" : "" });
}

void lessons_day(struct life *life)
{
    if (day_weekday(life->today) != MONDAY)
        return;
    life->hour = HOUR;
    for (int i = 0; i < life->person_count; i++) {
        struct person *person = &life->people[i];
        if (!is_taught(person))
            continue;
        pass(life, person);
        if (person->is_hours_asked || life->today - person->came_on < ASKED_AFTER)
            continue;
        person->is_hours_asked = true;
        if (chance_of(life->lessons, ASKED_PERCENT))
            ask_hours(life, person);
    }
}
