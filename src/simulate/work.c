/* SPDX-License-Identifier: MIT
 * work.c: placements: found, begun the working day after the course, hours that grow and are paid more and
 * more, an early end with its reason, a wage subsidy or a job after it, and leaving the scheme with one. */
#include "base/text.h"
#include "casefile/casefile.h"
#include "law/workday.h"
#include "simulate/town.h"

enum {
    TRIES = 30, WEEKS_LEAST = 13, WEEKS_MOST = 25, FOLLOW_UP_DAYS = 15, DROP_OUT_PERCENT = 16, SUBSIDY_PERCENT = 30,
    JOB_PERCENT = 48, STEP_WEEKS = 6, HOURS_FULL = 3700, LEAVE_DAYS = 40,
};

/* A company of the wanted trade with a place left, or else any with one; -1 for none. */
static int find_company(struct town *town, struct person *person)
{
    int any = -1;

    for (int i = 0; i < TRIES; i++) {
        int number = chance_between(&person->chance, 0, town->company_count - 1);
        const struct company_place *company = &town->companies[number];
        if (company->taken >= company->places)
            continue;
        if (company->trade == person->trade)
            return number;
        any = number;
    }
    return any;
}

/* What the parties expect, and the first two steps of the stair. */
static struct placement_id agree(struct town *town, struct person *person, day from, day to)
{
    static const char *const items[] = { "Møder til tiden", "Taler dansk med kolleger", "Klarer opgaven selv" };
    const struct company_place *company = &town->companies[person->company];
    bool is_job = placement_kinds[person->kind].is_job;
    struct placement_step steps[] = {
        { from, person->hours, person->paid },
        { from + STEP_WEEKS * 7, person->hours, is_job ? person->paid : person->paid + 400 },
    };

    return placement_start(town->db, &(struct placement_agreement){
        .citizen = person->id, .company = company->id, .kind = person->kind,
        .scheme = town->scheme->id.text, .code = person->kind == PLACEMENT_COMPANY ? "praktik" : "",
        .purpose = "ordinary", .functions = company->trade->work, .from = from, .to = to,
        .weekdays = 0x1f, .from_minute = 8 * 60, .to_minute = 13 * 60, .contact = company->contact,
        .mentor = words_pick(&person->chance, mentor_names), .transport = "Bus",
        .consultant = town->staff[person->team[CONSULTANT]].id,
        .expect_citizen = "At lære arbejdet og dansk", .expect_company = "At blive god til rutinerne",
        .expect_centre = "Lønnede timer inden tre måneder",
        .steps = steps, .step_count = is_job ? 1 : 2, .items = items, .item_count = 3,
    });
}

static bool load(struct town *town, const struct person *person, const struct act *act, struct placement_row *placement)
{
    return person->placement.n != 0 && person->placement.n == act->number &&
           placement_load(town->db, person->placement, placement);
}

/* What happens on the way: the first meeting, the beginning, follow-ups, more hours, wins, an end. */
static void plan_way(struct town *town, struct person *person, int who)
{
    int64_t number = person->placement.n;
    int days = person->placed_to == DAY_NONE ? 0 : person->placed_to - person->placed_from;

    if (person->placed_from > town->today)
        town_plan_on(town, person->placed_from, ACT_BEGIN, who, number);
    town_plan_on(town, workday_add(NULL, person->placed_from, FOLLOW_UP_DAYS - 1), ACT_FOLLOW_UP, who, number);
    town_plan_on(town, person->placed_from + STEP_WEEKS * 7, ACT_HOURS, who, number);
    town_plan_on(town, person->placed_from + chance_between(&person->chance, 10, 60), ACT_WIN, who, number);
    if (days > 0 && chance_is(&person->chance, DROP_OUT_PERCENT))
        town_plan_on(town, person->placed_from + chance_between(&person->chance, 8, days - 5), ACT_DROP_OUT, who, number);
    if (days > 0)
        town_plan_on(town, person->placed_to, ACT_END, who, number);
}

static void place(struct town *town, struct person *person, int who, day from)
{
    person->placed_from = from;
    person->placed_to = placement_kinds[person->kind].is_job
                            ? DAY_NONE
                            : workday_next(NULL, from + 7 * chance_between(&person->chance, WEEKS_LEAST, WEEKS_MOST));
    person->placement = agree(town, person, person->placed_from, person->placed_to);
    person->followed_on = from;
    person->placements++;
    plan_way(town, person, who);
}

