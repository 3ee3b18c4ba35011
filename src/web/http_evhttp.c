/* SPDX-License-Identifier: MIT
 * http_evhttp.c: http.h over libevent's evhttp. The library is lenient, so everything it let through
 * is judged again here: the reasons for each check are the request-smuggling cases it accepts. */
#include "web/http.h"

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/http_struct.h>
#include <event2/keyvalq_struct.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/queue.h>

#include "base/check.h"
#include "base/log.h"
#include "web/percent.h"

enum {
    HEADERS_SIZE_MAX = 16 * 1024,
    TARGET_LENGTH_MAX = 4 * 1024,
    IDLE_SECONDS = 60,
    STOP_POLL_MICROSECONDS = 20 * 1000,
    STOP_POLLS_MIN = 5, /* A request already on its way is still taken. */
    STOP_POLLS_MAX = 500,
    BUFFER_KEPT_MAX = 1 << 20,
    WRITE_MAX = 1 << 20,
};

struct http_server {
    struct event_base *base;
    struct evhttp *http;
    struct evhttp_bound_socket *listening;
    struct event *on_term, *on_poll, *on_turn_end;
    struct arena *arena;
    http_handler *handler;
    bool is_stopping;
    int polls;
    int unsent; /* Answers handed to the library and not yet on the wire. */
};

static bool has_control(const char *text)
{
    for (const unsigned char *p = (const unsigned char *)text; *p != 0; p++)
        if ((*p < 0x20 && *p != '\t') || *p == 0x7f)
            return true;
    return false;
}

static bool is_digits(const char *text)
{
    return *text != 0 && text[strspn(text, "0123456789")] == 0;
}

/* A header name is a token; evhttp keeps a space before the colon in it. */
static bool is_token(const char *name)
{
    return *name != 0 && strpbrk(name, " \t\"(),/:;<=>?@[\\]{}") == NULL && !has_control(name);
}

static bool headers_are_sound(struct evhttp_request *evhttp)
{
    struct evkeyval *header;
    int hosts = 0, lengths = 0, encodings = 0;

    TAILQ_FOREACH (header, evhttp_request_get_input_headers(evhttp), next) {
        if (!is_token(header->key) || has_control(header->value))
            return false;
        hosts += strcasecmp(header->key, "Host") == 0;
        encodings += strcasecmp(header->key, "Transfer-Encoding") == 0;
        if (strcasecmp(header->key, "Content-Length") == 0) {
            lengths++;
            if (!is_digits(header->value))
                return false;
        }
    }
    return hosts == 1 && lengths + encodings <= 1;
}

static const struct {
    enum evhttp_cmd_type evhttp;
    enum http_method method;
} methods[] = {
    { EVHTTP_REQ_GET, HTTP_GET },
    { EVHTTP_REQ_HEAD, HTTP_HEAD },
    { EVHTTP_REQ_POST, HTTP_POST },
};

static bool method_read(struct evhttp_request *evhttp, enum http_method *method)
{
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        if (methods[i].evhttp == evhttp_request_get_command(evhttp)) {
            *method = methods[i].method;
            return true;
        }
    }
    return false;
}

/* Splits the target into path and query. Both must decode; the query is decoded again where it is
 * read. Only the origin form ("/a?b") is for us. */
static bool target_read(struct arena *arena, const char *target, struct http_request *request)
{
    const char *question = strchr(target, '?');
    size_t length = question == NULL ? strlen(target) : (size_t)(question - target);

    if (target[0] != '/' || strchr(target, '#') != NULL)
        return false;
    request->target = arena_dup(arena, target);
    request->path = percent_decode(arena, PERCENT_PATH, target, length);
    request->query = question == NULL ? "" : arena_dup(arena, question + 1);
    return request->path != NULL
        && percent_decode(arena, PERCENT_FORM, request->query, strlen(request->query)) != NULL;
}

