/* SPDX-License-Identifier: MIT
 * test_laws.c: what holds of every journal. Random journals from a fixed seed, small enough that
 * suspensions, ends and corrections meet each other often; each test is one law. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "engine/evaluate.h"
#include "engine/journal_private.h"
#include "engine/obligation.h"

enum { JOURNALS = 1500, EVENTS_MAX = 40, DAYS = 200, ARENA_MAX = 64 << 20 };

/* xorshift: chance that is the same on every machine. */
static uint64_t seed;
static uint32_t chance(uint32_t below)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)((seed >> 16) % below);
}

static struct arena *rules_arena, *arena;

static struct pattern pattern(const char *text)
{
    struct pattern pattern;
    struct problem problem;

    assert_true(pattern_parse(rules_arena, text, &pattern, &problem));
    return pattern;
}

static const struct condition *condition(const char *text)
{
    struct problem problem;
    const struct condition *condition = condition_parse(rules_arena, text, NAMES_ARE_FACTS, &problem);

    assert_non_null(condition);
    return condition;
}

static struct patterns one_pattern(const char *text)
{
    struct pattern *at = arena_alloc(rules_arena, sizeof *at);

    *at = pattern(text);
    return (struct patterns){ at, 1 };
}

/* One rule of each kind and of the modifiers that meddle with each other. */
static const struct row {
    enum rule_kind kind;
    const char *id, *after, *done, *until, *demand;
    struct span span;
    enum subject_kind scope;
    bool is_each;
} rows[] = {
    { RULE_WITHIN, "hours", "citizen.housed", "ladder.placed", NULL, NULL, { 96, SPAN_HOURS }, SUBJECT_ENROLMENT, false },
    { RULE_WITHIN, "days", "enrolment.started", "meeting.held", NULL, NULL, { 10, SPAN_DAYS }, SUBJECT_ENROLMENT, false },
    { RULE_WITHIN, "working", "activity.ended", "placement.started", NULL, NULL, { 1, SPAN_WORKING_DAYS }, SUBJECT_ENROLMENT, false },
    { RULE_EVERY, "weeks", "placement.started", "meeting.held(a)", "placement.ended", NULL, { 3, SPAN_WEEKS }, SUBJECT_PLACEMENT, false },
    { RULE_EVERY, "months", "enrolment.started", "form.answered", NULL, NULL, { 1, SPAN_MONTHS }, SUBJECT_ENROLMENT, false },
    { RULE_EVERY, "each", "placement.started", "meeting.held(b)", NULL, NULL, { 1, SPAN_WEEKS }, SUBJECT_PLACEMENT, true },
    { RULE_CALENDAR, "tuesday", NULL, "meeting.held", NULL, NULL, { 0, SPAN_NONE }, SUBJECT_ENROLMENT, false },
    { RULE_QUOTA, "two", "enrolment.started", "meeting.held", NULL, NULL, { 1, SPAN_MONTHS }, SUBJECT_ENROLMENT, false },
    { RULE_LIMIT, "gap", NULL, NULL, NULL, NULL, { 0, SPAN_NONE }, SUBJECT_ENROLMENT, false },
    { RULE_MUST, "must", NULL, NULL, NULL, "count(meeting.held, 3 weeks) >= 1", { 0, SPAN_NONE }, SUBJECT_ENROLMENT, false },
    { RULE_REQUIRE, "require", NULL, NULL, NULL, "count(form.answered) >= 1", { 0, SPAN_NONE }, SUBJECT_ENROLMENT, false },
};
enum { RULE_COUNT = sizeof rows / sizeof *rows };

static struct rule_version versions[RULE_COUNT];
static struct rule_line lines[RULE_COUNT];
static const struct suspend suspends[] = {
    { { 0, "ill" }, SUSPENSION_STOP, NULL, 0 }, { { 0, "leave" }, SUSPENSION_RESTART, NULL, 0 },
};
static struct suspend named_suspends[2];
static struct scheme_policy scheme;

static struct rule rule_of(const struct row *row)
{
    struct rule rule = rule_default(row->kind);
    struct span *every = arena_alloc(rules_arena, sizeof *every);

