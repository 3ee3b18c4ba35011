/* SPDX-License-Identifier: MIT
 * test_http.c: what the HTTP adapter lets through, over a raw socket, one malformed request a row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "web/http.h"
#include "web/listen.h"

enum { ANSWER_SIZE = 64 * 1024, ARENA_SIZE = 16 << 20, WAIT_SECONDS = 5 };

static char address[100];
static pid_t server;

/* Says back what it understood. */
static void echo(struct arena *arena, const struct http_request *request, struct http_answer *answer)
{
    struct text text = text_new(arena);

    text_add_format(&text, "method=%d path=%s query=%s body=", request->method, request->path, request->query);
    text_add_bytes(&text, request->body, request->body_length);
    answer->status = 200;
    answer->body = text_done(&text);
    answer->length = text.length;
    http_answer_header(answer, "Content-Type", "text/plain");
}

static int server_begin(void **state)
{
    const char *why = "";
    int listening = listen_open("127.0.0.1:0", address, sizeof address, &why);

    (void)state;
    if (listening < 0)
        return -1;
    server = fork();
    if (server == 0) {
        http_run(http_new(listening, arena_new(ARENA_SIZE), echo));
        _exit(0);
    }
    close(listening);
    return server < 0 ? -1 : 0;
}

static int server_end(void **state)
{
    int status;

    (void)state;
    kill(server, SIGTERM);
    return waitpid(server, &status, 0) == server && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : -1;
}

