/* SPDX-License-Identifier: MIT
 * test_pipeline.c: the cohorts of Roskilde (001:228-262) loaded over both databases, and their figures counted by
 * the board: N06 29 -> 18 -> 6, N07 10 + 20 and 1 + 13, N08 beside them; undo; and what a stranger sees. */
#include "db/test/store.h"

#include "base/text.h"
#include "citizen/citizen.h"
#include "employer/employer.h"
#include "engine/journal.h"
#include "casefile/casefile.h"
#include "pipeline/pipeline.h"
#include "staff/staff.h"

enum { ROUND_ONE = 29, COMPLETED = 18, ATTACHED = 6, ROUND_TWO = 30, CASH = 10, OFFERED_CASH = 1, OFFERED_INTEGRATION = 13,
       STOPPED = 6, SIDE_HIRES = 5 };

static struct staff_id consultant, stranger;
static struct unit_id unit;
static struct company_id company;
static struct pipeline_row board;
static day first; /* 2 March 2026. */

static struct actor actor(struct staff_id staff)
{
    struct actor actor = staff_actor(staff.n);

    actor.permissions &= ~PERMISSION_BIT(MAY_CASE_ALL) & ~PERMISSION_BIT(MAY_CASE_ERASE);
    return actor;
}

static void begin(struct staff_id staff, day on)
{
    begin_as(actor(staff), instant_of(on, 9, 0, 0));
}

/* Loads the board again: what it points at lived in the last transaction. */
static void load_board(struct pipeline_id id)
{
    assert_true(pipeline_load(store.db, id, &board));
}

/* A municipality with a consultant, a stranger of another unit, a company, and an empty board; inside a write. */
static void set_up(void)
{
    first = day_of(2026, 3, 2);
    begin_as(actor_system, instant_of(first, 8, 0, 0));
    staff_found(store.db);
    unit = unit_by_code(store.db, "integration");
    consultant = staff_add(store.db, &(struct staff_insert_in){ "jonas", "Jonas Bech", "", "", "", unit }, NULL,
                           "employment_consultant");
    stranger = staff_add(store.db, &(struct staff_insert_in){ "fie", "Fie Fremmed", "", "", "",
                                                              unit_by_code(store.db, "kompetence") }, NULL,
                         "employment_consultant");
    commit();
    db_set_guard(casefile_guard);
    begin(consultant, first);
    company = employer_create(store.db, &(struct company_facts){
        .name = "Hotel Havnen", .employee_count = EMPLOYEES_UNKNOWN, .employee_day = DAY_NONE, .pause_until = DAY_NONE });
    load_board(pipeline_insert(store.db, &(struct pipeline_insert_in){
        .kind = pipeline_kind_codes[PIPELINE_COHORT], .name = "Jobskolen", .company = company, .owner = consultant,
        .areas = "Køkken, Teknisk Service, Facility Service", .from_day = first, .to_day = DAY_NONE,
        .mentors_told_day = DAY_NONE, .aftercare_day = DAY_NONE, .created_at = db_now(store.db) }));
}

static struct citizen_id person(int number, const char *benefit)
{
    return citizen_create(store.db, &(struct citizen_facts){
        .first_name = arena_format(store.arena, "Kandidat %d", number), .last_name = "Prøve", .town = "Roskilde",
        .law_basis = "integrationsloven", .benefit = benefit, .unit = unit, .born = DAY_NONE, .permit_from = DAY_NONE,
        .permit_to = DAY_NONE, .arrived_at = INSTANT_NONE, .received_at = INSTANT_NONE });
}

static struct pipeline_card_row card_of(struct pipeline_card_id id)
{
    struct pipeline_card_row card;

    assert_true(pipeline_card_load(store.db, &board, id, &card));
    return card;
}

/* One step after the other up to a place, as the board's button does. */
static void bring_to(struct pipeline_card_id id, int place)
{
    for (int step = (int)card_of(id).place + 1; step <= place; step++) {
        struct pipeline_card_row card = card_of(id);
        assert_true(pipeline_move(store.db, &board, &card, &(struct pipeline_step){
            .place = step, .reason = "", .outcome = "", .on = first }));
    }
}

static void stop(struct pipeline_card_id id)
{
    struct pipeline_card_row card = card_of(id);

    assert_true(pipeline_move(store.db, &board, &card, &(struct pipeline_step){
        .place = (int)card.place, .is_stopped = true, .reason = "health", .outcome = "", .on = first }));
}

static void the_first_round_is_29_18_6(void **state)
{
    (void)state;
    set_up();
    for (int i = 0; i < ROUND_ONE; i++) {
        struct pipeline_card_id id = pipeline_add_citizen(store.db, &board, person(i, ""), "Køkken", false);
        bring_to(id, i < ATTACHED ? COHORT_HIRED : i < COMPLETED ? COHORT_COMPLETED : COHORT_STARTED);
    }
    for (int i = 0; i < SIDE_HIRES; i++)
        assert_true(pipeline_add_citizen(store.db, &board, person(100 + i, ""), "", true).n > 0);
    struct pipeline_counts counts = pipeline_count(store.db, &board, NULL);
    assert_int_equal(counts.reached[COHORT_STARTED], 29);
    assert_int_equal(counts.reached[COHORT_COMPLETED], 18);
    assert_int_equal(counts.reached[COHORT_HIRED], 6);
    assert_int_equal(counts.side_hires, 5);
    commit();
}

