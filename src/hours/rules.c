/* SPDX-License-Identifier: MIT
 * rules.c: the arithmetic of hours a week, of holes and of the target group. Examples are in rules.cases. */
#include "hours/rules.h"

#include "base/check.h"
#include "base/text.h"

enum { THOUSAND = 1000, ALL_PERCENT = 100000 };

const char *const group_verdict_codes[GROUP_VERDICT_COUNT + 1] = { "pass", "fail", "not_known", NULL };
const char *const group_why_codes[GROUP_WHY_COUNT + 1] = {
    "always", "both", "other_benefit", "danish_passed", "few_months", "no_benefit_known", "no_months_known", "no_danish_known", NULL,
};

/* --- Counting. --- */

static int64_t cap_of(const struct hour_count *count)
{
    return count->cap == LAW_VALUE_NONE ? INT64_MAX : count->cap * MINUTES_A_HOUR / THOUSAND;
}

/* One kind: there, excused, planned, in this order under the cap; what was missed is told and counts nowhere. */
static void add_kind(const struct hour_count *count, const int64_t minutes[HOUR_STATE_COUNT], struct hour_answer *answer)
{
    static const enum hour_state order[] = { HOUR_DELIVERED, HOUR_EXCUSED, HOUR_PLANNED };
    int64_t room = count == NULL ? 0 : cap_of(count);

    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        int64_t all = minutes[order[i]];
        int64_t worth = count == NULL ? 0 : all * count->percent / ALL_PERCENT;
        int64_t counts = worth < room ? worth : room;
        room -= counts;
        answer->uncounted += all - counts;
        if (count != NULL && hour_count_is_sure(count))
            answer->counted[order[i]] += counts;
        else
            answer->unsure += counts;
    }
    answer->counted[HOUR_MISSED] += minutes[HOUR_MISSED];
}

struct hour_answer hours_count(const struct hour_rules *rules, const char *set, day on, int64_t required, const struct hour_sums *sums)
{
    struct hour_answer answer = { .required = required };

    for (int kind = 0; kind < HOUR_KIND_COUNT; kind++)
        add_kind(hour_count_on(rules, set, (enum hour_kind)kind, on), sums->at[kind], &answer);
    int64_t sure = answer.counted[HOUR_DELIVERED] + answer.counted[HOUR_EXCUSED] + answer.counted[HOUR_PLANNED];
    answer.missing = required > sure ? required - sure : 0;
    return answer;
}

int64_t hours_room(const struct hour_rules *rules, const char *set, day on, enum hour_kind kind, const struct hour_sums *sums)
{
    const struct hour_count *count = hour_count_on(rules, set, kind, on);
    int64_t used = sums->at[kind][HOUR_DELIVERED] + sums->at[kind][HOUR_EXCUSED] + sums->at[kind][HOUR_PLANNED];

    if (count == NULL || count->percent == 0)
        return 0;
    if (count->cap == LAW_VALUE_NONE)
        return -1;
    int64_t all = cap_of(count) * ALL_PERCENT / count->percent;
    return all > used ? all - used : 0;
}

const struct hour_step *hours_step_on(const struct hour_step *steps, size_t count, day on)
{
    const struct hour_step *newest = NULL;

    for (size_t i = 0; i < count && steps[i].from <= on; i++)
        newest = &steps[i];
    return newest;
}

/* --- Holes. --- */

/* When the next thing on the day begins at or after a minute; `to` when none does. */
static int free_until(int weekday, int at, int to, const struct hour_busy *busy, size_t count)
{
    int until = to;

    for (size_t i = 0; i < count; i++)
        if (busy[i].weekday == weekday && busy[i].to > at && busy[i].from < until)
            until = busy[i].from > at ? busy[i].from : at;
    return until;
}

/* The end of what is going on at a minute; the minute itself when nothing is. */
static int busy_until(int weekday, int at, const struct hour_busy *busy, size_t count)
{
    int until = at;

    for (size_t i = 0; i < count; i++)
        if (busy[i].weekday == weekday && busy[i].from <= at && busy[i].to > until)
            until = busy[i].to;
    return until;
}

size_t hours_holes(const int from[7], const int to[7], const struct hour_busy *busy, size_t count, struct hour_hole holes[HOLES_MAX])
{
    size_t found = 0;

    for (int weekday = 0; weekday < 7; weekday++)
        for (int at = from[weekday]; at < to[weekday] && found < HOLES_MAX;) {
            int until = free_until(weekday, at, to[weekday], busy, count);
            if (until - at >= HOLE_LEAST)
                holes[found++] = (struct hour_hole){ weekday, at, until };
            int next = busy_until(weekday, until, busy, count);
            at = next > at ? next : at + 1;
        }
    return found;
}

/* --- The target group. --- */

static bool is_among(const struct law_words *words, const char *code)
{
    for (size_t i = 0; i < words->count; i++)
        if (text_is(words->at[i], code))
            return true;
    return false;
}

/* Counts a month by what is known of it: any benefit on any day, else whether a row says none. */
static void count_month(const struct group_facts *facts, day first, day last, struct group_answer *answer)
{
    bool is_known = false;

    for (size_t i = 0; i < facts->time_count; i++) {
        const struct benefit_time *time = &facts->times[i];
        if (time->from > last || (time->to != DAY_NONE && time->to < first))
            continue;
        is_known = true;
        if (!text_is(time->benefit, "none")) {
            answer->months_with++;
            return;
        }
    }
    answer->months_without += is_known;
    answer->months_unknown += !is_known;
}

static void count_months(const struct hour_group *group, const struct group_facts *facts, struct group_answer *answer)
{
    struct date asked = date_of(facts->asked_on);
    day month = day_of(asked.year, asked.month, 1);

    answer->months_wanted = (int)(group->months / THOUSAND);
    answer->months_window = (int)(group->window / THOUSAND);
    answer->first = day_add_months(month, -answer->months_window);
    answer->last = month - 1;
    for (int i = 0; i < answer->months_window; i++) {
        day first = day_add_months(answer->first, i);
        count_month(facts, first, day_add_months(first, 1) - 1, answer);
    }
}

static struct group_answer said(struct group_answer answer, enum group_verdict verdict, enum group_why why)
{
    answer.verdict = verdict;
    answer.why = why;
    return answer;
}

struct group_answer hours_group(const struct hour_group *group, const struct group_facts *facts)
{
    struct group_answer answer = { .verdict = GROUP_NOT_KNOWN };

    count_months(group, facts, &answer);
    if (text_is_blank(facts->benefit_now))
        return said(answer, GROUP_NOT_KNOWN, GROUP_NO_BENEFIT_KNOWN);
    if (is_among(&group->always, facts->benefit_now))
        return said(answer, GROUP_PASS, GROUP_ALWAYS);
    if (!is_among(&group->limited, facts->benefit_now))
        return said(answer, GROUP_FAIL, GROUP_OTHER_BENEFIT);
    if (is_among(&group->passed, facts->passed))
        return said(answer, GROUP_FAIL, GROUP_DANISH_PASSED);
    if (answer.months_with + answer.months_unknown < answer.months_wanted)
        return said(answer, GROUP_FAIL, GROUP_FEW_MONTHS);
    if (answer.months_with < answer.months_wanted)
        return said(answer, GROUP_NOT_KNOWN, GROUP_NO_MONTHS_KNOWN);
    if (text_is_blank(facts->passed))
        return said(answer, GROUP_NOT_KNOWN, GROUP_NO_DANISH_KNOWN);
    return said(answer, GROUP_PASS, GROUP_BOTH);
}
