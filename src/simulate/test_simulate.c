/* SPDX-License-Identifier: MIT
 * test_simulate.c: the same seed lives the same life, on both databases; another seed another one; and the
 * store it leaves is whole. */
#include "db/test/store.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "casefile/casefile.h"
#include "command.h"
#include "danish/danish.h"
#include "employer/employer.h"
#include "employer/rules.h"
#include "engine_sql.h"
#include "group/group.h"
#include "hours/hours.h"
#include "library/library.h"
#include "proposal/proposal.h"
#include "sanction/sanction.h"
#include "simulate/life.h"
#include "staff/staff.h"
#include "transfer/import.h"
#include "transfer/verify.h"
#include "volunteer/volunteer.h"
#include "web/route.h"

const struct feature *const features[] = { NULL };
const size_t feature_count = 0;
const struct command *const commands[] = { NULL };

enum { CITIZENS = 12, COMPANIES = 8, STAFF = 12, MONTHS = 4, FOLDER_SIZE = 100 };

static void be_silent(const char *line)
{
    (void)line;
}

static instant end_of_life(void)
{
    return instant_of(day_of(2026, 11, 23), 10, 0, 0);
}

static void live(uint64_t seed)
{
    ruleset_set_loader(library_load_rules);
    db_set_guard(casefile_guard);
    if (!life_run(store.db, &(struct life_options){ .citizens = CITIZENS, .companies = COMPANIES, .staff = STAFF,
                                                    .months = MONTHS, .seed = seed, .until = end_of_life(),
                                                    .password = "en prøves adgangskode" }, be_silent))
        fail_msg("%s", db_failure_cause(store.db));
}

/* All obligations in order of citizen: what is due, when, how it went, and whose it is. */
static void tell_obligations(struct text *out, struct stream stream)
{
    struct obligation_stored_list rows = obligation_of_stream(store.db, stream.kind, stream.id);

    for (size_t i = 0; i < rows.count; i++)
        text_add_format(out, "%s %lld %lld %lld %lld\n", rows.at[i].name, (long long)rows.at[i].state,
                        (long long)rows.at[i].due_at, (long long)rows.at[i].settled_at, (long long)rows.at[i].owner);
}

/* The whole life as one text: the files, and every citizen's obligations. The caller frees it. */
static char *told(void)
{
    struct text out;

    arena_reset(store.arena);
    db_begin(store.db, DB_READ, store.arena, actor_system, end_of_life());
    out = text_new(store.arena);
    export_file(store.db, &transfer_citizens, &out);
    export_file(store.db, &transfer_companies, &out);
    for (int64_t i = 1; i <= CITIZENS; i++)
        tell_obligations(&out, (struct stream){ STREAM_CITIZEN, i });
    char *text = strdup(text_done(&out));
    assert_true(db_commit(store.db));
    return text;
}

/* A second store beside the test's own, always SQLite: so both databases are compared with it. */
static char *told_elsewhere(uint64_t seed)
{
    char folder[FOLDER_SIZE] = "/tmp/fodfaeste-test.XXXXXX", command[FOLDER_SIZE + 20];
    struct db *own = store.db;
    const char *why;

    assert_non_null(mkdtemp(folder));
    store.db = db_open(arena_format(store.arena, "sqlite:%s", folder), &why);
    assert_non_null(store.db);
    assert_true(db_migrate(store.db, &why));
    live(seed);
    char *text = told();
    db_close(store.db);
    store.db = own;
    snprintf(command, sizeof command, "rm -r '%s'", folder);
    assert_int_equal(system(command), 0);
    return text;
}

static void the_same_seed_is_the_same_life(void **state)
{
    (void)state;
    live(7);
    char *here = told(), *there = told_elsewhere(7);
    assert_true(strlen(here) > 5000);
    assert_string_equal(here, there);
    free(here);
    free(there);
}

static void another_seed_is_another_life(void **state)
{
    (void)state;
    live(7);
    char *here = told(), *there = told_elsewhere(8);
    assert_string_not_equal(here, there);
    free(here);
    free(there);
}

static void the_store_is_whole_and_its_files_change_nothing(void **state)
{
    struct import_counts counts;
    char *said = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&said, &length);
    (void)state;

    live(7);
    if (!verify_store(store.db, end_of_life(), out)) {
        fclose(out);
        fail_msg("%s", said);
    }
    fclose(out);
    free(said);

    arena_reset(store.arena);
    db_begin(store.db, DB_WRITE, store.arena, actor_system, end_of_life());
    struct text file = text_new(store.arena);
    struct mistakes mistakes = mistakes_new(store.arena);
    export_file(store.db, &transfer_citizens, &file);
    assert_true(import_file(store.db, &transfer_citizens, "f", file.at, file.length, false, NULL, &mistakes, &counts));
    assert_true(counts.same > 0);
    assert_int_equal(counts.same, counts.rows);
    assert_true(db_commit(store.db));
}

/* Invented, but such as the form takes: and no company's, since the register's never begin with 0. */
static void company_numbers_pass_the_form(void **state)
{
    (void)state;
    live(7);
    arena_reset(store.arena);
    db_begin(store.db, DB_READ, store.arena, actor_system, end_of_life());
    struct company_listed_list all = employer_list(store.db, &(struct employer_filter){ .typed = "" }, COMPANIES, 0);
    assert_int_equal(all.count, COMPANIES);
    for (size_t i = 0; i < all.count; i++) {
        struct company_row company;
        assert_true(company_load(store.db, all.at[i].id, &company));
        assert_int_equal(cvr_check(store.arena, company.cvr).why, NUMBER_FINE);
        assert_int_equal(company.cvr[0], '0');
    }
    assert_true(db_commit(store.db));
}

