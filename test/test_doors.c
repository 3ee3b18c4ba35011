/* SPDX-License-Identifier: MIT
 * test_doors.c: once for all features: every route, asked by somebody who has not logged in. Nothing
 * answers 200 but what is for anyone, nothing fails, and no post is carried out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>

#include "client.h"
#include "server.h"
#include "web/route.h"

enum { ARENA_SIZE = 64 << 20, ASKED_MAX = 50 };

static struct server server;
static struct arena *arena;
static int open_doors, asked;

static int begin(void **state)
{
    (void)state;
    arena = arena_new(ARENA_SIZE);
    return server_store(&server, FODFAESTE, NULL, 1) && server_start(&server, "2026-03-02T08:00") ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    bool is_fine = server_stop(&server);
    server_forget(&server);
    arena_free(arena);
    return is_fine ? 0 : -1;
}

/* The route's path with 1 for each {name}. */
static const char *example(const char *path)
{
    struct text text = text_new(arena);

    while (*path != 0) {
        if (*path == '{') {
            text_add_char(&text, '1');
            path += strcspn(path, "}") + 1;
        } else {
            text_add_char(&text, *path++);
        }
    }
    return text_done(&text);
}

static void try_door(const struct route *route, void *context)
{
    struct client stranger = { 0 };
    bool is_post = route->method == POST;
    struct client_answer answer;
    bool is_right;

    (void)context;
    answer = client_ask(arena, &stranger, server.port, example(route->path), is_post ? "a=b" : NULL);
    asked++;
    if (route->permission == MAY_ANYONE)
        is_right = answer.status >= 200 && answer.status < 500;
    else if (route->permission == MAY_LINK) /* No such secret; and a post without a form's key is none of ours. */
        is_right = answer.status == (is_post ? 403 : 404);
    else
        is_right = answer.status == 404 || (answer.status == 303 && text_starts(answer.location, "/log-ind"));
    if (!is_right) {
        print_error("%s %s answers %d\n", is_post ? "POST" : "GET", route->path, answer.status);
        open_doors++;
    }
}

static void no_door_is_open_to_strangers(void **state)
{
    (void)state;
    route_each(try_door, NULL);
    assert_true(asked > 0);
    assert_int_equal(open_doors, 0);
}

/* The worker that answered is killed; the next requests are answered all the same. */
static void a_killed_worker_is_replaced(void **state)
{
    struct client stranger = { 0 };
    char path[100], children[200] = "";
    long keeper, worker;

    (void)state;
    snprintf(path, sizeof path, "/proc/%ld/task/%ld/children", (long)server.pid, (long)server.pid);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(children, sizeof children, file));
    fclose(file);
    assert_int_equal(sscanf(children, "%ld %ld", &keeper, &worker), 2);
    assert_int_equal(kill((pid_t)worker, SIGKILL), 0);
    for (int i = 0; i < ASKED_MAX; i++)
        assert_int_equal(client_ask(arena, &stranger, server.port, "/healthz", NULL).status, 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_door_is_open_to_strangers),
        cmocka_unit_test(a_killed_worker_is_replaced),
    };

    return cmocka_run_group_tests(tests, begin, end);
}
