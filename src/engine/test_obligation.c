/* SPDX-License-Identifier: MIT
 * test_obligation.c: what is stored follows what happened: in the transaction of the event, by
 * difference, and the same again when computed from nothing. */
#include "db/test/store.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "engine/explain.h"
#include "engine/journal.h"
#include "engine/obligation.h"
#include "engine_sql.h"

static const struct stream citizen = { STREAM_CITIZEN, 1 };
static struct db *db;
static const char *owner_role; /* Of the one rule. */

static struct pattern pattern(struct arena *in, const char *text)
{
    struct pattern pattern;
    struct problem problem;

    assert_true(pattern_parse(in, text, &pattern, &problem));
    return pattern;
}

/* One scheme for all: a follow-up every third week of a placement. */
static void load_rules(struct db *from, struct arena *in, struct ruleset *rules)
{
    static const struct span three_weeks = { 3, SPAN_WEEKS };
    static const struct scheme_policy law = { .is_for_all = true, .since = INSTANT_NONE };
    struct rule_version *version = arena_alloc(in, sizeof *version);
    struct rule_line *line = arena_alloc(in, sizeof *line);
    struct scheme_policy *scheme = arena_alloc(in, sizeof *scheme);
    struct pattern *done = arena_alloc(in, sizeof *done);

    (void)from;
    *done = pattern(in, "meeting.held(opfolgning)");
    version->rule = rule_default(RULE_EVERY);
    version->valid = (struct valid){ DAY_NONE, DAY_NONE };
    version->rule.id = code_of("opfolgning3");
    version->rule.every = &three_weeks;
    version->rule.every_count = 1;
    version->rule.after = pattern(in, "placement.started");
    version->rule.done = (struct patterns){ done, 1 };
    version->rule.scope = SUBJECT_PLACEMENT;
    version->rule.source = "003:184";
    version->rule.owner = code_of(owner_role);
    version->rule.roll = ROLL_PREVIOUS;
    *scheme = law;
    scheme->id = code_of("hedensted_model");
    *line = (struct rule_line){ scheme->id, version->rule.id, version, 1 };
    rules->rules = line;
    rules->rule_count = 1;
    rules->schemes = scheme;
    rules->scheme_count = 1;
}

static instant noon(int year, int month, int day_of_month)
{
    return instant_of(day_of(year, month, day_of_month), 12, 0, 0);
}

static void begin(instant now)
{
    begin_as(actor_system, now);
}

static struct obligation_stored_list stored(void)
{
    return obligation_of_stream(db, citizen.kind, citizen.id);
}

static int64_t append(enum event_kind kind, const char *code, instant at)
{
    return journal_append(db, &(struct event_draft){
        .stream = citizen, .kind = kind, .code = code, .subject = { SUBJECT_PLACEMENT, 7 }, .at = at,
        .fields = { { "reason", "æøå\\ = x" }, { "left_out", NULL } },
    });
}

/* Each test begins with a placement on 2 March 2026. */
static void start(void)
{
    db = store.db;
    owner_role = NULL;
    ruleset_set_loader(load_rules);
    begin(noon(2026, 3, 2));
    append(EVENT_PLACEMENT_STARTED, "praktik", noon(2026, 3, 2));
    commit();
}

static void an_event_makes_its_obligation(void **state)
{
    (void)state;
    start();
    begin(noon(2026, 3, 3));
    struct obligation_stored_list rows = stored();
    assert_int_equal(rows.count, 1);
    assert_int_equal(rows.at[0].state, OBLIGATION_OPEN);
    assert_true(rows.at[0].due_at == day_end(day_of(2026, 3, 23)));
    commit();
}

static void a_correction_moves_it_and_a_voiding_takes_it_back(void **state)
{
    (void)state;
    start();
    begin(noon(2026, 3, 20));
    int64_t held = append(EVENT_MEETING_HELD, "opfolgning", noon(2026, 3, 20));
    commit();
    begin(noon(2026, 3, 21));
    assert_int_equal(stored().count, 2);
    journal_move(db, held, noon(2026, 3, 19));
    commit();
    begin(noon(2026, 3, 21));
    struct obligation_stored_list rows = stored();
    assert_true(rows.at[0].due_at == day_end(day_of(2026, 4, 9)) || rows.at[1].due_at == day_end(day_of(2026, 4, 9)));
    journal_void(db, held);
    commit();
    begin(noon(2026, 3, 21));
    assert_int_equal(stored().count, 1);
    assert_int_equal(stored().at[0].state, OBLIGATION_OPEN);
    assert_int_equal(journal_find(db, citizen, EVENT_MEETING_HELD, NULL), 0);
    commit();
}

