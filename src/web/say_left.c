/* SPDX-License-Identifier: MIT
 * say_left.c: time left, the one place that words it. Hours are real hours, also when the clocks
 * change; days are calendar days in Denmark. */
#include "base/text.h"
#include "web/say.h"

enum { MINUTE = 60, HOUR = 3600, DAY_IN_HOURS = 24, SOON_DAYS = 5 };

static const char *number(struct arena *arena, int64_t value)
{
    return arena_format(arena, "%lld", (long long)value);
}

static const char *hours_words(struct arena *arena, enum language language, int64_t minutes)
{
    int64_t hours = minutes / 60;

    if (minutes == 0)
        return say(language, "under 1 min");
    if (hours == 0)
        return say_with(arena, language, "{1} min", number(arena, minutes), NULL);
    return say_with(arena, language, "{1} t {2} min", number(arena, hours), number(arena, minutes % 60), NULL);
}

static const char *days_words(struct arena *arena, enum language language, int64_t days)
{
    if (days == 1)
        return say(language, "1 dag");
    return say_with(arena, language, "{1} dage", number(arena, days), NULL);
}

static const char *over(struct arena *arena, enum language language, const char *words)
{
    return say_with(arena, language, "{1} over", words, NULL);
}

static struct time_left days_left(struct arena *arena, enum language language, day due, day today)
{
    if (due < today)
        return (struct time_left){ LEFT_OVER, over(arena, language, days_words(arena, language, today - due)) };
    if (due == today)
        return (struct time_left){ LEFT_NOW, say(language, "i dag") };
    return (struct time_left){
        due - today <= SOON_DAYS ? LEFT_SOON : LEFT_CALM,
        days_words(arena, language, due - today),
    };
}

/* Hours while they are what one reckons with; who is weeks late reads days. */
static struct time_left hours_left(struct arena *arena, enum language language, instant due, instant now)
{
    if (now - due > (int64_t)SOON_DAYS * DAY_IN_HOURS * HOUR)
        return days_left(arena, language, day_of_instant(due), day_of_instant(now));
    if (now > due) {
        int64_t minutes = (now - due + MINUTE - 1) / MINUTE;
        return (struct time_left){ LEFT_OVER, over(arena, language, hours_words(arena, language, minutes)) };
    }
    int64_t left = due - now;
    enum time_left_kind kind = left < (int64_t)DAY_IN_HOURS * HOUR               ? LEFT_NOW
                               : left <= (int64_t)SOON_DAYS * DAY_IN_HOURS * HOUR ? LEFT_SOON
                                                                                  : LEFT_CALM;
    return (struct time_left){ kind, hours_words(arena, language, left / MINUTE) };
}

struct time_left say_left(struct arena *arena, enum language language, instant due, int is_hour_rule, instant now)
{
    if (due == INSTANT_NONE)
        return (struct time_left){ LEFT_CALM, "" };
    if (due == INSTANT_NEVER)
        return (struct time_left){ LEFT_CALM, say(language, "sat i bero") };
    if (is_hour_rule)
        return hours_left(arena, language, due, now);
    return days_left(arena, language, day_of_instant(due), day_of_instant(now));
}

const char *left_class(enum time_left_kind kind)
{
    static const char *const classes[TIME_LEFT_KIND_COUNT] = {
        [LEFT_OVER] = "over",
        [LEFT_NOW] = "now",
        [LEFT_SOON] = "soon",
        [LEFT_CALM] = "calm",
    };

    return classes[kind];
}
