/* SPDX-License-Identifier: MIT
 * test_campaign.c: 700 letters and 43 IGU (001:264-299, N09) and 850 answers of a job barometer (001:436) over both databases. */
#include "db/test/store.h"

#include "base/text.h"
#include "campaign/campaign.h"
#include "citizen/citizen.h"
#include "employer/employer.h"
#include "placement/placement.h"
#include "staff/staff.h"

enum { COMPANIES = 850, LETTERS = 700, ALONE = 1, IGU = 43, CONVERTED = 30, MONTH = 30 };

static struct staff_id consultant;
static day first;

static void begin(day on)
{
    begin_as(staff_actor(consultant.n), instant_of(on, 9, 0, 0));
}

/* 850 companies, 700 of them in Aabybro, and one that wants to be left alone; inside a write. */
static void set_up(void)
{
    first = day_of(2026, 3, 2);
    begin_as(actor_system, instant_of(first, 8, 0, 0));
    staff_found(store.db);
    consultant = staff_add(store.db, &(struct staff_insert_in){ "jonas", "Jonas Bech", "", "", "",
                                                                unit_by_code(store.db, "integration") }, NULL,
                           "company_consultant");
    commit();
    begin(first);
    for (int i = 0; i < COMPANIES + ALONE; i++)
        employer_create(store.db, &(struct company_facts){
            .name = arena_format(store.arena, "Firma %d", i), .town = i < LETTERS ? "Aabybro" : "Hjørring",
            .branch = i % 2 == 0 ? "kitchen" : "cleaning", .employee_count = EMPLOYEES_UNKNOWN,
            .employee_day = DAY_NONE, .pause_until = DAY_NONE,
            .state = i == COMPANIES ? COMPANY_NEVER : COMPANY_WILLING });
}

static void seven_hundred_letters_are_sent_once(void **state)
{
    (void)state;
    struct campaign_row campaign;
    struct recipients town = { "aabybro", "" };

    set_up();
    struct campaign_id id = campaign_insert(store.db, "IGU først", "", 12, consultant, db_now(store.db));
    assert_int_equal(campaign_add(store.db, id, &town), LETTERS);
    assert_int_equal(campaign_add(store.db, id, &town), 0);
    assert_int_equal(campaign_send(store.db, id), LETTERS);
    assert_int_equal(campaign_send(store.db, id), 0);
    assert_true(campaign_load(store.db, id, &campaign));
    struct campaign_company_row row = campaign_companies(store.db, id, 1, 0).at[0];
    struct campaign_word word = { first, "agreement", row.version };
    assert_true(campaign_write(store.db, &row, &word));
    assert_false(campaign_write(store.db, &row, &word));
    struct campaign_effect effect = campaign_effect(store.db, &campaign);
    assert_int_equal(effect.companies, 700);
    assert_int_equal(effect.sent, 700);
    assert_int_equal(effect.visited, 1);
    assert_int_equal(effect.answered, 1);
    assert_int_equal(effect.placements, 0);
    commit();
}

static void place(struct citizen_id citizen, struct company_id company, enum placement_kind kind)
{
    struct placement_step step = { db_today(store.db), 3700, kind == PLACEMENT_IGU ? 3700 : 0 };

    placement_start(store.db, &(struct placement_agreement){
        .citizen = citizen, .company = company, .kind = kind, .from = db_today(store.db), .to = DAY_NONE,
        .consultant = consultant, .steps = &step, .step_count = 1 });
}

static struct citizen_id person(int number)
{
    return citizen_create(store.db, &(struct citizen_facts){
        .first_name = arena_format(store.arena, "Elev %d", number), .last_name = "Prøve", .town = "Aabybro",
        .law_basis = "integrationsloven", .unit = unit_by_code(store.db, "integration"), .born = DAY_NONE,
        .permit_from = DAY_NONE, .permit_to = DAY_NONE, .arrived_at = INSTANT_NONE, .received_at = INSTANT_NONE });
}

/* After the letters 43 IGU begin, 30 of them after a placement at the same company; a 44th begins when the months
 * are over and is no effect of the letter any more (001:276-286). */
