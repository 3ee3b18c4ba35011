/* SPDX-License-Identifier: MIT
 * lawful.c: the arithmetic of the checks in law/placements.yaml. Examples are in rules.cases. */
#include "placement/lawful.h"

#include "base/check.h"
#include "base/text.h"
#include "law/workday.h"

enum { WEEK_FULL = 3700, HUNDREDTHS = 100, THOUSANDTHS = 1000, MONTHS_A_YEAR = 12, USES_MAX = 4 };

#define FACT_CODE(identifier, code) code,
const char *const lawful_fact_codes[LAWFUL_FACT_COUNT] = { LAWFUL_FACTS(FACT_CODE) };
const char *const lawful_verdict_words[LAWFUL_VERDICT_COUNT] = { "pass", "fail", "not_known", "told" };
const char *const lawful_why_words[LAWFUL_WHY_COUNT] = {
    "fine", "over", "under", "closed", "missing", "no_number", "old_fine", "old_over", "old_under",
};

/* The numbers a check uses, on the placement's first day. */
struct numbers {
    const struct law_value *values[USES_MAX];
    int64_t at[USES_MAX]; /* Whole. */
    bool is_old, is_test, is_missing, is_closed;
    const char *source;
};

static struct numbers numbers_of(const struct law *law, const struct law_check *check, day on)
{
    struct numbers numbers = { .is_old = check->mark == LAW_VERIFIED_OLD };

    check(check->uses.count <= USES_MAX);
    for (size_t i = 0; i < check->uses.count; i++) {
        const struct law_version *version = law_value_on(law, check->uses.at[i], on);
        numbers.values[i] = law_value_find(law, check->uses.at[i]);
        numbers.is_closed = numbers.is_closed || version == NULL;
        if (version == NULL || version->value == LAW_VALUE_NONE) {
            numbers.is_missing = true;
            continue;
        }
        numbers.at[i] = version->value / THOUSANDTHS;
        numbers.is_old = numbers.is_old || !law_value_may_compute(version);
        numbers.is_test = numbers.is_test || version->is_test;
        if (numbers.source == NULL)
            numbers.source = version->source;
    }
    return numbers;
}

static struct lawful_answer answer(enum lawful_verdict verdict, enum lawful_why why)
{
    return (struct lawful_answer){ .verdict = verdict, .why = why, .first = DAY_NONE, .last = DAY_NONE };
}

static struct lawful_answer missing(enum lawful_fact fact)
{
    struct lawful_answer told = answer(LAWFUL_NOT_KNOWN, LAWFUL_MISSING);

    told.missing = fact;
    return told;
}

/* Yes when all is fine, else no: an old number turns both into "not known" later (judged). */
static struct lawful_answer plain(bool is_fine, enum lawful_why otherwise)
{
    return answer(is_fine ? LAWFUL_PASS : LAWFUL_FAIL, is_fine ? LAWFUL_FINE : otherwise);
}

/* The last day of a stay of so many weeks or months. */
static day last_day(day from, enum law_unit unit, int64_t length)
{
    if (unit == LAW_WEEKS)
        return from + (day)length * 7 - 1;
    check(unit == LAW_MONTHS);
    return day_add_months(from, (int)length) - 1;
}

/* a: the most; last: the last day allowed. */
static struct lawful_answer length(const struct lawful_facts *facts, const struct numbers *numbers)
{
    day last = last_day(facts->from, numbers->values[0]->unit, numbers->at[0]);
    struct lawful_answer told = facts->to == DAY_NONE ? missing(LAWFUL_FACT_TO) : plain(facts->to <= last, LAWFUL_OVER);

    told.a = numbers->at[0];
    told.last = last;
    return told;
}

/* a: days before, b: of this one, c: days allowed, d: months allowed. */
static struct lawful_answer total(const struct lawful_facts *facts, const struct numbers *numbers)
{
    if (facts->to == DAY_NONE)
        return missing(LAWFUL_FACT_TO);
    int64_t days = facts->to - facts->from + 1;
    int64_t allowed = day_add_months(facts->from, (int)numbers->at[0]) - facts->from;
    struct lawful_answer told = plain(facts->training_days + days <= allowed, LAWFUL_OVER);

    told.a = facts->training_days;
    told.b = days;
    told.c = allowed;
    told.d = numbers->at[0];
    return told;
}

int64_t lawful_ratio(int64_t employees, int64_t small, int64_t large, int64_t boundary)
{
    int64_t below = employees < boundary ? employees : boundary;
    int64_t allowed = below / small + (employees - below) / large;

    return allowed < 1 ? 1 : allowed;
}

int64_t lawful_full_time(int64_t hours)
{
    return (hours * HUNDREDTHS + WEEK_FULL / 2) / WEEK_FULL;
}

static int64_t sum_of(const int64_t *counts, size_t count)
{
    int64_t sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += counts[i];
    return sum;
}

