/* SPDX-License-Identifier: MIT
 * test_hours.c: weeks over both databases: what is counted once, what a break and absence do, groups that are full, and that
 * what is taken back leaves no event behind. */
#include "db/test/store.h"

#include <string.h>

#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "document/pages.h"
#include "engine/journal.h"
#include "group/group.h"
#include "hours/hours.h"
#include "meeting/meeting.h"
#include "staff/staff.h"

enum { PEOPLE = 3, HOUR = 60 };

static struct staff_id consultant;
static struct unit_id unit;
static struct citizen_id people[PEOPLE];
static struct course_group_id mornings, small;
static day monday; /* 2 March 2026. */

static void begin(day on)
{
    begin_as(staff_actor(consultant.n), instant_of(on, 8, 0, 0));
}

static struct citizen_id person(const char *name)
{
    return citizen_create(store.db, &(struct citizen_facts){
        .first_name = name, .last_name = "Prøve", .town = "Hedensted", .language = "ar", .law_basis = "integrationsloven", .unit = unit,
        .born = DAY_NONE, .permit_from = DAY_NONE, .permit_to = DAY_NONE, .arrived_at = INSTANT_NONE, .received_at = INSTANT_NONE });
}

/* Danish in the morning on three days; `capacity` 0 is the scheme's. */
static struct course_group_id morning_group(const char *name, int64_t capacity)
{
    struct course_group_id group = group_create(store.db, &(struct course_group_insert_in){
        .scheme = "hedensted_model", .activity = "introforlob", .name = name, .unit = unit, .place = "Sprogskolen", .capacity = capacity,
        .from_day = monday, .to_day = DAY_NONE });

    for (int weekday = MONDAY; weekday <= WEDNESDAY; weekday++)
        group_slot_insert(store.db, &(struct group_slot_insert_in){ group, weekday, 8 * HOUR, 12 * HOUR, "Dansk", true });
    return group;
}

/* A municipality with three people, 37 hours required of the first, and two groups; left inside a write. */
static void set_up(void)
{
    static const char *const names[PEOPLE] = { "Amal", "Bilal", "Daryna" };

    monday = day_of(2026, 3, 2);
    begin_as(actor_system, instant_of(monday, 7, 0, 0));
    staff_found(store.db);
    unit = unit_by_code(store.db, "integration");
    consultant = staff_add(store.db, &(struct staff_insert_in){ "jonas", "Jonas Bech", "", "", "", unit }, NULL, "employment_consultant");
    commit();
    document_feature.start();
    begin(monday);
    for (int i = 0; i < PEOPLE; i++)
        people[i] = person(names[i]);
    mornings = morning_group("Formiddag", 0);
    small = morning_group("Lille hold", 1);
    assert_true(hours_require(store.db, &(struct hours_requirement_insert_in){
        .citizen = people[0], .from_day = monday, .hours = 3700, .base = "aarhus_jobparat", .reason = "" }));
}

static struct hours_week week_of(day on)
{
    return hours_week_load(store.db, LANGUAGE_DA, people[0], "Hedensted", on);
}

static size_t count_events(enum event_kind kind, const char *code)
{
    struct view view = journal_view(store.db, (struct stream){ STREAM_CITIZEN, people[0].n }, day_end(monday + 60), INSTANT_NEVER);
    size_t count = 0;

    for (uint32_t i = view.kind_begin[kind]; i < view.kind_begin[kind + 1]; i++)
        count += code == NULL || text_is(view.events[view.by_kind[i]].code.text, code);
    return count;
}

static struct hours_item_insert_in club(void)
{
    return (struct hours_item_insert_in){ .citizen = people[0], .kind = "network", .words = "Klub", .purpose = "Tale dansk", .place = "",
                                          .from_day = monday, .to_day = DAY_NONE, .weekdays = 1, .from_minute = 11 * HOUR,
                                          .to_minute = 14 * HOUR, .author = consultant };
}

