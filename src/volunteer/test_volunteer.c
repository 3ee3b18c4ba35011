/* SPDX-License-Identifier: MIT
 * test_volunteer.c: the network of leaders loaded over both databases (001:354, N11): 44 mentors, 22 matched, one citizen
 * in a job. Only the trained are proposed; a no frees both, and the two are not proposed again. */
#include "db/test/store.h"

#include "base/text.h"
#include "citizen/citizen.h"
#include "employer/employer.h"
#include "mentor/rules.h"
#include "placement/placement.h"
#include "staff/staff.h"
#include "volunteer/volunteer.h"

enum { MENTORS = 44, TRAINED = 30, WISHES = 23, MATCHED = 22, PERCENT = 50 };

static struct staff_id consultant;
static struct unit_id unit;
static day first;

static void begin(void)
{
    struct actor actor = staff_actor(consultant.n);

    actor.permissions &= ~PERMISSION_BIT(MAY_CASE_ERASE);
    begin_as(actor, instant_of(first, 9, 0, 0));
}

static void set_up(void)
{
    first = day_of(2026, 3, 2);
    begin_as(actor_system, instant_of(first, 8, 0, 0));
    staff_found(store.db);
    unit = unit_by_code(store.db, "integration");
    consultant = staff_add(store.db, &(struct staff_insert_in){ "jonas", "Jonas Bech", "", "", "", unit }, NULL,
                           "employment_consultant");
    commit();
}

static struct citizen_id citizen_at(int number)
{
    struct citizen_id citizen = citizen_create(store.db, &(struct citizen_facts){
        .first_name = "Borger", .last_name = arena_format(store.arena, "Prøve %d", number), .sex = "", .phone = "",
        .contact_note = "", .email = "", .town = "Vejle", .language = "ar", .other_languages = "", .interpreter_note = "",
        .danish_level = "", .law_basis = "integrationsloven", .benefit = "", .readiness = "jobparat", .permit_kind = "",
        .born = DAY_NONE, .permit_from = DAY_NONE, .permit_to = DAY_NONE, .arrived_at = INSTANT_NONE,
        .received_at = INSTANT_NONE, .unit = unit, .home_note = "", .street = "", .postal_code = "" });

    mentor_wish_put(store.db, citizen, "retail", db_now(store.db));
    return citizen;
}

static void load_network(void)
{
    begin();
    for (int i = 0; i < MENTORS; i++) {
        struct volunteer_row row;
        struct volunteer_id id = volunteer_insert(store.db, &(struct volunteer_insert_in){
            .kind = "mentor", .name = arena_format(store.arena, "Mentor %d", i), .phone = "", .branch = "retail", .town = "Vejle",
            .languages = "ar", .seats = 1, .chief = consultant });
        if (i < TRAINED && volunteer_load(store.db, id, &row))
            assert_true(volunteer_train(store.db, &row, first - 20, first - 10));
    }
    for (int i = 0; i < WISHES; i++)
        citizen_at(i);
    commit();
}

static void answer_all(bool is_first_no)
{
    struct volunteer_match_row_list rows = volunteer_matches(store.db, true, consultant);

    for (size_t i = 0; i < rows.count; i++) {
        struct volunteer_match_row match;
        if (!text_is(rows.at[i].state, "proposed"))
            continue;
        assert_true(volunteer_answer(store.db, &rows.at[i], SIDE_MENTOR, i > 0 || !is_first_no));
        if (i == 0 && is_first_no)
            continue;
        assert_true(volunteer_match_load(store.db, rows.at[i].id, &match));
        assert_true(volunteer_answer(store.db, &match, SIDE_CITIZEN, true));
        assert_false(volunteer_answer(store.db, &match, SIDE_CITIZEN, true)); /* Somebody was faster. */
    }
}

static void give_job(struct citizen_id citizen)
{
    struct company_id company = employer_create(store.db, &(struct company_facts){
        .cvr = "", .p_number = "", .name = "Butik", .branch = "retail", .street = "", .postal_code = "", .town = "Vejle",
        .employee_count = 10, .employee_day = DAY_NONE, .place_count = 1, .state = COMPANY_WILLING, .pause_until = DAY_NONE,
        .consultant = consultant });
    struct placement_step step = { first, 3700, 3700 };

    placement_start(store.db, &(struct placement_agreement){
        .citizen = citizen, .company = company, .kind = PLACEMENT_JOB, .from = first, .to = DAY_NONE, .weekdays = 31,
        .consultant = consultant, .steps = &step, .step_count = 1 });
}

static void forty_four_mentors_half_of_them_matched(void **state)
{
    struct volunteer_number numbers;

    (void)state;
    set_up();
    load_network();
    begin();
    assert_int_equal(volunteer_propose(store.db, true, consultant), WISHES); /* 30 are trained. */
    answer_all(true);
    commit();

    /* The one whose mentor said no is proposed another; both sides owe nobody a reason. */
    begin();
    volunteer_numbers(store.db, &numbers);
    assert_int_equal(numbers.matched, WISHES - 1);
    struct volunteer_pair_list declined = volunteer_declined(store.db);
    assert_int_equal(declined.count, 1);
    assert_int_equal(volunteer_propose(store.db, true, consultant), 1);
    struct volunteer_match_row_list rows = volunteer_matches(store.db, true, consultant);
    assert_string_equal(rows.at[0].state, "proposed");
    assert_true(rows.at[0].volunteer.n != declined.at[0].volunteer.n);
    give_job(rows.at[1].citizen);
    volunteer_numbers(store.db, &numbers);
    assert_int_equal(numbers.mentors, MENTORS);
    assert_int_equal(numbers.matched, MATCHED);
    assert_int_equal(mentor_percent(numbers.matched, numbers.mentors), PERCENT);
    assert_int_equal(numbers.in_job, 1);
    assert_true(volunteer_end(store.db, &rows.at[1]));
    commit();
}

static void without_training_nobody_is_proposed(void **state)
{
    (void)state;
    set_up();
    begin();
    volunteer_insert(store.db, &(struct volunteer_insert_in){ .kind = "mentor", .name = "Uden kursus", .phone = "", .branch = "", .town = "",
                                                              .languages = "", .seats = 1 });
    citizen_at(0);
    assert_int_equal(volunteer_propose(store.db, true, consultant), 0);
    commit();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forty_four_mentors_half_of_them_matched),
        cmocka_unit_test(without_training_nobody_is_proposed),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("volunteer", tests, sizeof tests / sizeof *tests);
}
