/* SPDX-License-Identifier: MIT
 * test_access_words.c: the plain words of the access log, and a telling as JSON, without a store. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "access/access.h"
#include "base/text.h"
#include "engine/event.h"

enum { ARENA_SIZE = 1 << 20 };

static const struct seen_word seen[] = {
    { "goal_", "mål" },
    { "goal_insert", "skrev et mål" },
    { 0 },
};
static const struct holding sample = { .title = "Prøve", .seen = seen };
const struct holding *const holdings[] = { &sample, NULL };

static void the_longest_beginning_decides(void **state)
{
    (void)state;
    assert_string_equal(access_words("goal_of_citizen"), "mål");
    assert_string_equal(access_words("goal_insert"), "skrev et mål");
    assert_string_equal(access_words("goal"), "andet i sagen");
    assert_string_equal(access_words(""), "andet i sagen");
}

static void every_event_has_words(void **state)
{
    (void)state;
    for (int kind = 0; kind < EVENT_KIND_COUNT; kind++)
        if (text_is(access_event_words(event_kind_names[kind]), "hændelse"))
            fail_msg("no words for %s", event_kind_names[kind]);
    assert_string_equal(access_event_words("no.such_event"), "hændelse");
}

static void a_telling_is_json(void **state)
{
    (void)state;
    struct arena *arena = arena_new(ARENA_SIZE);
    struct telling telling = { .arena = arena, .language = LANGUAGE_DA };

    tell_table(&telling, "Tom");
    tell_table(&telling, "Ord");
    tell_row(&telling);
    tell_text(&telling, "Sagt", "\"Ja\"\n\\ å");
    tell_text(&telling, "Ikke sagt", "  ");
    tell_day(&telling, "Dag", DAY_NONE);
    tell_flag(&telling, "Hjemme", true);
    assert_string_equal(access_json(arena, &telling),
                        "{\n  \"Tom\": [\n  ],\n  \"Ord\": [\n"
                        "    { \"Sagt\": \"\\\"Ja\\\"\\u000a\\\\ å\", \"Hjemme\": \"ja\" }\n  ]\n}\n");
    arena_free(arena);
}

static void erasing_permission_is_told_all(void **state)
{
    (void)state;
    struct telling caseworker = { .permissions = PERMISSION_BIT(MAY_CASE_READ) };
    struct telling officer = { .permissions = PERMISSION_BIT(MAY_CASE_ERASE) };

    assert_false(tell_may(&caseworker, MAY_HEALTH_READ));
    assert_true(tell_may(&caseworker, MAY_CASE_READ));
    assert_true(tell_may(&officer, MAY_HEALTH_READ));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_longest_beginning_decides),
        cmocka_unit_test(every_event_has_words),
        cmocka_unit_test(a_telling_is_json),
        cmocka_unit_test(erasing_permission_is_told_all),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
