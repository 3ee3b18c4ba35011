/* SPDX-License-Identifier: MIT
 * test_cohorts.c: cohorts of the company side loaded with the product's own functions over both databases, and the
 * figures that its own reports say of them: N04 of Nordfyn, N09 of Jammerbugt by municipality of residence, N10 of
 * Allerød, N39 of Vesthimmerland, N45 of Skive. N06 to N08 are in src/pipeline, the letters of N09 in src/campaign. */
#include "db/test/store.h"

#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "employer/agreement.h"
#include "igu/igu.h"
#include "library/library.h"
#include "mentor/mentor.h"
#include "placement/placement.h"
#include "rates/rates.h"
#include "results/pages.h"
#include "selfsupport/numbers.h"
#include "staff/staff.h"

enum { WITH_PAY = 14, COURSES = 25, CENTRES = 45, UNPAID = 41, TRAINED = 370, IGU_COUNT = 43, IGU_HERE = 40, WOMEN = 9, HOMES = 4,
       WEEKS = 20, FULL_TIME = 3700, EIGHT_HOURS = 800 };

static struct staff_id consultant;

static void begin(day on)
{
    begin_as(staff_actor(consultant.n), instant_of(on, 9, 0, 0));
}

static void set_up(day on)
{
    consultant = (struct staff_id){ 0 };
    begin(on);
    db_set_actor(store.db, actor_system);
    staff_found(store.db);
    consultant = staff_add(store.db, &(struct staff_insert_in){ "jonas", "Jonas Bech", "", "", "",
                                                                unit_by_code(store.db, "integration") }, NULL,
                           "company_consultant");
    commit();
    begin(on);
}

static struct citizen_id person(int number)
{
    return citizen_create(store.db, &(struct citizen_facts){
        .first_name = arena_format(store.arena, "Deltager %d", number), .last_name = "Prøve", .town = "Byen", .sex = "female",
        .law_basis = "integrationsloven", .unit = unit_by_code(store.db, "integration"), .born = DAY_NONE,
        .permit_from = DAY_NONE, .permit_to = DAY_NONE, .arrived_at = INSTANT_NONE, .received_at = INSTANT_NONE });
}

static struct company_id company(int number)
{
    return employer_create(store.db, &(struct company_facts){
        .name = arena_format(store.arena, "Firma %d", number), .employee_count = EMPLOYEES_UNKNOWN,
        .employee_day = DAY_NONE, .pause_until = DAY_NONE });
}

static struct placement_id place(struct citizen_id citizen, struct company_id at, enum placement_kind kind, const char *scheme,
                                 const char *code, int64_t paid)
{
    struct placement_step step = { db_today(store.db), FULL_TIME, paid };

    return placement_start(store.db, &(struct placement_agreement){
        .citizen = citizen, .company = at, .kind = kind, .scheme = scheme, .code = code, .from = db_today(store.db),
        .to = DAY_NONE, .consultant = consultant, .steps = &step, .step_count = 1 });
}

/* What the scheme's own measure says of a period. */
static void same_figure(const char *scheme_id, const char *id, day from, day to, const char *wanted)
{
    const struct scheme *scheme = library_find(library_all(), scheme_id);
    struct schemes only = { &scheme, 1 };
    struct unit_id all = { 0 };

    arena_reset(store.arena);
    db_begin(store.db, DB_READ, store.arena, actor_system, instant_of(to, 23, 0, 0));
    struct results *results = results_take(store.db, only, (struct measured_period){ from, to }, &all, 1);
    const char *said = NULL;
    for (size_t i = 0; i < results->goals.count; i++)
        if (text_is(results->goals.at[i].measure->id.text, id))
            said = measured_words(store.arena, LANGUAGE_DA, scheme, &results->goals.at[i].measured, false);
    assert_non_null(said);
    assert_string_equal(said, wanted);
    commit();
}

/* 001:191: people, companies and courses are three counts. */
static void nordfyn_counts_people_companies_and_courses(void **state)
{
    static const char scheme_id[] = "nordfyn_loentimer";
    day began = day_of(2017, 5, 1), seen = day_of(2018, 1, 2);
    (void)state;

    set_up(began);
    const struct scheme *scheme = library_find(library_all(), scheme_id);
    library_switch(store.db, scheme, true);
    for (int i = 0; i < COURSES; i++) {
        struct citizen_id citizen = person(i);
        casefile_enrol(store.db, citizen, scheme_id, scheme->version, db_now(store.db));
        if (i < WITH_PAY)
            place(citizen, company(i), PLACEMENT_COMPANY_PLACEMENT, scheme_id, "praktik", EIGHT_HOURS);
    }
    commit();
    same_figure(scheme_id, "praktik_og_loen", seen, seen, "14");
    same_figure(scheme_id, "virksomheder", seen, seen, "14");
    same_figure(scheme_id, "forloeb", day_of(2017, 1, 1), day_of(2017, 12, 31), "25");
}

