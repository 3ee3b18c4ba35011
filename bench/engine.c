/* SPDX-License-Identifier: MIT
 * engine.c: how fast obligations are computed. Synthetic journals of a fixed seed over five years under the
 * rules of the library's Hedensted model; first purely, then from and to a SQLite store with citizens and their
 * team, as engine_recompute_all does it when nothing has changed: histories read, rows computed, stored rows
 * compared, nothing written. It prints what it measured and keeps nothing. `build/bench/engine [STREAMS]` sets
 * how many streams are computed purely (100,000) and through the store (a twentieth of them).
 *
 * Five years are 200 events: `fodfaeste simulate` gives a citizen 60 in the first month, 4.7 a month in the
 * first year and 1.9 a month after it (80 citizens to 2026-12-08). 300 is the figure of the design. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/check.h"
#include "base/text.h"
#include "casefile_sql.h"
#include "citizen/citizen.h"
#include "db/db.h"
#include "engine/evaluate.h"
#include "engine/journal.h"
#include "engine/obligation.h"
#include "engine/overlay.h"
#include "engine/policies.h"
#include "staff_sql.h"

enum {
    JOURNALS = 200, FIELDS = 2, DAYS = 5 * 365, ARENA_MAX = 1 << 30, STREAMS_DEFAULT = 100000, STORE_PART = 20,
    FIVE_YEARS = 200, /* Events. */
    STREAMS_AT_ONCE = 100, WRITTEN_AT_ONCE = 8,
};

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

