/* SPDX-License-Identifier: MIT
 * work.c: placements, follow-ups, paid hours that grow, and jobs. */
#include "base/text.h"
#include "casefile/casefile.h"
#include "employer/employer.h"
#include "law/workday.h"
#include "meeting/meeting.h"
#include "placement/holding_on.h"
#include "placement/placement.h"
#include "placement/wage.h"
#include "plan/plan.h"
#include "simulate/life.h"
#include "simulate/names.h"
#include "simulate/trade.h"

enum { FULL_HOURS_MIN = 3000, HOURS_START = 2000, HOURS_PLACED = 2500, FULL_TIME = 3700, TRIES = 40,
       IGU_EVERY = 2, IGU_MONTHS = 24, WAGE_UNTOLD_EVERY = 4, WAGE_LEAST = 13050, WAGE_STEP = 250, WAGE_STEPS = 13 };

static const char scheme_id[] = "hedensted_model";

/* A workplace with room, preferably one whose consultant is the citizen's own. */
static int find_place(struct life *life)
{
    for (int i = 0; i < TRIES && life->company_count > 0; i++) {
        int at = (int)life_between(life, 0, life->company_count - 1);
        if (life->companies[at].taken < life->companies[at].places)
            return at;
    }
    return -1;
}

/* The first meeting of four, before the placement begins. */
static void meet_first(struct life *life, struct person *person)
{
    const struct meeting_guest guests[] = {
        { "citizen", { 0 }, NULL, true },
        { "company_contact", { 0 }, "Kontaktpersonen", true },
        { "employment_consultant", life->staff[person->consultant].id, NULL, true },
        { "cultural_mediator", life->staff[person->mediator].id, NULL, life_of(life, 92) },
    };

    meeting_hold_unbooked(life->db, &(struct meeting_plan){
        .citizen = person->id, .scheme = scheme_id, .code = "kontakt", .way = WAY_COMPANY,
        .meets_at = db_now(life->db), .minutes = 45, .guests = guests, .guest_count = 4 },
        &(struct meeting_result){ .topics = "", .agreed = "Opgaver, mødetider og busser er gennemgået.",
                                  .next_at = INSTANT_NONE });
}

/* Most sign what they expect at once; some still have to. A long way is noted where it is one. */
static void sign(struct life *life, struct person *person)
{
    static const char *const hard[] = { "transport" };
    struct placement_row placement;

    if (!placement_load(life->db, person->placement, &placement))
        return;
    for (int party = 0; party < AGREEMENT_PARTY_COUNT && life_of(life, 85); party++)
        placement_sign(life->db, &placement, (enum agreement_party)party,
                       party == PARTY_CITIZEN ? citizen_name(life->request, person->first_name, person->last_name)
                       : party == PARTY_COMPANY ? placement.contact_name : placement.consultant_name, life->today);
    if (life_of(life, 20))
        placement_set_risks(life->db, &placement, hard, 1);
}

/* Most jobs tell what an hour is paid. By the placement's number, so that everybody else's chances stay as they were. */
static void tell_wage(struct life *life, const struct person *person)
{
    int64_t number = person->placement.n;
    struct placement_row placement;

    if (number % WAGE_UNTOLD_EVERY != 0 && placement_load(life->db, person->placement, &placement))
        placement_set_wage(life->db, &placement, life->today, WAGE_LEAST + WAGE_STEP * (number * 7 % WAGE_STEPS));
}

static void start(struct life *life, struct person *person, enum placement_kind kind, int months, int64_t hours,
                  int64_t paid)
{
    struct workplace *w = &life->companies[person->workplace];
    const struct branch_template *branch = &branch_templates[w->branch];
    const struct placement_step step = { life->today, hours, paid };
    const char *const items[] = { "Kommer til tiden", "Siger selv til, når noget er uklart", "Klarer opgaven alene" };
    bool is_job = placement_kinds[kind].is_job || kind == PLACEMENT_IGU;

    person->placement_end = placement_kinds[kind].is_job ? DAY_NONE : day_add_months(life->today, months) - 1;
    person->placement = placement_start(life->db, &(struct placement_agreement){
        .citizen = person->id, .company = w->id, .kind = kind, .scheme = is_job ? "" : scheme_id,
        .code = is_job ? "" : "praktik", .purpose = "ordinaert",
        .functions = chance_pick(&life->chance, branch->functions, branch->function_count),
        .from = life->today, .to = person->placement_end, .weekdays = 31, .from_minute = 480, .to_minute = 780,
        .contact = w->contact, .mentor = "", .transport = "bus 12, 25 minutter",
        .consultant = life->staff[person->consultant].id,
        .expect_citizen = "At lære opgaverne og bruge dansk hver dag", .expect_company = "At man kommer og spørger",
        .expect_centre = "Løn fra anden måned",
        .steps = &step, .step_count = 1, .items = items, .item_count = is_job ? 0 : 3 });
    if (!is_job)
        sign(life, person);
    if (paid > 0)
        tell_wage(life, person);
    person->hours = hours;
    person->paid = paid;
}

