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

enum { NEWEST_DAYS = 8, OPEN_DAYS = 5, FIRST_HAS = 40, RENEW_DAYS_MIN = 5, RENEW_DAYS_MAX = 12, REVIEW_AHEAD_DAYS = 7 };

static const char *pick(struct life *life, struct sentences from)
{
    return chance_pick(&life->chance, from.at, from.count);
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

/* What follows from being housed; a few things come late, as in life. Those of the last days have theirs open. */
static void plan_reception(struct life *life, struct person *person)
{
    bool is_slow = life->last - life->today < OPEN_DAYS || life_of(life, 7);

    life_plan(life, 0, 15, HAPPENS_ADVISER, person);
    life_plan(life, 0, 16, HAPPENS_TASKS, person);
    life_plan(life, life_to_workday(life, is_slow ? 5 : (int)life_between(life, 1, 2)), 11, HAPPENS_INFO, person);
    life_plan(life, life_to_workday(life, is_slow ? 6 : (int)life_between(life, 0, 1)), 15, HAPPENS_LADDER, person);
    life_plan(life, life_to_workday(life, (int)life_between(life, 1, 2)), 8, HAPPENS_JOIN, person);
    life_plan(life, life_to_workday(life, (int)life_between(life, 4, 10)), 10, HAPPENS_OWN_WORDS, person);
    life_plan(life, life_to_workday(life, (int)life_between(life, 12, 25)), 13, HAPPENS_CONTRACT, person);
    life_plan(life, life_to_workday(life, (int)life_between(life, 25, 40)), 10, HAPPENS_TALK, person);
    if (life_of(life, 55))
        life_plan(life, (int)life_between(life, 40, 300), 8, HAPPENS_ILL, person);
    if (life_of(life, 22))
        life_plan(life, (int)life_between(life, 90, 400), 12, HAPPENS_MOVE, person);
}

/* The first of a job, as whom the demo logs in, has a full list also in a small municipality, and most of the
 * newest, that all kinds of things are on it. */
static int whose(struct life *life, enum job job)
{
    int more = job == JOB_CASEWORKER ? FIRST_HAS * 100 / (life->person_count + FIRST_HAS) : 0;
    int left = life->last - life->today;
    int percent = left < OPEN_DAYS ? 90 : left < NEWEST_DAYS ? 50 : more;

    return life_of(life, percent) ? life_first(life, job) : life_any(life, job);
}

void life_arrive(struct life *life, struct person *person)
{
    struct citizen_facts facts = person_facts(life, person);
    const struct scheme *scheme;

    person->caseworker = whose(life, JOB_CASEWORKER);
    person->consultant = whose(life, JOB_CONSULTANT);
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
    person_add_family(life, person);
    citizen_skill_insert(life->db, person->id, "can", pick(life, word_lists.skills));
    citizen_skill_insert(life->db, person->id, "can", pick(life, word_lists.skills));
    if (life_of(life, 35))
        citizen_skill_insert(life->db, person->id, "consideration", pick(life, word_lists.considerations));
    person->stage = STAGE_HOUSED;
    plan_reception(life, person);
}

void life_book_adviser(struct life *life, struct person *person)
{
    int days = life_to_workday(life, 5);

    life_act_as(life, person->adviser);
    person->advice = meeting_book(life->db, &(struct meeting_plan){
        .citizen = person->id, .scheme = scheme_id, .code = "raadgiver", .way = WAY_PERSON,
        .meets_at = instant_of(life->today + days, 10, 0, 0), .place = "Kompetencegruppen" });
    life_plan(life, days, 10, HAPPENS_ADVICE, person);
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
        if (life_of(life, 78))
            task_finish(life->db, task, db_now(life->db));
        else
            is_left = true;
    }
    if (is_left)
        life_plan(life, life_to_workday(life, (int)life_between(life, 1, 2)), 10, HAPPENS_TASKS, person);
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
        .citizen = person->id, .words = life_goal_words(life, person, word_lists.goals), .proposed_by = "citizen",
        .activity = "", .review_day = day_add_months(life->today, 3) });
    plan_add_goal(life->db, &(struct goal_insert_in){
        .citizen = person->id, .parent = goal, .words = life_goal_words(life, person, word_lists.goals), .proposed_by = "staff",
        .activity = "praktik", .review_day = day_add_months(life->today, 3) });
    plan_agree(life->db, person->id, "");
    life_plan(life, life_to_workday(life, (int)life_between(life, 80, 100)), 11, HAPPENS_REVIEW, person);
}

