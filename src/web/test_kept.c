/* SPDX-License-Identifier: MIT
 * test_kept.c: a kept page is never an old one, never somebody else's, and is in the access log each time it is
 * given. The first tests ask the ring alone, the others the whole life of a request on a real store. */
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
#include <sys/wait.h>
#include <unistd.h>

#include "citizen_sql.h"
#include "web/clock.h"
#include "web/form.h"
#include "web/keeper.h"
#include "web/kept.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/session.h"
#include "web_sql.h"

enum { RING = 64 << 10, NOON = 1796119920, ONE = 7, OTHER = 8 };

static struct arena *arena;
static char store_name[64] = "sqlite:";
static int times_made;

/* --- the ring alone --- */

static const char once_first[] = "111111111111111111111111", once_later[] = "222222222222222222222222";

static struct kept_key key_of(const char *cookies, const char *target, int64_t changes)
{
    return kept_key_of(cookies, target, NOON, (struct db_state){ changes, 1 });
}

static void put(const struct kept_key *key, const char *body)
{
    kept_put(key, &(struct kept_page){
        .body = body, .length = strlen(body), .once = once_first, .fresh_until = INSTANT_NEVER });
}

/* The body found under the key, or "". */
static const char *found(const struct kept_key *key)
{
    struct kept_page page;

    return kept_find(arena, key, NOON, once_later, &page) ? arena_copy(arena, page.body, page.length) : "";
}

