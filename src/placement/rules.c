/* SPDX-License-Identifier: MIT
 * rules.c: the checks of a placement. Examples are in rules.cases; sources are the Hedensted model's. */
#include "placement/rules.h"

#include "base/check.h"
#include "base/text.h"
#include "law/workday.h"

const struct placement_kind_row placement_kinds[PLACEMENT_KIND_COUNT] = {
    [PLACEMENT_COMPANY_PLACEMENT] = { "company_placement", false, true, true, true, "praktik" },
    [PLACEMENT_TRAINING_PLACEMENT] = { "training_placement", false, true, true, false, "praktik" },
    [PLACEMENT_WAGE_SUBSIDY] = { "wage_subsidy", false, false, true, true, "loentilskud" },
    [PLACEMENT_IGU] = { "igu", false, false, true, false, "ordinaert" },
    [PLACEMENT_JOB_SMALL] = { "job_small", true, false, false, false, "ordinaert" },
    [PLACEMENT_JOB_PART] = { "job_part", true, false, false, false, "ordinaert" },
    [PLACEMENT_JOB] = { "job", true, false, false, false, "ordinaert" },
    [PLACEMENT_FLEXI_JOB] = { "flexi_job", true, false, false, false, "ordinaert" },
    [PLACEMENT_VOLUNTEERING] = { "volunteering", false, true, true, false, "" },
};
const char *const placement_kind_codes[PLACEMENT_KIND_COUNT + 1] = {
    "company_placement", "training_placement", "wage_subsidy", "igu", "job_small", "job_part", "job", "flexi_job",
    "volunteering", NULL,
};
const char *const placement_check_codes[PLACEMENT_CHECK_COUNT] = {
    "places", "company", "start", "length", "language", "week", "parties", "mentor", "expectations", "paid",
};
const char *const check_why_names[CHECK_WHY_COUNT] = {
    "fine", "unknown", "full", "pausing", "never", "no_course", "late", "overlaps", "short", "long", "clash", "above",
    "few_parties", "no_mentor", "unanswered", "unpaid", "no_place",
};

enum placement_kind placement_kind_of(const char *code)
{
    int kind = 0;

    while (kind < PLACEMENT_KIND_COUNT && !text_is(placement_kinds[kind].code, code))
        kind++;
    check(kind < PLACEMENT_KIND_COUNT);
    return (enum placement_kind)kind;
}

day placement_first_day(day course_end)
{
    return course_end == DAY_NONE ? DAY_NONE : workday_add(NULL, course_end, 1);
}

day placement_last_day(day from)
{
    return workday_previous(NULL, day_add_months(from, MONTHS_LEAST) - 1);
}

int placement_weeks(day from, day to)
{
    return (to - from + 7) / 7;
}

static struct check_answer answer(enum check_state state, enum check_why why)
{
    return (struct check_answer){ .state = state, .why = why, .first = DAY_NONE, .last = DAY_NONE };
}

static struct check_answer check_places(const struct placement_facts *facts)
{
    bool is_full = facts->taken_count + 1 > facts->place_count;

    if (!placement_kinds[facts->kind].is_in_place)
        return answer(STATE_NOT_ASKED, WHY_NO_PLACE);
    struct check_answer told = answer(is_full ? STATE_LOOK : STATE_FINE, is_full ? WHY_FULL : WHY_FINE);

    told.a = facts->taken_count;
    told.b = 1;
    told.c = facts->place_count;
    return told;
}

/* A company that pauses is left in peace until its day (S80). */
static struct check_answer check_company(const struct placement_facts *facts)
{
    struct check_answer told = answer(STATE_LOOK, WHY_NEVER);

    if (facts->company_state == COMPANY_NEVER)
        return told;
    if (facts->company_state == COMPANY_PAUSING && (facts->pause_until == DAY_NONE || facts->from <= facts->pause_until)) {
        told.why = WHY_PAUSING;
        told.last = facts->pause_until;
        return told;
    }
    return answer(STATE_FINE, WHY_FINE);
}

/* R11 (003:152): "skal der dagen efter afslutningen af introduktionsforløbet opstartes virksomhedspraktik". */
static struct check_answer check_start(const struct placement_facts *facts)
{
    struct check_answer told = answer(STATE_FINE, WHY_FINE);

    if (facts->course_end == DAY_NONE)
        return answer(STATE_NOT_ASKED, WHY_NO_COURSE);
    told.first = facts->course_end;
    told.last = placement_first_day(facts->course_end);
    if (facts->from <= facts->course_end) {
        told.state = STATE_LOOK;
        told.why = WHY_OVERLAPS;
    } else if (facts->from > told.last) {
        told.state = STATE_LOOK;
        told.why = WHY_LATE;
    }
    return told;
}

