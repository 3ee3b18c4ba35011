/* SPDX-License-Identifier: MIT
 * waiting.c: two courses: one in the evening that begins on the story's last day and is full, with people who wait and
 * one who is offered the last place; and one in the morning that begins after it, with places left. It has chances of its own. */
#include "group/group.h"
#include "simulate/life.h"

enum { OPENS_BEFORE = 10, BEGINS_AFTER = 3, PLANNED_DAYS = 27, SEATS = 8, SEATS_LEAST = 3, WAITING = 3, MORNING_TAKEN = 2, HOUR = 13,
       TRIES = 400 };

struct hour_of_week {
    enum weekday weekday;
    int from, to;
    const char *title;
    bool is_language;
};
enum { WEEK_HOURS = 3 };
static const struct hour_of_week evenings[WEEK_HOURS] = {
    { MONDAY, 990, 1170, "Virksomhedsdansk", true },
    { WEDNESDAY, 990, 1170, "Arbejdsmarked", false },
    { THURSDAY, 990, 1170, "Virksomhedsdansk", true },
};
static const struct hour_of_week mornings[WEEK_HOURS] = {
    { TUESDAY, 510, 690, "Virksomhedsdansk", true },
    { WEDNESDAY, 510, 690, "Virksomhedsdansk", true },
    { FRIDAY, 510, 690, "CV og job", false },
};

void waiting_open(struct life *life, uint64_t seed)
{
    life->waiting = arena_alloc(life->lasting, sizeof *life->waiting);
    *life->waiting = (struct chance){ seed ^ UINT64_C(0x76656e74) };
}

/* The Monday after the last day of the story, with some days to say yes. */
static day begins(const struct life *life)
{
    day on = life->last + BEGINS_AFTER;

    while (day_weekday(on) != MONDAY)
        on++;
    return on;
}

static bool open_course(struct life *life, const char *name, day first, int capacity, const struct hour_of_week *week,
                        struct course_group_row *group)
{
    struct course_group_id id = group_create(life->db, &(struct course_group_insert_in){
        .scheme = "hedensted_model", .activity = "introforlob", .name = name, .unit = life->integration,
        .place = "Fjordby Sprogcenter", .capacity = capacity, .from_day = first, .to_day = DAY_NONE });

    for (int i = 0; i < WEEK_HOURS; i++)
        group_slot_insert(life->db, &(struct group_slot_insert_in){ id, week[i].weekday, week[i].from, week[i].to, week[i].title,
                                                                    week[i].is_language });
    group_plan_sessions(life->db, id, first, first + PLANNED_DAYS);
    town_presence(life, id, first, first + PLANNED_DAYS);
    return course_group_load(life->db, id, group);
}

/* Those who have been on the first course, and are on no other. */
static bool may_come(const struct person *person)
{
    return (person->stage == STAGE_BETWEEN || person->stage == STAGE_PLACED) && !person->is_ill && !person->is_written_up;
}

static struct person *somebody(struct life *life)
{
    for (int tries = 0; tries < TRIES; tries++) {
        struct person *person = &life->people[chance_between(life->waiting, 0, life->person_count - 1)];
        if (!may_come(person))
            continue;
        person->is_written_up = true;
        return person;
    }
    return NULL;
}

static int count_free(const struct life *life)
{
    int count = 0;

    for (int i = 0; i < life->person_count; i++)
        count += may_come(&life->people[i]);
    return count;
}

static void join(struct life *life, const struct course_group_row *group, int count)
{
    for (int i = 0; i < count; i++) {
        const struct person *person = somebody(life);
        if (person != NULL)
            group_join(life->db, group->id, person->id, group->from_day);
    }
}

/* The first who was written up has the last place kept for her. */
static void write_up(struct life *life, const struct course_group_row *group)
{
    struct group_wait_row first;

    for (int i = 0; i < WAITING; i++) {
        const struct person *person = somebody(life);
        if (person == NULL)
            return;
        struct group_wait_id id = group_wait(life->db, group, person->id);
        if (i == 0 && group_wait_load(life->db, id, &first))
            group_wait_step(life->db, &first, "offered", "");
    }
}

void waiting_day(struct life *life)
{
    int seats = count_free(life) - WAITING - MORNING_TAKEN;
    struct course_group_row evening, morning;

    if (life->is_waiting_made || life->today < life->last - OPENS_BEFORE || life->today == life->last || seats < SEATS_LEAST)
        return;
    life->is_waiting_made = true;
    life->hour = HOUR;
    seats = seats > SEATS ? SEATS : seats;
    life_act_as(life, life_first(life, JOB_CONSULTANT));
    if (!open_course(life, "Introforløb, aftenhold", life->last, seats, evenings, &evening) ||
        !open_course(life, "Introforløb, formiddagshold", begins(life), SEATS, mornings, &morning))
        return;
    join(life, &evening, seats - 1);
    write_up(life, &evening);
    join(life, &morning, MORNING_TAKEN);
}
