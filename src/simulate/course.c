/* SPDX-License-Identifier: MIT
 * course.c: the intro course: joined at once (rolling intake), attended each day, competences mapped, a
 * certificate at the end, and the placement that begins the working day after. */
#include "document/document.h"
#include "group/group.h"
#include "law/workday.h"
#include "simulate/town.h"

enum { PLAN_DAYS = 28, ABSENT_PERCENT = 6, CONSULTANT_PERCENT = 60, FOUND_PERCENT = 80 };

/* Four weeks from tomorrow or today; the way to a company is begun a week before the end. */
void act_join(struct town *town, struct person *person, const struct act *act)
{
    day from = workday_next(NULL, town->today);
    struct join join = group_join(town->db, town->groups[person->group], person->id, from);
    struct group_member_row member;

    person->member = join.member;
    if (join.member.n == 0 || !group_member_load(town->db, join.member, &member))
        return;
    town_plan(town, chance_between(&person->chance, 8, 14), ACT_COMPETENCE, act->who, 0);
    town_plan_on(town, workday_add(NULL, member.to_day, -1), ACT_CERTIFICATE, act->who, 0);

    /* Most have a company when the course ends; others wait, and that is seen. */
    bool is_found = chance_is(&person->chance, FOUND_PERCENT);
    day agreed = workday_add(NULL, member.to_day, is_found ? -3 : chance_between(&person->chance, 1, 12));
    town_plan_on(town, agreed, ACT_AGREE, act->who, is_found ? placement_first_day(member.to_day) : 0);
}

void act_competence(struct town *town, struct person *person, const struct act *act)
{
    struct chance *chance = &person->chance;
    const struct competence_line lines[] = {
        { "education", words_pick(chance, educations), "" },
        { "experience", words_pick(chance, experiences), "" },
        { "function", person->trade->work, "" },
        { "branch", person->trade->branch, "" },
    };

    (void)act;
    competence_save(town->db, person->id, (struct competence_lines){ lines, sizeof lines / sizeof *lines },
                    competence_stamp(town->db, person->id));
}

void act_certificate(struct town *town, struct person *person, const struct act *act)
{
    struct group_member_row member;

    (void)act;
    if (group_member_load(town->db, person->member, &member))
        document_hand_over(town->db, group_certify(town->db, &member));
}

/* The sessions of the coming weeks, and the days on which attendance is taken. */
void act_course_plan(struct town *town, struct person *person, const struct act *act)
{
    (void)person;
    group_plan_sessions(town->db, town->groups[act->who], town->today, town->today + PLAN_DAYS - 1);
    for (day on = town->today; on < town->today + PLAN_DAYS; on++)
        if (town_is_working_day(on))
            town_plan_on(town, on, ACT_COURSE_DAY, act->who, 0);
    town_plan_on(town, town->today + PLAN_DAYS, ACT_COURSE_PLAN, act->who, 0);
}

static const char *mark_of(struct chance *chance)
{
    static const char *const absent[] = { "sick", "cancelled", "lawful", "unlawful" };

    return chance_is(chance, ABSENT_PERCENT) ? absent[chance_between(chance, 0, 3)] : "attended";
}

void act_course_day(struct town *town, struct person *person, const struct act *act)
{
    struct course_group_id group = town->groups[act->who];
    struct group_session_row_list sessions = group_sessions(town->db, group, town->today, town->today);
    struct group_member_row_list members = group_members_on(town->db, group, town->today);
    struct staff_id consultant = { 0 };

    (void)person;
    if (sessions.count == 0)
        return;
    for (size_t i = 0; i < members.count; i++)
        attendance_set(town->db, group, town->today, members.at[i].id, mark_of(&town->chance), "");
    if (chance_is(&town->chance, CONSULTANT_PERCENT))
        consultant = town->staff[town_worker(town, CONSULTANT, town->today)].id;
    group_hold_day(town->db, group, town->today, consultant, sessions.at[0].version);
}
