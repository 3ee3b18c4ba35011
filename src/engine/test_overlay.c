/* SPDX-License-Identifier: MIT
 * test_overlay.c: a municipality's edits of the Hedensted model. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/text.h"
#include "engine/overlay.h"

enum { ARENA_BYTES = 256 << 20 };

static struct arena *arena;
static struct mistakes mistakes;
static const struct scheme *scheme;

static int begin(void **state)
{
    (void)state;
    arena = arena_new(ARENA_BYTES);
    mistakes = mistakes_new(arena);
    struct library library = scheme_library_load(arena, NULL, &mistakes);
    scheme = library_find(&library, "hedensted_model");
    return scheme == NULL ? -1 : 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

#define MARCH(number) day_of(2026, 3, number)

static bool may(const char *path, const char *value)
{
    struct overlay_edit edit = { path, value, MARCH(1), "leder", "prøve" };

    return overlay_may(arena, scheme, &edit, &mistakes);
}

static const struct rule *rule_in(const struct scheme *in, const char *id)
{
    const struct scheme_rule *found = scheme_rule_find(in, id);

    return found == NULL ? NULL : &found->rule;
}

static void an_edit_counts_from_its_day(void **state)
{
    const struct overlay_edit edits[] = {
        { "rules.opfolgning3.every", "2 weeks", MARCH(10), "leder", "tættere" },
        { "rules.indplacering.within", "72 hours", MARCH(10), "leder", "" },
        { "rules.statusrapport", "off", MARCH(20), "leder", "" },
        { "lists.formaal.items.sprog", "Sprog", MARCH(10), "leder", "" },
        { "activities.introforlob.group.size", "15", MARCH(10), "leder", "" },
    };
    const struct overlay overlay = { edits, 5 };

    (void)state;
    assert_ptr_equal(overlay_apply(arena, scheme, &overlay, MARCH(9), &mistakes), scheme);
    const struct scheme *ours = overlay_apply(arena, scheme, &overlay, MARCH(10), &mistakes);
    assert_int_equal(mistakes.count, 0);
    assert_int_equal(rule_in(ours, "opfolgning3")->every[0].count, 2);
    assert_int_equal(rule_in(ours, "indplacering")->within.count, 72);
    assert_int_equal(rule_in(ours, "introforlob_size")->limit.max.high, 15000);
    assert_int_equal(scheme_list(ours, "formaal")->items.count, 2);
    assert_non_null(rule_in(ours, "statusrapport"));
    assert_null(rule_in(overlay_apply(arena, scheme, &overlay, MARCH(20), &mistakes), "statusrapport"));
    /* The library is untouched. */
    assert_int_equal(rule_in(scheme, "opfolgning3")->every[0].count, 3);
}

static void what_makes_a_rule_cannot_be_edited(void **state)
{
    static const char *const never[] = {
        "rules.opfolgning3.after", "rules.opfolgning3.done", "rules.opfolgning3.source",
        "rules.opfolgning3.law",   "rules.opfolgning3.id",   "policies.language_where",
        "scheme",                  "x",                      "",
    };

    (void)state;
    for (size_t i = 0; i < sizeof never / sizeof *never; i++) {
        size_t before = mistakes.count;
        assert_false(may(never[i], "citizen.housed"));
        assert_int_equal(mistakes.count, before + 1);
    }
}

static void a_value_is_judged_as_in_a_file(void **state)
{
    (void)state;
    assert_true(may("rules.opfolgning3.every", "[1 week, 2 weeks]"));
    assert_true(may("rules.opfolgning3.severity", "note"));
    assert_false(may("rules.opfolgning3.every", "2 wekks"));
    assert_false(may("rules.opfolgning3.severity", "block"));
    assert_false(may("rules.opfolgning3.owner", "nobody"));
    assert_false(may("rules.findes_ikke.every", "2 weeks"));
    assert_false(may("rules.opfolgning3", "maybe"));
    assert_false(may("relations.x.max", "3"));
    /* The ladder is open, but its ids are ids. */
    assert_true(may("lists.trappe.items.smaajob", "Småjob"));
    assert_false(may("lists.trappe.items.Små", "Småjob"));
}