static void a_page_is_found_under_its_own_key_only(void **state)
{
    (void)state;
    kept_start(RING);
    const struct kept_key key = key_of("fodfaeste=a; sprog=da", "/borger/1?x=1", 5);
    put(&key, "side");
    assert_string_equal(found(&key), "side");
    const struct kept_key others[] = {
        key_of("fodfaeste=b; sprog=da", "/borger/1?x=1", 5), key_of("fodfaeste=a; sprog=en", "/borger/1?x=1", 5),
        key_of("fodfaeste=a; sprog=da", "/borger/1?x=2", 5), key_of("fodfaeste=a; sprog=da", "/borger/1?x=1", 6),
        key_of("fodfaeste=a; sprog=da/", "borger/1?x=1", 5), key_of(NULL, "/borger/1?x=1", 5),
        kept_key_of("fodfaeste=a; sprog=da", "/borger/1?x=1", NOON + 60, (struct db_state){ 5, 1 }),
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_string_equal(found(&others[i]), "");
}

static void a_page_that_shows_the_access_log_is_old_after_a_look(void **state)
{
    struct kept_key key = key_of("a", "/log", 5);
    const struct kept_page page = {
        .body = "side", .length = 4, .looks = { .shows_access_log = true }, .fresh_until = INSTANT_NEVER };

    (void)state;
    kept_start(RING);
    kept_put(&key, &page);
    assert_string_equal(found(&key), "side");
    key.state.log_length++;
    assert_string_equal(found(&key), "");
}

static void a_page_is_not_given_when_the_session_must_be_looked_at(void **state)
{
    const struct kept_key key = key_of("a", "/", 5);
    struct kept_page page = { .body = "side", .length = 4, .fresh_until = NOON };

    (void)state;
    kept_start(RING);
    kept_put(&key, &page);
    assert_string_equal(found(&key), "");
    page.fresh_until = NOON + 1;
    kept_put(&key, &page);
    assert_string_equal(found(&key), "side");
}

static void forms_get_new_keys(void **state)
{
    const struct kept_key key = key_of("a", "/", 5);
    const char *was = arena_format(arena, "<%s00><%s01>%s", once_first, once_first, once_first);

    (void)state;
    kept_start(RING);
    put(&key, was);
    assert_string_equal(found(&key), arena_format(arena, "<%s00><%s01>%s", once_later, once_later, once_later));
}

/* Many pages of all lengths through a small ring: each is found whole or not at all. */
static void what_is_overwritten_is_not_found(void **state)
{
    enum { PAGES = 3000, LONGEST = RING / 8 - 400 };
    char *long_body = arena_alloc(arena, LONGEST + 1);
    int found_count = 0;

    (void)state;
    kept_start(RING);
    for (int i = 0; i < PAGES; i++) {
        size_t length = (size_t)i * 7919 % LONGEST;
        struct kept_key key = key_of("a", arena_format(arena, "/%d", i), 5);
        memset(long_body, 'a' + i % 26, length);
        long_body[length] = 0;
        kept_put(&key, &(struct kept_page){ .body = long_body, .length = length, .fresh_until = INSTANT_NEVER });
        for (int j = i < 40 ? 0 : i - 40; j <= i; j++) {
            struct kept_key asked = key_of("a", arena_format(arena, "/%d", j), 5);
            struct kept_page page;
            if (!kept_find(arena, &asked, NOON, once_later, &page))
                continue;
            found_count++;
            assert_int_equal(page.length, (size_t)j * 7919 % LONGEST);
            for (size_t k = 0; k < page.length; k++)
                assert_int_equal(page.body[k], 'a' + j % 26);
        }
        if (i % 50 == 0) {
            arena_reset(arena);
            long_body = arena_alloc(arena, LONGEST + 1);
        }
    }
    assert_true(found_count > PAGES); /* The newest at least, and some before it. */
}

static void nothing_is_kept_without_room(void **state)
{
    const struct kept_key key = key_of("a", "/", 5);
    char *body = arena_alloc(arena, RING);

    (void)state;
    memset(body, 'a', RING - 1);
    kept_start(RING);
    put(&key, body);
    assert_string_equal(found(&key), "");
    kept_start(0);
    put(&key, "side");
    assert_string_equal(found(&key), "");
}

/* --- the life of a request --- */

static struct reply words(struct request *r, const char *plain)
{
    struct text text = text_new(r->arena);

    times_made++;
    text_add(&text, plain);
    return reply_page(&text);
}

static struct reply enter(struct request *r, int64_t person)
{
    struct actor actor = { ACTOR_STAFF, person, PERMISSION_BIT(MAY_CASE_READ) };
    struct reply reply = reply_see_other(r, "/inde");

    reply.cookie = session_begin(r, actor);
    return reply;
}

static struct reply one_post(struct request *r)
{
    return enter(r, ONE);
}

static struct reply other_post(struct request *r)
{
    return enter(r, OTHER);
}

static struct reply inside_get(struct request *r)
{
    struct form form = form_new(r), second = form_new(r);

    return words(r, arena_format(r->arena, "csrf=%s actor=%lld language=%s ahead=%lld told=%s once=%s second=%s ",
                                 session_csrf(r), (long long)r->actor.id, language_codes[r->language],
                                 (long long)web_clock_ahead(r->db),
                                 r->session->message == NULL ? "-" : r->session->message, form.once, second.once));
}

static struct reply citizen_get(struct request *r)
{
    return words(r, citizen_cpr_start(r->db, (struct citizen_id){ request_id(r, "id") }) == NULL ? "-" : "der");
}

static struct reply change_post(struct request *r)
{
    web_clock_set(r->db, web_clock_ahead(r->db) + 1);
    return reply_see_other(r, "/inde");
}

static struct reply tell_post(struct request *r)
{
    request_tell(r, "Gemt.", NULL);
    return reply_see_other(r, "/inde");
}

static struct reply english_post(struct request *r)
{
    struct reply reply = reply_see_other(r, "/inde");

    reply.cookie = session_set_language(r, LANGUAGE_EN);
    return reply;
}

static const struct route routes[] = {
    { POST, "/ind/1", MAY_ANYONE, one_post },         { POST, "/ind/2", MAY_ANYONE, other_post },
    { GET, "/inde", MAY_CASE_READ, inside_get },      { GET, "/borger/{id}", MAY_CASE_READ, citizen_get },
    { POST, "/andet", MAY_LOGGED_IN, change_post },   { POST, "/sig", MAY_LOGGED_IN, tell_post },
    { POST, "/engelsk", MAY_LOGGED_IN, english_post }, { 0 },
};
static const struct feature test_feature = { .name = "test", .routes = routes };
const struct feature *const features[] = { &test_feature };
const size_t feature_count = 1;
const struct keeper_task keeper_tasks[] = { { 0 } };

static struct http_answer ask(enum http_method method, const char *path, const char *cookie, const char *body)
{
    static struct evkeyvalq headers;
    struct http_request request = {
        .method = method, .target = path, .path = path, .query = "", .host = "x.dk", .client = "",
        .body = body, .body_length = strlen(body), .headers = &headers,
    };
    struct http_answer answer = { 0 };

    TAILQ_INIT(&headers);
    evhttp_add_header(&headers, "Content-Type", "application/x-www-form-urlencoded");
    if (cookie != NULL)
        evhttp_add_header(&headers, "Cookie", cookie);
    serve(arena, &request, &answer);
    evhttp_clear_headers(&headers);
    return answer;
}

/* The page's text after a label, up to a space. */
static const char *part(const char *page, const char *label)
{
    const char *at = strstr(page, label);

    assert_non_null(at);
    at += strlen(label);
    return arena_copy(arena, at, strcspn(at, " "));
}

static const char *inside(const char *cookie)
{
    struct http_answer answer = ask(HTTP_GET, "/inde", cookie, "");

    assert_int_equal(answer.status, 200);
    return arena_copy(arena, answer.body, answer.length);
}

static const char *log_in(const char *path)
{
    struct http_answer answer = ask(HTTP_POST, path, NULL, "");

    for (size_t i = 0; i < answer.header_count; i++)
        if (text_is(answer.headers[i].name, "Set-Cookie"))
            return arena_copy(arena, answer.headers[i].value, strcspn(answer.headers[i].value, ";"));
    fail();
    return NULL;
}

static void post(const char *path, const char *cookie, const char *csrf)
{
    struct http_answer answer = ask(HTTP_POST, path, cookie, arena_format(arena, "csrf=%s&once=%s", csrf, session_random(arena)));

    assert_int_equal(answer.status, 303);
}

static int begin_store(void **state)
{
    static char folder[] = "/tmp/fodfaeste-kept-XXXXXX";
    const char *why = "";

    (void)state;
    if (mkdtemp(folder) == NULL)
        return -1;
    memcpy(store_name + strlen(store_name), folder, sizeof folder);
    clock_start(CLOCK_FIXED, NOON);
    struct db *db = db_open(store_name, &why);
    bool is_ready = db != NULL && db_migrate(db, &why);
    db_close(db);
    return is_ready ? 0 : -1;
}

static int begin(void **state)
{
    const struct serve_options options = { .store = store_name, .kept_bytes = RING };
    const char *why = "";

    (void)state;
    return serve_start(&options, &why) ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    serve_end();
    return 0;
}

static void a_page_is_made_once_and_given_again(void **state)
{
    const char *cookie = log_in("/ind/1"), *first = inside(cookie);
    int before = times_made;

    (void)state;
    const char *again = inside(cookie), *third = inside(cookie);
    assert_int_equal(times_made, before);
    assert_string_equal(part(again, "csrf="), part(first, "csrf="));
    /* Each form has a key of its own, and each answer others. */
    assert_string_not_equal(part(again, "once="), part(first, "once="));
    assert_string_not_equal(part(again, "once="), part(third, "once="));
    assert_string_not_equal(part(again, "once="), part(again, "second="));
    assert_int_equal(strlen(part(again, "second=")), 32);
}

static void nobody_gets_the_page_of_somebody_else(void **state)
{
    const char *one = log_in("/ind/1"), *other = log_in("/ind/2");

    (void)state;
    for (int i = 0; i < 3; i++) {
        assert_string_equal(part(inside(one), "actor="), "7");
        assert_string_equal(part(inside(other), "actor="), "8");
        assert_int_equal(ask(HTTP_GET, "/inde", NULL, "").status, 303);
        assert_int_equal(ask(HTTP_GET, "/inde", "fodfaeste=00", "").status, 303);
    }
    const char *danish = inside(one);
    assert_string_equal(part(danish, "language="), "da");
    post("/engelsk", one, part(danish, "csrf="));
    assert_string_equal(part(inside(one), "language="), "en");
    assert_string_equal(part(inside(other), "language="), "da");
}

static void a_write_is_seen_in_the_next_answer(void **state)
{
    const char *cookie = log_in("/ind/1"), *page = inside(cookie);
    int64_t ahead;

    (void)state;
    assert_true(text_to_int(part(page, "ahead="), &ahead));
    for (int i = 0; i < 20; i++) {
        inside(cookie);
        post("/andet", cookie, part(page, "csrf="));
        assert_string_equal(part(inside(cookie), "ahead="), arena_format(arena, "%lld", (long long)ahead + i + 1));
    }
}

/* What another process does to the store: a worker, the keeper, an import. */
static void in_another_process(void (*act)(struct db *db))
{
    pid_t child = fork();
    int status = -1;

    if (child == 0) {
        const char *why;
        struct db *db = db_open(store_name, &why);
        db_begin(db, DB_WRITE, arena, actor_system, NOON);
        act(db);
        _exit(db_commit(db) ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static void change(struct db *db)
{
    web_clock_set(db, web_clock_ahead(db) + 1000);
}

static void end_sessions(struct db *db)
{
    session_end_all(db, (struct actor){ ACTOR_STAFF, ONE, 0 });
}

static void take_permissions(struct db *db)
{
    session_change_permissions(db, (struct actor){ ACTOR_STAFF, ONE, 0 });
}

static void a_write_of_another_process_is_seen_in_the_next_answer(void **state)
{
    const char *cookie = log_in("/ind/1");
    int64_t before, after;

    (void)state;
    assert_true(text_to_int(part(inside(cookie), "ahead="), &before));
    in_another_process(change);
    assert_true(text_to_int(part(inside(cookie), "ahead="), &after));
    assert_int_equal(after, before + 1000);
    in_another_process(take_permissions);
    assert_int_equal(ask(HTTP_GET, "/inde", cookie, "").status, 404);
    cookie = log_in("/ind/1");
    inside(cookie);
    in_another_process(end_sessions);
    assert_int_equal(ask(HTTP_GET, "/inde", cookie, "").status, 303);
}

static void what_is_told_is_told_once(void **state)
{
    const char *cookie = log_in("/ind/1"), *page = inside(cookie);

    (void)state;
    post("/sig", cookie, part(page, "csrf="));
    assert_string_equal(part(inside(cookie), "told="), "Gemt.");
    assert_string_equal(part(inside(cookie), "told="), "-");
    assert_string_equal(part(inside(cookie), "told="), "-");
}

static void the_access_log_counts_every_look(void **state)
{
    enum { LOOKS = 5 };
    const char *cookie = log_in("/ind/1"), *why;
    struct db *db = db_open(store_name, &why);
    int before = times_made;
    int64_t first_bad;

    (void)state;
    assert_true(db_access_ingest(db) >= 0);
    for (int i = 0; i < LOOKS; i++)
        assert_int_equal(ask(HTTP_GET, "/borger/1", cookie, "").status, 200);
    assert_int_equal(times_made, before + 1);
    assert_int_equal(db_access_ingest(db), LOOKS);
    assert_true(db_access_verify(db, &first_bad));

    db_begin(db, DB_READ, arena, actor_system, NOON);
    struct db_state end_of_log;
    assert_true(db_state_load(db, &end_of_log));
    assert_int_equal(end_of_log.log_length, LOOKS);
    db_rollback(db);
    /* Taking looks into the log changes no page but those that show it. */
    ask(HTTP_GET, "/borger/1", cookie, "");
    assert_int_equal(times_made, before + 1);
    assert_int_equal(db_access_ingest(db), 1);
    db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_found_under_its_own_key_only),
        cmocka_unit_test(a_page_that_shows_the_access_log_is_old_after_a_look),
        cmocka_unit_test(a_page_is_not_given_when_the_session_must_be_looked_at),
        cmocka_unit_test(forms_get_new_keys),
        cmocka_unit_test(what_is_overwritten_is_not_found),
        cmocka_unit_test(nothing_is_kept_without_room),
        cmocka_unit_test_setup_teardown(a_page_is_made_once_and_given_again, begin, end),
        cmocka_unit_test_setup_teardown(nobody_gets_the_page_of_somebody_else, begin, end),
        cmocka_unit_test_setup_teardown(a_write_is_seen_in_the_next_answer, begin, end),
        cmocka_unit_test_setup_teardown(a_write_of_another_process_is_seen_in_the_next_answer, begin, end),
        cmocka_unit_test_setup_teardown(what_is_told_is_told_once, begin, end),
        cmocka_unit_test_setup_teardown(the_access_log_counts_every_look, begin, end),
    };

    arena = arena_new(SERVE_ARENA_MAX);
    int failed = cmocka_run_group_tests(tests, begin_store, NULL);
    kept_end();
    arena_free(arena);
    return failed;
}
