/* SPDX-License-Identifier: MIT
 * test_volunteer.c: the network of leaders loaded over both databases (001:354, N11): 44 mentors, 22 matched, one citizen
 * in a job. Only the trained are proposed; a no frees both, and the two are not proposed again. The market is src/proposal. */
#include "db/test/store.h"

#include "base/text.h"
#include "citizen/citizen.h"
#include "employer/employer.h"
#include "engine/journal.h"
#include "mentor/rules.h"
#include "placement/placement.h"
#include "proposal/proposal.h"
#include "staff/staff.h"
#include "volunteer/volunteer.h"
#include "workplace/workplace.h"

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

    workplace_want(store.db, citizen, &(struct market_wish_row_list){ 0 }, "mentor", true);
    mentor_branch_set(store.db, "retail", citizen);
    return citizen;
}

static void load_network(void)
{
    begin();
    for (int i = 0; i < MENTORS; i++) {
        struct volunteer_row row;
        struct volunteer_id id = volunteer_add(store.db, &(struct volunteer_insert_in){
            .kind = "mentor", .name = arena_format(store.arena, "Mentor %d", i), .phone = "", .email = "", .branch = "retail", .town = "Vejle",
            .languages = "ar", .seats = 1, .chief = consultant }, &(struct volunteer_place_insert_in){ 0 });
        if (i < TRAINED && volunteer_load(store.db, id, &row))
            assert_true(volunteer_train(store.db, &row, first - 20, first - 10));
    }
    for (int i = 0; i < WISHES; i++)
        citizen_at(i);
    commit();
}

/* A run for all who want a mentor; all of it accepted. How many were proposed anew. */
static int64_t propose(void)
{
    const struct market_kind *kind = market_kind_find("mentor");
    struct proposal_market *market = market_load(store.db, unit, kind, first, (struct proposal_run_id){ 0 });
    int64_t accepted = 0;

    market_solve(store.arena, market);
    struct proposal_row_list rows = proposal_of_run(store.db, proposal_run_make(store.db, market));
    for (size_t i = 0; i < rows.count; i++)
        accepted += rows.at[i].work_place.n != 0 && proposal_accept(store.db, rows.at[i].id, false, "", "");
    return accepted;
}

static struct proposal_accepted_row_list current(void)
{
    return proposal_accepted_current(store.db, unit, "mentor");
}

static void answer_all(void)
{
    struct proposal_accepted_row_list rows = current();

    for (size_t i = 0; i < rows.count; i++) {
        struct proposal_accepted_row now;
        assert_true(proposal_answer(store.db, &rows.at[i], ANSWER_COMPANY, i > 0, "", ""));
        if (i == 0)
            continue;
        assert_true(proposal_accepted_load(store.db, rows.at[i].proposal, &now));
        assert_true(proposal_answer(store.db, &now, ANSWER_CITIZEN, true, "", ""));
        assert_false(proposal_answer(store.db, &now, ANSWER_CITIZEN, true, "", "")); /* Somebody was faster. */
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
    assert_int_equal(propose(), WISHES); /* 30 are trained. */
    struct work_place_id declined = current().at[0].work_place;
    answer_all();
    commit();

    /* The one whose mentor said no is proposed another; nobody owed a reason. */
    begin();
    volunteer_numbers(store.db, &numbers);
    assert_int_equal(numbers.matched, WISHES - 1);
    assert_int_equal(propose(), 1);
    struct proposal_accepted_row_list rows = current();
    assert_string_equal(rows.at[rows.count - 1].state, "asked");
    assert_true(rows.at[rows.count - 1].work_place.n != declined.n);
    give_job(rows.at[0].citizen);
    volunteer_numbers(store.db, &numbers);
    assert_int_equal(numbers.mentors, MENTORS);
    assert_int_equal(numbers.matched, MATCHED);
    assert_int_equal(mentor_percent(numbers.matched, numbers.mentors), PERCENT);
    assert_int_equal(numbers.in_job, 1);
    assert_true(proposal_end(store.db, &rows.at[0]));
    commit();
}

/* Who was beside whom stands in the journal as for every relation, for the scheme's rules and figures. */
static void the_journal_has_the_relation(void **state)
{
    (void)state;
    set_up();
    load_network();
    begin();
    propose();
    answer_all();
    struct proposal_accepted_row_list rows = current();
    struct stream person = { STREAM_PERSON, VOLUNTEER_PERSON_FIRST + rows.at[0].volunteer.n };
    assert_string_equal(rows.at[0].state, "started");
    assert_true(journal_find(store.db, person, EVENT_RELATION_PROPOSED, "mentor") != 0);
    assert_true(journal_find(store.db, person, EVENT_RELATION_ACCEPTED, "mentor") != 0);
    assert_true(journal_find(store.db, person, EVENT_RELATION_STARTED, "mentor") != 0);
    assert_int_equal(journal_find(store.db, person, EVENT_RELATION_ENDED, "mentor"), 0);
    assert_true(proposal_end(store.db, &rows.at[0]));
    assert_true(journal_find(store.db, person, EVENT_RELATION_ENDED, "mentor") != 0);
    commit();
}

/* Nobody is asked about a citizen who is erased. */
static void an_erased_citizens_proposal_is_closed(void **state)
{
    (void)state;
    set_up();
    load_network();
    begin();
    propose();
    struct proposal_accepted_row first_row = current().at[0];
    struct stream person = { STREAM_PERSON, VOLUNTEER_PERSON_FIRST + first_row.volunteer.n };
    commit();
    db_begin(store.db, DB_WRITE, store.arena, (struct actor){ ACTOR_STAFF, consultant.n, PERMISSION_BIT(PERMISSION_COUNT) - 1 },
             instant_of(first, 10, 0, 0));
    assert_int_equal(journal_find(store.db, person, EVENT_PROPOSAL_CLOSED, "ended"), 0);
    proposal_holding.erase(store.db, first_row.citizen);
    assert_true(journal_find(store.db, person, EVENT_PROPOSAL_CLOSED, "ended") != 0);
    commit();
}

static void without_training_nobody_is_proposed(void **state)
{
    (void)state;
    set_up();
    begin();
    volunteer_add(store.db, &(struct volunteer_insert_in){ .kind = "mentor", .name = "Uden kursus", .phone = "", .email = "", .branch = "", .town = "",
                                                           .languages = "", .seats = 1 }, &(struct volunteer_place_insert_in){ 0 });
    citizen_at(0);
    assert_int_equal(propose(), 0);
    commit();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forty_four_mentors_half_of_them_matched),
        cmocka_unit_test(the_journal_has_the_relation),
        cmocka_unit_test(an_erased_citizens_proposal_is_closed),
        cmocka_unit_test(without_training_nobody_is_proposed),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("volunteer", tests, sizeof tests / sizeof *tests);
}
