/* SPDX-License-Identifier: MIT
 * test_results.c: rules.cases, one figure a line; and measures of small invented histories, counted by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/list.h"
#include "base/text.h"
#include "cases.h"
#include "results/results.h"
#include "results/rules.h"

enum { NUMBERS_MAX = 20 };

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

/* ---- rules.cases ---- */

struct numbers {
    int64_t at[NUMBERS_MAX];
    size_t count;
};

/* "12 x 6", "18.5": thousandths; x is a small cell, h a hidden one, - none. */
static struct numbers numbers_read(const char *text)
{
    struct text_pieces words = text_split(arena, text_trim(arena, text), ' ');
    struct numbers numbers = { 0 };

    for (size_t i = 0; i < words.count && numbers.count < NUMBERS_MAX; i++)
        if (words.at[i][0] == 'x' || words.at[i][0] == 'h' || words.at[i][0] == '-')
            numbers.at[numbers.count++] = words.at[i][0] == 'h' ? CELL_HIDDEN * 1000 : CELL_SMALL * 1000;
        else if (words.at[i][0] != 0 && words.at[i][0] != '/' && !text_is(words.at[i], "sum"))
            numbers.at[numbers.count++] = datum_read(words.at[i]).number;
    return numbers;
}

static void percent_case(const struct numbers *in, const char *out)
{
    int64_t expected = numbers_read(out).at[0] / 1000;

    assert_int_equal(percent_of(in->at[0] / 1000, in->at[1] / 1000), expected);
}

static void swing_case(const struct numbers *in, const char *out)
{
    assert_int_equal(is_swing(in->at[0] / 1000, in->at[1] / 1000, in->at[2] / 1000, in->at[3] / 1000, SWING_POINTS),
                     text_starts(out, "yes"));
}

static void band_case(const struct numbers *in, const char *out)
{
    static const struct scheme_interval bands[] = {
        { .low = 0, .high = 18500 },
        { .low = 18500, .high = NUMBER_NONE, .has_low = true },
    };
    size_t expected = out[0] == '-' ? 2 : (size_t)(numbers_read(out).at[0] / 1000);

    assert_int_equal(interval_find(bands, 2, in->at[0]), expected);
}

static void hide_case(const struct numbers *in, const char *out)
{
    int64_t cells[NUMBERS_MAX];
    struct numbers expected = numbers_read(out);

    assert_int_equal(in->count, expected.count);
    for (size_t i = 0; i < in->count; i++)
        cells[i] = in->at[i] / 1000;
    enum cells_hidden hidden = cells_hide(arena, cells, in->count);
    assert_int_equal(hidden != CELLS_SHOWN, strchr(out, 'x') != NULL);
    assert_int_equal(hidden == CELLS_AND_SUM, strstr(out, "sum") != NULL);
    for (size_t i = 0; i < in->count; i++)
        assert_int_equal(cells[i], expected.at[i] / 1000);
}

/* "12 x / 9 h" */
static void protect_case(const struct numbers *in, const char *out)
{
    int64_t weights[NUMBERS_MAX];
    bool hidden[NUMBERS_MAX];
    struct numbers expected = numbers_read(out);
    size_t rows = text_split(arena, out, '/').count;

    assert_int_equal(in->count, expected.count);
    for (size_t i = 0; i < in->count; i++) {
        weights[i] = in->at[i] / 1000;
        hidden[i] = is_count_small(weights[i]);
    }
    struct cell_table table = { rows, in->count / rows, weights, hidden };
    cells_protect(arena, &table);
    for (size_t i = 0; i < in->count; i++) {
        assert_int_equal(hidden[i], expected.at[i] < 0);
        if (hidden[i])
            assert_int_equal(is_count_small(weights[i]), expected.at[i] == CELL_SMALL * 1000);
    }
    assert_true(rows == 1 || cells_are_safe(arena, &table));
}

/* Random tables of sums: whatever is small, nothing hidden can be computed, and nothing is hidden without need. */
static void no_hidden_cell_can_be_computed(void **state)
{
    enum { TABLES = 300, ROWS = 5, COLUMNS = 4 };
    uint32_t seed = 7;

    (void)state;
    for (int n = 0; n < TABLES; n++) {
        int64_t weights[ROWS * COLUMNS] = { 0 };
        bool hidden[ROWS * COLUMNS] = { 0 };
        int small = 0, shown = 0;
        for (size_t i = 0; i < ROWS - 1; i++)
            for (size_t k = 0; k < COLUMNS - 1; k++) {
                seed = seed * 1664525u + 1013904223u;
                int64_t cell = (int64_t)(seed >> 16) % 30;
                weights[i * COLUMNS + k] = cell;
                weights[i * COLUMNS + COLUMNS - 1] += cell;
                weights[(ROWS - 1) * COLUMNS + k] += cell;
                weights[ROWS * COLUMNS - 1] += cell;
            }
        for (size_t i = 0; i < ROWS * COLUMNS; i++)
            small += hidden[i] = is_count_small(weights[i]);
        struct cell_table table = { ROWS, COLUMNS, weights, hidden };
        cells_protect(arena, &table);
        assert_true(cells_are_safe(arena, &table));
        for (size_t i = 0; i < ROWS * COLUMNS; i++)
            shown += !hidden[i];
        assert_true(small > 0 ? shown < ROWS * COLUMNS : shown == ROWS * COLUMNS);
    }
}

