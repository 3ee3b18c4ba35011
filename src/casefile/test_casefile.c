/* SPDX-License-Identifier: MIT
 * test_casefile.c: over both databases: a deputy sees the cases she stands in for on the days of the absence and on
 * no other, and an undone win takes its own event back. */
#include "db/test/store.h"

#include <string.h>

#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "engine/journal.h"
#include "staff/staff.h"

static struct staff_id mette, jonas;
static struct citizen_id hers, nobodys;
static day monday; /* 2 March 2026. */

static void begin_on(struct actor actor, day on)
{
    begin_as(actor, instant_of(on, 9, 0, 0));
}

static struct citizen_id person(const char *name, struct unit_id unit)
{
    return citizen_create(store.db, &(struct citizen_facts){
        .first_name = name, .last_name = "Prøve", .town = "Juelsminde", .language = "ar", .law_basis = "integrationsloven",
        .unit = unit, .born = DAY_NONE, .permit_from = DAY_NONE, .permit_to = DAY_NONE, .arrived_at = INSTANT_NONE,
        .received_at = INSTANT_NONE });
}

/* Mette's case and one that is nobody's, in a unit where Jonas does not work. */
static void set_up(void)
{
    monday = day_of(2026, 3, 2);
    begin_on(actor_system, monday - 7);
    staff_found(store.db);
    struct unit_id theirs = unit_by_code(store.db, "integration"), other = unit_by_code(store.db, "kompetence");
    mette = staff_add(store.db, &(struct staff_insert_in){ "mette", "Mette Prøve", "", "", "", theirs }, NULL, "caseworker");
    jonas = staff_add(store.db, &(struct staff_insert_in){ "jonas", "Jonas Prøve", "", "", "", other }, NULL, "caseworker");
    hers = person("Amal", theirs);
    nobodys = person("Bilal", theirs);
    casefile_put_on_team(store.db, hers, "coordinator", mette);
    commit();
}

static void be_away(struct staff_id deputy, day from, day to)
{
    begin_on(actor_system, monday - 7);
    staff_set_absence(store.db, deputy, from, to, mette);
    commit();
}

static int64_t reach_on(day on, struct citizen_id citizen)
{
    begin_on(actor_system, on);
    int64_t reach = casefile_reach(store.db, citizen, jonas, db_now(store.db), db_today(store.db));
    commit();
    return reach;
}

static void a_deputy_reaches_the_case_from_the_first_day_to_the_last(void **state)
{
    (void)state;
    set_up();
    assert_int_equal(reach_on(monday, hers), REACH_NONE);
    be_away(jonas, monday, monday + 4);
    assert_int_equal(reach_on(monday - 1, hers), REACH_NONE);
    assert_int_equal(reach_on(monday, hers), REACH_DEPUTY);
    assert_int_equal(reach_on(monday + 4, hers), REACH_DEPUTY);
    assert_int_equal(reach_on(monday + 5, hers), REACH_NONE);
    assert_int_equal(reach_on(monday, nobodys), REACH_NONE); /* Her unit's other cases are not hers. */
    be_away(jonas, monday, DAY_NONE);
    assert_int_equal(reach_on(monday + 400, hers), REACH_DEPUTY);
    be_away((struct staff_id){ 0 }, monday, monday + 4);
    assert_int_equal(reach_on(monday, hers), REACH_NONE);
}

static void who_leaves_the_team_is_not_stood_in_for(void **state)
{
    struct team_row_list team;
    (void)state;

    set_up();
    be_away(jonas, monday, monday + 4);
    begin_on(actor_system, monday);
    team = casefile_team(store.db, hers);
    assert_int_equal(team.count, 1);
    casefile_take_off_team(store.db, hers, &team.at[0]);
    commit();
    assert_int_equal(reach_on(monday, hers), REACH_NONE);
}