static void a_rolled_back_event_leaves_no_obligation(void **state)
{
    (void)state;
    start();
    begin(noon(2026, 3, 20));
    append(EVENT_MEETING_HELD, "opfolgning", noon(2026, 3, 20));
    db_rollback(db);
    begin(noon(2026, 3, 20));
    assert_int_equal(stored().count, 1);
    commit();
}

static void an_excuse_closes_the_row_it_names(void **state)
{
    struct obligation row = { .stream = citizen, .rule = code_of("opfolgning3"), .subject = { SUBJECT_PLACEMENT, 7 } };

    (void)state;
    start();
    begin(noon(2026, 3, 24));
    assert_true(obligation_key_read(stored().at[0].name, &row.key));
    assert_true(obligation_excuse(db, &row, "flyttet"));
    commit();
    begin(noon(2026, 3, 24));
    assert_int_equal(stored().at[0].state, OBLIGATION_EXCUSED);
    commit();
}

static void recomputing_changes_nothing_and_restores_what_was_lost(void **state)
{
    int64_t changed;

    (void)state;
    start();
    assert_true(engine_recompute_all(db, noon(2026, 3, 3), &changed));
    assert_int_equal(changed, 0);
    begin(noon(2026, 3, 3));
    obligation_delete(db, stored().at[0].name);
    commit();
    assert_true(engine_recompute_all(db, noon(2026, 3, 3), &changed));
    assert_int_equal(changed, 1);
}

static int sentences;
static void count_sentence(void *about, const char *sentence)
{
    (void)about;
    assert_non_null(sentence);
    sentences++;
}

static void verify_finds_a_changed_row(void **state)
{
    (void)state;
    start();
    sentences = 0;
    assert_true(engine_verify(db, noon(2026, 3, 3), count_sentence, NULL));
    assert_int_equal(sentences, 0);
    begin(noon(2026, 3, 3));
    obligation_delete(db, stored().at[0].name);
    commit();
    assert_false(engine_verify(db, noon(2026, 3, 3), count_sentence, NULL));
    assert_int_equal(sentences, 1);
}

static void an_erased_journal_is_still_whole(void **state)
{
    int64_t bad;

    (void)state;
    start();
    begin(noon(2026, 3, 3));
    journal_erase(db, citizen);
    commit();
    begin(noon(2026, 3, 3));
    assert_true(journal_is_whole(db, citizen, &bad));
    commit();
}

static void an_explanation_names_trigger_span_and_due(void **state)
{
    struct obligation_key key;
    struct explanation explanation;

    (void)state;
    start();
    begin(noon(2026, 3, 3));
    assert_true(obligation_key_read(stored().at[0].name, &key));
    assert_true(explain(db, citizen, key, db_now(db), &explanation));
    assert_string_equal(explanation.rule->source, "003:184");
    assert_int_equal(explanation.trigger->kind, EVENT_PLACEMENT_STARTED);
    assert_true(explanation.first_due == day_end(day_of(2026, 3, 23)));
    assert_int_equal(explanation.bell_count, 3);
    assert_true(explanation.bells[1].at == explanation.row.due);
    commit();
}

/* What an administrator, an importer or a burglar could do behind the engine's back. */
static void run_sql(const char *sql)
{
    const char *schema = strstr(store.name, "schema=");

    db_begin(db, DB_WRITE, store.arena, actor_system, noon(2026, 3, 3));
    if (schema != NULL) { /* A script on PostgreSQL names its schema itself. */
        schema += strlen("schema=");
        sql = arena_format(store.arena, "SET LOCAL search_path TO %.*s; %s", (int)strcspn(schema, "&"), schema, sql);
    }
    db->engine->script(db, sql);
    if (!db_commit(db))
        fail_msg("%s: %s", sql, db_failure_cause(db));
}

