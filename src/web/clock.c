/* SPDX-License-Identifier: MIT
 * clock.c: the time. */
#include "web/clock.h"

#include <time.h>

static enum clock_kind started_kind = CLOCK_REAL;
static instant started_at, started_real;

static bool is_movable;

void clock_allow_moving(void)
{
    is_movable = true;
}

bool clock_may_be_moved(void)
{
    return is_movable;
}

static instant real_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec;
}

void clock_start(enum clock_kind kind, instant at)
{
    started_kind = kind;
    started_at = at;
    started_real = real_now();
}

instant clock_now(void)
{
    switch (started_kind) {
    case CLOCK_FIXED:
        return started_at;
    case CLOCK_FROM:
        return started_at + (real_now() - started_real);
    case CLOCK_REAL:
        break;
    }
    return real_now();
}

int64_t clock_microseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}
