/* SPDX-License-Identifier: MIT
 * test_scheme.c: the library as it was read, and each file of wrong/ against the mistakes that its own
 * lines `#= line:column: text` expect. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/text.h"
#include "engine/scheme.h"
#include "law/glossary.h"
#include "yaml/yaml.h"

enum { ARENA_BYTES = 256 << 20 };

static struct arena *arena;
static struct mistakes mistakes;

static int begin(void **state)
{
    (void)state;
    arena = arena_new(ARENA_BYTES);
    mistakes = mistakes_new(arena);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static const struct scheme *hedensted(void)
{
    struct library library = scheme_library_load(arena, NULL, &mistakes);

    mistakes_print(&mistakes, stderr);
    assert_int_equal(mistakes.count, 0);
    return library_find(&library, "hedensted_model");
}

static const struct rule *rule_of(const struct scheme *scheme, const char *id)
{
    const struct scheme_rule *found = scheme_rule_find(scheme, id);

    assert_non_null(found);
    return &found->rule;
}

static void the_library_within_is_the_library_beside(void **state)
{
    struct library within = scheme_library_load(arena, NULL, &mistakes);
    struct library beside = scheme_library_load(arena, SOURCE_ROOT "/schemes", &mistakes);

    (void)state;
    assert_int_equal(mistakes.count, 0);
    assert_true(within.schemes.count > 0);
    assert_int_equal(beside.schemes.count, within.schemes.count);
    for (size_t i = 0; i < within.schemes.count; i++)
        assert_string_equal(within.schemes.at[i]->id.text, beside.schemes.at[i]->id.text);
    assert_null(library_find(&within, "nothing"));
}

static void the_rules_of_hedensted_are_as_written(void **state)
{
    const struct scheme *scheme = hedensted();
    const struct rule *placed = rule_of(scheme, "indplacering");
    const struct rule *follow_up = rule_of(scheme, "opfolgning3");

    (void)state;
    assert_int_equal(placed->kind, RULE_WITHIN);
    assert_int_equal(placed->within.count, 96);
    assert_int_equal(placed->within.unit, SPAN_HOURS);
    assert_int_equal(placed->after.kind, EVENT_CITIZEN_HOUSED);
    assert_int_equal(placed->done.at[0].kind, EVENT_LADDER_PLACED);
    assert_string_equal(placed->owner.text, "caseworker");
    assert_string_equal(placed->text_en, "Placed on the ladder");
    assert_int_equal(placed->severity, SEVERITY_REMIND);

    assert_int_equal(follow_up->kind, RULE_EVERY);
    assert_int_equal(follow_up->every_count, 1);
    assert_int_equal(follow_up->every[0].count, 3);
    assert_int_equal(follow_up->scope, SUBJECT_PLACEMENT);
    assert_string_equal(follow_up->duty.text, "follow_up");
    assert_string_equal(follow_up->source, "003:184");
    assert_int_equal(follow_up->valid.from, DAY_NONE);

    const struct rule *length = rule_of(scheme, "praktiklaengde");
    assert_int_equal(length->kind, RULE_LIMIT);
    assert_int_equal(length->severity, SEVERITY_WARN);
    assert_int_equal(length->limit.max.span.count, 6);
    assert_string_equal(length->limit.activity.text, "praktik");
    assert_int_equal(rule_of(scheme, "koordinering")->calendar.kind, CALENDAR_NTH);
}

static void the_sections_of_hedensted_are_as_written(void **state)
{
    const struct scheme *scheme = hedensted();

    (void)state;
    const struct scheme_activity *course = scheme_activity(scheme, "introforlob");
    assert_int_equal(course->kind, KIND_COURSE);
    assert_int_equal(course->hours.low, 37000);
    assert_int_equal(course->language.kind, AMOUNT_PERCENT);
    assert_int_equal(course->group.size, 12);
    assert_int_equal(course->group.intake, INTAKE_ROLLING);
    assert_true(course->sessions.at[course->sessions.count - 1].last);
    assert_int_equal(scheme_meeting(scheme, "koordinering")->agenda.count, 5);
    assert_int_equal(scheme_document(scheme, "mappe")->sections.count, 11);
    assert_true(scheme_list(scheme, "trappe")->ordered);
    assert_string_equal(scheme_list(scheme, "trappe")->items.at[3].text.da, "Ordinært job");
    assert_int_equal(scheme_scale(scheme, "five")->anchors.count, 3);
    assert_int_equal(scheme_form(scheme, "forventning")->per, FORM_PER_PLACEMENT);
    assert_int_equal(scheme->measures.at[0].counts.kind, TALLY_MET);
    assert_int_equal(scheme->measures.at[0].target, 100000);
    assert_int_equal(scheme->measures.at[1].target, NUMBER_NONE);
    assert_int_equal(scheme->measures.at[1].at.moment, AT_EXIT);
}

static void tasks_groups_and_relations_imply_rules(void **state)
{
    struct library library = scheme_library_load(arena, NULL, &mistakes);
    const struct scheme *scheme = library_find(&library, "hedensted_model");

    (void)state;
    const struct rule *bank = rule_of(scheme, "bank");
    assert_int_equal(bank->kind, RULE_WITHIN);
    assert_int_equal(bank->within.unit, SPAN_WEEKS);
    assert_int_equal(rule_of(scheme, "infotid")->within.count, 96); /* The length of its phase. */
    assert_int_equal(bank->after.kind, EVENT_CITIZEN_HOUSED);
    assert_int_equal(bank->early.unit, SPAN_ANY);
    assert_string_equal(bank->done.at[0].code.text, "bank");
    assert_null(scheme_rule_find(scheme, "egne_kompetence")); /* Free rows have no due. */
    assert_int_equal(rule_of(scheme, "introforlob_size")->limit.max.high, 12000);
    assert_int_equal(rule_of(scheme, "introforlob_staff")->kind, RULE_REQUIRE);

    const struct scheme *mentors = library_find(&library, "mentor_aktiv_integration");
    assert_int_equal(rule_of(mentors, "chefmentor_load")->scope, SUBJECT_PERSON);
    const struct scheme *companies = library_find(&library, "middelfart_24");
    assert_int_equal(rule_of(companies, "company_consultant_min")->kind, RULE_MUST);
    assert_int_equal(rule_of(companies, "company_consultant_min")->scope, SUBJECT_COMPANY);
}

