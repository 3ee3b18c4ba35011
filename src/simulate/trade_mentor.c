/* SPDX-License-Identifier: MIT
 * trade_mentor.c: mentors at companies, their courses three times a year, and who is beside a citizen. */
#include "law/workday.h"
#include "mentor/mentor.h"
#include "placement/placement.h"
#include "simulate/names.h"
#include "simulate/trade.h"

enum { COURSE_EVERY = 120, COURSE_AHEAD = 14, COURSE_DAYS = 7, COURSE_PLACES = 12, BUDDY_COURSES = 3, LAST_COURSE = 12,
       AWAY_DAYS = 6, PRACTICE_MINUTES = 10, PRACTICE_STEPS = 4, PRACTICE_STEP = 5 };

void mentor_hire(struct life *life, struct workplace *w)
{
    w->mentors[0] = mentor_insert(life->db, w->id, w->contact_name, "00 00 60 01", life_of(life, 10));
    if (life_of(life, 50))
        w->mentors[1] = mentor_insert(life->db, w->id,
            arena_format(life->request, "%s %s",
                         chance_pick(&life->chance, word_lists.danish_first.at, word_lists.danish_first.count),
                         chance_pick(&life->chance, word_lists.danish_last.at, word_lists.danish_last.count)),
            "00 00 60 02", false);
}

/* As many untrained ones as there are places. */
static void invite(struct life *life, struct mentor_course_id course)
{
    int taken = 0;

    for (int i = 0; i < life->company_count && taken < COURSE_PLACES; i++) {
        struct workplace *w = &life->companies[i];
        if (w->mentors[0].n == 0 || w->is_trained)
            continue;
        w->is_trained = true;
        for (int m = 0; m < 2; m++)
            if (w->mentors[m].n != 0 && taken++ < COURSE_PLACES)
                mentor_seat_put(life->db, course, w->mentors[m]);
    }
}

static void open_course(struct life *life)
{
    bool is_buddy = ++life->trade->course_count % BUDDY_COURSES == 0;
    day first = workday_next(NULL, life->today + COURSE_AHEAD), second = workday_next(NULL, first + COURSE_DAYS);

    life_act_as(life, life_first(life, JOB_CONSULTANT));
    struct mentor_course_id id = mentor_course_insert(life->db, &(struct mentor_course_insert_in){
        .title = is_buddy ? "Sprogmakker på arbejdspladsen" : "Mentor på arbejdspladsen", .kind = is_buddy ? "buddy" : "mentor",
        .place = "Fjordby Sprogcenter", .first_day = first, .second_day = second, .places = COURSE_PLACES });
    invite(life, id);
    *LIST_ADD(life->lasting, &life->trade->courses) = (struct open_course){ id, second };
    /* The last course of the story has not begun when it ends. */
    day next = life->today + COURSE_EVERY, last = workday_next(NULL, life->last - LAST_COURSE);
    life->trade->course_next = life->today >= last ? life->last + 1 : workday_next(NULL, next > last ? last : next);
}

static void hold_course(struct life *life, struct mentor_course_id id)
{
    struct mentor_course_row course;

    life_act_as(life, life_first(life, JOB_CONSULTANT));
    if (!mentor_course_load(life->db, id, &course))
        return;
    struct mentor_seat_row_list seats = mentor_seats(life->db, id);
    for (size_t i = 0; i < seats.count; i++)
        mentor_mark(life->db, &course, &seats.at[i], true, life_of(life, 88));
}

/* A workplace mentor where there is one; now and then a language buddy, too. */
static void stand_beside(struct life *life, struct person *person)
{
    const struct workplace *w = &life->companies[person->workplace];
    struct placement_row placement;

    person->beside = person->placement;
    person->has_buddy = w->mentors[0].n != 0 && life_of(life, 20);
    if (w->mentors[0].n == 0)
        return;
    life_act_as(life, person->consultant);
    if (!placement_load(life->db, person->placement, &placement))
        return;
    mentor_place(life->db, &placement, SLOT_WORKPLACE, w->mentors[0], (struct staff_id){ 0 });
    if (person->has_buddy)
        mentor_place(life->db, &placement, SLOT_BUDDY, w->mentors[w->mentors[1].n == 0 ? 0 : 1], (struct staff_id){ 0 });
    if (life->last - life->today < AWAY_DAYS * 3 && life_of(life, 30))
        mentor_beside_away(life->db, life->last + AWAY_DAYS, placement.id, placement.citizen, mentor_slot_codes[SLOT_WORKPLACE]);
}

static void practise(struct life *life, struct person *person)
{
    struct placement_row placement;

    life_act_as(life, person->consultant);
    if (placement_load(life->db, person->placement, &placement))
        mentor_practice(life->db, &placement, life->today, PRACTICE_MINUTES + PRACTICE_STEP * life_between(life, 0, PRACTICE_STEPS),
                        (struct link_id){ 0 });
}

static bool is_practice_day(const struct life *life)
{
    return day_weekday(life->today) == TUESDAY || day_weekday(life->today) == THURSDAY;
}

void mentor_day(struct life *life)
{
    if (life->today >= life->trade->course_next)
        open_course(life);
    for (size_t i = 0; i < life->trade->courses.count; i++)
        if (life->trade->courses.at[i].ends == life->today)
            hold_course(life, life->trade->courses.at[i].id);
    for (int i = 0; i < life->person_count; i++) {
        struct person *person = &life->people[i];
        if (person->stage != STAGE_PLACED || person->workplace < 0)
            continue;
        if (person->beside.n != person->placement.n)
            stand_beside(life, person);
        else if (person->has_buddy && is_practice_day(life) && !person->is_ill && life_of(life, 75))
            practise(life, person);
    }
}
