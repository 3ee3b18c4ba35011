/* SPDX-License-Identifier: MIT
 * client.h: a browser without a window: one person's cookies, and requests to a server on loopback. */
#ifndef TEST_CLIENT_H
#define TEST_CLIENT_H

#include <stddef.h>

#include "base/arena.h"

enum { CLIENT_COOKIES_MAX = 8, CLIENT_NAME_SIZE = 64, CLIENT_COOKIE_SIZE = 256 };

struct client {
    char name[CLIENT_NAME_SIZE];
    char cookies[CLIENT_COOKIES_MAX][CLIENT_COOKIE_SIZE]; /* "name=value" */
};

struct client_answer {
    int status; /* 0: no answer. */
    const char *location;
    const char *body; /* With a NUL after it. */
    size_t length;
};

/* Between the parts of a form with files. */
#define CLIENT_BOUNDARY "fodfaeste-part"

/* One request; `form` is the body of a POST, urlencoded or, when it begins with the boundary, in parts; NULL
 * for a GET. */
struct client_answer client_ask(struct arena *arena, struct client *client, int port, const char *path,
                                const char *form);

/* The content type of such a body. */
const char *client_form_type(const char *form);

/* Keeps what a Set-Cookie header says; an empty cookie is forgotten. */
void client_keep_cookie(struct client *client, const char *value);

#endif