static void normal_outcomes_have_labels(void **state)
{
    (void)state;
    for (int i = 0; i < NORMAL_OUTCOME_COUNT; i++)
        assert_non_null(glossary_label(0, "outcome", normal_outcomes[i]));
}

/* The lines `#= ...` of a file, one after the other, against its mistakes. */
static void file_is_refused_as_it_says(const char *path)
{
    size_t length = 0, expected = 0;
    struct mistakes found = mistakes_new(arena);
    const char *bytes = file_read(arena, path, &length, &found);

    assert_non_null(bytes);
    const struct scheme *scheme = scheme_read(arena, path, bytes, length, &found);
    assert_true(scheme == NULL || found.count == 0);
    if (scheme != NULL) { /* Well in itself: what it needs may not be there. */
        struct library library = scheme_library_load(arena, NULL, &mistakes);
        scheme_check_needs(&library, scheme, &found);
    }
    for (const char *at = strstr(bytes, "#= "); at != NULL; at = strstr(at, "#= ")) {
        at += strlen("#= ");
        const char *line = arena_copy(arena, at, strcspn(at, "\n"));
        assert_true(expected < found.count);
        const struct mistake *mistake = &found.at[expected++];
        assert_string_equal(arena_format(arena, "%d:%d: %s", mistake->line, mistake->column, mistake->text), line);
    }
    assert_true(expected > 0);
    assert_int_equal(found.count, expected);
}

static void wrong_files_are_refused_with_every_mistake_in_place(void **state)
{
    const char *directory = SOURCE_ROOT "/src/engine/wrong";
    DIR *open = opendir(directory);
    int count = 0;

    (void)state;
    assert_non_null(open);
    for (struct dirent *entry = readdir(open); entry != NULL; entry = readdir(open)) {
        if (strstr(entry->d_name, ".yaml") == NULL)
            continue;
        file_is_refused_as_it_says(arena_format(arena, "%s/%s", directory, entry->d_name));
        count++;
    }
    closedir(open);
    assert_true(count >= 13);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_library_within_is_the_library_beside),
        TEST(the_rules_of_hedensted_are_as_written),
        TEST(the_sections_of_hedensted_are_as_written),
        TEST(tasks_groups_and_relations_imply_rules),
        TEST(normal_outcomes_have_labels),
        TEST(wrong_files_are_refused_with_every_mistake_in_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
