/* SPDX-License-Identifier: MIT
 * test_old.c: a company from before the journal knew it is told once; months of two companies become one series and are
 * parted again. On both databases. */
#include "db/test/store.h"

#include "base/text.h"
#include "employer/merge.h"
#include "engine/journal.h"
#include "staff/staff.h"

static struct staff_id consultant;

static void begin(void)
{
    begin_as(actor_system, instant_of(day_of(2026, 3, 2), 9, 0, 0));
}

static void set_up(void)
{
    begin();
    staff_found(store.db);
    consultant = staff_add(store.db, &(struct staff_insert_in){ "jonas", "Jonas Bech", "", "", "",
                                                                unit_by_code(store.db, "integration") }, NULL,
                           "company_consultant");
}

/* As a row stood before there were events: written past employer_create. */
static struct company_id old_company(const char *name, struct staff_id staff)
{
    return company_insert(store.db, &(struct company_insert_in){
        .cvr = "", .p_number = "", .name = name, .search_name = name, .branch = "", .street = "", .postal_code = "",
        .town = "", .employee_count = EMPLOYEES_UNKNOWN, .employee_day = DAY_NONE, .employee_source = "", .sector = "",
        .culture = "", .travel = "", .hours = "", .state = "willing", .pause_until_day = DAY_NONE, .consultant = staff,
        .created_at = instant_of(day_of(2026, 1, 5), 10, 0, 0) });
}

static int64_t told(struct company_id company, enum event_kind kind, const char *code)
{
    return journal_find(store.db, (struct stream){ STREAM_COMPANY, company.n }, kind, code);
}

static void an_old_company_is_told_once(void **state)
{
    (void)state;
    set_up();
    struct company_id kept = old_company("gammel", consultant), alone = old_company("alene", (struct staff_id){ 0 });
    commit();

    begin();
    assert_int_equal(told(kept, EVENT_RELATION_STARTED, "company_consultant"), 0);
    assert_int_equal(employer_tell_old(store.db, 10), 2);
    commit();

    begin();
    assert_true(told(kept, EVENT_COMPANY_CREATED, NULL) > 0);
    assert_true(told(kept, EVENT_RELATION_STARTED, "company_consultant") > 0);
    assert_int_equal(told(alone, EVENT_RELATION_STARTED, NULL), 0);
    assert_int_equal(company_staffing_open(store.db, kept, "company_consultant"), 1);
    assert_int_equal(employer_tell_old(store.db, 10), 0);
    commit();
}

static size_t month_count(struct company_id company)
{
    struct company_row row;

    assert_true(company_load(store.db, company, &row));
    return employer_months(store.db, &row, MONTHS_P, day_of(2026, 3, 1), 24).count;
}

static void months_go_with_a_merge_and_come_back(void **state)
{
    (void)state;
    const int64_t three[] = { 1000, 1000, 1000 }, one[] = { 500 };

    set_up();
    struct company_id kept = old_company("a", consultant), gone = old_company("b", consultant);
    employer_note_months(store.db, kept, MONTHS_P, day_of(2026, 3, 2), one, 1, "");
    employer_note_months(store.db, gone, MONTHS_P, day_of(2026, 3, 2), three, 3, "");
    struct company_merge_id merge = employer_merge(store.db, kept, gone);
    commit();

    /* February is told of by both: each keeps its own. */
    begin();
    assert_int_equal(month_count(kept), 3);
    assert_int_equal(month_count(gone), 1);
    assert_true(employer_part(store.db, merge));
    commit();

    begin();
    assert_int_equal(month_count(kept), 1);
    assert_int_equal(month_count(gone), 3);
    commit();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_old_company_is_told_once),
        cmocka_unit_test(months_go_with_a_merge_and_come_back),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("old companies", tests, sizeof tests / sizeof *tests);
}
