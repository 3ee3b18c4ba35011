/* SPDX-License-Identifier: MIT
 * reception.c: from the hour somebody is housed to the end of the intro course, and what goes on beside
 * it: talks, words, goals, illness. */
#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "document/document.h"
#include "group/group.h"
#include "law/workday.h"
#include "library/library.h"
#include "meeting/meeting.h"
#include "plan/plan.h"
#include "simulate/life.h"
#include "simulate/names.h"
#include "task/task.h"

static const char scheme_id[] = "hedensted_model";

static const char *pick(struct life *life, struct sentences from)
{
    return chance_pick(&life->chance, from.at, from.count);
}

/* The 31st of a month without one is nobody's birthday: 10,000 people for each year and such month. */
static const char *cpr_of(struct life *life, int year, int number)
{
    static const int months[] = { 2, 4, 6, 9, 11 };
    int month = months[number / 10000 % (int)(sizeof months / sizeof *months)];

    return arena_format(life->lasting, "31%02d%02d%04d", month, year, number % 10000);
}

/* An invented person. */
static struct citizen_facts somebody(struct life *life, int number)
{
    const struct origin *origin = &origins[life_between(life, 0, origin_count - 1)];
    bool is_woman = life_of(life, 52);
    int year = (int)life_between(life, 66, 99), age_month = (int)life_between(life, 1, 12);
    bool is_ukraine = text_is(origin->language, "uk");

    return (struct citizen_facts){
        .cpr = cpr_of(life, year, number),
        .first_name = is_woman ? chance_pick(&life->chance, origin->women, origin->women_count)
                               : chance_pick(&life->chance, origin->men, origin->men_count),
        .last_name = chance_pick(&life->chance, origin->last, origin->last_count),
        .sex = is_woman ? "female" : "male",
        .born = day_of(1900 + year, age_month, (int)life_between(life, 1, 28)),
        .phone = arena_format(life->lasting, "00 00 %02d %02d", number / 100 % 100, number % 100),
        .contact_note = life_of(life, 30) ? "SMS, hverdage efter 13" : "",
        .town = pick(life, word_lists.towns),
        .language = origin->language,
        .is_interpreter_needed = life_of(life, 85),
        .interpreter_note = is_woman && life_of(life, 40) ? "kvinde" : "",
        .danish_level = life_of(life, 50) ? "du2" : life_of(life, 70) ? "du1" : "du3",
        .law_basis = "integrationsloven",
        .benefit = "kontanthjaelp",
        .readiness = "jobparat",
        .permit_kind = is_ukraine ? "ukraine" : life_of(life, 30) ? "quota_8" : "asylum_7",
        .permit_from = life->today - (day)life_between(life, 10, 60),
        .permit_to = DAY_NONE,
        .arrived_at = instant_of(life->today - (day)life_between(life, 0, 3), 12, 0, 0),
        .received_at = INSTANT_NONE,
        .unit = life->integration,
        .home_note = life_of(life, 45) ? "to børn, 6 og 9 år" : life_of(life, 30) ? "bor alene" : "",
        .street = arena_format(life->lasting, "%s %d", pick(life, word_lists.streets), (int)life_between(life, 1, 90)),
        .postal_code = "9999",
        .is_protected = life_of(life, 4),
    };
}

static void gather_team(struct life *life, struct person *person)
{
    struct db *db = life->db;

    casefile_put_on_team(db, person->id, "coordinator", life->staff[person->caseworker].id);
    casefile_put_on_team(db, person->id, "caseworker", life->staff[person->caseworker].id);
    casefile_put_on_team(db, person->id, "employment_consultant", life->staff[person->consultant].id);
    casefile_put_on_team(db, person->id, "cultural_mediator", life->staff[person->mediator].id);
    casefile_put_on_team(db, person->id, "adviser", life->staff[person->adviser].id);
    casefile_put_on_team(db, person->id, "social_worker", life->staff[person->social_worker].id);
}