    *every = row->span;
    rule.id = code_of(row->id);
    rule.scope = row->scope;
    rule.within = row->span;
    rule.every = every;
    rule.every_count = 1;
    rule.is_missed_each = row->is_each;
    rule.quota = (struct quota){ .count = 2, .in = row->span };
    rule.calendar = (struct calendar){ .kind = CALENDAR_NTH, .weekday = TUESDAY, .nth = 1 };
    rule.limit = (struct limit){ .of = QUANTITY_GAP };
    if (row->after != NULL)
        rule.after = pattern(row->after);
    if (row->until != NULL)
        rule.until = pattern(row->until);
    if (row->done != NULL)
        rule.done = one_pattern(row->done);
    if (row->demand != NULL)
        rule.demand = condition(row->demand);
    rule.before = pattern("placement.started");
    return rule;
}

static int set_up(void **state)
{
    (void)state;
    rules_arena = arena_new(ARENA_MAX);
    arena = arena_new(ARENA_MAX);
    memcpy(named_suspends, suspends, sizeof suspends);
    for (size_t i = 0; i < 2; i++)
        named_suspends[i].reason = code_of(suspends[i].reason.text);
    scheme = (struct scheme_policy){ .id = code_of("s"), .since = INSTANT_NONE, .suspends = named_suspends, .suspend_count = 2 };
    for (size_t i = 0; i < RULE_COUNT; i++) {
        versions[i] = (struct rule_version){ { DAY_NONE, DAY_NONE }, rule_of(&rows[i]) };
        lines[i] = (struct rule_line){ scheme.id, versions[i].rule.id, &versions[i], 1 };
    }
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(rules_arena);
    arena_free(arena);
    return 0;
}

static struct ruleset ruleset(size_t first, size_t count)
{
    return (struct ruleset){ 1, lines + first, count, &scheme, 1, NULL };
}

/* A journal: lids 1.., each with up to two versions. */
struct journal {
    struct event at[EVENTS_MAX * 2];
    size_t count;
};

static const struct happening {
    enum event_kind kind;
    const char *code;
    enum subject_kind subject;
    uint32_t weight;
} happenings[] = {
    { EVENT_CITIZEN_HOUSED, "", SUBJECT_CITIZEN, 2 },       { EVENT_LADDER_PLACED, "", SUBJECT_CITIZEN, 2 },
    { EVENT_ENROLMENT_STARTED, "s", SUBJECT_ENROLMENT, 2 }, { EVENT_ENROLMENT_ENDED, "s", SUBJECT_ENROLMENT, 1 },
    { EVENT_PLACEMENT_STARTED, "", SUBJECT_PLACEMENT, 3 },  { EVENT_PLACEMENT_ENDED, "", SUBJECT_PLACEMENT, 1 },
    { EVENT_MEETING_HELD, "a", SUBJECT_PLACEMENT, 6 },      { EVENT_MEETING_HELD, "b", SUBJECT_PLACEMENT, 6 },
    { EVENT_FORM_ANSWERED, "", SUBJECT_CITIZEN, 3 },        { EVENT_ACTIVITY_STARTED, "", SUBJECT_ACTIVITY, 2 },
    { EVENT_ACTIVITY_ENDED, "", SUBJECT_ACTIVITY, 2 },      { EVENT_SUSPENSION_BEGUN, "ill", SUBJECT_CITIZEN, 2 },
    { EVENT_SUSPENSION_BEGUN, "leave", SUBJECT_CITIZEN, 1 }, { EVENT_SUSPENSION_ENDED, "", SUBJECT_CITIZEN, 3 },
};

static const struct happening *any_happening(void)
{
    uint32_t total = 0;

    for (size_t i = 0; i < sizeof happenings / sizeof *happenings; i++)
        total += happenings[i].weight;
    uint32_t pick = chance(total);
    for (size_t i = 0;; i++) {
        if (pick < happenings[i].weight)
            return &happenings[i];
        pick -= happenings[i].weight;
    }
}

static instant begin(void)
{
    return day_begin(day_of(2026, 1, 1));
}

static instant any_instant(void)
{
    return begin() + (instant)chance(DAYS * 24 * 4) * 900;
}

