/* SPDX-License-Identifier: MIT
 * rules.c: the arithmetic of paid hours. Examples are in rules.cases. */
#include "selfsupport/rules.h"

enum { WEEKS = 52, MONTHS = 12, HUNDREDTHS = 100, PERCENT_WHOLE = 10000 };

const char *const support_why_words[SUPPORT_WHY_COUNT] = { "found", "above", "never" };

static int64_t rounded(int64_t number, int64_t by)
{
    return (number + by / 2) / by;
}

struct support_month support_at(const struct support_facts *facts, int64_t weekly)
{
    struct support_month month = { .hours = rounded(weekly * WEEKS, MONTHS) };
    int64_t free_hours = month.hours < facts->disregard_hours_max ? month.hours : facts->disregard_hours_max;

    month.wage = rounded(month.hours * facts->wage, HUNDREDTHS);
    month.counted = month.wage - rounded(month.wage * (facts->contribution + facts->pension), PERCENT_WHOLE) -
                    rounded(free_hours * facts->disregard, HUNDREDTHS);
    if (month.counted < 0)
        month.counted = 0;
    month.benefit = facts->benefit > month.counted ? facts->benefit - month.counted : 0;
    month.together = month.wage + month.benefit;
    return month;
}

struct support_answer support_hours(const struct support_facts *facts)
{
    int64_t kept = facts->wage - rounded(facts->wage * (facts->contribution + facts->pension), PERCENT_WHOLE);

    if (kept <= facts->disregard)
        return (struct support_answer){ SUPPORT_NEVER, 0 };
    for (int64_t hours = 0; hours <= SUPPORT_WEEK_FULL; hours++)
        if (support_at(facts, hours).benefit == 0)
            return (struct support_answer){ SUPPORT_FOUND, hours };
    return (struct support_answer){ SUPPORT_ABOVE, 0 };
}
