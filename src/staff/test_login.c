/* SPDX-License-Identifier: MIT
 * test_login.c: wrong passwords close the door for 1, 2, 4 ... minutes and at most an hour, also when they come at
 * the same moment, and the second factor with the codes of RFC 6238, appendix B. */
#include "db/test/store.h"

#include "staff/password.h"
#include "staff/staff.h"

enum { RFC_MOMENT = 1111111109, STEP_SECONDS = 30, MINUTE = 60 };

static const char password[] = "adgangskode til prøver", rfc_secret[] = "12345678901234567890", rfc_code[] = "081804";
static struct staff_id mette;

static void set_up(void)
{
    begin_as(actor_system, RFC_MOMENT);
    staff_found(store.db);
    mette = staff_add(store.db, &(struct staff_insert_in){ "mette", "Mette Prøve", "", "", "",
                                                           unit_by_code(store.db, "integration") }, password, "caseworker");
    commit();
}

static struct login_verdict try(instant now, const char *word, const char *code)
{
    begin_as((struct actor){ 0 }, now);
    struct login_verdict verdict = staff_log_in(store.db, "mette", word, code);
    commit();
    return verdict;
}

static void the_door_closes_longer_each_time(void **state)
{
    static const int minutes[] = { 1, 2, 4, 8, 16, 32, 60, 60 };
    instant now = RFC_MOMENT;

    (void)state;
    set_up();
    for (int i = 0; i < 3; i++)
        assert_int_equal(try(now, "forkert", "").why, LOGIN_WRONG);
    for (size_t i = 0; i < sizeof minutes / sizeof *minutes; i++) {
        assert_int_equal(try(now, "forkert", "").why, LOGIN_WRONG);
        instant open = now + minutes[i] * MINUTE;
        struct login_verdict verdict = try(open - 1, password, "");
        assert_int_equal(verdict.why, LOGIN_LOCKED);
        assert_int_equal(verdict.until, open);
        now = open;
    }
    assert_int_equal(try(now, password, "").why, LOGIN_FINE);
    for (int i = 0; i < 3; i++)
        assert_int_equal(try(now, "forkert", "").why, LOGIN_WRONG);
    assert_int_equal(try(now, password, "").why, LOGIN_FINE);
}

static void somebody_unknown_and_somebody_who_left_hear_the_same(void **state)
{
    (void)state;
    set_up();
    begin_as((struct actor){ 0 }, RFC_MOMENT);
    assert_int_equal(staff_log_in(store.db, "findes-ikke", password, "").why, LOGIN_WRONG);
    commit();
    begin_as(actor_system, RFC_MOMENT);
    struct staff_row person;
    assert_true(staff_load(store.db, mette, &person));
    assert_int_equal(staff_update(store.db, &(struct staff_update_in){
        .name = person.name, .title = person.title, .phone = person.phone, .email = person.email, .unit = person.unit,
        .is_active = false, .id = mette, .version = person.version }), 1);
    commit();
    assert_int_equal(try(RFC_MOMENT, password, "").why, LOGIN_WRONG);
}

/* Two who read the same count: what the second reads is old by the time it is counted. */
static void a_try_at_the_same_moment_is_not_looked_at(void **state)
{
    struct staff_secret seen;

    (void)state;
    set_up();
    begin_as((struct actor){ 0 }, RFC_MOMENT);
    assert_true(staff_for_login(store.db, "mette", &seen));
    assert_int_equal(staff_count_try(store.db, INSTANT_NONE, seen.id, seen.failed_count), 1);
    assert_int_equal(staff_count_try(store.db, INSTANT_NONE, seen.id, seen.failed_count), 0);
    commit();
}

static void turn_code_on(void)
{
    begin_as(actor_system, RFC_MOMENT - STEP_SECONDS);
    staff_set_totp(store.db, (struct bytes){ (const unsigned char *)rfc_secret, sizeof rfc_secret - 1 }, 0, mette);
    commit();
}

static void a_code_works_once_and_for_a_step_each_way(void **state)
{
    (void)state;
    set_up();
    turn_code_on();
    assert_int_equal(try(RFC_MOMENT, password, "").why, LOGIN_CODE);
    assert_int_equal(try(RFC_MOMENT, password, "081805").why, LOGIN_CODE);
    assert_int_equal(try(RFC_MOMENT - 2 * STEP_SECONDS, password, rfc_code).why, LOGIN_CODE);
    assert_int_equal(try(RFC_MOMENT + STEP_SECONDS, password, rfc_code).why, LOGIN_FINE);
    assert_int_equal(try(RFC_MOMENT + STEP_SECONDS, password, rfc_code).why, LOGIN_CODE);
}

/* Asking for the code again and again does not give new guesses. */
static void guessing_codes_closes_the_door(void **state)
{
    (void)state;
    set_up();
    turn_code_on();
    for (int i = 0; i < 4; i++) {
        assert_int_equal(try(RFC_MOMENT, password, "").why, LOGIN_CODE);
        assert_int_equal(try(RFC_MOMENT, password, "000000").why, LOGIN_CODE);
    }
    assert_int_equal(try(RFC_MOMENT, password, rfc_code).why, LOGIN_LOCKED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_door_closes_longer_each_time),
        cmocka_unit_test(somebody_unknown_and_somebody_who_left_hear_the_same),
        cmocka_unit_test(a_try_at_the_same_moment_is_not_looked_at),
        cmocka_unit_test(a_code_works_once_and_for_a_step_each_way),
        cmocka_unit_test(guessing_codes_closes_the_door),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("login", tests, sizeof tests / sizeof *tests);
}
