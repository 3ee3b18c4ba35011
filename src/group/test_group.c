/* SPDX-License-Identifier: MIT
 * test_group.c: the course of the Hedensted model over both databases: rolling intake, top-up, sessions,
 * attendance, certificates, and the folder and contract beside it (S03, S04, S06, S13). */
#include "db/test/store.h"

#include <string.h>

#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "document/document.h"
#include "document/pages.h"
#include "engine/journal.h"
#include "group/group.h"
#include "library/library.h"
#include "plan/plan.h"
#include "staff/staff.h"

enum { PEOPLE = 3 };

static struct staff_id consultant;
static struct unit_id unit;
static struct citizen_id people[PEOPLE];
static struct course_group_id group;
static day monday; /* 2 March 2026. */

static void begin(day on)
{
    begin_as(staff_actor(consultant.n), instant_of(on, 9, 0, 0));
}

static struct citizen_id person(const char *name)
{
    struct citizen_id citizen = citizen_create(store.db, &(struct citizen_facts){
        .first_name = name, .last_name = "Prøve", .town = "Juelsminde", .language = "ar",
        .law_basis = "integrationsloven", .unit = unit, .born = DAY_NONE, .permit_from = DAY_NONE,
        .permit_to = DAY_NONE, .arrived_at = INSTANT_NONE, .received_at = INSTANT_NONE });

    casefile_enrol(store.db, citizen, "hedensted_model", 1, db_now(store.db));
    return citizen;
}

/* A week of 37 hours, 18.5 of them Danish: 8.00-11.42 Danish and 11.42-15.24 the rest, five days. */
static void plan_week(void)
{
    for (int weekday = MONDAY; weekday <= FRIDAY; weekday++) {
        group_slot_insert(store.db, &(struct group_slot_insert_in){ group, weekday, 480, 702, "Virksomhedsdansk", true });
        group_slot_insert(store.db, &(struct group_slot_insert_in){ group, weekday, 702, 924, "Arbejdsmarked", false });
    }
}

/* A municipality with a consultant, a group with its week, and three newcomers; left inside a write. */
static void set_up(void)
{
    static const char *const names[PEOPLE] = { "Amal", "Bilal", "Daryna" };

    monday = day_of(2026, 3, 2);
    begin_as(actor_system, instant_of(monday, 8, 0, 0));
    staff_found(store.db);
    unit = unit_by_code(store.db, "integration");
    consultant = staff_add(store.db, &(struct staff_insert_in){ "jonas", "Jonas Bech", "", "", "", unit }, NULL,
                           "employment_consultant");
    commit();
    document_feature.start();
    begin(monday);
    for (int i = 0; i < PEOPLE; i++)
        people[i] = person(names[i]);
    group = group_create(store.db, &(struct course_group_insert_in){
        .scheme = "hedensted_model", .activity = "introforlob", .name = "Introforløb, hold 50", .unit = unit,
        .place = "Sprogskolen", .from_day = monday, .to_day = DAY_NONE });
    plan_week();
}

static size_t count_events(struct citizen_id citizen, enum event_kind kind, day on)
{
    struct view view = journal_view(store.db, (struct stream){ STREAM_CITIZEN, citizen.n }, day_end(on), INSTANT_NEVER);

    return view.kind_begin[kind + 1] - view.kind_begin[kind];
}

static void each_has_weeks_of_her_own(void **state)
{
    (void)state;
    struct group_member_row row;

    set_up();
    struct join first = group_join(store.db, group, people[0], monday);
    struct join second = group_join(store.db, group, people[1], monday + 7);
    assert_int_equal(first.why, JOIN_FINE);
    assert_true(group_member_load(store.db, first.member, &row));
    assert_int_equal(row.to_day, day_of(2026, 3, 29));
    assert_true(group_member_load(store.db, second.member, &row));
    assert_int_equal(row.to_day, day_of(2026, 4, 5));
    assert_int_equal(group_join(store.db, group, people[0], monday + 3).why, JOIN_IS_MEMBER);
    commit();

    begin(monday);
    assert_int_equal(count_events(people[0], EVENT_ACTIVITY_STARTED, monday), 1);
    assert_int_equal(count_events(people[1], EVENT_ACTIVITY_STARTED, monday + 6), 0);
    assert_int_equal(count_events(people[1], EVENT_ACTIVITY_STARTED, monday + 7), 1);
    assert_int_equal(count_events(people[0], EVENT_ACTIVITY_ENDED, day_of(2026, 3, 28)), 0);
    assert_int_equal(count_events(people[0], EVENT_ACTIVITY_ENDED, day_of(2026, 3, 29)), 1);
    commit();
}

