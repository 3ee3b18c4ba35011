/* SPDX-License-Identifier: MIT
 * serve.c: the life of a request. Each step may answer and so end it; the handler comes last and finds
 * everything settled. The database's failure is looked at once, in finish(). */
#include "web/demo.h"
#include "web/serve.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/check.h"
#include "base/log.h"
#include "web/asset.h"
#include "web/clock.h"
#include "web/error_page.h"
#include "web/kept.h"
#include "web/multipart.h"
#include "web/percent.h"
#include "web/route.h"
#include "web/session.h"
#include "web/store.h"
#include "web_sql.h"

enum { FORM_BODY_MAX = 2 << 20, ATTEMPTS_MAX = 3, ONCE_LENGTH_MAX = 64, REQUEST_NUMBER_BITS = 31 };

static const char form_type[] = "application/x-www-form-urlencoded";
static const char log_in_path[] = "/log-ind";

static struct db *store;
static int64_t request_number;
static serve_way_in *way_in; /* Set once at start. */
static struct serve_judge judge; /* Likewise. */
static bool checks_kept;     /* Likewise. */

bool serve_start(const struct serve_options *options, const char **why)
{
    session_start_up(options->is_tls);
    kept_start(options->kept_bytes);
    checks_kept = options->checks_kept;
    store = store_open(options->store, why);
    request_number = session_random_number() << REQUEST_NUMBER_BITS;
    return store != NULL;
}

struct db *serve_store(void)
{
    return store;
}

void serve_end(void)
{
    db_close(store);
    kept_end();
    store = NULL;
}

/* One request on its way. */
struct exchange {
    const struct http_request *http;
    struct request r;
    int64_t number; /* Stands in the server's log and in the access log. */
    struct percent_pairs fields; /* Of a POST, without its files. */
    int64_t statements;
    bool is_clock_read;
    bool has_key;
    struct kept_key key;
    struct kept_page kept; /* Its body is NULL when none was found. */
    struct held_lines held; /* What is asked before this attempt's writing is stored. */
};

static const char *field(const struct exchange *x, const char *name)
{
    for (size_t i = 0; i < x->fields.count; i++)
        if (text_is(x->fields.at[i].name, name))
            return x->fields.at[i].value;
    return "";
}

/* Browsers say where a post comes from. When they say so, it must be from here; a logged-in person's
 * form must carry the session's token too. */
static bool is_from_here(const struct exchange *x)
{
    const char *site = http_header(x->http, "Sec-Fetch-Site");
    const char *origin = http_header(x->http, "Origin");
    const char *host = origin == NULL ? NULL : strstr(origin, "://");

    if (site != NULL && !text_is(site, "same-origin") && !text_is(site, "none"))
        return false;
    if (origin != NULL && (host == NULL || strcasecmp(host + 3, x->http->host) != 0))
        return false;
    return x->r.session == NULL || session_is_csrf(&x->r, field(x, "csrf"));
}

/* What a form says instead of a key when it changes nothing: a search. */
static const char repeatable[] = "-";

/* Every form has a key of its own, so that what was done is never done again. */
static bool has_once(const struct exchange *x)
{
    const char *key = field(x, "once");

    return key[0] != 0 && strlen(key) <= ONCE_LENGTH_MAX;
}

static bool is_form(const struct exchange *x)
{
    const char *type = x->r.content_type;
    size_t length = sizeof form_type - 1;

    return strncasecmp(type, form_type, length) == 0 && (type[length] == 0 || type[length] == ';');
}

/* The fields of a form with files. */
static struct percent_pairs parts_read(struct request *r)
{
    struct multipart *parts = arena_alloc(r->arena, sizeof *parts);