/* 200 when the request may be handled, or the status that refuses it. */
static int request_read(struct arena *arena, struct evhttp_request *evhttp, struct http_request *request)
{
    const char *target = evhttp_request_get_uri(evhttp);
    struct evhttp_connection *connection = evhttp_request_get_connection(evhttp);
    struct evbuffer *body = evhttp_request_get_input_buffer(evhttp);
    char *client = NULL;
    ev_uint16_t port;

    if (!method_read(evhttp, &request->method))
        return 405;
    if (strlen(target) > TARGET_LENGTH_MAX)
        return 414;
    if (!headers_are_sound(evhttp) || !target_read(arena, target, request))
        return 400;

    evhttp_connection_get_peer(connection, &client, &port);
    request->client = client == NULL ? "" : client;
    request->headers = evhttp_request_get_input_headers(evhttp);
    request->host = http_header(request, "Host");
    request->body_length = evbuffer_get_length(body);
    request->body = request->body_length == 0 ? "" : (const void *)evbuffer_pullup(body, -1);
    return 200;
}

static void answer_sent(struct evhttp_request *evhttp, void *context)
{
    struct http_server *server = context;

    (void)evhttp;
    server->unsent--;
}

/* evhttp counts what it sends, and a HEAD sends nothing. */
static void head_add_length(struct evkeyvalq *headers, size_t length)
{
    char digits[24];

    snprintf(digits, sizeof digits, "%zu", length);
    evhttp_add_header(headers, "Content-Length", digits);
}

static void answer_send(struct http_server *server, struct evhttp_request *evhttp,
                        const struct http_answer *answer)
{
    struct evkeyvalq *headers = evhttp_request_get_output_headers(evhttp);
    struct evbuffer *out = evhttp_request_get_output_buffer(evhttp);

    for (size_t i = 0; i < answer->header_count; i++)
        evhttp_add_header(headers, answer->headers[i].name, answer->headers[i].value);
    if (server->is_stopping)
        evhttp_add_header(headers, "Connection", "close");
    if (evhttp_request_get_command(evhttp) == EVHTTP_REQ_HEAD)
        head_add_length(headers, answer->length);
    else if (answer->length > 0 && answer->is_constant)
        evbuffer_add_reference(out, answer->body, answer->length, NULL, NULL);
    else if (answer->length > 0)
        evbuffer_add(out, answer->body, answer->length);

    server->unsent++;
    evhttp_request_set_on_complete_cb(evhttp, answer_sent, server);
    evhttp_send_reply(evhttp, answer->status, NULL, NULL);
}

static void refuse(struct http_answer *answer, int status)
{
    static const char words[] = "Anmodningen er ikke gyldig.\n";

    answer->status = status;
    answer->body = words;
    answer->length = sizeof words - 1;
    answer->is_constant = true;
    http_answer_header(answer, "Content-Type", "text/plain; charset=utf-8");
    http_answer_header(answer, "Connection", "close");
    if (status == 405)
        http_answer_header(answer, "Allow", "GET, HEAD, POST");
}

/* A page goes out with one call. The library would write 16 kB, wait for its turn, and write the next. */
static void write_at_once(struct evhttp_request *evhttp)
{
    struct evhttp_connection *connection = evhttp_request_get_connection(evhttp);

    if (connection != NULL)
        bufferevent_set_max_single_write(evhttp_connection_get_bufferevent(connection), WRITE_MAX);
}

static void request_arrived(struct evhttp_request *evhttp, void *context)
{
    struct http_server *server = context;
    struct http_request request = { 0 };
    struct http_answer answer = { 0 };

    write_at_once(evhttp);
    arena_reset(server->arena);
    int status = request_read(server->arena, evhttp, &request);
    if (status == 200)
        server->handler(server->arena, &request, &answer);
    else
        refuse(&answer, status);
    answer_send(server, evhttp, &answer);
    event_active(server->on_turn_end, 0, 0); /* Comes after the requests that have arrived by now. */
}

