/* SPDX-License-Identifier: MIT
 * plan.h: the citizen's own words, goals and sub-goals, their review, and the plan as agreed. The
 * contract made of it is a document; it becomes outdated when the plan changes. */
#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include "citizen/holding.h"
#include "db/db.h"
#include "plan_sql.h"

/* What a review of a sub-goal decides (seed 004:53): reached? do the activities work? adjust the content?
 * another activity? Each gives its own next step. */
enum review_decision { REVIEW_REACHED, REVIEW_GO_ON, REVIEW_ADJUST, REVIEW_CHANGE, REVIEW_DECISION_COUNT };
extern const char *const review_decision_codes[REVIEW_DECISION_COUNT + 1]; /* As stored; NULL last. */

/* Why a plan cannot be agreed yet. */
enum plan_why { PLAN_FINE, PLAN_WITHOUT_OWN_WORDS, PLAN_WITHOUT_GOALS, PLAN_WHY_COUNT };

/* Pure: a plan needs the citizen's own words and a goal (S14), or a written reason why not. */
enum plan_why plan_may_agree(const char *own_words, size_t goal_count, const char *reason_without);

/* Words said now by the citizen, written down by the actor; event wish.expressed. */
struct own_words_id plan_say(struct db *db, struct citizen_id citizen, const struct own_words_insert_in *words);

/* A new goal; event goal.set, and plan.changed when the plan was agreed. */
struct goal_id plan_add_goal(struct db *db, const struct goal_insert_in *goal);

/* Changed words, activity or review day; false when somebody has changed it since. */
bool plan_edit_goal(struct db *db, const struct goal_row *before, const struct goal_update_in *after);

/* The review and what follows: reached closes the sub-goal and adds a win; adjust and change make a task
 * for the reviewer; go on moves the review day three months (default). Events goal.reviewed, goal.reached. */
bool plan_review_goal(struct db *db, const struct goal_row *goal, enum review_decision decision, const char *note);

/* Agreed with the citizen today; event plan.agreed. `reason_without` may be "". */
void plan_agree(struct db *db, struct citizen_id citizen, const char *reason_without);

/* For features.c: what is told and erased on a citizen's request. */
extern const struct holding plan_holding;

/* Told once at start by those for whom a changed plan matters (the contract becomes outdated): called after
 * plan.changed was written, in the same transaction. */
void plan_on_change(void (*call)(struct db *db, struct citizen_id citizen));

#endif
