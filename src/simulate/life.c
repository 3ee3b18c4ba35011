/* SPDX-License-Identifier: MIT
 * life.c: the days of the municipality: transactions, who acts, and the loop over the calendar. */
#include "simulate/life.h"

#include <stdio.h>

#include "base/check.h"
#include "engine/obligation.h"
#include "law/workday.h"
#include "simulate_sql.h"

enum {
    LASTING_LIMIT = 1 << 30,
    COUNT_LIMIT = 1024 * 1024,
    REQUEST_LIMIT = 256 * 1024 * 1024,
    REQUEST_MOST = 4 * 1024 * 1024, /* Commit and begin anew when a request has grown so far. */
    PROGRESS_DAYS = 30,
    NEWEST_DAYS = 26, /* Less than a course is long. */
    NEWEST_MIN = 16,  /* A full course, and some who have not begun. */
    DAYS_A_WEEK = 7,
    AFTERNOON = 15,
    STREAMS_AT_ONCE = 500,
};

static instant now_of(struct life *life, int hour)
{
    return instant_of(life->today, hour, (int)(life->done_count * 7 % 60), 0);
}

static bool close(struct life *life)
{
    bool is_fine = !life->is_open || db_commit(life->db);

    life->is_open = false;
    arena_reset(life->request);
    return is_fine;
}

static void begin(struct life *life, struct actor actor)
{
    instant now = now_of(life, life->hour);
    bool is_stale = life->is_open && (db_now(life->db) / 3600 != now / 3600 || arena_used(life->request) > REQUEST_MOST);

    if (is_stale)
        check(close(life)); /* A store that fails is reported by the caller's next statement. */
    if (!life->is_open) {
        db_begin(life->db, DB_WRITE, life->request, actor, now);
        life->is_open = true;
    }
    db_set_actor(life->db, actor);
}

void life_act_as(struct life *life, int colleague)
{
    begin(life, life->staff[colleague].actor);
}

void life_as_system(struct life *life)
{
    begin(life, actor_system);
}

bool life_is_away(const struct life *life, int colleague)
{
    const struct colleague *c = &life->staff[colleague];

    return life->today >= c->away_from && life->today <= c->away_to;
}

int64_t life_between(struct life *life, int64_t low, int64_t high)
{
    return chance_between(&life->chance, low, high);
}

bool life_of(struct life *life, int percent)
{
    return chance_of(&life->chance, percent);
}

int life_any(struct life *life, enum job job)
{
    int64_t count = 0;

    for (int i = 0; i < life->staff_count; i++)
        count += life->staff[i].job == job;
    check(count > 0); /* town_build hires at least one of each. */
    int64_t left = life_between(life, 1, count);
    for (int i = 0; i < life->staff_count; i++)
        if (life->staff[i].job == job && --left == 0)
            return i;
    return 0;
}

int life_in_turn(const struct life *life, enum job job, int64_t number)
{
    int64_t count = 0;

    for (int i = 0; i < life->staff_count; i++)
        count += life->staff[i].job == job;
    check(count > 0);
    int64_t left = number % count;
    for (int i = 0; i < life->staff_count; i++)
        if (life->staff[i].job == job && left-- == 0)
            return i;
    return 0;
}

int life_first(const struct life *life, enum job job)
{
    int at = 0;

    while (life->staff[at].job != job)
        at++;
    return at;
}

int life_to_workday(const struct life *life, int days)
{
    return (int)(workday_next(NULL, life->today + days) - life->today);
}

/* How many come in the last weeks: rather more than in other weeks, that a course is full. */
static int newest_count(const struct life *life)
{
    int64_t evenly = (int64_t)life->person_count * NEWEST_DAYS / (life->last - life->first);
    int64_t wanted = evenly * 5 / 4 > NEWEST_MIN ? evenly * 5 / 4 : NEWEST_MIN;

    return (int)(wanted > life->person_count / 2 ? life->person_count / 2 : wanted);
}

/* The hour somebody of the newest comes: one Friday afternoon, so that the clock runs over a weekend. */
static int hour_of_newest(struct life *life, day on)
{
    return life->last - on < DAYS_A_WEEK && day_weekday(on) == FRIDAY ? AFTERNOON : (int)life_between(life, 8, 14);
}

/* Citizens come all the time; the newest in even steps until the last day, that the last of them are there
 * with all their clocks running. */
