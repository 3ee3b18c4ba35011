/* SPDX-License-Identifier: MIT
 * inside.c: what http_evhttp.c does between the wire and serve(), without the wire. */
#include "inside.h"

#include <event2/http.h>
#include <event2/keyvalq_struct.h>
#include <stdio.h>
#include <string.h>
#include <sys/queue.h>
#include <unistd.h>

#include "base/check.h"
#include "base/text.h"
#include "web/clock.h"
#include "web/serve.h"

static const struct server *playing;
static struct arena *request_arena;
static inside_inspect *inspector;
static inside_answered *after;

void inside_set(inside_inspect *inspect, inside_answered *answered)
{
    inspector = inspect;
    after = answered;
}

const struct server *inside_server(void)
{
    return playing;
}

static const char *inside_log(struct arena *arena, const struct server *server)
{
    return arena_format(arena, "%s/log", server->folder);
}

static bool start(struct server *server, const char *now)
{
    const struct serve_options options = { .store = server->store };
    const char *why = "";
    instant at = INSTANT_NONE;

    check(playing == NULL && instant_read(now, &at));
    check(freopen(inside_log(request_arena = arena_new(SERVE_ARENA_MAX), server), "a", stderr) != NULL);
    playing = server;
    clock_start(CLOCK_FIXED, at);
    clock_allow_moving();
    server->pid = getpid();
    return serve_start(&options, &why);
}

static bool stop(struct server *server)
{
    server->pid = 0;
    serve_end();
    arena_free(request_arena);
    playing = NULL;
    return true;
}

const char *inside_cookies(struct arena *arena, const struct client *client)
{
    struct text text = text_new(arena);

    for (int i = 0; i < CLIENT_COOKIES_MAX; i++)
        if (client->cookies[i][0] != 0)
            text_add_format(&text, "%s%s", text.length == 0 ? "" : "; ", client->cookies[i]);
    return text_done(&text);
}

static const char *header_of(const struct http_answer *answer, const char *name)
{
    for (size_t i = 0; i < answer->header_count; i++)
        if (text_is(answer->headers[i].name, name))
            return answer->headers[i].value;
    return NULL;
}

static struct http_request request_of(const char *path, const char *form, struct evkeyvalq *headers)
{
    const char *question = strchr(path, '?');
    size_t length = question == NULL ? strlen(path) : (size_t)(question - path);

    return (struct http_request){
        .method = form == NULL ? HTTP_GET : HTTP_POST,
        .target = path,
        .path = percent_decode(request_arena, PERCENT_PATH, path, length),
        .query = question == NULL ? "" : question + 1,
        .host = "127.0.0.1",
        .client = "127.0.0.1",
        .body = form == NULL ? "" : form,
        .body_length = form == NULL ? 0 : strlen(form),
        .headers = headers,
    };
}

static struct http_answer served(const char *cookies, const char *path, const char *form)
{
    struct evkeyvalq headers = TAILQ_HEAD_INITIALIZER(headers);
    struct http_answer answer = { 0 };

    arena_reset(request_arena);
    if (cookies != NULL && cookies[0] != 0)
        evhttp_add_header(&headers, "Cookie", cookies);
    if (form != NULL)
        evhttp_add_header(&headers, "Content-Type", client_form_type(form));
    struct http_request request = request_of(path, form, &headers);
    check(request.path != NULL);
    serve(request_arena, &request, &answer);
    evhttp_clear_headers(&headers);
    return answer;
}

static struct client_answer answer_of(struct arena *arena, const struct http_answer *answer)
{
    const char *location = header_of(answer, "Location");

    return (struct client_answer){
        .status = answer->status,
        .location = location == NULL ? NULL : arena_dup(arena, location),
        .body = answer->length == 0 ? "" : arena_copy(arena, answer->body, answer->length),
        .length = answer->length,
    };
}

struct client_answer inside_try(const char *cookies, const char *path, const char *form)
{
    struct http_answer answer = served(cookies, path, form);

    return answer_of(request_arena, &answer);
}

/* The row of the route table, as serve() will find it; NULL for what has none. */
static const struct route *route_of(struct arena *arena, const char *path, const char *form)
{
    struct request r = {
        .arena = arena,
        .method = form == NULL ? GET : POST,
        .path = percent_decode(arena, PERCENT_PATH, path, strcspn(path, "?")),
    };

    return r.path == NULL ? NULL : route_find(&r);
}

static struct client_answer ask(struct arena *arena, struct client *client, int port, const char *path, const char *form)
{
    const struct asked asked = { client, path, form, route_of(arena, path, form) };

    (void)port;
    if (inspector != NULL && asked.route != NULL)
        inspector(arena, &asked);
    struct http_answer http = served(inside_cookies(arena, client), path, form);
    struct client_answer answer = answer_of(arena, &http);
    const char *cookie = header_of(&http, "Set-Cookie");
    if (cookie != NULL)
        client_keep_cookie(client, cookie);
    if (after != NULL && asked.route != NULL)
        after(arena, &asked, &answer);
    return answer;
}

const struct stage inside = { start, stop, ask };