static struct event any_event(int64_t lid)
{
    const struct happening *happening = any_happening();
    struct event event = {
        .lid = lid, .version = 1, .kind = happening->kind, .code = code_of(happening->code),
        .subject = { happening->subject, 1 + chance(2) }, .at = any_instant(), .is_day = chance(3) == 0,
    };

    if (happening->subject == SUBJECT_CITIZEN)
        event.subject.id = 1;
    if (event.is_day)
        event.at = day_begin(day_of_instant(event.at));
    event.recorded_at = event.at + (chance(4) == 0 ? (instant)chance(20) * 86400 : 0);
    return event;
}

static struct journal any_journal(bool has_corrections)
{
    struct journal journal = { .count = 0 };
    size_t count = 1 + chance(EVENTS_MAX - 1);

    for (size_t i = 0; i < count; i++) {
        struct event event = any_event((int64_t)i + 1);
        journal.at[journal.count++] = event;
        if (has_corrections && chance(6) == 0) {
            event.version = 2;
            event.is_void = chance(2) == 0;
            event.at += ((instant)chance(10) - 5) * 86400;
            event.recorded_at += (instant)chance(30) * 86400;
            journal.at[journal.count++] = event;
        }
    }
    return journal;
}

static struct evaluation rows_of(const struct journal *journal, const struct ruleset *rules, instant now, instant known_at)
{
    struct view *view = arena_alloc(arena, sizeof *view);

    *view = view_of(arena, (struct stream){ STREAM_CITIZEN, 1 }, journal->at, journal->count, now, known_at);
    return evaluate(arena, view, rules, NULL);
}

static struct evaluation all_rows(const struct journal *journal, instant now)
{
    struct ruleset rules = ruleset(0, RULE_COUNT);

    return rows_of(journal, &rules, now, INSTANT_NEVER);
}

static void same(const struct evaluation *a, const struct evaluation *b, int nth)
{
    if (evaluation_difference(arena, a, b).count == 0)
        return;
    const struct row_difference *first = evaluation_difference(arena, a, b).at;
    const struct obligation *before = first->before, *after = first->after;
    fail_msg("journal %d: rule %s: %s due %lld settled %lld, then %s due %lld settled %lld", nth,
             (before != NULL ? before : after)->rule.text, before == NULL ? "none" : obligation_state_words[before->state],
             (long long)(before == NULL ? 0 : before->due), (long long)(before == NULL ? 0 : before->settled_at),
             after == NULL ? "none" : obligation_state_words[after->state], (long long)(after == NULL ? 0 : after->due),
             (long long)(after == NULL ? 0 : after->settled_at));
}

/* Each test sees the same journals. */
#define FOR_EACH_JOURNAL(nth) for (int nth = (seed = 88172645463325252u, 0); nth < JOURNALS; nth++, arena_reset(arena))

static void law_1_same_in_same_out(void **state)
{
    (void)state;
    FOR_EACH_JOURNAL(nth) {
        struct journal journal = any_journal(true);
        instant now = any_instant();
        struct evaluation once = all_rows(&journal, now), again = all_rows(&journal, now);
        assert_int_equal(once.count, again.count);
        for (size_t i = 0; i < once.count; i++)
            assert_true(obligation_is_same(&once.at[i], &again.at[i]));
    }
}

static void law_2_any_order_of_the_input(void **state)
{
    (void)state;
    FOR_EACH_JOURNAL(nth) {
        struct journal journal = any_journal(true), shuffled = journal;
        instant now = any_instant();
        for (size_t i = shuffled.count; i > 1; i--) {
            size_t j = chance((uint32_t)i);
            struct event swap = shuffled.at[i - 1];
            shuffled.at[i - 1] = shuffled.at[j];
            shuffled.at[j] = swap;
        }
        struct evaluation a = all_rows(&journal, now), b = all_rows(&shuffled, now);
        same(&a, &b, nth);
    }
}

static void law_3_every_key_names_one_row(void **state)
{
    (void)state;
    FOR_EACH_JOURNAL(nth) {
        struct journal journal = any_journal(true);
        struct evaluation rows_now = all_rows(&journal, any_instant());
        for (size_t i = 0; i < rows_now.count; i++)
            for (size_t j = 0; j < i; j++)
                if (obligation_key_is(rows_now.at[i].key, rows_now.at[j].key))
                    fail_msg("journal %d: two rows of rule %s share a key", nth, rows_now.at[i].rule.text);
    }
}

