/* SPDX-License-Identifier: MIT
 * test_proposal.c: reads rules.cases; that wrong files name all their mistakes; and what the statements that feed a
 * proposal never read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "cases.h"
#include "proposal/pages.h"
#include "proposal/rules.h"

enum { EARLIER_MAX = 4 };

/* In rules.cases the way takes as many minutes as the place's zone has for number. */
static int32_t test_minutes(const void *about, int from, int to, int travel, int32_t be_there)
{
    (void)about;
    (void)travel;
    (void)be_there;
    return from < 0 || to < 0 ? -1 : to;
}

struct tried {
    struct seeker seeker;
    struct opening opening;
    struct earlier earlier[EARLIER_MAX];
};

static void add_code(struct function_code *codes, int *count, const char *value)
{
    codes[(*count)++] = function_code_read(value);
}

static bool add_earlier(struct tried *t, int64_t company, bool is_failed)
{
    t->earlier[t->seeker.earlier_count++] = (struct earlier){ company, is_failed };
    t->seeker.earlier = t->earlier;
    return true;
}

static bool set_of_seeker(struct tried *t, const char *name, const char *value, int32_t number)
{
    const struct {
        const char *name;
        int32_t *into;
    } numbers[] = {
        { "law", &t->seeker.law }, { "readiness", &t->seeker.readiness }, { "oral", &t->seeker.oral },
        { "written", &t->seeker.written }, { "cannot", (int32_t *)&t->seeker.cannot },
        { "careful", (int32_t *)&t->seeker.careful }, { "hours_min", &t->seeker.hours_min },
        { "hours_max", &t->seeker.hours_max }, { "weekdays", &t->seeker.weekdays }, { "from", &t->seeker.from },
        { "care_from", &t->seeker.care_from }, { "care_to", &t->seeker.care_to },
        { "commute_max", &t->seeker.commute_max }, { "zone", &t->seeker.zone }, { "branch", &t->seeker.branch },
        { "certificates", (int32_t *)&t->seeker.certificates }, { "languages", (int32_t *)&t->seeker.languages },
    };

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (text_is(name, numbers[i].name)) {
            *numbers[i].into = number;
            return true;
        }
    if (text_is(name, "asked"))
        return (t->seeker.is_loads_asked = true);
    if (text_is(name, "wish"))
        add_code(t->seeker.wishes, &t->seeker.wish_count, value);
    else if (text_is(name, "can"))
        add_code(t->seeker.cans, &t->seeker.can_count, value);
    else if (text_is(name, "failed") || text_is(name, "known"))
        return add_earlier(t, number, text_is(name, "failed"));
    else
        return false;
    return true;
}

static bool set_of_opening(struct tried *t, const char *name, const char *value, int32_t number)
{
    const struct {
        const char *name;
        int32_t *into;
    } numbers[] = {
        { "laws", (int32_t *)&t->opening.laws }, { "readiness", (int32_t *)&t->opening.readiness },
        { "to", &t->opening.to }, { "hours_min", &t->opening.hours_min }, { "hours_max", &t->opening.hours_max },
        { "weekdays", &t->opening.weekdays }, { "from_minute", &t->opening.from_minute },
        { "to_minute", &t->opening.to_minute }, { "oral", &t->opening.oral }, { "written", &t->opening.written },
        { "loads", (int32_t *)&t->opening.loads }, { "certificates", (int32_t *)&t->opening.certificates },
        { "languages", (int32_t *)&t->opening.languages }, { "paid_prospect", &t->opening.paid_prospect },
        { "zone", &t->opening.zone }, { "branch", &t->opening.branch },
    };

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (text_is(name, numbers[i].name)) {
            *numbers[i].into = number;
            return true;
        }
    if (text_is(name, "function"))
        t->opening.function = function_code_read(value);
    else if (text_is(name, "company"))
        t->opening.company = number;
    else if (text_is(name, "mentor"))
        t->opening.has_mentor = true;
    else if (text_is(name, "trained"))
        t->opening.is_trained = true;
    else
        return false;
    return true;
}

static struct tried nothing_said(void)
{
    return (struct tried){
        .seeker = { .law = -1, .readiness = -1, .oral = -1, .written = -1, .from = 0, .zone = -1, .branch = -1 },
        .opening = { .oral = -1, .written = -1, .paid_prospect = -1, .zone = -1, .to = DAY_NONE, .branch = -1 },
    };
}

/* "language oral=2 | oral=2 => met 1000" */
static void try_line(struct arena *arena, char *line)
{
    struct tried t = nothing_said();
    struct text_pieces words = text_split(arena, text_trim(arena, line), ' ');
    size_t at = 1;
    int measure = 0;
    bool is_place = false;

    while (measure < MEASURE_COUNT && !text_is(words.at[0], measure_codes[measure]))
        measure++;
    assert_true(measure < MEASURE_COUNT);
    for (; at < words.count && !text_is(words.at[at], "=>"); at++) {
        struct text_pieces pair = text_split(arena, words.at[at], '=');
        int64_t number = 0;
        if (text_is(words.at[at], "|")) {
            is_place = true;
            continue;
        }
        text_to_int(pair.at[1], &number);
        if (!(is_place ? set_of_opening : set_of_seeker)(&t, pair.at[0], pair.at[1], (int32_t)number))
            fail_msg("no such fact as %s in: %s", pair.at[0], line);
    }
    struct commute commute = { NULL, test_minutes, true };
    struct finding got = criterion_mark(criteria_kept(), (enum measure)measure, &commute, &t.seeker, &t.opening);
    const char *word = !got.is_met ? "no" : got.is_missing ? "missing" : "met";
    int64_t share = -1;
    assert_int_equal(words.count, at + 3);
    assert_true(text_to_int(words.at[at + 2], &share));
    if (!text_is(words.at[at + 1], word) || share != got.share)
        fail_msg("got %s %d for: %s", word, got.share, line);
}