static void the_thirteenth_is_told_not_stopped(void **state)
{
    (void)state;
    struct course_group_row row;

    set_up();
    assert_true(course_group_load(store.db, group, &row));
    assert_int_equal(row.capacity, 12);
    for (int i = 0; i < 12; i++)
        assert_false(group_join(store.db, group, person("Fulde"), monday).is_over_capacity);
    struct join thirteenth = group_join(store.db, group, people[0], monday);
    assert_int_equal(thirteenth.why, JOIN_FINE);
    assert_true(thirteenth.is_over_capacity);
    commit();
}

/* Ten of twelve, and two places offered: the one who is offered hers makes nobody too many, another one does. */
static void an_offered_place_is_kept(void **state)
{
    (void)state;
    struct course_group_row row;
    struct group_wait_row wait;

    set_up();
    assert_true(course_group_load(store.db, group, &row));
    for (int i = 0; i < 10; i++)
        group_join(store.db, group, person("Fulde"), monday);
    for (int i = 0; i < 2; i++) {
        assert_true(group_wait_load(store.db, group_wait(store.db, &row, people[i]), &wait));
        assert_true(group_wait_step(store.db, &wait, "offered", ""));
    }
    assert_false(group_join(store.db, group, people[0], monday).is_over_capacity);
    assert_true(group_join(store.db, group, people[2], monday).is_over_capacity);
    commit();
}

static struct group_wait_row waiting(struct citizen_id citizen)
{
    struct course_group_row row;
    struct group_wait_row wait = { 0 };

    assert_true(course_group_load(store.db, group, &row));
    assert_true(group_wait_load(store.db, group_wait(store.db, &row, citizen), &wait));
    return wait;
}

static void capacity(int64_t places)
{
    struct course_group_row row;

    assert_true(course_group_load(store.db, group, &row));
    assert_int_equal(course_group_set(store.db, &(struct course_group_set_in){
        .name = row.name, .place = row.place, .capacity = places, .for_whom = "", .school = "", .id = group,
        .version = row.version }), 1);
    group_places_settle(store.db, group, PLACES_CHANGED);
}

static size_t places_now(enum event_kind kind)
{
    struct view view = journal_view(store.db, (struct stream){ STREAM_GROUP, group.n }, db_now(store.db), INSTANT_NEVER);

    return view.kind_begin[kind + 1] - view.kind_begin[kind];
}

static struct group_place_row_list to_offer(void)
{
    struct actor actor = db_become_system(store.db);
    struct group_place_row_list places = group_places_open(store.db, group);

    db_set_actor(store.db, actor);
    return places;
}

/* One place, taken for four weeks, and two who wait: it is told of a week before, and never if she stays on. */
static void a_place_is_told_a_week_before(void **state)
{
    (void)state;
    struct group_member_row member;

    set_up();
    capacity(1);
    assert_true(group_member_load(store.db, group_join(store.db, group, people[0], monday).member, &member));
    waiting(people[1]);
    waiting(people[2]);
    assert_int_equal(to_offer().count, 1);
    assert_int_equal(to_offer().at[0].free_day, monday + 28);
    assert_int_equal(to_offer().at[0].told_day, monday + 21);
    assert_int_equal(places_now(EVENT_PLACE_FREED), 0);

    assert_true(group_leave(store.db, &member, monday + 41, "other"));
    assert_int_equal(to_offer().at[0].told_day, monday + 35);
    assert_true(group_member_load(store.db, member.id, &member));
    assert_true(group_leave(store.db, &member, monday + 2, "other"));
    assert_int_equal(to_offer().at[0].free_day, monday + 3);
    assert_int_equal(places_now(EVENT_PLACE_FREED), 1);

    /* Put off for more than a week when it was told of: it is gone, and another is told of later. */
    assert_true(group_member_load(store.db, member.id, &member));
    assert_true(group_leave(store.db, &member, monday + 27, "other"));
    assert_int_equal(places_now(EVENT_PLACE_TAKEN), 1);
    assert_int_equal(to_offer().count, 1);
    assert_int_equal(to_offer().at[0].told_day, monday + 21);
    commit();
}