static void law_4_rules_do_not_know_each_other(void **state)
{
    (void)state;
    FOR_EACH_JOURNAL(nth) {
        struct journal journal = any_journal(true);
        instant now = any_instant();
        size_t half = 1 + chance(RULE_COUNT - 1);
        struct ruleset first = ruleset(0, half), second = ruleset(half, RULE_COUNT - half);
        struct evaluation a = rows_of(&journal, &first, now, INSTANT_NEVER);
        struct evaluation b = rows_of(&journal, &second, now, INSTANT_NEVER);
        struct evaluation both = { arena_array(arena, a.count + b.count, sizeof *both.at), a.count + b.count, 0 };
        for (size_t i = 0; i < both.count; i++)
            both.at[i] = i < a.count ? a.at[i] : b.at[i - a.count];
        struct evaluation all = all_rows(&journal, now);
        same(&both, &all, nth);
    }
}

static void law_5_what_is_not_yet_changes_nothing(void **state)
{
    (void)state;
    FOR_EACH_JOURNAL(nth) {
        struct journal journal = any_journal(true), known = { .count = 0 };
        instant now = any_instant(), known_at = any_instant();
        struct ruleset rules = ruleset(0, RULE_COUNT);
        for (size_t i = 0; i < journal.count; i++)
            if (journal.at[i].recorded_at <= known_at)
                known.at[known.count++] = journal.at[i];
        struct evaluation a = rows_of(&journal, &rules, now, known_at), b = rows_of(&known, &rules, now, INSTANT_NEVER);
        same(&a, &b, nth);
    }
}

static bool is_settled(const struct obligation *row)
{
    return row->state == OBLIGATION_MET || row->state == OBLIGATION_LATE || row->state == OBLIGATION_MISSED ||
           row->state == OBLIGATION_LAPSED;
}

static const struct obligation *find(const struct evaluation *evaluation, struct obligation_key key)
{
    for (size_t i = 0; i < evaluation->count; i++)
        if (obligation_key_is(evaluation->at[i].key, key))
            return &evaluation->at[i];
    return NULL;
}

/* Day-only events are about their whole day, so "later" begins on the next one. */
static void law_6_what_is_settled_stays(void **state)
{
    (void)state;
    FOR_EACH_JOURNAL(nth) {
        struct journal journal = any_journal(false);
        instant early = day_end(day_of_instant(any_instant())), late = early + (instant)chance(60) * 86400;
        struct evaluation before = all_rows(&journal, early), after = all_rows(&journal, late);
        for (size_t i = 0; i < before.count; i++) {
            const struct obligation *row = &before.at[i], *now = find(&after, row->key);
            if (!is_settled(row) || row->settled_at > early)
                continue;
            if (now == NULL || !obligation_is_same(row, now))
                fail_msg("journal %d: a settled row of rule %s moved: %s to %s, due %lld to %lld, by %lld to %lld", nth,
                         row->rule.text, obligation_state_words[row->state],
                         now == NULL ? "none" : obligation_state_words[now->state], (long long)row->due,
                         (long long)(now == NULL ? 0 : now->due), (long long)row->settled_by,
                         (long long)(now == NULL ? 0 : now->settled_by));
        }
    }
}

static void law_9_nothing_changes_before_the_next_look(void **state)
{
    (void)state;
    FOR_EACH_JOURNAL(nth) {
        struct journal journal = any_journal(true);
        instant now = any_instant();
        struct evaluation rows_now = all_rows(&journal, now);
        instant look = rows_now.next_look == INSTANT_NEVER ? now + 400 * 86400 : rows_now.next_look;
        struct evaluation last = all_rows(&journal, look - 1);
        same(&rows_now, &last, nth);
        struct evaluation middle = all_rows(&journal, now + (look - now) / 2);
        if (look - now > 1)
            same(&rows_now, &middle, nth);
    }
}