static void verify_finds_a_tampered_journal(void **state)
{
    static const char *const tampering[] = {
        "UPDATE journal SET happened_at = happened_at + 60",
        "UPDATE journal SET code = 'job'",
        "UPDATE journal SET actor = actor + 1",
        "UPDATE journal SET is_void = 1",
        "UPDATE journal SET fields = 'reason=other'",
        "DELETE FROM journal WHERE lid = 2",
    };

    (void)state;
    start();
    begin(noon(2026, 3, 3));
    append(EVENT_MEETING_BOOKED, "opfolgning", noon(2026, 3, 3));
    append(EVENT_MEETING_HELD, "opfolgning", noon(2026, 3, 3));
    commit();
    run_sql("CREATE TABLE kept AS SELECT * FROM journal");
    for (size_t i = 0; i < sizeof tampering / sizeof *tampering; i++) {
        int64_t bad = 0;
        run_sql(tampering[i]);
        sentences = 0;
        assert_false(engine_verify(db, noon(2026, 3, 3), count_sentence, NULL));
        assert_true(sentences >= 1);
        begin(noon(2026, 3, 3));
        assert_false(journal_is_whole(db, citizen, &bad));
        commit();
        run_sql("DELETE FROM journal");
        run_sql("INSERT INTO journal SELECT * FROM kept");
    }
    assert_true(engine_verify(db, noon(2026, 3, 3), count_sentence, NULL));
    run_sql("DROP TABLE kept");
}

static void a_correction_is_a_new_version_of_all_that_was_said(void **state)
{
    (void)state;
    start();
    begin(noon(2026, 3, 20));
    int64_t held = append(EVENT_MEETING_HELD, "samtale", noon(2026, 3, 20));
    struct event_draft draft = {
        .stream = citizen, .kind = EVENT_MEETING_HELD, .code = "opfolgning", .subject = { SUBJECT_PLACEMENT, 7 },
        .at = noon(2026, 3, 19),
    };
    commit();
    begin(noon(2026, 3, 21));
    assert_int_equal(stored().count, 1); /* Another meeting settles nothing. */
    assert_true(journal_correct(db, held, &draft));
    draft.kind = EVENT_MEETING_BOOKED;
    assert_false(journal_correct(db, held, &draft));
    draft.kind = EVENT_MEETING_HELD;
    draft.stream.id = 2;
    assert_false(journal_correct(db, held, &draft));
    commit();
    begin(noon(2026, 3, 21));
    int64_t bad;
    assert_int_equal(stored().count, 2);
    assert_int_equal(journal_load(db, citizen).count, 3);
    assert_true(journal_is_whole(db, citizen, &bad));
    struct view before = journal_view(db, citizen, noon(2026, 3, 21), noon(2026, 3, 20));
    assert_string_equal(before.events[1].code.text, "samtale"); /* What was known then stays. */
    commit();
}

static void closed_days_move_what_rolls(void **state)
{
    (void)state;
    start();
    begin(noon(2026, 3, 3));
    assert_true(stored().at[0].due_at == day_end(day_of(2026, 3, 23)));
    closed_day_put(db, day_of(2026, 3, 23), "Kursus");
    ruleset_changed(db);
    commit();
    int64_t changed;
    assert_true(engine_recompute_all(db, noon(2026, 3, 3), &changed));
    assert_int_equal(changed, 1);
    begin(noon(2026, 3, 3));
    assert_true(stored().at[0].due_at == day_end(day_of(2026, 3, 20))); /* Friday before the Monday. */
    struct obligation_key key;
    struct explanation explanation;
    assert_true(obligation_key_read(stored().at[0].name, &key));
    assert_true(explain(db, citizen, key, db_now(db), &explanation));
    assert_true(explanation.stopped_due == day_end(day_of(2026, 3, 23)));
    assert_true(explanation.due == stored().at[0].due_at);
    closed_day_delete(db, day_of(2026, 3, 23));
    ruleset_changed(db);
    commit();
    assert_true(engine_recompute_all(db, noon(2026, 3, 3), &changed));
    assert_int_equal(changed, 1);
}

/* A change seen from inside, then rolled back, then another change made: the rolled-back one is forgotten. */
static void rules_read_in_a_change_that_failed_are_forgotten(void **state)
{
    (void)state;
    start();
    begin(noon(2026, 3, 3));
    closed_day_put(db, day_of(2026, 3, 23), "Kursus");
    ruleset_changed(db);
    assert_int_equal(workdays_current(db)->closed_count, 1);
    db_rollback(db);
    begin(noon(2026, 3, 3));
    assert_int_equal(workdays_current(db)->closed_count, 0);
    closed_day_put(db, day_of(2026, 3, 24), "Flytning");
    ruleset_changed(db);
    commit();
    begin(noon(2026, 3, 3));
    assert_int_equal(workdays_current(db)->closed_count, 1);
    assert_true(workdays_current(db)->closed[0] == day_of(2026, 3, 24));
    closed_day_delete(db, day_of(2026, 3, 24));
    ruleset_changed(db);
    commit();
}

