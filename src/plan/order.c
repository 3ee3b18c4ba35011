/* SPDX-License-Identifier: MIT
 * order.c: goals moved up and down, taken out of the plan and set in again. */
#include "plan/pages.h"

#include "base/text.h"

static struct reply move(struct request *r, bool is_up)
{
    struct plan_of of;
    struct goal_row goal;

    if (!plan_open_goal(r, "", &of, &goal))
        return reply_not_found(r);
    plan_move_goal(r->db, &goal, is_up);
    request_tell(r, say(r->language, "Rækkefølgen er ændret."), arena_format(r->arena, "%s/%s", of.path, is_up ? "ned" : "op"));
    return plan_back(r, &of);
}

struct reply goal_up_post(struct request *r)
{
    return move(r, true);
}

struct reply goal_down_post(struct request *r)
{
    return move(r, false);
}

/* From one state to the other, when it is there; what is reached stays. */
static struct reply set_state(struct request *r, const char *from, const char *to, const char *message, const char *undo)
{
    struct plan_of of;
    struct goal_row goal;

    if (!plan_open_goal(r, "", &of, &goal) || !text_is(goal.state, from))
        return reply_not_found(r);
    struct goal_update_in after = goal_as_is(&goal);
    after.state = to;
    plan_edit_goal(r->db, &goal, &after);
    request_tell(r, say_with(r->arena, r->language, message, goal.words, NULL),
                 arena_format(r->arena, "%s/%s", of.path, undo));
    return plan_back(r, &of);
}

struct reply goal_drop_post(struct request *r)
{
    return set_state(r, "open", "dropped", SAY("Taget ud af planen: {1}"), "saet-ind");
}

struct reply goal_restore_post(struct request *r)
{
    return set_state(r, "dropped", "open", SAY("I planen igen: {1}"), "tag-ud");
}
