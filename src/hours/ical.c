/* SPDX-License-Identifier: MIT
 * ical.c: lines of iCalendar. Numbers of the RFC stand beside what they ask for. */
#include "hours/ical.h"

#include <string.h>

#include "base/check.h"

enum { LINE_OCTETS = 75, DAY_MINUTES = 24 * 60 };

/* A content line, folded (3.1): no line longer than 75 octets, no letter cut in two. */
static void add_line(struct ical *calendar, const char *name, const char *value)
{
    struct text *text = &calendar->text;
    size_t room = LINE_OCTETS - strlen(name) - 1;

    check(strlen(name) + 1 < LINE_OCTETS);
    text_add_format(text, "%s:", name);
    while (strlen(value) > room) {
        size_t length = room;
        while (length > 0 && ((unsigned char)value[length] & 0xC0) == 0x80)
            length--;
        text_add_bytes(text, value, length);
        text_add(text, "\r\n ");
        value += length;
        room = LINE_OCTETS - 1;
    }
    text_add(text, value);
    text_add(text, "\r\n");
}

/* TEXT (3.3.11): \ ; , and new lines are escaped; other control letters are left out. */
static const char *escaped(struct arena *arena, const char *words)
{
    struct text text = text_new(arena);

    for (const char *p = words; *p != 0; p++) {
        if (*p == '\n')
            text_add(&text, "\\n");
        else if ((unsigned char)*p >= ' ') {
            if (strchr("\\;,", *p) != NULL)
                text_add_char(&text, '\\');
            text_add_char(&text, *p);
        }
    }
    return text_done(&text);
}

static void add_text(struct ical *calendar, const char *name, const char *words)
{
    if (!text_is_blank(words))
        add_line(calendar, name, escaped(calendar->text.arena, words));
}

/* DATE (3.3.4) and local DATE-TIME (3.3.5). */
static const char *date_text(struct arena *arena, day on)
{
    struct date date = date_of(on);

    return arena_format(arena, "%04d%02d%02d", date.year, date.month, date.day);
}

static const char *time_text(struct arena *arena, day on, int minute)
{
    return arena_format(arena, "%sT%02d%02d00", date_text(arena, on + minute / DAY_MINUTES), minute % DAY_MINUTES / 60, minute % 60);
}

static const char *utc_text(struct arena *arena, instant at)
{
    const char *iso = instant_iso(arena, at); /* 2026-12-08T09:12:00Z */

    return arena_format(arena, "%.4s%.2s%.2sT%.2s%.2s%.2sZ", iso, iso + 5, iso + 8, iso + 11, iso + 14, iso + 17);
}

/* 3.6.5: by the rule in force since 1996, the one of base/day.h. */
static const char *const zone_lines[][2] = {
    { "BEGIN", "VTIMEZONE" }, { "TZID", "Europe/Copenhagen" },
    { "BEGIN", "DAYLIGHT" }, { "DTSTART", "19960331T020000" }, { "RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" },
    { "TZOFFSETFROM", "+0100" }, { "TZOFFSETTO", "+0200" }, { "TZNAME", "CEST" }, { "END", "DAYLIGHT" },
    { "BEGIN", "STANDARD" }, { "DTSTART", "19961027T030000" }, { "RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU" },
    { "TZOFFSETFROM", "+0200" }, { "TZOFFSETTO", "+0100" }, { "TZNAME", "CET" }, { "END", "STANDARD" },
    { "END", "VTIMEZONE" },
};

struct ical ical_begin(struct arena *arena, const char *title, const char *host, instant now)
{
    struct ical calendar = { .text = text_new(arena), .host = arena_copy(arena, host, strcspn(host, ":")), .now = now };

    add_line(&calendar, "BEGIN", "VCALENDAR");
    add_line(&calendar, "VERSION", "2.0");
    add_line(&calendar, "PRODID", "-//Fodfaeste//Kalender//DA");
    add_line(&calendar, "CALSCALE", "GREGORIAN");
    add_line(&calendar, "METHOD", "PUBLISH");
    add_text(&calendar, "X-WR-CALNAME", title);
    add_line(&calendar, "REFRESH-INTERVAL;VALUE=DURATION", "PT6H"); /* RFC 7986, 5.7 */
    for (size_t i = 0; i < sizeof zone_lines / sizeof *zone_lines; i++)
        add_line(&calendar, zone_lines[i][0], zone_lines[i][1]);
    return calendar;
}

static void add_times(struct ical *calendar, const struct ical_event *event)
{
    struct arena *arena = calendar->text.arena;

    if (event->from == event->to) {
        add_line(calendar, "DTSTART;VALUE=DATE", date_text(arena, event->on));
        add_line(calendar, "DTEND;VALUE=DATE", date_text(arena, event->on + 1));
        return;
    }
    add_line(calendar, "DTSTART;TZID=Europe/Copenhagen", time_text(arena, event->on, event->from));
    add_line(calendar, "DTEND;TZID=Europe/Copenhagen", time_text(arena, event->on, event->to));
}

void ical_event(struct ical *calendar, const struct ical_event *event)
{
    struct arena *arena = calendar->text.arena;

    check(event->from <= event->to && !text_is_blank(event->name));
    add_line(calendar, "BEGIN", "VEVENT");
    add_text(calendar, "UID", arena_format(arena, "%s@%s", event->name, calendar->host));
    add_line(calendar, "DTSTAMP", utc_text(arena, calendar->now));
    add_times(calendar, event);
    add_text(calendar, "SUMMARY", event->title);
    add_text(calendar, "LOCATION", event->place);
    add_text(calendar, "DESCRIPTION", event->description);
    if (event->address != NULL)
        add_line(calendar, "URL", event->address);
    add_line(calendar, "SEQUENCE", arena_format(arena, "%lld", (long long)(event->version > 0 ? event->version - 1 : 0)));
    add_line(calendar, "STATUS", event->is_cancelled ? "CANCELLED" : "CONFIRMED");
    add_line(calendar, "CLASS", "PRIVATE");
    add_line(calendar, "END", "VEVENT");
}

const char *ical_end(struct ical *calendar)
{
    add_line(calendar, "END", "VCALENDAR");
    return text_done(&calendar->text);
}