static void a_store_with_citizens_says_how_many(void **state)
{
    (void)state;
    assert_int_equal(life_there_already(store.db, end_of_life()).citizens, 0);
    live(7);
    assert_int_equal(life_there_already(store.db, end_of_life()).citizens, CITIZENS);
}

/* The story goes on in the same store with other people: nobody's number comes twice. */
static void a_second_life_stands_beside_the_first(void **state)
{
    (void)state;
    live(7);
    live(8);
    assert_int_equal(life_there_already(store.db, end_of_life()).citizens, 2 * CITIZENS);
}

/* Nobody sets the same goal twice, and a goal of so many paid hours is reached by those alone who have had them. */
static void goals_agree_with_hours(void **state)
{
    int set = 0;
    (void)state;

    live(7);
    arena_reset(store.arena);
    db_begin(store.db, DB_READ, store.arena, actor_system, end_of_life());
    for (int64_t citizen = 1; citizen <= CITIZENS; citizen++) {
        struct goal_row_list goals = goal_of_citizen(store.db, (struct citizen_id){ citizen });
        set += (int)goals.count;
        for (size_t i = 0; i < goals.count; i++) {
            for (size_t k = 0; k < i; k++)
                assert_string_not_equal(goals.at[i].words, goals.at[k].words);
            struct person nobody_paid = { .paid = 0 }, paid = { .paid = 3700 };
            if (strstr(goals.at[i].words, "timers løn") == NULL)
                continue;
            assert_int_equal(life_decide(&nobody_paid, &goals.at[i], REVIEW_REACHED), REVIEW_GO_ON);
            assert_int_equal(life_decide(&paid, &goals.at[i], REVIEW_ADJUST), REVIEW_REACHED);
        }
    }
    assert_true(set > CITIZENS);
    assert_true(db_commit(store.db));
}

/* Whoever assessed or recommended has not decided, and each day of a case is marked as it says. */
static void check_case(struct sanction_case_id id, int *decided)
{
    struct sanction_file file;

    assert_true(sanction_load(store.db, id, &file));
    const struct sanction_step_row *ruled = sanction_step_of(&file, STEP_DECIDED);
    assert_true(file.absences.count > 0);
    for (size_t i = 0; i < file.absences.count; i++)
        assert_string_equal(file.absences.at[i].mark, "unlawful");
    if (ruled == NULL)
        return;
    (*decided)++;
    assert_int_not_equal(ruled->staff.n, sanction_step_of(&file, STEP_ASSESSED)->staff.n);
    assert_int_not_equal(ruled->staff.n, sanction_step_of(&file, STEP_RECOMMENDED)->staff.n);
}

static void absence_is_decided_by_another(void **state)
{
    int cases = 0, decided = 0;
    (void)state;

    live(7);
    arena_reset(store.arena);
    db_begin(store.db, DB_READ, store.arena, actor_system, end_of_life());
    for (int64_t citizen = 1; citizen <= CITIZENS; citizen++) {
        struct sanction_of_citizen_list all = sanction_cases_of(store.db, (struct citizen_id){ citizen });
        for (size_t i = 0; i < all.count; i++, cases++)
            check_case(all.at[i].id, &decided);
    }
    assert_true(cases > 1);
    assert_true(decided > 0);
    assert_true(db_commit(store.db));
}

static int volunteers_of_kind(const char *kind)
{
    struct volunteer_listed_list all = volunteer_all(store.db);
    int count = 0;

    for (size_t i = 0; i < all.count; i++)
        count += text_is(all.at[i].kind, kind) && *all.at[i].languages != 0 && *all.at[i].town != 0;
    return count;
}

static int in_state(const char *kind, const char *state)
{
    struct proposal_accepted_row_list rows = proposal_accepted_current(store.db, unit_by_code(store.db, "integration"), kind);
    int count = 0;

    for (size_t i = 0; i < rows.count; i++)
        count += text_is(rows.at[i].state, state);
    return count;
}

static void volunteers_danish_and_hours_are_lived(void **state)
{
    struct volunteer_number numbers;
    int with_pace = 0;
    (void)state;

    live(7);
    arena_reset(store.arena);
    db_begin(store.db, DB_READ, store.arena, actor_system, end_of_life());
    assert_true(volunteer_numbers(store.db, &numbers));
    assert_true(numbers.matched > 0 && numbers.matched <= numbers.mentors);
    assert_int_equal(volunteer_chiefs(store.db).count, 2);
    assert_true(volunteers_of_kind("language_buddy") > 0);
    assert_true(in_state("language_buddy", "started") > 0 && in_state("mentor", "started") > 0);
    for (int64_t citizen = 1; citizen <= CITIZENS; citizen++) {
        struct citizen_row row;
        assert_true(citizen_load(store.db, (struct citizen_id){ citizen }, &row));
        with_pace += danish_standing(store.db, row.id, row.danish_level).pace.why == PACE_KNOWN;
    }
    assert_true(with_pace > 0);
    assert_true(hours_required(store.db, day_of_instant(end_of_life())).count > 0);
    assert_true(db_commit(store.db));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_seed_is_the_same_life),
        cmocka_unit_test(another_seed_is_another_life),
        cmocka_unit_test(company_numbers_pass_the_form),
        cmocka_unit_test(goals_agree_with_hours),
        cmocka_unit_test(absence_is_decided_by_another),
        cmocka_unit_test(volunteers_danish_and_hours_are_lived),
        cmocka_unit_test(a_store_with_citizens_says_how_many),
        cmocka_unit_test(a_second_life_stands_beside_the_first),
        cmocka_unit_test(the_store_is_whole_and_its_files_change_nothing),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("simulate", tests, sizeof tests / sizeof tests[0]);
}
