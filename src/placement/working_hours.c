/* SPDX-License-Identifier: MIT
 * working_hours.c: the times of a working day as people write them. */
#include <string.h>

#include "placement/pages.h"

enum { MINUTES_A_DAY = 24 * 60 };

/* Reads "7", "7.30" or "07:30" at *at and goes past it; -1 when there is none. */
static int minutes_read(const char **at)
{
    int hour = 0, minute = 0, digits = 0;

    for (; **at >= '0' && **at <= '9' && digits < 2; (*at)++, digits++)
        hour = hour * 10 + (**at - '0');
    if (digits == 0)
        return -1;
    if (**at == '.' || **at == ':') {
        (*at)++;
        if ((*at)[0] < '0' || (*at)[0] > '5' || (*at)[1] < '0' || (*at)[1] > '9')
            return -1;
        minute = ((*at)[0] - '0') * 10 + ((*at)[1] - '0');
        *at += 2;
    }
    return hour * 60 + minute;
}

bool working_hours_read(const char *typed, int *from_minute, int *to_minute)
{
    const char *at = typed + strspn(typed, " ");
    int from = minutes_read(&at);

    at += strspn(at, " ");
    if (strncmp(at, "–", strlen("–")) == 0)
        at += strlen("–");
    else if (*at == '-')
        at++;
    else
        return false;
    at += strspn(at, " ");
    int to = minutes_read(&at);
    at += strspn(at, " ");
    if (*at != 0 || from < 0 || to <= from || to > MINUTES_A_DAY)
        return false;
    *from_minute = from;
    *to_minute = to;
    return true;
}

const char *working_hours_text(struct arena *arena, int64_t from, int64_t to)
{
    if (from == 0 && to == 0)
        return "";
    return arena_format(arena, "%d.%02d–%d.%02d", (int)(from / 60), (int)(from % 60), (int)(to / 60), (int)(to % 60));
}
