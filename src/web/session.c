/* SPDX-License-Identifier: MIT
 * session.c: sessions in the tenant's store. */
#include "web/session.h"

#include <sodium.h>
#include <string.h>

#include "base/check.h"
#include "web/clock.h"
#include "web/secret.h"
#include "web_sql.h"

enum {
    RANDOM_BYTES = 16,
    RANDOM_AT_ONCE = 64 * RANDOM_BYTES,
    IDLE_SECONDS_MAX = 30 * 60,
    LIFE_SECONDS_MAX = 12 * 3600,
    TOUCH_SECONDS_MIN = 60,
    ONCE_SECONDS_MAX = 24 * 3600,
    LANGUAGE_COOKIE_SECONDS = 365 * 24 * 3600,
};

static const char *session_cookie = "fodfaeste";
static const char *cookie_attributes = "Path=/; HttpOnly; SameSite=Lax";
static const char language_cookie[] = "sprog";

/* Every form takes a key, so the system is asked for many at once. */
static struct {
    unsigned char bytes[RANDOM_AT_ONCE];
    size_t used;
} pool = { .used = RANDOM_AT_ONCE };

static bool is_behind_tls; /* Set once at start. */

bool session_is_tls(void)
{
    return is_behind_tls;
}

void session_start_up(bool is_tls)
{
    check(sodium_init() >= 0);
    pool.used = RANDOM_AT_ONCE; /* No two workers have keys from before the fork. */
    is_behind_tls = is_tls;
    if (!is_tls)
        return;
    session_cookie = "__Host-fodfaeste";
    cookie_attributes = "Path=/; HttpOnly; SameSite=Lax; Secure";
}

const char *session_random(struct arena *arena)
{
    if (pool.used == sizeof pool.bytes) {
        randombytes_buf(pool.bytes, sizeof pool.bytes);
        pool.used = 0;
    }
    char *text = secret_hex(arena, pool.bytes + pool.used, RANDOM_BYTES);
    sodium_memzero(pool.bytes + pool.used, RANDOM_BYTES);
    pool.used += RANDOM_BYTES;
    return text;
}

int64_t session_random_number(void)
{
    return randombytes_random() >> 1;
}

/* The value of one cookie in a Cookie header, or NULL. */
static const char *cookie_find(struct arena *arena, const char *cookies, const char *name)
{
    size_t name_length = strlen(name);

    while (cookies != NULL && *cookies != 0) {
        cookies += strspn(cookies, "; \t");
        size_t length = strcspn(cookies, ";");
        if (length > name_length && cookies[name_length] == '=' && strncmp(cookies, name, name_length) == 0)
            return arena_copy(arena, cookies + name_length + 1, length - name_length - 1);
        cookies += length;
    }
    return NULL;
}

static enum language language_of(const char *code, enum language otherwise)
{
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        if (text_is(code, language_codes[i]))
            return (enum language)i;
    return otherwise;
}

void session_load(struct request *r, const char *cookies)
{
    struct secret secret;
    struct web_session_row row;
    instant now = clock_now();

    r->language = language_of(cookie_find(r->arena, cookies, language_cookie), LANGUAGE_DA);
    if (!secret_read(cookie_find(r->arena, cookies, session_cookie), &secret))
        return;
    const char *hash = secret_hash(r->arena, &secret);
    if (!web_session_find(r->db, hash, &row) || now >= row.ends_at || now - row.seen_at >= IDLE_SECONDS_MAX)
        return;
    check(row.actor_kind > ACTOR_SYSTEM && row.actor_kind < ACTOR_KIND_COUNT);

    struct session *session = arena_alloc(r->arena, sizeof *session);
    *session = (struct session){
        .id = row.id.n,
        .secret_hash = hash,
        .csrf = secret_derive(r->arena, &secret, "csrf"),
        .seen_at = row.seen_at,
        .ends_at = row.ends_at,
        .message = row.message,
        .undo_path = row.undo_path,
    };
    r->session = session;
    r->actor = (struct actor){ (enum actor_kind)row.actor_kind, row.actor, (permission_set)row.permissions };
    r->language = language_of(row.language, LANGUAGE_DA);
}

static struct web_session_id id_of(const struct session *session)
{
    return (struct web_session_id){ session->id };
}

bool session_is_touch_due(const struct session *session)
{
    return clock_now() - session->seen_at >= TOUCH_SECONDS_MIN;
}

instant session_fresh_until(const struct session *session)
{
    instant touched = session->seen_at + TOUCH_SECONDS_MIN;

    return touched < session->ends_at ? touched : session->ends_at;
}

void session_touch(struct db *db, const struct session *session)
{
    web_session_touch(db, clock_now(), id_of(session));
}

const char *session_begin(struct request *r, struct actor actor)
{
    struct secret secret = secret_new();
    instant now = clock_now();

    check(actor.kind > ACTOR_SYSTEM && actor.kind < ACTOR_KIND_COUNT);
    check((actor.permissions & PERMISSION_SET_SYSTEM) == 0);
    if (r->session != NULL)
        web_session_delete(r->db, id_of(r->session));
    web_session_insert(r->db, &(struct web_session_insert_in){
        .secret_hash = secret_hash(r->arena, &secret),
        .actor_kind = actor.kind,
        .actor = actor.id,
        .permissions = (int64_t)actor.permissions,
        .language = language_codes[r->language],
        .started_at = now,
        .seen_at = now,
        .ends_at = now + LIFE_SECONDS_MAX,
    });
    return arena_format(r->arena, "%s=%s; %s", session_cookie, secret_text(r->arena, &secret),
                        cookie_attributes);
}

const char *session_end(struct request *r)
{
    if (r->session != NULL)
        web_session_delete(r->db, id_of(r->session));
    return arena_format(r->arena, "%s=; %s; Max-Age=0", session_cookie, cookie_attributes);
}

const char *session_set_language(struct request *r, enum language language)
{
    if (r->session != NULL)
        web_session_set_language(r->db, language_codes[language], id_of(r->session));
    return arena_format(r->arena, "%s=%s; %s; Max-Age=%d", language_cookie, language_codes[language],
                        cookie_attributes, LANGUAGE_COOKIE_SECONDS);
}

void session_change_permissions(struct db *db, struct actor actor)
{
    web_session_set_permissions(db, (int64_t)actor.permissions, actor.id, actor.kind);
}

void session_end_all(struct db *db, struct actor actor)
{
    web_session_delete_actor(db, actor.id, actor.kind);
}

void session_sweep(struct db *db)
{
    instant now = clock_now();

    web_session_delete_ended(db, now, now - IDLE_SECONDS_MAX);
    web_once_delete_before(db, now - ONCE_SECONDS_MAX);
}

const char *session_csrf(const struct request *r)
{
    return r->session == NULL ? "" : r->session->csrf;
}

bool session_is_csrf(const struct request *r, const char *token)
{
    size_t length = strlen(session_csrf(r));

    return length > 0 && strlen(token) == length && sodium_memcmp(token, session_csrf(r), length) == 0;
}
