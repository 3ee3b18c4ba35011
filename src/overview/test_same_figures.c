/* SPDX-License-Identifier: MIT
 * test_same_figures.c: "follow-up every third week" is one number wherever it is seen: Today, the citizen's
 * page and the leader's figures read the same stored obligations, on every day of a course of events. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "engine/journal.h"
#include "engine/obligation.h"
#include "library/library.h"
#include "overview_sql.h"
#include "results/results.h"
#include "results/swing.h"
#include "staff/staff.h"

enum { ARENA_MAX = 128 << 20, CITIZENS = 5, ROWS_MAX = 1000 };

static const char rule[] = "opfolgning3";
static struct db *db;
static struct arena *arena;
static struct unit_id unit;
static struct staff_id leader;
static struct citizen_id citizens[CITIZENS];

static instant noon(int month, int day_of_month)
{
    return instant_of(day_of(2026, month, day_of_month), 12, 0, 0);
}

static void begin(enum db_purpose purpose, struct actor actor, instant now)
{
    arena_reset(arena);
    db_begin(db, purpose, arena, actor, now);
}

static void commit(void)
{
    assert_true(db_commit(db));
}

static int64_t tell(int i, enum event_kind kind, const char *code, instant at)
{
    return journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, citizens[i].n }, .kind = kind, .code = code,
        .subject = { SUBJECT_PLACEMENT, 100 + i }, .at = at,
    });
}

/* Everybody begins a placement on Monday 2 March; all but the first had a follow-up on time or late. */
static int open_store(void **state)
{
    char folder[] = "/tmp/fodfaeste-test-XXXXXX";
    const char *why;

    (void)state;
    assert_non_null(mkdtemp(folder));
    arena = arena_new(ARENA_MAX);
    db = db_open(arena_format(arena, "sqlite:%s", folder), &why);
    assert_non_null(db);
    assert_true(db_migrate(db, &why));
    ruleset_set_loader(library_load_rules);
    begin(DB_WRITE, actor_system, noon(3, 2));
    staff_found(db);
    unit = unit_by_code(db, "integration");
    leader = staff_insert(db, &(struct staff_insert_in){ "anne", "Anne Holm", "", "", "", unit });
    staff_role_insert(db, leader, role_by_code(db, "leader"), unit);
    library_switch(db, library_find(library_all(), "hedensted_model"), true);
    for (int i = 0; i < CITIZENS; i++) {
        citizens[i] = citizen_insert(db, &(struct citizen_insert_in){
            .first_name = "Amal", .last_name = "Prøve", .search_name = "amal proeve", .sex = "", .phone = "",
            .contact_note = "", .email = "", .town = "", .language = "", .other_languages = "", .interpreter_note = "",
            .danish_level = "", .law_basis = "integrationsloven", .benefit = "", .readiness = "", .permit_kind = "",
            .born_day = DAY_NONE, .permit_from_day = DAY_NONE, .permit_to_day = DAY_NONE, .arrived_at = INSTANT_NONE,
            .received_at = INSTANT_NONE, .unit = unit, .home_note = "", .created_at = noon(3, 2) });
        casefile_enrol(db, citizens[i], "hedensted_model", 1, noon(3, 2));
        tell(i, EVENT_PLACEMENT_STARTED, "praktik", noon(3, 2));
    }
    commit();
    return 0;
}

static int close_store(void **state)
{
    (void)state;
    db_close(db);
    arena_free(arena);
    return 0;
}

/* Open follow-ups past their time, as each of the three shows them. */
struct seen {
    int64_t on_today, on_pages, in_figures;
    struct on_time month; /* Of the leader's figures. */
};

static struct seen see(instant now)
{
    struct actor anne = { ACTOR_STAFF, leader.n, ~(permission_set)0 >> 2 };
    struct seen seen = { 0 };

