/* SPDX-License-Identifier: MIT
 * plan.h: the citizen's own words, goals and sub-goals, their review, and the plan as agreed. The
 * contract made of it is a document; it becomes outdated when the plan changes. */
#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include "citizen/holding.h"
#include "db/db.h"
#include "plan_sql.h"

/* What the citizen's own words are about (S14), in the order in which the plan shows them: what she can
 * comes first. As stored in own_words.topic; NULL last. */
enum own_topic { OWN_CAN, OWN_WANT, OWN_DREAM, OWN_GOOD, OWN_TOPIC_COUNT };
extern const char *const own_topic_codes[OWN_TOPIC_COUNT + 1];

/* What a review of a sub-goal decides (seed 004:53): reached? do the activities work? adjust the content?
 * another activity? Each gives its own next step. */
enum review_decision { REVIEW_REACHED, REVIEW_GO_ON, REVIEW_ADJUST, REVIEW_CHANGE, REVIEW_DECISION_COUNT };
extern const char *const review_decision_codes[REVIEW_DECISION_COUNT + 1]; /* As stored; NULL last. */

/* Why a plan cannot be agreed yet. */
enum plan_why { PLAN_FINE, PLAN_WITHOUT_OWN_WORDS, PLAN_WITHOUT_GOALS, PLAN_WHY_COUNT };

/* Pure: a plan needs the citizen's own words of what she wants and a goal (S14), or a written reason why
 * not. `own_words` may be NULL. */
enum plan_why plan_may_agree(const char *own_words, size_t goal_count, const char *reason_without);

/* What a decision leads to. */
struct review_outcome {
    const char *state;      /* Of the sub-goal: "open" or "reached". */
    day review_day;         /* When it is looked at again; DAY_NONE when it is reached. */
    day reached_day;        /* DAY_NONE unless it is. */
    bool is_win;            /* It goes among the citizen's wins. */
    const char *task;       /* What the reviewer does next, in front of the goal's words; NULL for nothing. */
};

/* Pure: reached closes the sub-goal today and is a win; the others are looked at again on `next`, or in
 * three months when `next` is DAY_NONE or not to come; adjust and change make a task. */
struct review_outcome plan_after_review(enum review_decision decision, day today, day next);

/* Words said now by the citizen, written down by the actor; event wish.expressed. Without a topic it is
 * what she wants. */
struct own_words_id plan_say(struct db *db, struct citizen_id citizen, const struct own_words_insert_in *words);

/* Takes back words that the actor wrote down; the event is voided. False when there are none of hers. */
bool plan_unsay(struct db *db, const struct own_words_row *words);

/* A new goal; event goal.set, and plan.changed when the plan was agreed. */
struct goal_id plan_add_goal(struct db *db, const struct goal_insert_in *goal);

/* The goal as it is, to be changed and given to plan_edit_goal. */
struct goal_update_in goal_as_is(const struct goal_row *goal);

/* Changed words, activity, review day or state; plan.changed when what was agreed is another thing now.
 * False, and nothing written, when somebody has changed it since `after->version`. */
bool plan_edit_goal(struct db *db, const struct goal_row *before, const struct goal_update_in *after);

/* Before (or after) its neighbour among its like: goals, or sub-goals of one goal. Nothing at the ends. */
void plan_move_goal(struct db *db, const struct goal_row *goal, bool is_up);

/* A review of one sub-goal as it stands in `goal`. */
struct goal_reviewed {
    enum review_decision decision;
    const char *progress; /* How far she is; NULL: as it was. */
    const char *note;     /* May be "". */
    day next;             /* DAY_NONE: in three months. */
};

/* The review and what follows (plan_after_review). Events goal.reviewed, goal.reached, win.added. n = 0,
 * and nothing written, when somebody has changed the goal since `goal->version`. */
struct goal_review_id plan_review_goal(struct db *db, const struct goal_row *goal, const struct goal_reviewed *review);

/* Undoes the goal's newest review, by the one who made it: goal, win, task and events as before. False
 * when it is another's, or not the newest. */
bool plan_undo_review(struct db *db, const struct goal_row *goal, struct goal_review_id review);

/* Agreed with the citizen today; event plan.agreed. `reason_without` may be "". */
void plan_agree(struct db *db, struct citizen_id citizen, const char *reason_without);

/* The newest agreement never was: draft, or changed when there was one before. */
void plan_undo_agree(struct db *db, struct citizen_id citizen);

/* For features.c: what is told and erased on a citizen's request. */
extern const struct holding plan_holding;

/* Told once at start by those for whom a changed plan matters (the contract becomes outdated): called after
 * plan.changed was written, in the same transaction. */
void plan_on_change(void (*call)(struct db *db, struct citizen_id citizen));

#endif