    *parts = multipart_read(r->arena, r->content_type, r->body, r->body_length);
    r->multipart = parts;
    struct percent_pair *pairs = arena_array(r->arena, parts->count, sizeof *pairs);
    size_t count = 0;
    for (size_t i = 0; i < parts->count; i++)
        if (parts->at[i].value != NULL)
            pairs[count++] = (struct percent_pair){ parts->at[i].name, parts->at[i].value };
    return (struct percent_pairs){ pairs, count, parts->is_well_formed };
}

/* What was posted. Only files may make a body long. */
static struct percent_pairs fields_read(struct exchange *x)
{
    struct request *r = &x->r;

    if (multipart_is(r->content_type))
        return parts_read(r);
    if (!is_form(x) || r->body_length > FORM_BODY_MAX)
        return (struct percent_pairs){ 0 };
    return percent_pairs_read(r->arena, r->body, r->body_length);
}

static bool is_permitted(const struct request *r)
{
    int needed = r->route->permission;

    if (needed == MAY_ANYONE || needed == MAY_LINK)
        return true;
    if (r->session == NULL)
        return false;
    return needed == MAY_LOGGED_IN || (r->actor.permissions & PERMISSION_BIT(needed)) != 0;
}

/* The log-in page, which leads back here afterwards. Nothing of a post is kept. */
static struct reply to_log_in(struct request *r)
{
    struct text location = text_new(r->arena);

    text_add(&location, log_in_path);
    if (r->method == GET && !text_is(r->path, "/")) {
        text_add(&location, "?efter=");
        percent_encode(&location, r->target);
    }
    return reply_see_other(r, "%s", text_done(&location));
}

static bool is_done(const struct reply *reply)
{
    return reply->status != 0;
}

/* What stands in the way before the handler; status 0 when nothing does. */
static struct reply gate(struct exchange *x)
{
    struct request *r = &x->r;

    if (r->route == NULL)
        return reply_not_found(r);
    if (!is_permitted(r))
        return r->session == NULL ? to_log_in(r) : reply_not_found(r);
    if (r->method != POST)
        return (struct reply){ 0 };
    if (!is_form(x) && r->multipart == NULL)
        return error_page(r, ERROR_PAGE_MEDIA_TYPE, NULL);
    if (!x->fields.is_well_formed)
        return error_page(r, ERROR_PAGE_BAD_REQUEST, NULL);
    if ((r->route->permission != MAY_LINK && !is_from_here(x)) || (r->route->permission != MAY_ANYONE && !has_once(x)))
        return error_page(r, ERROR_PAGE_FORBIDDEN, NULL);
    return (struct reply){ 0 };
}

static const char *session_hash(const struct request *r)
{
    return r->session == NULL ? "" : r->session->secret_hash;
}

/* The handler's answer, or, when something is asked of what it wrote, one that stores nothing of it. Asked a second time,
 * the handler had no page to show it on. */
static struct reply handle(struct exchange *x)
{
    struct request *r = &x->r;
    bool is_judged = judge.judge != NULL && r->method == POST && r->actor.kind == ACTOR_STAFF;
    int64_t mark = is_judged ? judge.mark(r->db) : 0;
    struct reply reply = r->route->handler(r);

    check(is_done(&reply));
    x->held = (struct held_lines){ 0 };
    if (is_judged && reply.status == 303)
        x->held = judge.judge(r, mark);
    if (x->held.count == 0)
        return reply;
    return r->held == NULL ? (struct reply){ .status = 409 } : held_reply(r);
}

/* A post may come twice (a double click, a reload). The second answers as the first did. */
static struct reply handle_once(struct exchange *x)
{
    struct request *r = &x->r;
    const char *key = field(x, "once");
    bool has_key = r->method == POST && has_once(x) && !text_is(key, repeatable);
    const char *hash = session_hash(r);

    if (has_key) {
        const char *location = web_once_find(r->db, key, hash);
        if (location != NULL)
            return (struct reply){ .status = 303, .location = location };
    }
    struct reply reply = handle(x);
    if (has_key && reply.status == 303)
        web_once_insert(r->db, key, hash, reply.location, r->now);
    return reply;
}