/* Two places and three who wait: an offer settles the oldest, taking it back opens that one again, and when only one is
 * left to wait the later place goes. Somebody else who joins while there is room settles nothing. */
static void offers_settle_places_one_by_one(void **state)
{
    (void)state;
    struct group_wait_row first, second, third;

    set_up();
    capacity(1);
    first = waiting(people[0]);
    second = waiting(people[1]);
    third = waiting(people[2]);
    assert_int_equal(to_offer().count, 1);
    struct group_place_id oldest = to_offer().at[0].id;
    capacity(2);
    assert_int_equal(to_offer().count, 2);

    assert_true(group_wait_step(store.db, &first, "offered", ""));
    assert_int_equal(to_offer().count, 1);
    assert_true(to_offer().at[0].id.n != oldest.n);
    assert_true(group_wait_load(store.db, first.id, &first));
    assert_true(group_wait_step(store.db, &first, "waiting", ""));
    assert_int_equal(to_offer().count, 2);
    assert_int_equal(to_offer().at[0].id.n, oldest.n);
    assert_int_equal(places_now(EVENT_PLACE_TAKEN), 0);

    assert_true(group_wait_load(store.db, first.id, &first));
    assert_true(group_wait_step(store.db, &first, "left", ""));
    assert_true(group_wait_step(store.db, &second, "left", ""));
    assert_int_equal(to_offer().count, 1);
    assert_int_equal(to_offer().at[0].id.n, oldest.n);
    capacity(3);
    group_join(store.db, group, person("Uopskrevet"), monday);
    assert_int_equal(to_offer().count, 1);
    assert_true(group_wait_step(store.db, &third, "left", ""));
    assert_int_equal(to_offer().count, 0);
    commit();
}

/* A group from before there were such rows: its opening says nothing of the scheme, and its list is not told of. */
static void an_old_group_is_told_once(void **state)
{
    (void)state;
    struct stream stream;

    set_up();
    group = course_group_insert(store.db, &(struct course_group_insert_in){
        .scheme = "hedensted_model", .activity = "introforlob", .name = "Gammelt hold", .unit = unit, .place = "",
        .capacity = 2, .from_day = monday, .to_day = DAY_NONE });
    stream = (struct stream){ STREAM_GROUP, group.n };
    journal_append(store.db, &(struct event_draft){ .stream = stream, .kind = EVENT_GROUP_OPENED, .code = "introforlob",
        .subject = { SUBJECT_GROUP, group.n }, .at = day_begin(monday), .is_day = true, .fields = { { "roles_filled", "1" } } });
    db_become_system(store.db); /* As the keeper. */
    assert_int_equal(group_tell_old(store.db, 10), 1);
    assert_int_equal(group_tell_old(store.db, 10), 0);

    struct view view = journal_view(store.db, stream, day_end(monday), INSTANT_NEVER);
    const struct event *opened = &view.events[view.by_kind[view.kind_begin[EVENT_GROUP_OPENED]]];
    assert_string_equal(event_field(opened, code_of("scheme")).code.text, "hedensted_model");
    assert_string_equal(event_field(opened, code_of("roles_filled")).code.text, "1");
    commit();
}

