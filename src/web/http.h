/* SPDX-License-Identifier: MIT
 * http.h: the HTTP server as the rest of the program sees it, six functions over a library (libevent's
 * evhttp in http_evhttp.c) that can be replaced. What reaches the handler has passed the strict checks:
 * known method, one Host, well-formed target, no control bytes, a body within its limit. */
#ifndef WEB_HTTP_H
#define WEB_HTTP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum http_method { HTTP_GET, HTTP_HEAD, HTTP_POST };

struct http_request {
    enum http_method method;
    const char *target; /* As asked, path and query. */
    const char *path;   /* Decoded; begins with a slash. */
    const char *query;  /* Raw, without the question mark; "" when absent. */
    const char *host;
    const char *client; /* Address of the peer, "" for a unix socket. */
    const void *body;   /* Stays until the answer is sent. */
    size_t body_length;
    void *headers; /* For http_header. */
};

enum { HTTP_HEADERS_MAX = 24, HTTP_BODY_MAX = 6 << 20 };

struct http_header {
    const char *name, *value;
};

struct http_answer {
    int status;
    struct http_header headers[HTTP_HEADERS_MAX];
    size_t header_count;
    const void *body;
    size_t length;
    bool is_constant; /* The body lives as long as the process: it is sent without a copy. */
};

/* Fills `answer`; everything may live in `arena`, which is reset before each request. */
typedef void http_handler(struct arena *arena, const struct http_request *request,
                          struct http_answer *answer);

struct http_server;

/* A server on a bound, listening socket. */
struct http_server *http_new(int listening, struct arena *arena, http_handler *handler);

/* Serves until http_stop has let the last answers go. */
void http_run(struct http_server *server);

/* Takes no new connections, finishes what was begun and makes http_run return, after at most ten
 * seconds. SIGTERM calls it by itself. */
void http_stop(struct http_server *server);

void http_free(struct http_server *server);

/* The value of a request's header, or NULL. Given twice, the first. */
const char *http_header(const struct http_request *request, const char *name);

/* Adds a header to an answer; a check fails on a line break in it. */
void http_answer_header(struct http_answer *answer, const char *name, const char *value);

#endif