/* What follows from being housed; a few things come late, as in life. */
static void plan_reception(struct life *life, struct person *person)
{
    bool is_slow = life_of(life, 7);

    life_plan(life, 0, 14, HAPPENS_ADVISER, person);
    life_plan(life, life_to_workday(life, 1), 10, HAPPENS_TASKS, person);
    life_plan(life, life_to_workday(life, is_slow ? 5 : (int)life_between(life, 1, 2)), 11, HAPPENS_INFO, person);
    life_plan(life, life_to_workday(life, is_slow ? 6 : (int)life_between(life, 0, 1)), 15, HAPPENS_LADDER, person);
    life_plan(life, life_to_workday(life, (int)life_between(life, 1, 2)), 8, HAPPENS_JOIN, person);
    life_plan(life, life_to_workday(life, (int)life_between(life, 4, 10)), 10, HAPPENS_OWN_WORDS, person);
    life_plan(life, life_to_workday(life, (int)life_between(life, 12, 25)), 13, HAPPENS_CONTRACT, person);
    life_plan(life, life_to_workday(life, (int)life_between(life, 25, 40)), 10, HAPPENS_TALK, person);
    if (life_of(life, 55))
        life_plan(life, (int)life_between(life, 40, 300), 8, HAPPENS_ILL, person);
}

void life_arrive(struct life *life, struct person *person)
{
    int number = (int)(person - life->people) + 1;
    struct citizen_facts facts = somebody(life, number);
    const struct scheme *scheme;

    person->caseworker = life_any(life, JOB_CASEWORKER);
    person->consultant = life_any(life, JOB_CONSULTANT);
    person->mediator = life_any(life, JOB_MEDIATOR);
    person->adviser = life_any(life, JOB_ADVISER);
    person->social_worker = life_any(life, JOB_SOCIAL_WORKER);
    life_act_as(life, person->caseworker);
    person->id = citizen_create(life->db, &facts);
    gather_team(life, person);
    scheme = library_scheme(life->db, scheme_id);
    casefile_enrol(life->db, person->id, scheme_id, scheme->version, db_now(life->db));
    task_make_for_scheme(life->db, person->id, scheme);
    citizen_house(life->db, person->id, db_now(life->db));
    citizen_skill_insert(life->db, person->id, "can", pick(life, word_lists.skills));
    citizen_skill_insert(life->db, person->id, "can", pick(life, word_lists.skills));
    if (life_of(life, 35))
        citizen_skill_insert(life->db, person->id, "consideration", pick(life, word_lists.considerations));
    person->stage = STAGE_HOUSED;
    plan_reception(life, person);
}

void life_book_adviser(struct life *life, struct person *person)
{
    life_act_as(life, person->adviser);
    meeting_book(life->db, &(struct meeting_plan){
        .citizen = person->id, .scheme = scheme_id, .code = "raadgiver", .way = WAY_PERSON,
        .meets_at = instant_of(life->today + life_to_workday(life, 5), 10, 0, 0), .place = "Kompetencegruppen" });
}

/* Each unit does its own: some at once, the rest in the days after. */
void life_do_tasks(struct life *life, struct person *person)
{
    life_act_as(life, person->adviser);
    struct task_row_list tasks = task_of_citizen(life->db, person->id);
    bool is_left = false;

    for (size_t i = 0; i < tasks.count; i++) {
        const struct task_row *task = &tasks.at[i];
        if (task->done_at != INSTANT_NONE)
            continue;
        life_act_as(life, task->unit.n == life->kompetence.n ? person->adviser : person->caseworker);
        if (life_of(life, 55))
            task_finish(life->db, task, db_now(life->db));
        else
            is_left = true;
    }
    if (is_left)
        life_plan(life, life_to_workday(life, (int)life_between(life, 1, 4)), 10, HAPPENS_TASKS, person);
}