/* Ten minutes late every day is not away every day; a day of the membership before, and one she just dropped in, are not hers. */
static void a_part_of_a_day_counts_as_that_part(void **state)
{
    (void)state;
    struct group_member_row before;
    struct course_group_row row;

    set_up();
    assert_true(course_group_load(store.db, group, &row));
    group_plan_sessions(store.db, group, monday, monday + 11);
    assert_true(group_member_load(store.db, group_join(store.db, group, people[0], monday).member, &before));
    assert_true(attendance_set(store.db, group, monday, before.id, "unlawful", ""));
    assert_true(group_leave(store.db, &before, monday, "other"));
    assert_true(group_drop_in(store.db, &row, people[0], monday + 1).n != 0);
    struct group_member_id member = group_join(store.db, group, people[0], monday + 7).member;
    for (day on = monday + 7; on < monday + 12; on++) /* 10 of 444 minutes: 0.977 of each day. */
        assert_true(attendance_write(store.db, group, on, member, &(struct attendance_word){ "lawful", "", 10 }));
    struct group_participation_row_list came = group_participation(store.db, group, member);
    assert_int_equal(came.count, 1);
    assert_int_equal(came.at[0].day_count, 5);
    assert_int_equal(came.at[0].present_hundredths, 489);
    assert_int_equal(group_participation(store.db, group, (struct group_member_id){ 0 }).count, 2);
    commit();
}

static struct group_candidate_list top_up(instant new_since)
{
    return group_top_up(store.db, &(struct group_top_up_in){ "hedensted_model", new_since, "introforlob", 0, consultant, 50 });
}

static size_t top_up_count(void)
{
    return top_up(INSTANT_NEVER).count;
}

static void top_up_needs_both_conditions(void **state)
{
    (void)state;

    set_up();
    assert_int_equal(top_up_count(), 3);
    casefile_place_on_ladder(store.db, people[0], "trappe", "praktik", db_now(store.db), "");
    assert_int_equal(top_up_count(), 2);
    /* A new arrival comes on the group from any step. */
    citizen_house(store.db, people[0], db_now(store.db));
    assert_int_equal(top_up(db_now(store.db) - 1).count, 3);
    assert_int_equal(top_up(db_now(store.db) + 1).count, 2);
    group_join(store.db, group, people[1], monday);
    assert_int_equal(top_up_count(), 1);
    assert_int_equal(top_up(INSTANT_NEVER).at[0].citizen.n, people[2].n);
    commit();

    /* Who has been on a course is not proposed again, also after it has ended. */
    begin(day_of(2026, 5, 4));
    assert_int_equal(top_up_count(), 1);
    commit();
}

static void sessions_skip_holidays_and_are_planned_once(void **state)
{
    (void)state;

    set_up();
    /* Easter 2026: Thursday 2, Friday 3 and Monday 6 April are holidays. */
    assert_int_equal(group_plan_sessions(store.db, group, day_of(2026, 3, 30), day_of(2026, 4, 10)), 7 * 2);
    assert_int_equal(group_plan_sessions(store.db, group, day_of(2026, 3, 30), day_of(2026, 4, 10)), 0);
    assert_int_equal(group_sessions(store.db, group, day_of(2026, 4, 2), day_of(2026, 4, 6)).count, 0);
    assert_int_equal(group_next_day(store.db, group, day_of(2026, 4, 2)), day_of(2026, 4, 7));
    commit();
}

static const char *mark_of(struct group_member_id member, day on)
{
    struct attendance_row row;
    struct group_session_row_list sessions = group_sessions(store.db, group, on, on);

    return attendance_load(store.db, sessions.at[0].id, member, &row) ? row.mark : "";
}

static void a_late_mark_corrects_the_event(void **state)
{
    (void)state;

    set_up();
    struct group_member_id member = group_join(store.db, group, people[0], monday).member;
    group_plan_sessions(store.db, group, monday, monday + 4);
    assert_true(attendance_set(store.db, group, monday, member, "unlawful", "Ring"));
    assert_false(attendance_set(store.db, group, monday, member, "borte", ""));
    assert_false(attendance_set(store.db, group, monday + 5, member, "attended", ""));
    commit();

    begin(monday + 1);
    assert_int_equal(count_events(people[0], EVENT_ABSENCE_REGISTERED, monday), 1);
    assert_true(attendance_set(store.db, group, monday, member, "attended", ""));
    assert_string_equal(mark_of(member, monday), "attended");
    commit();

    begin(monday + 1);
    assert_int_equal(count_events(people[0], EVENT_ABSENCE_REGISTERED, monday), 0);
    assert_int_equal(count_events(people[0], EVENT_SESSION_ATTENDED, monday), 1);
    commit();
}