static void every_case_holds(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    struct cases cases = cases_open("src/proposal/rules.cases");

    while (cases_next(&cases)) {
        arena_reset(arena);
        try_line(arena, cases.line);
    }
    arena_free(arena);
    assert_true(cases.count > 70);
}

static void all_mistakes_of_a_file_are_named(void **state)
{
    static const char wrong[] =
        "version: \"1\"\ndetour: 90\nchief_mentors: 20\ntravel:\n  bus: {speed: 0}\ncriteria:\n"
        "  langage: {text: Dansk, weight: 100}\n  wish: {text: Ønske, weight: 11000, steps: [1000], ranks: [1000, 900, 800]}\n";
    struct arena *arena = arena_new(1 << 20);
    struct mistakes mistakes = mistakes_new(arena);

    (void)state;
    assert_null(criteria_read(arena, "wrong.yaml", wrong, sizeof wrong - 1, &mistakes));
    /* The misspelt row, the weight, the steps, 15 rows that are missing, the sum, the speed, the detour. */
    assert_int_equal(mistakes.count, 1 + 1 + 1 + 15 + 1 + 1 + 1);
    arena_free(arena);
}

/* A pair where all is said and all fits has all points. */
static void points_add_up_to_a_hundred(void **state)
{
    struct tried t = nothing_said();
    struct commute commute = { NULL, test_minutes, true };

    (void)state;
    t.seeker.is_loads_asked = true;
    t.seeker.hours_max = t.opening.hours_max = 2000;
    t.seeker.zone = 0;
    t.opening.zone = 10;
    add_code(t.seeker.wishes, &t.seeker.wish_count, "9412");
    add_code(t.seeker.cans, &t.seeker.can_count, "9412");
    t.opening.function = function_code_read("9412");
    t.seeker.languages = t.opening.languages = 1;
    t.opening.paid_prospect = 2;
    t.opening.company = 7;
    add_earlier(&t, 7, false);
    assert_true(pair_is_allowed(criteria_kept(), &commute, &t.seeker, &t.opening));
    assert_int_equal(pair_score(criteria_kept(), &commute, &t.seeker, &t.opening), SCORE_FULL);
}

/* No statement that feeds a proposal names a column that must not be an input. */
static void the_statements_read_nothing_forbidden(void **state)
{
    static const char *const forbidden[] = { "sex", "gender", "nationality", "religion", "diagnosis", "benefit", "permit",
                                             "born_day", "health", "note.", "chance", "predict" };
    static const char *const feeding[] = { "proposal_seekers ", "proposal_seeker_functions ", "proposal_earlier_placements ",
                                           "proposal_openings " };
    FILE *file = fopen(SOURCE_ROOT "/src/proposal/proposal.sql", "r");
    char line[400];
    bool is_feeding = false;
    int lines = 0;

    (void)state;
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        if (strncmp(line, "-- name:", 8) == 0) {
            is_feeding = false;
            for (size_t i = 0; i < sizeof feeding / sizeof *feeding; i++)
                is_feeding |= strstr(line, feeding[i]) != NULL;
        }
        if (!is_feeding || strncmp(line, "--", 2) == 0)
            continue;
        lines++;
        for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
            if (strstr(line, forbidden[i]) != NULL)
                fail_msg("a proposal reads %s: %s", forbidden[i], line);
    }
    fclose(file);
    assert_true(lines > 30);
}

/* Another kind asks the rows that are named for it, and the others say nothing. */
static void a_kind_has_its_own_rows(void **state)
{
    struct arena *arena = arena_new(1 << 20);
    const struct criteria *buddy = criteria_of_kind(arena, criteria_kept(), "language_buddy");
    struct commute commute = { NULL, test_minutes, true };
    struct tried t = nothing_said();

    (void)state;
    assert_ptr_equal(criteria_of_kind(arena, criteria_kept(), "work"), criteria_kept());
    assert_int_equal(buddy->list.count, 4);
    t.seeker.zone = t.opening.zone = 10;
    t.seeker.cannot = t.opening.loads = 1; /* Heavy lifting is nothing to a language buddy. */
    t.seeker.languages = t.opening.languages = 1;
    assert_true(pair_is_allowed(buddy, &commute, &t.seeker, &t.opening));
    assert_false(pair_is_allowed(criteria_kept(), &commute, &t.seeker, &t.opening));
    assert_int_equal(pair_score(buddy, &commute, &t.seeker, &t.opening), SCORE_FULL);
    t.opening.languages = 2;
    assert_int_equal(pair_score(buddy, &commute, &t.seeker, &t.opening), SCORE_FULL * 45 / 100);
    t.seeker.weekdays = 1;
    t.opening.weekdays = 2;
    assert_false(pair_is_allowed(buddy, &commute, &t.seeker, &t.opening));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_holds),
        cmocka_unit_test(all_mistakes_of_a_file_are_named),
        cmocka_unit_test(points_add_up_to_a_hundred),
        cmocka_unit_test(a_kind_has_its_own_rows),
        cmocka_unit_test(the_statements_read_nothing_forbidden),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