static void law_10_a_longer_span_is_never_due_earlier(void **state)
{
    (void)state;
    FOR_EACH_JOURNAL(nth) {
        struct journal journal = any_journal(false);
        instant now = any_instant();
        struct rule_version longer[3];
        struct rule_line longer_lines[3];
        for (size_t i = 0; i < 3; i++) {
            longer[i] = versions[i];
            longer[i].rule.within.count += 1 + (int)chance(5);
            longer_lines[i] = lines[i];
            longer_lines[i].at = &longer[i];
        }
        struct ruleset rules = ruleset(0, 3), slower = { 2, longer_lines, 3, &scheme, 1, NULL };
        struct evaluation a = rows_of(&journal, &rules, now, INSTANT_NEVER), b = rows_of(&journal, &slower, now, INSTANT_NEVER);
        for (size_t i = 0; i < a.count; i++) {
            const struct obligation *row = find(&b, a.at[i].key);
            if (row == NULL || row->due < a.at[i].due)
                fail_msg("journal %d: rule %s is due earlier with a longer span", nth, a.at[i].rule.text);
        }
    }
}

/* The same journal without its stops is never due later. */
static void law_10_a_stop_is_never_due_earlier(void **state)
{
    (void)state;
    FOR_EACH_JOURNAL(nth) {
        struct journal journal = any_journal(false), without = { .count = 0 };
        instant now = any_instant();
        struct ruleset rules = ruleset(0, 3);
        for (size_t i = 0; i < journal.count; i++)
            if (journal.at[i].kind != EVENT_SUSPENSION_BEGUN)
                without.at[without.count++] = journal.at[i];
        struct evaluation a = rows_of(&without, &rules, now, INSTANT_NEVER), b = rows_of(&journal, &rules, now, INSTANT_NEVER);
        assert_int_equal(a.count, b.count);
        for (size_t i = 0; i < a.count; i++)
            assert_true(b.at[i].due >= a.at[i].due);
    }
}

static void law_8_a_renamed_rule_keeps_its_keys(void **state)
{
    (void)state;
    FOR_EACH_JOURNAL(nth) {
        struct journal journal = any_journal(false);
        instant now = any_instant();
        struct code was = versions[3].rule.id;
        struct rule_version renamed = versions[3];
        struct rule_line line = lines[3];
        renamed.rule.id = line.id = code_of("renamed");
        renamed.rule.was = &was;
        renamed.rule.was_count = 1;
        line.at = &renamed;
        struct ruleset rules = ruleset(3, 1), other = { 2, &line, 1, &scheme, 1, NULL };
        struct evaluation a = rows_of(&journal, &rules, now, INSTANT_NEVER), b = rows_of(&journal, &other, now, INSTANT_NEVER);
        assert_int_equal(a.count, b.count);
        for (size_t i = 0; i < a.count; i++)
            assert_true(obligation_key_is(a.at[i].key, b.at[i].key));
    }
}

/* The journals are no desert: without this the other laws could hold of nothing. */
static void the_journals_reach_every_state_and_kind(void **state)
{
    bool states[OBLIGATION_STATE_COUNT] = { false }, kinds[RULE_KIND_COUNT] = { false };

    (void)state;
    FOR_EACH_JOURNAL(nth) {
        struct journal journal = any_journal(true);
        struct evaluation rows_now = all_rows(&journal, any_instant());
        for (size_t i = 0; i < rows_now.count; i++)
            states[rows_now.at[i].state] = kinds[rows_now.at[i].kind] = true;
    }
    for (int i = 0; i < OBLIGATION_STATE_COUNT; i++)
        /* Excuses name a key: test_obligation.c. Answers need two schemes: conflict.cases. */
        assert_true(states[i] || i == OBLIGATION_EXCUSED || i == OBLIGATION_DECIDED);
    for (int i = 0; i < RULE_KIND_COUNT; i++)
        assert_true(kinds[i]);
}

/* Fields of all kinds of values, so that a pack has something to give back. */
static void add_fields(struct journal *journal)
{
    static const char *const names[] = { "hours", "until", "reason" }, *const values[] = { "18.5", "2026-06-01", "æ=\n\\" };

    for (size_t i = 0; i < journal->count; i++) {
        size_t count = chance(4);
        struct event_field *fields = arena_array(arena, count, sizeof *fields);
        for (size_t k = 0; k < count; k++)
            fields[k] = (struct event_field){ code_of(names[k]), datum_read(values[chance(3)]) };
        journal->at[i].fields = fields;
        journal->at[i].field_count = count;
    }
}

