/* SPDX-License-Identifier: MIT
 * test_proposals.c: the example municipality's proposals cover everybody who has any place at all. Who may be where is
 * asked of the tables here in words of its own, and how many can have a place at once is counted by plain search: nothing
 * of src/matching, and no rule or statement of src/proposal, is used to check them. On both databases. */
#include "db/test/store.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "casefile/casefile.h"
#include "command.h"
#include "db/statement.h"
#include "library/library.h"
#include "proposal/proposal.h"
#include "simulate/life.h"
#include "web/route.h"

const struct feature *const features[] = { NULL };
const size_t feature_count = 0;
const struct command *const commands[] = { NULL };

enum { CITIZENS = 60, COMPANIES = 9, STAFF = 12, MONTHS = 3, PEOPLE_MAX = 200, PLACES_MAX = 100, OWN_STATEMENT = 6000 };

/* --- who may be where, asked in one question of both sides --- */

/* Everybody of a unit who seeks beside every open place, with what the way needs; a number a column. The rest is decided
 * by the database. */
#define PAIRS(SCHEMA, UNIT, TODAY)                                                                                        \
    "SELECT c.id, w.id, w.seats, COALESCE(k.commute_max, 0), COALESCE(k.care_from_minute, 0),"                            \
    " COALESCE(k.care_to_minute, 0), w.from_minute, w.to_minute,"                                                         \
    " CASE WHEN h.id IS NULL OR z.id IS NULL THEN -1 ELSE (h.east - z.east) * (h.east - z.east) +"                        \
    "  (h.north - z.north) * (h.north - z.north) END,"                                                                    \
    " CASE COALESCE(k.travel, '') WHEN 'bike' THEN 250 WHEN 'walk' THEN 75 WHEN 'car' THEN 900 ELSE 420 END," \
    " CASE COALESCE(k.travel, '') WHEN 'bike' THEN 0 WHEN 'walk' THEN 0 WHEN 'car' THEN 3 ELSE 10 END,"   \
    " CASE WHEN w.state = 'open' AND w.targets = ''"                                                                      \
    "  AND (m.state = 'willing' OR (m.state = 'pausing' AND m.pause_until_day <= " TODAY ")) AND m.merged_into IS NULL"   \
    "  AND (w.to_day IS NULL OR (w.to_day >= " TODAY " AND w.to_day >= COALESCE(k.from_day, " TODAY ")))"                 \
    "  AND (COALESCE(k.cannot, 0) & w.loads) = 0 AND (w.certificates & ~COALESCE(k.certificates, 0)) = 0"                 \
    "  AND NOT (w.oral > 0 AND COALESCE(k.oral, -1) >= 0 AND w.oral - k.oral > 1)"                                        \
    "  AND NOT (w.written > 0 AND COALESCE(k.written, -1) >= 0 AND w.written - k.written > 1)"                            \
    "  AND NOT (COALESCE(k.weekdays, 0) <> 0 AND w.weekdays <> 0 AND (k.weekdays & w.weekdays) = 0)"                      \
    "  AND NOT (COALESCE(k.hours_max, 0) > 0 AND w.hours_max > 0"                                                         \
    "           AND (k.hours_min > w.hours_max OR w.hours_min > k.hours_max))"                                            \
    "  AND NOT EXISTS (SELECT 1 FROM " SCHEMA "placement p WHERE p.citizen = c.id AND p.company = w.company"              \
    "   AND p.state = 'ended' AND p.end_reason IN ('meeting_times', 'culture', 'unsolved')) THEN 1 ELSE 0 END"            \
    " FROM " SCHEMA "citizen c LEFT JOIN " SCHEMA "citizen_work k ON k.citizen = c.id"                                    \
    " LEFT JOIN " SCHEMA "commute_zone h ON h.name = c.town"                                                              \
    " CROSS JOIN " SCHEMA "work_place w JOIN " SCHEMA "company m ON m.id = w.company"                                     \
    " LEFT JOIN " SCHEMA "commute_zone z ON z.name = m.town"                                                              \
    " WHERE c.unit = " UNIT " AND c.erased_at IS NULL AND COALESCE(k.is_sought, 1) = 1"                                   \
    "  AND COALESCE(k.parked_until_day, " TODAY ") <= " TODAY                                                             \
    "  AND (k.citizen IS NOT NULL OR EXISTS (SELECT 1 FROM " SCHEMA "enrolment e WHERE e.citizen = c.id"                  \
    "   AND e.state = 'active'))"                                                                                         \
    "  AND NOT EXISTS (SELECT 1 FROM " SCHEMA "placement q WHERE q.citizen = c.id AND q.state IN ('agreed', 'running'))"  \
    " ORDER BY c.id, w.id"