void serve_set_judge(struct serve_judge asked)
{
    judge = asked;
}

void serve_set_way_in(serve_way_in *asked)
{
    way_in = asked;
}

/* "Not yours" looks like "does not exist", but for those who may give a reason and look all the same. */
static struct reply refused(struct request *r)
{
    const char *path = way_in == NULL || r->method != GET || r->session == NULL ? NULL : way_in(r);

    return path == NULL ? reply_not_found(r) : error_page_not_yours(r, path);
}

/* The one look at the database's failure. Nothing is stored when there was one, nor when the answer
 * itself says that nothing happened. */
static struct reply finish(struct exchange *x, struct reply reply)
{
    struct request *r = &x->r;
    bool is_kept = reply.status < 400 || reply.status == 422;

    x->statements = db_statement_count(r->db);
    if (db_failure(r->db) == DB_FINE && !is_kept)
        db_rollback(r->db);
    else if (db_failure(r->db) == DB_FINE)
        db_commit(r->db);
    else
        db_rollback(r->db);

    switch (db_failure(r->db)) {
    case DB_FINE:
        return reply;
    case DB_REFUSED:
        return refused(r);
    case DB_CONFLICT:
        return reply_conflict(r, NULL);
    case DB_FAILED:
    case DB_FAILURE_COUNT:
        break;
    }
    int64_t number = db_failure_number(r->db);
    log_line(LOG_ERROR, "failure %lld in request %lld: %s", (long long)number, (long long)x->number,
             db_failure_cause(r->db));
    return error_page_broken(r, number, r->multipart == NULL ? &x->fields : NULL);
}

/* The page that was kept of the same question, in this transaction's state of the store. */
static bool kept_load(struct exchange *x)
{
    struct request *r = &x->r;
    struct db_state state;

    x->kept = (struct kept_page){ 0 };
    x->has_key = r->method == GET && r->route != NULL && db_state_load(r->db, &state);
    if (!x->has_key)
        return false;
    x->key = kept_key_of(http_header(x->http, "Cookie"), r->target, r->now, state);
    return kept_find(r->arena, &x->key, clock_now(), request_once(r), &x->kept);
}

static struct reply kept_again(struct exchange *x)
{
    x->r.actor = x->kept.actor;
    db_look_again(x->r.db, &x->kept.looks);
    return finish(x, (struct reply){ .status = 200, .body = x->kept.body, .length = x->kept.length });
}

/* A page in the middle of which something was told once, or a case open for a reason, is made each time. */
static bool is_to_keep(const struct exchange *x, const struct reply *reply)
{
    const struct session *session = x->r.session;

    return x->has_key && reply->status == 200 && reply->type == NULL && reply->cookie == NULL
        && reply->download == NULL && !reply->lasting && db_failure(x->r.db) == DB_FINE
        && (session == NULL || session->message == NULL);
}

static void keep(struct exchange *x, const struct reply *reply)
{
    const struct session *session = x->r.session;
    const struct kept_page page = {
        .body = reply->body, .length = reply->length, .once = x->r.form_count == 0 ? NULL : x->r.once,
        .looks = db_looks(x->r.db, x->r.arena), .actor = x->r.actor,
        .fresh_until = session == NULL ? INSTANT_NEVER : session_fresh_until(session),
    };

    if (!page.looks.has_reason)
        kept_put(&x->key, &page);
}

static void check_kept(const struct exchange *x, const struct reply *reply)
{
    bool is_same = reply->status == 200 && reply->length == x->kept.length
                && memcmp(reply->body, x->kept.body, reply->length) == 0;

    if (!is_same)
        log_line(LOG_ERROR, "request %lld: %s was kept otherwise than it is", (long long)x->number, x->r.route->path);
    check(is_same);
}