static void same_event(const struct event *a, const struct event *b)
{
    assert_true(a->lid == b->lid && a->version == b->version && a->kind == b->kind && code_is(a->code, b->code));
    assert_true(a->at == b->at && a->recorded_at == b->recorded_at && a->actor == b->actor);
    assert_true(a->is_day == b->is_day && a->is_void == b->is_void && a->field_count == b->field_count);
    assert_true(a->subject.kind == b->subject.kind && a->subject.id == b->subject.id);
    for (size_t i = 0; i < a->field_count; i++) {
        const struct datum *x = &a->fields[i].value, *y = &b->fields[i].value;
        assert_true(code_is(a->fields[i].name, b->fields[i].name) && code_is(x->code, y->code));
        assert_true(x->kind == y->kind && x->number == y->number && x->day == y->day);
    }
}

static void a_pack_gives_back_what_was_packed(void **state)
{
    (void)state;
    FOR_EACH_JOURNAL(nth) {
        struct journal journal = any_journal(true);
        struct event_versions back;
        struct kind_mask some = { { chance(UINT32_MAX), chance(UINT32_MAX) } };
        add_fields(&journal);
        struct bytes pack = journal_pack(arena, journal.at, journal.count);
        assert_true(journal_unpack(arena, pack, NULL, &back));
        assert_int_equal(back.count, journal.count);
        for (size_t i = 0; i < back.count; i++)
            same_event(&back.at[i], &journal.at[i]);
        assert_true(journal_unpack(arena, pack, &some, &back));
        for (size_t i = 0, k = 0; i < journal.count; i++)
            if (kind_mask_has(&some, journal.at[i].kind))
                same_event(&back.at[k++], &journal.at[i]);
        /* Cut short anywhere, it is no pack. */
        pack.length = chance((uint32_t)pack.length);
        assert_false(journal_unpack(arena, pack, NULL, &back));
    }
}

/* The engine loads the kinds alone that its rules can read. */
static void law_12_what_no_rule_names_changes_nothing(void **state)
{
    size_t passed_over = 0;

    (void)state;
    FOR_EACH_JOURNAL(nth) {
        struct journal journal = any_journal(true), named = { .count = 0 };
        size_t first = chance(RULE_COUNT), count = 1 + chance((uint32_t)(RULE_COUNT - first));
        struct ruleset rules = ruleset(first, count);
        struct kind_mask kinds = ruleset_kinds(&rules, STREAM_CITIZEN);
        instant now = any_instant();
        for (size_t i = 0; i < journal.count; i++)
            if (kind_mask_has(&kinds, journal.at[i].kind))
                named.at[named.count++] = journal.at[i];
        passed_over += journal.count - named.count;
        struct evaluation all = rows_of(&journal, &rules, now, INSTANT_NEVER);
        struct evaluation few = rows_of(&named, &rules, now, INSTANT_NEVER);
        same(&all, &few, nth);
    }
    assert_true(passed_over > JOURNALS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_journals_reach_every_state_and_kind),
        cmocka_unit_test(law_1_same_in_same_out),
        cmocka_unit_test(law_2_any_order_of_the_input),
        cmocka_unit_test(law_3_every_key_names_one_row),
        cmocka_unit_test(law_4_rules_do_not_know_each_other),
        cmocka_unit_test(law_5_what_is_not_yet_changes_nothing),
        cmocka_unit_test(law_6_what_is_settled_stays),
        cmocka_unit_test(law_8_a_renamed_rule_keeps_its_keys),
        cmocka_unit_test(law_9_nothing_changes_before_the_next_look),
        cmocka_unit_test(law_10_a_longer_span_is_never_due_earlier),
        cmocka_unit_test(law_10_a_stop_is_never_due_earlier),
        cmocka_unit_test(law_12_what_no_rule_names_changes_nothing),
        cmocka_unit_test(a_pack_gives_back_what_was_packed),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