/* R12 (003:162): three to six months. A job has no such length. */
static struct check_answer check_length(const struct placement_facts *facts)
{
    struct check_answer told = answer(STATE_FINE, WHY_FINE);

    if (facts->kind != PLACEMENT_COMPANY_PLACEMENT)
        return answer(STATE_NOT_ASKED, WHY_FINE);
    if (facts->to == DAY_NONE)
        return answer(STATE_NOT_YET, WHY_UNKNOWN);
    told.first = placement_last_day(facts->from);
    told.last = day_add_months(facts->from, MONTHS_MOST);
    told.a = placement_weeks(facts->from, facts->to);
    if (facts->to < told.first) {
        told.state = STATE_LOOK;
        told.why = WHY_SHORT;
    } else if (facts->to > told.last) {
        told.state = STATE_LOOK;
        told.why = WHY_LONG;
    }
    return told;
}

static bool is_same_time(const struct placement_facts *facts, const struct week_slot *lesson)
{
    return (facts->weekdays & (INT64_C(1) << lesson->weekday)) != 0 && lesson->from_minute < facts->to_minute &&
           lesson->to_minute > facts->from_minute;
}

/* R17 (003:164): Danish is taught outside working hours, so no lesson may fall into them. */
static struct check_answer check_language(const struct placement_facts *facts)
{
    if (facts->lesson_count == 0)
        return answer(STATE_NOT_ASKED, WHY_FINE);
    if (facts->from_minute == MINUTES_UNKNOWN && facts->to_minute == MINUTES_UNKNOWN)
        return answer(STATE_NOT_YET, WHY_UNKNOWN);
    for (size_t i = 0; i < facts->lesson_count; i++)
        if (is_same_time(facts, &facts->lessons[i])) {
            struct check_answer told = answer(STATE_LOOK, WHY_CLASH);
            told.lesson = i;
            return told;
        }
    return answer(STATE_FINE, WHY_FINE);
}

static struct check_answer check_week(const struct placement_facts *facts)
{
    struct check_answer told = answer(STATE_FINE, WHY_FINE);
    int64_t minutes = 0;

    for (size_t i = 0; i < facts->lesson_count; i++)
        minutes += facts->lessons[i].to_minute - facts->lessons[i].from_minute;
    told.a = facts->hours;
    told.b = minutes * 100 / 60;
    told.c = told.a + told.b;
    if (told.c > WEEK_HOURS_FULL) {
        told.state = STATE_LOOK;
        told.why = WHY_ABOVE;
    }
    return told;
}

/* R72 (000:15): straight for paid hours, without supported work and training beforehand. */
static struct check_answer check_paid(const struct placement_facts *facts)
{
    if (!facts->is_paid_first)
        return answer(STATE_NOT_ASKED, WHY_FINE);
    bool is_supported = placement_kinds[facts->kind].is_unpaid || facts->kind == PLACEMENT_WAGE_SUBSIDY;
    return is_supported || facts->paid == 0 ? answer(STATE_LOOK, WHY_UNPAID) : answer(STATE_FINE, WHY_FINE);
}

static struct check_answer count_of(int64_t count, int64_t wanted, enum check_state state, enum check_why why)
{
    struct check_answer told = count >= wanted ? answer(STATE_FINE, WHY_FINE) : answer(state, why);

    told.a = count;
    told.b = wanted;
    return told;
}

struct check_answer placement_check(const struct placement_facts *facts, enum placement_check check)
{
    switch (check) {
    case CHECK_PLACES:
        return check_places(facts);
    case CHECK_COMPANY:
        return check_company(facts);
    case CHECK_START:
        return check_start(facts);
    case CHECK_LENGTH:
        return check_length(facts);
    case CHECK_LANGUAGE:
        return check_language(facts);
    case CHECK_WEEK:
        return check_week(facts);
    case CHECK_PARTIES: /* R14 (003:176). */
        return count_of(facts->party_count, PARTIES_WANTED, STATE_LOOK, WHY_FEW_PARTIES);
    case CHECK_MENTOR:
        return count_of(facts->has_mentor ? 1 : 0, 1, STATE_NOT_YET, WHY_NO_MENTOR);
    case CHECK_EXPECTATIONS: /* 003:178: expectations are cleared in the contact phase. */
        return count_of(facts->expectation_count, 3, STATE_NOT_YET, WHY_UNANSWERED);
    case CHECK_PAID:
        return check_paid(facts);
    case PLACEMENT_CHECK_COUNT:
        break;
    }
    check_failed("a placement check", __FILE__, __LINE__);
}