static void what_if_it_were_held_today(void **state)
{
    struct obligation_key key;
    struct explanation explanation;

    (void)state;
    start();
    begin(noon(2026, 3, 10));
    assert_true(obligation_key_read(stored().at[0].name, &key));
    assert_true(explain(db, citizen, key, db_now(db), &explanation));
    assert_true(explain_next(db, &explanation, noon(2026, 3, 10)) == day_end(day_of(2026, 3, 31)));
    assert_int_equal(stored().count, 1); /* Nothing was written. */
    commit();
}

/* One consultant and a unit leader; the citizen belongs to their unit. */
static void start_with_staff(void)
{
    run_sql("INSERT INTO unit (id, code, name) VALUES (1, 'integration', 'Integration'), (2, 'andre', 'Andre');"
            "INSERT INTO citizen (id, first_name, last_name, search_name, unit, created_at) VALUES (1, 'N', 'N', 'n', 1, 0);"
            "INSERT INTO staff (id, login, name, unit) VALUES (11, 'a', 'A', 1), (12, 'b', 'B', 1), (13, 'c', 'C', 1);"
            "INSERT INTO role (id, code, title) VALUES (1, 'employment_consultant', 'Konsulent');"
            "INSERT INTO staff_role (staff, role, unit) VALUES (11, 1, 1)");
    owner_role = "employment_consultant";
    ruleset_set_loader(load_rules); /* Read again, with the role. */
    begin(noon(2026, 3, 2));
    engine_recompute_stream(db, citizen);
    commit();
}

static int64_t owner_now(instant now)
{
    begin(now);
    engine_recompute_stream(db, citizen);
    int64_t owner = stored().at[0].owner;
    commit();
    return owner;
}

static void the_owner_is_the_first_who_fits(void **state)
{
    struct obligation row = { .stream = citizen, .rule = code_of("opfolgning3"), .subject = { SUBJECT_PLACEMENT, 7 } };

    (void)state;
    start();
    start_with_staff();
    assert_int_equal(owner_now(noon(2026, 3, 3)), 11); /* The only one with the role in the unit. */
    run_sql("INSERT INTO staff_role (staff, role, unit) VALUES (12, 1, 1)");
    assert_int_equal(owner_now(noon(2026, 3, 3)), 0); /* Two: the unit's list. */
    run_sql("INSERT INTO staffing (citizen, role, staff, from_at) VALUES (1, 'employment_consultant', 12, 0)");
    assert_int_equal(owner_now(noon(2026, 3, 3)), 12); /* Her own consultant. */
    begin(noon(2026, 3, 3));
    assert_true(obligation_key_read(stored().at[0].name, &row.key));
    assert_true(obligation_assign(db, &row, 13));
    commit();
    assert_int_equal(owner_now(noon(2026, 3, 3)), 13); /* Given to somebody. */
}

static void a_deputy_acts_on_the_days_away_one_step_only(void **state)
{
    char sql[200];

    (void)state;
    start();
    start_with_staff();
    snprintf(sql, sizeof sql, "UPDATE staff SET away_from_day = %d, away_to_day = %d, deputy = 12 WHERE id = 11",
             day_of(2026, 3, 4), day_of(2026, 3, 6));
    run_sql(sql);
    assert_int_equal(owner_now(noon(2026, 3, 3)), 11);
    assert_int_equal(owner_now(noon(2026, 3, 4)), 12);
    assert_int_equal(owner_now(noon(2026, 3, 6)), 12);
    assert_int_equal(owner_now(noon(2026, 3, 7)), 11);
    snprintf(sql, sizeof sql, "UPDATE staff SET away_from_day = %d, deputy = 13 WHERE id = 12", day_of(2026, 3, 1));
    run_sql(sql);
    assert_int_equal(owner_now(noon(2026, 3, 4)), 12); /* One step: the deputy's deputy is not asked. */
    run_sql("UPDATE staff SET deputy = NULL WHERE id = 11");
    assert_int_equal(owner_now(noon(2026, 3, 4)), 0); /* Away without one: the unit's. */
}