static int dial(void)
{
    struct sockaddr_in to = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    const struct timeval wait = { .tv_sec = WAIT_SECONDS };
    int dialled = socket(AF_INET, SOCK_STREAM, 0);

    to.sin_port = htons((uint16_t)strtol(strrchr(address, ':') + 1, NULL, 10));
    setsockopt(dialled, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    assert_int_equal(connect(dialled, (const struct sockaddr *)&to, sizeof to), 0);
    return dialled;
}

/* Sends bytes, closes the sending side, and reads until the server closes. */
static const char *exchange(const char *bytes, size_t length)
{
    static char answer[ANSWER_SIZE];
    size_t have = 0;
    int dialled = dial();

    while (length > 0) {
        ssize_t sent = send(dialled, bytes, length, MSG_NOSIGNAL);
        if (sent <= 0)
            break;
        bytes += sent;
        length -= (size_t)sent;
    }
    for (;;) {
        ssize_t got = recv(dialled, answer + have, sizeof answer - 1 - have, 0);
        if (got <= 0)
            break;
        have += (size_t)got;
    }
    close(dialled);
    answer[have] = 0;
    return answer;
}

/* The status of the first answer; 0 when the connection was closed without one. */
static int status_of(const char *answer)
{
    return strncmp(answer, "HTTP/1.", 7) == 0 ? (int)strtol(answer + 9, NULL, 10) : 0;
}

#define END "Connection: close\r\n\r\n"
#define HOST "Host: x\r\n"

static const struct {
    const char *about, *bytes;
    size_t length; /* 0: as long as the text. */
    int status;
} cases[] = {
    { "plain", "GET /a?b=c HTTP/1.1\r\n" HOST END, 0, 200 },
    { "HTTP/1.0 with host", "GET / HTTP/1.0\r\n" HOST "\r\n", 0, 200 },
    { "head", "HEAD / HTTP/1.1\r\n" HOST END, 0, 200 },
    { "Danish letters", "GET /sp%C3%B8rg HTTP/1.1\r\n" HOST END, 0, 200 },
    { "no host", "GET / HTTP/1.1\r\n" END, 0, 400 },
    { "two hosts", "GET / HTTP/1.1\r\n" HOST "Host: y\r\n" END, 0, 400 },
    { "put", "PUT / HTTP/1.1\r\n" HOST "Content-Length: 0\r\n" END, 0, 405 },
    { "delete", "DELETE / HTTP/1.1\r\n" HOST END, 0, 405 },
    { "trace", "TRACE / HTTP/1.1\r\n" HOST END, 0, 405 },
    { "absolute form", "GET http://x/a HTTP/1.1\r\n" HOST END, 0, 400 },
    { "fragment", "GET /a#b HTTP/1.1\r\n" HOST END, 0, 400 },
    { "NUL in path", "GET /a%00b HTTP/1.1\r\n" HOST END, 0, 400 },
    { "line break in path", "GET /a%0d%0ab HTTP/1.1\r\n" HOST END, 0, 400 },
    { "NUL in query", "GET /a?b=%00 HTTP/1.1\r\n" HOST END, 0, 400 },
    { "half a percent pair", "GET /a%4 HTTP/1.1\r\n" HOST END, 0, 400 },
    { "no percent pair", "GET /a%zz HTTP/1.1\r\n" HOST END, 0, 400 },
    { "path not UTF-8", "GET /a%ff HTTP/1.1\r\n" HOST END, 0, 400 },
    { "overlong UTF-8", "GET /%c0%af HTTP/1.1\r\n" HOST END, 0, 400 },
    { "query not UTF-8", "GET /a?b=%e6 HTTP/1.1\r\n" HOST END, 0, 400 },
    { "control byte in a value", "GET / HTTP/1.1\r\n" HOST "X: a\x01" "b\r\n" END, 0, 400 },
    { "NUL in a value (cut there by evhttp)", "GET / HTTP/1.1\r\n" HOST "X: a\0b\r\n" END, 54, 200 },
    { "space before the colon", "GET / HTTP/1.1\r\n" HOST "X : a\r\n" END, 0, 400 },
    { "two equal lengths", "POST / HTTP/1.1\r\n" HOST "Content-Length: 1\r\nContent-Length: 1\r\n" END "a", 0, 400 },
    { "two lengths", "POST / HTTP/1.1\r\n" HOST "Content-Length: 1\r\nContent-Length: 2\r\n" END "aa", 0, 400 },
    { "length with sign", "POST / HTTP/1.1\r\n" HOST "Content-Length: +1\r\n" END "a", 0, 400 },
    { "negative length", "POST / HTTP/1.1\r\n" HOST "Content-Length: -1\r\n" END "a", 0, 400 },
    { "length and chunks", "POST / HTTP/1.1\r\n" HOST "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n" END "0\r\n\r\n", 0, 400 },
    { "post", "POST / HTTP/1.1\r\n" HOST "Content-Length: 3\r\n" END "a=b", 0, 200 },
    { "chunked post", "POST / HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n" END "3\r\na=b\r\n0\r\n\r\n", 0, 200 },
    { "body too large", "POST / HTTP/1.1\r\n" HOST "Content-Length: 6291457\r\n" END "a", 0, 413 },
};

static void each_request_gets_its_status(void **state)
{
    int wrong = 0;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length = cases[i].length == 0 ? strlen(cases[i].bytes) : cases[i].length;
        int status = status_of(exchange(cases[i].bytes, length));
        if (status != cases[i].status) {
            print_error("%s: %d, not %d\n", cases[i].about, status, cases[i].status);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

static void the_handler_gets_decoded_path_and_raw_query(void **state)
{
    static const char get[] = "GET /sp%C3%B8rg+/a?b=%C3%A6+c HTTP/1.1\r\n" HOST END;
    static const char post[] = "POST /x HTTP/1.1\r\n" HOST "Content-Length: 5\r\n" END "a=b+c";

    (void)state;
    assert_non_null(strstr(exchange(get, sizeof get - 1), "method=0 path=/spørg+/a query=b=%C3%A6+c body="));
    assert_non_null(strstr(exchange(post, sizeof post - 1), "method=2 path=/x query= body=a=b+c"));
}

static void a_head_has_the_length_and_no_body(void **state)
{
    static const char head[] = "HEAD / HTTP/1.1\r\n" HOST END;
    const char *answer = exchange(head, sizeof head - 1);

    (void)state;
    assert_non_null(strstr(answer, "Content-Length: 28"));
    assert_null(strstr(answer, "method="));
}

/* Fills a request of a chosen size around `pad_length` letters. */
static int status_padded(const char *before, size_t pad_length, const char *after)
{
    struct arena *arena = arena_new(ARENA_SIZE);
    struct text text = text_new(arena);
    int status;

    text_add(&text, before);
    for (size_t i = 0; i < pad_length; i++)
        text_add_char(&text, 'a');
    text_add(&text, after);
    status = status_of(exchange(text_done(&text), text.length));
    arena_free(arena);
    return status;
}

static void sizes_have_limits(void **state)
{
    (void)state;
    assert_int_equal(status_padded("GET /", 4000, " HTTP/1.1\r\n" HOST END), 200);
    assert_int_equal(status_padded("GET /", 5000, " HTTP/1.1\r\n" HOST END), 414);
    assert_int_equal(status_padded("GET / HTTP/1.1\r\n" HOST "X: ", 8000, "\r\n" END), 200);
    int status = status_padded("GET / HTTP/1.1\r\n" HOST "X: ", 40000, "\r\n" END);
    assert_true(status == 0 || status == 400 || status == 413 || status == 431);
}

static void two_requests_share_a_connection(void **state)
{
    static const char two[] = "GET /one HTTP/1.1\r\n" HOST "\r\nGET /two HTTP/1.1\r\n" HOST END;
    const char *answer = exchange(two, sizeof two - 1);

    (void)state;
    assert_non_null(strstr(answer, "path=/one"));
    assert_non_null(strstr(answer, "path=/two"));
}

static void a_refused_request_ends_the_connection(void **state)
{
    static const char two[] = "GET /%00 HTTP/1.1\r\n" HOST "\r\nGET /two HTTP/1.1\r\n" HOST END;
    const char *answer = exchange(two, sizeof two - 1);

    (void)state;
    assert_int_equal(status_of(answer), 400);
    assert_null(strstr(answer, "path=/two"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_request_gets_its_status),
        cmocka_unit_test(the_handler_gets_decoded_path_and_raw_query),
        cmocka_unit_test(a_head_has_the_length_and_no_body),
        cmocka_unit_test(sizes_have_limits),
        cmocka_unit_test(two_requests_share_a_connection),
        cmocka_unit_test(a_refused_request_ends_the_connection),
    };

    return cmocka_run_group_tests(tests, server_begin, server_end);
}