static struct reply attempt(struct exchange *x)
{
    struct request *r = &x->r;
    struct reply reply;

    db_begin(r->db, r->method == POST ? DB_WRITE : DB_READ, r->arena, r->actor, r->now);
    db_set_request(r->db, x->number);
    if (!x->is_clock_read)
        db_refuse(r->db, DB_FAILED);
    if (kept_load(x) && !checks_kept)
        return kept_again(x);
    session_load(r, http_header(x->http, "Cookie"));
    db_set_actor(r->db, r->actor);
    reply = gate(x);
    if (!is_done(&reply) && db_failure(r->db) == DB_FINE)
        reply = handle_once(x);
    reply = finish(x, reply);
    if (checks_kept && x->kept.body != NULL)
        check_kept(x, &reply);
    else if (is_to_keep(x, &reply))
        keep(x, &reply);
    return reply;
}

/* Two writers may meet; the loser begins again, with nothing of the first attempt left. */
static struct reply attempts(struct exchange *x)
{
    const struct request fresh = x->r;
    struct held_lines held = { 0 };
    struct reply reply = attempt(x);

    for (int i = 1; i < ATTEMPTS_MAX && db_failure(x->r.db) == DB_CONFLICT; i++) {
        x->r = fresh;
        reply = attempt(x);
    }
    if (x->held.count > 0 && db_failure(x->r.db) == DB_FINE) {
        held = x->held;
        x->r = fresh;
        x->r.held = &held;
        reply = attempt(x);
        x->r.held = NULL;
    }
    return reply;
}

/* After the answer is made: the session was used, its message was shown. Rare, so that most pages
 * write nothing here. */
static void session_keep(struct exchange *x, const struct reply *reply)
{
    const struct session *session = x->r.session;
    struct request *r = &x->r;

    if (session == NULL || r->method != GET)
        return;
    bool is_shown = session->message != NULL && reply->status == 200 && reply->type == NULL;
    bool is_touch_due = session_is_touch_due(session);
    if (!is_shown && !is_touch_due)
        return;
    db_begin(r->db, DB_WRITE, r->arena, r->actor, r->now);
    db_set_unseen(r->db); /* A page with the message is not kept, and when somebody came last is on none. */
    if (is_shown)
        web_session_tell(r->db, NULL, NULL, (struct web_session_id){ session->id });
    if (is_touch_due)
        session_touch(r->db, session);
    db_commit(r->db);
}

static const struct http_header security_headers[] = {
    { "Content-Security-Policy",
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
      "base-uri 'none'; form-action 'self'; frame-ancestors 'none'" },
    { "X-Content-Type-Options", "nosniff" },
    { "Cross-Origin-Opener-Policy", "same-origin" },
    { "Cross-Origin-Resource-Policy", "same-origin" },
};

/* Behind a link the address itself is the secret: it goes nowhere, and no search engine keeps it. A browser that is
 * told so says "Origin: null" with its posts, so none is asked of them: who does not know the address cannot post. */
static void add_link_headers(const struct request *r, struct http_answer *answer)
{
    bool is_link = r != NULL && r->route != NULL && r->route->permission == MAY_LINK;

    http_answer_header(answer, "Referrer-Policy", is_link ? "no-referrer" : "same-origin");
    if (is_link)
        http_answer_header(answer, "X-Robots-Tag", "noindex, nofollow");
}

static void add_security_headers(struct http_answer *answer)
{
    for (size_t i = 0; i < sizeof security_headers / sizeof *security_headers; i++)
        http_answer_header(answer, security_headers[i].name, security_headers[i].value);
}

/* "attachment" with the name in both spellings that browsers know (RFC 6266). */
static const char *disposition(struct arena *arena, const char *name)
{
    struct text text = text_new(arena);

    text_add(&text, "attachment; filename*=UTF-8''");
    percent_encode(&text, name);
    return text_done(&text);
}

