/* SPDX-License-Identifier: MIT
 * test_serve.c: the life of a request with three small pages of its own, on a real store, and a whole
 * server whose worker dies in the middle. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <event2/http.h>
#include <event2/keyvalq_struct.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>

#include "web/form.h"
#include "web/keeper.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/session.h"

enum { TIMES_COUNTED_AT = 41, PERSON = 7 };

static struct arena *arena;
static int times_handled;

static struct reply words(struct request *r, const char *plain)
{
    struct text text = text_new(r->arena);

    text_add(&text, plain);
    return reply_page(&text);
}

static struct reply open_get(struct request *r)
{
    return words(r, "open to all");
}

static struct reply enter_post(struct request *r)
{
    struct actor actor = { ACTOR_STAFF, PERSON, PERMISSION_BIT(MAY_CASE_READ) };
    struct reply reply = reply_see_other(r, "/inde");

    reply.cookie = session_begin(r, actor);
    return reply;
}

static struct reply leave_post(struct request *r)
{
    struct reply reply = reply_see_other(r, "/aaben");

    reply.cookie = session_end(r);
    return reply;
}

static struct reply inside_get(struct request *r)
{
    return words(r, arena_format(r->arena, "csrf=%s actor=%lld told=%s", session_csrf(r),
                                 (long long)r->actor.id, r->session->message == NULL ? "-" : r->session->message));
}

static struct reply inside_post(struct request *r)
{
    times_handled++;
    request_tell(r, "Det er gemt.", NULL);
    return reply_see_other(r, "/inde/%d", TIMES_COUNTED_AT + times_handled);
}

static struct reply number_get(struct request *r)
{
    return words(r, arena_format(r->arena, "id=%lld", (long long)request_id(r, "id")));
}

static struct reply new_get(struct request *r)
{
    return words(r, "the word wins");
}

static struct reply broken_post(struct request *r)
{
    request_tell(r, "Det her ses aldrig.", NULL);
    db_refuse(r->db, DB_FAILED);
    return reply_see_other(r, "/inde");
}

static struct reply link_post(struct request *r)
{
    times_handled++;
    return reply_same_page(r, "sendt=1");
}

static const struct route routes[] = {
    { GET, "/aaben", MAY_ANYONE, open_get },
    { POST, "/ind", MAY_ANYONE, enter_post },
    { POST, "/ud", MAY_LOGGED_IN, leave_post },
    { GET, "/inde", MAY_CASE_READ, inside_get },
    { POST, "/inde", MAY_CASE_READ, inside_post },
    { GET, "/inde/{id}", MAY_LOGGED_IN, number_get },
    { GET, "/inde/ny", MAY_LOGGED_IN, new_get },
    { GET, "/inde/{id}/mere", MAY_LOGGED_IN, number_get },
    { GET, "/ledelse", MAY_RESULT_READ, open_get },
    { POST, "/knust", MAY_LOGGED_IN, broken_post },
    { GET, "/v/{secret}", MAY_LINK, open_get },
    { POST, "/v/{secret}", MAY_LINK, link_post },
    { 0 },
};
static const struct feature test_feature = { .name = "test", .routes = routes };
const struct feature *const features[] = { &test_feature };
const size_t feature_count = 1;
const struct keeper_task keeper_tasks[] = { { 0 } };

/* A request by hand, with the headers that matter. */
struct asked {
    enum http_method method;
    const char *path, *body, *cookie, *origin, *site, *type;
};

static struct http_answer ask(struct asked asked)
{
    static struct evkeyvalq headers;
    const char *type = asked.type == NULL ? "application/x-www-form-urlencoded" : asked.type;
    struct http_request request = {
        .method = asked.method, .target = asked.path, .path = asked.path, .query = "", .host = "x.dk",
        .client = "", .body = asked.body == NULL ? "" : asked.body,
        .body_length = asked.body == NULL ? 0 : strlen(asked.body), .headers = &headers,
    };
    const struct http_header given[] = {
        { "Cookie", asked.cookie }, { "Origin", asked.origin }, { "Sec-Fetch-Site", asked.site }, { "Content-Type", type },
    };
    struct http_answer answer = { 0 };

    TAILQ_INIT(&headers);
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        if (given[i].value != NULL)
            evhttp_add_header(&headers, given[i].name, given[i].value);
    serve(arena, &request, &answer);
    evhttp_clear_headers(&headers);
    return answer;
}

static const char *header(const struct http_answer *answer, const char *name)
{
    for (size_t i = 0; i < answer->header_count; i++)
        if (text_is(answer->headers[i].name, name))
            return answer->headers[i].value;
    return "";
}