static void a_day_is_held_once(void **state)
{
    (void)state;

    set_up();
    group_plan_sessions(store.db, group, monday, monday);
    assert_int_equal(group_today(store.db, consultant, 10).count, 1);
    assert_int_equal(group_today(store.db, consultant, 10).at[0].held_count, 0);
    assert_true(group_hold_day(store.db, group, monday, consultant, 1));
    assert_false(group_hold_day(store.db, group, monday, consultant, 1));
    assert_true(group_hold_day(store.db, group, monday, consultant, 2));
    struct view view = journal_view(store.db, (struct stream){ STREAM_GROUP, group.n }, day_end(monday), INSTANT_NEVER);
    assert_int_equal(view.kind_begin[EVENT_SESSION_HELD + 1] - view.kind_begin[EVENT_SESSION_HELD], 2);
    assert_int_equal(view.kind_begin[EVENT_SESSION_STAFFED + 1] - view.kind_begin[EVENT_SESSION_STAFFED], 2);
    commit();
}

static void leaving_moves_the_end(void **state)
{
    (void)state;
    struct group_member_row row;

    set_up();
    struct group_member_id member = group_join(store.db, group, people[0], monday).member;
    struct group_member_id never = group_join(store.db, group, people[1], monday + 7).member;
    assert_true(group_member_load(store.db, member, &row));
    assert_true(group_leave(store.db, &row, monday + 10, "job"));
    assert_false(group_leave(store.db, &row, monday + 11, "job"));
    assert_true(group_member_load(store.db, never, &row));
    assert_true(group_leave(store.db, &row, monday, "other"));
    assert_int_equal(count_events(people[0], EVENT_ACTIVITY_ENDED, monday + 9), 0);
    assert_int_equal(count_events(people[0], EVENT_ACTIVITY_ENDED, monday + 200), 1);
    assert_int_equal(count_events(people[1], EVENT_ACTIVITY_STARTED, monday + 200), 0);
    assert_int_equal(group_members_on(store.db, group, monday + 11).count, 0);
    commit();
}

static void twelve_certificates_each_their_own_and_once(void **state)
{
    (void)state;
    struct group_member_row row;
    struct document_row document;
    static const struct competence_line baker[] = { { "experience", "Bager i eget bageri", "2015–2019" } };
    static const struct competence_line nurse[] = { { "education", "Sygeplejerske", "2011" }, { "branch", "care", "" } };

    set_up();
    assert_true(competence_save(store.db, people[0], (struct competence_lines){ baker, 1 }, 0));
    assert_true(competence_save(store.db, people[1], (struct competence_lines){ nurse, 2 }, 0));
    assert_false(competence_save(store.db, people[1], (struct competence_lines){ nurse, 1 }, 0));
    assert_true(group_member_load(store.db, group_join(store.db, group, people[0], monday).member, &row));
    struct document_id first = group_certify(store.db, &row);
    assert_int_equal(group_certify(store.db, &row).n, first.n);
    assert_true(document_load(store.db, first, &document));
    assert_non_null(strstr(document.content, "2015–2019: Bager i eget bageri"));
    assert_null(strstr(document.content, "Sygeplejerske"));
    assert_true(group_member_load(store.db, group_join(store.db, group, people[1], monday).member, &row));
    assert_true(document_load(store.db, group_certify(store.db, &row), &document));
    assert_non_null(strstr(document.content, "plejeområdet og SOSU"));
    assert_int_equal(document_of_citizen(store.db, people[0]).count, 1);
    commit();
}