static const struct statement pairs_statement = {
    .name = "pairs", .sqlite = PAIRS("", "?1", "?2"), .postgres = PAIRS("{schema}.", "$1", "$2"), .parameter_count = 2,
    .column_count = 12, .parameter_types = "ii", .column_types = "iiiiiiiiiiii", .number = OWN_STATEMENT,
};
static const struct statement seats_statement = {
    .name = "seats", .sqlite = "UPDATE work_place SET seats = ?1", .postgres = "UPDATE {schema}.work_place SET seats = $1",
    .writes = true, .parameter_count = 1, .parameter_types = "i", .column_types = "", .number = OWN_STATEMENT + 1,
};

/* The unit as it was read here. */
struct seen {
    int64_t people[PEOPLE_MAX], places[PLACES_MAX];
    int64_t seats[PLACES_MAX];
    bool may[PEOPLE_MAX][PLACES_MAX];
    size_t people_count, place_count;
};

static size_t number_of(int64_t *ids, size_t *count, size_t most, int64_t id)
{
    for (size_t i = 0; i < *count; i++)
        if (ids[i] == id)
            return i;
    assert_true(*count < most);
    ids[*count] = id;
    return (*count)++;
}

/* The way there by straight line and thirty percent; children are looked after from before she leaves until she is back. */
static bool is_near(struct db *db)
{
    int64_t most = statement_int(db, 3), care_from = statement_int(db, 4), care_to = statement_int(db, 5);
    int64_t begins = statement_int(db, 6), ends = statement_int(db, 7), square = statement_int(db, 8);

    if (square < 0)
        return true;
    double metres = floor(sqrt((double)square));
    int64_t minutes = (int64_t)(metres * 1.3 / (double)statement_int(db, 9) + 1e-9) + statement_int(db, 10);
    return (most == 0 || minutes <= most) &&
           (care_to == 0 || ends == 0 || (begins - minutes >= care_from && ends + minutes <= care_to));
}

static void look(struct seen *seen, struct unit_id unit, day today)
{
    const struct value about[] = { value_int(unit.n), value_int(today) };

    memset(seen, 0, sizeof *seen);
    if (!statement_run(store.db, &pairs_statement, about))
        fail_msg("%s", db_failure_cause(store.db));
    while (statement_row(store.db, &pairs_statement)) {
        size_t person = number_of(seen->people, &seen->people_count, PEOPLE_MAX, statement_int(store.db, 0));
        size_t place = number_of(seen->places, &seen->place_count, PLACES_MAX, statement_int(store.db, 1));
        seen->seats[place] = statement_int(store.db, 2);
        seen->may[person][place] = statement_int(store.db, 11) == 1 && is_near(store.db);
    }
}

/* --- how many can have a place at once --- */

struct search {
    const struct seen *seen;
    size_t place_of[PEOPLE_MAX]; /* PLACES_MAX: none. */
    int64_t taken[PLACES_MAX];
    bool is_tried[PLACES_MAX];
};

/* A place for her: a free one, or one whose holder can have another. As deep as there are places. */
static bool find_place(struct search *s, size_t person)
{
    for (size_t place = 0; place < s->seen->place_count; place++) {
        if (!s->seen->may[person][place] || s->is_tried[place])
            continue;
        s->is_tried[place] = true;
        if (s->taken[place] < s->seen->seats[place]) {
            s->taken[place]++;
            s->place_of[person] = place;
            return true;
        }
        for (size_t other = 0; other < s->seen->people_count; other++)
            if (s->place_of[other] == place && find_place(s, other)) {
                s->place_of[person] = place; /* The other left one seat of it; taken stays. */
                return true;
            }
    }
    return false;
}