/* The Cookie header of somebody who has just logged in. */
static const char *enter(void)
{
    struct http_answer answer = ask((struct asked){ .method = HTTP_POST, .path = "/ind" });
    const char *cookie = header(&answer, "Set-Cookie");

    assert_int_equal(answer.status, 303);
    assert_non_null(strstr(cookie, "HttpOnly; SameSite=Lax"));
    return arena_copy(arena, cookie, strcspn(cookie, ";"));
}

static struct http_answer get(const char *path, const char *cookie)
{
    return ask((struct asked){ .method = HTTP_GET, .path = path, .cookie = cookie });
}

/* The page's text after `label`, up to a space. */
static const char *after(const struct http_answer *answer, const char *label)
{
    const char *at = strstr(answer->body, label);

    assert_non_null(at);
    at += strlen(label);
    return arena_copy(arena, at, strcspn(at, " "));
}

static const char *token(const char *cookie)
{
    struct http_answer answer = get("/inde", cookie);

    return after(&answer, "csrf=");
}

static int begin(void **state)
{
    static char folder[] = "/tmp/fodfaeste-serve-XXXXXX";
    static char name[64] = "sqlite:";
    const struct serve_options options = { .store = name };
    const char *why = "";

    (void)state;
    arena = arena_new(SERVE_ARENA_MAX);
    if (mkdtemp(folder) == NULL)
        return -1;
    memcpy(name + strlen(name), folder, sizeof folder);
    struct db *db = db_open(name, &why);
    bool is_ready = db != NULL && db_migrate(db, &why);
    db_close(db);
    if (is_ready && serve_start(&options, &why))
        return 0;
    print_error("%s\n", why);
    return -1;
}

static int end(void **state)
{
    (void)state;
    serve_end();
    arena_free(arena);
    return 0;
}

static void strangers_are_sent_to_log_in_or_find_nothing(void **state)
{
    (void)state;
    struct http_answer open = get("/aaben", NULL), inside = get("/inde/5", NULL), none = get("/findes-ikke", NULL);
    assert_int_equal(open.status, 200);
    assert_int_equal(inside.status, 303);
    assert_string_equal(header(&inside, "Location"), "/log-ind?efter=%2Finde%2F5");
    assert_int_equal(none.status, 404);
    assert_int_equal(get("/inde", "fodfaeste=0123").status, 303);
}

static void a_session_lasts_and_ends(void **state)
{
    const char *cookie = enter();
    struct http_answer inside = get("/inde", cookie);

    (void)state;
    assert_int_equal(inside.status, 200);
    assert_string_equal(after(&inside, "actor="), "7");
    const char *body = arena_format(arena, "csrf=%s&once=%s", token(cookie), session_random(arena));
    struct http_answer left = ask((struct asked){ .method = HTTP_POST, .path = "/ud", .cookie = cookie, .body = body });
    assert_int_equal(left.status, 303);
    assert_int_equal(get("/inde", cookie).status, 303);
}

static void a_missing_permission_looks_like_a_missing_page(void **state)
{
    const char *cookie = enter();
    struct http_answer forbidden = get("/ledelse", cookie);
    const char *body = arena_copy(arena, forbidden.body, forbidden.length);
    struct http_answer missing = get("/findes-ikke", cookie);

    (void)state;
    assert_int_equal(forbidden.status, 404);
    assert_int_equal(missing.status, 404);
    assert_int_equal(missing.length, strlen(body));
}

static void pages_carry_the_security_headers(void **state)
{
    struct http_answer page = get("/aaben", NULL);

    (void)state;
    assert_string_equal(header(&page, "Cache-Control"), "no-store");
    assert_string_equal(header(&page, "X-Content-Type-Options"), "nosniff");
    assert_non_null(strstr(header(&page, "Content-Security-Policy"), "frame-ancestors 'none'"));
    assert_null(strstr(header(&page, "Content-Security-Policy"), "unsafe"));
}

static void forms_from_elsewhere_are_refused(void **state)
{
    const char *cookie = enter();
    const char *good = arena_format(arena, "csrf=%s&once=%s", token(cookie), session_random(arena));
    struct asked post = { .method = HTTP_POST, .path = "/inde", .cookie = cookie, .body = good };
    int before = times_handled;

    (void)state;
    post.origin = "https://evil.dk";
    assert_int_equal(ask(post).status, 403);
    post.origin = NULL;
    post.site = "cross-site";
    assert_int_equal(ask(post).status, 403);
    post.site = "same-origin";
    post.body = "csrf=00";
    assert_int_equal(ask(post).status, 403);
    post.body = "a=b";
    assert_int_equal(ask(post).status, 403);
    post.body = "a=%00";
    assert_int_equal(ask(post).status, 400);
    post.body = "{}";
    post.type = "application/json";
    assert_int_equal(ask(post).status, 415);
    assert_int_equal(times_handled, before);

    post.type = NULL;
    post.body = good;
    post.origin = "https://x.dk";
    assert_int_equal(ask(post).status, 303);
    assert_int_equal(times_handled, before + 1);
}