    begin(DB_READ, anne, now);
    struct today_row_list today = today_team(db, now, leader, ROWS_MAX);
    for (size_t i = 0; i < today.count; i++)
        seen.on_today += text_is(today.at[i].rule, rule) && today.at[i].due_at < now;
    for (int c = 0; c < CITIZENS; c++) {
        struct today_row_list page = obligation_of_citizen(db, citizens[c]);
        for (size_t i = 0; i < page.count; i++)
            seen.on_pages += text_is(page.at[i].rule, rule) && page.at[i].due_at < now;
    }
    struct months months = months_to(day_of_instant(now));
    struct results_unit_row_list units = results_units(db);
    struct on_time_table table = on_time_load(db, LANGUAGE_DA, &months, (struct unit_id){ 0 }, &units);
    for (size_t i = 0; i < table.count; i++) {
        if (!text_is(table.at[i].rule, rule))
            continue;
        seen.month = table.at[i].months[MONTH_NOW];
    }
    struct results_late_row_list late = results_late(db, &(struct results_late_in){
        .scheme = "hedensted_model", .rule = rule, .from_at = day_begin(months.first[0]),
        .to_at = day_begin(months.first[MONTH_COUNT]), .now = now, .is_all = 1, .actor = leader, .most = ROWS_MAX });
    for (size_t i = 0; i < late.count; i++)
        seen.in_figures += late.at[i].state == OBLIGATION_OPEN;
    commit();
    return seen;
}

static void same(instant now, int64_t over)
{
    struct seen seen = see(now);

    assert_int_equal(seen.on_today, over);
    assert_int_equal(seen.on_pages, over);
    assert_int_equal(seen.in_figures, over);
}

static void hold(int i, instant at, instant recorded_at)
{
    begin(DB_WRITE, actor_system, recorded_at);
    tell(i, EVENT_MEETING_HELD, "opfolgning", at);
    commit();
}

static void one_number_everywhere(void **state)
{
    (void)state;
    same(noon(3, 10), 0);            /* Nothing is due before Monday 23 March. */
    assert_int_equal(see(noon(3, 10)).month.all, 0);
    hold(1, noon(3, 20), noon(3, 20));
    hold(2, noon(3, 23), noon(3, 23)); /* On the last day: in time. */
    same(noon(3, 23), 0);
    same(noon(3, 24), 3);            /* The day after, three are over. */
    assert_int_equal(see(noon(3, 24)).month.all, 5);
    assert_int_equal(see(noon(3, 24)).month.met, 2);

    hold(3, noon(3, 26), noon(3, 26)); /* Late: no longer open, still not in time. */
    same(noon(3, 26), 2);
    assert_int_equal(see(noon(3, 26)).month.met, 2);
    assert_int_equal(see(noon(3, 26)).month.all, 5);

    hold(4, noon(3, 22), noon(3, 27)); /* Registered late, but it was held in time. */
    same(noon(3, 27), 1);
    assert_int_equal(see(noon(3, 27)).month.met, 3);
}

/* ---- All rules, on random courses of events ---- */

static uint32_t seed;
static int pick(int count)
{
    seed = seed * 1664525u + 1013904223u;
    return (int)((seed >> 16) % (uint32_t)count);
}

static const struct {
    enum event_kind kind;
    const char *code;
} happenings[] = {
    { EVENT_MEETING_HELD, "opfolgning" },          { EVENT_MEETING_HELD, "info" },
    { EVENT_CITIZEN_HOUSED, NULL },                { EVENT_LADDER_PLACED, "trappe" },
    { EVENT_DOCUMENT_HANDED_OVER, "mappe" },       { EVENT_ACTIVITY_STARTED, "introforlob" },
    { EVENT_ACTIVITY_ENDED, "introforlob" },       { EVENT_PLACEMENT_ENDED, "praktik" },
    { EVENT_PLACEMENT_STARTED, "praktik" },        { EVENT_DOCUMENT_OUTDATED, "kontrakt" },
    { EVENT_DOCUMENT_SIGNED, "kontrakt" },         { EVENT_TASK_DONE, "bank" },
};
enum { HAPPENINGS = sizeof happenings / sizeof *happenings };

/* Open rows of a rule past their time. */
static int64_t over_in(const struct today_row_list *rows, const struct rule_on_time *about, instant now)
{
    int64_t count = 0;

    for (size_t i = 0; i < rows->count; i++)
        count += text_is(rows->at[i].scheme, about->scheme) && text_is(rows->at[i].rule, about->rule) && rows->at[i].due_at < now;
    return count;
}