/* What happens in a case, and how often beside each other, as `simulate` has it. */
static const struct habit {
    enum event_kind kind;
    const char *code;
    enum subject_kind subject;
    int share;
} habits[] = {
    { EVENT_SESSION_ATTENDED, "introforlob", SUBJECT_SESSION, 18 },   { EVENT_MEETING_HELD, "opfolgning", SUBJECT_PLACEMENT, 14 },
    { EVENT_MEETING_HELD, "samtale", SUBJECT_MEETING, 4 },          { EVENT_HOURS_SET, NULL, SUBJECT_PLACEMENT, 8 },
    { EVENT_RELATION_STARTED, "sagsbehandler", SUBJECT_RELATION, 6 }, { EVENT_FACT_SET, "benefit", SUBJECT_CITIZEN, 6 },
    { EVENT_WIN_ADDED, "own", SUBJECT_CITIZEN, 5 },                 { EVENT_TASK_DONE, "bank", SUBJECT_TASK, 5 },
    { EVENT_DOCUMENT_MADE, "kontrakt", SUBJECT_DOCUMENT, 3 },       { EVENT_DOCUMENT_SIGNED, "kontrakt", SUBJECT_DOCUMENT, 2 },
    { EVENT_LADDER_PLACED, "trappe", SUBJECT_CITIZEN, 3 },          { EVENT_PLACEMENT_STARTED, "praktik", SUBJECT_PLACEMENT, 2 },
    { EVENT_PLACEMENT_AGREED, "praktik", SUBJECT_PLACEMENT, 2 },    { EVENT_PLACEMENT_ENDED, "praktik", SUBJECT_PLACEMENT, 2 },
    { EVENT_GOAL_SET, NULL, SUBJECT_GOAL, 2 },                      { EVENT_GOAL_REVIEWED, NULL, SUBJECT_GOAL, 3 },
    { EVENT_CONTACT_MADE, "note", SUBJECT_CITIZEN, 2 },             { EVENT_ABSENCE_REGISTERED, "ill", SUBJECT_ABSENCE, 2 },
    { EVENT_WISH_EXPRESSED, NULL, SUBJECT_CITIZEN, 1 },             { EVENT_MEETING_BOOKED, "raadgiver", SUBJECT_MEETING, 1 },
    { EVENT_FORM_ANSWERED, "kompetence", SUBJECT_CITIZEN, 1 },      { EVENT_PLAN_CHANGED, NULL, SUBJECT_CITIZEN, 1 },
    { EVENT_ACTIVITY_STARTED, "introforlob", SUBJECT_ACTIVITY, 1 }, { EVENT_ACTIVITY_ENDED, "introforlob", SUBJECT_ACTIVITY, 1 },
    { EVENT_JOB_STARTED, "job", SUBJECT_JOB, 1 },                   { EVENT_JOB_ENDED, "job", SUBJECT_JOB, 1 },
    { EVENT_SUSPENSION_BEGUN, "sygdom", SUBJECT_CITIZEN, 1 },       { EVENT_SUSPENSION_ENDED, "sygdom", SUBJECT_CITIZEN, 1 },
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

/* Each placement, activity and job is a new one, and what follows is about the newest. */
static int64_t subject_of(const struct habit *habit, int64_t *newest)
{
    bool begins = habit->kind == EVENT_PLACEMENT_STARTED || habit->kind == EVENT_ACTIVITY_STARTED ||
                  habit->kind == EVENT_JOB_STARTED;

    *newest += begins;
    return habit->subject == SUBJECT_CITIZEN ? 0 : *newest;
}

static void add_event(struct arena *arena, struct journal *journal, instant at, const struct habit *habit, int64_t subject)
{
    struct event_field *fields = arena_array(arena, FIELDS, sizeof *fields);

    fields[0] = (struct event_field){ code_of("placement"), datum_read(arena_format(arena, "%lld", (long long)subject)) };
    fields[1] = (struct event_field){ code_of("hours"), datum_read("18.5") };
    journal->events[journal->count] = (struct event){
        .lid = (int64_t)journal->count + 1, .version = 1, .kind = habit->kind, .code = code_of(habit->code),
        .subject = { habit->subject, subject }, .at = at, .recorded_at = at, .fields = fields, .field_count = FIELDS,
    };
    journal->count++;
}

/* When the n-th of `count` events happens: 30 of a hundred in the first month, 26 in the rest of the first year,
 * the others in the four years after it. */
static instant moment_of(size_t n, size_t count, instant begin)
{
    double part = (double)n / (double)count;
    double days = part < 0.30 ? part / 0.30 * 30
                : part < 0.56 ? 30 + (part - 0.30) / 0.26 * 335
                              : 365 + (part - 0.56) / 0.44 * (DAYS - 365);

    return begin + (instant)(days * 86400);
}

/* Five years of a citizen: housed and enrolled, then what happens. */
static struct journal make_journal(struct arena *arena, size_t count, instant begin)
{
    static const struct habit housed = { EVENT_CITIZEN_HOUSED, NULL, SUBJECT_CITIZEN, 0 };
    static const struct habit enrolled = { EVENT_ENROLMENT_STARTED, "hedensted_model", SUBJECT_ENROLMENT, 0 };
    static const struct habit placed = { EVENT_LADDER_PLACED, "trappe", SUBJECT_CITIZEN, 0 };
    struct journal journal = { .events = arena_array(arena, count, sizeof *journal.events) };
    int64_t newest = 1;

    add_event(arena, &journal, begin, &housed, 1);
    add_event(arena, &journal, begin + 3600, &enrolled, 1);
    add_event(arena, &journal, begin + 2 * 86400, &placed, 1);
    while (journal.count < count) {
        const struct habit *habit = some_habit();
        add_event(arena, &journal, moment_of(journal.count, count, begin), habit, subject_of(habit, &newest));
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

static void write_events(struct db *db, struct stream stream, const struct event *events, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct event *event = &events[i];
        struct event_draft draft = {
            .stream = stream, .kind = event->kind, .code = event->code.text, .subject = event->subject, .at = event->at,
        };
        for (size_t k = 0; k < event->field_count; k++)
            draft.fields[k] = (struct draft_field){ event->fields[k].name.text, event->fields[k].value.code.text };
        journal_append(db, &draft);
    }
}

/* Those who could own rows: in each of ten units one with each role. */
static void make_staff(struct db *db)
{
    static const char *const roles[] = { "caseworker", "employment_consultant", "cultural_mediator", "social_worker" };
    enum { ROLES = sizeof roles / sizeof *roles, UNITS = 10 };
    struct role_id role[ROLES];

    for (int i = 0; i < ROLES; i++)
        role[i] = role_insert(db, roles[i], roles[i]);
    for (int u = 0; u < UNITS; u++) {
        const char *code = arena_format(db_arena(db), "unit_%d", u);
        struct unit_id unit = unit_insert(db, code, code, "");
        for (int i = 0; i < ROLES; i++) {
            const char *login = arena_format(db_arena(db), "%s_%d", roles[i], u);
            struct staff_insert_in person = { .login = login, .name = login, .title = "", .phone = "", .email = "", .unit = unit };
            staff_role_insert(db, staff_insert(db, &person), role[i], unit);
        }
    }
}

/* A citizen of one of the units, with a consultant of their own. */
static void make_citizen(struct db *db, int64_t number, instant begin)
{
    struct citizen_facts facts = {
        .first_name = "Prøve", .last_name = arena_format(db_arena(db), "Nummer %lld", (long long)number),
        .born = day_of(1990, 1, 1), .law_basis = "integrationsloven", .benefit = "shoe", .readiness = "jobparat",
        .permit_from = DAY_NONE, .permit_to = DAY_NONE, .arrived_at = begin, .received_at = begin,
        .unit = { number % 10 + 1 }, .has_no_address = true,
    };
    struct citizen_id citizen = citizen_create(db, &facts);

    staffing_insert(db, citizen, "employment_consultant", (struct staff_id){ number % 10 * 4 + 2 }, begin);
}

/* A transaction of many streams, as time brings them: the rows of a stream lie far from each other. */
static void write_turn(struct db *db, struct arena *arena, const struct journal *journals, int64_t first, int64_t streams,
                       size_t *written, instant now)
{
    arena_reset(arena);
    db_begin(db, DB_WRITE, arena, actor_system, now);
    for (int64_t i = first; i < first + STREAMS_AT_ONCE && i < streams; i++) {
        const struct journal *journal = &journals[i % JOURNALS];
        size_t count = 1 + chance(2 * WRITTEN_AT_ONCE), left = journal->count - written[i];
        if (written[i] == 0)
            make_citizen(db, i + 1, journal->events[0].at);
        count = count < left ? count : left;
        write_events(db, (struct stream){ STREAM_CITIZEN, i + 1 }, journal->events + written[i], count);
        written[i] += count;
    }
    check(db_commit(db));
}

/* All streams, turn by turn, until each has its journal; answers how many rows that made. */
static void write_all(struct db *db, struct arena *keep, size_t events, int64_t streams, instant begin, instant now)
{
    struct arena *arena = arena_new(ARENA_MAX);
    struct journal *journals = arena_array(keep, JOURNALS, sizeof *journals);
    size_t *written = arena_array(keep, (size_t)streams, sizeof *written);

    for (size_t i = 0; i < JOURNALS; i++)
        journals[i] = make_journal(keep, events, begin);
    db_begin(db, DB_WRITE, arena, actor_system, now);
    make_staff(db);
    check(db_commit(db));
    for (bool is_done = false; !is_done;) {
        for (int64_t first = 0; first < streams; first += STREAMS_AT_ONCE)
            write_turn(db, arena, journals, first, streams, written, now);
        is_done = true;
        for (int64_t i = 0; i < streams; i++)
            is_done &= written[i] == events;
    }
    arena_free(arena);
}

static void measure_store(size_t events, int64_t streams, instant begin, instant now)
{
    char folder[] = "/tmp/fodfaeste-bench-XXXXXX", command[100];
    const char *why = NULL;
    struct arena *arena = arena_new(ARENA_MAX);
    int64_t changed;

    check(mkdtemp(folder) != NULL);
    struct db *db = db_open(arena_format(arena, "sqlite:%s", folder), &why);
    check(db != NULL && db_migrate(db, &why));
    double start = seconds();
    write_all(db, arena, events, streams, begin, now);
    double wrote = seconds() - start;
    check(engine_recompute_all(db, now, &changed) && changed == 0);
    start = seconds();
    check(engine_recompute_all(db, now, &changed) && changed == 0);
    double took = seconds() - start;
    printf("store  %4zu events  %7lld streams  %8.2f s  %6.1f us a stream  = %.1f s for 100,000 citizens%s (written in %.1f s)\n",
           events, (long long)streams, took, took * 1e6 / (double)streams, took * 1e5 / (double)streams,
           events == FIVE_YEARS ? " with five years" : "", wrote);
    db_close(db);
    arena_free(arena);
    snprintf(command, sizeof command, "rm -r '%s'", folder);
    check(system(command) == 0);
}

int main(int count, char **arguments)
{
    static const size_t sizes[] = { 100, FIVE_YEARS, 300 };
    int64_t streams = STREAMS_DEFAULT;
    instant begin = instant_of(day_of(2021, 12, 8), 9, 0, 0), now = instant_of(day_of(2026, 12, 8), 9, 0, 0);

    if (count > 1 && (!text_to_int(arguments[1], &streams) || streams < STORE_PART)) {
        fprintf(stderr, "engine [STREAMS], at least %d\n", STORE_PART);
        return 2;
    }
    rules_arena = arena_new(ARENA_MAX);
    make_rules();
    ruleset_set_loader(load_rules);
    printf("%zu rules of %s, one core, processor time; five years are %d events (60 in the first month, as simulated)\n", rules.rule_count, policies->id.text, FIVE_YEARS);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        measure_pure(sizes[i], streams, begin, now);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        measure_store(sizes[i], streams / STORE_PART, begin, now);
    return 0;
}