static void no_minute_counts_twice(void **state)
{
    (void)state;
    set_up();
    group_join(store.db, mornings, people[0], monday);
    struct hours_item_insert_in item = club(); /* From 11, and Danish ends at 12: two hours are left. */
    hours_add_item(store.db, &item);
    meeting_book(store.db, &(struct meeting_plan){ .citizen = people[0], .code = "samtale", .way = WAY_PERSON,
                                                   .meets_at = instant_of(monday + 1, 11, 30, 0), .minutes = 60, .staff = consultant });
    struct hours_week week = week_of(monday);
    assert_int_equal(week.sums.at[HOUR_DANISH][HOUR_PLANNED], 12 * HOUR);
    assert_int_equal(week.sums.at[HOUR_NETWORK][HOUR_PLANNED], 2 * HOUR);
    assert_int_equal(week.sums.at[HOUR_TALK][HOUR_PLANNED], HOUR / 2);
    assert_int_equal(week.answer.missing, 37 * HOUR - 14 * HOUR - HOUR / 2);
    int64_t sum = 0; /* What the list shows is what the sum has. */
    for (size_t i = 0; i < week.blocks.count; i++)
        sum += week.blocks.at[i].minutes;
    assert_int_equal(sum, week.answer.counted[HOUR_PLANNED]);
    commit();
}

static void attendance_decides_and_what_is_called_off_takes_no_time(void **state)
{
    (void)state;
    set_up();
    struct join join = group_join(store.db, mornings, people[0], monday);
    assert_int_equal(group_plan_sessions(store.db, mornings, monday, monday + 6), 3);
    struct course_group_row group;
    assert_true(course_group_load(store.db, mornings, &group));
    struct group_session_row_list sessions = group_sessions(store.db, mornings, monday, monday + 6);
    assert_int_equal(group_cancel_session(store.db, &group, sessions.at[2].id, "syg", sessions.at[2].version), SESSION_CHANGED);
    assert_true(attendance_set(store.db, mornings, monday, join.member, "attended", ""));
    commit();
    begin(monday + 1);
    assert_true(attendance_set(store.db, mornings, monday + 1, join.member, "unlawful", ""));
    struct hours_week week = week_of(monday);
    assert_int_equal(week.answer.counted[HOUR_DELIVERED], 4 * HOUR);
    assert_int_equal(week.answer.counted[HOUR_MISSED], 4 * HOUR);
    assert_int_equal(week.answer.counted[HOUR_PLANNED], 0);
    assert_int_equal(week.answer.missing, 33 * HOUR);
    /* The next week is not in the calendar yet: it is as the group's week says. */
    assert_int_equal(week_of(monday + 7).answer.counted[HOUR_PLANNED], 12 * HOUR);
    commit();
}

static void a_break_excuses_what_lies_in_it(void **state)
{
    (void)state;
    set_up();
    group_join(store.db, mornings, people[0], monday);
    suspension_insert(store.db, &(struct suspension_insert_in){ people[0], "sygdom", "", monday + 1, monday + 1, consultant });
    struct hours_week week = week_of(monday);
    assert_null(week.break_reason);
    assert_int_equal(week.answer.counted[HOUR_EXCUSED], 4 * HOUR);
    assert_int_equal(week.answer.counted[HOUR_PLANNED], 8 * HOUR);
    assert_int_equal(week.answer.missing, 25 * HOUR);
    suspension_insert(store.db, &(struct suspension_insert_in){ people[0], "barsel", "", monday + 7, DAY_NONE, consultant });
    week = week_of(monday + 7);
    assert_string_equal(week.break_reason, "barsel");
    assert_int_equal(week.answer.missing, 0);
    commit();
}

static const struct hours_filler *filler_of(const struct hours_fillers *fillers, struct course_group_id group)
{
    for (size_t i = 0; i < fillers->count; i++)
        if (fillers->at[i].group.n == group.n)
            return &fillers->at[i];
    return NULL;
}