static void quartiles_case(const struct numbers *in, const char *out)
{
    int64_t days[NUMBERS_MAX];
    struct numbers expected = numbers_read(out);

    for (size_t i = 0; i < in->count; i++)
        days[i] = in->at[i] / 1000;
    struct quartiles found = quartiles_of(days, in->count);
    assert_int_equal(found.lower, expected.at[0] / 1000);
    assert_int_equal(found.median, expected.at[1] / 1000);
    assert_int_equal(found.upper, expected.at[2] / 1000);
}

static const struct {
    const char *rule;
    void (*check)(const struct numbers *in, const char *out);
} kinds[] = {
    { "results.percent", percent_case }, { "results.swing", swing_case },         { "results.band", band_case },
    { "results.hide", hide_case },       { "results.protect", protect_case },
    { "results.quartiles", quartiles_case },
};

static void every_case_holds(void **state)
{
    struct cases cases = cases_open("src/results/rules.cases");

    (void)state;
    while (cases_next(&cases)) {
        size_t kind = CASES_ROW(&cases, kinds);
        char *arrow = strstr(cases.line, "=>");
        if (arrow == NULL)
            fail_msg("not a case: %s", cases.line);
        *arrow = 0;
        struct numbers in = numbers_read(cases.line);
        assert_true(in.count > 0);
        kinds[kind].check(&in, text_trim(arena, arrow + 2));
    }
    assert_true(cases.count >= 45);
}

/* ---- Measures ---- */

static const char scheme_file[] =
    "scheme: proeve\n"
    "title: Prøve\n"
    "origin: {org: Prøve}\n"
    "activities: [{id: praktik, kind: company_placement}]\n"
    "lists: [{id: trappe, items: {a: A}}, {id: frafald, items: {transport: Lang transport, moedetid: Mødetid}}]\n"
    "outcomes: {counts_as: {job: [job_full, job_part], uddannelse: [education_ordinary]}}\n"
    "rules: [{id: hurtigt, within: 96 hours, after: citizen.housed, done: ladder.placed(trappe), source: \"x\"}]\n"
    "measures:\n"
    "  - {id: til_tiden, kind: share, of: persons, counts: met(hurtigt)}\n"
    "  - {id: i_job, kind: share, of: persons, who: ended, at: exit, counts: \"outcome in (job_full, job_part)\"}\n"
    "  - {id: udfald, kind: split, of: persons, who: ended, at: exit, by: counts_as, rest: Andet}\n"
    "  - {id: timer, kind: split, of: persons, at: 12 months, by: work_or_study_hours, bands: [\"(0,18.5)\", \"[18.5,)\"], rest: Ingen}\n"
    "  - {id: stop, kind: split, of: placements, who: ended, by: frafald, rest: Andet}\n"
    "  - {id: nu, kind: count, of: persons, who: active}\n"
    "  - {id: snit, kind: mean, of: persons, who: active, value: paid_hours}\n";

struct story {
    LIST_OF(struct event) events;
};

static struct event_field *fields(const char *name, const char *value)
{
    struct event_field *field = arena_alloc(arena, sizeof *field);

    *field = (struct event_field){ code_of(name), datum_read(value) };
    return field;
}

static void tell(struct story *story, const char *on, enum event_kind kind, const char *code, struct subject subject,
                 struct event_field *field)
{
    static int64_t lid;
    day at = DAY_NONE;

    assert_true(day_read(on, &at));
    *LIST_ADD(arena, &story->events) = (struct event){
        .lid = ++lid, .version = 1, .kind = kind, .code = code_of(code), .subject = subject, .at = day_begin(at),
        .recorded_at = day_begin(at), .fields = field, .field_count = field != NULL,
    };
}

static const struct scheme *scheme;
static struct measured_history people[8];
static size_t people_count;

static void person(struct story *story, const struct measured_obligation *rows, size_t count)
{
    struct measured_history *citizen = &people[people_count++];

    citizen->view = measured_view(arena, (struct stream){ STREAM_CITIZEN, (int64_t)people_count }, story->events.at,
                                  story->events.count, day_end(day_of(2026, 12, 31)));
    citizen->obligations = rows;
    citizen->obligation_count = count;
}

