/* SPDX-License-Identifier: MIT
 * master.h: the process that binds the socket, starts the workers and the keeper, and starts another
 * when one dies. It opens no store and parses nothing, so there is little in it that can fail. */
#ifndef WEB_MASTER_H
#define WEB_MASTER_H

#include "web/serve.h"

struct master_options {
    struct serve_options serve;
    const char *listen; /* "127.0.0.1:8080", "[::1]:8080" or "unix:/run/x.sock"; port 0 = any free one. */
    int worker_count;   /* 0: one more than the cores. */
};

/* Runs until SIGTERM or SIGINT, then lets the workers finish what they began. SIGHUP replaces them one
 * by one. Writes "listening on ADDRESS:PORT" to standard output when the socket is open. Returns the
 * exit status. */
int master_run(const struct master_options *options);

#endif
