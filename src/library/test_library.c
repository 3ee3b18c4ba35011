/* SPDX-License-Identifier: MIT
 * test_library.c: figures in words and back (figure.cases), what rules are called, and a scheme kept as text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "cases.h"
#include "library/figure_words.h"
#include "library/filter.h"
#include "library/library.h"
#include "library/scheme_text.h"

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(64 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* The pieces of "file => Danish => English => typed". */
static void check_case(const char *line)
{
    const char *pieces[4];
    const char *rest = line;

    for (int i = 0; i < 4; i++) {
        const char *end = i < 3 ? strstr(rest, "=>") : rest + strlen(rest);
        if (end == NULL)
            fail_msg("not a case: %s", line);
        pieces[i] = text_trim(arena, arena_copy(arena, rest, (size_t)(end - rest)));
        rest = end + 2;
    }
    assert_string_equal(figure_words(arena, LANGUAGE_DA, pieces[0]), pieces[1]);
    assert_string_equal(figure_words(arena, LANGUAGE_EN, pieces[0]), pieces[2]);
    assert_string_equal(figure_read(arena, pieces[3]), pieces[0]);
}

static void figures_are_said_and_read(void **state)
{
    struct cases cases = cases_open("src/library/figure.cases");

    (void)state;
    while (cases_next(&cases))
        check_case(cases.line);
    assert_true(cases.count >= 15);
}

static void how_often_counts_in_order(void **state)
{
    (void)state;
    assert_string_equal(figure_words_every(arena, LANGUAGE_DA, "3 weeks"), "hver 3. uge");
    assert_string_equal(figure_words_every(arena, LANGUAGE_DA, "1 week"), "hver uge");
    assert_string_equal(figure_words_every(arena, LANGUAGE_DA, "2 years"), "hvert 2. år");
    assert_string_equal(figure_words_every(arena, LANGUAGE_EN, "3 weeks"), "every 3 weeks");
    assert_string_equal(figure_words_every(arena, LANGUAGE_DA, "1 week, 2 weeks"), "efter 1 uge, 2 uger");
    assert_null(figure_words_every(arena, LANGUAGE_DA, NULL));
}

/* Nobody meets a rule by its code. */
static void every_rule_has_a_name(void **state)
{
    const struct library *library = library_all();
    size_t count = 0;

    (void)state;
    for (size_t i = 0; i < library->schemes.count; i++)
        for (size_t k = 0; k < library->schemes.at[i]->rules.count; k++) {
            const struct scheme *scheme = library->schemes.at[i];
            const struct rule *rule = &scheme->rules.at[k].rule;
            const char *text = library_rule_text(arena, LANGUAGE_DA, scheme, rule);
            if (text_is(text, rule->id.text))
                fail_msg("%s.%s has no words", scheme->id.text, rule->id.text);
            count++;
        }
    assert_true(count > 20);
}

/* Each choice that is offered fits something, and together they miss nothing. */
static void every_choice_of_the_list_fits_some_scheme(void **state)
{
    const struct library *library = library_all();
    struct choices orgs = filter_orgs(arena, library), times = filter_times(arena, library, LANGUAGE_DA);
    struct choices subjects = filter_subjects(arena, library, LANGUAGE_DA);
    size_t fitting = 0;

    (void)state;
    assert_true(orgs.count > 10 && subjects.count > 5);
    assert_int_equal(times.count, SCHEME_TIME_COUNT);
    for (size_t i = 0; i < orgs.count; i++)
        for (size_t k = 0; k < library->schemes.count; k++)
            fitting += scheme_fits(library->schemes.at[k], &(struct scheme_filter){ orgs.at[i].code, "", "" });
    assert_int_equal(fitting, library->schemes.count); /* Each comes from one place. */
    for (size_t i = 1; i < orgs.count; i++)
        assert_true(strcmp(orgs.at[i - 1].label, orgs.at[i].label) < 0);
    const struct scheme *barometer = library_find(library, "hjoerring_jobbarometer");
    assert_true(scheme_acts_at(barometer, SCHEME_TIME_COMPANY));
    assert_false(scheme_acts_at(barometer, SCHEME_TIME_WORKPLACE));
    assert_true(scheme_acts_at(library_find(library, "roskilde_fremskudt"), SCHEME_TIME_AFTER));
    assert_true(scheme_acts_at(library_find(library, "assens_tidlig_praktik"), SCHEME_TIME_ARRIVAL));
    assert_false(scheme_fits(barometer, &(struct scheme_filter){ "", "no_such_kind", "" }));
    assert_false(scheme_fits(barometer, &(struct scheme_filter){ "", "", "no_such_time" }));
}

static void a_scheme_kept_as_text_is_the_same(void **state)
{
    const struct library *library = library_all();

    (void)state;
    for (size_t i = 0; i < library->schemes.count; i++) {
        const struct scheme *scheme = library->schemes.at[i];
        const struct scheme *again = scheme_of_text(arena, scheme_text(arena, scheme));
        struct overlay none = { 0 };
        if (again == NULL)
            fail_msg("%s cannot be read again", scheme->id.text);
        assert_string_equal(scheme_text(arena, again), scheme_text(arena, scheme));
        assert_int_equal(overlay_upgrade(arena, scheme, again, &none).count, 0);
        assert_int_equal(again->rules.count, scheme->rules.count);
    }
    assert_null(scheme_of_text(arena, ""));
    assert_null(scheme_of_text(arena, "{\"scheme\": \"x\"}"));
}

static void an_upgrade_shows_what_changed(void **state)
{
    const struct scheme *now = library_find(library_all(), "hedensted_model");
    struct overlay_edit edit = { "rules.opfolgning3.every", "2 weeks", 0, "Anne", "tættere" };
    struct overlay ours = { &edit, 1 };
    struct mistakes mistakes = mistakes_new(arena);
    struct overlay_edit before = { "rules.indplacering.within", "72 hours", 0, "", "" };
    struct overlay older = { &before, 1 };
    const struct scheme *old = overlay_apply(arena, now, &older, 1, &mistakes);

    (void)state;
    struct overlay_differences rows = overlay_upgrade(arena, old, now, &ours);
    assert_int_equal(rows.count, 2);
    assert_string_equal(rows.at[0].path, "rules.opfolgning3.every");
    assert_string_equal(rows.at[0].ours, "2 weeks");
    assert_string_equal(rows.at[1].old, "72 hours");
    assert_string_equal(rows.at[1].now, "96 hours");
    assert_string_equal(overlay_value(arena, now, "rules.indplacering.within"), "96 hours");
    assert_null(overlay_value(arena, now, "rules.indplacering.roll"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_said_and_read),
        cmocka_unit_test(how_often_counts_in_order),
        cmocka_unit_test(every_rule_has_a_name),
        cmocka_unit_test(every_choice_of_the_list_fits_some_scheme),
        cmocka_unit_test(a_scheme_kept_as_text_is_the_same),
        cmocka_unit_test(an_upgrade_shows_what_changed),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
