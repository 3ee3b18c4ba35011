/* SPDX-License-Identifier: MIT
 * rules.c: the gates of the path, the day count and the rate. Examples are in rules.cases. */
#include "sanction/rules.h"

#include <stddef.h>

const char *const sanction_kind_codes[SANCTION_KIND_COUNT + 1] = { "offer", "talk", NULL };

const char *const sanction_step_codes[SANCTION_STEP_COUNT + 1] = {
    [STEP_OPENED] = "opened",     [STEP_GUIDED] = "guided",       [STEP_CONTACT] = "contact",
    [STEP_RESTORED] = "restored", [STEP_ASKED] = "asked",         [STEP_CAME] = "came",
    [STEP_HEARD] = "heard",       [STEP_ANSWERED] = "answered",   [STEP_EXPIRED] = "expired",
    [STEP_ASSESSED] = "assessed", [STEP_WARNED] = "warned",
    [STEP_WILL] = "will",         [STEP_RECOMMENDED] = "recommended", [STEP_RETURNED] = "returned",
    [STEP_DECIDED] = "decided",   [STEP_CARRIED_OUT] = "carried_out", [STEP_REOPENED] = "reopened",
    [STEP_DROPPED] = "dropped",
};

/* Code, and the paragraph that asks. */
#define WHYS(W)                                                                                   \
    W(FINE, "fine", "") W(OVER, "over", "") W(TOO_LATE, "too_late", "LAS § 35 stk. 3")            \
    W(SUPPORT_FIRST, "support_first", "") W(EXCUSED, "excused", "LAS § 13")                       \
    W(NO_GUIDANCE, "no_guidance", "LAS § 35 stk. 1") W(GUIDED_AFTER, "guided_after", "LAS § 35 stk. 1") \
    W(LANGUAGE, "language", "LAS § 35 stk. 1") W(NO_CONTACT, "no_contact", "LAS § 35")            \
    W(NO_SOURCE, "no_source", "RSL § 10") W(SOURCE_OPEN, "source_open", "RSL § 10")               \
    W(ADDRESS, "address", "") W(NOT_HEARD, "not_heard", "FVL § 19")                               \
    W(DEADLINE_RUNS, "deadline_runs", "FVL § 19") W(NO_ANSWER, "no_answer", "FVL § 19")           \
    W(NOT_ASSESSED, "not_assessed", "LAS § 13")                                                   \
    W(PROMOTION, "promotion", "LAS § 13") W(REASONABLE, "reasonable", "LAS § 13")                 \
    W(NOT_RECOMMENDED, "not_recommended", "") W(NOT_BENEFITS, "not_benefits", "")                 \
    W(SAME_PERSON, "same_person", "") W(NOT_DECIDED, "not_decided", "")                                 \
    W(FIRST, "first", "LAS § 40 a") W(ACTIVITY_READY, "activity_ready", "LAS § 40 a")              \
    W(NOT_WARNED, "not_warned", "LAS § 35 stk. 2") W(SPOUSE, "spouse", "LAS § 35 stk. 2")         \
    W(WILL, "will", "LAS § 40 a") W(NOT_RULED, "not_ruled", "") W(DECIDE_ANEW, "decide_anew", "RSL § 66")

const char *const sanction_why_codes[SANCTION_WHY_COUNT] = {
#define CODE(identifier, code, law) [SANCTION_##identifier] = code,
    WHYS(CODE)
#undef CODE
};

const char *sanction_law(enum sanction_why why)
{
    static const char *const laws[SANCTION_WHY_COUNT] = {
#define LAW(identifier, code, law) [SANCTION_##identifier] = law,
        WHYS(LAW)
#undef LAW
    };

    return laws[why];
}

/* ---- The gates, in the order of the path: each asks what stands before it ---- */

typedef enum sanction_why gate(const struct sanction_facts *facts);

static enum sanction_why gate_open(const struct sanction_facts *f)
{
    if (f->is_closed || f->is_decided)
        return SANCTION_OVER;
    if (f->today > f->limit && !f->is_deducted)
        return SANCTION_TOO_LATE;
    return f->policy == ABSENCE_SUPPORT && !f->is_supported ? SANCTION_SUPPORT_FIRST : SANCTION_FINE;
}

static enum sanction_why gate_contact(const struct sanction_facts *f)
{
    enum sanction_why before = gate_open(f);

    if (before != SANCTION_FINE)
        return before;
    if (f->is_excused)
        return SANCTION_EXCUSED;
    if (f->guided == DAY_NONE)
        return SANCTION_NO_GUIDANCE;
    if (f->guided >= f->breach)
        return SANCTION_GUIDED_AFTER;
    return f->reads_guidance ? SANCTION_FINE : SANCTION_LANGUAGE;
}

static enum sanction_why gate_heard(const struct sanction_facts *f)
{
    enum sanction_why before = gate_contact(f);

