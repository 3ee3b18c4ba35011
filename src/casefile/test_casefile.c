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

static struct track_listed_row_list listed(const char *order, int64_t most, int64_t skip)
{
    return enrolment_tracks_listed(store.db, &(struct enrolment_tracks_listed_in){ .on = monday, .scheme = "aarhus_nytteindsats",
        .is_all = true, .order = order, .most = most, .skip = skip });
}

/* In the order of the tracks that is handed in, by name in each, last those of none and of one that is no more. */
static void the_list_by_track_is_read_in_pages(void **state)
{
    static const char *const people[][2] = { { "Amal", NULL }, { "Bilal", "job" }, { "Cemal", "jobpakke" }, { "Dina", "igu" },
                                             { "Eva", "job" }, { "Farid", "nedlagt" } };
    static const char *const expected[] = { "Dina", "Bilal", "Eva", "Cemal", "Amal", "Farid" };
    struct unit_id unit;
    int64_t counted = 0;
    (void)state;

    set_up();
    begin_on(actor_system, monday);
    unit = unit_by_code(store.db, "kompetence");
    for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
        struct citizen_id citizen = person(people[i][0], unit);
        struct enrolment_id id = casefile_enrol(store.db, citizen, "aarhus_nytteindsats", 1, db_now(store.db));
        int64_t event = journal_append(store.db, &(struct event_draft){ .stream = { STREAM_CITIZEN, citizen.n },
            .kind = EVENT_FACT_SET, .code = "track", .subject = { SUBJECT_CITIZEN, citizen.n }, .at = day_begin(monday),
            .is_day = true, .fields = { { "value", people[i][1] == NULL ? "" : people[i][1] } } });
        if (people[i][1] != NULL)
            enrolment_track_insert(store.db, &(struct enrolment_track_insert_in){ .citizen = citizen, .enrolment = id,
                .track = people[i][1], .from_day = monday, .words = "", .event = event, .chosen_by = mette });
    }
    for (int64_t i = 0; i < 6; i += 2) {
        struct track_listed_row_list rows = listed(",igu,,job,,job,,jobpakke,,jobpakke,,jobpakke,", 2, i);
        assert_int_equal(rows.count, 2);
        assert_string_equal(rows.at[0].first_name, expected[i]);
        assert_string_equal(rows.at[1].first_name, expected[i + 1]);
    }
    assert_int_equal(listed(",igu,", 2, 6).count, 0);
    struct track_counted_row_list tracks = enrolment_tracks_counted(store.db, monday, "aarhus_nytteindsats", true, mette);
    for (size_t i = 0; i < tracks.count; i++)
        counted += tracks.at[i].people;
    assert_int_equal(tracks.count, 5);
    assert_int_equal(counted, 6);
    commit();
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_deputy_reaches_the_case_from_the_first_day_to_the_last),
        cmocka_unit_test(who_leaves_the_team_is_not_stood_in_for),
        cmocka_unit_test(an_undone_win_takes_its_own_event_back),
        cmocka_unit_test(a_mark_ends_and_is_taken_back_step_by_step),
        cmocka_unit_test(the_list_by_track_is_read_in_pages),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("casefile", tests, sizeof tests / sizeof tests[0]);
}
