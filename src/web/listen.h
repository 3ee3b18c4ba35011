/* SPDX-License-Identifier: MIT
 * listen.h: a bound, listening socket from an address in words. */
#ifndef WEB_LISTEN_H
#define WEB_LISTEN_H

#include <stddef.h>

/* The socket, or -1 and a sentence in *why. Where it listens, with the port that was found, goes to
 * `name`. */
int listen_open(const char *address, char *name, size_t name_size, const char **why);

#endif
