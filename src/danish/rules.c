/* SPDX-License-Identifier: MIT
 * rules.c: the pace of modules, as plain arithmetic. */
#include "danish/rules.h"

static bool is_backwards(const struct danish_mark *marks, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (marks[i].on <= marks[i - 1].on)
            return true;
    return false;
}

struct pace danish_pace(const struct danish_mark *marks, size_t count, int64_t modules)
{
    struct pace pace = { .why = PACE_NOTHING, .next_day = DAY_NONE };

    if (count == 0)
        return pace;
    pace.first = marks[0];
    pace.last = marks[count - 1];
    pace.days = pace.last.on - pace.first.on;
    pace.modules = pace.last.module - pace.first.module;
    if (is_backwards(marks, count))
        pace.why = PACE_BACKWARDS;
    else if (pace.last.module >= modules)
        pace.why = PACE_DONE;
    else if (count < 2)
        pace.why = PACE_ONE;
    else
        pace.why = PACE_KNOWN;
    if (pace.why != PACE_KNOWN)
        return pace;
    pace.days_each = (pace.days + pace.modules - 1) / pace.modules;
    pace.next_day = pace.last.on + (day)pace.days_each;
    return pace;
}
