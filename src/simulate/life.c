/* SPDX-License-Identifier: MIT
 * life.c: the days of the municipality: transactions, who acts, and the loop over the calendar. */
#include "simulate/life.h"

#include <stdio.h>

#include "base/check.h"
#include "engine/obligation.h"
#include "law/workday.h"

enum {
    LASTING_LIMIT = 1 << 30,
    REQUEST_LIMIT = 256 * 1024 * 1024,
    REQUEST_MOST = 4 * 1024 * 1024, /* Commit and begin anew when a request has grown so far. */
    PROGRESS_DAYS = 30,
    NIGHT = 18,
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
    int start = (int)life_between(life, 0, life->staff_count - 1);

    for (int i = 0; i < life->staff_count; i++) {
        int at = (start + i) % life->staff_count;
        if (life->staff[at].job == job)
            return at;
    }
    check(false); /* town_build hires at least one of each. */
    return 0;
}

int life_to_workday(const struct life *life, int days)
{
    return (int)(workday_next(NULL, life->today + days) - life->today);
}

/* Citizens come all the time, most of them in the first two thirds, so that the newest are few. */
static void plan_arrivals(struct life *life)
{
    int64_t days = life->last - life->first;

    for (int i = 0; i < life->person_count; i++) {
        int64_t at = life_of(life, 92) ? life_between(life, 0, days * 9 / 10) : life_between(life, days * 8 / 10, days);
        life->people[i].group = -1;
        life->people[i].workplace = -1;
        life_plan(life, life_to_workday(life, (int)at), (int)life_between(life, 9, 14), HAPPENS_ARRIVE, &life->people[i]);
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

static bool live(struct life *life, void (*tell)(const char *line))
{
    for (life->today = life->first; life->today <= life->last; life->today++) {
        if (!agenda_run_day(life))
            return false;
        if (workday_is(NULL, life->today))
            town_day(life);
        life->hour = life->today == life->last ? life->last_hour : NIGHT;
        if (!close(life))
            return false;
        if (is_look_due(life) && !look_at_all(life))
            return false;
        if ((life->today - life->first) % PROGRESS_DAYS == 0)
            tell_progress(life, tell);
    }
    return true;
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
    bool is_fine = close(&life);
    plan_arrivals(&life);
    is_fine = is_fine && live(&life, tell) && look_at_due(&life, options->until) && db_is_made(db);
    arena_free(life.request);
    arena_free(life.lasting);
    return is_fine;
}