static void the_folder_has_eleven_sections_and_is_handed_over_once(void **state)
{
    (void)state;
    struct document_row row;

    set_up();
    document_section_put(store.db, &(struct document_section_put_in){ "hedensted_model", "mappe", 4, "da", "", "Bykort over kommunen", 0 });
    document_section_put(store.db, &(struct document_section_put_in){ "hedensted_model", "mappe", 4, "da", "Juelsminde", "Bykort over Juelsminde", 0 });
    struct document_order order = { .citizen = people[0], .scheme = "hedensted_model", .code = "mappe", .language = "ar",
                                    .variant = "Juelsminde" };
    struct document_id folder = document_make(store.db, &order);
    assert_int_equal(document_make(store.db, &order).n, folder.n);
    assert_true(document_load(store.db, folder, &row));
    struct document_sections sections = document_sections_of(store.arena, row.content);
    assert_int_equal(sections.count, 11);
    assert_string_equal(sections.at[0].title, "Plan for den første tid");
    assert_string_equal(sections.at[3].words, "Bykort over Juelsminde");
    assert_string_equal(sections.at[10].title, "Danskundervisning");
    assert_true(document_hand_over(store.db, folder));
    assert_true(document_hand_over(store.db, folder));
    assert_int_equal(count_events(people[0], EVENT_DOCUMENT_MADE, monday), 1);
    assert_int_equal(count_events(people[0], EVENT_DOCUMENT_HANDED_OVER, monday), 1);
    assert_true(document_load(store.db, folder, &row));
    assert_string_equal(row.handed_over_by_name, "Jonas Bech");
    commit();
}

static struct goal_id goal(const char *words)
{
    return plan_add_goal(store.db, &(struct goal_insert_in){ .citizen = people[0], .words = words,
                                                             .proposed_by = "citizen", .activity = "introforlob",
                                                             .review_day = DAY_NONE });
}

static void a_changed_plan_outdates_the_contract(void **state)
{
    (void)state;
    struct document_row row;
    struct document_order order = { .scheme = "hedensted_model", .code = "kontrakt", .language = "da" };

    set_up();
    order.citizen = people[0];
    goal("Blive bager");
    plan_agree(store.db, people[0], "");
    struct document_id contract = document_make(store.db, &order);
    assert_int_equal(document_sign(store.db, contract, "citizen", "Amal Prøve"), SIGN_FINE);
    assert_int_equal(document_sign(store.db, contract, "citizen", "Amal Prøve"), SIGN_ALREADY);
    assert_int_equal(document_sign(store.db, contract, "leader", "Ole"), SIGN_NOT_A_PARTY);
    goal("Tage kørekort");
    assert_true(document_load(store.db, contract, &row));
    assert_string_equal(row.state, "outdated");
    assert_non_null(strstr(row.content, "Blive bager (Introduktionsforløb)"));
    assert_non_null(strstr(row.content, "37 timer om ugen"));
    assert_null(strstr(row.content, "kørekort"));
    assert_int_equal(document_sign(store.db, contract, "caseworker", "Jonas Bech"), SIGN_OUTDATED);
    struct document_id next = document_make(store.db, &order);
    assert_true(document_load(store.db, next, &row));
    assert_int_equal(row.number, 2);
    assert_non_null(strstr(row.content, "kørekort"));
    commit();
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_has_weeks_of_her_own),
        cmocka_unit_test(the_thirteenth_is_told_not_stopped),
        cmocka_unit_test(an_offered_place_is_kept),
        cmocka_unit_test(a_place_is_told_a_week_before),
        cmocka_unit_test(offers_settle_places_one_by_one),
        cmocka_unit_test(an_old_group_is_told_once),
        cmocka_unit_test(a_part_of_a_day_counts_as_that_part),
        cmocka_unit_test(top_up_needs_both_conditions),
        cmocka_unit_test(sessions_skip_holidays_and_are_planned_once),
        cmocka_unit_test(a_late_mark_corrects_the_event),
        cmocka_unit_test(a_day_is_held_once),
        cmocka_unit_test(leaving_moves_the_end),
        cmocka_unit_test(twelve_certificates_each_their_own_and_once),
        cmocka_unit_test(the_folder_has_eleven_sections_and_is_handed_over_once),
        cmocka_unit_test(a_changed_plan_outdates_the_contract),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("group", tests, sizeof tests / sizeof tests[0]);
}
