/* SPDX-License-Identifier: MIT
 * rules.c: minutes, training and shares. */
#include "mentor/rules.h"

enum { TEN_PERCENT = 10, WHOLE_PERCENT = 100 };

bool practice_is_enough(int64_t minutes)
{
    return minutes >= PRACTICE_LEAST;
}

bool mentor_is_trained(bool has_first, bool has_second, day second_day)
{
    return has_first && (second_day == DAY_NONE || has_second);
}

int mentor_share_about(int64_t count, int64_t whole)
{
    if (whole <= 0)
        return -1;
    return (int)((2 * count * TEN_PERCENT + whole) / (2 * whole)) * (WHOLE_PERCENT / TEN_PERCENT);
}