/* The meeting of four parties first; no company with a place means looking on. */
void act_agree(struct town *town, struct person *person, const struct act *act)
{
    day from = act->number > town->today ? (day)act->number : workday_add(NULL, town->today, 1);

    person->company = find_company(town, person);
    if (person->company < 0) {
        town_plan(town, chance_between(&person->chance, 3, 8), ACT_AGREE, act->who, 0);
        return;
    }
    town->companies[person->company].taken++;
    person->kind = PLACEMENT_COMPANY;
    person->hours = 100 * chance_between(&person->chance, 18, 30);
    person->paid = 0;
    place(town, person, act->who, from);
    town_plan(town, from > workday_add(NULL, town->today, 1) ? 1 : 0, ACT_FIRST_MEETING, act->who, person->placement.n);
}

void act_first_meeting(struct town *town, struct person *person, const struct act *act)
{
    if (person->placement.n == act->number)
        town_meet(town, person, "kontakt", person->placement, INSTANT_NONE);
}

void act_begin(struct town *town, struct person *person, const struct act *act)
{
    struct placement_row placement;

    if (load(town, person, act, &placement) && placement.started_day == DAY_NONE)
        placement_begin(town->db, &placement, person->placed_from);
}

/* Another step up the stair, now and then; with full hours and pay there is none. */
void act_hours(struct town *town, struct person *person, const struct act *act)
{
    struct placement_row placement;

    if (!load(town, person, act, &placement) || placement.started_day == DAY_NONE || placement.ended_day != DAY_NONE)
        return;
    person->paid += 100 * chance_between(&person->chance, 2, 6);
    person->hours += 100 * chance_between(&person->chance, 0, 3);
    if (person->hours > HOURS_FULL)
        person->hours = HOURS_FULL;
    if (person->paid > person->hours)
        person->paid = person->hours;
    placement_change_hours(town->db, &placement, town->today, person->hours, person->paid, "");
    if (person->paid < person->hours)
        town_plan_on(town, town->today + 7 * chance_between(&person->chance, 4, 8), ACT_HOURS, act->who, act->number);
}

static void leave_company(struct town *town, struct person *person)
{
    town->companies[person->company].taken--;
    person->company = -1;
    person->placement.n = 0;
}

void act_drop_out(struct town *town, struct person *person, const struct act *act)
{
    static const char *const reasons[] = { "transport", "meeting_times", "culture", "health", "other" };
    struct placement_row placement;

    if (!load(town, person, act, &placement) || placement.ended_day != DAY_NONE)
        return;
    placement_end(town->db, &placement, town->today, reasons[chance_between(&person->chance, 0, 4)], "Ny praktik");
    leave_company(town, person);
    town_plan_due(town, 1, ACT_AGREE, act->who, 0);
}

/* The same company takes her on, with a wage subsidy or in an ordinary job; the place is still hers. */
static void take_on(struct town *town, struct person *person, int who, enum placement_kind kind)
{
    person->kind = kind;
    person->hours = kind == PLACEMENT_JOB ? 100 * chance_between(&person->chance, 20, 37) : person->hours;
    person->paid = person->hours;
    place(town, person, who, workday_add(NULL, town->today, 1));
    if (kind == PLACEMENT_JOB)
        town_plan(town, LEAVE_DAYS, ACT_LEAVE, who, person->placement.n);
}

void act_end(struct town *town, struct person *person, const struct act *act)
{
    struct placement_row placement;
    int dice = chance_between(&person->chance, 1, 100);
    bool is_job = dice <= JOB_PERCENT || person->kind == PLACEMENT_WAGE_SUBSIDY;
    bool is_subsidy = !is_job && dice <= JOB_PERCENT + SUBSIDY_PERCENT;

    if (!load(town, person, act, &placement) || placement.ended_day != DAY_NONE)
        return;
    placement_end(town->db, &placement, town->today, is_job ? "job" : "as_planned", "");
    if (is_job || is_subsidy) {
        take_on(town, person, act->who, is_job ? PLACEMENT_JOB : PLACEMENT_WAGE_SUBSIDY);
        return;
    }
    leave_company(town, person);
    town_plan_due(town, 1, ACT_AGREE, act->who, 0);
}

/* In work and following no scheme any more. */
void act_leave(struct town *town, struct person *person, const struct act *act)
{
    struct enrolment_row_list all = enrolment_of_citizen(town->db, person->id);
    const char *outcome = person->hours >= HOURS_FULL - 300 ? "job_full" : "job_part";

    (void)act;
    for (size_t i = 0; i < all.count; i++)
        if (!text_is(all.at[i].state, "ended"))
            casefile_end_enrolment(town->db, &all.at[i], "job", outcome);
    person->has_left = true;
}
