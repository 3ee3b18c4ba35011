/* SPDX-License-Identifier: MIT
 * commands.c: `fodfaeste weeks --store S`: a proposal for the weeks of everybody of whom hours are required, who share the
 * free places of the groups. It writes lines to read, with the gap that is proven, and puts nobody on anything. */
#include "hours/commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/check.h"
#include "base/csv_write.h"
#include "hours/private.h"
#include "planning/town.h"
#include "web/clock.h"
#include "web/store.h"

enum { ARENA_MAX = 2 << 29, SECONDS = 15, SECONDS_MOST = 3600, QUARTER = 15, ROUNDS_MOST = 1 << 30, SEED = 1 };

static const struct command_option options[] = {
    { "--store", "STORE", "the municipality's store", true },
    { "--monday", "DAY", "a day of the week to plan; the next week when left out", false },
    { "--seconds", "N", "how long to search, 15 when left out", false },
    { 0 },
};

/* Everybody as the planner wants them, and who they are. */
struct everybody {
    struct hours_required_row_list rows;
    struct planning_person *people;
    int64_t missing; /* Minutes. */
    int most_group;
};

static struct everybody load_everybody(struct db *db, day monday)
{
    struct everybody all = { .rows = hours_required(db, monday + WEEK_DAYS - 1) };

    all.people = arena_array(db_arena(db), all.rows.count + 1, sizeof *all.people);
    for (size_t i = 0; i < all.rows.count; i++) {
        struct hours_week week = hours_week_load(db, LANGUAGE_DA, all.rows.at[i].citizen, all.rows.at[i].town, monday);
        all.missing += week.answer.missing;
        all.people[i] = hours_person_of(db, LANGUAGE_DA, &week, &all.most_group);
    }
    return all;
}

static double seconds_now(void)
{
    struct timespec now;

    check(clock_gettime(CLOCK_MONOTONIC, &now) == 0);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool before_end(void *with)
{
    return seconds_now() < *(const double *)with;
}

static const char *name_of(const struct hours_free_row_list *groups, int group)
{
    for (size_t i = 0; i < groups->count; i++)
        if (groups->at[i].id.n == group)
            return groups->at[i].name;
    return "";
}

/* A line for each proposal: citizen, group, hours a week. */
static const char *lines_of(struct arena *arena, const struct everybody *all, const struct planning_town_plan *plan,
                            const struct hours_free_row_list *groups)
{
    struct text text = text_new(arena);
    struct csv_writer writer = csv_writer_new(&text);
    static const char *const heads[] = { "borger", "hold", "timer" };

    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        csv_write(&writer, heads[i]);
    csv_end_row(&writer);
    for (size_t i = 0; i < all->rows.count; i++)
        for (uint64_t left = plan->chosen[i]; left != 0; left &= left - 1) {
            const struct planning_bundle *bundle = &all->people[i].bundles[__builtin_ctzll(left)];
            csv_write(&writer, arena_format(arena, "%lld", (long long)all->rows.at[i].citizen.n));
            csv_write(&writer, name_of(groups, bundle->activity));
            csv_write(&writer, say_number(arena, LANGUAGE_DA, (int64_t)bundle->quarters * 100 / 4));
            csv_end_row(&writer);
        }
    return text_done(&text);
}

static void plan_everybody(struct db *db, day monday, int64_t seconds)
{
    struct arena *arena = db_arena(db);
    struct everybody all = load_everybody(db, monday);
    struct hours_free_row_list groups = hours_free(db, monday > db_today(db) ? monday : db_today(db));
    int *places = arena_array(arena, (size_t)all.most_group + 1, sizeof *places);

    for (size_t i = 0; i < groups.count; i++)
        if (groups.at[i].id.n <= all.most_group && groups.at[i].free_count > 0)
            places[groups.at[i].id.n] = (int)groups.at[i].free_count;
    double end = seconds_now() + (double)seconds;
    struct planning_town town = { all.people, (int)all.rows.count, places, all.most_group + 1 };
    struct planning_town_plan plan = planning_town_best(arena, &town, &(struct planning_effort){
        .seed = SEED, .rounds = ROUNDS_MOST, .may_go_on = before_end, .with = &end });
    check(planning_town_is_plan(&town, &plan));
    int64_t gap = planning_gap(&plan), filled = plan.quarters * QUARTER;
    fputs(lines_of(arena, &all, &plan, &groups), stdout);
    fprintf(stderr, "uge %d: %zu borgere mangler %s timer; forslaget fylder %s, højst %lld,%02lld %% fra det bedste\n", day_week(monday),
            all.rows.count, say_number(arena, LANGUAGE_DA, all.missing * 100 / HOUR_MINUTES),
            say_number(arena, LANGUAGE_DA, (filled < all.missing ? filled : all.missing) * 100 / HOUR_MINUTES), (long long)(gap / 100),
            (long long)(gap % 100));
}

static int run(const struct command_line *line)
{
    const char *why = NULL, *typed_day = command_value(line, "--monday"), *typed_seconds = command_value(line, "--seconds");
    int64_t seconds = SECONDS;
    day on = day_of_instant(clock_now()) + WEEK_DAYS;

    if ((typed_day != NULL && !day_read(typed_day, &on)) ||
        (typed_seconds != NULL && (!text_to_int(typed_seconds, &seconds) || seconds < 1 || seconds > SECONDS_MOST))) {
        fprintf(stderr, "fodfaeste weeks: a day as 2026-12-14, seconds from 1 to %d\n", SECONDS_MOST);
        return 2;
    }
    struct db *db = store_open(command_value(line, "--store"), &why);
    if (db == NULL) {
        fprintf(stderr, "fodfaeste weeks: %s\n", why);
        return EXIT_FAILURE;
    }
    struct arena *arena = arena_new(ARENA_MAX);
    db_begin(db, DB_READ, arena, actor_system, clock_now());
    plan_everybody(db, monday_of(on), seconds);
    bool is_fine = db_commit(db);
    db_close(db);
    arena_free(arena);
    return is_fine ? EXIT_SUCCESS : EXIT_FAILURE;
}

const struct command weeks_command = {
    "weeks", "proposes the weeks of everybody of whom hours are required", NULL, options, run,
};
