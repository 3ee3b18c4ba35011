/* SPDX-License-Identifier: MIT
 * ical.h: writing a calendar as iCalendar (RFC 5545): lines of at most 75 octets, times in Europe/Copenhagen with the
 * rule of its summer time, names of events that stay, called off ones said to be so. Pure. */
#ifndef HOURS_ICAL_H
#define HOURS_ICAL_H

#include "base/day.h"
#include "base/text.h"

struct ical_event {
    const char *name;    /* The same for ever; with the host behind it, the UID. */
    day on;
    int from, to;        /* Minutes of the day; equal: the whole day. `to` may be 1440. */
    const char *title, *place, *description; /* NULL or "" are left out, but the title. */
    const char *address; /* https://..., or NULL. */
    int64_t version;     /* 1 or more: how often it was written. */
    bool is_cancelled;
};

struct ical {
    struct text text;
    const char *host;    /* After the @ of a UID; without a port. */
    instant now;
};

struct ical ical_begin(struct arena *arena, const char *title, const char *host, instant now);
void ical_event(struct ical *calendar, const struct ical_event *event);
const char *ical_end(struct ical *calendar);

#endif
