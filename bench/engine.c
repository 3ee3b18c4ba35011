/* SPDX-License-Identifier: MIT
 * engine.c: how fast obligations are computed. Synthetic journals of a fixed seed, of 50, 100 and 300
 * events over five years, under the rules of the library's Hedensted model; first purely, then from and
 * to a SQLite store. It prints what it measured and keeps nothing. `build/bench/engine [STREAMS]` sets how
 * many streams are computed purely (100,000) and through the store (a fiftieth of them). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/check.h"
#include "base/text.h"
#include "db/db.h"
#include "engine/evaluate.h"
#include "engine/journal.h"
#include "engine/obligation.h"
#include "engine/overlay.h"
#include "engine/policies.h"

enum { JOURNALS = 200, FIELDS = 3, YEARS = 5, ARENA_MAX = 1 << 30, STREAMS_DEFAULT = 100000, STORE_PART = 50 };

static const struct scheme_policy *policies;
static struct arena *rules_arena;
static struct ruleset rules;

/* --- Journals. --- */

static uint64_t seed = 20261208;

static uint32_t chance(uint32_t below)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)((seed >> 16) % below);
}

/* What happens in a case, and how often beside each other. */
static const struct habit {
    enum event_kind kind;
    const char *code;
    enum subject_kind subject;
    int share;
} habits[] = {
    { EVENT_MEETING_HELD, "opfolgning", SUBJECT_PLACEMENT, 14 }, { EVENT_MEETING_BOOKED, "opfolgning", SUBJECT_MEETING, 10 },
    { EVENT_MEETING_HELD, "samtale", SUBJECT_MEETING, 8 },       { EVENT_CONTACT_MADE, "note", SUBJECT_CITIZEN, 18 },
    { EVENT_SESSION_ATTENDED, "introforlob", SUBJECT_SESSION, 20 }, { EVENT_ABSENCE_REGISTERED, "ill", SUBJECT_ABSENCE, 6 },
    { EVENT_TASK_DONE, "bank", SUBJECT_TASK, 4 },                { EVENT_HOURS_SET, NULL, SUBJECT_PLACEMENT, 4 },
    { EVENT_PLACEMENT_STARTED, "praktik", SUBJECT_PLACEMENT, 2 }, { EVENT_PLACEMENT_ENDED, "praktik", SUBJECT_PLACEMENT, 2 },
    { EVENT_ACTIVITY_STARTED, "introforlob", SUBJECT_ACTIVITY, 1 }, { EVENT_ACTIVITY_ENDED, "introforlob", SUBJECT_ACTIVITY, 1 },
    { EVENT_FORM_ANSWERED, "kompetence", SUBJECT_CITIZEN, 3 },   { EVENT_DOCUMENT_MADE, "kontrakt", SUBJECT_DOCUMENT, 1 },
    { EVENT_DOCUMENT_SIGNED, "kontrakt", SUBJECT_DOCUMENT, 1 },  { EVENT_PLAN_CHANGED, NULL, SUBJECT_CITIZEN, 1 },
    { EVENT_WIN_ADDED, "own", SUBJECT_CITIZEN, 2 },              { EVENT_FACT_SET, "benefit", SUBJECT_CITIZEN, 1 },
    { EVENT_SUSPENSION_BEGUN, "sygdom", SUBJECT_CITIZEN, 1 },    { EVENT_SUSPENSION_ENDED, "sygdom", SUBJECT_CITIZEN, 1 },
};
enum { HABIT_COUNT = sizeof habits / sizeof *habits };

static const struct habit *some_habit(void)
{
    int all = 0, at;

    for (size_t i = 0; i < HABIT_COUNT; i++)
        all += habits[i].share;
    at = (int)chance((uint32_t)all);
    for (size_t i = 0;; i++)
        if ((at -= habits[i].share) < 0)
            return &habits[i];
}

struct journal {
    struct event *events;
    size_t count;
};

static void add_event(struct arena *arena, struct journal *journal, instant at, const struct habit *habit, int64_t subject)
{
    struct event_field *fields = arena_array(arena, FIELDS, sizeof *fields);

    fields[0] = (struct event_field){ code_of("placement"), datum_read("1") };
    fields[1] = (struct event_field){ code_of("way"), datum_read("phone") };
    fields[2] = (struct event_field){ code_of("hours"), datum_read("18.5") };
    journal->events[journal->count] = (struct event){
        .lid = (int64_t)journal->count + 1, .version = 1, .kind = habit->kind, .code = code_of(habit->code),
        .subject = { habit->subject, subject }, .at = at, .recorded_at = at, .fields = fields, .field_count = FIELDS,
    };
    journal->count++;
}

/* Five years of a citizen: housed and enrolled, then what happens, evenly spread. */
static struct journal make_journal(struct arena *arena, size_t count, instant begin)
{
    static const struct habit housed = { EVENT_CITIZEN_HOUSED, NULL, SUBJECT_CITIZEN, 0 };
    static const struct habit enrolled = { EVENT_ENROLMENT_STARTED, "hedensted_model", SUBJECT_ENROLMENT, 0 };
    static const struct habit placed = { EVENT_LADDER_PLACED, "trappe", SUBJECT_CITIZEN, 0 };
    struct journal journal = { .events = arena_array(arena, count, sizeof *journal.events) };
    instant step = (instant)YEARS * 365 * 86400 / (instant)count;

    add_event(arena, &journal, begin, &housed, 1);
    add_event(arena, &journal, begin + 3600, &enrolled, 1);
    add_event(arena, &journal, begin + 2 * 86400, &placed, 1);
    while (journal.count < count) {
        instant at = begin + (instant)journal.count * step + (instant)chance(8 * 3600);
        add_event(arena, &journal, at, some_habit(), 1);
    }
    return journal;
}