void life_info_meeting(struct life *life, struct person *person)
{
    const struct meeting_guest guests[] = {
        { "citizen", { 0 }, NULL, true },
        { "cultural_mediator", life->staff[person->mediator].id, NULL, true },
        { "social_worker", life->staff[person->social_worker].id, NULL, true },
        { "interpreter", { 0 }, "Tolk", true },
    };

    life_act_as(life, person->mediator);
    meeting_hold_unbooked(life->db, &(struct meeting_plan){
        .citizen = person->id, .scheme = scheme_id, .code = "info", .way = WAY_GROUP, .meets_at = db_now(life->db),
        .minutes = 60, .place = "Jobcenter Fjordby", .has_interpreter = true, .guests = guests, .guest_count = 4 },
        &(struct meeting_result){ .topics = "", .agreed = "", .next_at = INSTANT_NONE });
    life_act_as(life, person->caseworker);
    struct document_id folder = document_make(life->db, &(struct document_order){
        .citizen = person->id, .scheme = scheme_id, .code = "mappe", .language = "da", .variant = "" });
    if (folder.n != 0)
        document_hand_over(life->db, folder);
}

void life_ladder(struct life *life, struct person *person)
{
    life_act_as(life, person->caseworker);
    casefile_place_on_ladder(life->db, person->id, "trappe", life_of(life, 93) ? "intro" : "praktik", db_now(life->db), "");
}

void life_join_course(struct life *life, struct person *person)
{
    int group = town_course(life);

    life_act_as(life, person->consultant);
    struct join join = group_join(life->db, life->courses[group].id, person->id, life->today);
    if (join.why != JOIN_FINE)
        return;
    person->group = group;
    person->member = join.member;
    person->stage = STAGE_COURSE;
    life->courses[group].members++;
    life_plan(life, life_to_workday(life, 15), 14, HAPPENS_COMPETENCE, person);
    person->course_end = life->today + 27;
    life_plan(life, (int)(workday_previous(NULL, person->course_end) - life->today), 12, HAPPENS_COURSE_END, person);
}

void life_own_words(struct life *life, struct person *person)
{
    struct goal_id goal;

    life_act_as(life, person->caseworker);
    plan_say(life->db, person->id, &(struct own_words_insert_in){
        .words = pick(life, word_lists.own_words), .words_foreign = "", .language = "da",
        .translated_by = life->staff[person->mediator].id.n != 0 ? "Kulturformidler" : "" });
    goal = plan_add_goal(life->db, &(struct goal_insert_in){
        .citizen = person->id, .words = pick(life, word_lists.goals), .proposed_by = "citizen", .activity = "",
        .review_day = day_add_months(life->today, 3) });
    plan_add_goal(life->db, &(struct goal_insert_in){
        .citizen = person->id, .parent = goal, .words = pick(life, word_lists.goals), .proposed_by = "staff",
        .activity = "praktik", .review_day = day_add_months(life->today, 3) });
    plan_agree(life->db, person->id, "");
    life_plan(life, life_to_workday(life, (int)life_between(life, 80, 100)), 11, HAPPENS_REVIEW, person);
}

void life_contract(struct life *life, struct person *person)
{
    life_act_as(life, person->caseworker);
    struct document_id contract = document_make(life->db, &(struct document_order){
        .citizen = person->id, .scheme = scheme_id, .code = "kontrakt", .language = "da", .variant = "" });
    if (contract.n == 0)
        return;
    document_sign(life->db, contract, "citizen", "borgeren");
    document_sign(life->db, contract, "caseworker", "sagsbehandler");
}

void life_competence(struct life *life, struct person *person)
{
    const struct branch_template *branch = &branch_templates[life_between(life, 0, branch_template_count - 1)];
    const struct competence_line lines[] = {
        { "education", "ni års skole", "" },
        { "experience", chance_pick(&life->chance, branch->functions, branch->function_count), "4 år" },
        { "function", chance_pick(&life->chance, branch->functions, branch->function_count), "" },
        { "branch", branch->branch, "" },
    };

    life_act_as(life, person->consultant);
    competence_save(life->db, person->id, (struct competence_lines){ lines, 4 }, competence_stamp(life->db, person->id));
}