    if (before != SANCTION_FINE)
        return before;
    if (!f->is_contact_tried)
        return SANCTION_NO_CONTACT;
    if (f->sources_asked == 0)
        return SANCTION_NO_SOURCE;
    if (f->sources_open > 0)
        return SANCTION_SOURCE_OPEN;
    return f->is_address_closed && f->is_by_post ? SANCTION_ADDRESS : SANCTION_FINE;
}

static enum sanction_why gate_came(const struct sanction_facts *f)
{
    enum sanction_why before = gate_open(f);

    if (before != SANCTION_FINE)
        return before;
    return f->sources_asked == 0 ? SANCTION_NO_SOURCE : SANCTION_FINE;
}

static enum sanction_why gate_answered(const struct sanction_facts *f)
{
    enum sanction_why before = gate_open(f);

    if (before != SANCTION_FINE)
        return before;
    return f->heard == DAY_NONE ? SANCTION_NOT_HEARD : SANCTION_FINE;
}

static enum sanction_why gate_expired(const struct sanction_facts *f)
{
    enum sanction_why before = gate_answered(f);

    if (before != SANCTION_FINE)
        return before;
    return f->today <= f->deadline ? SANCTION_DEADLINE_RUNS : SANCTION_FINE;
}

static enum sanction_why gate_assessed(const struct sanction_facts *f)
{
    enum sanction_why before = gate_contact(f);

    if (before != SANCTION_FINE)
        return before;
    if (f->heard == DAY_NONE)
        return SANCTION_NOT_HEARD;
    if (f->is_answered)
        return SANCTION_FINE;
    return f->today <= f->deadline ? SANCTION_DEADLINE_RUNS : SANCTION_NO_ANSWER;
}

static enum sanction_why gate_recommended(const struct sanction_facts *f)
{
    enum sanction_why before = gate_assessed(f);

    if (before != SANCTION_FINE)
        return before;
    if (f->grounds == GROUNDS_NOT_ASSESSED)
        return SANCTION_NOT_ASSESSED;
    if (f->grounds == GROUNDS_REASONABLE)
        return SANCTION_REASONABLE;
    return f->is_activity_ready && !f->is_promotion_assessed ? SANCTION_PROMOTION : SANCTION_FINE;
}

/* What LAS § 40 a asks beside what every sanction asks. */
static enum sanction_why gate_sharpened(const struct sanction_facts *f)
{
    if (f->earlier_sanctions == 0)
        return SANCTION_FIRST;
    if (f->is_activity_ready)
        return SANCTION_ACTIVITY_READY;
    if (f->warned == DAY_NONE || f->warned >= f->breach)
        return SANCTION_NOT_WARNED;
    if (!f->is_spouse_warned)
        return SANCTION_SPOUSE;
    return f->is_will_missing ? SANCTION_FINE : SANCTION_WILL;
}

enum sanction_why sanction_may_sharpen(const struct sanction_facts *facts)
{
    return gate_sharpened(facts);
}

static enum sanction_why gate_decided(const struct sanction_facts *f)
{
    if (!f->is_of_benefits_unit)
        return SANCTION_NOT_BENEFITS;
    enum sanction_why before = f->is_none_chosen ? SANCTION_FINE : gate_recommended(f);

    if (f->is_closed || f->is_decided)
        return SANCTION_OVER;
    if (before != SANCTION_FINE)
        return before;
    if (!f->is_recommended)
        return SANCTION_NOT_RECOMMENDED;
    if (f->actor == f->assessor || f->actor == f->recommender)
        return SANCTION_SAME_PERSON;
    if (f->change == CHANGE_MORE && f->today > f->limit)
        return SANCTION_TOO_LATE;
    if (f->is_address_closed && f->is_by_post)
        return SANCTION_ADDRESS;
    return f->is_sharpened_chosen ? gate_sharpened(f) : SANCTION_FINE;
}

/* Back to the officer: also when it is too late to decide. */
static enum sanction_why gate_returned(const struct sanction_facts *f)
{
    if (!f->is_of_benefits_unit)
        return SANCTION_NOT_BENEFITS;
    if (f->is_closed || f->is_decided)
        return SANCTION_OVER;
    return f->is_recommended ? SANCTION_FINE : SANCTION_NOT_RECOMMENDED;
}

/* The money of a decision that was reversed, all or a part of it, is paid back whenever it is. */
static bool is_refund_due(const struct sanction_facts *f)
{
    return f->is_decided && !f->is_closed && f->is_deducted && (!f->is_sanctioned || f->change == CHANGE_LESS);
}

static enum sanction_why gate_carried_out(const struct sanction_facts *f)
{
    if (!f->is_of_benefits_unit)
        return SANCTION_NOT_BENEFITS;
    if (is_refund_due(f))
        return SANCTION_FINE;
    if (!f->is_sanctioned)
        return SANCTION_NOT_DECIDED;
    if (f->is_closed)
        return SANCTION_OVER;
    return f->today > f->limit ? SANCTION_TOO_LATE : SANCTION_FINE;
}