/* --- Rules. --- */

static void load_rules(struct db *db, struct arena *arena, struct ruleset *into)
{
    (void)db;
    (void)arena;
    *into = rules;
}

static void make_rules(void)
{
    struct mistakes mistakes = mistakes_new(rules_arena);
    struct library library = scheme_library_load(rules_arena, NULL, &mistakes);
    const struct scheme *scheme = library_find(&library, "hedensted_model");
    struct overlay none = { NULL, 0 };
    struct scheme_policy *policy = arena_alloc(rules_arena, sizeof *policy);
    struct suspend *suspends = arena_array(rules_arena, scheme->suspend.count, sizeof *suspends);

    for (size_t i = 0; i < scheme->suspend.count; i++)
        suspends[i] = (struct suspend){ scheme->suspend.at[i].reason, scheme->suspend.at[i].mode, NULL, 0 };
    *policy = (struct scheme_policy){
        .id = scheme->id, .since = INSTANT_NONE, .suspends = suspends, .suspend_count = scheme->suspend.count,
    };
    policies = policy;
    struct rule_lines lines = overlay_rule_lines(rules_arena, scheme, &none, &mistakes);
    rules = (struct ruleset){
        .version = 1, .rules = lines.at, .rule_count = lines.count, .schemes = policy, .scheme_count = 1,
        .policies = policies_kept(),
    };
}

/* --- Measuring. --- */

static double seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void measure_pure(size_t events, int64_t streams, instant begin, instant now)
{
    struct arena *journals_arena = arena_new(ARENA_MAX), *arena = arena_new(ARENA_MAX);
    struct journal journals[JOURNALS];
    int64_t rows = 0;

    for (size_t i = 0; i < JOURNALS; i++)
        journals[i] = make_journal(journals_arena, events, begin);
    double start = seconds();
    for (int64_t i = 0; i < streams; i++) {
        const struct journal *journal = &journals[i % JOURNALS];
        arena_reset(arena);
        struct view view = view_of(arena, (struct stream){ STREAM_CITIZEN, i + 1 }, journal->events, journal->count, now, INSTANT_NEVER);
        rows += (int64_t)evaluate(arena, &view, &rules, NULL).count;
    }
    double took = seconds() - start;
    printf("pure   %4zu events  %7lld streams  %8.2f s  %6.1f us a stream  %9.0f obligations/s\n", events,
           (long long)streams, took, took * 1e6 / (double)streams, (double)rows / took);
    arena_free(arena);
    arena_free(journals_arena);
}

static void write_journal(struct db *db, struct stream stream, const struct journal *journal)
{
    for (size_t i = 0; i < journal->count; i++) {
        const struct event *event = &journal->events[i];
        struct event_draft draft = {
            .stream = stream, .kind = event->kind, .code = event->code.text, .subject = event->subject, .at = event->at,
        };
        for (size_t k = 0; k < event->field_count; k++)
            draft.fields[k] = (struct draft_field){ event->fields[k].name.text, event->fields[k].value.code.text };
        journal_append(db, &draft);
    }
}

static void measure_store(size_t events, int64_t streams, instant begin, instant now)
{
    char folder[] = "/tmp/fodfaeste-bench-XXXXXX", command[100];
    const char *why = NULL;
    struct arena *journals_arena = arena_new(ARENA_MAX), *arena = arena_new(ARENA_MAX);
    int64_t changed;

    check(mkdtemp(folder) != NULL);
    struct db *db = db_open(arena_format(journals_arena, "sqlite:%s", folder), &why);
    check(db != NULL && db_migrate(db, &why));
    double start = seconds();
    for (int64_t i = 0; i < streams; i++) {
        struct journal journal = make_journal(journals_arena, events, begin);
        arena_reset(arena);
        db_begin(db, DB_WRITE, arena, actor_system, now);
        write_journal(db, (struct stream){ STREAM_CITIZEN, i + 1 }, &journal);
        check(db_commit(db));
    }
    double wrote = seconds() - start;
    start = seconds();
    check(engine_recompute_all(db, now, &changed));
    double took = seconds() - start;
    check(changed == 0);
    printf("store  %4zu events  %7lld streams  %8.2f s  %6.1f us a stream  (%.1f s for 100,000 at this rate; written in %.1f s)\n",
           events, (long long)streams, took, took * 1e6 / (double)streams, took * 1e5 / (double)streams, wrote);
    db_close(db);
    arena_free(arena);
    arena_free(journals_arena);
    snprintf(command, sizeof command, "rm -r '%s'", folder);
    check(system(command) == 0);
}

int main(int count, char **arguments)
{
    static const size_t sizes[] = { 50, 100, 300 };
    int64_t streams = STREAMS_DEFAULT;
    instant begin = instant_of(day_of(2021, 12, 1), 9, 0, 0), now = instant_of(day_of(2026, 12, 8), 9, 0, 0);

    if (count > 1 && (!text_to_int(arguments[1], &streams) || streams < STORE_PART)) {
        fprintf(stderr, "engine [STREAMS], at least %d\n", STORE_PART);
        return 2;
    }
    rules_arena = arena_new(ARENA_MAX);
    make_rules();
    ruleset_set_loader(load_rules);
    printf("%zu rules of %s, five years, one core, processor time\n", rules.rule_count, policies->id.text);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        measure_pure(sizes[i], streams, begin, now);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        measure_store(sizes[i], streams / STORE_PART, begin, now);
    return 0;
}