void life_course_end(struct life *life, struct person *person)
{
    struct group_member_row member;

    if (person->stage != STAGE_COURSE)
        return;
    life_act_as(life, person->consultant);
    if (group_member_load(life->db, person->member, &member))
        group_certify(life->db, &member);
    life->courses[person->group].members--;
    person->stage = STAGE_BETWEEN;
    life_plan(life, life_of(life, 84) ? 0 : life_to_workday(life, (int)life_between(life, 2, 9)), 14, HAPPENS_MEET, person);
}

void life_talk(struct life *life, struct person *person)
{
    const struct meeting_guest guests[] = { { "citizen", { 0 }, NULL, true },
                                            { "caseworker", life->staff[person->caseworker].id, NULL, true } };

    if (person->stage == STAGE_GONE)
        return;
    life_act_as(life, person->caseworker);
    meeting_hold_unbooked(life->db, &(struct meeting_plan){
        .citizen = person->id, .code = "samtale", .way = life_of(life, 60) ? WAY_PERSON : WAY_PHONE,
        .meets_at = db_now(life->db), .guests = guests, .guest_count = 2 },
        &(struct meeting_result){ .topics = pick(life, word_lists.topics), .agreed = pick(life, word_lists.said),
                                  .next_at = INSTANT_NONE });
    if (life_of(life, 30))
        casefile_add_note(life->db, person->id, pick(life, word_lists.notes), false);
    life_plan(life, life_to_workday(life, (int)life_between(life, 30, 50)), 10, HAPPENS_TALK, person);
    if (life_of(life, 40))
        life_plan(life, life_to_workday(life, (int)life_between(life, 3, 30)), 14, HAPPENS_WIN, person);
}

void life_review(struct life *life, struct person *person)
{
    static const enum review_decision decisions[] = { REVIEW_REACHED, REVIEW_REACHED, REVIEW_GO_ON, REVIEW_ADJUST };
    struct goal_row_list goals;

    if (person->stage == STAGE_GONE)
        return;
    life_act_as(life, person->caseworker);
    goals = goal_of_citizen(life->db, person->id);
    for (size_t i = 0; i < goals.count; i++)
        if (text_is(goals.at[i].state, "open")) {
            plan_review_goal(life->db, &goals.at[i], &(struct goal_reviewed){
                .decision = decisions[life_between(life, 0, 3)], .note = "", .next = DAY_NONE });
            break;
        }
    life_plan(life, life_to_workday(life, (int)life_between(life, 80, 100)), 11, HAPPENS_REVIEW, person);
}

void life_fall_ill(struct life *life, struct person *person)
{
    if (person->stage != STAGE_PLACED || person->is_ill)
        return;
    life_act_as(life, person->caseworker);
    person->suspension = casefile_suspend(life->db, &(struct suspension_insert_in){
        person->id, "sygdom", "", life->today, DAY_NONE, life->staff[person->caseworker].id });
    person->is_ill = true;
    life_plan(life, (int)life_between(life, 3, 16), 9, HAPPENS_WELL, person);
}

void life_get_well(struct life *life, struct person *person)
{
    struct suspension_row_list all;

    life_act_as(life, person->caseworker);
    all = suspension_of_citizen(life->db, person->id);
    for (size_t i = 0; i < all.count; i++)
        if (all.at[i].id.n == person->suspension.n)
            casefile_resume(life->db, &all.at[i], life->today - 1);
    person->is_ill = false;
}

void life_win(struct life *life, struct person *person)
{
    if (person->stage == STAGE_GONE)
        return;
    life_act_as(life, person->caseworker);
    casefile_add_win(life->db, person->id, pick(life, word_lists.wins), life_of(life, 60));
}
