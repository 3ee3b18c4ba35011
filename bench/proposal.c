/* SPDX-License-Identifier: MIT
 * proposal.c: how long a whole unit waits for its proposal: from the rows of the database to the certified best whole, and
 * until it is kept. `build/bench/proposal STORE [CITIZENS [PLACES]]`: 2,000 who seek in one unit, and 1,100 open places.
 * The store is narrowed to that and stays so: give it a copy. bench/companies runs it at its end. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/check.h"
#include "db/statement.h"
#include "proposal/kind.h"
#include "proposal/proposal.h"

enum { ARENA_MAX = 1 << 30, CITIZENS = 2000, PLACES = 1100, ROUNDS = 15, OWN_STATEMENT = 6000 };

/* The first so many who have said something about work are the first unit, and none of them is at a workplace. */
#define OTHERS(SCHEMA, MOST)                                                                                           \
    "UPDATE " SCHEMA "citizen SET unit = CASE WHEN id IN (SELECT w.citizen FROM " SCHEMA "citizen_work w"              \
    " ORDER BY w.citizen LIMIT " MOST ") THEN (SELECT MIN(u.id) FROM " SCHEMA "unit u)"                                \
    " ELSE (SELECT MAX(v.id) FROM " SCHEMA "unit v) END WHERE " MOST " > 0"
#define NOBODY_PLACED(SCHEMA, MOST) "UPDATE " SCHEMA "placement SET state = 'ended' WHERE state <> 'ended' AND " MOST " > 0"
#define CLOSED(SCHEMA, MOST)                                                                                           \
    "UPDATE " SCHEMA "work_place SET state = 'closed' WHERE kind = 'work' AND id NOT IN (SELECT w.id FROM " SCHEMA     \
    "work_place w JOIN " SCHEMA "company k ON k.id = w.company WHERE w.kind = 'work' AND w.state = 'open'"             \
    " AND k.state = 'willing' AND k.merged_into IS NULL ORDER BY w.id LIMIT " MOST ")"
#define NARROWING(WORDS, TEXT, NUMBER)                                                                                 \
    { .name = WORDS, .sqlite = TEXT("", "?1"), .postgres = TEXT("{schema}.", "$1"), .writes = true,                     \
      .parameter_count = 1, .parameter_types = "i", .column_types = "", .number = NUMBER }

static const struct statement only_citizens = NARROWING("bench_citizens", OTHERS, OWN_STATEMENT);
static const struct statement nobody_placed = NARROWING("bench_placed", NOBODY_PLACED, OWN_STATEMENT + 1);
static const struct statement only_places = NARROWING("bench_places", CLOSED, OWN_STATEMENT + 2);

enum part { LOADED, SOLVED, KEPT, PART_COUNT };

static double milliseconds(clockid_t clock)
{
    struct timespec now;

    check(clock_gettime(clock, &now) == 0);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void narrow(struct db *db, const struct statement *by, int64_t most)
{
    const struct value count = value_int(most);

    check(statement_run(db, by, &count));
    statement_end(db);
}

/* One proposal for the unit; what was between the two clocks is added up part by part. */
static struct market_total propose(struct db *db, struct unit_id unit, day today, double took[PART_COUNT])
{
    double begun = milliseconds(CLOCK_MONOTONIC);
    struct proposal_market *market = market_load(db, unit, market_kind_work, today, (struct proposal_run_id){ 0 });
    double loaded = milliseconds(CLOCK_MONOTONIC);

    market_solve(db_arena(db), market);
    double solved = milliseconds(CLOCK_MONOTONIC);
    check(market->result.is_certified);
    check(proposal_run_make(db, market).n != 0);
    took[LOADED] = loaded - begun;
    took[SOLVED] = solved - loaded;
    took[KEPT] = milliseconds(CLOCK_MONOTONIC) - solved;
    return market_total(market);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static double middle(double times[ROUNDS])
{
    qsort(times, ROUNDS, sizeof *times, compare);
    return times[ROUNDS / 2];
}

static void measure(struct db *db, struct arena *arena, instant now)
{
    double to_proposal[ROUNDS], cpu[ROUNDS], parts[PART_COUNT][ROUNDS];
    struct market_total total = { 0 };

    for (int i = 0; i < ROUNDS; i++) {
        double took[PART_COUNT];
        arena_reset(arena);
        double begun = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
        db_begin(db, DB_WRITE, arena, actor_system, now);
        struct proposal_unit_row_list units = proposal_units(db, market_kind_work->code, true, (struct staff_id){ 0 });
        check(units.count > 0);
        size_t most = 0;
        for (size_t k = 1; k < units.count; k++)
            most = units.at[k].seeking > units.at[most].seeking ? k : most;
        total = propose(db, units.at[most].id, day_of_instant(now), took);
        check(db_commit(db));
        cpu[i] = milliseconds(CLOCK_PROCESS_CPUTIME_ID) - begun;
        to_proposal[i] = took[LOADED] + took[SOLVED];
        for (int part = 0; part < PART_COUNT; part++)
            parts[part][i] = took[part];
    }
    double wall = middle(to_proposal); /* Sorted by it. */
    printf("%lld matched, score %lld, certified each time\n", (long long)total.matched, (long long)total.score);
    printf("from the database to the proposal %.1f ms in the middle of %d, %.1f ms at most (goal 300): read %.1f, filtered, scored and "
           "solved %.1f; kept with every pair %.1f; CPU of all %.1f ms\n", wall, ROUNDS, to_proposal[ROUNDS - 1],
           middle(parts[LOADED]), middle(parts[SOLVED]), middle(parts[KEPT]), middle(cpu));
}

int main(int argc, char **argv)
{
    const char *why = "";
    instant now = instant_of(day_of(2026, 12, 8), 9, 12, 0);
    int64_t citizens = argc > 2 ? atoll(argv[2]) : CITIZENS, places = argc > 3 ? atoll(argv[3]) : PLACES;
    struct arena *arena = arena_new(ARENA_MAX);
    struct db *db = argc > 1 ? db_open(argv[1], &why) : NULL;

    if (db == NULL) {
        fprintf(stderr, "usage: build/bench/proposal STORE [CITIZENS [PLACES]] %s\n", why);
        return 2;
    }
    db_begin(db, DB_WRITE, arena, actor_system, now);
    narrow(db, &only_citizens, citizens);
    narrow(db, &nobody_placed, citizens);
    narrow(db, &only_places, places);
    check(db_commit(db));
    printf("%lld citizens who seek, %lld open places\n", (long long)citizens, (long long)places);
    measure(db, arena, now);
    db_close(db);
    arena_free(arena);
    return 0;
}
