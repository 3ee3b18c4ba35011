/* SPDX-License-Identifier: MIT
 * numbers.c: looking the rates up. A number that nobody has verified is never computed with. */
#include "selfsupport/numbers.h"

enum { HUNDREDTHS = 10 }; /* Of a value in thousandths. */

const struct support_benefit support_benefits[SUPPORT_BENEFIT_COUNT] = {
    { "mindstesats", "benefit_minimum" },
    { "grundsats", "benefit_base" },
    { "forhoejet_sats", "benefit_higher" },
};
const char *const support_benefit_codes[SUPPORT_BENEFIT_COUNT + 1] = { "mindstesats", "grundsats", "forhoejet_sats", NULL };

/* The value in hundredths: øre of kroner, hundredths of hours and of percents; 0 when it cannot be used. */
static int64_t look_up(struct support_numbers *numbers, const struct law *law, const char *name, day on)
{
    struct support_number *number = &numbers->at[numbers->count++];

    number->value = law_value_find(law, name);
    number->version = law_value_on(law, name, on);
    number->is_usable = law_value_may_compute(number->version);
    if (!number->is_usable) {
        numbers->is_complete = false;
        return 0;
    }
    numbers->is_test = numbers->is_test || number->version->is_test;
    return number->version->value / HUNDREDTHS;
}

struct support_numbers support_numbers_on(const struct law *law, const struct support_wish *wish, day on)
{
    struct support_numbers numbers = { .is_complete = true };

    numbers.facts.benefit = look_up(&numbers, law, support_benefits[wish->benefit].number, on);
    if (wish->has_child)
        numbers.facts.benefit += look_up(&numbers, law, "child_supplement", on);
    if (wish->is_single_provider)
        numbers.facts.benefit += look_up(&numbers, law, "single_provider_supplement", on);
    numbers.facts.disregard = look_up(&numbers, law, "hourly_disregard", on);
    numbers.facts.disregard_hours_max = look_up(&numbers, law, "disregard_hours_max", on);
    numbers.facts.contribution = look_up(&numbers, law, "labour_contribution", on);
    return numbers;
}