static int64_t most_at_once(const struct seen *seen)
{
    static struct search s;
    int64_t count = 0;

    memset(&s, 0, sizeof s);
    s.seen = seen;
    for (size_t i = 0; i < seen->people_count; i++)
        s.place_of[i] = PLACES_MAX;
    for (size_t i = 0; i < seen->people_count; i++) {
        memset(s.is_tried, 0, sizeof s.is_tried);
        count += find_place(&s, i);
    }
    return count;
}

static bool has_any(const struct seen *seen, size_t person)
{
    for (size_t place = 0; place < seen->place_count; place++)
        if (seen->may[person][place] && seen->seats[place] > 0)
            return true;
    return false;
}

/* --- the municipality, and what it is proposed --- */

static void be_silent(const char *line)
{
    (void)line;
}

static instant end_of_life(void)
{
    return instant_of(day_of(2026, 11, 23), 10, 0, 0);
}

static void live(void)
{
    ruleset_set_loader(library_load_rules);
    db_set_guard(casefile_guard);
    if (!life_run(store.db, &(struct life_options){ .citizens = CITIZENS, .companies = COMPANIES, .staff = STAFF,
                                                    .months = MONTHS, .seed = 11, .until = end_of_life(),
                                                    .password = "en prøves adgangskode" }, be_silent))
        fail_msg("%s", db_failure_cause(store.db));
}

/* What was kept of a new run, held against what was seen. How many have a place. */
static int64_t proposed(const struct seen *seen, struct unit_id unit, day today)
{
    struct proposal_market *market = market_load(store.db, unit, market_kind_work, today, (struct proposal_run_id){ 0 });
    int64_t taken[PLACES_MAX] = { 0 }, count = 0;

    market_solve(store.arena, market);
    struct proposal_row_list rows = proposal_of_run(store.db, proposal_run_make(store.db, market));
    assert_int_equal(rows.count, seen->people_count);
    for (size_t i = 0; i < rows.count; i++) {
        size_t person = 0, place = 0;
        while (person < seen->people_count && seen->people[person] != rows.at[i].citizen.n)
            person++;
        assert_true(person < seen->people_count);
        if (rows.at[i].work_place.n == 0)
            continue;
        while (place < seen->place_count && seen->places[place] != rows.at[i].work_place.n)
            place++;
        assert_true(place < seen->place_count);
        assert_true(seen->may[person][place]);
        assert_true(++taken[place] <= seen->seats[place]);
        count++;
    }
    return count;
}

/* All units: how many have a place and how many have any place they could have. */
struct counted {
    int64_t placed, with_any, people;
};

static struct counted look_at_all(bool is_room_for_all)
{
    static struct seen seen;
    struct counted sum = { 0 };
    day today = day_of_instant(end_of_life());

    arena_reset(store.arena);
    db_begin(store.db, DB_WRITE, store.arena, actor_system, end_of_life());
    if (is_room_for_all) {
        const struct value seats[] = { value_int(CITIZENS) };
        assert_true(statement_run(store.db, &seats_statement, seats));
        statement_end(store.db);
    }
    struct proposal_unit_row_list units = proposal_units(store.db, market_kind_work->code, true, (struct staff_id){ 0 });
    for (size_t i = 0; i < units.count; i++) {
        look(&seen, units.at[i].id, today);
        int64_t placed = proposed(&seen, units.at[i].id, today);
        assert_int_equal(placed, most_at_once(&seen));
        sum.placed += placed;
        sum.people += (int64_t)seen.people_count;
        for (size_t k = 0; k < seen.people_count; k++)
            sum.with_any += has_any(&seen, k);
    }
    assert_true(db_commit(store.db));
    return sum;
}

/* Seats are few: as many as can be have one. Seats for all: nobody who has any place is without. */
static void everybody_with_any_place_is_covered(void **state)
{
    (void)state;
    live();
    struct counted few = look_at_all(false), enough = look_at_all(true);
    assert_true(few.people > CITIZENS / 4);
    assert_true(few.placed > 0 && few.placed < few.with_any); /* There is a shortage to get right. */
    assert_true(enough.with_any < enough.people);             /* And somebody whom no place fits. */
    assert_int_equal(enough.placed, enough.with_any);
}

int main(void)
{
    static const struct CMUnitTest tests[] = { cmocka_unit_test(everybody_with_any_place_is_covered) };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("simulate proposals", tests, sizeof tests / sizeof tests[0]);
}
