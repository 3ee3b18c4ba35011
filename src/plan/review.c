/* SPDX-License-Identifier: MIT
 * review.c: a sub-goal followed up: what was decided, what comes of it, and the way back. */
#include "plan/private.h"

#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "task/task.h"

static struct goal_update_in goal_after(const struct goal_row *goal, const struct goal_reviewed *review,
                                        const struct review_outcome *outcome)
{
    struct goal_update_in after = goal_as_is(goal);

    if (review->progress != NULL)
        after.progress = review->progress;
    after.state = outcome->state;
    after.review_day = outcome->review_day;
    after.reached_day = outcome->reached_day;
    return after;
}

/* The next step: a win, a task for the reviewer, or nothing. */
static void follow(struct db *db, const struct goal_row *goal, const struct review_outcome *outcome,
                   struct goal_review_insert_in *row)
{
    if (outcome->is_win) {
        row->reached_event =
            plan_note(db, goal->citizen, EVENT_GOAL_REACHED, (struct subject){ SUBJECT_GOAL, goal->id.n }, NULL);
        row->win = casefile_add_win(db, goal->citizen, goal->words, false);
    }
    if (outcome->task != NULL)
        row->task = task_create(db, goal->citizen, citizen_unit(db, goal->citizen), row->author,
                                arena_format(db_arena(db), "%s: %s", outcome->task, goal->words), DAY_NONE);
}

struct goal_review_id plan_review_goal(struct db *db, const struct goal_row *goal, const struct goal_reviewed *review)
{
    const char *decision = review_decision_codes[review->decision];
    struct review_outcome outcome = plan_after_review(review->decision, db_today(db), review->next);
    struct goal_update_in after = goal_after(goal, review, &outcome);

    if (goal_update(db, &after) == 0)
        return (struct goal_review_id){ 0 };

    struct goal_review_insert_in row = {
        .goal = goal->id,
        .citizen = goal->citizen,
        .day = db_today(db),
        .decision = decision,
        .note = review->note,
        .author = { db_actor(db).id },
        .before_day = goal->review_day,
        .reviewed_event = plan_note(db, goal->citizen, EVENT_GOAL_REVIEWED,
                                    (struct subject){ SUBJECT_GOAL, goal->id.n }, decision),
    };
    follow(db, goal, &outcome, &row);
    return goal_review_insert(db, &row);
}

static const struct goal_review_row *newest_of(const struct goal_review_row_list *reviews, struct goal_id goal)
{
    for (size_t i = 0; i < reviews->count; i++)
        if (reviews->at[i].goal.n == goal.n)
            return &reviews->at[i];
    return NULL;
}

bool plan_undo_review(struct db *db, const struct goal_row *goal, struct goal_review_id review)
{
    struct goal_review_row_list reviews = goal_reviews(db, goal->citizen);
    const struct goal_review_row *newest = newest_of(&reviews, goal->id);
    struct staff_id me = { db_actor(db).id };
    struct goal_update_in before = goal_as_is(goal);

    if (newest == NULL || newest->id.n != review.n || goal_review_delete(db, review, goal->citizen, me) == 0)
        return false;
    before.state = "open";
    before.review_day = newest->before_day;
    before.reached_day = DAY_NONE;
    goal_update(db, &before);
    if (newest->win.n != 0)
        casefile_undo_win(db, goal->citizen, newest->win);
    if (newest->task.n != 0)
        task_delete(db, newest->task, me);
    if (newest->reached_event != 0)
        journal_void(db, newest->reached_event);
    journal_void(db, newest->reviewed_event);
    return true;
}
