/* SPDX-License-Identifier: MIT
 * kept.h: pages that were answered, kept to be answered again. A page is a function of who asks (the cookies),
 * what is asked (path and query), the minute, and the store as it is; docs/decisions/0015 tells why nothing else
 * counts. A kept one is given only while all of them are the same. Each worker keeps its own, in a ring of
 * bytes of a fixed size, the oldest overwritten by the newest. */
#ifndef WEB_KEPT_H
#define WEB_KEPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"

/* What an answer depends on. */
struct kept_key {
    unsigned char asked[32]; /* From kept_key_of: cookies and target. */
    int64_t minute;
    struct db_state state;
};

struct kept_page {
    const char *body;
    size_t length;
    const char *once;       /* KEPT_ONCE_LENGTH letters that stand in the body's forms and are never given twice, or NULL. */
    struct db_looks looks;  /* At whom it has looked. */
    struct actor actor;     /* Who asked, for the server's log. */
    instant fresh_until;    /* By the real clock: when the session must be looked at again. */
};

enum { KEPT_ONCE_LENGTH = 24, KEPT_BYTES_DEFAULT = 8 << 20 };

/* Makes room for `bytes`, once in each process; 0 keeps nothing. The system gives memory as it fills. */
void kept_start(size_t bytes);
void kept_end(void);

/* The key of a request at `now` (the tenant's clock) in this state of the store. `cookies` may be NULL. */
struct kept_key kept_key_of(const char *cookies, const char *target, instant now, struct db_state state);

/* Keeps a copy, if it has room: a page larger than an eighth of the ring has not. */
void kept_put(const struct kept_key *key, const struct kept_page *page);

/* A page kept under this very key and fresh at `real_now`, its text copied to `arena` with `once` in the places
 * of the one it was kept with; false when there is none. */
bool kept_find(struct arena *arena, const struct kept_key *key, instant real_now, const char *once,
               struct kept_page *page);

#endif
