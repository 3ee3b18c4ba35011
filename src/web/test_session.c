/* SPDX-License-Identifier: MIT
 * test_session.c: when a session ends: half an hour without a click, twelve hours at most, and at once when it is
 * ended. What is stored is no key to it. */
#include "db/test/store.h"

#include <string.h>

#include "base/text.h"
#include "web/clock.h"
#include "web/session.h"

enum { MORNING = 1772434800, MINUTE = 60, HOUR = 60 * MINUTE };

static const struct actor mette = { ACTOR_STAFF, 7, PERMISSION_BIT(MAY_CASE_READ) };

static struct request request_at(instant now)
{
    arena_reset(store.arena);
    clock_start(CLOCK_FIXED, now);
    db_begin(store.db, DB_WRITE, store.arena, (struct actor){ 0 }, now);
    return (struct request){ .arena = store.arena, .db = store.db, .now = now };
}

/* Logs in and gives what the browser will send. */
static void log_in(instant now, char cookie[200])
{
    struct request r = request_at(now);
    const char *set = session_begin(&r, mette);
    size_t length = strcspn(set, ";");

    assert_in_range(length, 10, 199);
    memcpy(cookie, set, length);
    cookie[length] = 0;
    commit();
}

/* A click: is she let in, and is she seen? */
static bool click(instant now, const char *cookie)
{
    struct request r = request_at(now);

    session_load(&r, cookie);
    bool is_in = r.session != NULL;
    if (is_in) {
        assert_int_equal(r.actor.id, mette.id);
        assert_int_equal(r.actor.permissions, mette.permissions);
        if (session_is_touch_due(r.session))
            session_touch(store.db, r.session);
    }
    commit();
    return is_in;
}

static void half_an_hour_without_a_click_ends_it(void **state)
{
    char cookie[200];

    (void)state;
    log_in(MORNING, cookie);
    assert_true(click(MORNING + 29 * MINUTE, cookie));
    assert_true(click(MORNING + 59 * MINUTE - 1, cookie));
    assert_false(click(MORNING + 89 * MINUTE - 1, cookie));
}

static void twelve_hours_end_it_however_busy_she_is(void **state)
{
    char cookie[200];

    (void)state;
    log_in(MORNING, cookie);
    for (instant at = MORNING; at < MORNING + 12 * HOUR; at += 20 * MINUTE)
        assert_true(click(at, cookie));
    assert_true(click(MORNING + 12 * HOUR - 1, cookie));
    assert_false(click(MORNING + 12 * HOUR, cookie));
}

static void it_ends_at_once_and_the_others_go_on(void **state)
{
    char here[200], there[200];

    (void)state;
    log_in(MORNING, here);
    log_in(MORNING, there);
    struct request r = request_at(MORNING + MINUTE);
    session_load(&r, here);
    session_end(&r);
    commit();
    assert_false(click(MORNING + MINUTE, here));
    assert_true(click(MORNING + MINUTE, there));
    r = request_at(MORNING + MINUTE);
    db_set_actor(store.db, actor_system);
    session_end_all(store.db, mette);
    commit();
    assert_false(click(MORNING + MINUTE, there));
}

static void one_character_wrong_is_a_stranger(void **state)
{
    char cookie[200];

    (void)state;
    log_in(MORNING, cookie);
    char *last = cookie + strlen(cookie) - 1;
    *last = *last == 'a' ? 'b' : 'a';
    assert_false(click(MORNING, cookie));
    assert_false(click(MORNING, "fodfaeste="));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(half_an_hour_without_a_click_ends_it),
        cmocka_unit_test(twelve_hours_end_it_however_busy_she_is),
        cmocka_unit_test(it_ends_at_once_and_the_others_go_on),
        cmocka_unit_test(one_character_wrong_is_a_stranger),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("session", tests, sizeof tests / sizeof *tests);
}
