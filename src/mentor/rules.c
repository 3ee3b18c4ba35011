/* SPDX-License-Identifier: MIT
 * rules.c: minutes, training and shares. */
#include "mentor/rules.h"

enum { WHOLE_PERCENT = 100 };

bool practice_is_enough(int64_t minutes)
{
    return minutes >= PRACTICE_LEAST;
}

const char *const practice_taps[] = { "10", "15", "20", "30", NULL };
const struct practice_tap_list practice_taps_shown = { practice_taps, sizeof practice_taps / sizeof *practice_taps - 1 };

bool mentor_is_trained(bool has_first, bool has_second, day second_day)
{
    return has_first && (second_day == DAY_NONE || has_second);
}

int mentor_percent(int64_t count, int64_t whole)
{
    if (whole <= 0)
        return -1;
    return (int)((2 * count * WHOLE_PERCENT + whole) / (2 * whole));
}
