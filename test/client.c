/* SPDX-License-Identifier: MIT
 * client.c: HTTP/1.1 with one connection a request, which is all that a journey needs. */
#include "client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/text.h"

enum { PIECE_SIZE = 16 * 1024, WAIT_SECONDS = 30 };

static int dial(int port)
{
    struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    const struct timeval wait = { .tv_sec = WAIT_SECONDS };
    int dialled = socket(AF_INET, SOCK_STREAM, 0);

    setsockopt(dialled, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    if (connect(dialled, (const struct sockaddr *)&to, sizeof to) == 0)
        return dialled;
    close(dialled);
    return -1;
}

const char *client_form_type(const char *form)
{
    return text_starts(form, "--" CLIENT_BOUNDARY) ? "multipart/form-data; boundary=" CLIENT_BOUNDARY
                                                   : "application/x-www-form-urlencoded";
}

static struct text request_text(struct arena *arena, const struct client *client, int port, const char *path, const char *form)
{
    const char *type = client_form_type(form == NULL ? "" : form);
    struct text text = text_new(arena);
    const char *before = "Cookie: ";

    text_add_format(&text, "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n", form == NULL ? "GET" : "POST", path, port);
    for (int i = 0; i < CLIENT_COOKIES_MAX; i++) {
        if (client->cookies[i][0] == 0)
            continue;
        text_add_format(&text, "%s%s", before, client->cookies[i]);
        before = "; ";
    }
    if (before[0] == ';')
        text_add(&text, "\r\n");
    if (form != NULL)
        text_add_format(&text, "Origin: http://127.0.0.1:%d\r\nContent-Type: %s\r\n"
                               "Content-Length: %zu\r\n\r\n%s", port, type, strlen(form), form);
    else
        text_add(&text, "\r\n");
    return text;
}

void client_keep_cookie(struct client *client, const char *value)
{
    size_t name_length = strcspn(value, "="), length = strcspn(value, ";\r\n");
    int free_place = -1;

    for (int i = CLIENT_COOKIES_MAX - 1; i >= 0; i--)
        if (client->cookies[i][0] == 0 || strncmp(client->cookies[i], value, name_length + 1) == 0)
            free_place = i;
    for (int i = 0; i < CLIENT_COOKIES_MAX; i++)
        if (strncmp(client->cookies[i], value, name_length + 1) == 0)
            free_place = i;
    if (free_place < 0 || length >= CLIENT_COOKIE_SIZE)
        return;
    memset(client->cookies[free_place], 0, CLIENT_COOKIE_SIZE);
    if (length > name_length + 1)
        memcpy(client->cookies[free_place], value, length);
}

/* The headers line by line. */
static void headers_read(struct arena *arena, struct client *client, const char *p, struct client_answer *answer)
{
    while (*p != 0 && *p != '\r') {
        size_t length = strcspn(p, "\r\n");
        if (strncasecmp(p, "Set-Cookie: ", 12) == 0)
            client_keep_cookie(client, p + 12);
        if (strncasecmp(p, "Location: ", 10) == 0)
            answer->location = arena_copy(arena, p + 10, length - 10);
        p += length;
        p += strspn(p, "\n") + (text_starts(p, "\r\n") ? 2 : 0);
    }
}

struct client_answer client_ask(struct arena *arena, struct client *client, int port, const char *path,
                                const char *form)
{
    struct client_answer answer = { .body = "" };
    struct text out = request_text(arena, client, port, path, form), in = text_new(arena);
    int dialled = dial(port);
    char piece[PIECE_SIZE];
    ssize_t got;

    if (dialled < 0)
        return answer;
    for (size_t sent = 0; sent < out.length;) {
        got = send(dialled, out.at + sent, out.length - sent, MSG_NOSIGNAL);
        if (got <= 0)
            break;
        sent += (size_t)got;
    }
    while ((got = recv(dialled, piece, sizeof piece, 0)) > 0)
        text_add_bytes(&in, piece, (size_t)got);
    close(dialled);

    const char *bytes = text_done(&in), *body = strstr(bytes, "\r\n\r\n");
    if (!text_starts(bytes, "HTTP/1.1 ") || body == NULL)
        return answer;
    answer.status = (int)strtol(bytes + 9, NULL, 10);
    answer.body = body + 4;
    answer.length = in.length - (size_t)(answer.body - bytes);
    headers_read(arena, client, strchr(bytes, '\n') + 1, &answer);
    return answer;
}