static void turn_ended(evutil_socket_t number, short what, void *context)
{
    (void)number;
    (void)what;
    (void)context;
    log_flush();
}

static void term_arrived(evutil_socket_t number, short what, void *context)
{
    (void)number;
    (void)what;
    http_stop(context);
}

/* While stopping: leave when the last answer is on the wire. */
static void stop_poll(evutil_socket_t number, short what, void *context)
{
    struct http_server *server = context;

    (void)number;
    (void)what;
    server->polls++;
    if ((server->unsent == 0 && server->polls >= STOP_POLLS_MIN) || server->polls >= STOP_POLLS_MAX)
        event_base_loopbreak(server->base);
}

/* One thread and many short writes: no locks, and changes to epoll gathered. */
static struct event_base *base_new(void)
{
    struct event_config *config = event_config_new();
    struct event_base *base;

    check(config != NULL);
    event_config_set_flag(config, EVENT_BASE_FLAG_NOLOCK | EVENT_BASE_FLAG_EPOLL_USE_CHANGELIST);
    base = event_base_new_with_config(config);
    event_config_free(config);
    check(base != NULL);
    return base;
}

/* Each answer is a buffer that comes and goes: memory that has grown so far stays, instead of being given to the
 * system and asked for again with every page. */
static void keep_memory(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, BUFFER_KEPT_MAX);
    mallopt(M_TRIM_THRESHOLD, 2 * BUFFER_KEPT_MAX);
#endif
}

struct http_server *http_new(int listening, struct arena *arena, http_handler *handler)
{
    struct http_server *server = calloc(1, sizeof *server);

    check(server != NULL);
    keep_memory();
    server->arena = arena;
    server->handler = handler;
    server->base = base_new();
    server->http = evhttp_new(server->base);
    check(server->http != NULL);
    /* Every method reaches us, so that the answer to a wrong one is ours: 405 with Allow. */
    evhttp_set_allowed_methods(server->http, 0xffff);
    evhttp_set_max_headers_size(server->http, HEADERS_SIZE_MAX);
    evhttp_set_max_body_size(server->http, HTTP_BODY_MAX);
    evhttp_set_timeout(server->http, IDLE_SECONDS);
    evhttp_set_default_content_type(server->http, NULL);
    evhttp_set_gencb(server->http, request_arrived, server);
    evutil_make_socket_nonblocking(listening);
    server->listening = evhttp_accept_socket_with_handle(server->http, listening);
    check(server->listening != NULL);
    server->on_term = evsignal_new(server->base, SIGTERM, term_arrived, server);
    server->on_poll = event_new(server->base, -1, EV_PERSIST, stop_poll, server);
    server->on_turn_end = event_new(server->base, -1, 0, turn_ended, NULL);
    check(server->on_term != NULL && server->on_poll != NULL && server->on_turn_end != NULL);
    log_gather();
    event_add(server->on_term, NULL);
    return server;
}

void http_run(struct http_server *server)
{
    event_base_dispatch(server->base);
    log_flush();
}

void http_stop(struct http_server *server)
{
    const struct timeval poll = { .tv_usec = STOP_POLL_MICROSECONDS };

    if (server->is_stopping)
        return;
    server->is_stopping = true;
    evhttp_del_accept_socket(server->http, server->listening);
    event_add(server->on_poll, &poll);
}

void http_free(struct http_server *server)
{
    event_free(server->on_term);
    event_free(server->on_poll);
    event_free(server->on_turn_end);
    evhttp_free(server->http);
    event_base_free(server->base);
    free(server);
}

const char *http_header(const struct http_request *request, const char *name)
{
    return evhttp_find_header(request->headers, name);
}

void http_answer_header(struct http_answer *answer, const char *name, const char *value)
{
    check(answer->header_count < HTTP_HEADERS_MAX);
    check(strpbrk(value, "\r\n") == NULL);
    answer->headers[answer->header_count++] = (struct http_header){ name, value };
}