/* How many wins the journal has that are not taken back, and whether one of them is this. */
static size_t wins_told(struct win_id win, bool *is_there)
{
    struct view view = journal_view(store.db, (struct stream){ STREAM_CITIZEN, hers.n }, db_now(store.db), INSTANT_NEVER);
    size_t count = 0;

    *is_there = false;
    for (size_t i = 0; i < view.count; i++) {
        if (view.events[i].kind != EVENT_WIN_ADDED)
            continue;
        count++;
        *is_there = *is_there || event_field(&view.events[i], code_of("text")).number == win.n * 1000;
    }
    return count;
}

static void an_undone_win_takes_its_own_event_back(void **state)
{
    bool is_there;
    (void)state;

    set_up();
    begin_on(staff_actor(mette.n), monday);
    struct win_id first = casefile_add_win(store.db, hers, "ringede selv til lægen", true);
    struct win_id second = casefile_add_win(store.db, hers, "kom til tiden hele ugen", false);
    assert_true(casefile_undo_win(store.db, hers, first));
    assert_int_equal(wins_told(second, &is_there), 1);
    assert_true(is_there);
    assert_false(casefile_undo_win(store.db, hers, first));
    assert_int_equal(wins_told(first, &is_there), 1);
    assert_false(is_there);
    commit();
}

/* How many events of a kind the journal has that are not taken back. */
static size_t told_of(enum event_kind kind)
{
    struct view view = journal_view(store.db, (struct stream){ STREAM_CITIZEN, hers.n }, db_now(store.db), INSTANT_NEVER);

    return view.kind_begin[kind + 1] - view.kind_begin[kind];
}

static const struct concern_row *newest_concern(const struct enrolment_row *enrolment)
{
    struct concern_row_list rows = concerns_of_enrolment(store.db, enrolment->citizen, enrolment->id);

    assert_true(rows.count > 0);
    return &rows.at[0];
}

/* Row and event stand and fall together, each step by itself; on erasure the words go and the days stay. */
static void a_mark_ends_and_is_taken_back_step_by_step(void **state)
{
    (void)state;
    set_up();
    begin_on(staff_actor(mette.n), monday);
    casefile_enrol(store.db, hers, "esbjerg_god_start", 1, db_now(store.db));
    struct enrolment_row enrolment = enrolment_of_citizen(store.db, hers).at[0];
    assert_true(casefile_note_concern(store.db, &enrolment, "opgive", monday, "vil sige op").n != 0);
    assert_int_equal(casefile_note_concern(store.db, &enrolment, "opgive", monday, "igen").n, 0);
    assert_int_equal(told_of(EVENT_CONCERN_NOTED), 1);
    const struct concern_row *open = newest_concern(&enrolment);
    assert_true(casefile_close_concern(store.db, open, monday, "beholdt", "blev"));
    assert_false(casefile_close_concern(store.db, open, monday, "gav_op", ""));
    assert_int_equal(told_of(EVENT_CONCERN_CLOSED), 1);
    assert_false(casefile_undo_concern(store.db, open)); /* It has ended meanwhile. */
    assert_true(casefile_undo_concern(store.db, newest_concern(&enrolment)));
    assert_int_equal(told_of(EVENT_CONCERN_CLOSED), 0);
    assert_int_equal(told_of(EVENT_CONCERN_NOTED), 1);
    assert_true(casefile_close_concern(store.db, open, monday, "skiftede", "nyt job"));
    concern_erase(store.db, hers);
    assert_string_equal(newest_concern(&enrolment)->words, "");
    assert_string_equal(newest_concern(&enrolment)->end_words, "");
    assert_string_equal(newest_concern(&enrolment)->became, "skiftede");
    commit();
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_deputy_reaches_the_case_from_the_first_day_to_the_last),
        cmocka_unit_test(who_leaves_the_team_is_not_stood_in_for),
        cmocka_unit_test(an_undone_win_takes_its_own_event_back),
        cmocka_unit_test(a_mark_ends_and_is_taken_back_step_by_step),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("casefile", tests, sizeof tests / sizeof tests[0]);
}