/* By whoever decides, at any time: a complaint, new facts, or a mistake (RSL §§ 66-67). */
static enum sanction_why gate_reopened(const struct sanction_facts *f)
{
    if (!f->is_of_benefits_unit)
        return SANCTION_NOT_BENEFITS;
    return f->is_decided ? SANCTION_FINE : SANCTION_NOT_RULED;
}

/* To stop is always possible while there is something to stop. */
static enum sanction_why gate_dropped(const struct sanction_facts *f)
{
    if (f->is_reopened || (f->is_sanctioned && f->is_deducted && !f->is_closed))
        return SANCTION_DECIDE_ANEW;
    return f->is_closed || (f->is_decided && !f->is_sanctioned) ? SANCTION_OVER : SANCTION_FINE;
}

enum sanction_why sanction_may(const struct sanction_facts *facts, enum sanction_step_kind step)
{
    static gate *const gates[SANCTION_STEP_COUNT] = {
        [STEP_OPENED] = gate_open,         [STEP_GUIDED] = gate_open,       [STEP_CONTACT] = gate_contact,
        [STEP_RESTORED] = gate_open,       [STEP_ASKED] = gate_contact,     [STEP_CAME] = gate_came,
        [STEP_HEARD] = gate_heard,         [STEP_ANSWERED] = gate_answered, [STEP_EXPIRED] = gate_expired,
        [STEP_ASSESSED] = gate_assessed,   [STEP_WARNED] = gate_open,
        [STEP_WILL] = gate_assessed,       [STEP_RECOMMENDED] = gate_recommended,
        [STEP_RETURNED] = gate_returned,   [STEP_DECIDED] = gate_decided,
        [STEP_CARRIED_OUT] = gate_carried_out, [STEP_REOPENED] = gate_reopened,
        [STEP_DROPPED] = gate_dropped,
    };

    return gates[step](facts);
}

enum sanction_step_kind sanction_next(const struct sanction_facts *f)
{
    if (f->is_closed)
        return SANCTION_STEP_COUNT;
    if (f->is_decided)
        return f->is_sanctioned || is_refund_due(f) ? STEP_CARRIED_OUT : SANCTION_STEP_COUNT;
    if (f->is_recommended)
        return STEP_DECIDED;
    if (f->grounds != GROUNDS_NOT_ASSESSED)
        return STEP_RECOMMENDED;
    if (f->is_answered)
        return STEP_ASSESSED;
    if (f->heard != DAY_NONE)
        return STEP_ANSWERED;
    if (f->guided == DAY_NONE || f->guided >= f->breach || !f->reads_guidance)
        return STEP_GUIDED;
    if (!f->is_contact_tried)
        return STEP_CONTACT;
    if (f->sources_asked == 0)
        return STEP_ASKED;
    return f->sources_open > 0 ? STEP_CAME : STEP_HEARD;
}

/* ---- Days and money ---- */

const char *const sanction_change_codes[SANCTION_CHANGE_COUNT + 1] = { "none", "less", "more", NULL };

static bool is_more(const struct sanction_terms *done, const struct sanction_terms *anew)
{
    if (done->is_sharpened != anew->is_sharpened)
        return anew->is_sharpened;
    if (anew->is_sharpened)
        return anew->months > done->months;
    if (done->rate == 0 || anew->rate == 0)
        return anew->days > done->days;
    return anew->days * anew->rate > done->days * done->rate;
}

enum sanction_change sanction_change(const struct sanction_terms *done, const struct sanction_terms *anew)
{
    bool is_same = done->is_sanction == anew->is_sanction && done->is_sharpened == anew->is_sharpened &&
                   done->days == anew->days && done->rate == anew->rate && done->months == anew->months;

    if (is_same)
        return CHANGE_NONE;
    return anew->is_sanction && (!done->is_sanction || is_more(done, anew)) ? CHANGE_MORE : CHANGE_LESS;
}

day sanction_limit(day breach, int months)
{
    struct date date = date_of(breach);

    return day_add_months(day_of(date.year, date.month, 1), months + 1) - 1;
}

struct sanction_days sanction_talk_days(day breach, day restored, day today)
{
    bool is_running = restored == DAY_NONE;
    day last = is_running ? today : restored - 1;

    if (last < breach)
        last = breach;
    return (struct sanction_days){ breach, last, last - breach + 1, is_running, 0 };
}

int64_t sanction_day_rate(const struct sanction_rates *rates, int64_t benefit)
{
    for (int i = 0; i < SANCTION_LIMITS; i++)
        if (benefit <= rates->limits[i])
            return rates->rates[i];
    return rates->rates[SANCTION_LIMITS];
}