/* a: ordinary employees, b: others supported, c: this one (hundredths of full time); d: allowed. The average is
 * of the months that are known, up to as many as the law names. */
static struct lawful_answer ratio(const struct lawful_facts *facts, const struct numbers *numbers)
{
    size_t wanted = (size_t)numbers->at[3], count = facts->month_count < wanted ? facts->month_count : wanted;

    if (count == 0)
        return missing(LAWFUL_FACT_EMPLOYEES);
    int64_t employees = sum_of(facts->months, count) / (int64_t)count, this_one = lawful_full_time(facts->hours);
    int64_t allowed = lawful_ratio(employees / HUNDREDTHS, numbers->at[0], numbers->at[1], numbers->at[2]);
    struct lawful_answer told = plain(facts->supported + this_one <= allowed * HUNDREDTHS, LAWFUL_OVER);

    told.a = employees;
    told.b = facts->supported;
    told.c = this_one;
    told.d = allowed;
    return told;
}

/* a: last month, b: the average (hundredths), c: months. */
static struct lawful_answer extra(const struct lawful_facts *facts, const struct numbers *numbers)
{
    int64_t months = numbers->at[0];

    if ((int64_t)facts->month_count_cvr < months)
        return missing(LAWFUL_FACT_EMPLOYEES_CVR);
    int64_t sum = sum_of(facts->months_cvr, (size_t)months);
    struct lawful_answer told = plain(facts->months_cvr[0] * months >= sum, LAWFUL_UNDER);

    told.a = facts->months_cvr[0];
    told.b = (sum + months / 2) / months;
    told.c = months;
    return told;
}

/* first: since when, last: the first day it is long enough; a: months. */
static struct lawful_answer unemployed(const struct lawful_facts *facts, const struct numbers *numbers)
{
    if (facts->unemployed == DAY_NONE)
        return missing(LAWFUL_FACT_UNEMPLOYED);
    day enough = day_add_months(facts->unemployed, (int)numbers->at[0]);
    struct lawful_answer told = plain(facts->from >= enough, LAWFUL_UNDER);

    told.a = numbers->at[0];
    told.first = facts->unemployed;
    told.last = enough;
    return told;
}

/* first: the 18th birthday, last: the day before the 50th; a, b: the two ages. */
static struct lawful_answer age(const struct lawful_facts *facts, const struct numbers *numbers)
{
    if (facts->born == DAY_NONE)
        return missing(LAWFUL_FACT_BORN);
    day first = day_add_months(facts->born, (int)numbers->at[0] * MONTHS_A_YEAR);
    day last = day_add_months(facts->born, (int)numbers->at[1] * MONTHS_A_YEAR) - 1;
    struct lawful_answer told = plain(facts->from >= first && facts->from <= last,
                                      facts->from < first ? LAWFUL_UNDER : LAWFUL_OVER);

    told.a = numbers->at[0];
    told.b = numbers->at[1];
    told.first = first;
    told.last = last;
    return told;
}

/* "Up to 20 years": the anniversary itself still counts. first: registered, last: the anniversary; a: years. */
static struct lawful_answer residence(const struct lawful_facts *facts, const struct numbers *numbers)
{
    if (facts->registered == DAY_NONE)
        return missing(LAWFUL_FACT_REGISTERED);
    day last = day_add_months(facts->registered, (int)numbers->at[0] * MONTHS_A_YEAR);
    struct lawful_answer told = plain(facts->from <= last, LAWFUL_OVER);

    told.a = numbers->at[0];
    told.first = facts->registered;
    told.last = last;
    return told;
}

/* first: her last day there (none: never), last: from when it is long enough ago; a: years. */
static struct lawful_answer employed(const struct lawful_facts *facts, const struct numbers *numbers)
{
    if (!facts->is_employed_known)
        return missing(LAWFUL_FACT_EMPLOYED);
    if (facts->employed == DAY_NONE)
        return plain(true, LAWFUL_FINE);
    day enough = day_add_months(facts->employed, (int)numbers->at[0] * MONTHS_A_YEAR);
    struct lawful_answer told = plain(facts->from > enough, LAWFUL_UNDER);

    told.a = numbers->at[0];
    told.first = facts->employed;
    told.last = enough;
    return told;
}

/* A whole course ends on its last day, or on the working day before. a: months, last: that day. */
static struct lawful_answer whole(const struct lawful_facts *facts, const struct numbers *numbers)
{
    day last = last_day(facts->from, numbers->values[0]->unit, numbers->at[0]);
    struct lawful_answer told = missing(LAWFUL_FACT_TO);

    if (facts->to != DAY_NONE)
        told = plain(facts->to >= workday_previous(NULL, last) && facts->to <= last,
                     facts->to > last ? LAWFUL_OVER : LAWFUL_UNDER);
    told.a = numbers->at[0];
    told.last = last;
    return told;
}