static void a_rule_has_a_form_for_each_stretch_of_days(void **state)
{
    const struct overlay_edit edits[] = {
        { "rules.opfolgning3.every", "1 week", MARCH(20), "leder", "" },
        { "rules.opfolgning3.every", "2 weeks", MARCH(10), "leder", "" },
    };
    const struct overlay overlay = { edits, 2 };
    struct rule_lines lines = overlay_rule_lines(arena, scheme, &overlay, &mistakes);

    (void)state;
    assert_int_equal(lines.count, scheme->rules.count + scheme->implied.count);
    for (size_t i = 0; i < lines.count; i++) {
        const struct rule_line *line = &lines.at[i];
        if (!text_is(line->id.text, "opfolgning3")) {
            assert_int_equal(line->count, 1);
            continue;
        }
        struct valid valid;
        assert_int_equal(line->count, 3);
        assert_int_equal(rule_on(line, MARCH(9), &valid)->every[0].count, 3);
        assert_int_equal(valid.to, MARCH(9));
        assert_int_equal(rule_on(line, MARCH(10), &valid)->every[0].count, 2);
        assert_int_equal(rule_on(line, MARCH(19), &valid)->every[0].count, 2);
        assert_int_equal(rule_on(line, MARCH(20), &valid)->every[0].count, 1);
    }
}

static void the_difference_says_what_since_when_and_why(void **state)
{
    const struct overlay_edit edits[] = {
        { "rules.opfolgning3.every", "2 weeks", MARCH(10), "leder", "tættere" },
        { "rules.opfolgning3.grace", "1 day", MARCH(10), "leder", "" },
        { "rules.findes_ikke.within", "1 day", MARCH(10), "leder", "" },
    };
    const struct overlay overlay = { edits, 3 };
    struct overlay_differences rows = overlay_difference(arena, scheme, &overlay);

    (void)state;
    assert_int_equal(rows.count, 3);
    assert_string_equal(rows.at[0].now, "3 weeks");
    assert_string_equal(rows.at[0].ours, "2 weeks");
    assert_string_equal(rows.at[0].edit->reason, "tættere");
    assert_false(rows.at[0].is_vanished);
    assert_null(rows.at[1].now); /* Absent in the library, but the rule is there. */
    assert_false(rows.at[1].is_vanished);
    assert_true(rows.at[2].is_vanished);
}

static const struct scheme *read_scheme(const char *rule)
{
    const char *text = arena_format(arena,
                                    "scheme: s\ntitle: T\norigin: {org: X}\n"
                                    "rules: [{%s, after: citizen.housed, done: plan.agreed, mark: default}]\n",
                                    rule);

    return scheme_read(arena, "s.yaml", text, strlen(text), &mistakes);
}

static const struct overlay_difference_row *row_of(const struct overlay_differences *rows, const char *path)
{
    for (size_t i = 0; i < rows->count; i++)
        if (text_is(rows->at[i].path, path))
            return &rows->at[i];
    return NULL;
}

static void an_upgrade_shows_old_new_and_ours(void **state)
{
    const struct overlay_edit edit = { "rules.a.within", "5 days", MARCH(1), "leder", "" };
    const struct overlay overlay = { &edit, 1 };
    const struct scheme *old = read_scheme("id: a, within: 3 days");
    const struct scheme *changed = read_scheme("id: a, within: 4 days, owner: caseworker");
    const struct scheme *renamed = read_scheme("id: b, was: a, within: 3 days");
    const struct scheme *gone = read_scheme("id: c, within: 3 days");

    (void)state;
    struct overlay_differences rows = overlay_upgrade(arena, old, changed, &overlay);
    assert_int_equal(rows.count, 2);
    assert_string_equal(rows.at[0].old, "3 days");
    assert_string_equal(rows.at[0].now, "4 days");
    assert_string_equal(rows.at[0].ours, "5 days");
    assert_string_equal(row_of(&rows, "rules.a.owner")->now, "caseworker");

    rows = overlay_upgrade(arena, old, renamed, &overlay);
    assert_false(row_of(&rows, "rules.a.within")->is_vanished);
    rows = overlay_upgrade(arena, old, gone, &overlay);
    assert_true(row_of(&rows, "rules.a.within")->is_vanished);
    assert_string_equal(row_of(&rows, "rules.c")->now, "on");
    /* And applying it says so too, instead of dropping it silently. */
    overlay_apply(arena, gone, &overlay, MARCH(2), &mistakes);
    assert_int_equal(mistakes.count, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_edit_counts_from_its_day),
        TEST(what_makes_a_rule_cannot_be_edited),
        TEST(a_value_is_judged_as_in_a_file),
        TEST(a_rule_has_a_form_for_each_stretch_of_days),
        TEST(the_difference_says_what_since_when_and_why),
        TEST(an_upgrade_shows_old_new_and_ours),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
