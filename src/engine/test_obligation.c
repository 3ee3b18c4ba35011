/* SPDX-License-Identifier: MIT
 * test_obligation.c: what is stored follows what happened: in the transaction of the event, by
 * difference, and the same again when computed from nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "engine/explain.h"
#include "engine/journal.h"
#include "engine/obligation.h"
#include "engine_sql.h"

enum { ARENA_MAX = 64 << 20 };

static const struct stream citizen = { STREAM_CITIZEN, 1 };
static struct db *db;
static struct arena *arena;

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
    arena_reset(arena);
    db_begin(db, DB_WRITE, arena, actor_system, now);
}

static void commit(void)
{
    assert_true(db_commit(db));
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
    ruleset_set_loader(load_rules);
    begin(noon(2026, 3, 2));
    append(EVENT_PLACEMENT_STARTED, "praktik", noon(2026, 3, 2));
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

static void an_event_makes_its_obligation(void **state)
{
    (void)state;
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_event_makes_its_obligation, open_store, close_store),
        cmocka_unit_test_setup_teardown(a_correction_moves_it_and_a_voiding_takes_it_back, open_store, close_store),
        cmocka_unit_test_setup_teardown(a_rolled_back_event_leaves_no_obligation, open_store, close_store),
        cmocka_unit_test_setup_teardown(an_excuse_closes_the_row_it_names, open_store, close_store),
        cmocka_unit_test_setup_teardown(recomputing_changes_nothing_and_restores_what_was_lost, open_store, close_store),
        cmocka_unit_test_setup_teardown(verify_finds_a_changed_row, open_store, close_store),
        cmocka_unit_test_setup_teardown(an_erased_journal_is_still_whole, open_store, close_store),
        cmocka_unit_test_setup_teardown(an_explanation_names_trigger_span_and_due, open_store, close_store),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
