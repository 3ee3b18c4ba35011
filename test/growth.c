/* SPDX-License-Identifier: MIT
 * growth.c: no page asks more of the store because there is more in it. In the example municipality everybody
 * follows the links of their pages, a few of each route; in one answer no statement may run time and again, as a
 * query in a loop does, and no page may need more than a few dozen. What is found is named with its statement. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/list.h"
#include "base/text.h"
#include "db/probe.h"
#include "inside.h"
#include "server.h"
#include "web/serve.h"

enum { RUNS_MAX = 5, PAGE_MAX = 80 /* Insight asks each feature for what it holds. */, ROUTES_MAX = 600, EACH_MAX = 3, SEEN_MAX = 400, ARENA_SIZE = 256 << 20, PATH_SIZE = 400 };

static const char *const people[] = { "lis", "jonas", "mette", "birthe", "hanan", "karen", "vera", "admin", "tove", "yrsa" };

/* What goes through all rows there are, in pieces or one guarded row at a time. */
static const char *const whole[] = {
    "/hent/",      /* A file of all. */
    "/resultater", /* Figures of the day that nobody has asked for yet are computed, and then kept. */
    "/ordninger/{scheme}/proev",
    "/brevproever", /* A text tried on ten cases, however many there are. */
};

/* How often each statement ran in the answer that is being made. */
static struct counted {
    const struct statement *statement;
    int runs;
} counts[SEEN_MAX];
static size_t counted;
static int runs_all;

/* What has been asked of one route by the one who is walking. */
static struct walked {
    const struct route *route;
    int times;
} walked[ROUTES_MAX];
static size_t walked_count;

static struct arena *arena;
static LIST_OF(const char *) paths;
static struct client client;
static int asked_count, failed;

static void count_run(void *context, const struct statement *statement, int64_t citizen)
{
    size_t i = 0;

    (void)context;
    if (citizen != 0)
        return;
    runs_all++;
    while (i < counted && counts[i].statement != statement)
        i++;
    check(i < SEEN_MAX);
    if (i == counted)
        counts[counted++] = (struct counted){ statement, 0 };
    counts[i].runs++;
}

static void begin_counting(struct arena *unused, const struct asked *asked)
{
    (void)unused;
    (void)asked;
    counted = 0;
    runs_all = 0;
    db_probe(serve_store(), count_run, NULL);
}

static bool is_of_whole(const struct route *route)
{
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (text_starts(route->path, whole[i]))
            return true;
    return false;
}

static void judge(struct arena *unused, const struct asked *asked, const struct client_answer *answer)
{
    (void)unused;
    if (asked->form != NULL || answer->status != 200 || is_of_whole(asked->route))
        return;
    asked_count++;
    for (size_t i = 0; i < counted; i++)
        if (counts[i].runs > RUNS_MAX) {
            printf("# %s for %s: %s runs %d times\n", asked->route->path, client.name, counts[i].statement->name, counts[i].runs);
            failed++;
        }
    if (runs_all > PAGE_MAX) {
        printf("# %s for %s: %d statements\n", asked->route->path, client.name, runs_all);
        failed++;
    }
}

static const char *value_after(const char *body, const char *mark)
{
    const char *at = strstr(body, mark);

    check(at != NULL);
    at += strlen(mark);
    return arena_copy(arena, at, strcspn(at, "\""));
}

static void log_in(const char *name)
{
    client = (struct client){ 0 };
    snprintf(client.name, sizeof client.name, "%s", name);
    struct client_answer page = inside.ask(arena, &client, 0, "/log-ind", NULL);
    const char *once = value_after(page.body, "name=\"once\" value=\"");
    const char *form = arena_format(arena, "once=%s&csrf=&brugernavn=%s&adgangskode=fodfaeste-demo", once, name);
    check(inside.ask(arena, &client, 0, "/log-ind", form).status == 303);
}

static bool is_new(const char *path)
{
    for (size_t i = 0; i < paths.count; i++)
        if (text_is(paths.at[i], path))
            return false;
    return true;
}

