/* SPDX-License-Identifier: MIT
 * test_words.c: whatever starts a clock in the library begins its reason in words, in both languages: nobody reads "+ 3
 * weeks" of nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/event.h"
#include "library/library.h"
#include "overview/words.h"

static size_t seen;

static void has_words(const struct scheme *scheme, const struct rule *rule, const struct pattern *trigger)
{
    if (!trigger->is_set)
        return;
    const char *kind = event_kind_names[trigger->kind];
    if (*event_words(LANGUAGE_DA, kind) == 0)
        fail_msg("%s.%s counts from %s, which has no words", scheme->id.text, rule->id.text, kind);
    assert_string_not_equal(event_words(LANGUAGE_EN, kind), event_words(LANGUAGE_DA, kind));
    seen++;
}

/* A repeated rule counts from what was done last. */
static void every_clock_has_a_beginning_in_words(void **state)
{
    const struct library *library = library_all();

    (void)state;
    for (size_t i = 0; i < library->schemes.count; i++)
        for (size_t k = 0; k < library->schemes.at[i]->rules.count; k++) {
            const struct scheme *scheme = library->schemes.at[i];
            const struct rule *rule = &scheme->rules.at[k].rule;
            has_words(scheme, rule, &rule->after);
            for (size_t d = 0; rule->kind == RULE_EVERY && d < rule->done.count; d++)
                has_words(scheme, rule, &rule->done.at[d]);
        }
    assert_true(seen > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_clock_has_a_beginning_in_words) };

    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
