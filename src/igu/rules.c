/* SPDX-License-Identifier: MIT
 * rules.c: counting and spreading weeks at school. */
#include "igu/rules.h"

enum { WEEK = 7, FRIDAY_AFTER = 4 };

bool igu_week_is_inside(day from, day to, day monday)
{
    return monday >= from && (to == DAY_NONE || monday + FRIDAY_AFTER <= to);
}

day igu_first_monday(day from)
{
    int weekday = (int)day_weekday(from);

    return weekday == MONDAY ? from : from + WEEK - weekday;
}

struct igu_answer igu_weeks(const struct igu_facts *facts)
{
    struct igu_answer answer = { .first_not_held = DAY_NONE };

    for (size_t i = 0; i < facts->week_count; i++) {
        const struct igu_week_fact *week = &facts->weeks[i];
        if (!igu_week_is_inside(facts->from, facts->to, week->monday)) {
            answer.outside++;
            continue;
        }
        answer.planned++;
        answer.held += week->is_held;
        if (week->is_held || week->monday + FRIDAY_AFTER >= facts->asked_on)
            continue;
        answer.not_held++;
        if (answer.first_not_held == DAY_NONE || week->monday < answer.first_not_held)
            answer.first_not_held = week->monday;
    }
    if (answer.planned < facts->wanted)
        answer.missing = facts->wanted - answer.planned;
    return answer;
}

size_t igu_spread(day from, day to, int64_t wanted, day mondays[IGU_WEEKS_MOST])
{
    day first = igu_first_monday(from);
    int64_t weeks = to < first + FRIDAY_AFTER ? 0 : (to - FRIDAY_AFTER - first) / WEEK + 1;
    int64_t count = wanted < weeks ? wanted : weeks;

    if (count > IGU_WEEKS_MOST)
        count = IGU_WEEKS_MOST;
    for (int64_t i = 0; i < count; i++)
        mondays[i] = first + (day)((2 * i + 1) * weeks / (2 * count)) * WEEK;
    return (size_t)count;
}