/* The first one, and a new one when the plan has changed: then it is agreed anew. */
void life_contract(struct life *life, struct person *person)
{
    if (person->stage == STAGE_GONE)
        return;
    life_act_as(life, person->caseworker);
    if (person->is_plan_changed)
        plan_agree(life->db, person->id, "");
    person->is_plan_changed = false;
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
        { "education", pick(life, word_lists.schooling), "" },
        { "experience", chance_pick(&life->chance, branch->functions, branch->function_count),
          arena_format(life->request, "%d år", (int)life_between(life, 1, 15)) },
        { "function", chance_pick(&life->chance, branch->functions, branch->function_count), "" },
        { "branch", branch->branch, "" },
    };

    life_act_as(life, person->consultant);
    competence_save(life->db, person->id, (struct competence_lines){ lines, 4 }, competence_stamp(life->db, person->id));
    if (life_of(life, 70))
        life_plan(life, life_to_workday(life, 2), 14, HAPPENS_CV, person);
}

void life_cv(struct life *life, struct person *person)
{
    life_act_as(life, person->consultant);
    document_make(life->db, &(struct document_order){
        .citizen = person->id, .scheme = "", .code = "cv", .language = "da", .variant = "", .title = "CV",
        .extra = competence_sections(life->db, person->id, LANGUAGE_DA) });
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
    life_plan(life, life_of(life, 91) ? 0 : life_to_workday(life, (int)life_between(life, 2, 9)), 14, HAPPENS_MEET, person);
}

/* The booked talk: most are held, some are not. */
static void meet_for_talk(struct life *life, struct person *person)
{
    const struct meeting_guest guests[] = { { "citizen", { 0 }, NULL, true },
                                            { "caseworker", life->staff[person->caseworker].id, NULL, true } };
    struct meeting_plan plan = {
        .citizen = person->id, .code = "samtale", .way = life_of(life, 60) ? WAY_PERSON : WAY_PHONE,
        .meets_at = db_now(life->db), .guests = guests, .guest_count = 2 };
    struct meeting_result result = { .topics = pick(life, word_lists.topics), .agreed = pick(life, word_lists.said),
                                     .next_at = INSTANT_NONE };
    struct meeting_row booked;
    int64_t die = life_between(life, 1, 100);

    if (person->talk.n == 0 || !meeting_load(life->db, person->talk, &booked))
        meeting_hold_unbooked(life->db, &plan, &result);
    else if (die <= 7)
        meeting_miss(life->db, &booked);
    else if (die <= 12)
        meeting_cancel(life->db, &booked);
    else
        meeting_hold(life->db, &booked, &plan, &result);
}

/* The next one is booked at once: it stands in the citizen's and the caseworker's calendar. */
static void book_next_talk(struct life *life, struct person *person)
{
    int days = life_to_workday(life, (int)life_between(life, 28, 45)), hour = (int)life_between(life, 9, 15);

    person->talk = meeting_book(life->db, &(struct meeting_plan){
        .citizen = person->id, .code = "samtale", .way = WAY_PERSON, .place = "Jobcenter Fjordby",
        .meets_at = instant_of(life->today + days, hour, (int)life_between(life, 0, 3) * 15, 0) });
    life_plan(life, days, hour, HAPPENS_TALK, person);
}

void life_talk(struct life *life, struct person *person)
{
    if (person->stage == STAGE_GONE)
        return;
    life_act_as(life, person->caseworker);
    meet_for_talk(life, person);
    if (life_of(life, 30))
        casefile_add_note(life->db, person->id, pick(life, word_lists.notes), false);
    book_next_talk(life, person);
    if (life_of(life, 40))
        life_plan(life, life_to_workday(life, (int)life_between(life, 3, 30)), 14, HAPPENS_WIN, person);
}

void life_advice(struct life *life, struct person *person)
{
    const struct meeting_guest guests[] = { { "citizen", { 0 }, NULL, true },
                                            { "adviser", life->staff[person->adviser].id, NULL, true } };
    struct meeting_row booked;

    life_act_as(life, person->adviser);
    if (!meeting_load(life->db, person->advice, &booked))
        return;
    if (life_of(life, 6)) {
        meeting_miss(life->db, &booked);
        return;
    }
    meeting_hold(life->db, &booked, &(struct meeting_plan){
        .citizen = person->id, .scheme = scheme_id, .code = "raadgiver", .way = WAY_PERSON, .meets_at = booked.meets_at,
        .guests = guests, .guest_count = 2 },
        &(struct meeting_result){ .topics = "hverdag", .agreed = pick(life, word_lists.advice), .next_at = INSTANT_NONE });
}

