/* SPDX-License-Identifier: MIT
 * rules.c: the week's hours, the participant's own weeks, and the talk of a session. Pure. */
#include "group/rules.h"

#include "base/text.h"
#include "law/workday.h"

enum { THOUSANDTHS = 1000, MINUTES_AN_HOUR = 60, HUNDREDTHS_AN_HOUR = 100 };

static int64_t minutes_of(const struct amount *amount)
{
    return amount->high * MINUTES_AN_HOUR / THOUSANDTHS;
}

static int64_t language_wanted(int64_t minutes, const struct amount *language)
{
    switch (language->kind) {
    case AMOUNT_PERCENT:
        return minutes * language->high / (100 * THOUSANDTHS);
    case AMOUNT_HOURS:
        return minutes_of(language);
    case AMOUNT_ALL:
        return minutes;
    case AMOUNT_NONE:
    case AMOUNT_NUMBER:
    case AMOUNT_SPAN:
    case AMOUNT_KIND_COUNT:
        break;
    }
    return 0;
}

struct week week_of(const struct week_slot *slots, size_t count, const struct amount *hours,
                    const struct amount *language)
{
    struct week week = { .minutes_wanted = hours->kind == AMOUNT_HOURS ? minutes_of(hours) : 0 };

    for (size_t i = 0; i < count; i++) {
        int64_t minutes = slots[i].to - slots[i].from;
        week.minutes += minutes;
        week.language_minutes += slots[i].is_language ? minutes : 0;
    }
    week.language_wanted = language_wanted(week.minutes_wanted > 0 ? week.minutes_wanted : week.minutes, language);
    return week;
}

static enum hours_why compare(int64_t minutes, int64_t wanted)
{
    if (wanted == 0 || minutes == wanted)
        return HOURS_FINE;
    return minutes < wanted ? HOURS_FEWER : HOURS_MORE;
}

struct week_verdict week_check(const struct week *week)
{
    return (struct week_verdict){
        .hours = compare(week->minutes, week->minutes_wanted),
        .language = compare(week->language_minutes, week->language_wanted),
    };
}

int week_clash(const struct week_slot *slots, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool is_after_another = i > 0 && slots[i - 1].weekday == slots[i].weekday;
        if (slots[i].to <= slots[i].from || slots[i].to > MINUTES_A_DAY)
            return (int)i;
        if (is_after_another && slots[i].from < slots[i - 1].to)
            return (int)i;
    }
    return -1;
}

day own_last_day(day from, struct span own_length, day group_ends)
{
    if (own_length.unit == SPAN_NONE)
        return group_ends;

    /* The due day of a span is its first day after; the course's last day is the one before. */
    day last = day_of_instant(span_due(own_length, day_begin(from), CLOCK_CALENDAR, NULL)) - 1;
    return group_ends != DAY_NONE && group_ends < last ? group_ends : last;
}

enum entry_why entry_check(const char *for_whom, const char *gender)
{
    if (*for_whom == 0 || text_is(for_whom, gender))
        return ENTRY_FINE;
    return *gender == 0 || text_is(gender, "other") ? ENTRY_NOT_KNOWN : ENTRY_OTHERS;
}

static int64_t there_on(const struct stay *stays, size_t count, day on)
{
    int64_t there = 0;

    for (size_t i = 0; i < count; i++)
        there += stays[i].from <= on && (stays[i].to == DAY_NONE || stays[i].to >= on);
    return there;
}

day place_free_from(const struct stay *stays, size_t count, int64_t room, day first, day last)
{
    day free = DAY_NONE;

    for (day on = last; on >= first && there_on(stays, count, on) < room; on--)
        free = on;
    return free;
}

enum certificate_why participation_check(int64_t present, int64_t days, int64_t wanted)
{
    if (wanted == 0)
        return CERTIFICATE_FINE;
    if (days == 0)
        return CERTIFICATE_NOT_KNOWN;
    return present >= wanted * days ? CERTIFICATE_FINE : CERTIFICATE_TOO_FEW;
}

bool group_meets_on(day on)
{
    return workday_is(NULL, on);
}

int64_t hundredths_of_minutes(int64_t minutes)
{
    return (minutes * HUNDREDTHS_AN_HOUR + MINUTES_AN_HOUR / 2) / MINUTES_AN_HOUR;
}

int64_t minutes_of_hundredths(int64_t hundredths)
{
    return (hundredths * MINUTES_AN_HOUR + HUNDREDTHS_AN_HOUR / 2) / HUNDREDTHS_AN_HOUR;
}

/* Which of the scheme's own sessions a session is: of one of the week the one with its title, else the first that is not
 * for the end. */
static const struct scheme_session *own_session(const struct scheme_activity *activity, int64_t part, const char *title)
{
    const struct scheme_session *usual = NULL;

    for (size_t i = 0; i < activity->sessions.count; i++) {
        const struct scheme_session *own = &activity->sessions.at[i];
        bool is_so_called = part == 0 && own->text.da != NULL && text_is(title, own->text.da);
        if (part == (int64_t)i + 1 || is_so_called)
            return own;
        if (usual == NULL && part == 0 && !own->last)
            usual = own;
    }
    return usual;
}

const struct scheme_session_part *talk_of(const struct scheme_activity *activity, int64_t part, const char *title, bool is_at_company)
{
    const struct scheme_session *own = is_at_company ? NULL : own_session(activity, part, title);

    for (size_t i = 0; own != NULL && i < own->parts.count; i++)
        if (own->parts.at[i].talk)
            return &own->parts.at[i];
    return NULL;
}
