/* SPDX-License-Identifier: MIT
 * request.h: what a handler gets and what it gives back. Handlers read in one order: parse, load, ask
 * the rule, write, answer. Log-in, permission, CSRF, repeated posts and size limits are settled before
 * a handler runs (serve.c); routes are in route.h, typed input in form.h. */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "db/db.h"
#include "web/say.h"

enum method { GET, POST };

struct held_lines;     /* held.h */
struct session;        /* session.h */
struct multipart;      /* multipart.h */
struct multipart_part;

struct request {
    struct arena *arena;
    struct db *db;
    enum method method;
    const char *path;      /* Decoded, without the query. */
    const char *target;    /* As asked, with the query; for "back here after log-in". */
    instant now;           /* The injected clock. */
    day today;
    enum language language;
    struct actor actor;
    const struct session *session; /* NULL before log-in. */
    const char *host;      /* As the browser called us; for addresses that are sent to others. */
    const char *client;    /* Address for lock-out, never logged with a person. */
    const char *const *parameter_names, *const *parameter_values; /* From the route's {names}. */
    size_t parameter_count;
    const char *query;     /* Raw, "" when absent. */
    const char *body;      /* Raw form body of a POST. */
    size_t body_length;
    const char *content_type;
    const struct multipart *multipart; /* A POST with files, read; NULL for any other. */
    const struct route *route;
    const char *once;      /* Of request_once; NULL until it is asked. */
    int form_count;        /* How many forms have a key of it. */
    const struct held_lines *held; /* What was asked when this was posted a moment ago; else NULL. */
};

struct reply {
    int status;
    const char *type;      /* Content type; HTML when NULL. */
    const char *location;  /* For redirects. */
    const char *body;
    size_t length;
    const char *download;  /* File name for Content-Disposition, or NULL. */
    const char *cookie;    /* A Set-Cookie value, or NULL. */
    bool lasting;          /* Static: may be cached for a year. */
    void (*after)(struct db *db, struct arena *arena); /* Called when all is committed, before it is sent; or NULL. */
};

/* Whether whoever asks may do something: for what a page shows. What is read and written the statements guard. */
bool request_may(const struct request *r, enum permission permission);

/* A route's {name} as a positive number; 0 when it is none, which no row has: answer not found. */
int64_t request_id(const struct request *r, const char *name);
const char *request_parameter(const struct request *r, const char *name); /* "" when absent. */

/* The first value of a query field, or "" when absent. */
const char *request_query(const struct request *r, const char *name);

/* Letters that no other answer has, KEPT_ONCE_LENGTH of them; the keys of this request's forms begin so, and a
 * kept page gets new ones in their place. */
const char *request_once(struct request *r);
/* The file of a posted form's file field; NULL when none was chosen. Its bytes live as long as the request. */
const struct multipart_part *request_file(const struct request *r, const char *name);

/* Makes the page of `text` the answer, with 200 (or 422 after form errors: reply_form). */
struct reply reply_page(const struct text *text);
struct reply reply_form_again(const struct text *text); /* 422: something stands in the way. */
struct reply reply_see_other(struct request *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* The same page for "does not exist" and "not yours". */
/* The page just posted to, with another query ("sendt=1"): for an address that may stand nowhere else, since a
 * double post is answered from the store (serve.c). */
struct reply reply_same_page(struct request *r, const char *query);
/* A path of ours as somebody elsewhere opens it: https://host/path. */
const char *request_address(const struct request *r, const char *path);
struct reply reply_not_found(struct request *r);
struct reply reply_conflict(struct request *r, const char *what_changed);
struct reply reply_file(const char *type, const char *name, const void *bytes, size_t length);

/* A line for the next page the person sees ("Samtalen er gemt."), with an undo address or NULL. It is
 * stored in the session in the same transaction. */
void request_tell(struct request *r, const char *message, const char *undo_path);

#endif