/* a: hours (hundredths), b: at least. */
static struct lawful_answer hours(const struct lawful_facts *facts, const struct numbers *numbers)
{
    struct lawful_answer told = plain(facts->hours >= numbers->at[0] * HUNDREDTHS, LAWFUL_UNDER);

    told.a = facts->hours;
    told.b = numbers->at[0];
    return told;
}

/* a: planned, b: wanted, c: hours a week, d: hours in all. */
static struct lawful_answer school(const struct lawful_facts *facts, const struct numbers *numbers)
{
    struct lawful_answer told = facts->school_weeks < 0 ? missing(LAWFUL_FACT_SCHOOL)
                                                        : plain(facts->school_weeks >= numbers->at[0], LAWFUL_UNDER);

    told.a = facts->school_weeks;
    told.b = numbers->at[0];
    told.c = numbers->at[1];
    told.d = numbers->at[0] * numbers->at[1];
    return told;
}

/* Nothing to pass: a: kroner each time, first and last: when they can be asked for. */
static struct lawful_answer bonus(const struct lawful_facts *facts, const struct numbers *numbers)
{
    struct lawful_answer told = answer(LAWFUL_TOLD, LAWFUL_FINE);

    told.a = numbers->at[0];
    told.first = day_add_months(facts->from, (int)numbers->at[1]);
    told.last = day_add_months(facts->from, (int)numbers->at[2]);
    return told;
}

/* Something a person says: first: when. */
static struct lawful_answer said(day on, enum lawful_fact fact)
{
    struct lawful_answer told = on == DAY_NONE ? missing(fact) : plain(true, LAWFUL_FINE);

    told.first = on;
    return told;
}

static struct lawful_answer reckon(const struct law_check *check, const struct lawful_facts *facts,
                                   const struct numbers *numbers)
{
    switch (check->asks) {
    case LAW_ASKS_LENGTH:
        return length(facts, numbers);
    case LAW_ASKS_TOTAL:
        return total(facts, numbers);
    case LAW_ASKS_LESSONS:
        return facts->is_times_known ? plain(!facts->is_clashing, LAWFUL_OVER) : missing(LAWFUL_FACT_TIMES);
    case LAW_ASKS_RATIO:
        return ratio(facts, numbers);
    case LAW_ASKS_EXTRA:
        return extra(facts, numbers);
    case LAW_ASKS_UNEMPLOYED:
        return unemployed(facts, numbers);
    case LAW_ASKS_OPEN:
        return plain(true, LAWFUL_FINE);
    case LAW_ASKS_AGE:
        return age(facts, numbers);
    case LAW_ASKS_RESIDENCE:
        return residence(facts, numbers);
    case LAW_ASKS_EMPLOYED:
        return employed(facts, numbers);
    case LAW_ASKS_WHOLE:
        return whole(facts, numbers);
    case LAW_ASKS_HOURS:
        return hours(facts, numbers);
    case LAW_ASKS_SCHOOL:
        return school(facts, numbers);
    case LAW_ASKS_BONUS:
        return bonus(facts, numbers);
    case LAW_ASKS_ASSESSED:
        return said(facts->assessed, LAWFUL_FACT_ASSESSED);
    case LAW_ASKS_COMPANY_SAID:
        return said(facts->company_said, LAWFUL_FACT_COMPANY_SAID);
    case LAW_ASKS_UNION_SAID:
        return said(facts->union_said, LAWFUL_FACT_UNION_SAID);
    case LAW_ASKS_COUNT:
        break;
    }
    check_failed("an arithmetic of the law", __FILE__, __LINE__);
}

/* An old number gives no yes and no no: what it would say stays in the reason. */
static void soften(struct lawful_answer *told)
{
    if (told->why == LAWFUL_FINE)
        told->why = LAWFUL_OLD_FINE;
    else if (told->why == LAWFUL_OVER)
        told->why = LAWFUL_OLD_OVER;
    else if (told->why == LAWFUL_UNDER)
        told->why = LAWFUL_OLD_UNDER;
    told->verdict = LAWFUL_NOT_KNOWN;
}

struct lawful_answer lawful_answer_of(const struct law *law, const struct law_check *check,
                                      const struct lawful_facts *facts)
{
    struct numbers numbers = numbers_of(law, check, facts->from);

    if (check->sectors.count > 0 && text_is_blank(facts->sector))
        return missing(LAWFUL_FACT_SECTOR);
    if (numbers.is_closed && check->asks == LAW_ASKS_OPEN)
        return answer(LAWFUL_FAIL, LAWFUL_CLOSED);
    if (numbers.is_missing)
        return answer(LAWFUL_NOT_KNOWN, LAWFUL_NO_NUMBER);

    struct lawful_answer told = reckon(check, facts, &numbers);
    if (numbers.is_old)
        soften(&told);
    told.is_old = numbers.is_old;
    told.is_test = numbers.is_test;
    told.source = numbers.source;
    return told;
}
