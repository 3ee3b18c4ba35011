/* SPDX-License-Identifier: MIT
 * rules.c: what the seeds say of plans. Pure. Cases: rules.cases. */
#include "plan/plan.h"

#include "base/text.h"

enum { REVIEW_MONTHS = 3 }; /* R111: the seed names no interval; ours, editable at each review. */

const char *const own_topic_codes[OWN_TOPIC_COUNT + 1] = { "can", "want", "dream", "good", NULL };
const char *const review_decision_codes[REVIEW_DECISION_COUNT + 1] = { "reached", "go_on", "adjust", "change", NULL };

enum plan_why plan_may_agree(const char *own_words, size_t goal_count, const char *reason_without)
{
    if (!text_is_blank(reason_without))
        return PLAN_FINE;
    if (own_words == NULL || text_is_blank(own_words))
        return PLAN_WITHOUT_OWN_WORDS;
    return goal_count == 0 ? PLAN_WITHOUT_GOALS : PLAN_FINE;
}

/* What the reviewer does next; NULL when the decision asks for nothing. */
static const char *const tasks[REVIEW_DECISION_COUNT] = {
    [REVIEW_ADJUST] = "Justér indholdet",
    [REVIEW_CHANGE] = "Find en anden aktivitet",
};

struct review_outcome plan_after_review(enum review_decision decision, day today, day next)
{
    if (decision == REVIEW_REACHED)
        return (struct review_outcome){ "reached", DAY_NONE, today, true, NULL };
    if (next == DAY_NONE || next <= today)
        next = day_add_months(today, REVIEW_MONTHS);
    return (struct review_outcome){ "open", next, DAY_NONE, false, tasks[decision] };
}