/* A second loader: by calendar, so that time alone makes rows. */
static void load_calendar(struct db *from, struct arena *in, struct ruleset *rules)
{
    load_rules(from, in, rules);
    struct rule_version *version = arena_alloc(in, sizeof *version);
    struct rule_line *line = arena_alloc(in, sizeof *line);
    *version = rules->rules[0].at[0];
    version->rule.kind = RULE_CALENDAR;
    version->rule.calendar = (struct calendar){ .kind = CALENDAR_WEEKLY, .weekday = TUESDAY };
    version->rule.scope = SUBJECT_ENROLMENT;
    *line = (struct rule_line){ rules->rules[0].scheme, rules->rules[0].id, version, 1 };
    rules->rules = line;
}

static void time_alone_wakes_a_stream_and_only_then(void **state)
{
    int64_t changed = 0;

    (void)state;
    start();
    ruleset_set_loader(load_calendar);
    assert_true(engine_recompute_all(db, noon(2026, 3, 2), &changed));
    begin(noon(2026, 3, 2));
    size_t before = stored().count;
    commit();
    assert_true(engine_wake(db, noon(2026, 3, 2), &changed));
    assert_int_equal(changed, 0);
    assert_true(engine_wake(db, noon(2026, 3, 11), &changed)); /* A week on. */
    assert_true(changed >= 1);
    begin(noon(2026, 3, 11));
    assert_true(stored().count > before);
    commit();
    assert_true(engine_wake(db, noon(2026, 3, 11), &changed)); /* Looked at; nothing is left to do. */
    assert_int_equal(changed, 0);
}

static void trying_shows_the_difference_and_stores_nothing(void **state)
{
    (void)state;
    start();
    begin(noon(2026, 3, 3));
    static const struct span two_weeks = { 2, SPAN_WEEKS };
    struct ruleset other = *ruleset_current(db);
    struct rule_version version = other.rules[0].at[0];
    struct rule_line line = other.rules[0];
    version.rule.every = &two_weeks;
    line.at = &version;
    other.rules = &line;
    struct row_differences differences = engine_try(db, citizen, &other, noon(2026, 3, 3));
    assert_int_equal(differences.count, 1);
    assert_int_equal(differences.at[0].kind, ROW_CHANGED);
    assert_true(differences.at[0].before->due == day_end(day_of(2026, 3, 23)));
    assert_true(differences.at[0].after->due == day_end(day_of(2026, 3, 16)));
    assert_true(stored().at[0].due_at == day_end(day_of(2026, 3, 23)));
    assert_int_equal(engine_try(db, citizen, ruleset_current(db), noon(2026, 3, 3)).count, 0);
    other.rule_count = 0;
    differences = engine_try(db, citizen, &other, noon(2026, 3, 3));
    assert_int_equal(differences.count, 1);
    assert_int_equal(differences.at[0].kind, ROW_GONE);
    commit();
}

/* Law 7 with rules and staffing: what is stored after each change is what a computation from nothing gives. */
static void incremental_is_full_after_an_overlay_and_staffing(void **state)
{
    int64_t changed;

    (void)state;
    start();
    start_with_staff();
    begin(noon(2026, 3, 5));
    append(EVENT_MEETING_HELD, "opfolgning", noon(2026, 3, 5));
    commit();
    assert_true(engine_recompute_all(db, noon(2026, 3, 5), &changed));
    assert_int_equal(changed, 0);
    ruleset_set_loader(load_calendar); /* An overlay as large as can be: another kind of rule. */
    begin(noon(2026, 3, 6));
    append(EVENT_MEETING_HELD, "opfolgning", noon(2026, 3, 6));
    commit();
    assert_true(engine_recompute_all(db, noon(2026, 3, 6), &changed));
    assert_int_equal(changed, 0);
    run_sql("UPDATE staff_role SET staff = 13");
    begin(noon(2026, 3, 6));
    obligation_touch_citizen(db, citizen.id);
    commit();
    begin(noon(2026, 3, 6));
    assert_true(stored().count >= 1);
    for (size_t i = 0; i < stored().count; i++)
        assert_int_equal(stored().at[i].owner, 13);
    commit();
    assert_true(engine_recompute_all(db, noon(2026, 3, 6), &changed));
    assert_int_equal(changed, 0);
}

/* A year and a half of meetings, each recomputed as it is written: long enough to be kept in one piece. */
static void a_long_history(void)
{
    static const enum event_kind kinds[] = { EVENT_MEETING_HELD, EVENT_WIN_ADDED, EVENT_CONTACT_MADE };

    for (int i = 0; i < 100; i++) {
        instant at = noon(2026, 3, 3) + (instant)i * 5 * 86400;
        begin(at);
        int64_t lid = append(kinds[i % 3], "opfolgning", at);
        if (i % 7 == 0)
            journal_void(db, lid);
        commit();
    }
}

