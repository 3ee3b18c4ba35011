/* SPDX-License-Identifier: MIT
 * journey.c: plays the .journey files against the real program, as a caseworker would read them.
 * Usage: journey PROGRAM FILE...   One line a step; docs/journeys.md has the language. */
#include <stdio.h>
#include <stdlib.h>

#include "play.h"

static const struct stage processes = { server_start, server_stop, client_ask };

static bool one(const char *program, const char *postgres, const char *path, int number)
{
    bool is_fine = journey_play(&processes, program, postgres, path, number);

    printf("%s %d - %s on %s\n", is_fine ? "ok" : "not ok", number, path, postgres == NULL ? "sqlite" : "postgresql");
    fflush(stdout);
    return is_fine;
}

int main(int count, char **arguments)
{
    const char *stores[] = { NULL, getenv("FODFAESTE_TEST_PG") };
    int store_count = stores[1] == NULL || stores[1][0] == 0 ? 1 : 2;
    int number = 0, failed = 0;

    if (count < 3) {
        fprintf(stderr, "usage: journey PROGRAM FILE...\n");
        return 2;
    }
    printf("1..%d\n", (count - 2) * store_count);
    for (int s = 0; s < store_count; s++)
        for (int i = 2; i < count; i++)
            failed += !one(arguments[1], stores[s], arguments[i], ++number);
    printf("%d passed, %d failed\n", number - failed, failed);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
