/* SPDX-License-Identifier: MIT
 * say.c: translation, dates and numbers. What differs between languages in dates is a row of
 * `tongues`; time left is in say_left.c. */
#include "web/say.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/text.h"
#include "web/say_words.h"

enum { ARGUMENTS_MAX = 9 };

const char *const language_codes[LANGUAGE_COUNT] = { [LANGUAGE_DA] = "da", [LANGUAGE_EN] = "en" };

static const struct tongue {
    const char *weekdays[WEEKDAY_COUNT], *weekdays_short[WEEKDAY_COUNT];
    const char *months[12], *months_short[12], *months_bare[12];
    const char *after_day; /* Between day and month. */
    char clock, decimal;
} tongues[LANGUAGE_COUNT] = {
    [LANGUAGE_DA] = {
        { "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag" },
        { "man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn." },
        { "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
          "oktober", "november", "december" },
        { "jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec." },
        { "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec" },
        ". ", '.', ',',
    },
    [LANGUAGE_EN] = {
        { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
        { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
        { "January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December" },
        { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
        { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
        " ", ':', '.',
    },
};

static int compare_words(const void *danish, const void *row)
{
    return strcmp(danish, ((const struct say_words *)row)->danish);
}

const char *say(enum language language, const char *danish)
{
    if (language == LANGUAGE_DA || danish == NULL || say_word_count == 0)
        return danish;
    const struct say_words *found =
        bsearch(danish, say_words, say_word_count, sizeof *say_words, compare_words);
    return found == NULL || found->words[language] == NULL ? danish : found->words[language];
}

const char *say_with(struct arena *arena, enum language language, const char *danish, ...)
{
    const char *given[ARGUMENTS_MAX + 1] = { NULL };
    size_t count = 0;
    struct text text = text_new(arena);
    va_list arguments;

    va_start(arguments, danish);
    for (const char *next; (next = va_arg(arguments, const char *)) != NULL; count++) {
        check(count < ARGUMENTS_MAX);
        given[count] = next;
    }
    va_end(arguments);

    for (const char *p = say(language, danish); *p != 0; p++) {
        size_t hole = p[0] == '{' && p[1] >= '1' && p[1] <= '9' && p[2] == '}' ? (size_t)(p[1] - '1') : count;
        if (hole < count) {
            size_t length = strlen(given[hole]);
            text_add(&text, given[hole]);
            p += 2;
            if (p[1] == '.' && length > 0 && given[hole][length - 1] == '.') /* "ons. 21. jan." ends its sentence. */
                p++;
        } else {
            text_add_char(&text, *p);
        }
    }
    return text_done(&text);
}

/* In Danish a name that ends with an s, x or z takes an apostrophe and no s. */
const char *say_whose(struct arena *arena, enum language language, const char *name)
{
    size_t length = strlen(name);
    bool hisses = length > 0 && strchr("sxzSXZ", name[length - 1]) != NULL;

    return arena_format(arena, "%s%s", name, language == LANGUAGE_EN ? "'s" : hisses ? "'" : "s");
}

const char *say_day(struct arena *arena, enum language language, day on)
{
    const struct tongue *t = &tongues[language];

    if (on == DAY_NONE)
        return "";
    struct date date = date_of(on);
    return arena_format(arena, "%d%s%s", date.day, t->after_day, t->months_short[date.month - 1]);
}

const char *say_day_year(struct arena *arena, enum language language, day on)
{
    if (on == DAY_NONE)
        return "";
    return arena_format(arena, "%s %d", say_day(arena, language, on), date_of(on).year);
}

const char *say_weekday_day(struct arena *arena, enum language language, day on)
{
    if (on == DAY_NONE)
        return "";
    return arena_format(arena, "%s %s", tongues[language].weekdays_short[day_weekday(on)],
                        say_day(arena, language, on));
}

const char *say_day_long(struct arena *arena, enum language language, day on)
{
    const struct tongue *t = &tongues[language];

    if (on == DAY_NONE)
        return "";
    struct date date = date_of(on);
    return arena_format(arena, "%s %d%s%s %d", t->weekdays[day_weekday(on)], date.day, t->after_day,
                        t->months[date.month - 1], date.year);
}

static int is_moment(instant at)
{
    return at != INSTANT_NONE && at != INSTANT_NEVER;
}

const char *say_time(struct arena *arena, enum language language, instant at)
{
    if (!is_moment(at))
        return "";
    struct local_time local = local_of(at);
    return arena_format(arena, "%d%c%02d", local.hour, tongues[language].clock, local.minute);
}

const char *say_weekday(enum language language, int weekday)
{
    check(weekday >= 0 && weekday < WEEKDAY_COUNT);
    return tongues[language].weekdays[weekday];
}

const char *say_weekday_short(enum language language, int weekday)
{
    check(weekday >= 0 && weekday < WEEKDAY_COUNT);
    return tongues[language].weekdays_short[weekday];
}

const char *say_clock(struct arena *arena, enum language language, int64_t minute)
{
    return arena_format(arena, "%d%c%02d", (int)(minute / 60), tongues[language].clock, (int)(minute % 60));
}

const char *say_clocks(struct arena *arena, enum language language, int64_t from, int64_t to)
{
    return arena_format(arena, "%s–%s", say_clock(arena, language, from), say_clock(arena, language, to));
}

const char *say_when(struct arena *arena, enum language language, instant at)
{
    if (!is_moment(at))
        return "";
    return arena_format(arena, "%s %s", say_weekday_day(arena, language, day_of_instant(at)),
                        say_time(arena, language, at));
}

/* "20.000" in Danish, "20,000" in English: groups of three parted by what does not part decimals. */
static void add_thousands(struct text *text, enum language language, uint64_t number)
{
    char digits[24];
    int count = snprintf(digits, sizeof digits, "%llu", (unsigned long long)number);

    for (int i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0)
            text_add_char(text, tongues[language].decimal == ',' ? '.' : ',');
        text_add_char(text, digits[i]);
    }
}

const char *say_whole(struct arena *arena, enum language language, int64_t number)
{
    struct text text = text_new(arena);

    if (number < 0)
        text_add_char(&text, '-');
    add_thousands(&text, language, number < 0 ? 0 - (uint64_t)number : (uint64_t)number);
    return text_done(&text);
}

const char *say_number(struct arena *arena, enum language language, int64_t hundredths)
{
    struct text text = text_new(arena);
    uint64_t size = hundredths < 0 ? 0 - (uint64_t)hundredths : (uint64_t)hundredths;
    uint64_t rest = size % 100;

    if (hundredths == INT64_MIN) /* None, as form_hundredths gives it. */
        return "";
    if (hundredths < 0)
        text_add_char(&text, '-');
    add_thousands(&text, language, size / 100);
    if (rest > 0)
        text_add_char(&text, tongues[language].decimal);
    if (rest > 0)
        text_add_char(&text, (char)('0' + rest / 10));
    if (rest % 10 > 0)
        text_add_char(&text, (char)('0' + rest % 10));
    return text_done(&text);
}

const char *say_month(enum language language, int month)
{
    check(month >= 1 && month <= 12);
    return tongues[language].months_bare[month - 1];
}

const char *say_month_long(enum language language, int month)
{
    check(month >= 1 && month <= 12);
    return tongues[language].months[month - 1];
}
