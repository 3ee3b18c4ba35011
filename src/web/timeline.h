/* SPDX-License-Identifier: MIT
 * timeline.h: the way of one citizen: phases as bars, and lanes of points, on one time axis. */
#ifndef WEB_TIMELINE_H
#define WEB_TIMELINE_H

#include "web/chart.h"

enum timeline_kind { TIMELINE_PAST, TIMELINE_CURRENT, TIMELINE_HOLE };

struct timeline_phase {
    day from, until; /* Both included; the axis' end for an open one. */
    const char *label;
    enum timeline_kind kind;
};

struct timeline_point {
    day on;
    bool is_done;      /* Filled; otherwise hollow. */
    const char *label; /* NULL for none. */
};

struct timeline_lane {
    const char *name; /* "Loven" */
    const struct timeline_point *at;
    size_t count;
};

struct timeline {
    struct chart_head head;
    day from, until, today;
    const char *phase_name; /* "Fase" */
    const struct timeline_phase *phases;
    size_t phase_count;
    const struct timeline_lane *lanes;
    size_t lane_count;
};
void timeline(struct page *page, const struct timeline *way);

#endif
