/* SPDX-License-Identifier: MIT
 * council.c: the coordination of the first Tuesday with its decisions, talks with companies, and people of
 * the staff who go away. */
#include "employer/employer.h"
#include "law/workday.h"
#include "meeting/meeting.h"
#include "simulate/town.h"
#include "staff/staff.h"
#include "task/task.h"

enum { COUNCIL_HOUR = 13, DECISIONS_MOST = 4, DECISION_DAYS = 14, AGENDA_MAX = 10 };

/* A caseworker writes the minutes: the first of them, so that it is always found. */
void act_council_book(struct town *town, struct person *person, const struct act *act)
{
    const struct scheme_meeting *kind = scheme_meeting(town->scheme, "koordinering");
    day council = (day)act->number;
    const char *agenda[AGENDA_MAX];
    struct meeting_guest guests[] = {
        { .role = job_roles[CASEWORKER], .staff = town->staff[town_worker(town, CASEWORKER, 0)].id, .has_come = true },
        { .role = job_roles[ADVISER], .staff = town->staff[town_worker(town, ADVISER, 0)].id, .has_come = true },
    };
    size_t count = 0;

    (void)person;
    for (; kind != NULL && count < kind->agenda.count && count < AGENDA_MAX; count++)
        agenda[count] = kind->agenda.at[count].da;
    struct meeting_id meeting = meeting_book_unit(town->db, &(struct unit_meeting_plan){
        .unit = town->integration, .scheme = town->scheme->id.text, .code = "koordinering",
        .meets_at = instant_of(council, COUNCIL_HOUR, 0, 0), .place = "Mødelokale 3", .agenda = agenda,
        .agenda_count = count, .guests = guests, .guest_count = sizeof guests / sizeof *guests,
    });
    town_plan_on(town, council + 1, ACT_COUNCIL_HOLD, 0, meeting.n); /* Written up the morning after. */
}

void act_council_hold(struct town *town, struct person *person, const struct act *act)
{
    struct meeting_row meeting;
    int count = chance_between(&town->chance, 1, DECISIONS_MOST);

    (void)person;
    if (!meeting_unit_load(town->db, (struct meeting_id){ act->number }, &meeting))
        return;
    meeting_hold_unit(town->db, &meeting);
    for (int i = 0; i < count; i++)
        task_decide(town->db, meeting.id, &(struct task_insert_in){
            .unit = town->integration,
            .owner = town->staff[town_worker(town, i % 2 == 0 ? CASEWORKER : CONSULTANT, town->today + i)].id,
            .words = words_pick(&town->chance, decisions),
            .due_day = workday_add(NULL, town->today, DECISION_DAYS),
        });
}

void act_talk(struct town *town, struct person *person, const struct act *act)
{
    (void)person;
    employer_talk(town->db, town->companies[act->who].id, chance_is(&town->chance, 30) ? TALK_VISIT : TALK_PHONE, town->now,
                  words_pick(&town->chance, talks));
}

void act_away(struct town *town, struct person *person, const struct act *act)
{
    const struct worker *worker = &town->staff[act->who];

    (void)person;
    staff_set_absence(town->db, worker->deputy < 0 ? (struct staff_id){ 0 } : town->staff[worker->deputy].id,
                      worker->away_from, worker->away_to, worker->id);
}