static void plan_arrivals(struct life *life)
{
    int days = (int)(life->last - life->first), newest = newest_count(life), others = life->person_count - newest;

    for (int i = 0; i < life->person_count; i++) {
        int at = i < others ? (int)life_between(life, 0, days - NEWEST_DAYS)
                            : days - NEWEST_DAYS + (i - others) * NEWEST_DAYS / newest;
        if (at < 0)
            at = 0;
        at = life_to_workday(life, at);
        int hour = i < others ? (int)life_between(life, 9, 14) : hour_of_newest(life, life->today + at);
        life->people[i].group = -1;
        life->people[i].workplace = -1;
        life_plan(life, at, hour, HAPPENS_ARRIVE, &life->people[i]);
    }
}

static void tell_progress(const struct life *life, void (*tell)(const char *line))
{
    char line[100];
    struct date date = date_of(life->today);

    snprintf(line, sizeof line, "%04d-%02d-%02d  %lld things done", date.year, date.month, date.day,
             (long long)life->done_count);
    tell(line);
}

static void live_workday(struct life *life)
{
    town_day(life);
    office_day(life);
    trade_day(life);
    absence_day(life);
    volunteers_day(life);
    buddies_day(life);
    lessons_day(life);
    waiting_day(life);
}

/* What was put off, some streams to a transaction. */
static bool look_at_all(struct life *life)
{
    size_t left = 1;

    while (left > 0) {
        life_as_system(life);
        left = db_run_put_off(life->db, STREAMS_AT_ONCE);
        if (!close(life))
            return false;
    }
    return true;
}

/* As the keeper would have done by the end: whose deadline has passed without a change is looked at, too. */
static bool look_at_due(struct life *life, instant until)
{
    int64_t changed;

    return life->look_days == 0 || engine_wake(life->db, until, &changed);
}

static bool is_look_due(const struct life *life)
{
    return life->look_days > 0 && (life->today == life->last || (life->today - life->first) % life->look_days == 0);
}

static bool live(struct life *life, uint64_t seed, void (*tell)(const char *line))
{
    for (life->today = life->first; life->today <= life->last; life->today++) {
        if (life->today == life->last)
            post_last_day(life);
        if (!agenda_run_day(life))
            return false;
        if (workday_is(NULL, life->today))
            live_workday(life);
        life->hour = life->today == life->last ? life->last_hour : NIGHT;
        if (life->today == life->last)
            fit_end(life, seed);
        if (!close(life))
            return false;
        if (is_look_due(life) && !look_at_all(life))
            return false;
        if ((life->today - life->first) % PROGRESS_DAYS == 0)
            tell_progress(life, tell);
    }
    return true;
}

struct life_there life_there_already(struct db *db, instant now)
{
    struct arena *arena = arena_new(COUNT_LIMIT);

    db_begin(db, DB_READ, arena, actor_system, now);
    struct life_there there = { simulate_citizen_count(db), simulate_staff_count(db) };
    bool is_fine = db_failure(db) == DB_FINE;
    db_rollback(db);
    arena_free(arena);
    return is_fine ? there : (struct life_there){ -1, -1 };
}

bool life_run(struct db *db, const struct life_options *options, void (*tell)(const char *line))
{
    struct life life = {
        .db = db,
        .lasting = arena_new(LASTING_LIMIT),
        .request = arena_new(REQUEST_LIMIT),
        .chance = { options->seed },
        .last = day_of_instant(options->until),
        .last_hour = local_of(options->until).hour,
        .company_count = options->companies,
        .staff_count = options->staff,
        .person_count = options->citizens,
        .look_days = options->look_days,
    };

    life.first = day_add_months(life.last, -options->months);
    life.today = life.first;
    life.hour = 8;
    life.people = arena_array(life.lasting, (size_t)life.person_count, sizeof *life.people);
    agenda_open(&life);
    db_make_quickly(db);
    if (life.look_days > 0)
        db_put_off_calls(db);
    town_build(&life, options);
    trade_open(&life, options->seed);
    fit_open(&life, options->seed);
    absence_open(&life, options->seed);
    volunteers_open(&life, options->seed);
    buddies_open(&life, options->seed);
    lessons_open(&life, options->seed);
    waiting_open(&life, options->seed);
    bool is_fine = close(&life);
    plan_arrivals(&life);
    is_fine = is_fine && live(&life, options->seed, tell) && look_at_due(&life, options->until) && db_is_made(db);
    arena_free(life.request);
    arena_free(life.lasting);
    return is_fine;
}
