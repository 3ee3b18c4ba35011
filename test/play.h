/* SPDX-License-Identifier: MIT
 * play.h: plays .journey files. Where the program runs is the stage's matter: as processes of its own
 * (journey.c), or inside the test (inside.c), where each request can be tried in other ways first. */
#ifndef TEST_PLAY_H
#define TEST_PLAY_H

#include "client.h"
#include "html.h"
#include "server.h"

enum { JOURNEY_CLIENTS_MAX = 12, JOURNEY_NUMBERS_MAX = 8 };

/* Functions as in server.h and client.h. */
struct stage {
    bool (*start)(struct server *server, const char *now);
    bool (*stop)(struct server *server);
    struct client_answer (*ask)(struct arena *arena, struct client *client, int port, const char *path, const char *form);
};

/* A number that `keep NAME` read, for `{NAME}`. */
struct kept_number {
    const char *name, *number;
};

/* What a player knows; for play.c alone. */
struct journey {
    const struct stage *stage;
    struct arena *arena;
    struct server server;
    struct client clients[JOURNEY_CLIENTS_MAX];
    int client_count;
    struct client *client; /* Who acts. */
    const char *now, *password;
    const char *file; /* The journey's own. */
    const char *path; /* Of the page shown. */
    const char *kept; /* Of the page that `keep` named last. */
    struct kept_number numbers[JOURNEY_NUMBERS_MAX];
    int number_count;
    struct client_answer answer;
    struct html_page page;
    int posted;      /* By the step `post`: the forms' keys. */
    const char *why; /* What went wrong in this step. */
};

/* Plays a file to its first failure, with a store of its own: in a folder, or, when `postgres` is not NULL, in
 * a new schema of that database, told apart by `number`. False, and why on stdout, when a step failed. */
bool journey_play(const struct stage *stage, const char *program, const char *postgres, const char *path, int number);

#endif
