/* SPDX-License-Identifier: MIT
 * plan.c: words, goals, reviews and agreement, with their events. The rules of what may be agreed are in
 * rules.c, pages in pages.c. */
#include "plan/plan.h"

#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "engine/journal.h"
#include "task/task.h"

enum { REVIEW_MONTHS = 3 }; /* R111: the seed names no interval; ours, editable on each goal. */

static void note(struct db *db, struct citizen_id citizen, enum event_kind kind, struct subject subject,
                 const char *decision)
{
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n },
        .kind = kind,
        .subject = subject,
        .at = db_now(db),
        .fields = { { "decision", decision } },
    });
}

static struct subject of_citizen(struct citizen_id citizen)
{
    return (struct subject){ SUBJECT_CITIZEN, citizen.n };
}

/* Set once at start. */
static void (*on_change)(struct db *db, struct citizen_id citizen);

void plan_on_change(void (*call)(struct db *db, struct citizen_id citizen))
{
    on_change = call;
}

/* A change after the agreement makes the agreement a draft again, and the contract outdated by its rule. */
static void plan_has_changed(struct db *db, struct citizen_id citizen)
{
    struct plan_row plan;

    if (!plan_load(db, citizen, &plan) || !text_is(plan.state, "agreed"))
        return;
    plan_put(db, citizen, "changed", plan.agreed_day, plan.agreed_without);
    note(db, citizen, EVENT_PLAN_CHANGED, of_citizen(citizen), NULL);
    if (on_change != NULL)
        on_change(db, citizen);
}

struct own_words_id plan_say(struct db *db, struct citizen_id citizen, const struct own_words_insert_in *words)
{
    struct own_words_insert_in said = *words;

    said.citizen = citizen;
    said.written_at = db_now(db);
    said.author = (struct staff_id){ db_actor(db).id };
    struct own_words_id id = own_words_insert(db, &said);
    note(db, citizen, EVENT_WISH_EXPRESSED, of_citizen(citizen), NULL);
    return id;
}

struct goal_id plan_add_goal(struct db *db, const struct goal_insert_in *goal)
{
    struct goal_id id = goal_insert(db, goal);

    note(db, goal->citizen, EVENT_GOAL_SET, (struct subject){ SUBJECT_GOAL, id.n }, NULL);
    plan_has_changed(db, goal->citizen);
    return id;
}

bool plan_edit_goal(struct db *db, const struct goal_row *before, const struct goal_update_in *after)
{
    if (goal_update(db, after) == 0)
        return false;
    if (!text_is(before->words, after->words) || !text_is(before->activity, after->activity))
        plan_has_changed(db, before->citizen);
    return true;
}

/* The sub-goal after a decision: reached is closed today, the others are looked at again in three months. */
static struct goal_update_in after_review(const struct goal_row *goal, enum review_decision decision, day today)
{
    bool is_reached = decision == REVIEW_REACHED;

    return (struct goal_update_in){
        .id = goal->id,
        .citizen = goal->citizen,
        .words = goal->words,
        .activity = goal->activity,
        .progress = goal->progress,
        .state = is_reached ? "reached" : "open",
        .review_day = is_reached ? DAY_NONE : day_add_months(today, REVIEW_MONTHS),
        .reached_day = is_reached ? today : DAY_NONE,
        .version = goal->version,
    };
}

/* What the reviewer does next; NULL when the decision asks for nothing. */
static const char *next_task(enum review_decision decision)
{
    static const char *const tasks[REVIEW_DECISION_COUNT] = {
        [REVIEW_ADJUST] = "Justér indholdet: ",
        [REVIEW_CHANGE] = "Find en anden aktivitet: ",
    };

    return tasks[decision];
}

bool plan_review_goal(struct db *db, const struct goal_row *goal, enum review_decision decision, const char *note_text)
{
    struct staff_id author = { db_actor(db).id };
    struct goal_update_in after = after_review(goal, decision, db_today(db));
    const char *task = next_task(decision);
    struct subject subject = { SUBJECT_GOAL, goal->id.n };

    if (goal_update(db, &after) == 0)
        return false;
    goal_review_insert(db, &(struct goal_review_insert_in){ goal->id, goal->citizen, db_today(db),
                                                            review_decision_codes[decision], note_text, author });
    note(db, goal->citizen, EVENT_GOAL_REVIEWED, subject, review_decision_codes[decision]);
    if (decision == REVIEW_REACHED) {
        note(db, goal->citizen, EVENT_GOAL_REACHED, subject, NULL);
        casefile_add_win(db, goal->citizen, goal->words, false);
    }
    if (task != NULL)
        task_create(db, goal->citizen, citizen_unit(db, goal->citizen), author,
                    arena_format(db_arena(db), "%s%s", task, goal->words), DAY_NONE);
    return true;
}

void plan_agree(struct db *db, struct citizen_id citizen, const char *reason_without)
{
    plan_put(db, citizen, "agreed", db_today(db), reason_without);
    note(db, citizen, EVENT_PLAN_AGREED, of_citizen(citizen), NULL);
}