static struct measured take(const char *id, day from, day to)
{
    for (size_t i = 0; i < scheme->measures.count; i++) {
        if (!text_is(scheme->measures.at[i].id.text, id))
            continue;
        struct measuring *measuring = measure_begin(arena, scheme, &scheme->measures.at[i], (struct measured_period){ from, to });
        for (size_t k = 0; k < people_count; k++)
            measure_see(measuring, &people[k]);
        return measure_end(measuring);
    }
    fail_msg("no measure %s", id);
    return (struct measured){ 0 };
}

/* Four people: one in a full job, one in education, one whose placement stopped and who left, one still there. */
static int tell_stories(void **state)
{
    static const struct measured_obligation met = { .scheme = "proeve", .rule = "hurtigt", .state = OBLIGATION_MET };
    static const struct measured_obligation late = { .scheme = "proeve", .rule = "hurtigt", .state = OBLIGATION_LATE };
    static const struct measured_obligation over = { .scheme = "proeve", .rule = "hurtigt", .state = OBLIGATION_OPEN, .is_over = true };
    static const struct measured_obligation open = { .scheme = "proeve", .rule = "hurtigt", .state = OBLIGATION_OPEN };
    struct mistakes mistakes = mistakes_new(arena);
    struct subject first = { SUBJECT_ENROLMENT, 1 }, second = { SUBJECT_ENROLMENT, 2 };
    struct subject third = { SUBJECT_ENROLMENT, 3 }, fourth = { SUBJECT_ENROLMENT, 4 };
    struct subject place = { SUBJECT_PLACEMENT, 7 }, other = { SUBJECT_PLACEMENT, 8 };
    struct story a = { 0 }, b = { 0 }, c = { 0 }, d = { 0 };

    (void)state;
    scheme = scheme_read(arena, "proeve", scheme_file, sizeof scheme_file - 1, &mistakes);
    if (scheme == NULL)
        mistakes_print(&mistakes, stderr);
    assert_non_null(scheme);

    tell(&a, "2025-01-10", EVENT_ENROLMENT_STARTED, "proeve", first, NULL);
    tell(&a, "2025-06-01", EVENT_HOURS_SET, NULL, place, fields("paid", "1850"));
    tell(&a, "2026-02-01", EVENT_ENROLMENT_ENDED, "proeve", first, fields("outcome", "job_full"));
    person(&a, &met, 1);

    tell(&b, "2025-02-10", EVENT_ENROLMENT_STARTED, "proeve", second, NULL);
    tell(&b, "2025-03-01", EVENT_HOURS_SET, NULL, other, fields("paid", "800"));
    tell(&b, "2026-03-01", EVENT_ENROLMENT_ENDED, "proeve", second, fields("outcome", "education_ordinary"));
    person(&b, &late, 1);

    tell(&c, "2026-03-10", EVENT_ENROLMENT_STARTED, "proeve", third, NULL);
    tell(&c, "2026-04-01", EVENT_PLACEMENT_STARTED, "praktik", place, NULL);
    tell(&c, "2026-04-01", EVENT_HOURS_SET, NULL, place, fields("paid", "500"));
    tell(&c, "2026-06-01", EVENT_PLACEMENT_ENDED, "praktik", place, fields("reason", "transport"));
    tell(&c, "2026-07-01", EVENT_ENROLMENT_ENDED, "proeve", third, fields("outcome", "moved"));
    person(&c, &over, 1);

    tell(&d, "2026-05-10", EVENT_ENROLMENT_STARTED, "proeve", fourth, NULL);
    tell(&d, "2026-06-01", EVENT_HOURS_SET, NULL, place, fields("paid", "1000"));
    person(&d, &open, 1);
    return 0;
}

static int forget_stories(void **state)
{
    (void)state;
    people_count = 0;
    return 0;
}

static const int forever = DAY_NONE;

static void on_time_is_the_stored_state(void **state)
{
    struct measured all = take("til_tiden", forever, day_of(2026, 12, 31));
    struct measured year = take("til_tiden", day_of(2026, 1, 1), day_of(2026, 12, 31));

    (void)state;
    assert_int_equal(all.whole, 3); /* The fourth is not decided yet. */
    assert_int_equal(all.count, 1);
    assert_int_equal(year.whole, 1);
    assert_int_equal(year.count, 0);
}