static void a_full_group_is_told_and_never_proposed(void **state)
{
    (void)state;
    set_up();
    struct hours_week week = week_of(monday + 7);
    struct hours_fillers fillers = hours_fillers_of(store.db, LANGUAGE_DA, &week);
    assert_int_equal(filler_of(&fillers, small)->why, FILL_FINE);
    assert_int_equal(filler_of(&fillers, small)->gain, 12 * HOUR);
    assert_int_equal(fillers.best_count, 1); /* Both groups meet at the same time. */
    assert_int_equal(fillers.best_minutes, 12 * HOUR);
    group_join(store.db, small, people[1], monday);
    fillers = hours_fillers_of(store.db, LANGUAGE_DA, &week);
    assert_int_equal(filler_of(&fillers, small)->why, FILL_FULL);
    assert_int_equal(filler_of(&fillers, mornings)->why, FILL_FINE);
    /* Once she is on one, it is no proposal any more, and the other is at the same time. */
    group_join(store.db, mornings, people[0], monday);
    week = week_of(monday + 7);
    fillers = hours_fillers_of(store.db, LANGUAGE_DA, &week);
    assert_null(filler_of(&fillers, mornings));
    assert_int_equal(fillers.fitting, 0);
    commit();
}

static void what_is_taken_back_leaves_no_event(void **state)
{
    (void)state;
    set_up();
    struct hours_item_insert_in item = club();
    struct hours_item_row row;
    struct hours_item_id id = hours_add_item(store.db, &item);
    assert_true(hours_item_load(store.db, id, people[0], &row));
    assert_int_equal(count_events(EVENT_ACTIVITY_STARTED, "network"), 1);
    hours_mark_item(store.db, &row, monday, "sick", "Lægen");
    hours_mark_item(store.db, &row, monday, "attended", "");
    assert_int_equal(count_events(EVENT_ABSENCE_REGISTERED, NULL), 0);
    assert_int_equal(count_events(EVENT_SESSION_ATTENDED, NULL), 1);
    assert_false(hours_drop_item(store.db, &row)); /* Something is noted on it. */
    hours_mark_item(store.db, &row, monday, "", "");
    assert_int_equal(count_events(EVENT_SESSION_ATTENDED, NULL), 0);
    assert_true(hours_drop_item(store.db, &row));
    assert_int_equal(count_events(EVENT_ACTIVITY_STARTED, "network"), 0);
    struct hours_requirement_row_list steps = hours_requirements(store.db, people[0]);
    assert_int_equal(steps.count, 1);
    assert_false(hours_require_undo(store.db, people[1], steps.at[0].id));
    assert_true(hours_require_undo(store.db, people[0], steps.at[0].id));
    assert_int_equal(count_events(EVENT_FACT_SET, "required_hours"), 0);
    commit();
}

static void ways_are_the_same_both_ways(void **state)
{
    (void)state;
    bool is_known;

    set_up();
    hours_way_put(store.db, "hedensted", "sprogskolen", "Hedensted", "Sprogskolen", 25);
    struct hours_ways ways = { hours_ways(store.db) };
    assert_int_equal(hours_way_minutes(store.arena, &ways, "Hedensted", "Sprogskolen, lokale 2", &is_known), 25);
    assert_true(is_known);
    assert_int_equal(hours_way_minutes(store.arena, &ways, "Sprogskolen", "Hedensted", &is_known), 25);
    assert_int_equal(hours_way_minutes(store.arena, &ways, "Hedensted", "hedensted", &is_known), 0);
    assert_int_equal(hours_way_minutes(store.arena, &ways, "Hedensted", "Vejle", &is_known), WAY_UNKNOWN);
    assert_false(is_known);
    assert_int_equal(hours_way_minutes(store.arena, &ways, "Hedensted", "", &is_known), 0);
    commit();
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_minute_counts_twice),
        cmocka_unit_test(attendance_decides_and_what_is_called_off_takes_no_time),
        cmocka_unit_test(a_break_excuses_what_lies_in_it),
        cmocka_unit_test(a_full_group_is_told_and_never_proposed),
        cmocka_unit_test(what_is_taken_back_leaves_no_event),
        cmocka_unit_test(ways_are_the_same_both_ways),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("hours", tests, sizeof tests / sizeof tests[0]);
}
