/* SPDX-License-Identifier: MIT
 * plan.c: words, goals and agreement, with their events. Reviews are in review.c, the rules of what may
 * be agreed and what a review leads to in rules.c, pages in pages.c. */
#include "plan/private.h"

#include "base/text.h"

static void (*on_change)(struct db *db, struct citizen_id citizen); /* Set once at start. */

void plan_on_change(void (*call)(struct db *db, struct citizen_id citizen))
{
    on_change = call;
}

int64_t plan_note(struct db *db, struct citizen_id citizen, enum event_kind kind, struct subject subject,
                  const char *decision)
{
    return journal_append(db, &(struct event_draft){
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

/* A change after the agreement makes the agreement a draft again, and the contract outdated by its rule. */
static void plan_has_changed(struct db *db, struct citizen_id citizen)
{
    struct plan_row plan;

    if (!plan_load(db, citizen, &plan) || !text_is(plan.state, "agreed"))
        return;
    plan_put(db, citizen, "changed", plan.agreed_day, plan.before_day, plan.agreed_without);
    plan_note(db, citizen, EVENT_PLAN_CHANGED, of_citizen(citizen), NULL);
    if (on_change != NULL)
        on_change(db, citizen);
}

static const char *or_else(const char *text, const char *otherwise)
{
    return text == NULL ? otherwise : text;
}

struct own_words_id plan_say(struct db *db, struct citizen_id citizen, const struct own_words_insert_in *words)
{
    struct own_words_insert_in said = *words;

    said.citizen = citizen;
    said.topic = or_else(words->topic, own_topic_codes[OWN_WANT]);
    said.words_foreign = or_else(words->words_foreign, "");
    said.language = or_else(words->language, "da");
    said.translated_by = or_else(words->translated_by, "");
    said.written_at = db_now(db);
    said.author = (struct staff_id){ db_actor(db).id };
    said.said_event = plan_note(db, citizen, EVENT_WISH_EXPRESSED, of_citizen(citizen), NULL);
    return own_words_insert(db, &said);
}

bool plan_unsay(struct db *db, const struct own_words_row *words)
{
    if (own_words_delete(db, words->id, words->citizen, (struct staff_id){ db_actor(db).id }) == 0)
        return false;
    if (words->said_event != 0)
        journal_void(db, words->said_event);
    return true;
}

struct goal_id plan_add_goal(struct db *db, const struct goal_insert_in *goal)
{
    struct goal_id id = goal_insert(db, goal);

    plan_note(db, goal->citizen, EVENT_GOAL_SET, (struct subject){ SUBJECT_GOAL, id.n }, NULL);
    plan_has_changed(db, goal->citizen);
    return id;
}

struct goal_update_in goal_as_is(const struct goal_row *goal)
{
    return (struct goal_update_in){
        .id = goal->id,
        .citizen = goal->citizen,
        .words = goal->words,
        .proposed_by = goal->proposed_by,
        .activity = goal->activity,
        .progress = goal->progress,
        .review_day = goal->review_day,
        .state = goal->state,
        .reached_day = goal->reached_day,
        .version = goal->version,
    };
}

/* What the citizen agreed to: words, activity and which goals there are; not how far she is. */
static bool is_another_plan(const struct goal_row *before, const struct goal_update_in *after)
{
    bool was_dropped = text_is(before->state, "dropped"), is_dropped = text_is(after->state, "dropped");

    return !text_is(before->words, after->words) || !text_is(before->activity, after->activity)
           || was_dropped != is_dropped;
}

bool plan_edit_goal(struct db *db, const struct goal_row *before, const struct goal_update_in *after)
{
    if (goal_update(db, after) == 0)
        return false;
    if (is_another_plan(before, after))
        plan_has_changed(db, before->citizen);
    return true;
}

void plan_move_goal(struct db *db, const struct goal_row *goal, bool is_up)
{
    struct goal_row_list goals = goal_of_citizen(db, goal->citizen);
    const struct goal_row *neighbour = NULL;
    bool is_past = false;

    for (size_t i = 0; i < goals.count; i++) {
        const struct goal_row *other = &goals.at[i];
        if (other->id.n == goal->id.n) {
            is_past = true;
            if (is_up)
                break;
        } else if (other->parent.n == goal->parent.n && is_past != is_up) {
            neighbour = other;
            if (is_past)
                break;
        }
    }
    if (neighbour == NULL)
        return;
    goal_set_place(db, neighbour->place, goal->id, goal->citizen);
    goal_set_place(db, goal->place, neighbour->id, goal->citizen);
}

void plan_agree(struct db *db, struct citizen_id citizen, const char *reason_without)
{
    struct plan_row before;
    day before_day = plan_load(db, citizen, &before) ? before.agreed_day : DAY_NONE;

    plan_put(db, citizen, "agreed", db_today(db), before_day, reason_without);
    plan_note(db, citizen, EVENT_PLAN_AGREED, of_citizen(citizen), NULL);
}

void plan_undo_agree(struct db *db, struct citizen_id citizen)
{
    struct plan_row plan;
    int64_t agreed = journal_find(db, (struct stream){ STREAM_CITIZEN, citizen.n }, EVENT_PLAN_AGREED, NULL);

    if (!plan_load(db, citizen, &plan) || !text_is(plan.state, "agreed"))
        return;
    plan_put(db, citizen, plan.before_day == DAY_NONE ? "draft" : "changed", plan.before_day, DAY_NONE, "");
    if (agreed != 0)
        journal_void(db, agreed);
}
