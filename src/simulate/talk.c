/* SPDX-License-Identifier: MIT
 * talk.c: what is said between people: own words, goals and their reviews, the contract, notes, wins; and
 * illness, in which all clocks stand. */
#include "casefile/casefile.h"
#include "document/document.h"
#include "plan/plan.h"
#include "simulate/town.h"
#include "staff/staff.h"

enum { REVIEW_DAYS = 62, ILL_PERCENT = 4, CHANGE_PERCENT = 10 };

void act_say(struct town *town, struct person *person, const struct act *act)
{
    plan_say(town->db, person->id, &(struct own_words_insert_in){
        .words = words_pick(&person->chance, own_words), .words_foreign = "", .language = "da",
        .translated_by = town->staff[person->team[MEDIATOR]].id.n != 0 ? "tolk" : "" });
    town_plan(town, chance_between(&person->chance, 3, 8), ACT_GOALS, act->who, 0);
}

/* The goal is the citizen's; two steps on the way to it. Then the contract. */
void act_goals(struct town *town, struct person *person, const struct act *act)
{
    struct goal_id goal = plan_add_goal(town->db, &(struct goal_insert_in){
        .citizen = person->id, .words = person->trade->goal, .proposed_by = "citizen", .activity = "",
        .review_day = DAY_NONE });

    for (int i = 0; i < 2; i++)
        plan_add_goal(town->db, &(struct goal_insert_in){
            .citizen = person->id, .parent = goal, .words = words_pick(&person->chance, subgoals),
            .proposed_by = i == 0 ? "citizen" : "staff", .activity = "praktik",
            .review_day = day_add_months(town->today, 3) });
    plan_agree(town->db, person->id, "");
    town_plan(town, chance_between(&person->chance, 1, 6), ACT_CONTRACT, act->who, 0);
    town_plan_due(town, REVIEW_DAYS - chance_between(&person->chance, 0, 6), ACT_REVIEW, act->who, 0);
}

void act_contract(struct town *town, struct person *person, const struct act *act)
{
    struct document_id contract = document_make(town->db, &(struct document_order){
        .citizen = person->id, .scheme = town->scheme->id.text, .code = "kontrakt", .language = "da", .variant = "" });

    (void)act;
    document_sign(town->db, contract, "citizen", person->name);
    document_sign(town->db, contract, "caseworker", staff_name(town->db, town->staff[town->worker].id));
}

/* The next open sub-goal. A change of plan outdates the contract, and a new one is signed. */
void act_review(struct town *town, struct person *person, const struct act *act)
{
    struct goal_row_list goals = goal_of_citizen(town->db, person->id);
    int dice = chance_between(&person->chance, 1, 100);
    enum review_decision decision = dice <= 45 ? REVIEW_REACHED : dice <= 80 ? REVIEW_GO_ON : dice <= 92 ? REVIEW_ADJUST : REVIEW_CHANGE;

    for (size_t i = 0; i < goals.count; i++) {
        if (goals.at[i].parent.n == 0 || goals.at[i].reached_day != DAY_NONE)
            continue;
        plan_review_goal(town->db, &goals.at[i], decision, words_pick(&person->chance, notes));
        break;
    }
    if (chance_is(&person->chance, CHANGE_PERCENT)) {
        plan_add_goal(town->db, &(struct goal_insert_in){
            .citizen = person->id, .words = words_pick(&person->chance, subgoals), .proposed_by = "citizen",
            .activity = "", .review_day = DAY_NONE });
        plan_agree(town->db, person->id, "");
        town_plan_due(town, chance_between(&person->chance, 2, 8), ACT_CONTRACT, act->who, 0);
    }
    town_plan_due(town, REVIEW_DAYS - chance_between(&person->chance, 0, 6), ACT_REVIEW, act->who, 0);
}

/* Also the month's chance of falling ill. */
void act_note(struct town *town, struct person *person, const struct act *act)
{
    casefile_add_note(town->db, person->id, words_pick(&person->chance, notes), false);
    if (chance_is(&person->chance, ILL_PERCENT))
        town_plan(town, chance_between(&person->chance, 1, 15), ACT_ILL, act->who, 0);
    town_plan(town, chance_between(&person->chance, 15, 35), ACT_NOTE, act->who, 0);
}

void act_win(struct town *town, struct person *person, const struct act *act)
{
    bool is_own = chance_is(&person->chance, 40);

    (void)act;
    casefile_add_win(town->db, person->id, words_pick(&person->chance, is_own ? own_wins : wins), is_own);
}

void act_ill(struct town *town, struct person *person, const struct act *act)
{
    struct suspension_id id = casefile_suspend(town->db, &(struct suspension_insert_in){
        .citizen = person->id, .reason = "sygdom", .note = "", .from_day = town->today, .to_day = DAY_NONE,
        .approved_by = { db_actor(town->db).id } });

    person->ill_until = town->today + chance_between(&person->chance, 5, 20);
    town_plan_on(town, person->ill_until, ACT_WELL, act->who, id.n);
}

void act_well(struct town *town, struct person *person, const struct act *act)
{
    struct suspension_row_list all = suspension_of_citizen(town->db, person->id);

    for (size_t i = 0; i < all.count; i++)
        if (all.at[i].id.n == act->number)
            casefile_resume(town->db, &all.at[i], town->today);
    person->ill_until = DAY_NONE;
}
