/* SPDX-License-Identifier: MIT
 * rules.c: what the seeds say of plans. Pure. Cases: rules.cases. */
#include "plan/plan.h"

#include "base/text.h"

const char *const review_decision_codes[REVIEW_DECISION_COUNT + 1] = { "reached", "go_on", "adjust", "change", NULL };

enum plan_why plan_may_agree(const char *own_words, size_t goal_count, const char *reason_without)
{
    if (!text_is_blank(reason_without))
        return PLAN_FINE;
    if (text_is_blank(own_words))
        return PLAN_WITHOUT_OWN_WORDS;
    return goal_count == 0 ? PLAN_WITHOUT_GOALS : PLAN_FINE;
}
