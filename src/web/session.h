/* SPDX-License-Identifier: MIT
 * session.h: who is logged in. The cookie holds 256 random bits, the table their hash. A session ends
 * 30 minutes after its last use and 12 hours after log-in, by the real clock: moving a demo's clock
 * does not log anybody out. */
#ifndef WEB_SESSION_H
#define WEB_SESSION_H

#include "web/request.h"

struct session {
    int64_t id;
    const char *secret_hash;
    const char *csrf; /* The token that every form of this session carries. */
    instant seen_at, ends_at;
    const char *message, *undo_path; /* From request_tell on the page before, or NULL. */
};

/* Called once at start. Behind TLS the cookie is Secure and has the __Host- prefix. */
void session_start_up(bool is_tls);
bool session_is_tls(void);

/* Finds the session of a Cookie header (NULL when there is none) and fills session, actor and language
 * of the request. One statement, no write. */
void session_load(struct request *r, const char *cookies);

/* A minute or more since seen_at was written: session_touch is due. */
bool session_is_touch_due(const struct session *session);
/* Until when nothing is to be done about the session: it has not ended, and session_touch is not due. */
instant session_fresh_until(const struct session *session);
void session_touch(struct db *db, const struct session *session);

/* Logs somebody in: ends the session of before, makes one with a new secret and returns the text for
 * reply.cookie. `actor.permissions` stay with the session. */
const char *session_begin(struct request *r, struct actor actor);

/* Logs out; returns the text for reply.cookie that removes it. */
const char *session_end(struct request *r);

/* The choice of language, kept in the session or, before log-in, in a cookie of its own, whose text it
 * returns for reply.cookie. */
const char *session_set_language(struct request *r, enum language language);

/* For whoever changes roles: the new permissions take effect with the next request. */
void session_change_permissions(struct db *db, struct actor actor);

/* For whoever takes access away: ends all sessions of the actor. */
void session_end_all(struct db *db, struct actor actor);

/* For the keeper: deletes what has ended. */
void session_sweep(struct db *db);

/* The token for a form's hidden field `csrf`; "" before log-in. */
const char *session_csrf(const struct request *r);

/* Is `token` the session's? In constant time. */
bool session_is_csrf(const struct request *r, const char *token);

/* 128 random bits in hexadecimal. */
const char *session_random(struct arena *arena);

/* A random number of 31 bits, so that two workers do not number their requests alike. */
int64_t session_random_number(void);

#endif