static void train(int count)
{
    struct mentor_course_row course;
    struct company_id at = company(CENTRES);
    struct mentor_course_id id = mentor_course_insert(store.db, &(struct mentor_course_insert_in){
        .title = "Mentor", .kind = "mentor", .place = "", .first_day = db_today(store.db), .second_day = DAY_NONE, .places = count });

    for (int i = 0; i < count; i++)
        mentor_seat_put(store.db, id, mentor_insert(store.db, at, arena_format(store.arena, "Mentor %d", i), "", false));
    assert_true(mentor_course_load(store.db, id, &course));
    struct mentor_seat_row_list seats = mentor_seats(store.db, id);
    for (size_t i = 0; i < seats.count; i++)
        mentor_mark(store.db, &course, &seats.at[i], true, false);
}

/* 002:21, 25: about 45 centres, about 90 percent of them without payment for mentors; 370 trained mentors. */
static void vesthimmerland_pays_for_few_mentors(void **state)
{
    static const char scheme_id[] = "vesthimmerland_virksomhedscentre";
    day on = day_of(2026, 3, 2);
    struct mentor_number numbers;
    (void)state;

    set_up(on);
    library_switch(store.db, library_find(library_all(), scheme_id), true);
    for (int i = 0; i < CENTRES; i++)
        employer_agree(store.db, company(i), &(struct agreement_terms){
            .kind = AGREEMENT_CENTRE, .from = on, .to = DAY_NONE, .renew = DAY_NONE, .place_count = 2,
            .is_mentor_paid = i >= UNPAID });
    train(TRAINED);
    assert_true(mentor_numbers(store.db, &numbers));
    assert_int_equal(numbers.trained_count, TRAINED);
    commit();
    same_figure(scheme_id, "centre", day_of(2026, 1, 1), day_of(2026, 12, 31), "45");
    same_figure(scheme_id, "uden_betaling", day_of(2026, 1, 1), day_of(2026, 12, 31), "ca. 91 % (41 af 45)");
}

static struct placement_row igu_of(int number, struct company_id at, const char *residence, int64_t weeks)
{
    struct placement_row placement;
    day mondays[IGU_WEEKS_MOST], from = db_today(store.db);
    size_t count = igu_spread(from, day_add_months(from, 24) - 1, weeks, mondays);

    assert_true(placement_load(store.db, place(person(number), at, PLACEMENT_IGU, "", "", FULL_TIME), &placement));
    igu_write(store.db, &placement, &(struct igu_wish){ "Sprogcentret", residence, weeks, mondays, count });
    return placement;
}

/* 001:276-297: 43 courses, and whose they are: the law counts by municipality of residence. */
static void jammerbugt_counts_igu_by_residence(void **state)
{
    day on = day_of(2017, 12, 1);
    (void)state;

    set_up(on);
    for (int i = 0; i < IGU_COUNT; i++)
        igu_of(i, company(i), i < IGU_HERE ? "Jammerbugt" : "Aalborg", WEEKS);
    struct igu_residence_row_list rows = igu_by_residence(store.db, on);
    assert_int_equal(rows.count, 2);
    assert_string_equal(rows.at[0].residence, "Jammerbugt");
    assert_int_equal(rows.at[0].contract_count, IGU_HERE);
    assert_int_equal(rows.at[0].contract_count + rows.at[1].contract_count, IGU_COUNT);
    commit();
}

/* 001:305-315: nine women at four care homes, twenty weeks at school in two years. */
static void alleroed_has_nine_women_at_four_homes(void **state)
{
    day on = day_of(2017, 8, 1);
    struct company_id homes[HOMES];
    int64_t met = 0, different = 0;
    (void)state;

    set_up(on);
    for (int i = 0; i < HOMES; i++)
        homes[i] = company(i);
    for (int i = 0; i < WOMEN; i++)
        igu_of(i, homes[i % HOMES], "Allerød", WEEKS);
    struct igu_listed_list rows = igu_running(store.db, on, 1, consultant, WOMEN + 1);
    assert_int_equal(rows.count, WOMEN);
    for (size_t i = 0; i < rows.count; i++) {
        met += rows.at[i].week_count == WEEKS && rows.at[i].weeks_wanted == WEEKS;
        bool is_new = true;
        for (size_t k = 0; k < i; k++)
            is_new = is_new && !text_is(rows.at[k].company_name, rows.at[i].company_name);
        different += is_new;
    }
    assert_int_equal(met, WOMEN);
    assert_int_equal(different, HOMES);
    commit();
}