/* A few pages of each route say what all of them ask. */
static bool is_wanted(const char *path)
{
    struct request r = { .arena = arena, .method = GET, .path = percent_decode(arena, PERCENT_PATH, path, strcspn(path, "?")) };
    const struct route *route = r.path == NULL ? NULL : route_find(&r);
    size_t i = 0;

    if (route == NULL || text_starts(path, "/log-"))
        return false;
    while (i < walked_count && walked[i].route != route)
        i++;
    check(i < ROUTES_MAX);
    if (i == walked_count)
        walked[walked_count++] = (struct walked){ route, 0 };
    return walked[i].times++ < EACH_MAX;
}

static void add_links(const char *body)
{
    static const char mark[] = "href=\"";

    for (const char *at = strstr(body, mark); at != NULL; at = strstr(at, mark)) {
        at += strlen(mark);
        const char *path = arena_copy(arena, at, strcspn(at, "\"#"));
        if (path[0] == '/' && strchr(path, '&') == NULL && strlen(path) < PATH_SIZE && is_new(path) && is_wanted(path))
            *LIST_ADD(arena, &paths) = path;
    }
}

static void walk(const char *name)
{
    arena_reset(arena);
    memset(&paths, 0, sizeof paths);
    walked_count = 0;
    log_in(name);
    add_links("href=\"/\" href=\"/?hvem=team\" href=\"/?alle=1\" href=\"/find?q=an\" href=\"/borger/11\" href=\"/ordninger/hedensted_model/proev\"");
    for (size_t i = 0; i < paths.count; i++)
        add_links(inside.ask(arena, &client, 0, paths.at[i], NULL).body);
}

/* As many groups meet today as in a large municipality: each of today's ten times more. */
static void add_groups(const struct server *server)
{
    static const char sql[] =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10) "
        "INSERT INTO course_group (scheme, activity, name, unit, place, capacity, from_day, to_day) "
        "SELECT scheme, activity, id || '/' || i, unit, place, capacity, from_day, to_day FROM course_group, n;"
        "INSERT INTO group_session (course_group, day, from_minute, to_minute, title, is_language, state) "
        "SELECT g.id, s.day, s.from_minute, s.to_minute, s.title, s.is_language, s.state "
        "FROM course_group g JOIN group_session s ON s.course_group = CAST(g.name AS INTEGER) WHERE g.name LIKE '%/%';"
        "INSERT INTO group_member (course_group, citizen, from_day, to_day, ended_day, end_reason) "
        "SELECT g.id, m.citizen, m.from_day, m.to_day, m.ended_day, m.end_reason "
        "FROM course_group g JOIN group_member m ON m.course_group = CAST(g.name AS INTEGER) WHERE g.name LIKE '%/%'";
    sqlite3 *store;
    char path[PATH_SIZE];

    snprintf(path, sizeof path, "%s/fodfaeste.db", server->store + strlen("sqlite:"));
    check(sqlite3_open(path, &store) == SQLITE_OK);
    check(sqlite3_exec(store, sql, NULL, NULL, NULL) == SQLITE_OK);
    check(sqlite3_changes(store) > 0);
    sqlite3_close(store);
}

int main(int count, char **arguments)
{
    static const char *const simulate[] = { "simulate", "--citizens", "100", "--companies", "40", "--until",
                                            "2026-12-08T09:12", NULL };
    struct server server;

    check(count == 2);
    arena = arena_new(ARENA_SIZE);
    check(server_store(&server, arguments[1], NULL, 1) && server_run(&server, simulate, ""));
    check(inside.start(&server, "2026-12-08T09:12"));
    add_groups(&server);
    inside_set(begin_counting, judge);
    for (size_t i = 0; i < sizeof people / sizeof *people; i++)
        walk(people[i]);
    inside.stop(&server);
    server_forget(&server);
    arena_free(arena);
    printf("1..1\n%s 1 - of %d pages no statement runs more than %d times\n", failed == 0 && asked_count > 0 ? "ok" : "not ok", asked_count, RUNS_MAX);
    return failed == 0 && asked_count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