static void forty_three_igu_follow_the_letters(void **state)
{
    (void)state;
    struct campaign_row campaign;
    struct citizen_id people[IGU + 1];

    set_up();
    struct campaign_id id = campaign_insert(store.db, "IGU først", "", 12, consultant, db_now(store.db));
    campaign_add(store.db, id, &(struct recipients){ "aabybro", "" });
    campaign_send(store.db, id);
    struct company_listed_list companies = employer_search(store.db, "aabybro", IGU + 1);
    struct company_id at[IGU + 1];
    for (int i = 0; i <= IGU; i++) {
        people[i] = person(i);
        at[i] = companies.at[i].id;
        if (i < CONVERTED)
            place(people[i], at[i], PLACEMENT_COMPANY_PLACEMENT);
    }
    commit();
    begin(first + MONTH);
    for (int i = 0; i < IGU; i++)
        place(people[i], at[i], PLACEMENT_IGU);
    commit();
    begin(day_add_months(first, 12) + 1);
    place(people[IGU], at[IGU], PLACEMENT_IGU);
    assert_true(campaign_load(store.db, id, &campaign));
    struct campaign_effect effect = campaign_effect(store.db, &campaign);
    assert_int_equal(effect.igu, 43);
    assert_int_equal(effect.conversions, 30);
    assert_int_equal(effect.placements, IGU + CONVERTED);
    assert_int_equal(campaign_igu_until(store.db, first + MONTH - 1), 0);
    assert_int_equal(campaign_igu_until(store.db, first + MONTH), 43);
    commit();
}

static const char *const branches[] = { "cleaning", "kitchen" };

/* Company number n expects n % 3 openings in kitchens and one in cleaning; every second one is willing. */
static void answer(const struct survey_id survey, const struct survey_company_row *company, size_t number)
{
    struct survey_asked_row asked;
    int64_t openings[] = { 1, (int64_t)(number % 3) };

    assert_true(survey_asked(store.db, company->id, company->company, &asked));
    assert_int_equal(asked.survey.n, survey.n);
    survey_note(store.db, &asked, &(struct survey_words){ branches, openings, 2, number % 2 == 0 ? "yes" : "no", "" });
}

static void eight_hundred_and_fifty_answers_are_summed(void **state)
{
    (void)state;
    struct survey_row survey;
    int64_t kitchens = 0;

    set_up();
    struct survey_id id = survey_insert(store.db, &(struct survey_insert_in){
        .name = "Jobbarometer 2026", .months = 12, .from_day = first, .last_day = first + 42, .owner = consultant,
        .created_at = db_now(store.db) });
    assert_int_equal(survey_add(store.db, id, &(struct recipients){ "", "" }), COMPANIES);
    assert_true(survey_load(store.db, id, &survey));
    assert_int_equal(survey_send(store.db, &survey, true).count, 0);
    assert_int_equal(survey_send(store.db, &survey, false).count, COMPANIES);
    struct survey_company_row_list rows = survey_companies(store.db, id, "", COMPANIES, 0);
    for (size_t i = 0; i + 1 < rows.count; i++) {
        answer(id, &rows.at[i], i);
        kitchens += (int64_t)(i % 3);
    }
    /* Only the one who has not answered is reminded; answering again replaces. */
    assert_int_equal(survey_send(store.db, &survey, true).count, 1);
    answer(id, &rows.at[rows.count - 1], 2);
    answer(id, &rows.at[rows.count - 1], 1);
    kitchens += 1;
    struct survey_sum_row_list sums = survey_sums(store.db, id);
    assert_int_equal(sums.count, 2);
    for (size_t i = 0; i < sums.count; i++)
        assert_int_equal(sums.at[i].how_many, text_is(sums.at[i].branch, "kitchen") ? kitchens : COMPANIES);
    assert_int_equal(survey_companies(store.db, id, "yes", COMPANIES, 0).count, COMPANIES / 2);
    assert_int_equal(survey_companies(store.db, id, "none", COMPANIES, 0).count, 0);
    commit();
}

static void a_quarter_begins_with_its_month(void **state)
{
    (void)state;
    assert_int_equal(quarter_of(day_of(2026, 3, 31)), day_of(2026, 1, 1));
    assert_int_equal(quarter_of(day_of(2026, 4, 1)), day_of(2026, 4, 1));
    assert_int_equal(quarter_of(day_of(2026, 12, 31)), day_of(2026, 10, 1));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(seven_hundred_letters_are_sent_once),
        cmocka_unit_test(forty_three_igu_follow_the_letters),
        cmocka_unit_test(eight_hundred_and_fifty_answers_are_summed),
        cmocka_unit_test(a_quarter_begins_with_its_month),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("campaign", tests, sizeof tests / sizeof *tests);
}