static void a_second_post_answers_as_the_first(void **state)
{
    const char *cookie = enter();
    const char *body = arena_format(arena, "csrf=%s&once=%s", token(cookie), session_random(arena));
    struct asked post = { .method = HTTP_POST, .path = "/inde", .cookie = cookie, .body = body };
    int before = times_handled;

    (void)state;
    struct http_answer first = ask(post);
    const char *location = arena_dup(arena, header(&first, "Location"));
    struct http_answer second = ask(post);
    assert_int_equal(second.status, 303);
    assert_string_equal(header(&second, "Location"), location);
    assert_int_equal(times_handled, before + 1);
}

static void what_is_told_is_shown_once(void **state)
{
    const char *cookie = enter();
    const char *body = arena_format(arena, "csrf=%s&once=%s", token(cookie), session_random(arena));

    (void)state;
    ask((struct asked){ .method = HTTP_POST, .path = "/inde", .cookie = cookie, .body = body });
    struct http_answer page = get("/inde", cookie);
    assert_non_null(strstr(page.body, "told=Det er gemt."));
    page = get("/inde", cookie);
    assert_non_null(strstr(page.body, "told=-"));
}

static void a_failure_stores_nothing_and_gives_its_number(void **state)
{
    const char *cookie = enter();
    const char *body = arena_format(arena, "csrf=%s&once=%s", token(cookie), session_random(arena));
    struct http_answer broken = ask((struct asked){ .method = HTTP_POST, .path = "/knust", .cookie = cookie, .body = body });

    (void)state;
    assert_int_equal(broken.status, 500);
    assert_non_null(strstr(broken.body, "Fejlnummer "));
    struct http_answer page = get("/inde", cookie);
    assert_non_null(strstr(page.body, "told=-"));
}

static void words_win_over_parameters_but_do_not_hide_them(void **state)
{
    static const struct {
        const char *path, *words; /* NULL: not found. */
    } cases[] = {
        { "/inde/12", "id=12" },  { "/inde/ny", "the word wins" }, { "/inde/ny/mere", "id=0" },
        { "/inde/012", "id=0" },  { "/inde/-1", "id=0" },          { "/inde/12x", "id=0" },
        { "/inde/9/mere", "id=9" }, { "/inde/", NULL },            { "/inde//mere", NULL },
        { "/inde/9/mere/x", NULL }, { "/a/b/c/d/e/f/g/h/i/j/k/l/m/n", NULL },
    };
    const char *cookie = enter();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct http_answer answer = get(cases[i].path, cookie);
        assert_int_equal(answer.status, cases[i].words == NULL ? 404 : 200);
        if (cases[i].words != NULL)
            assert_string_equal(answer.body, cases[i].words);
    }
}

/* A browser that may tell nobody where it was says "Origin: null" with its posts. */
static void behind_a_link_the_address_goes_nowhere(void **state)
{
    int before = times_handled;
    struct asked post = { .method = HTTP_POST, .path = "/v/abc", .body = "once=link-1", .origin = "null" };

    (void)state;
    struct http_answer page = ask((struct asked){ .method = HTTP_GET, .path = "/v/abc" }), other = ask((struct asked){ .method = HTTP_GET, .path = "/aaben" });
    assert_string_equal(header(&page, "Referrer-Policy"), "no-referrer");
    assert_string_equal(header(&other, "Referrer-Policy"), "same-origin");
    struct http_answer first = ask(post), second = ask(post);
    assert_int_equal(first.status, 303);
    assert_string_equal(header(&first, "Location"), "?sendt=1");
    assert_int_equal(second.status, 303);
    assert_string_equal(header(&second, "Location"), "?sendt=1");
    assert_int_equal(times_handled, before + 1);
    post.body = "a=b";
    assert_int_equal(ask(post).status, 403);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strangers_are_sent_to_log_in_or_find_nothing),
        cmocka_unit_test(a_session_lasts_and_ends),
        cmocka_unit_test(a_missing_permission_looks_like_a_missing_page),
        cmocka_unit_test(pages_carry_the_security_headers),
        cmocka_unit_test(forms_from_elsewhere_are_refused),
        cmocka_unit_test(a_second_post_answers_as_the_first),
        cmocka_unit_test(what_is_told_is_shown_once),
        cmocka_unit_test(a_failure_stores_nothing_and_gives_its_number),
        cmocka_unit_test(words_win_over_parameters_but_do_not_hide_them),
        cmocka_unit_test(behind_a_link_the_address_goes_nowhere),
    };

    return cmocka_run_group_tests(tests, begin, end);
}