static void outcomes_are_those_of_the_exit(void **state)
{
    struct measured in_job = take("i_job", day_of(2026, 1, 1), day_of(2026, 12, 31));
    struct measured outcomes = take("udfald", day_of(2026, 1, 1), day_of(2026, 12, 31));

    (void)state;
    assert_int_equal(in_job.count, 1);
    assert_int_equal(in_job.whole, 3);
    assert_int_equal(outcomes.part_count, 2);
    assert_string_equal(outcomes.parts[0].code, "job");
    assert_int_equal(outcomes.parts[0].count, 1);
    assert_int_equal(outcomes.parts[1].count, 1);
    assert_int_equal(outcomes.rest, 1);
    assert_int_equal(take("i_job", day_of(2026, 3, 1), day_of(2026, 12, 31)).whole, 2);
}

static void a_year_after_the_start(void **state)
{
    /* Exactly 18.5 hours belongs above; eight hours below; who has not been there for a year is not counted. */
    struct measured hours = take("timer", forever, day_of(2026, 12, 31));

    (void)state;
    assert_int_equal(hours.whole, 2);
    assert_int_equal(hours.parts[0].count, 1);
    assert_int_equal(hours.parts[1].count, 1);
    assert_int_equal(hours.rest, 0);
}

static void placements_by_the_reason_of_their_end(void **state)
{
    struct measured stopped = take("stop", day_of(2026, 1, 1), day_of(2026, 12, 31));

    (void)state;
    assert_int_equal(stopped.whole, 1);
    assert_int_equal(stopped.parts[0].count, 1);
    assert_int_equal(stopped.parts[1].count, 0);
}

static void counts_and_means_on_a_day(void **state)
{
    (void)state;
    assert_int_equal(take("nu", forever, day_of(2026, 1, 31)).count, 2);
    assert_int_equal(take("nu", forever, day_of(2026, 2, 1)).count, 1);
    struct measured mean = take("snit", forever, day_of(2026, 6, 15));
    assert_int_equal(mean.whole, 2);
    assert_int_equal(mean.sum, 10000); /* The ended placement gives nothing, the other ten hours. */
}

static void paid_hours_end_with_the_placement(void **state)
{
    const struct view *view = &people[2].view;

    (void)state;
    assert_int_equal(paid_hours_on(view, day_of(2026, 3, 31)), 0);
    assert_int_equal(paid_hours_on(view, day_of(2026, 4, 1)), 500);
    assert_int_equal(paid_hours_on(view, day_of(2026, 5, 31)), 500);
    assert_int_equal(paid_hours_on(view, day_of(2026, 6, 1)), 0);
}

/* A year after the first of March 2025 the first person had 18.5 hours; begin and end of the quarter count. */
static struct year_after year_to(day last)
{
    struct year_after year = year_begin(last);

    for (size_t i = 0; i < people_count; i++)
        year_see(&year, &people[i].view);
    return year;
}

static void twelve_months_after_the_start(void **state)
{
    struct year_after year = year_to(day_of(2026, 3, 31));

    (void)state;
    assert_int_equal(year.rows[YEAR_QUARTERS - 1].quarter, day_of(2025, 1, 1));
    assert_int_equal(year.rows[YEAR_QUARTERS - 1].all, 2);
    assert_int_equal(year.all.counts[YEAR_OVER], 1);
    assert_int_equal(year.all.counts[YEAR_UNDER], 1);
    assert_int_equal(year_to(day_of(2026, 3, 30)).rows[YEAR_QUARTERS - 1].quarter, day_of(2024, 10, 1));
    assert_int_equal(year_part_on(&people[2].view, day_of(2026, 5, 31)), YEAR_UNDER);
    assert_int_equal(year_part_on(&people[2].view, day_of(2026, 6, 1)), YEAR_NOT_YET);
    assert_int_equal(year_part_on(&people[1].view, day_of(2026, 3, 1)), YEAR_OVER); /* Education counts. */
}

static void months_go_back_a_year(void **state)
{
    struct months months = months_to(day_of(2026, 11, 30));

    (void)state;
    assert_int_equal(months.first[0], day_of(2025, 11, 1));
    assert_int_equal(months.first[MONTH_NOW], day_of(2026, 11, 1));
    assert_int_equal(months.first[MONTH_COUNT], day_of(2026, 12, 1));
    assert_string_equal(month_words(arena, LANGUAGE_DA, months.first[MONTH_NOW]), "november 2026");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tell_stories, forget_stories)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_holds),
        cmocka_unit_test(no_hidden_cell_can_be_computed),
        TEST(on_time_is_the_stored_state),
        TEST(outcomes_are_those_of_the_exit),
        TEST(a_year_after_the_start),
        TEST(placements_by_the_reason_of_their_end),
        TEST(counts_and_means_on_a_day),
        TEST(paid_hours_end_with_the_placement),
        TEST(twelve_months_after_the_start),
        cmocka_unit_test(months_go_back_a_year),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
