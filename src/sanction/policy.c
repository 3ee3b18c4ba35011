/* SPDX-License-Identifier: MIT
 * policy.c: what differs between municipalities: how absence is met, how long a citizen has to answer, and the law's
 * numbers, which are never computed with unless somebody has verified them. */
#include "base/text.h"
#include "casefile/casefile.h"
#include "library/library.h"
#include "rates/rates.h"
#include "sanction/sanction.h"

static const char axis[] = "absence";
static const char *const policy_words[ABSENCE_POLICY_COUNT] = { [ABSENCE_SANCTION] = "sanction", [ABSENCE_SUPPORT] = "support" };

static enum absence_policy policy_of(const struct scheme *scheme)
{
    for (size_t i = 0; scheme != NULL && i < scheme->policies.count; i++)
        for (int policy = ABSENCE_SANCTION; policy < ABSENCE_POLICY_COUNT; policy++)
            if (text_is(scheme->policies.at[i].axis.text, axis) && text_is(scheme->policies.at[i].value.text, policy_words[policy]))
                return (enum absence_policy)policy;
    return ABSENCE_FREE;
}

/* One more scheme speaks; two that disagree leave it to a person. */
static void hear(struct absence_stance *said, bool *is_clash, const struct scheme *scheme)
{
    enum absence_policy policy = policy_of(scheme);

    if (policy == ABSENCE_FREE)
        return;
    *is_clash |= said->scheme != NULL && said->policy != policy;
    *said = (struct absence_stance){ policy, scheme->id.text };
}

struct absence_stance absence_stance_of(struct db *db, struct citizen_id citizen)
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(db, citizen);
    struct absence_stance hers = { ABSENCE_FREE, NULL }, all = { ABSENCE_FREE, NULL };
    bool is_clash = false;

    for (size_t i = 0; i < enrolments.count; i++)
        if (!text_is(enrolments.at[i].state, "ended"))
            hear(&hers, &is_clash, library_scheme(db, enrolments.at[i].scheme));
    if (hers.scheme == NULL) {
        struct schemes on = library_schemes_on(db);
        for (size_t i = 0; i < on.count; i++)
            hear(&all, &is_clash, on.at[i]);
        hers = all;
    }
    return is_clash ? (struct absence_stance){ ABSENCE_FREE, NULL } : hers;
}

static bool settles_with_answer(const struct rule *rule)
{
    for (size_t i = 0; i < rule->done.count; i++)
        if (rule->kind == RULE_WITHIN && rule->done.at[i].kind == EVENT_SANCTION_ANSWERED)
            return true;
    return false;
}

day sanction_answer_day(struct db *db, const char *scheme_id, day sent)
{
    const struct scheme *scheme = text_is_blank(scheme_id) ? NULL : library_scheme(db, scheme_id);
    const struct law_version *days = law_value_on(rates_law(db), "hearing_days", sent);

    for (size_t i = 0; scheme != NULL && i < scheme->rules.count; i++) {
        const struct rule *rule = &scheme->rules.at[i].rule;
        if (settles_with_answer(rule))
            return day_of_instant(span_due(rule->within, day_begin(sent), rule->clock, NULL));
    }
    return sent + (day)(days->value / 1000);
}

/* Kroner of a number that may be computed with; 0, and noted, when it may not. */
static int64_t look_up(const struct law *law, const char *name, day on, struct sanction_rate *answer)
{
    const struct law_version *version = law_value_on(law, name, on);

    if (!law_value_may_compute(version)) {
        answer->missing = answer->missing == NULL ? name : answer->missing;
        return 0;
    }
    answer->is_test |= version->is_test;
    return version->value / 1000;
}

struct sanction_rate sanction_rate_on(struct db *db, day on, int64_t benefit)
{
    static const char *const limits[SANCTION_LIMITS] = { "sanction_limit_1", "sanction_limit_2", "sanction_limit_3" };
    static const char *const rates[SANCTION_RATES] = { "sanction_rate_low", "sanction_rate_2", "sanction_rate_3",
                                                       "sanction_rate_4" };
    const struct law *law = rates_law(db);
    struct sanction_rates found = { 0 };
    struct sanction_rate answer = { 0 };

    for (int i = 0; i < SANCTION_RATES; i++)
        found.rates[i] = look_up(law, rates[i], on, &answer);
    for (int i = 0; i < SANCTION_LIMITS; i++)
        found.limits[i] = look_up(law, limits[i], on, &answer);
    if (answer.missing == NULL)
        answer.rate = sanction_day_rate(&found, benefit);
    return answer;
}