/* Invented rates: the figure's own are not in the source. */
static void load_rates(day from)
{
    const struct rates_number numbers[] = {
        { "benefit_base", "", 6500000, from, DAY_NONE },      { "hourly_disregard", "", 28000, from, DAY_NONE },
        { "disregard_hours_max", "", 160000, from, DAY_NONE }, { "labour_contribution", "", 8000, from, DAY_NONE },
    };

    rates_load(store.db, &(struct rates_file){ .source = "Opdigtede satser", .verified_by = "Prøve", .verified_on = from,
                                               .is_test = true, .at = numbers, .count = sizeof numbers / sizeof *numbers });
}

/* How many hours a week a stored citizen's benefit asks of an hour's wage in øre; by the municipality's own rates. */
static struct support_answer hours_of(struct citizen_id citizen, int64_t wage)
{
    struct citizen_row row;
    struct support_wish wish = { .benefit = 0 };

    assert_true(citizen_load(store.db, citizen, &row));
    while (!text_is(support_benefits[wish.benefit].code, row.benefit))
        assert_true(++wish.benefit < SUPPORT_BENEFIT_COUNT);
    struct support_numbers numbers = support_numbers_on(rates_law(store.db), &wish, db_today(store.db));
    if (!numbers.is_complete)
        return (struct support_answer){ SUPPORT_WHY_COUNT, 0 };
    numbers.facts.wage = wage;
    return support_hours(&numbers.facts);
}

/* 002:47: 16 to 18 paid hours a week are often enough. Ten people on the basic benefit with wages of an hour from 110 to
 * 150 kroner: six of them need that many, those paid less need more, those paid more need less. */
static void skive_needs_sixteen_to_eighteen_hours_often(void **state)
{
    static const int64_t wages[] = { 110, 118, 122, 124, 126, 128, 130, 132, 140, 150 };
    enum { PEOPLE = sizeof wages / sizeof *wages, LEAST = 1600, MOST = 1800, LESS_PAID = 2, OFTEN = 6 };
    day on = day_of(2026, 3, 2);
    struct citizen_id people[PEOPLE];
    int below = 0, within = 0, above = 0;
    (void)state;

    set_up(on);
    for (int i = 0; i < PEOPLE; i++)
        people[i] = citizen_create(store.db, &(struct citizen_facts){
            .first_name = arena_format(store.arena, "Deltager %d", i), .last_name = "Prøve", .benefit = "grundsats",
            .unit = unit_by_code(store.db, "integration"), .born = DAY_NONE, .permit_from = DAY_NONE, .permit_to = DAY_NONE,
            .arrived_at = INSTANT_NONE, .received_at = INSTANT_NONE });
    assert_int_equal(hours_of(people[0], wages[0] * 100).why, SUPPORT_WHY_COUNT); /* Nobody has vouched for a rate. */
    load_rates(on);
    for (int i = 0; i < PEOPLE; i++) {
        struct support_answer answer = hours_of(people[i], wages[i] * 100);
        assert_int_equal(answer.why, SUPPORT_FOUND);
        below += answer.hours < LEAST;
        within += answer.hours >= LEAST && answer.hours <= MOST;
        above += answer.hours > MOST;
    }
    assert_int_equal(within, OFTEN);
    assert_int_equal(above, LESS_PAID);
    assert_int_equal(below, PEOPLE - OFTEN - LESS_PAID);
    commit();
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(nordfyn_counts_people_companies_and_courses),
        cmocka_unit_test(vesthimmerland_pays_for_few_mentors),
        cmocka_unit_test(jammerbugt_counts_igu_by_residence),
        cmocka_unit_test(alleroed_has_nine_women_at_four_homes),
        cmocka_unit_test(skive_needs_sixteen_to_eighteen_hours_often),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    ruleset_set_loader(library_load_rules);
    return run_on_both("cohorts", tests, sizeof tests / sizeof tests[0]);
}