/* A plan that changes makes the contract outdated; within two weeks there is a new one, as a rule. */
void life_change_plan(struct life *life, struct person *person)
{
    int64_t days = life_of(life, 92) ? life_between(life, RENEW_DAYS_MIN, RENEW_DAYS_MAX) : life_between(life, 15, 18);

    person->is_plan_changed = true;
    life_plan(life, life_to_workday(life, (int)days), 13, HAPPENS_CONTRACT, person);
}

/* A goal of her own, when there is one on the list that she has not set yet. */
void life_set_goal(struct life *life, struct person *person, struct sentences from, const char *activity)
{
    const char *words = life_goal_words(life, person, from);

    if (words == NULL)
        return;
    plan_add_goal(life->db, &(struct goal_insert_in){
        .citizen = person->id, .words = words, .proposed_by = "citizen", .activity = activity,
        .review_day = day_add_months(life->today, 3) });
    life_change_plan(life, person);
}

void life_review(struct life *life, struct person *person)
{
    static const enum review_decision decisions[] = { REVIEW_REACHED, REVIEW_REACHED, REVIEW_GO_ON, REVIEW_ADJUST,
                                                      REVIEW_CHANGE };
    struct goal_row_list goals;

    if (person->stage == STAGE_GONE)
        return;
    life_act_as(life, person->caseworker);
    goals = goal_of_citizen(life->db, person->id);
    for (size_t i = 0; i < goals.count; i++)
        if (text_is(goals.at[i].state, "open") && goals.at[i].review_day <= life->today + REVIEW_AHEAD_DAYS)
            plan_review_goal(life->db, &goals.at[i], &(struct goal_reviewed){
                .decision = life_decide(person, &goals.at[i], decisions[life_between(life, 0, 4)]), .note = "", .next = DAY_NONE });
    life_learn(life, person);
    if (life_of(life, 50))
        life_set_goal(life, person, word_lists.goals, "");
    life_plan(life, life_to_workday(life, (int)life_between(life, 78, 88)), 11, HAPPENS_REVIEW, person);
}

/* To another municipality: the case ends here, unless she is at work. */
/* Not every case ends with a job: people move, study, retire or leave the country, also out of a placement. */
void life_move(struct life *life, struct person *person)
{
    static const struct {
        const char *reason, *outcome;
    } ends[] = {
        { "flyttet til en anden kommune", "moved" }, { "flyttet til en anden kommune", "moved" },
        { "begyndt på en erhvervsuddannelse", "education_vocational" }, { "udrejst", "left_country" },
        { "gået på pension", "pension" },
    };
    int which = (int)life_between(life, 0, sizeof ends / sizeof *ends - 1);

    if (person->stage == STAGE_GONE || person->stage == STAGE_JOB)
        return;
    if (person->is_ill || (person->stage != STAGE_BETWEEN && person->stage != STAGE_PLACED)) {
        life_plan(life, (int)life_between(life, 20, 40), 12, HAPPENS_MOVE, person);
        return;
    }
    if (person->stage == STAGE_PLACED)
        work_break_off(life, person);
    life_leave(life, person, ends[which].reason, ends[which].outcome);
}

/* Ill for days or weeks; some women go on leave with a child. */
void life_fall_ill(struct life *life, struct person *person)
{
    bool is_leave = person->is_woman && life_of(life, 10);

    if (person->stage != STAGE_PLACED || person->is_ill)
        return;
    life_act_as(life, person->caseworker);
    person->suspension = casefile_suspend(life->db, &(struct suspension_insert_in){
        person->id, is_leave ? "barsel" : "sygdom", "", life->today, DAY_NONE, life->staff[person->caseworker].id });
    person->is_ill = true;
    life_plan(life, (int)(is_leave ? life_between(life, 98, 150) : life_between(life, 3, 16)), 9, HAPPENS_WELL, person);
    if (!is_leave && life_of(life, 40))
        life_plan(life, (int)life_between(life, 60, 200), 8, HAPPENS_ILL, person);
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
