/* SPDX-License-Identifier: MIT
 * listen.c: opening the socket that all workers share. */
#include "web/listen.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/text.h"

enum { BACKLOG = 1024, HOST_SIZE = 256, PORT_SIZE = 16 };

static const char unix_prefix[] = "unix:";

static int bind_and_listen(int socket_number, const struct sockaddr *address, socklen_t length, const char **why)
{
    int yes = 1;

    setsockopt(socket_number, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(socket_number, address, length) == 0 && listen(socket_number, BACKLOG) == 0)
        return socket_number;
    *why = strerror(errno);
    close(socket_number);
    return -1;
}

static int open_unix(const char *path, char *name, size_t name_size, const char **why)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };

    if (strlen(path) >= sizeof address.sun_path) {
        *why = "the path of the socket is too long";
        return -1;
    }
    memcpy(address.sun_path, path, strlen(path));
    unlink(path); /* Left by a server that was killed. */
    snprintf(name, name_size, "unix:%s", path);
    int socket_number = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    return bind_and_listen(socket_number, (const struct sockaddr *)&address, sizeof address, why);
}

/* Splits "host:port" or "[host]:port". */
static int split(const char *address, char host[HOST_SIZE], char port[PORT_SIZE])
{
    const char *colon = strrchr(address, ':');
    size_t length = colon == NULL ? 0 : (size_t)(colon - address);

    if (length == 0 || length >= HOST_SIZE || strlen(colon + 1) >= PORT_SIZE)
        return 0;
    if (address[0] == '[' && address[length - 1] == ']') {
        address++;
        length -= 2;
    }
    memcpy(host, address, length);
    host[length] = 0;
    memcpy(port, colon + 1, strlen(colon + 1) + 1);
    return 1;
}

static void name_write(int socket_number, char *name, size_t name_size)
{
    struct sockaddr_storage bound;
    socklen_t length = sizeof bound;
    char host[HOST_SIZE] = "?", port[PORT_SIZE] = "?";

    if (getsockname(socket_number, (struct sockaddr *)&bound, &length) == 0)
        getnameinfo((struct sockaddr *)&bound, length, host, sizeof host, port, sizeof port,
                    NI_NUMERICHOST | NI_NUMERICSERV);
    snprintf(name, name_size, strchr(host, ':') == NULL ? "%s:%s" : "[%s]:%s", host, port);
}

/* An answer leaves in pieces. Without this the last one waits until the browser has confirmed those before it,
 * 40 ms when nothing else makes it confirm. Connections have it from the socket that accepts them. */
static void send_at_once(int socket_number)
{
    int yes = 1;

    setsockopt(socket_number, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

int listen_open(const char *address, char *name, size_t name_size, const char **why)
{
    const struct addrinfo hints = { .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICHOST | AI_NUMERICSERV };
    char host[HOST_SIZE], port[PORT_SIZE];
    struct addrinfo *found = NULL;

    if (text_starts(address, unix_prefix))
        return open_unix(address + sizeof unix_prefix - 1, name, name_size, why);
    if (!split(address, host, port) || getaddrinfo(host, port, &hints, &found) != 0) {
        *why = "not an address: give 127.0.0.1:8080, [::1]:8080 or unix:/path";
        return -1;
    }
    int socket_number = socket(found->ai_family, found->ai_socktype | SOCK_CLOEXEC, 0);
    socket_number = bind_and_listen(socket_number, found->ai_addr, found->ai_addrlen, why);
    freeaddrinfo(found);
    if (socket_number >= 0) {
        send_at_once(socket_number);
        name_write(socket_number, name, name_size);
    }
    return socket_number;
}