static void answer_fill(struct arena *arena, const struct request *r, const struct reply *reply, struct http_answer *answer)
{
    answer->status = reply->status;
    answer->body = reply->body;
    answer->length = reply->length;
    answer->is_constant = reply->lasting;
    http_answer_header(answer, "Content-Type", reply->type == NULL ? "text/html; charset=utf-8" : reply->type);
    http_answer_header(answer, "Cache-Control",
                       reply->lasting ? "public, max-age=31536000, immutable" : "no-store");
    add_security_headers(answer);
    add_link_headers(r, answer);
    if (reply->location != NULL)
        http_answer_header(answer, "Location", reply->location);
    if (reply->download != NULL)
        http_answer_header(answer, "Content-Disposition", disposition(arena, reply->download));
    if (reply->cookie != NULL)
        http_answer_header(answer, "Set-Cookie", reply->cookie);
}

static void asset_answer(const struct http_request *http, struct http_answer *answer)
{
    const struct asset *asset = asset_find(http->path);
    const char *encodings = http_header(http, "Accept-Encoding");
    struct reply reply = { .status = 404, .type = "text/plain; charset=utf-8" };

    if (asset != NULL) {
        bool is_packed = asset->gzip != NULL && encodings != NULL && strstr(encodings, "gzip") != NULL;
        reply = (struct reply){ .status = 200, .type = asset->type, .lasting = true };
        reply.body = (const char *)(is_packed ? asset->gzip : asset->bytes);
        reply.length = is_packed ? asset->gzip_length : asset->length;
        if (is_packed)
            http_answer_header(answer, "Content-Encoding", "gzip");
        http_answer_header(answer, "Vary", "Accept-Encoding");
    }
    answer_fill(NULL, NULL, &reply, answer);
}

static const char *const actor_words[ACTOR_KIND_COUNT] = { "nobody", "system", "staff", "citizen", "company" };
static const char *const method_words[] = { "GET", "POST" };

/* The route's pattern stands for the address, so that no name or number of a person is in the log. */
static void log_request(const struct exchange *x, const struct http_answer *answer, int64_t began)
{
    const struct request *r = &x->r;

    log_line(LOG_INFO, "request %lld: %s %s %d %lldus %zub %lld statements %s %lld", (long long)x->number, method_words[r->method],
             r->route == NULL ? "-" : r->route->path, answer->status,
             (long long)(clock_microseconds() - began), answer->length, (long long)x->statements,
             actor_words[r->actor.kind], (long long)r->actor.id);
}

static struct exchange exchange_begin(struct arena *arena, const struct http_request *http)
{
    const char *type = http_header(http, "Content-Type");
    struct exchange x = { .http = http, .number = ++request_number };

    x.r = (struct request){
        .arena = arena,
        .db = store,
        .method = http->method == HTTP_POST ? POST : GET,
        .path = http->path,
        .target = http->target,
        .now = demo_now(store, arena),
        .host = http->host,
        .client = http->client,
        .query = http->query,
        .body = http->body,
        .body_length = http->body_length,
        .content_type = type == NULL ? "" : type,
    };
    x.is_clock_read = !clock_may_be_moved() || db_failure(store) == DB_FINE;
    x.r.today = day_of_instant(x.r.now);
    x.r.route = route_find(&x.r);
    if (x.r.method == POST)
        x.fields = fields_read(&x);
    return x;
}

void serve(struct arena *arena, const struct http_request *http, struct http_answer *answer)
{
    int64_t began = clock_microseconds();

    if (text_starts(http->path, "/s/")) {
        asset_answer(http, answer);
        return;
    }
    struct exchange x = exchange_begin(arena, http);
    struct reply reply = attempts(&x);
    if (reply.after != NULL && reply.status < 400)
        reply.after(store, arena);
    session_keep(&x, &reply);
    answer_fill(arena, &x.r, &reply, answer);
    log_request(&x, answer, began);
}