/* Law 7 over a history kept in one piece: incremental is full, and reading row by row gives the same. */
static void a_history_in_one_piece_gives_the_same_rows(void **state)
{
    instant now = noon(2027, 8, 1);
    int64_t changed;

    (void)state;
    start();
    a_long_history();
    assert_true(engine_recompute_all(db, now, &changed));
    begin(now);
    struct stream_pack_row pack;
    assert_true(stream_pack_of(db, citizen.kind, citizen.id, &pack));
    struct obligation_stored_list kept = stored();
    assert_true(kept.count > 20);
    struct event_versions packed = journal_load(db, citizen);
    stream_pack_delete(db, citizen.kind, citizen.id);
    struct event_versions single = journal_load(db, citizen);
    assert_int_equal(packed.count, single.count);
    for (size_t i = 0; i < packed.count; i++)
        assert_true(packed.at[i].lid == single.at[i].lid && packed.at[i].version == single.at[i].version &&
                    packed.at[i].at == single.at[i].at && packed.at[i].field_count == single.at[i].field_count);
    commit();
    assert_true(engine_recompute_all(db, now, &changed));
    assert_int_equal(changed, 0);
    sentences = 0;
    assert_true(engine_verify(db, now, count_sentence, NULL));
    assert_int_equal(sentences, 0);
    run_sql("UPDATE stream_pack SET upto = upto - 1");
    assert_false(engine_verify(db, now, count_sentence, NULL));
    assert_int_equal(sentences, 1);
}

static void an_erased_history_is_kept_nowhere(void **state)
{
    struct stream_pack_row pack;

    (void)state;
    start();
    a_long_history();
    begin(noon(2027, 8, 1));
    assert_true(stream_pack_of(db, citizen.kind, citizen.id, &pack));
    journal_erase(db, citizen);
    assert_false(stream_pack_of(db, citizen.kind, citizen.id, &pack));
    struct event_versions versions = journal_load(db, citizen);
    for (size_t i = 0; i < versions.count; i++)
        assert_int_equal(versions.at[i].field_count, 0);
    commit();
}

/* Rows from before there were digests: filled in without a change being told. */
static void a_missing_digest_is_filled_in(void **state)
{
    int64_t changed;

    (void)state;
    start();
    run_sql("UPDATE obligation SET digest = 0, changed_at = 5");
    assert_true(engine_recompute_all(db, noon(2026, 3, 3), &changed));
    assert_int_equal(changed, 0);
    begin(noon(2026, 3, 3));
    assert_true(stored().at[0].digest != 0);
    assert_true(stored().at[0].changed_at == 5);
    commit();
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_makes_its_obligation),
        cmocka_unit_test(a_correction_moves_it_and_a_voiding_takes_it_back),
        cmocka_unit_test(a_rolled_back_event_leaves_no_obligation),
        cmocka_unit_test(an_excuse_closes_the_row_it_names),
        cmocka_unit_test(recomputing_changes_nothing_and_restores_what_was_lost),
        cmocka_unit_test(verify_finds_a_changed_row),
        cmocka_unit_test(verify_finds_a_tampered_journal),
        cmocka_unit_test(an_erased_journal_is_still_whole),
        cmocka_unit_test(an_explanation_names_trigger_span_and_due),
        cmocka_unit_test(a_correction_is_a_new_version_of_all_that_was_said),
        cmocka_unit_test(closed_days_move_what_rolls),
        cmocka_unit_test(what_if_it_were_held_today),
        cmocka_unit_test(the_owner_is_the_first_who_fits),
        cmocka_unit_test(rules_read_in_a_change_that_failed_are_forgotten),
        cmocka_unit_test(a_deputy_acts_on_the_days_away_one_step_only),
        cmocka_unit_test(time_alone_wakes_a_stream_and_only_then),
        cmocka_unit_test(trying_shows_the_difference_and_stores_nothing),
        cmocka_unit_test(a_history_in_one_piece_gives_the_same_rows),
        cmocka_unit_test(an_erased_history_is_kept_nowhere),
        cmocka_unit_test(a_missing_digest_is_filled_in),
        cmocka_unit_test(incremental_is_full_after_an_overlay_and_staffing),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("obligation", tests, sizeof tests / sizeof *tests);
}
