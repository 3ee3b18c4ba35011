/* SPDX-License-Identifier: MIT
 * serve.h: the life of a request, from the wire to the wire: route, session, permission, CSRF, form
 * already posted, transaction, handler, commit, answer, log line. */
#ifndef WEB_SERVE_H
#define WEB_SERVE_H

#include <stdbool.h>

#include "web/held.h"
#include "web/http.h"
#include "web/request.h"

struct serve_options {
    const char *store; /* As db_open takes it. */
    bool is_tls;       /* Behind a proxy with TLS. */
    size_t kept_bytes; /* For answered pages (kept.h); 0 keeps none. */
    bool checks_kept;  /* For tests: each kept page is made anew, and another one is a failure. */
};

/* Bytes one request may take from its arena. */
enum { SERVE_ARENA_MAX = 64 << 20 };

/* Opens the store and starts the features, once in each worker. False, with a sentence in *why, when
 * the store cannot be opened or has not the program's schema. */
bool serve_start(const struct serve_options *options, const char **why);

/* Answers one request; an http_handler. */
void serve(struct arena *arena, const struct http_request *http, struct http_answer *answer);

void serve_end(void);

/* For tests: the store that this process serves. */
struct db *serve_store(void);

/* Set at start by who knows cases: a page where somebody who was refused may give a reason first, offered on
 * "not found"; NULL for none. It must not tell what exists: it has no store. */
typedef const char *serve_way_in(struct request *r);
void serve_set_way_in(serve_way_in *way_in);

/* Set at start by who knows the ways of working: asked when a member of staff's post is done and before it is stored.
 * `mark` remembers how far the store was; `judge` says what is asked first of what was written since (held.h). */
struct serve_judge {
    int64_t (*mark)(struct db *db);
    struct held_lines (*judge)(struct request *r, int64_t mark);
};
void serve_set_judge(struct serve_judge judge);

#endif