/* The match and the first meeting; the placement begins on the next working day. */
void work_meet(struct life *life, struct person *person)
{
    if (person->stage != STAGE_BETWEEN)
        return;
    person->workplace = find_place(life);
    if (person->workplace < 0 || person->is_ill || life_is_away(life, person->consultant)) {
        life_plan(life, life_to_workday(life, 3), 14, HAPPENS_MEET, person);
        return;
    }
    life->companies[person->workplace].taken++;
    life_act_as(life, person->consultant);
    employer_talk(life->db, life->companies[person->workplace].id, life_of(life, 60) ? TALK_PHONE : TALK_VISIT, db_now(life->db),
                  chance_pick(&life->chance, word_lists.company_said.at, word_lists.company_said.count));
    meet_first(life, person);
    day after = life->today < person->course_end ? person->course_end : life->today;
    int days = life_to_workday(life, (int)(after - life->today) + 1);
    person->place_on = life->today + days;
    life_plan(life, days, 9, HAPPENS_PLACE, person);
}

static void plan_follow_up(struct life *life, struct person *person, int days)
{
    int until = life_to_workday(life, days);

    person->follow_up = life->today + until;
    life_plan(life, until, 13, HAPPENS_FOLLOW_UP, person);
}

void work_place(struct life *life, struct person *person)
{
    if (person->stage != STAGE_BETWEEN || life->today != person->place_on)
        return;
    life_act_as(life, person->consultant);
    start(life, person, PLACEMENT_COMPANY_PLACEMENT, (int)life_between(life, 3, 5), HOURS_START, 0);
    person->stage = STAGE_PLACED;
    person->placements++;
    plan_follow_up(life, person, (int)life_between(life, 12, 18));
    life_plan(life, (int)life_between(life, 30, 55), 9, HAPPENS_RISE, person);
    if (life_of(life, 60))
        life_set_goal(life, person, word_lists.work_goals, "praktik");
    person->end_on = life_of(life, 14) ? life->today + (day)life_between(life, 14, 50) : person->placement_end;
    life_plan(life, (int)(person->end_on - life->today), 15, HAPPENS_END, person);
}

void work_follow_up(struct life *life, struct person *person)
{
    const struct meeting_guest guests[] = {
        { "citizen", { 0 }, NULL, true },
        { "company_contact", { 0 }, "Kontaktpersonen", true },
        { "employment_consultant", life->staff[person->consultant].id, NULL, true },
    };

    if (person->stage != STAGE_PLACED || life->today != person->follow_up)
        return;
    if (person->is_ill || life_is_away(life, person->consultant)) {
        plan_follow_up(life, person, (int)life_between(life, 3, 6));
        return;
    }
    life_act_as(life, person->consultant);
    meeting_hold_unbooked(life->db, &(struct meeting_plan){
        .citizen = person->id, .placement = person->placement, .scheme = scheme_id, .code = "opfolgning",
        .way = WAY_COMPANY, .meets_at = db_now(life->db), .minutes = 30, .guests = guests, .guest_count = 3 },
        &(struct meeting_result){ .topics = "", .next_at = INSTANT_NONE,
                                  .agreed = chance_pick(&life->chance, word_lists.said.at, word_lists.said.count) });
    int days = life_of(life, 90) ? (int)life_between(life, 12, 19) : (int)life_between(life, 21, 26);
    plan_follow_up(life, person, days);
}

/* Paid hours grow a little at a time. */
void work_rise(struct life *life, struct person *person)
{
    struct placement_row placement;

    if (person->stage != STAGE_PLACED && person->stage != STAGE_JOB)
        return;
    life_act_as(life, person->consultant);
    if (!placement_load(life->db, person->placement, &placement))
        return;
    if (life_of(life, 45) && !person->is_ill && person->paid < FULL_TIME) {
        person->paid += 100 * life_between(life, 1, 3);
        if (person->hours < HOURS_PLACED)
            person->hours = HOURS_PLACED;
        if (person->hours < person->paid)
            person->hours = person->paid;
        placement_change_hours(life->db, &placement, life->today, person->hours, person->paid, "");
        if (life_of(life, 50))
            life_plan(life, 2, 14, HAPPENS_WIN, person);
    }
    life_plan(life, (int)life_between(life, 25, 50), 9, HAPPENS_RISE, person);
}