/* One rule in all months: the figure is the list behind it; its open rows stand on Today and on the pages. */
static int64_t check_rule(const struct rule_on_time *about, const struct months *months, const struct today_row_list *today,
                          const struct today_row_list *pages, instant now)
{
    struct results_late_row_list late = results_late(db, &(struct results_late_in){
        .scheme = about->scheme, .rule = about->rule, .from_at = day_begin(months->first[0]),
        .to_at = day_begin(months->first[MONTH_COUNT]), .now = now, .is_all = 1, .actor = leader, .most = ROWS_MAX });
    int64_t counted = 0, open = 0, of_citizens = 0, on_pages = 0;

    for (int i = 0; i < MONTH_COUNT; i++)
        counted += about->months[i].all - about->months[i].met;
    assert_int_equal(late.count, counted);
    for (size_t i = 0; i < late.count; i++) {
        open += late.at[i].state == OBLIGATION_OPEN;
        of_citizens += late.at[i].state == OBLIGATION_OPEN && late.at[i].citizen.n != 0;
    }
    for (int c = 0; c < CITIZENS; c++)
        on_pages += over_in(&pages[c], about, now);
    assert_int_equal(over_in(today, about, now), open);
    assert_int_equal(on_pages, of_citizens);
    return counted;
}

static int64_t check_rules(instant now)
{
    struct actor anne = { ACTOR_STAFF, leader.n, ~(permission_set)0 >> 2 };
    struct today_row_list pages[CITIZENS];
    int64_t counted = 0;

    begin(DB_READ, anne, now);
    struct months months = months_to(day_of_instant(now));
    struct results_unit_row_list units = results_units(db);
    struct on_time_table table = on_time_load(db, LANGUAGE_DA, &months, (struct unit_id){ 0 }, &units);
    struct today_row_list today = today_team(db, now, leader, ROWS_MAX);
    for (int c = 0; c < CITIZENS; c++)
        pages[c] = obligation_of_citizen(db, citizens[c]);
    for (size_t i = 0; i < table.count; i++)
        counted += check_rule(&table.at[i], &months, &today, pages, now);
    commit();
    return counted;
}

static void every_rule_has_one_number_everywhere(void **state)
{
    enum { DAYS = 60, A_DAY = 24 * 60 * 60 };
    int64_t counted = 0;

    (void)state;
    seed = 11;
    begin(DB_WRITE, actor_system, noon(3, 3));
    for (size_t i = 0; i < unit_all(db).count; i++) /* The leader's list has the units of the scheme's duties too. */
        staff_role_insert(db, leader, role_by_code(db, "team_leader"), unit_all(db).at[i].id);
    commit();
    for (int i = 1; i < DAYS; i++) {
        instant now = noon(3, 3) + i * (instant)A_DAY;
        int n = pick(HAPPENINGS);
        begin(DB_WRITE, actor_system, now);
        tell(pick(CITIZENS), happenings[n].kind, happenings[n].code, now - pick(4) * (instant)A_DAY);
        commit();
        counted += check_rules(now);
    }
    assert_true(counted > DAYS); /* There was something to agree about. */
}

/* Five follow-ups were held in time in March, none in April: in May the swing is noted, once. */
static void a_swing_is_noted_once_when_it_happens(void **state)
{
    struct stream stream = { STREAM_UNIT, unit.n };

    (void)state;
    for (int i = 0; i < CITIZENS; i++)
        hold(i, noon(3, 23), noon(3, 23));
    begin(DB_READ, actor_system, noon(4, 30));
    commit();
    swings_keep(db, arena, noon(4, 30)); /* April is not over. */
    begin(DB_READ, actor_system, noon(4, 30));
    assert_int_equal(journal_find(db, stream, EVENT_INDICATOR_SWUNG, rule), 0);
    commit();

    arena_reset(arena);
    swings_keep(db, arena, noon(5, 1));
    begin(DB_READ, actor_system, noon(5, 1));
    int64_t noted = journal_find(db, stream, EVENT_INDICATOR_SWUNG, rule);
    assert_true(noted > 0);
    commit();

    arena_reset(arena);
    swings_keep(db, arena, noon(5, 2));
    begin(DB_WRITE, actor_system, noon(5, 2));
    assert_false(swing_tell(db, "hedensted_model", rule, day_of(2026, 4, 1), unit));
    assert_int_equal(journal_find(db, stream, EVENT_INDICATOR_SWUNG, rule), noted);
    commit();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(one_number_everywhere, open_store, close_store),
        cmocka_unit_test_setup_teardown(every_rule_has_one_number_everywhere, open_store, close_store),
        cmocka_unit_test_setup_teardown(a_swing_is_noted_once_when_it_happens, open_store, close_store),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