/* 10 on kontanthjælp and 20 on integrationsydelse; løntilskud offered to 1 and 13; 6 of the 14 stop; of the 8 left
 * one is in an ordinary job (001:250). */
static void the_latest_round_is_14_8_1(void **state)
{
    (void)state;
    int offered = 0;

    set_up();
    for (int i = 0; i < ROUND_TWO; i++) {
        bool is_cash = i < CASH;
        struct pipeline_card_id id =
            pipeline_add_citizen(store.db, &board, person(i, is_cash ? "kontanthjaelp" : "integrationsydelse"), "", false);
        if (is_cash ? i < OFFERED_CASH : i < CASH + OFFERED_INTEGRATION) {
            bring_to(id, offered == STOPPED ? COHORT_HIRED : COHORT_STARTED);
            if (offered++ < STOPPED)
                stop(id);
        }
    }
    struct pipeline_counts all = pipeline_count(store.db, &board, NULL);
    struct pipeline_counts cash = pipeline_count(store.db, &board, "kontanthjaelp");
    struct pipeline_counts integration = pipeline_count(store.db, &board, "integrationsydelse");
    assert_int_equal(cash.reached[COHORT_FOUND], 10);
    assert_int_equal(integration.reached[COHORT_FOUND], 20);
    assert_int_equal(cash.reached[COHORT_STARTED], 1);
    assert_int_equal(integration.reached[COHORT_STARTED], 13);
    assert_int_equal(all.reached[COHORT_STARTED], 14);
    assert_int_equal(all.stopped[COHORT_STARTED], 6);
    assert_int_equal(all.reached[COHORT_STARTED] - all.stopped[COHORT_STARTED], 8);
    assert_int_equal(all.reached[COHORT_HIRED], 1);
    commit();
}

static size_t moves_known(struct citizen_id citizen)
{
    struct view view = journal_view(store.db, (struct stream){ STREAM_CITIZEN, citizen.n }, db_now(store.db), INSTANT_NEVER);

    return view.kind_begin[EVENT_PIPELINE_MOVED + 1] - view.kind_begin[EVENT_PIPELINE_MOVED];
}

static void an_undone_move_takes_its_event_back(void **state)
{
    (void)state;
    set_up();
    struct citizen_id citizen = person(1, "");
    struct pipeline_card_id id = pipeline_add_citizen(store.db, &board, citizen, "", false);
    assert_int_equal(pipeline_add_citizen(store.db, &board, citizen, "", false).n, 0);
    bring_to(id, COHORT_INTERVIEW);
    struct pipeline_card_row stale = card_of(id);
    stop(id);
    assert_int_equal(moves_known(citizen), 4);

    /* Who had the page open before moves nothing. */
    assert_false(pipeline_move(store.db, &board, &stale, &(struct pipeline_step){
        .place = COHORT_LISTED, .reason = "", .outcome = "", .on = first }));
    struct pipeline_card_row card = card_of(id);
    assert_true(card.is_stopped);
    assert_true(pipeline_undo(store.db, &card));
    card = card_of(id);
    assert_false(card.is_stopped);
    assert_int_equal(card.place, COHORT_INTERVIEW);
    assert_string_equal(card.stop_reason, "");
    assert_int_equal(moves_known(citizen), 3);
    assert_true(pipeline_undo(store.db, &card));
    card = card_of(id);
    assert_int_equal(card.place, COHORT_SCREENED);
    assert_true(pipeline_undo(store.db, &card));
    card = card_of(id);
    assert_false(pipeline_undo(store.db, &card));
    assert_int_equal(card.place, COHORT_FOUND);
    commit();
}

static void a_stranger_sees_numbers_and_nobody(void **state)
{
    (void)state;
    set_up();
    struct pipeline_card_id id = pipeline_add_citizen(store.db, &board, person(1, ""), "", false);
    struct pipeline_id pipeline = board.id;
    commit();

    begin(consultant, first);
    assert_int_equal(pipeline_citizen_cards(store.db, pipeline, 0, consultant, PIPELINE_CARDS_MAX).count, 1);
    commit();
    begin(stranger, first);
    load_board(pipeline);
    assert_int_equal(pipeline_citizen_cards(store.db, pipeline, 0, stranger, PIPELINE_CARDS_MAX).count, 0);
    assert_int_equal(pipeline_count(store.db, &board, NULL).reached[COHORT_FOUND], 1);
    struct pipeline_card_row card;
    assert_false(pipeline_card_load(store.db, &board, id, &card));
    assert_int_equal(db_failure(store.db), DB_REFUSED);
    db_rollback(store.db);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_round_is_29_18_6),
        cmocka_unit_test(the_latest_round_is_14_8_1),
        cmocka_unit_test(an_undone_move_takes_its_event_back),
        cmocka_unit_test(a_stranger_sees_numbers_and_nobody),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("pipeline", tests, sizeof tests / sizeof *tests);
}