static const char *dropout_reason(struct life *life)
{
    static const char *const reasons[] = { "transport", "moedetid", "kultur" };

    return chance_pick(&life->chance, reasons, 3);
}

void work_end(struct life *life, struct person *person)
{
    struct placement_row placement;
    bool is_early = person->placement_end != DAY_NONE && life->today < person->placement_end;

    if (person->stage != STAGE_PLACED || life->today != person->end_on)
        return;
    life_act_as(life, person->consultant);
    if (!placement_load(life->db, person->placement, &placement))
        return;
    bool is_job = !is_early && life_of(life, person->paid > 0 ? 32 : 10);
    placement_end(life->db, &placement, &(struct placement_ending){
        .on = life->today, .reason = is_early ? dropout_reason(life) : "as_planned", .next_step = is_job ? "job" : "placement" });
    life->companies[person->workplace].taken--;
    person->stage = STAGE_BETWEEN;
    if (is_job)
        life_plan(life, life_to_workday(life, 1), 9, HAPPENS_JOB, person);
    else
        life_plan(life, life_of(life, 84) ? 0 : life_to_workday(life, (int)life_between(life, 4, 15)), 16, HAPPENS_MEET,
                  person);
}

void work_break_off(struct life *life, struct person *person)
{
    struct placement_row placement;

    life_act_as(life, person->consultant);
    if (placement_load(life->db, person->placement, &placement))
        placement_end(life->db, &placement, &(struct placement_ending){ .on = life->today, .reason = "other", .next_step = "other" });
    life->companies[person->workplace].taken--;
}

void work_job(struct life *life, struct person *person)
{
    int64_t hours = life_of(life, 35) ? FULL_TIME : 100 * life_between(life, 10, 28);

    if (person->stage != STAGE_BETWEEN)
        return;
    life_act_as(life, person->consultant);
    if (life_of(life, 25)) {
        start(life, person, PLACEMENT_WAGE_SUBSIDY, 6, hours, hours);
        person->stage = STAGE_PLACED; /* Followed up like a placement; a job comes after. */
        plan_follow_up(life, person, (int)life_between(life, 12, 18));
        person->end_on = person->placement_end;
        life_plan(life, (int)(person->end_on - life->today), 15, HAPPENS_END, person);
        return;
    }
    if (hours == FULL_TIME && (person - life->people) % IGU_EVERY == 0) {
        start(life, person, PLACEMENT_IGU, IGU_MONTHS, hours, hours);
        money_igu(life, person);
    } else {
        start(life, person, PLACEMENT_JOB, 6, hours, hours);
    }
    person->stage = STAGE_JOB;
    life_plan(life, (int)life_between(life, 40, 80), 9, HAPPENS_RISE, person);
    life_plan(life, (int)life_between(life, 90, 200), 14, HAPPENS_LEAVE, person);
}

void life_leave(struct life *life, struct person *person, const char *reason, const char *outcome)
{
    struct enrolment_row_list enrolments;
    struct meeting_row booked;

    life_act_as(life, person->caseworker);
    enrolments = enrolment_of_citizen(life->db, person->id);
    for (size_t i = 0; i < enrolments.count; i++)
        if (!text_is(enrolments.at[i].state, "ended"))
            casefile_end_enrolment(life->db, &enrolments.at[i], reason, outcome);
    if (person->talk.n != 0 && meeting_load(life->db, person->talk, &booked))
        meeting_cancel(life->db, &booked);
    person->stage = STAGE_GONE;
}

void work_leave(struct life *life, struct person *person)
{
    struct placement_row placement;

    if (person->stage != STAGE_JOB)
        return;
    life_act_as(life, person->consultant);
    if (placement_load(life->db, person->placement, &placement) && text_is(placement.kind, placement_kind_codes[PLACEMENT_IGU])) {
        life_leave(life, person, "selvforsørgende", "igu");
        return;
    }
    life_leave(life, person, "selvforsørgende", person->paid >= FULL_HOURS_MIN ? "job_full" : "job_part");
}
